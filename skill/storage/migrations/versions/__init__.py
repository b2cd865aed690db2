"""The steps themselves; Alembic finds them by their files."""

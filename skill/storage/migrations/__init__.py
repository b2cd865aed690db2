"""The history of the tables, one step a file, applied in order by Alembic and never edited."""

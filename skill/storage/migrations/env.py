"""Run by Alembic: applies the steps on the connection, and in the transaction, that it is given."""

from __future__ import annotations

from alembic import context

from skill.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    # SQLite cannot alter a column; Alembic then copies the table.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()

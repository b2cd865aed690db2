"""Profile, training and diary beside the athlete, and runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "stride_0002"
down_revision = "stride_0001"


def upgrade() -> None:
    """Go to this step from the one before; there is no way back but a copy of the data."""
    for name in ("profile", "training", "diary"):
        # A default in the database fills the rows that are there, without copying the table.
        column = sa.Column(name, sa.Text, nullable=False, server_default="{}")
        op.add_column("athlete", column)
    op.create_table(
        "run",
        sa.Column("athlete_id", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        sa.Column("distance_m", sa.Integer),
        sa.Column("minutes", sa.Integer),
        sa.Column("source", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "id", name="pk_run"),
        sa.ForeignKeyConstraint(
            ["athlete_id"], ["athlete.id"], name="fk_run_athlete", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_run_athlete_id_day_id", "run", ["athlete_id", "day", "id"])

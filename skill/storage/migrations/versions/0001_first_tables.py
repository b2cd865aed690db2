"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "stride_0001"
down_revision = None


def upgrade() -> None:
    """Go to this step from nothing; there is no way back but a copy of the data."""
    _athletes()
    _sessions()
    _what_was_heard_and_logged()
    _answers()


def _athletes() -> None:
    op.create_table(
        "athlete",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("time_zone", sa.Text),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("consented_at", sa.BigInteger),
        sa.Column("notes", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_athlete"),
    )
    op.create_table(
        "channel_identity",
        sa.Column("athlete_id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("external_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "channel", "external_id", name="pk_channel_identity"),
        sa.UniqueConstraint(
            "channel", "external_id", name="uq_channel_identity_channel_external_id"
        ),
        _of_athlete("channel_identity"),
    )
    op.create_table(
        "link_code",
        sa.Column("athlete_id", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "code", name="pk_link_code"),
        sa.UniqueConstraint("code", name="uq_link_code_code"),
        _of_athlete("link_code"),
    )


def _sessions() -> None:
    op.create_table(
        "session",
        sa.Column("athlete_id", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("opened_at", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
        sa.Column("workout", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("aired", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "id", name="pk_session"),
        _of_athlete("session"),
    )
    op.create_index(
        "ix_session_athlete_id_opened_at_id", "session", ["athlete_id", "opened_at", "id"]
    )


def _what_was_heard_and_logged() -> None:
    op.create_table(
        "fact",
        sa.Column("athlete_id", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "session_id", "number", name="pk_fact"),
        sa.UniqueConstraint("id", name="uq_fact_id"),
        _of_session("fact"),
    )
    op.create_table(
        "heard",
        sa.Column("athlete_id", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "session_id", "number", name="pk_heard"),
        _of_session("heard"),
    )


def _answers() -> None:
    op.create_table(
        "answer",
        sa.Column("athlete_id", sa.Text, nullable=False),
        sa.Column("request_id", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "request_id", name="pk_answer"),
        _of_athlete("answer"),
    )
    op.create_index("ix_answer_athlete_id_at", "answer", ["athlete_id", "at"])


def _of_athlete(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["athlete_id"], ["athlete.id"], name=f"fk_{table}_athlete", ondelete="CASCADE"
    )


def _of_session(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["athlete_id", "session_id"],
        ["session.athlete_id", "session.id"],
        name=f"fk_{table}_session",
        ondelete="CASCADE",
    )

"""The tables, as they stand after the last migration. Moments are milliseconds since the epoch.

Every primary key starts with the athlete, so that one athlete's rows are found, exported and
removed together and nobody's turn can touch another's.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "stride_0002"
"""The migration these tables stand at. The prefix tells our databases from other programs' that
Alembic keeps too, and the numbers sort."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _athlete_id() -> Column[str]:
    """The first column of every table's key; an athlete's rows go when the athlete goes."""
    home = ForeignKey("athlete.id", ondelete="CASCADE")
    return Column("athlete_id", Text, home, primary_key=True)


def _of_session() -> ForeignKeyConstraint:
    """Ties a row to a session that exists."""
    return ForeignKeyConstraint(
        ["athlete_id", "session_id"], ["session.athlete_id", "session.id"], ondelete="CASCADE"
    )


def _snapshot(name: str) -> Column[str]:
    """A JSON text; the default is for rows written before there was such a column."""
    return Column(name, Text, nullable=False, server_default="{}")


athlete = Table(
    "athlete",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text),
    Column("time_zone", Text),
    Column("created_at", BigInteger, nullable=False),
    Column("consented_at", BigInteger),
    Column("notes", Text, nullable=False),
    _snapshot("profile"),
    _snapshot("training"),
    _snapshot("diary"),
)

channel_identity = Table(
    "channel_identity",
    metadata,
    _athlete_id(),
    Column("channel", Text, primary_key=True),
    Column("external_id", Text, primary_key=True),
    UniqueConstraint("channel", "external_id"),
)

link_code = Table(
    "link_code",
    metadata,
    _athlete_id(),
    Column("code", Text, primary_key=True),
    Column("until", BigInteger, nullable=False),
    UniqueConstraint("code"),
)

session = Table(
    "session",
    metadata,
    _athlete_id(),
    Column("id", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("workout", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("aired", Text, nullable=False),
)
Index(None, session.c.athlete_id, session.c.opened_at, session.c.id)

fact = Table(
    "fact",
    metadata,
    Column("athlete_id", Text, primary_key=True),
    Column("session_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    _of_session(),
    UniqueConstraint("id"),
)

heard = Table(
    "heard",
    metadata,
    Column("athlete_id", Text, primary_key=True),
    Column("session_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("event", Text, nullable=False),
    _of_session(),
)

answer = Table(
    "answer",
    metadata,
    _athlete_id(),
    Column("request_id", Text, primary_key=True),
    Column("answer", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
Index(None, answer.c.athlete_id, answer.c.at)

run = Table(
    "run",
    metadata,
    _athlete_id(),
    Column("id", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("done", Boolean, nullable=False),
    Column("distance_m", Integer),
    Column("minutes", Integer),
    Column("source", Text, nullable=False),
)
Index(None, run.c.athlete_id, run.c.day, run.c.id)

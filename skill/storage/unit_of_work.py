"""One turn's transaction in SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import (
    Connection,
    Delete,
    Engine,
    Executable,
    RowMapping,
    Table,
    Update,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError

from engine.errors import CoachError
from engine.units import HOUR, Instant, Ms
from skill.service.ports import StaleSession, StorageFault
from skill.service.records import (
    Athlete,
    Channel,
    FactRecord,
    HeardRecord,
    RunRecord,
    SessionRecord,
)
from skill.storage import mapping, tables
from skill.storage.faults import TROUBLE, fault_of

KEPT = Ms(24 * HOUR)
"""How long an answer is kept for a repeated request, and a spent link code before it is swept."""

T = TypeVar("T")


class SqlUnitOfWork:
    """Obeys ``skill.service.ports.UnitOfWork``.

    After a StorageFault or StaleSession what it did so far is undone at once; it can still read,
    but ``commit`` raises the same error again, so that no half of a turn is kept.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where
        self._connection: Connection | None = None
        self._refusal: CoachError | None = None

    def __enter__(self) -> Self:
        try:
            self._connection = self._engine.connect()
        except TROUBLE as error:
            raise fault_of(error, self._where) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            # A rollback that fails keeps nothing either.
            with suppress(DBAPIError):
                connection.close()

    def commit(self) -> None:
        """Keep everything so far; what follows needs another commit."""
        if self._refusal is not None:
            raise self._refusal
        with self._asking() as connection:
            connection.commit()

    def athlete(self, athlete_id: str) -> Athlete | None:
        stored = tables.athlete
        query = select(stored).where(stored.c.id == athlete_id)
        return _only(self._read(query, mapping.athlete_from))

    def athlete_on(self, channel: Channel, external_id: str) -> Athlete | None:
        known = tables.channel_identity
        query = (
            select(tables.athlete)
            .join(known)
            .where(known.c.channel == channel.value, known.c.external_id == external_id)
        )
        return _only(self._read(query, mapping.athlete_from))

    def add_athlete(self, athlete: Athlete) -> None:
        self._add(tables.athlete, [mapping.athlete_values(athlete)])

    def save_athlete(self, athlete: Athlete) -> None:
        stored = tables.athlete
        change = update(stored).where(stored.c.id == athlete.id)
        if not self._change(change.values(mapping.athlete_values(athlete))):
            raise self._refuse(StorageFault("This athlete's data are gone: begin again as new."))

    def join(self, channel: Channel, external_id: str, athlete_id: str) -> None:
        known = tables.channel_identity
        change = update(known).where(
            known.c.channel == channel.value, known.c.external_id == external_id
        )
        if not self._change(change.values(athlete_id=athlete_id)):
            self._add(known, [mapping.identity_values(athlete_id, channel, external_id)])

    def add_link_code(self, code: str, athlete_id: str, until: Instant) -> None:
        codes = tables.link_code
        self._change(delete(codes).where(codes.c.until < until - KEPT))
        self._add(codes, [mapping.link_code_values(athlete_id, code, until)])

    def take_link_code(self, code: str, at: Instant) -> str | None:
        codes = tables.link_code
        query = select(codes.c.athlete_id).where(codes.c.code == code, codes.c.until > at)
        athlete_id = self._text(query)
        # Deleting decides who was first, where two may read at once.
        taken = athlete_id is not None and self._change(delete(codes).where(codes.c.code == code))
        return athlete_id if taken else None

    def latest_session(self, athlete_id: str) -> SessionRecord | None:
        return _only(self.sessions(athlete_id, at_most=1))

    def session(self, athlete_id: str, session_id: str) -> SessionRecord | None:
        stored = tables.session
        query = select(stored).where(stored.c.athlete_id == athlete_id, stored.c.id == session_id)
        return _only(self._read(query, mapping.session_from))

    def sessions(self, athlete_id: str, at_most: int) -> Sequence[SessionRecord]:
        stored = tables.session
        query = (
            select(stored)
            .where(stored.c.athlete_id == athlete_id)
            .order_by(stored.c.opened_at.desc(), stored.c.id.desc())
            .limit(at_most)
        )
        return self._read(query, mapping.session_from)

    def add_session(self, session: SessionRecord) -> None:
        if session.version != 1:
            raise ValueError(f"A new session has version 1, not {session.version}.")
        self._add(tables.session, [mapping.session_values(session)])

    def save_session(self, session: SessionRecord) -> None:
        stored = tables.session
        change = update(stored).where(
            stored.c.athlete_id == session.athlete_id,
            stored.c.id == session.id,
            stored.c.version == session.version - 1,
        )
        if not self._change(change.values(mapping.session_values(session))):
            raise self._refuse(StaleSession("The session has moved on elsewhere: load it again."))

    def add_facts(self, athlete_id: str, session_id: str, facts: Sequence[FactRecord]) -> None:
        self._add(
            tables.fact, [mapping.fact_values(athlete_id, session_id, fact) for fact in facts]
        )

    def facts(self, athlete_id: str, session_id: str) -> Sequence[FactRecord]:
        return self._numbered(tables.fact, athlete_id, session_id, mapping.fact_from)

    def add_heard(self, athlete_id: str, session_id: str, heard: Sequence[HeardRecord]) -> None:
        self._add(
            tables.heard, [mapping.heard_values(athlete_id, session_id, one) for one in heard]
        )

    def heard(self, athlete_id: str, session_id: str) -> Sequence[HeardRecord]:
        return self._numbered(tables.heard, athlete_id, session_id, mapping.heard_from)

    def answer_to(self, athlete_id: str, request_id: str) -> str | None:
        kept = tables.answer
        query = select(kept.c.answer).where(
            kept.c.athlete_id == athlete_id, kept.c.request_id == request_id
        )
        return self._text(query)

    def keep_answer(self, athlete_id: str, request_id: str, answer: str, at: Instant) -> None:
        kept = tables.answer
        self._change(delete(kept).where(kept.c.athlete_id == athlete_id, kept.c.at < at - KEPT))
        self._add(kept, [mapping.answer_values(athlete_id, request_id, answer, at)])

    def runs(self, athlete_id: str, since: str) -> Sequence[RunRecord]:
        stored = tables.run
        query = (
            select(stored)
            .where(stored.c.athlete_id == athlete_id, stored.c.day >= since)
            .order_by(stored.c.day, stored.c.id)
        )
        return self._read(query, mapping.run_from)

    def add_run(self, athlete_id: str, run: RunRecord) -> None:
        self._add(tables.run, [mapping.run_values(athlete_id, run)])

    def remove_runs(self, athlete_id: str, day: str, done: bool) -> None:
        stored = tables.run
        self._change(
            delete(stored).where(
                stored.c.athlete_id == athlete_id, stored.c.day == day, stored.c.done.is_(done)
            )
        )

    def _text(self, query: Executable) -> str | None:
        with self._asking() as connection:
            text: str | None = connection.execute(query).scalar()
        return text

    def _read(self, query: Executable, made_from: Callable[[RowMapping], T]) -> Sequence[T]:
        with self._asking() as connection:
            return [made_from(row) for row in connection.execute(query).mappings()]

    def _numbered(
        self,
        table: Table,
        athlete_id: str,
        session_id: str,
        made_from: Callable[[RowMapping], T],
    ) -> Sequence[T]:
        query = (
            select(table)
            .where(table.c.athlete_id == athlete_id, table.c.session_id == session_id)
            .order_by(table.c.number)
        )
        return self._read(query, made_from)

    def _add(self, table: Table, rows: Sequence[mapping.Values]) -> None:
        # Without any row SQLAlchemy would insert an empty one.
        if rows:
            with self._asking() as connection:
                connection.execute(insert(table), rows)

    def _change(self, statement: Update | Delete) -> int:
        """How many rows it touched."""
        with self._asking() as connection:
            return connection.execute(statement).rowcount

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        if self._connection is None:
            raise RuntimeError("A unit of work is used only inside its with block.")
        try:
            yield self._connection
        except TROUBLE as error:
            raise self._refuse(fault_of(error, self._where)) from error

    def _refuse(self, refusal: CoachError) -> CoachError:
        self._refusal = refusal
        if self._connection is not None:
            with suppress(DBAPIError):
                self._connection.rollback()
        return refusal


def _only(found: Sequence[T]) -> T | None:
    return found[0] if found else None

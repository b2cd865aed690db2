"""What the service needs of the world. Adapters obey these; fakes in the tests do too."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Protocol, Self

from engine.errors import CoachError
from engine.units import Instant
from skill.service.records import (
    Athlete,
    Channel,
    FactRecord,
    HeardRecord,
    RunRecord,
    SessionRecord,
)


class StaleSession(CoachError):
    """Somebody else saved the session first; nothing of this turn was kept."""


class StorageFault(CoachError):
    """The athlete's data cannot be read or written now; the text says why and what to do."""


class Clock(Protocol):
    """The one source of the present moment."""

    def now(self) -> Instant: ...


class Ids(Protocol):
    """Makes ids that sort by time (UUIDv7)."""

    def new(self) -> str: ...


class UnitOfWork(Protocol):
    """One turn's transaction. Leaving the ``with`` block without ``commit()`` keeps nothing.

    Every call may raise StorageFault. After a refusal the unit can still read, but not commit.
    """

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def commit(self) -> None: ...

    # Athletes and how they arrive

    def athlete(self, athlete_id: str) -> Athlete | None: ...

    def athlete_on(self, channel: Channel, external_id: str) -> Athlete | None: ...

    def add_athlete(self, athlete: Athlete) -> None: ...

    def save_athlete(self, athlete: Athlete) -> None: ...

    def join(self, channel: Channel, external_id: str, athlete_id: str) -> None:
        """Let this channel identity be that athlete from now on, whoever it was before."""
        ...

    def add_link_code(self, code: str, athlete_id: str, until: Instant) -> None:
        """Valid before ``until``. Raises StorageFault while the same code is out."""
        ...

    def take_link_code(self, code: str, at: Instant) -> str | None:
        """The athlete of a code that is still valid, once; None otherwise."""
        ...

    # Sessions

    def latest_session(self, athlete_id: str) -> SessionRecord | None:
        """The most recently opened session, whatever its status."""
        ...

    def session(self, athlete_id: str, session_id: str) -> SessionRecord | None: ...

    def sessions(self, athlete_id: str, at_most: int) -> Sequence[SessionRecord]:
        """Newest first."""
        ...

    def add_session(self, session: SessionRecord) -> None:
        """Its version is 1."""
        ...

    def save_session(self, session: SessionRecord) -> None:
        """Save under ``session.version``, which must be the stored version plus one.

        Raises:
            StaleSession: it is not.
        """
        ...

    # Facts, heard events and answers: appended, never changed

    def add_facts(self, athlete_id: str, session_id: str, facts: Sequence[FactRecord]) -> None: ...

    def facts(self, athlete_id: str, session_id: str) -> Sequence[FactRecord]:
        """In the order of their numbers."""
        ...

    def add_heard(self, athlete_id: str, session_id: str, heard: Sequence[HeardRecord]) -> None: ...

    def heard(self, athlete_id: str, session_id: str) -> Sequence[HeardRecord]: ...

    def answer_to(self, athlete_id: str, request_id: str) -> str | None:
        """What was answered to this request before, byte for byte."""
        ...

    def keep_answer(self, athlete_id: str, request_id: str, answer: str, at: Instant) -> None: ...

    # Runs

    def runs(self, athlete_id: str, since: str) -> Sequence[RunRecord]:
        """Those of the ISO date ``since`` and later, ordered by day, then by id."""
        ...

    def add_run(self, athlete_id: str, run: RunRecord) -> None: ...

    def remove_runs(self, athlete_id: str, day: str, done: bool) -> None:
        """The done runs of that ISO date, or the planned ones; the other kind stays."""
        ...


class Store(Protocol):
    """Opens units of work.

    A unit may hold the only write lock from its first call to its end: no slow work inside one.
    """

    def begin(self) -> UnitOfWork: ...

    def close(self) -> None:
        """Let go of every connection."""
        ...

"""The ports, obeyed in memory. The same tests hold these to the contract as the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from types import TracebackType
from typing import Self

from engine.errors import CoachError
from engine.units import HOUR, SECOND, Instant, Ms
from skill.service.ports import StaleSession, StorageFault
from skill.service.records import (
    Athlete,
    Channel,
    FactRecord,
    HeardRecord,
    RunRecord,
    SessionRecord,
)

KEPT = 24 * HOUR
PATIENCE = Ms(5 * SECOND)


@dataclass(frozen=True)
class Kept:
    """Everything that is kept, each record by its key."""

    athletes: dict[str, Athlete] = field(default_factory=dict)
    identities: dict[tuple[Channel, str], str] = field(default_factory=dict)
    codes: dict[str, tuple[str, Instant]] = field(default_factory=dict)
    sessions: dict[tuple[str, str], SessionRecord] = field(default_factory=dict)
    facts: dict[tuple[str, str, int], FactRecord] = field(default_factory=dict)
    heard: dict[tuple[str, str, int], HeardRecord] = field(default_factory=dict)
    answers: dict[tuple[str, str], tuple[str, Instant]] = field(default_factory=dict)
    runs: dict[tuple[str, str], RunRecord] = field(default_factory=dict)

    def copied(self) -> Kept:
        """A second one that may change without the first."""
        return Kept(
            dict(self.athletes),
            dict(self.identities),
            dict(self.codes),
            dict(self.sessions),
            dict(self.facts),
            dict(self.heard),
            dict(self.answers),
            dict(self.runs),
        )


class MemoryStore:
    """Obeys ``skill.service.ports.Store``; one unit of work at a time, as on SQLite."""

    def __init__(self, patience: Ms = PATIENCE) -> None:
        self.kept = Kept()
        self.patience = patience
        self.lock = Lock()

    def begin(self) -> MemoryUnitOfWork:
        """A turn."""
        return MemoryUnitOfWork(self)

    def close(self) -> None:
        """Nothing is held open."""


class MemoryUnitOfWork:
    """Obeys ``skill.service.ports.UnitOfWork`` on a copy that ``commit`` puts in place."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._entered = False
        self._work: Kept | None = None
        self._refusal: CoachError | None = None

    def __enter__(self) -> Self:
        self._entered = True
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._drop()
        self._entered = False

    def commit(self) -> None:
        if self._refusal is not None:
            raise self._refusal
        self._store.kept = self._now()
        self._drop()

    def athlete(self, athlete_id: str) -> Athlete | None:
        return self._now().athletes.get(athlete_id)

    def athlete_on(self, channel: Channel, external_id: str) -> Athlete | None:
        now = self._now()
        return now.athletes.get(now.identities.get((channel, external_id), ""))

    def add_athlete(self, athlete: Athlete) -> None:
        self._expect(athlete.id not in self._now().athletes, "this athlete is there already")
        self._now().athletes[athlete.id] = athlete

    def save_athlete(self, athlete: Athlete) -> None:
        self._expect(athlete.id in self._now().athletes, "there is no such athlete")
        self._now().athletes[athlete.id] = athlete

    def join(self, channel: Channel, external_id: str, athlete_id: str) -> None:
        self._expect(athlete_id in self._now().athletes, "there is no such athlete")
        self._now().identities[channel, external_id] = athlete_id

    def add_link_code(self, code: str, athlete_id: str, until: Instant) -> None:
        codes = self._now().codes
        for old in [old for old, (_, ended) in codes.items() if ended < until - KEPT]:
            del codes[old]
        self._expect(athlete_id in self._now().athletes, "there is no such athlete")
        self._expect(code not in codes, "this code is taken")
        codes[code] = (athlete_id, until)

    def take_link_code(self, code: str, at: Instant) -> str | None:
        athlete_id, until = self._now().codes.get(code, ("", at))
        if until <= at:
            return None
        del self._now().codes[code]
        return athlete_id

    def latest_session(self, athlete_id: str) -> SessionRecord | None:
        return next(iter(self.sessions(athlete_id, at_most=1)), None)

    def session(self, athlete_id: str, session_id: str) -> SessionRecord | None:
        return self._now().sessions.get((athlete_id, session_id))

    def sessions(self, athlete_id: str, at_most: int) -> Sequence[SessionRecord]:
        theirs = [one for one in self._now().sessions.values() if one.athlete_id == athlete_id]
        return sorted(theirs, key=lambda one: (one.opened_at, one.id), reverse=True)[:at_most]

    def add_session(self, session: SessionRecord) -> None:
        if session.version != 1:
            raise ValueError(f"A new session has version 1, not {session.version}.")
        now, key = self._now(), (session.athlete_id, session.id)
        self._expect(session.athlete_id in now.athletes, "there is no such athlete")
        self._expect(key not in now.sessions, "this session is there already")
        now.sessions[key] = session

    def save_session(self, session: SessionRecord) -> None:
        now, key = self._now(), (session.athlete_id, session.id)
        if key not in now.sessions or now.sessions[key].version != session.version - 1:
            raise self._refuse(StaleSession("The session has moved on elsewhere."))
        now.sessions[key] = session

    def add_facts(self, athlete_id: str, session_id: str, facts: Sequence[FactRecord]) -> None:
        now = self._now()
        for fact in facts:
            key = (athlete_id, session_id, fact.number)
            self._expect((athlete_id, session_id) in now.sessions, "there is no such session")
            self._expect(key not in now.facts, "this fact's number is taken")
            ids = {known.id for known in now.facts.values()}
            self._expect(fact.id not in ids, "this fact's id is taken")
            now.facts[key] = fact

    def facts(self, athlete_id: str, session_id: str) -> Sequence[FactRecord]:
        kept = sorted(self._now().facts.items())
        return [fact for key, fact in kept if key[:2] == (athlete_id, session_id)]

    def add_heard(self, athlete_id: str, session_id: str, heard: Sequence[HeardRecord]) -> None:
        now = self._now()
        for one in heard:
            key = (athlete_id, session_id, one.number)
            self._expect((athlete_id, session_id) in now.sessions, "there is no such session")
            self._expect(key not in now.heard, "this event's number is taken")
            now.heard[key] = one

    def heard(self, athlete_id: str, session_id: str) -> Sequence[HeardRecord]:
        kept = sorted(self._now().heard.items())
        return [one for key, one in kept if key[:2] == (athlete_id, session_id)]

    def answer_to(self, athlete_id: str, request_id: str) -> str | None:
        found = self._now().answers.get((athlete_id, request_id))
        return found[0] if found else None

    def keep_answer(self, athlete_id: str, request_id: str, answer: str, at: Instant) -> None:
        now = self._now()
        self._expect(athlete_id in now.athletes, "there is no such athlete")
        for key in [key for key, (_, kept) in now.answers.items() if kept < at - KEPT]:
            if key[0] == athlete_id:
                del now.answers[key]
        self._expect((athlete_id, request_id) not in now.answers, "answered already")
        now.answers[athlete_id, request_id] = (answer, at)

    def runs(self, athlete_id: str, since: str) -> Sequence[RunRecord]:
        theirs = [run for (whose, _), run in self._now().runs.items() if whose == athlete_id]
        recent = (run for run in theirs if run.day >= since)
        return sorted(recent, key=lambda run: (run.day, run.id))

    def add_run(self, athlete_id: str, run: RunRecord) -> None:
        now = self._now()
        self._expect(athlete_id in now.athletes, "there is no such athlete")
        self._expect((athlete_id, run.id) not in now.runs, "this run is there already")
        now.runs[athlete_id, run.id] = run

    def remove_runs(self, athlete_id: str, day: str, done: bool) -> None:
        runs = self._now().runs
        gone = (athlete_id, day, done)
        for key in [key for key, run in runs.items() if (key[0], run.day, run.done) == gone]:
            del runs[key]

    def _now(self) -> Kept:
        """This unit's own copy; the first call waits for its turn."""
        if not self._entered:
            raise RuntimeError("A unit of work is used only inside its with block.")
        if self._work is None:
            if not self._store.lock.acquire(timeout=self._store.patience / SECOND):
                raise self._refuse(StorageFault("The memory is busy with another turn."))
            self._work = self._store.kept.copied()
        return self._work

    def _expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            raise self._refuse(StorageFault(f"Refused: {otherwise}."))

    def _refuse(self, refusal: CoachError) -> CoachError:
        self._refusal = refusal
        self._drop()
        return refusal

    def _drop(self) -> None:
        if self._work is not None:
            self._work = None
            self._store.lock.release()

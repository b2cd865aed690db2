"""What was done: sessions with their sets as they stand after corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.library.model import Measure
from engine.session.codec import decode
from engine.session.facts import Fact, SetCorrected, SetLogged, SetUndone, Source
from engine.units import Load, Side
from skill.service.ports import Store
from skill.service.records import FactRecord, SessionRecord, Status

MOST_SESSIONS = 10_000


@dataclass(frozen=True)
class SetDone:
    """One set of one side."""

    exercise: str
    set: int
    side: Side | None
    measure: Measure
    target: int
    actual: int
    load: Load | None
    source: Source


@dataclass(frozen=True)
class SessionDone:
    """One session that was begun."""

    id: str
    date: str
    status: Status
    sets: tuple[SetDone, ...]


def history(store: Store, athlete_id: str, at_most: int = MOST_SESSIONS) -> list[SessionDone]:
    """Sessions with at least one fact, oldest first. Raises StorageFault."""
    with store.begin() as work:
        records = work.sessions(athlete_id, at_most)
        kept = [(record, work.facts(athlete_id, record.id)) for record in reversed(records)]
    return [_session(record, facts) for record, facts in kept if facts]


def _session(record: SessionRecord, facts: Iterable[FactRecord]) -> SessionDone:
    return SessionDone(record.id, record.day, record.status, sets_of(map(_fact, facts)))


def _fact(record: FactRecord) -> Fact:
    fact = decode(json.loads(record.body))
    assert isinstance(fact, Fact)
    return fact


def sets_of(facts: Iterable[Fact]) -> tuple[SetDone, ...]:
    """The log as it stands: corrections made, undone sets left out, in the order of doing."""
    sets: dict[int, SetDone] = {}
    for fact in facts:
        match fact:
            case SetLogged():
                sets[fact.number] = SetDone(
                    fact.exercise,
                    fact.set,
                    fact.side,
                    fact.measure,
                    fact.target,
                    fact.actual,
                    fact.load,
                    fact.source,
                )
            case SetCorrected(of=of) if of in sets:
                sets[of] = _corrected(sets[of], fact)
            case SetUndone(of=of):
                sets.pop(of, None)
            case _:
                pass
    return tuple(sets.values())


def _corrected(done: SetDone, fact: SetCorrected) -> SetDone:
    return replace(
        done,
        actual=done.actual if fact.actual is None else fact.actual,
        load=done.load if fact.load is None else fact.load,
        source=Source.SAID,
    )

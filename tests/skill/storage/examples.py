"""An athlete, a session and what they leave behind, to start a test from."""

from __future__ import annotations

from engine.units import HOUR, Instant
from skill.service.ports import Store
from skill.service.records import (
    Athlete,
    FactRecord,
    HeardRecord,
    RunRecord,
    SessionRecord,
    Status,
)

MORNING = Instant(1_760_000_000_000)
DAY = 24 * HOUR


def an_athlete(athlete_id: str = "ann", **changes: str) -> Athlete:
    """With every optional field filled."""
    return Athlete(
        id=athlete_id,
        name=changes.get("name", "Ann"),
        time_zone="Europe/Oslo",
        created_at=MORNING,
        consented_at=Instant(MORNING + 5),
        notes='{"verbosity": "brief"}',
        profile='{"minutes": 30}',
        training='{"streak": 3}',
        diary='{"notes": []}',
    )


def a_session(
    session_id: str = "s1",
    athlete_id: str = "ann",
    version: int = 1,
    opened_at: int = MORNING,
    state: str = '{"kind": "briefing"}',
    status: Status = Status.OPEN,
) -> SessionRecord:
    """Just opened."""
    return SessionRecord(
        athlete_id=athlete_id,
        id=session_id,
        day="2025-10-09",
        status=status,
        version=version,
        opened_at=Instant(opened_at),
        changed_at=Instant(opened_at + 1),
        workout='{"blocks": []}',
        state=state,
        aired="[[1, 1760000000000]]",
    )


def a_fact(number: int, fact_id: str | None = None) -> FactRecord:
    """A set that was logged; its id follows from its number unless one is given."""
    return FactRecord(
        id=fact_id or f"fact-{number}",
        number=number,
        kind="set_logged",
        at=Instant(MORNING + number),
        body='{"reps": 8}',
    )


def a_heard(number: int) -> HeardRecord:
    """An event that reached the session."""
    return HeardRecord(number=number, at=Instant(MORNING + number), event='{"kind": "done"}')


def a_run(
    run_id: str = "r1", day: str = "2025-10-09", done: bool = False, kind: str = "easy"
) -> RunRecord:
    """With every optional field filled."""
    return RunRecord(run_id, day, kind, done, distance_m=8_000, minutes=48, source="import")


def keep(store: Store, *kept: Athlete | SessionRecord) -> None:
    """Add these in one unit of work."""
    with store.begin() as unit:
        for one in kept:
            if isinstance(one, Athlete):
                unit.add_athlete(one)
            else:
                unit.add_session(one)
        unit.commit()

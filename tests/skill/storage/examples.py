"""An athlete, a session and what they leave behind, to start a test from."""

from __future__ import annotations

from engine.units import Instant
from skill.service.records import Athlete, FactRecord, HeardRecord, SessionRecord, Status

MORNING = Instant(1_760_000_000_000)


def an_athlete(athlete_id: str = "ann", **changes: str) -> Athlete:
    """With every optional field filled."""
    return Athlete(
        id=athlete_id,
        name=changes.get("name", "Ann"),
        time_zone="Europe/Oslo",
        created_at=MORNING,
        consented_at=Instant(MORNING + 5),
        notes='{"verbosity": "brief"}',
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

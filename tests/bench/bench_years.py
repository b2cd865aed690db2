"""Ten years of history against none, in two real databases: asking for today must cost the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from engine.library.model import Exercise, Experience, Measure
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Profile, Where
from engine.plan.athlete.runs import RunKind
from engine.plan.book import Book
from engine.plan.model import Effort
from engine.plan.planner.asked import reach_of, session_today
from engine.plan.progression.fold import settled, with_latest
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.workout.templates import KITS
from engine.session.codec import encode, snapshot
from engine.session.commands import Today
from engine.session.events import Heard
from engine.session.facts import Ending, SetLogged, Source
from engine.session.standing import Standing
from engine.session.state import Finished, State
from engine.speech.estimate import estimated_ms
from engine.units import HOUR, Instant, Side
from skill.service.coach import Coach, Delivery
from skill.service.ports import Ids, UnitOfWork
from skill.service.records import Channel, FactRecord, SessionRecord, Status
from skill.service.scripts import Scripts
from skill.storage import TimeOrderedIds, open_store
from tests.samples import FIRST, LIBRARY, MONDAY

TODAY = date(2026, 1, 5)
DAY_MS = 24 * HOUR
YEARS = 10
SESSION_EVERY = timedelta(days=3)
SETS = 20
PROFILE = Profile(
    experience=Experience.INTERMEDIATE,
    age=41,
    minutes=30,
    run_days=(
        (Weekday.TUE, RunKind.EASY),
        (Weekday.THU, RunKind.HARD),
        (Weekday.SUN, RunKind.LONG),
    ),
    answered=frozenset({"minutes"}),
).with_gear(Where.HOME, KITS[Experience.INTERMEDIATE])


def askers(scripts: Scripts, folder: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """Asking what today's session is: with ten years of sessions, and with none."""
    return _asker(scripts, folder / "ten.db", YEARS), _asker(scripts, folder / "none.db", 0)


def _asker(scripts: Scripts, file: Path, years: int) -> Callable[[], object]:
    store = open_store(f"sqlite:///{file}")
    ids = TimeOrderedIds()
    coach = Coach(store, ids, scripts, ZoneInfo("UTC"))
    athlete_id = coach.athlete_on(Channel.LAPTOP, "bench", MONDAY)
    with store.begin() as work:
        athlete = work.athlete(athlete_id)
        assert athlete is not None
        training = _trained(years)
        kept = replace(
            athlete,
            profile=json.dumps(snapshot(PROFILE)),
            training=json.dumps(snapshot(training)) if years else "{}",
            notes=json.dumps(snapshot(_standing(training))),
        )
        work.save_athlete(kept)
        for number in range(years * 365 // SESSION_EVERY.days):
            _store_session(work, athlete_id, ids, number)
        work.commit()
    tuesday = MONDAY + DAY_MS
    moments = iter(range(tuesday, tuesday + 10_000_000, 10))

    def ask() -> object:
        heard = Heard(Today(), Instant(next(moments)))
        return coach.hear(athlete_id, heard, Delivery(estimated_ms))

    return ask


def _trained(years: int) -> Training:
    training, reach = Training(), reach_of(PROFILE, LIBRARY)
    day = TODAY - timedelta(days=365 * years)
    while day < TODAY - SESSION_EVERY:
        workout = session_today(Book(PROFILE, settled(training, reach)), LIBRARY, day, None, None)
        results = tuple(
            _result(LIBRARY.exercises[id], side)
            for id in workout.exercises
            for side in _sides(LIBRARY.exercises[id])
        )
        done = SessionResult(
            session=day.isoformat(),
            day=day,
            kind=workout.kind,
            legs=workout.legs,
            dosage=workout.dosage,
            phase=workout.phase,
            completed=True,
            minutes=28,
            exercises=results,
        )
        training = with_latest(training, done, reach)
        day += SESSION_EVERY
    return training


def _standing(training: Training) -> Standing:
    """Consented, and every exercise met as often as it was done."""
    met = {level.exercise: level.times for level in training.levels}
    return Standing(consented=True, met=tuple(met.items()), sessions=training.sessions)


def _sides(exercise: Exercise) -> tuple[Side | None, ...]:
    return (Side.LEFT, Side.RIGHT) if exercise.per_side else (None,)


def _result(exercise: Exercise, side: Side | None) -> ExerciseResult:
    return ExerciseResult(
        exercise=exercise.id,
        side=side,
        measure=exercise.measure,
        target=exercise.high,
        actuals=(exercise.high,) * 3,
        said=True,
        effort=Effort.RIGHT,
    )


def _store_session(work: UnitOfWork, athlete_id: str, ids: Ids, number: int) -> None:
    """A past session with twenty sets, as it lies in the tables."""
    day = TODAY - (number + 1) * SESSION_EVERY
    at = Instant(MONDAY - (number + 1) * SESSION_EVERY.days * DAY_MS)
    over = State(Finished(Ending.COMPLETED, at, 0))
    record = SessionRecord(
        athlete_id=athlete_id,
        id=ids.new(),
        day=day.isoformat(),
        status=Status.COMPLETED,
        version=1,
        opened_at=at,
        changed_at=at,
        workout=json.dumps(snapshot(FIRST)),
        state=json.dumps(snapshot(over)),
    )
    facts = [
        SetLogged(n, at, "bw_squat", n, None, Measure.REPS, 10, 10, None, Source.SAID)
        for n in range(1, SETS + 1)
    ]
    work.add_session(record)
    kept = [FactRecord(ids.new(), f.number, "SetLogged", at, json.dumps(encode(f))) for f in facts]
    work.add_facts(athlete_id, record.id, kept)

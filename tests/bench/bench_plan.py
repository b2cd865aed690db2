"""Athletes to plan for: a typical one, and one for whom everything is at its fullest."""

from __future__ import annotations

from datetime import date, timedelta

from engine.library.model import Experience, Gear
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Profile, Where
from engine.plan.athlete.runs import RunKind
from engine.plan.book import Book
from engine.plan.model import Dosage, Effort, Phase
from engine.plan.progression.fold import with_session
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.progression.outcome import Reach
from tests.samples import LIBRARY

TODAY = date(2026, 11, 23)
SESSIONS_DONE = 150
RUNS = (
    (Weekday.TUE, RunKind.EASY),
    (Weekday.THU, RunKind.HARD),
    (Weekday.SUN, RunKind.LONG),
)


def athletes() -> tuple[tuple[str, Book], ...]:
    """Their names and books."""
    typical = Profile(
        experience=Experience.INTERMEDIATE,
        minutes=30,
        places=((Where.HOME, frozenset({Gear.DUMBBELL, Gear.STEP})),),
        run_days=RUNS,
    )
    heavy = Profile(
        experience=Experience.ADVANCED,
        days_per_week=4,
        minutes=45,
        places=((Where.HOME, frozenset(Gear)),),
        run_days=RUNS,
        impact_ok=True,
    )
    return ("two half hours", Book(typical)), ("four times 45", Book(heavy, long_past()))


def long_past() -> Training:
    """More than a year of sessions with every exercise there is."""
    ids, training = sorted(LIBRARY.exercises), Training()
    reach = Reach(LIBRARY, Experience.ADVANCED, frozenset(Gear))
    for number in range(SESSIONS_DONE):
        day = TODAY - timedelta(days=3 * (SESSIONS_DONE - number))
        chosen = (ids[(number * 7 + n) % len(ids)] for n in range(7))
        training = with_session(training, _session(day, tuple(chosen)), reach)
    return training


def _session(day: date, ids: tuple[str, ...]) -> SessionResult:
    results = (
        ExerciseResult(
            *(id, None, LIBRARY.exercises[id].measure, LIBRARY.exercises[id].low),
            (LIBRARY.exercises[id].low,) * 3,
            said=True,
            effort=Effort.RIGHT,
        )
        for id in ids
    )
    return SessionResult(
        str(day), day, "A", True, Dosage.NORMAL, Phase.BUILD, True, 45, tuple(results)
    )

"""Sessions told in a line, for the tests of progression."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from engine.library.load import embedded_library
from engine.library.model import Exercise, Experience, Gear
from engine.plan.model import Dosage, Effort, Level, Phase
from engine.plan.progression.fold import with_session
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.progression.outcome import Reach
from engine.units import Basis, Load, Side, Unit

LIBRARY = embedded_library()
MONDAY = date(2026, 11, 23)
RIGHT, EASY, HARD = Effort.RIGHT, Effort.TOO_EASY, Effort.TOO_HARD
DUMBBELLS = frozenset({Gear.DUMBBELL, Gear.STEP})
GYM = frozenset(Gear)
OWNED = tuple(Load.of(kg) for kg in (8, 10, 12, 14))


def on(days: int) -> date:
    """So many days after a Monday."""
    return MONDAY + timedelta(days=days)


def kg(value: float) -> Load:
    return Load.of(value)


def pounds(value: float, basis: Basis = Basis.TOTAL) -> Load:
    return Load.of(value, Unit.LB, basis)


def reach(
    experience: Experience = Experience.INTERMEDIATE,
    gear: frozenset[Gear] = GYM,
    weights: tuple[Load, ...] = (),
) -> Reach:
    return Reach(LIBRARY, experience, gear, weights=weights)


def exercise(id: str) -> Exercise:
    return LIBRARY.exercises[id]


def did(
    id: str,
    *actuals: int,
    target: int | None = None,
    load: Load | None = None,
    side: Side | None = None,
    effort: Effort | None = RIGHT,
    said: bool = True,
    complete: bool = True,
    failed: bool = False,
    hurt: bool = False,
) -> ExerciseResult:
    """An exercise done; its target is what the first set came to unless told."""
    asked = target if target is not None else (actuals[0] if actuals else exercise(id).low)
    return ExerciseResult(
        id,
        side,
        exercise(id).measure,
        asked,
        actuals,
        load,
        said,
        complete,
        effort,
        failed,
        hurt,
    )


def both(id: str, *actuals: int, **how: object) -> tuple[ExerciseResult, ...]:
    """A one-sided exercise done alike on both sides."""
    one = did(id, *actuals, **how)  # type: ignore[arg-type]
    return tuple(replace(one, side=side) for side in (Side.LEFT, Side.RIGHT))


def session(
    day: date,
    *exercises: ExerciseResult,
    kind: str = "A",
    dosage: Dosage = Dosage.NORMAL,
    phase: Phase = Phase.BUILD,
    easy: bool = False,
    minutes: int = 30,
    id: str = "",
) -> SessionResult:
    return SessionResult(
        id or day.isoformat(),
        day,
        kind,
        legs=True,
        dosage=dosage,
        phase=phase,
        completed=True,
        minutes=minutes,
        exercises=exercises,
        easy=easy,
    )


def after(
    sessions: Iterable[SessionResult], within: Reach | None = None, begun: Training | None = None
) -> Training:
    """What these sessions come to."""
    training = begun or Training()
    for each in sessions:
        training = with_session(training, each, within or reach())
    return training


def standing(id: str, target: int, load: Load | None = None, **more: object) -> Level:
    level = Level(id, None, target, load)
    return replace(level, **more)  # type: ignore[arg-type]

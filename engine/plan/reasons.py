"""Why this workout: codes that the wording turns into sentences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.library.model import Exercise
from engine.plan.model import Focus
from engine.plan.workout.ladder import Means
from engine.plan.workout.prescribe import EASY_WEEKS
from engine.plan.workout.timing import Dose

FIRST_SESSION = "first_session"
EASING_IN = "easing_in"
SPARES_PAIN = "spares_pain"
LONGER_RESTS = "longer_rests"
USES_GEAR = "uses_gear"
NO_GEAR = "no_gear"
FITS_MINUTES = "fits_minutes"
OF_FOCUS: Mapping[Focus, str] = MappingProxyType(
    {
        Focus.FULL: "full_body",
        Focus.LEGS: "focus_legs",
        Focus.UPPER: "focus_upper",
        Focus.CORE: "focus_core",
    }
)


def reasons(
    focus: Focus, means: Means, week: int, older: bool, doses: tuple[Dose, ...]
) -> tuple[str, ...]:
    """The codes that hold, the most telling first; ``fits_minutes`` always does."""
    uses_gear = any(_needs_gear(dose.exercise, means) for dose in doses)
    codes = (
        (FIRST_SESSION, means.first),
        (OF_FOCUS[focus], True),
        (EASING_IN, week <= EASY_WEEKS and not means.first),
        (SPARES_PAIN, bool(means.blocked)),
        (LONGER_RESTS, older),
        (USES_GEAR if uses_gear else NO_GEAR, True),
        (FITS_MINUTES, True),
    )
    return tuple(code for code, holds in codes if holds)


def _needs_gear(exercise: Exercise, means: Means) -> bool:
    return bool(exercise.gear_from(means.gear))

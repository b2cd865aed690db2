"""Why this workout: of the session as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.cues import Name
from engine.library.model import Exercise, Library
from engine.plan.model import Focus
from engine.plan.reasons import Reason, because
from engine.plan.workout.means import Means
from engine.plan.workout.prescribe import EASY_WEEKS, Aim
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
) -> tuple[Reason, ...]:
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
    return tuple(because(code) for code, holds in codes if holds)


def of_choice(reason: Reason) -> bool:
    """Whether it says why an exercise was chosen; any other says why its numbers are."""
    return reason.code.startswith("chosen")


def number_because(aim: Aim | None) -> tuple[Reason, ...]:
    """Why these numbers, where past sessions have led to them."""
    return (aim.why,) if aim and aim.why else ()


def chosen_because(library: Library, exercise: Exercise, means: Means) -> tuple[Reason, ...]:
    """Why this exercise: pain, what was worked up to, equipment, or simply its rung."""
    name = Name(exercise.id)
    above = [
        other
        for other in library.ladder(exercise.pattern)
        if (other.rung or 0) > (exercise.rung or 0)
        and (other.rung or 0) <= means.target(exercise.pattern)
    ]
    spared = next((place for other in above for place in other.avoid_with & means.blocked), None)
    if spared is not None:
        return (because("chosen_pain", exercise=name, place=spared.value),)
    if means.saved.get(exercise.pattern) == exercise.id:
        return (because("chosen_saved", exercise=name),)
    gear = exercise.gear_from(means.gear)
    if gear:
        return (because("chosen_gear", exercise=name, gear=",".join(sorted(gear))),)
    if above:
        return (because("chosen_only", exercise=name),)
    return (because("chosen_rung", exercise=name),)


def _needs_gear(exercise: Exercise, means: Means) -> bool:
    return bool(exercise.gear_from(means.gear))

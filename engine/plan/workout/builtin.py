"""The built-in workouts, by name: each level's full, legs and core session at each length."""

from __future__ import annotations

from engine.library.model import Experience, Gear, Library
from engine.plan.model import Focus, Workout
from engine.plan.workout.build import build_workout
from engine.plan.workout.templates import KITS, ROWS

_SPECS = {
    f"{experience}-{focus}-{row.minutes}": (experience, focus, row.minutes)
    for experience in Experience
    for focus in (Focus.FULL, Focus.LEGS, Focus.CORE)
    for row in ROWS
}
BUILTIN_IDS = tuple(_SPECS)
"""``<experience>-<focus>-<minutes>``, easiest and shortest first."""


def builtin(
    library: Library, id: str, gear: frozenset[Gear] | None = None, week: int = 1
) -> Workout:
    """A built-in workout; its level's own kit unless ``gear`` says otherwise.

    Raises:
        KeyError: for an id that is none of ``BUILTIN_IDS``.
    """
    experience, focus, minutes = _SPECS[id]
    return build_workout(
        library,
        experience=experience,
        focus=focus,
        minutes=minutes,
        gear=KITS[experience] if gear is None else gear,
        week=week,
    )

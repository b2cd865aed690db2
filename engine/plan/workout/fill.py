"""Uses up the time that is left over: an hour that was asked for should not be half empty."""

from __future__ import annotations

from collections.abc import Iterator

from engine.library.model import Exercise
from engine.plan.workout.fit import MOST_SETS, USUAL_SETS, Cap
from engine.plan.workout.timing import Dose, Pace, main_ms
from engine.units import Ms

FULL_PERCENT = 88
"""A normal session of the legs or the whole body takes at least so much of its minutes."""
FROM_WEEK = 3
SETS_AT_LAST = 5
"""Sets of one exercise, where nothing else is left to add (S1 has up to five)."""


def filled(
    doses: tuple[Dose, ...],
    spare: tuple[Exercise, ...],
    pace: Pace,
    room: Ms,
    enough: Ms,
    cap: Cap,
) -> tuple[Dose, ...]:
    """Add third sets out of turn, more exercises, fourth and fifth sets, until enough is used.

    ``spare`` are further exercises by priority. It stays less where one more set would go past
    ``room`` or the week's allowance for the legs, or every exercise has five sets, or two in the
    weeks that are capped at two.
    """
    while main_ms(doses, pace) < enough:
        longer = (more for more in _longer(doses, spare, cap) if main_ms(more, pace) <= room)
        best = next(longer, None)
        if best is None:
            return doses
        doses = best
    return doses


def _longer(
    doses: tuple[Dose, ...], spare: tuple[Exercise, ...], cap: Cap
) -> Iterator[tuple[Dose, ...]]:
    """The next larger sessions, the most sensible first."""
    yield from _with_a_set(doses, MOST_SETS, cap)
    taken = {dose.exercise.id for dose in doses}
    for exercise in spare:
        grown = (*doses, Dose(exercise, USUAL_SETS))
        if exercise.id not in taken and cap.allows(grown):
            yield grown
    yield from _with_a_set(doses, SETS_AT_LAST, cap)


def _with_a_set(doses: tuple[Dose, ...], most: int, cap: Cap) -> Iterator[tuple[Dose, ...]]:
    if cap.sets <= USUAL_SETS:
        most = cap.sets
    for index, dose in enumerate(doses):
        grown = (*doses[:index], Dose(dose.exercise, dose.sets + 1), *doses[index + 1 :])
        if dose.sets < most and cap.allows(grown):
            yield grown

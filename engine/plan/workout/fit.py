"""How many exercises and sets fit into the minutes there are."""

from __future__ import annotations

from dataclasses import dataclass

from engine.library.model import Exercise, Experience, Pattern
from engine.plan.model import Format
from engine.plan.workout.timing import Dose, Pace, main_ms
from engine.units import Ms

USUAL_SETS, MOST_SETS = 2, 3
FEWEST_EXERCISES, FEWEST_OF_WHOLE_BODY = 3, 4
"""Exercises that are not given up for second sets; a fourth keeps the core in two short sessions a
week."""
NEWCOMER_WEEKS, OLDER_WEEKS = 2, 4
"""Training weeks in which beginners and the older keep to two sets."""


LOWER_BODY = frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE, Pattern.HIP_EXTENSION})
"""Patterns whose sets count against the week's allowance of hard leg work."""


@dataclass(frozen=True)
class Cap:
    """How far sets may grow."""

    sets: int
    """Of one exercise."""
    hard_sets: int | None = None
    """Of the lower body in this session; None: no limit."""

    def allows(self, doses: tuple[Dose, ...]) -> bool:
        hard = sum(dose.sets for dose in doses if dose.exercise.pattern in LOWER_BODY)
        return self.hard_sets is None or hard <= self.hard_sets


def most_sets(pace: Pace, week: int, first: bool) -> int:
    """The cap on sets of one exercise; ``week`` counts training weeks from 1."""
    newcomer = pace.experience is Experience.BEGINNER and week <= NEWCOMER_WEEKS
    cautious = newcomer or first or (pace.older and week <= OLDER_WEEKS)
    return USUAL_SETS if cautious else MOST_SETS


def affordable(
    slots: tuple[Exercise | None, ...], size: int, cap: Cap
) -> tuple[tuple[Exercise, ...], tuple[Exercise, ...]]:
    """Exercises of which two sets each keep within the cap: of the first ``size`` slots, and more.

    An empty slot stays empty, unless there are too few without the next ones.
    """
    usual: list[Exercise] = []
    spare: list[Exercise] = []
    for place, exercise in enumerate(slots):
        if exercise is None:
            continue
        all_doses = tuple(Dose(each, USUAL_SETS) for each in (*usual, *spare, exercise))
        if cap.allows(all_doses):
            (usual if place < size or len(usual) < FEWEST_EXERCISES else spare).append(exercise)
    return tuple(usual), tuple(spare)


def fitted(
    exercises: tuple[Exercise, ...],
    pace: Pace,
    room: Ms,
    cap: Cap,
    fewest: int = FEWEST_EXERCISES,
) -> tuple[Dose, ...]:
    """Two sets of each, fewer exercises while that is too long, then third sets while they fit.

    ``exercises`` come in order of priority, ``room`` is the time for the main block.
    """
    doses = tuple(Dose(exercise, min(USUAL_SETS, cap.sets)) for exercise in exercises)
    while main_ms(doses, pace) > room:
        shorter = shortened(doses, fewest)
        if shorter == doses:
            break
        doses = shorter
    return _grown(doses, pace, room, cap) if cap.sets > USUAL_SETS else doses


def shortened(doses: tuple[Dose, ...], fewest: int = FEWEST_EXERCISES) -> tuple[Dose, ...]:
    """The next shorter session: third sets go first, then exercises down to the fewest, then
    second sets, then exercises down to one; the least important always before the others."""
    most = max((dose.sets for dose in doses), default=0)
    drop = len(doses) > fewest or most == 1
    if most <= USUAL_SETS and drop:
        return doses[:-1] if len(doses) > 1 else doses
    for index in reversed(range(len(doses))):
        if doses[index].sets == most:
            fewer = Dose(doses[index].exercise, most - 1)
            return (*doses[:index], fewer, *doses[index + 1 :])
    return doses


def _grown(doses: tuple[Dose, ...], pace: Pace, room: Ms, cap: Cap) -> tuple[Dose, ...]:
    size = 2 if pace.row.format is Format.PAIRS else 1
    for start in range(0, len(doses), size):
        more = tuple(
            Dose(dose.exercise, dose.sets + 1) if start <= index < start + size else dose
            for index, dose in enumerate(doses)
        )
        if main_ms(more, pace) > room:
            break
        if cap.allows(more):
            doses = more
    return doses

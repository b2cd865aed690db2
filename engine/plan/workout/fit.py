"""How many exercises and sets fit into the minutes there are."""

from __future__ import annotations

from engine.library.model import Exercise, Experience
from engine.plan.model import Format
from engine.plan.workout.timing import Dose, Pace, main_ms
from engine.units import Ms

USUAL_SETS, MOST_SETS, FEWEST_EXERCISES = 2, 3, 3
NEWCOMER_WEEKS, OLDER_WEEKS = 2, 4
"""Training weeks in which beginners and the older keep to two sets."""


def most_sets(pace: Pace, week: int, first: bool) -> int:
    """The cap on sets of one exercise; ``week`` counts training weeks from 1."""
    newcomer = pace.experience is Experience.BEGINNER and week <= NEWCOMER_WEEKS
    cautious = newcomer or first or (pace.older and week <= OLDER_WEEKS)
    return USUAL_SETS if cautious else MOST_SETS


def fitted(exercises: tuple[Exercise, ...], pace: Pace, room: Ms, most: int) -> tuple[Dose, ...]:
    """Two sets of each, fewer exercises while that is too long, then third sets while they fit.

    ``exercises`` come in order of priority, ``room`` is the time for the main block.
    """
    doses = tuple(Dose(exercise, USUAL_SETS) for exercise in exercises)
    while main_ms(doses, pace) > room:
        shorter = shortened(doses)
        if shorter == doses:
            break
        doses = shorter
    return _grown(doses, pace, room) if most > USUAL_SETS else doses


def shortened(doses: tuple[Dose, ...]) -> tuple[Dose, ...]:
    """The next shorter session: third sets go first, then exercises down to three, then second
    sets, then exercises down to one; the least important always before the others."""
    most = max((dose.sets for dose in doses), default=0)
    drop = len(doses) > FEWEST_EXERCISES or most == 1
    if most <= USUAL_SETS and drop:
        return doses[:-1] if len(doses) > 1 else doses
    for index in reversed(range(len(doses))):
        if doses[index].sets == most:
            fewer = Dose(doses[index].exercise, most - 1)
            return (*doses[:index], fewer, *doses[index + 1 :])
    return doses


def _grown(doses: tuple[Dose, ...], pace: Pace, room: Ms) -> tuple[Dose, ...]:
    size = 2 if pace.row.format is Format.PAIRS else 1
    for start in range(0, len(doses), size):
        more = tuple(
            Dose(dose.exercise, dose.sets + 1) if start <= index < start + size else dose
            for index, dose in enumerate(doses)
        )
        if main_ms(more, pace) > room:
            break
        doses = more
    return doses

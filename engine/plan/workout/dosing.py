"""How much of the usual work a session holds: half in easy weeks, less after a gap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from engine.plan.model import Dosage
from engine.plan.workout.fill import SETS_AT_LAST
from engine.plan.workout.timing import Dose

EASY_RIR = 4
"""Reps in reserve at least, in easy weeks and the day before a demanding run."""
RACE_WEEK_SETS = (2, 2, 1, 1)
"""Sets of race week's one session, by priority (engineering judgement on Bosquet 2007)."""


@dataclass(frozen=True)
class Easing:
    """What makes a session easier than usual, beside the day before a demanding run."""

    halved: bool = False
    """Deload and the first week of a taper."""
    race_week: bool = False
    most_sets: int | None = None
    """After a gap in training."""
    fewer_sets: int = 0
    """Of every exercise, but never the last one: a tired day."""
    least_rir: int = 0
    more_rir: int = 0

    def rir(self, usual: int, dosage: Dosage) -> int:
        """Reps in reserve to aim at."""
        easy = self.halved or self.race_week or dosage is Dosage.LIGHT
        return max(usual + self.more_rir, self.least_rir, EASY_RIR if easy else 0)


def eased(doses: tuple[Dose, ...], easing: Easing, dosage: Dosage) -> tuple[Dose, ...]:
    """The doses as the day allows them; every exercise keeps one set."""
    if easing.race_week:
        by_priority = zip(doses, RACE_WEEK_SETS, strict=False)
        return tuple(replace(dose, sets=min(dose.sets, sets)) for dose, sets in by_priority)
    if easing.halved or dosage is Dosage.LIGHT:
        doses = tuple(replace(dose, sets=-(-dose.sets // 2)) for dose in doses)
    return tuple(replace(dose, sets=max(1, dose.sets - easing.fewer_sets)) for dose in doses)


def with_added(
    doses: tuple[Dose, ...], added: Mapping[str, int], fits: Callable[[tuple[Dose, ...]], bool]
) -> tuple[Dose, ...]:
    """With the sets that were earned where nothing else could rise, while they fit."""
    for index, dose in enumerate(doses):
        more = added.get(dose.exercise.id, 0)
        sets = max(dose.sets, min(SETS_AT_LAST, dose.sets + more))
        grown = (*doses[:index], replace(dose, sets=sets), *doses[index + 1 :])
        if more and fits(grown):
            doses = grown
    return doses

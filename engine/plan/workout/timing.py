"""How long sets and sessions take, exactly: what fits is decided on these seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.library.model import Exercise, Experience, RestClass
from engine.plan.model import Format, PlannedSet
from engine.plan.workout.templates import BIG_TO_SMALL, OLDER_FROM, Row, row_for
from engine.units import Ms, seconds

INTRO = seconds(10)
"""Naming an exercise, once, before its first set."""
SWITCH = seconds(5)
"""From the left side to the right."""
REST = {
    RestClass.MAIN: seconds(90),
    RestClass.ACCESSORY: seconds(60),
    RestClass.CORE: seconds(45),
    RestClass.PLYO: seconds(45),
}
"""Between straight sets."""
HEAVY_REST = seconds(150)
"""For main exercises of the advanced whose range ends at eight reps or fewer."""
HEAVY_UP_TO = 8


@dataclass(frozen=True)
class Dose:
    """So many sets of an exercise."""

    exercise: Exercise
    sets: int


@dataclass(frozen=True)
class Turn:
    """One set, both sides where it has two, in the order of doing."""

    exercise: Exercise
    number: int
    of: int
    pause: Ms
    """Until the next turn, its intro not counted."""
    change: bool
    """The pause only changes exercises within a round or pair."""


@dataclass(frozen=True)
class Pace:
    """What decides order and rests."""

    row: Row
    experience: Experience
    older: bool = False

    @classmethod
    def of(cls, minutes: int, experience: Experience, age: int | None) -> Pace:
        return cls(row_for(minutes), experience, age is not None and age >= OLDER_FROM)

    @property
    def change(self) -> Ms:
        """Between two exercises of one round or pair; the older take longer in circuits only."""
        slower = self.older and self.row.format is Format.CIRCUIT
        return Ms(self.row.change + self.row.older) if slower else self.row.change

    def rest_after(self, exercise: Exercise) -> Ms:
        """The rest that ends a round, a pair or a straight set."""
        straight = self.row.format is Format.STRAIGHT
        rest = self._class_rest(exercise) if straight else self.row.rest
        return Ms(rest + self.row.older) if self.older else rest

    def _class_rest(self, exercise: Exercise) -> Ms:
        advanced = self.experience is Experience.ADVANCED
        heavy = advanced and exercise.rest is RestClass.MAIN and exercise.high <= HEAVY_UP_TO
        rest = HEAVY_REST if heavy else REST[exercise.rest]
        # One side rests while the other works, so two thirds will do.
        return Ms(rest * 2 // 3) if exercise.per_side else rest


def turns(doses: tuple[Dose, ...], pace: Pace, jumps: tuple[Dose, ...] = ()) -> tuple[Turn, ...]:
    """Every set in the order of doing: jumps first, then ``doses``, given in order of priority."""
    first = tuple(
        Turn(dose.exercise, number, dose.sets, REST[dose.exercise.rest], change=False)
        for dose in jumps
        for number in range(1, dose.sets + 1)
    )
    rounds = (turn for group in _groups(doses, pace) for turn in _rounds(group, pace))
    return (*first, *rounds)


def main_ms(doses: tuple[Dose, ...], pace: Pace) -> Ms:
    """How long the main block takes by the model: each set in the middle of its range."""
    work = sum(dose.sets * set_ms(dose.exercise) for dose in doses)
    pauses, rest = 0, Ms(0)
    for group in _groups(doses, pace):
        rounds = max(dose.sets for dose in group)
        changes = sum(dose.sets for dose in group) - rounds
        rest = pace.rest_after(group[-1].exercise)
        pauses += rounds * rest + changes * pace.change
    # Nothing follows the last set.
    return Ms(work + pauses - rest + INTRO * len(doses))


def set_ms(exercise: Exercise) -> Ms:
    """One set in the middle of its range (rounded up), both sides where it has two."""
    middle = -(-(exercise.low + exercise.high) // 2)
    side = middle * (exercise.tempo.rep_ms if exercise.tempo else seconds(1))
    return Ms(side * 2 + SWITCH) if exercise.per_side else Ms(side)


def planned_ms(sets: Iterable[PlannedSet]) -> Ms:
    """How long the sets take as planned: lead-ins, work at its target, rests."""
    return Ms(sum(planned.lead_ms + planned.work_ms + planned.rest_ms for planned in sets))


def _groups(doses: tuple[Dose, ...], pace: Pace) -> Iterator[tuple[Dose, ...]]:
    if pace.row.format is Format.STRAIGHT:
        doses = tuple(sorted(doses, key=lambda dose: _PLACE[dose.exercise.pattern]))
    size = {Format.CIRCUIT: len(doses), Format.PAIRS: 2, Format.STRAIGHT: 1}[pace.row.format]
    for start in range(0, len(doses), max(size, 1)):
        yield doses[start : start + size]


_PLACE = {pattern: place for place, pattern in enumerate(BIG_TO_SMALL)}


def _rounds(group: tuple[Dose, ...], pace: Pace) -> Iterator[Turn]:
    for number in range(1, max(dose.sets for dose in group) + 1):
        due = [dose for dose in group if dose.sets >= number]
        for dose in due:
            change = dose is not due[-1]
            pause = pace.change if change else pace.rest_after(dose.exercise)
            yield Turn(dose.exercise, number, dose.sets, pause, change)

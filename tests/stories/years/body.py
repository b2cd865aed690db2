"""An honest body: what an athlete can really do on a day, and what training and rest make of it.

No coach's rule is in here. Every number is engineering judgement, made so that whoever can do the
top of one rung with two or three reps to spare can just do the low end of the next.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from engine.library.model import Exercise, Measure, Pattern
from engine.plan.athlete.runs import RunKind
from engine.plan.progression.loads import mass
from engine.units import Load, Unit

GROUPS: Mapping[Pattern, str] = {
    **dict.fromkeys((Pattern.SQUAT, Pattern.LUNGE, Pattern.PLYOMETRIC), "legs"),
    **dict.fromkeys((Pattern.HINGE, Pattern.HIP_EXTENSION), "hips"),
    **dict.fromkeys((Pattern.CALF_STRAIGHT, Pattern.CALF_BENT), "calves"),
    **dict.fromkeys((Pattern.PUSH_HORIZONTAL, Pattern.PUSH_VERTICAL), "push"),
    **dict.fromkeys((Pattern.PULL_HORIZONTAL, Pattern.PULL_VERTICAL), "pull"),
    **dict.fromkeys((Pattern.ANTI_EXTENSION, Pattern.ANTI_ROTATION, Pattern.LATERAL_HIP), "trunk"),
}
"""Patterns that grow strong together."""
LOWER = ("legs", "hips", "calves")
TWELVE_TIMES: Mapping[str, float] = {
    "goblet_squat": 0.30,
    "squat_to_press": 0.10,
    "barbell_squat": 0.62,
    "db_rdl": 0.20,
    "barbell_rdl": 0.60,
    "deadlift": 0.60,
    "weighted_bridge": 0.40,
    "one_leg_rdl_loaded": 0.20,
    "weighted_split_squat": 0.13,
    "loaded_step_up": 0.13,
    "rear_foot_raised_split_squat": 0.11,
    "walking_lunge_loaded": 0.12,
    "overhead_lunge": 0.07,
    "one_leg_calf_raise_loaded": 0.20,
    "one_leg_calf_step_loaded": 0.17,
    "seated_calf_loaded": 0.36,
    "seated_one_leg_calf_loaded": 0.22,
    "one_arm_cable_row": 0.22,
    "bent_over_row": 0.14,
    "one_arm_row_supported": 0.22,
    "pallof_cable": 0.13,
    "russian_twist_loaded": 0.12,
    "russian_twist_hover": 0.10,
    "suitcase_carry": 0.22,
    "floor_press": 0.14,
    "one_arm_chest_press": 0.13,
    "one_arm_chest_press_seated": 0.13,
    "kneeling_press": 0.08,
    "standing_press": 0.10,
}
"""What an intermediate lifts twelve times, as a share of the body's weight, counted as the exercise
counts its load: of both hands together, or of each."""
INTERMEDIATE = 4.0
"""The rung at which an intermediate stands."""
PER_RUNG, PER_RUNG_LOADED = 0.30, 0.22
"""How much each rung of ability adds, as an exponent: a third more reps, a quarter more weight."""
SPARE = 1.45
"""At one's own rung: reps to failure per rep in the middle of the range."""
PER_SET = 0.04
"""What each set before takes off, rests kept."""
TIRED = {RunKind.HARD: 0.06, RunKind.LONG: 0.08, RunKind.RACE: 0.15}
"""What a demanding run of the day before takes off the legs; half of it a day later."""
LOSES_AFTER, LOSS_PER_DAY = 10, 0.012
"""Days without work for a group after which ability falls, and by how much (Halonen 2024: strength
lasts for weeks, and is back sooner than it was built)."""
REGAIN = 3.0
"""How much faster what was lost comes back."""
NOISE = 0.04


@dataclass
class Body:
    """One athlete's real strength by muscle group, in rungs."""

    chance: Random
    weight_kg: float
    rung: float
    gain: float
    """Rungs that a good session adds to each group it works, while far from the ceiling."""
    ceiling: float
    ability: dict[str, float] = field(default_factory=dict)
    best: dict[str, float] = field(default_factory=dict)
    worked: dict[str, date] = field(default_factory=dict)
    knack: dict[str, float] = field(default_factory=dict)
    """Some exercises suit one better than others."""
    form: float = 1.0
    """The day's own."""
    legs: float = 1.0

    def __post_init__(self) -> None:
        for group in dict.fromkeys(GROUPS.values()):
            self.ability[group] = self.rung + self.chance.gauss(0, 0.2)
            self.best[group] = self.ability[group]

    def wakes(self, day: date, yesterday: RunKind | None, before: RunKind | None) -> None:
        """A new day: what was not worked fades, and runs are felt in the legs."""
        self.form = 1 + self.chance.gauss(0, NOISE)
        tired = TIRED.get(yesterday, 0.0) if yesterday else 0.0
        tired += TIRED.get(before, 0.0) / 2 if before else 0.0
        self.legs = 1 - tired
        for group, last in self.worked.items():
            if (day - last).days > LOSES_AFTER:
                self.ability[group] -= LOSS_PER_DAY

    def most(self, exercise: Exercise, load: Load | None, sets_before: int) -> int:
        """Reps, seconds or contacts to failure in the next set; contacts never fail."""
        if exercise.measure is Measure.CONTACTS:
            return exercise.high
        group = GROUPS[exercise.pattern]
        able = self._of(exercise)
        today = self.form * (self.legs if group in LOWER else 1.0) * (1 - PER_SET * sets_before)
        if load is None or exercise.id not in TWELVE_TIMES:
            middle = (exercise.low + exercise.high) / 2
            rung = exercise.rung or 3
            return max(1, round(middle * SPARE * math.exp(PER_RUNG * (able - rung)) * today))
        reps = 30 * (self._once(exercise, able) * today / _kg(load) - 1)
        return max(1, round(reps * 3 if exercise.measure is Measure.HOLD else reps))

    def picks(self, exercise: Exercise, owned: tuple[Load, ...], unit: Unit) -> Load:
        """A first weight that could be lifted twelve times, guessed with caution."""
        reps = max(12, exercise.high)
        guess = self._once(exercise, self._of(exercise)) / (1 + reps / 30)
        guess *= self.chance.uniform(0.8, 1.0)
        basis = exercise.basis
        assert basis is not None
        if owned:
            fits = [load for load in owned if _kg(load) <= guess]
            chosen = max(fits, key=mass, default=min(owned, key=mass))
            return Load(chosen.hundredths, chosen.unit, basis)
        step = 2.5 if unit is Unit.KG else 5.0
        value = guess if unit is Unit.KG else guess / 0.4536
        return Load.of(max(step, value // step * step), unit, basis)

    def trained(self, day: date, exercises: Iterable[Exercise]) -> None:
        """What a session makes of the groups it has worked hard enough."""
        for group in {GROUPS[exercise.pattern] for exercise in exercises}:
            room = max(0.0, (self.ceiling - self.ability[group]) / (self.ceiling - self.rung))
            lost = self.ability[group] < self.best[group]
            self.ability[group] += self.gain * room * (REGAIN if lost else 1.0)
            self.best[group] = max(self.best[group], self.ability[group])
            self.worked[group] = day

    def _of(self, exercise: Exercise) -> float:
        if exercise.id not in self.knack:
            self.knack[exercise.id] = self.chance.gauss(0, 0.25)
        return self.ability[GROUPS[exercise.pattern]] + self.knack[exercise.id]

    def _once(self, exercise: Exercise, able: float) -> float:
        """The most that can be lifted once, in kilograms (Epley's formula back from twelve)."""
        share = TWELVE_TIMES[exercise.id] * 1.4
        return share * self.weight_kg * math.exp(PER_RUNG_LOADED * (able - INTERMEDIATE))


def _kg(load: Load) -> float:
    return load.value * (0.4536 if load.unit is Unit.LB else 1.0)

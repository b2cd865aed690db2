"""The next weight up or down, in weights that the athlete has or that are usual."""

from __future__ import annotations

from dataclasses import replace

from engine.library.model import Exercise, Gear, Pattern
from engine.units import Load, Unit

LOWER_BODY = frozenset(
    {
        *(Pattern.SQUAT, Pattern.HINGE, Pattern.HIP_EXTENSION, Pattern.LUNGE),
        *(Pattern.CALF_STRAIGHT, Pattern.CALF_BENT),
    }
)
LOWER_RISE, UPPER_RISE = 105, 103
"""Per cent of the old weight: legs rise by five, the rest by three (within ACSM 2009's 2-10)."""
LOWER_STEP = {Unit.KG: 250, Unit.LB: 500}
UPPER_STEP = {Unit.KG: 125, Unit.LB: 250}
"""Hundredths of the unit: the plates and dumbbells that are usual."""
LARGE_RISE = 110
"""Per cent: a step beyond it is earned first (ACSM 2009)."""
A_TENTH_LESS = 90
HALF = 50
"""Hundredths: lowered weights go in halves of a unit."""
MASS = {Unit.KG: 100_000_000, Unit.LB: 45_359_237}
"""Of a hundredth of the unit in tenths of a microgram: exact, for comparing alone."""
PLATES = frozenset({Gear.BARBELL, Gear.CABLE})
"""Gear whose weight is put together, so that the weights owned say nothing of it."""


def mass(load: Load | None) -> int:
    """How heavy it is, the same for both units; no weight is 0."""
    return load.hundredths * MASS[load.unit] if load else 0


def weights_for(
    exercise: Exercise, gear: frozenset[Gear], weights: tuple[Load, ...]
) -> tuple[Load, ...]:
    """Those of the weights owned that the exercise is done with; none means any usual one."""
    needs = exercise.gear_from(gear)
    return () if needs and needs & PLATES else weights


def heavier(load: Load, pattern: Pattern, weights: tuple[Load, ...] = ()) -> Load | None:
    """The next weight up: five per cent for the legs and three for the rest, or the next one owned.

    None where none is heavier.
    """
    if owned := _owned(load, weights):
        return min((w for w in owned if mass(w) > mass(load)), key=mass, default=None)
    lower = pattern in LOWER_BODY
    step = (LOWER_STEP if lower else UPPER_STEP)[load.unit]
    aim = load.hundredths * (LOWER_RISE if lower else UPPER_RISE)
    return replace(load, hundredths=max(1, -(-aim // (100 * step))) * step)


def is_large(old: Load, new: Load) -> bool:
    """Whether a step up is of more than a tenth."""
    return mass(new) * 100 > mass(old) * LARGE_RISE


def lighter(load: Load, weights: tuple[Load, ...] = ()) -> Load | None:
    """A tenth less, or the next weight owned below; None where none is lighter."""
    if owned := _owned(load, weights):
        return max((w for w in owned if mass(w) < mass(load)), key=mass, default=None)
    less = at_percent(load, A_TENTH_LESS)
    return less if less.hundredths < load.hundredths else None


def at_percent(load: Load, percent: int, weights: tuple[Load, ...] = ()) -> Load:
    """So much of a weight, down to half a unit or to a weight owned, but never below the least."""
    if percent >= 100:
        return load
    if owned := _owned(load, weights):
        below = (w for w in owned if mass(w) * 100 <= mass(load) * percent)
        return max(below, key=mass, default=min((*owned, load), key=mass))
    halves = load.hundredths * percent // (100 * HALF)
    return replace(load, hundredths=max(min(HALF, load.hundredths), halves * HALF))


def _owned(load: Load, weights: tuple[Load, ...]) -> tuple[Load, ...]:
    """The weights owned, counted as the load is; none where it is heavier than all of them, since
    there must be others then."""
    if not any(mass(weight) >= mass(load) for weight in weights):
        return ()
    return tuple(replace(weight, basis=load.basis) for weight in weights)

"""Keeps a session within its minutes where saved targets are above the model, which plans middle
reps: what an exercise has earned on top gives way before an exercise does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.plan.model import PlannedSet
from engine.plan.workout.fit import shortened
from engine.plan.workout.prescribe import Aim
from engine.plan.workout.timing import Dose, planned_ms
from engine.units import Ms

Aimed = tuple[tuple[str, Aim], ...]
"""Aims by exercise id."""
Doses = tuple[Dose, ...]
Sets = tuple[PlannedSet, ...]


def within(
    room: Ms,
    fewest: int,
    aims: Aimed,
    doses_of: Callable[[Aimed], Doses],
    sets_of: Callable[[Doses, Aimed], Sets],
) -> tuple[Doses, Sets]:
    """The doses and the sets that fit: less added, then quicker lowerings, then fewer sets."""
    doses = doses_of(aims)
    sets = sets_of(doses, aims)
    while planned_ms(sets) > room and (less := lightened(aims, doses)) != aims:
        aims, doses = less, doses_of(less)
        sets = sets_of(doses, aims)
    while planned_ms(sets) > room and (shorter := shortened(doses, fewest)) != doses:
        doses, sets = shorter, sets_of(shorter, aims)
    return doses, sets


def lightened(aims: Aimed, doses: Doses) -> Aimed:
    """Without the added sets of one exercise, or once there are none without its slower lowering;
    of the exercise that matters least."""
    by_id = dict(aims)
    known = [id for dose in reversed(doses) if (id := dose.exercise.id) in by_id]
    if added := next((id for id in known if by_id[id].more_sets), None):
        by_id[added] = replace(by_id[added], more_sets=0)
    elif slow := next((id for id in known if by_id[id].slower_s), None):
        by_id[slow] = replace(by_id[slow], slower_s=0)
    return tuple(by_id.items())

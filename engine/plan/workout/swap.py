"""Exchanges an exercise in the sets that are still to come, without touching what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from engine.library.model import Exercise
from engine.plan.model import PlannedSet, RestKind
from engine.plan.workout.prescribe import lead_in, within
from engine.plan.workout.timing import SWITCH
from engine.units import Load, Ms, Side


def swapped(
    sets: tuple[PlannedSet, ...],
    from_index: int,
    old: str,
    new: Exercise,
    target: int | None = None,
    load: Load | None = None,
) -> tuple[PlannedSet, ...]:
    """All sets again, with ``new`` for every main set of ``old`` from ``from_index`` on.

    Left and right become one set, or one set becomes both sides, where the two exercises differ
    in that; numbers and rests stay. When only a right side is left to do, it stays one set.
    ``target`` is the saved one for ``new``, kept inside its range.
    """
    done = list(sets[:from_index])
    for _, group in groupby(sets[from_index:], key=_of_one_turn):
        turn = tuple(group)
        if turn[0].main and turn[0].exercise == old:
            done.extend(_instead(turn, new, done, target, load))
        else:
            done.extend(turn)
    return tuple(done)


def respecified(
    planned: PlannedSet,
    exercise: Exercise,
    side: Side | None,
    target: int | None = None,
    load: Load | None = None,
) -> PlannedSet:
    """The same set of another exercise: its number, effort, lead-in and rest stay."""
    return replace(
        planned,
        exercise=exercise.id,
        side=side,
        measure=exercise.measure,
        target=within(exercise, target),
        low=exercise.low,
        high=exercise.high,
        tempo=exercise.tempo,
        load=load if exercise.loadable else None,
        loadable=exercise.loadable,
    )


def _instead(
    turn: tuple[PlannedSet, ...],
    new: Exercise,
    done: list[PlannedSet],
    target: int | None,
    load: Load | None,
) -> Iterator[PlannedSet]:
    before = done[-1].exercise if done and done[-1].main else None
    opens = not any(planned.main and planned.exercise == new.id for planned in done)
    lead = lead_in(new, before, opens)
    last = turn[-1]
    if not new.per_side:
        yield replace(respecified(last, new, None, target, load), lead_ms=lead)
    elif turn[0].side is Side.RIGHT:
        yield replace(respecified(last, new, Side.RIGHT, target, load), lead_ms=lead)
    else:
        left = respecified(last, new, Side.LEFT, target, load)
        yield replace(left, lead_ms=lead, rest_ms=Ms(0), rest_kind=RestKind.SWITCH)
        yield replace(respecified(last, new, Side.RIGHT, target, load), lead_ms=SWITCH)


def _of_one_turn(planned: PlannedSet) -> tuple[str, str, int]:
    return planned.block, planned.exercise, planned.number

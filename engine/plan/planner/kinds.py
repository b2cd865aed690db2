"""Which session types a week holds, and in what order they come round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from engine.plan.model import Focus

ONCE = "F"
RACE_WEEK = "T"
FULL_BODY = ("A", "B")
SPLIT = ("L1", "U1", "L2", "U2")
MOBILITY = "mobility"
"""Gentle moves on a day without a session; does not count as one."""
SPLIT_FROM = 4
"""Sessions a week from which on lower and upper body are trained apart."""
TURNS = frozenset((*FULL_BODY, *SPLIT))
"""Types that take turns; the others are for one occasion."""
Kinds = tuple[tuple[str, ...], ...]
FOCUS_OF: Mapping[str, Focus] = MappingProxyType(
    {
        **dict.fromkeys((ONCE, RACE_WEEK, *FULL_BODY), Focus.FULL),
        **dict.fromkeys(("L1", "L2"), Focus.LEGS),
        **dict.fromkeys(("U1", "U2"), Focus.UPPER),
        MOBILITY: Focus.CORE,
        **{focus.value: focus for focus in Focus},
    }
)
"""What a session type trains; a session that was asked for goes by its focus."""


def has_legs(kind: str) -> bool:
    """Whether a session type works the legs."""
    return FOCUS_OF[kind] in (Focus.FULL, Focus.LEGS)


def counts(kind: str, wanted: int) -> bool:
    """Whether a session that was done takes the place of one of the ``wanted`` of its week.

    What was asked for without legs stands in for no session of the whole body.
    """
    return kind in TURNS or has_legs(kind) or wanted >= SPLIT_FROM


def turn_after(last: str | None, kinds: Iterable[str]) -> str | None:
    """Where the turn has got to after some more sessions."""
    return next((kind for kind in reversed(tuple(kinds)) if kind in TURNS), last)


def kinds_of_week(count: int, last: str | None, *, split: bool = False) -> tuple[str, ...]:
    """The types of a week with so many sessions, going on after the last one done or planned.

    So what was skipped comes first the next time, and of three a week A and B lead in turn.
    ``split``: the week has begun with lower and upper body apart, and goes on so.
    """
    if count <= 1:
        return (ONCE,) * count
    cycle = SPLIT if split or count >= SPLIT_FROM else FULL_BODY
    first = cycle.index(last) + 1 if last in cycle else 0
    return tuple(cycle[(first + n) % len(cycle)] for n in range(count))


def orders_of_week(count: int, last: str | None, *, split: bool, begun: bool) -> Kinds:
    """The orders that a week's types may come in, the usual one first.

    Once the turn has begun, lower and upper body may change places at the start of a week: the
    turn of the legs goes on, the upper body waits or comes twice.
    """
    usual = kinds_of_week(count, last, split=split)
    if begun or last not in SPLIT or len(usual) != len(SPLIT):
        return (usual,)
    ahead = has_legs(usual[0])
    other = (usual[-1], *usual[:-1]) if ahead else (*usual[1:], usual[0])
    return (usual, other)


def while_legs_rest(last: str | None, done: Iterable[str], rests: Iterable[bool]) -> Iterator[str]:
    """Lower and upper body apart, each type once a week, only upper body where the legs rest.

    Ends early where no type is left.
    """
    had = set(done)
    for resting in rests:
        order = (kind for kind in kinds_of_week(len(SPLIT), last) if kind not in had)
        last = next((kind for kind in order if not (resting and has_legs(kind))), None)
        if last is None:
            return
        had.add(last)
        yield last

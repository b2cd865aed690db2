"""Chooses the days: of all placements that keep the hard rules, the one that costs least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from engine.library.model import Experience
from engine.plan.athlete.calendar import DAYS
from engine.plan.athlete.runs import RunKind
from engine.plan.planner.costs import cost
from engine.plan.planner.kinds import (
    RACE_WEEK,
    SPLIT,
    SPLIT_FROM,
    counts,
    has_legs,
    orders_of_week,
    turn_after,
    while_legs_rest,
)
from engine.plan.planner.races import Nearness, in_last_week
from engine.plan.planner.rules import Placed, Setting, barred, broken

SPLIT_TYPES = frozenset(SPLIT)
TENDER_WEEKS = 3
"""Newcomers are sore for days: until then no legs before a demanding run, if that can be had."""


@dataclass(frozen=True)
class Placement:
    """A week's sessions by the index of their day, those done already among them."""

    kinds: Mapping[int, str]
    cost: int
    """In twelfths."""


def place(
    at: Setting, wanted: int, done: Mapping[int, str], last: str | None, training_week: int
) -> Placement:
    """The cheapest legal placement of ``wanted`` sessions, or of as many as the rules allow.

    ``done`` are this week's past sessions, which count. ``last`` is where the turn of types has
    got to. Of placements that cost the same the earliest days win.
    """
    free = tuple(i for i in range(DAYS) if i not in done and barred(at, i) is None)
    pinned = frozenset(i for i in free if at.book.diary.on(at.week.days[i]).pinned)
    counted = sum(counts(kind, wanted) for kind in done.values())
    most = min(max(0, wanted - counted), len(free))
    turn, split = turn_after(last, done.values()), not SPLIT_TYPES.isdisjoint(done.values())
    # What the athlete did against a rule does not bar the rest of the week.
    before = broken(at, done)
    # Days chosen by the athlete come first, as many of them as a legal week can have.
    for chosen, more in product(range(len(pinned), -1, -1), range(most, 0, -1)):
        orders = orders_of_week(counted + more, turn, split=split, begun=bool(done))
        ways = [_placements(at, free, kinds[:more]) for kinds in orders]
        if wanted >= SPLIT_FROM:
            ways.append(_while_legs_rest(at, free, more, turn, done))
        found = [
            (way, coming)
            for way, all_coming in enumerate(ways)
            for coming in all_coming
            if len(pinned & coming.keys()) >= chosen and broken(at, _with(done, coming)) <= before
        ]
        if found:
            return _cheapest(at, done, found, training_week)
    return _costed(at, done)


def _cheapest(
    at: Setting, done: Placed, found: list[tuple[int, Placed]], training_week: int
) -> Placement:
    """Of those that cost the same the usual order, then the earliest days."""
    spared = [one for one in found if _spares(at, one[1], training_week)] or found
    costed = ((_costed(at, _with(done, coming)), way) for way, coming in spared)
    return min(costed, key=lambda one: (one[0].cost, one[1], tuple(one[0].kinds)))[0]


def _placements(at: Setting, free: tuple[int, ...], kinds: tuple[str, ...]) -> Iterator[Placed]:
    for days in combinations(free, len(kinds)):
        yield {i: _in_race_week(at, i, kind) for i, kind in zip(days, kinds, strict=True)}


def _while_legs_rest(
    at: Setting, free: tuple[int, ...], count: int, last: str | None, done: Placed
) -> Iterator[Placed]:
    """What is left after a race, where lower and upper body are trained apart."""
    resting = frozenset(i for i in free if at.near[i].nearness is Nearness.LEGS_REST)
    for days in combinations(free, count) if resting else ():
        kinds = while_legs_rest(last, done.values(), (i in resting for i in days))
        coming = {i: _in_race_week(at, i, kind) for i, kind in zip(days, kinds, strict=False)}
        if len(coming) == count and not resting.isdisjoint(days):
            yield coming


def _in_race_week(at: Setting, index: int, kind: str) -> str:
    match at.near[index].nearness:
        case Nearness.LAST_WEEK:
            return RACE_WEEK
        case Nearness.LEGS_REST if in_last_week(at.week.days[index], at.book.profile.races):
            return RACE_WEEK
        case _:
            return kind


def _with(done: Placed, coming: Placed) -> Placed:
    return dict(sorted((*done.items(), *coming.items()))) if done else coming


def _costed(at: Setting, placed: Placed) -> Placement:
    return Placement(placed, cost(at, placed))


def after_sudden(at: Setting, index: int, kind: str) -> bool:
    """A hard run the day before that the usual week does not have: the legs do half the work."""
    return at.week.after_sudden(index) and has_legs(kind)


def light_before(at: Setting, index: int, kind: str) -> RunKind | None:
    """The demanding run of the next day, before which the legs do half the work."""
    following = at.week.following(index)
    return following if following and following.demanding and has_legs(kind) else None


def _spares(at: Setting, coming: Placed, training_week: int) -> bool:
    if at.book.profile.experience is not Experience.BEGINNER or training_week > TENDER_WEEKS:
        return True
    return not any(light_before(at, index, kind) for index, kind in coming.items())

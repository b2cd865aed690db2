"""The soft costs of placing sessions: the week with the least is chosen.

In twelfths, since the best spacing of two to four sessions is a fraction of a week. The weights are
engineering judgement on what leg work costs the next run (Doma 2017) and on recovery between
sessions.
"""

from __future__ import annotations

from engine.plan.athlete.calendar import DAYS, weekday_of
from engine.plan.athlete.runs import RunKind
from engine.plan.planner.kinds import has_legs
from engine.plan.planner.rules import Placed, Setting

ONE = 12
"""A cost of one."""
NEXT_HARD, NEXT_LONG_OR_RACE, PREVIOUS_LONG, PREVIOUS_HARD = 6 * ONE, 5 * ONE, 2 * ONE, ONE
SAME_EASY, SAME_HARD, SAME_LONG = ONE, 3 * ONE, 6 * ONE
PREVIOUS_SURPRISE = 5 * ONE
"""After a hard or long run that the usual week does not have: the legs did not expect it."""
NOT_AS_TOLD = 2 * ONE
"""A session on another day than the athlete counts on."""
NOT_PREFERRED, LAST_BUT_ONE_REST_DAY = 2 * ONE, 2 * ONE


def cost(at: Setting, placed: Placed) -> int:
    """What a week's sessions cost, in twelfths."""
    days = sum(_of_day(at, index, kind) for index, kind in placed.items())
    return days + _rest(at, placed) + _spacing(tuple(placed)) + _not_as_told(at, placed)


def _of_day(at: Setting, index: int, kind: str) -> int:
    around = _around(at, index)
    if not has_legs(kind):
        around //= 2
    preferred = at.book.profile.preferred
    missed = bool(preferred) and weekday_of(at.week.days[index]) not in preferred
    return around + _same_day(at.week.kinds[index]) + (NOT_PREFERRED if missed else 0)


def _around(at: Setting, index: int) -> int:
    following, previous = at.week.following(index), at.week.previous(index)
    after = {
        RunKind.HARD: NEXT_HARD,
        RunKind.LONG: NEXT_LONG_OR_RACE,
        RunKind.RACE: NEXT_LONG_OR_RACE,
    }
    before = {RunKind.LONG: PREVIOUS_LONG, RunKind.HARD: PREVIOUS_HARD}
    if at.week.after_sudden(index):
        before = {RunKind.LONG: PREVIOUS_SURPRISE, RunKind.HARD: PREVIOUS_SURPRISE}
    return (after.get(following, 0) if following else 0) + (
        before.get(previous, 0) if previous else 0
    )


def _not_as_told(at: Setting, placed: Placed) -> int:
    """Nothing where no day was told of yet."""
    told = at.told
    coming = (index for index in placed if at.week.days[index] >= at.today)
    return NOT_AS_TOLD * sum(index not in told for index in coming) if told else 0


def _same_day(kind: RunKind | None) -> int:
    match kind:
        case RunKind.EASY | RunKind.CROSS:
            return SAME_EASY
        case RunKind.HARD:
            return SAME_HARD
        case RunKind.LONG:
            return SAME_LONG
        case _:
            return 0


def _rest(at: Setting, placed: Placed) -> int:
    left = at.week.rest_days - sum(at.week.kinds[index] is None for index in placed)
    return LAST_BUT_ONE_REST_DAY if left == 1 < at.week.rest_days else 0


def _spacing(days: tuple[int, ...]) -> int:
    """How far the gaps are from even, round the week."""
    count = len(days)
    if count < 2:
        return 0
    following = (*days[1:], days[0] + DAYS)
    gaps = (b - a for a, b in zip(days, following, strict=True))
    return sum(abs(gap * ONE - DAYS * ONE // count) for gap in gaps)

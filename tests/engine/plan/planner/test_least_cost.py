"""The chosen days cost least: every placement is tried again here, by the rules as written down.

Nothing of the planner's own arithmetic is used: runs are letters, costs are fractions.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

import pytest

from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import RunKind
from engine.plan.planner.model import PlannedWeek
from tests.engine.plan.planner.athletes import (
    BEGINNER,
    EASY,
    HARD,
    INTERMEDIATE,
    LONG,
    athlete,
    planned,
)

ATHLETES = 1000
LETTERS = {"e": RunKind.EASY, "q": RunKind.HARD, "l": RunKind.LONG, "x": RunKind.CROSS}


def random_athlete(rng: Random) -> tuple[Profile, str]:
    runs = "".join(rng.choice("....eeeqqlx") for _ in range(7))
    if rng.random() < 0.1:
        runs = "".join(rng.choice("eeql") for _ in range(7))
    days = list(Weekday)
    named = {day.value: LETTERS[run] for day, run in zip(days, runs, strict=True) if run != "."}
    profile = athlete(
        rng.choice([BEGINNER, INTERMEDIATE]),
        named,
        rng.choice([1, 2, 3, 4]),
        rng.choice([15, 20, 30]),
        double_days=rng.random() < 0.25,
        available=frozenset(days) if rng.random() < 0.6 else frozenset(rng.sample(days, 5)),
        preferred=frozenset(rng.sample(days, 3)) if rng.random() < 0.3 else frozenset(),
    )
    return profile, runs


def types(count: int) -> list[str]:
    return {1: ["F"], 2: ["A", "B"], 3: ["A", "B", "A"], 4: ["L", "U", "L", "U"]}[count]


def allowed(profile: Profile, runs: str, days: tuple[int, ...]) -> bool:
    of = dict(zip(days, types(len(days)), strict=True))
    weekdays = list(Weekday)
    for day in days:
        if weekdays[day] not in profile.available:
            return False
        if runs[day] in "ql" and not profile.double_days:
            return False
        tomorrow = (day + 1) % 7
        if tomorrow in of and (of[day] == "U") == (of[tomorrow] == "U"):
            return False
    rest = [day for day in range(7) if runs[day] == "."]
    return not rest or any(day not in of for day in rest)


def cost_of(profile: Profile, runs: str, days: tuple[int, ...]) -> Fraction:
    total = Fraction(0)
    for day, kind in zip(days, types(len(days)), strict=True):
        tomorrow, yesterday = runs[(day + 1) % 7], runs[day - 1]
        around = {"q": 6, "l": 5}.get(tomorrow, 0) + {"l": 2, "q": 1}.get(yesterday, 0)
        total += Fraction(around, 2 if kind == "U" else 1)
        total += {"e": 1, "x": 1, "q": 3, "l": 6}.get(runs[day], 0)
        if profile.preferred and list(Weekday)[day] not in profile.preferred:
            total += 2
    rest = runs.count(".")
    left = rest - sum(runs[day] == "." for day in days)
    if left == 1 and rest > 1:
        total += 2
    if len(days) > 1:
        gaps = [b - a for a, b in zip(days, (*days[1:], days[0] + 7), strict=True)]
        total += sum(abs(gap - Fraction(7, len(days))) for gap in gaps)
    return total


def best(profile: Profile, runs: str) -> tuple[tuple[int, ...], Fraction]:
    """The cheapest days, and of those that cost the same the earliest."""
    most = 3 if profile.experience is BEGINNER and profile.minutes > 20 else 4
    for count in range(min(profile.days_per_week, most), 0, -1):
        legal = [days for days in combinations(range(7), count) if allowed(profile, runs, days)]
        if profile.experience is BEGINNER:
            legal = [days for days in legal if not eve(runs, days)] or legal
        if legal:
            return min(
                ((days, cost_of(profile, runs, days)) for days in legal),
                key=lambda one: (one[1], one[0]),
            )
    return (), Fraction(0)


def eve(runs: str, days: tuple[int, ...]) -> bool:
    """A beginner's legs are sore for long: for three weeks none of them before a demanding run."""
    kinds = zip(days, types(len(days)), strict=True)
    return any(runs[(day + 1) % 7] in "ql" for day, kind in kinds if kind != "U")


def chosen(week: PlannedWeek) -> tuple[int, ...]:
    return tuple(each.day.weekday() for each in week.sessions)


def test_a_thousand_athletes_get_the_days_that_cost_least() -> None:
    rng = Random(20261123)
    for _ in range(ATHLETES):
        profile, runs = random_athlete(rng)
        week = planned(profile).weeks[0]
        days, cost = best(profile, runs)
        assert (chosen(week), Fraction(week.cost_twelfths, 12)) == (days, cost), (profile, runs)


COSTS = (
    ("a day between easy days costs nothing", {}, "wed", 0),
    ("the day before a hard run", {"thu": HARD}, "wed", 6),
    ("the day before a long run", {"thu": LONG}, "wed", 5),
    ("the day after a long run", {"tue": LONG}, "wed", 2),
    ("the day after a hard run", {"tue": HARD}, "wed", 1),
    ("the day of an easy run", {"wed": EASY}, "wed", 1),
    ("the day of a hard run, where two a day are allowed", {"wed": HARD}, "wed", 3),
    ("the day of a long run, where two a day are allowed", {"wed": LONG}, "wed", 6),
)


@pytest.mark.parametrize(("label", "runs", "day", "cost"), COSTS, ids=[case[0] for case in COSTS])
def test_what_a_day_costs(label: str, runs: dict[str, RunKind], day: str, cost: int) -> None:
    only = athlete(INTERMEDIATE, runs, 1, 30, available=frozenset({Weekday(day)}), double_days=True)
    assert planned(only).weeks[0].cost_twelfths == cost * 12


def test_upper_body_sessions_mind_runs_around_them_half_as_much() -> None:
    runs = {"wed": HARD}
    four = athlete(INTERMEDIATE, runs, 4, 30, available=frozenset(list(Weekday)[:5]))
    week = planned(four).weeks[0]
    # L1 on Monday, U1 on Tuesday before the hard run (3), L2 on Thursday after it (1), U2 on
    # Friday; gaps 1, 2, 1, 3 are 3 away from even; four rest days are used, two are left.
    assert [each.day.weekday() for each in week.sessions] == [0, 1, 3, 4]
    assert week.cost_twelfths == (3 + 1 + 3) * 12


def test_a_day_that_is_not_preferred_costs_two() -> None:
    keen = athlete(INTERMEDIATE, {}, 1, 30, preferred=frozenset({Weekday.SAT}))
    assert chosen(planned(keen).weeks[0]) == (5,)
    only = athlete(
        *(INTERMEDIATE, {}, 1, 30),
        preferred=frozenset({Weekday.SAT}),
        available=frozenset({Weekday.MON}),
    )
    assert planned(only).weeks[0].cost_twelfths == 24


def test_the_last_but_one_rest_day_costs_two() -> None:
    runs = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), EASY)
    only = athlete(INTERMEDIATE, runs, 1, 30, available=frozenset({Weekday.SAT}))
    assert planned(only).weeks[0].cost_twelfths == 24

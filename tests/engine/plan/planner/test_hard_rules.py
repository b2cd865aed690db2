"""No plan breaks a rule, whoever it is for: thousands of random athletes with their past."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.plan.planner.rules import DAY_RULES, WEEK_RULES
from tests.engine.plan.planner.athletes import planned, random_book
from tests.engine.plan.planner.keeping import Case
from tests.engine.plan.planner.keeping_sessions import ALL_RULES

ATHLETES = 3000


def case_of(seed: int) -> Case:
    rng = Random(seed)
    book, today = random_book(rng)
    return Case(book, today, planned(book, today, rng.choice([1, 1, 2, 3])))


@cache
def broken() -> dict[str, list[tuple[int, object]]]:
    """What each rule finds wrong among all the athletes, by their seeds."""
    found: dict[str, list[tuple[int, object]]] = defaultdict(list)
    for seed in range(ATHLETES):
        case = case_of(seed)
        for name, rule in ALL_RULES.items():
            found[name] += [(seed, wrong) for wrong in rule(case)]
    return found


@pytest.mark.parametrize("name", list(ALL_RULES))
def test_no_plan_breaks_the_rule(name: str) -> None:
    assert broken()[name] == []


def test_every_hard_rule_is_held_to() -> None:
    assert {*DAY_RULES, *WEEK_RULES} <= ALL_RULES.keys()


@settings(deadline=None, max_examples=150)
@given(st.integers(ATHLETES, 10**9))
def test_the_same_book_gives_the_same_plan(seed: int) -> None:
    assert case_of(seed).plan == case_of(seed).plan


@settings(deadline=None, max_examples=150)
@given(st.integers(ATHLETES, 10**9))
def test_further_weeks_leave_the_first_ones_as_they_are(seed: int) -> None:
    book, today = random_book(Random(seed))
    assert planned(book, today, 3).weeks[:1] == planned(book, today, 1).weeks

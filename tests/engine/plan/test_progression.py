"""What the next session asks for: one step up when all of it was done, never out of the range."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library.model import Measure
from engine.plan.progression import Result, next_target

REPS, HOLD, CONTACTS = Measure.REPS, Measure.HOLD, Measure.CONTACTS


def reps(*actuals: int, target: int = 8, **changes: bool) -> Result:
    return Result(REPS, 8, 12, target, actuals, **changes)


def hold(*actuals: int, target: int = 30, **changes: bool) -> Result:
    return Result(HOLD, 20, 45, target, actuals, **changes)


@pytest.mark.parametrize(
    ("result", "following"),
    [
        (reps(8, 8, 8), 9),
        (reps(9, 9, target=9, felt_easy=True), 11),
        (reps(12, 12, 12, target=12), 12),
        (reps(12, 12, target=12, felt_easy=True), 12),
        (reps(11, 11, target=11, felt_easy=True), 12),
        (reps(10, 9, 7, target=10), 10),
        (reps(10, 10, target=10, felt_hard=True), 10),
        (reps(10, 10, target=10, felt_hard=True, felt_easy=True), 10),
        (reps(10, 10, target=10, complete=False), 10),
        (hold(30, 30), 35),
        (hold(30, 30, felt_easy=True), 40),
        (hold(45, 45, target=45), 45),
        (hold(43, 43, target=43), 45),
        (hold(30, 29), 30),
        (Result(CONTACTS, 15, 20, 15, (15, 15)), 16),
        (Result(CONTACTS, 15, 20, 15, (15, 15), felt_easy=True), 17),
    ],
)
def test_the_next_target(result: Result, following: int) -> None:
    assert next_target(result) == following


def test_more_than_was_asked_for_still_goes_up_by_one_step() -> None:
    assert next_target(reps(12, 12, 12)) == 9


def test_an_exercise_that_was_not_done_holds() -> None:
    assert next_target(reps()) == 8


results = st.builds(
    Result,
    measure=st.sampled_from(Measure),
    low=st.just(8),
    high=st.integers(8, 60),
    target=st.just(8),
    actuals=st.lists(st.integers(0, 80), max_size=6).map(tuple),
    felt_easy=st.booleans(),
    felt_hard=st.booleans(),
    complete=st.booleans(),
)


@given(results)
def test_a_target_never_falls_and_never_leaves_its_range(result: Result) -> None:
    assert result.target <= next_target(result) <= result.high


@given(results)
def test_a_target_rises_only_when_every_set_was_reached(result: Result) -> None:
    if next_target(result) > result.target:
        assert result.complete
        assert not result.felt_hard
        assert min(result.actuals) >= result.target

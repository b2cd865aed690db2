"""Coming back after a gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.plan.progression.fold import with_latest, with_session
from engine.plan.progression.layoff import layoff_on
from engine.plan.progression.model import Layoff, Training
from tests.engine.plan.progression.doing import MONDAY, after, did, on, reach, session

ONCE = after([session(MONDAY, did("push_up", 8))])


def again(training: Training, day: int) -> Training:
    return with_session(training, session(on(day), did("push_up", 8)), reach())


def weeks(layoff: Layoff | None) -> int:
    assert layoff is not None
    return (layoff.until - layoff.since).days // 7


@pytest.mark.parametrize("gap", [1, 7, 10])
def test_up_to_ten_days_change_nothing(gap: int) -> None:
    assert layoff_on(ONCE, on(gap)) is None


def test_nobody_comes_back_before_the_first_session() -> None:
    assert layoff_on(Training(), MONDAY) is None


@pytest.mark.parametrize("gap", [11, 14])
def test_up_to_a_fortnight_repeats_the_last_dose_once(gap: int) -> None:
    layoff = layoff_on(ONCE, on(gap))
    assert layoff == Layoff(on(gap), on(gap + 1), repeats=True)
    assert layoff_on(again(ONCE, gap), on(gap + 1)) is None


@pytest.mark.parametrize(
    ("gap", "percent", "most_sets", "fewer", "rir", "lasts"),
    [
        (15, 90, None, 1, 0, 1),
        (28, 90, None, 1, 0, 1),
        (29, 80, 2, 0, 3, 2),
        (56, 80, 2, 0, 3, 2),
        (57, 65, 2, 0, 4, 3),
        (180, 65, 2, 0, 4, 3),
        (181, 65, 2, 0, 4, 3),
    ],
)
def test_the_longer_the_gap_the_less_there_is_and_the_longer(
    gap: int, percent: int, most_sets: int | None, fewer: int, rir: int, lasts: int
) -> None:
    layoff = layoff_on(ONCE, on(gap))
    assert layoff is not None
    assert (layoff.load_percent, layoff.most_sets, layoff.fewer_sets) == (percent, most_sets, fewer)
    assert (layoff.rir, weeks(layoff), layoff.repeats) == (rir, lasts, False)
    assert layoff.easier_rungs is (gap > 56)
    assert layoff.reassess is (gap > 180)


def test_it_begins_with_the_first_session_back_and_holds_for_its_weeks() -> None:
    back = again(ONCE, 40)
    assert back.layoff == Layoff(on(40), on(54), 80, most_sets=2, rir=3)
    back = again(again(back, 44), 48)
    assert layoff_on(back, on(53)) == back.layoff


def test_loads_climb_back_by_a_tenth_a_week_with_the_usual_sets() -> None:
    training = again(ONCE, 100)
    found = []
    for day in range(103, 103 + 56, 7):
        training = again(training, day)
        found.append(layoff_on(training, on(day + 4)))
    percents = [layoff.load_percent if layoff else 100 for layoff in found]
    assert percents == [65, 65, 71, 78, 85, 93, 100, 100]
    assert all(each.most_sets is None and not each.easier_rungs for each in found[2:] if each)


@pytest.mark.parametrize("gap", [20, 40, 90])
def test_no_week_of_a_comeback_adds_more_than_an_eighth(gap: int) -> None:
    training = again(ONCE, gap)
    before = layoff_on(training, on(gap))
    for day in range(gap + 1, gap + 100):
        now = layoff_on(training, on(day), back=on(gap + 7))
        was, is_now = (each.load_percent if each else 100 for each in (before, now))
        assert was <= is_now <= was * 1.125
        before = now


def test_a_plan_of_later_weeks_does_not_take_its_own_sessions_for_missed() -> None:
    assert layoff_on(ONCE, on(30), back=on(3)) is None
    due = layoff_on(ONCE, on(20), back=on(16))
    assert due is not None
    assert due.since == on(16)
    assert layoff_on(ONCE, on(2), back=on(16)) is None


def test_a_gap_in_the_middle_of_a_comeback_begins_its_weeks_anew() -> None:
    training = again(ONCE, 100)
    layoff = layoff_on(training, on(116))
    assert layoff is not None
    assert (layoff.load_percent, layoff.since, weeks(layoff)) == (65, on(116), 3)
    assert again(training, 116).layoff == layoff


def test_a_short_gap_after_a_comeback_is_a_gap_like_any_other() -> None:
    training = again(ONCE, 20)
    for day in (24, 28, 32):
        training = again(training, day)
    assert training.layoff is None or layoff_on(training, on(33)) is None
    assert layoff_on(training, on(44)) == Layoff(on(44), on(45), repeats=True)


def test_a_session_not_folded_in_yet_counts_as_well() -> None:
    late = with_latest(ONCE, session(on(40), did("push_up", 8)), reach())
    unfolded = layoff_on(late, on(42))
    assert unfolded == layoff_on(again(ONCE, 40), on(42))
    assert unfolded is not None
    assert unfolded.since == on(40)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=12), st.integers(0, 250))
def test_nothing_is_ever_asked_for_beyond_the_old_weights(gaps: list[int], later: int) -> None:
    training, day = ONCE, 0
    for gap in gaps:
        day += gap
        training = again(training, day)
    layoff = layoff_on(training, on(day + later))
    assert layoff is None or (0 < layoff.load_percent <= 100 and layoff.since <= on(day + later))


def test_a_layoff_stands_in_the_past_of_its_end() -> None:
    layoff = Layoff(MONDAY, MONDAY + timedelta(days=7), 90)
    training = replace(ONCE, layoff=layoff)
    assert layoff_on(training, on(6)) == layoff
    assert layoff_on(training, on(7), back=on(6)) is None

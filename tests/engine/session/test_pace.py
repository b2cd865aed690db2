"""The athlete's own pace: a slower or faster count, fewer words."""

from __future__ import annotations

import pytest

from engine.cues import Count, Hold, Span, Verbosity
from engine.session.commands import (
    Done,
    Faster,
    HowLong,
    Pause,
    Resume,
    SetVerbosity,
    Slower,
    Start,
)
from engine.units import Ms
from tests.engine.session.scenario import Session

SLOWER_STEPS = (115, 130, 150)
FASTER_STEPS = (90, 80)


def in_squats(reps: int = 4) -> Session:
    return Session().begins().until_set("bw_squat").counts(reps)


def test_slower_and_faster_go_step_by_step_and_say_where_they_end() -> None:
    session = Session().begins().until_rest_after("bw_squat")
    paces = []
    for _ in SLOWER_STEPS:
        session.hears(Slower())
        assert session.said[0] == "slower"
        paces.append(session.state.course.pace)
    assert tuple(paces) == SLOWER_STEPS
    assert session.hears(Slower()).said[0] == "slowest"
    quick = Session().begins()
    for pace in FASTER_STEPS:
        assert quick.hears(Faster()).state.course.pace == pace
    assert quick.hears(Faster()).said[0] == "fastest"
    assert quick.state.course.pace == FASTER_STEPS[-1]


def test_slower_and_then_faster_comes_back() -> None:
    assert Session().begins().hears(Slower(), Faster()).state.course.pace == 100


def test_the_next_set_is_counted_at_the_new_pace() -> None:
    session = Session().begins().hears(Slower()).until_set("bw_squat")
    count = session.outcome.cues[-1]
    assert isinstance(count, Count)
    assert count.pace == 115
    assert session.ends_at - session.at == 57_500


@pytest.mark.parametrize(("command", "rep_ms"), [(Slower(), 5_750), (Faster(), 4_500)])
def test_in_mid_set_the_count_goes_on_with_its_next_rep_at_the_new_pace(
    command: Slower | Faster, rep_ms: int
) -> None:
    session = in_squats(4).hears(command)
    count = session.outcome.cues[-1]
    assert isinstance(count, Count)
    assert (count.first, count.reps, count.since) == (5, 6, 0)
    assert session.ends_at - session.at == 6 * rep_ms
    assert session.plays().log == [("bw_squat", 1, 10, "assumed")]


def test_how_long_after_slower_is_exact() -> None:
    session = in_squats(4).hears(Slower(), HowLong())
    assert session.told("time_left_set")["span"] == Span(Ms(35_000))


def test_a_hold_keeps_the_clocks_own_seconds() -> None:
    session = Session().begins().hears(Slower()).until_set("forearm_plank")
    assert session.ends_at - session.at == 20_000
    session.counts(5).hears(Faster())
    hold = session.outcome.cues[-1]
    assert isinstance(hold, Hold)
    assert hold.since == 5_100
    assert session.plays().log[-1] == ("forearm_plank", 1, 20, "assumed")


@pytest.mark.parametrize("command", [Slower(), Faster()])
def test_another_pace_chosen_in_a_pause_leaves_the_count_as_it_was(
    command: Slower | Faster,
) -> None:
    session = in_squats(6).hears(Pause(), command, command, Resume())
    assert session.told("go_on_from")["number"] == 7


def test_slower_in_the_last_rep_leaves_one_rep_to_do() -> None:
    session = in_squats(9).hears(Slower())
    count = session.outcome.cues[-1]
    assert isinstance(count, Count)
    assert (count.first, count.reps) == (10, 1)
    assert session.hears(Done()).log == [("bw_squat", 1, 10, "said")]


@pytest.mark.parametrize("level", Verbosity)
def test_the_amount_of_words_is_what_was_asked_for(level: Verbosity) -> None:
    session = Session().hears(Start(), SetVerbosity(level))
    assert session.state.course.verbosity is level
    assert session.said[0] == f"verbosity_{level}"


def test_fewer_words_without_a_level_is_one_step_quieter() -> None:
    session = Session().hears(SetVerbosity(), SetVerbosity(), SetVerbosity())
    assert session.state.course.verbosity is Verbosity.TONES


def test_fewer_words_in_a_set_leave_the_count_alone() -> None:
    session = in_squats(4).hears(SetVerbosity(Verbosity.BRIEF))
    count = session.outcome.cues[-1]
    assert isinstance(count, Count)
    assert count.since == 20_100

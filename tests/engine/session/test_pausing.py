"""Pause and resume: no rest is lost, no rep is counted twice, and nothing moves meanwhile."""

from __future__ import annotations

import pytest

from engine.cues import Count, Hold, LeadIn, Name, Span
from engine.session.commands import Done, Explain, Pause, Repeat, Resume
from engine.session.facts import SessionFinished
from engine.session.state import Preparing
from engine.units import Ms
from tests.engine.session.scenario import Session


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


def test_a_pause_costs_no_rest() -> None:
    session = Session().begins().until_rest_after("hip_hinge_drill").waits(10_000)
    left = session.ends_at - session.at
    session.hears(Pause()).waits(400_000).hears(Resume())
    assert session.ends_at - session.at == left == 27_000


def test_time_alone_does_nothing_to_a_pause() -> None:
    session = Session().begins().until_rest_after("hip_hinge_drill").hears(Pause())
    assert session.passes(10_000_000).name == "paused"
    assert session.is_silent().name == "paused"
    assert session.outcome.cues == ()


@pytest.mark.parametrize("reps", [1, 4, 9])
def test_a_paused_set_goes_on_with_its_next_rep_after_a_count_in(reps: int) -> None:
    session = Session().begins().until_set("bw_squat").counts(reps)
    session.hears(Pause()).waits(90_000).hears(Resume())
    assert isinstance(session.phase, Preparing)
    assert session.told("go_on_from") == {"exercise": Name("bw_squat"), "number": reps + 1}
    assert isinstance(session.outcome.cues[-1], LeadIn)
    session.plays()
    count = session.outcome.cues[-1]
    assert isinstance(count, Count)
    assert (count.first, count.reps) == (reps + 1, 10 - reps)
    assert session.plays().log == [("bw_squat", 1, 10, "assumed")]


def test_a_set_paused_twice_keeps_all_its_reps() -> None:
    session = Session().begins().until_set("bw_squat").counts(3).hears(Pause(), Resume()).plays()
    session.counts(7).hears(Pause()).waits(5_000).hears(Resume())
    assert session.told("go_on_from")["number"] == 8


def test_a_paused_hold_goes_on_with_the_seconds_left() -> None:
    session = Session().begins().until_set("forearm_plank").counts(12)
    session.hears(Pause()).waits(30_000).hears(Resume())
    assert session.told("go_on_hold")["span"] == Span(Ms(8_000))
    hold = session.plays().outcome.cues[-1]
    assert isinstance(hold, Hold)
    assert (hold.ms, hold.first_ms) == (8_000, 12_000)
    assert session.plays().log[-1] == ("forearm_plank", 1, 20, "assumed")


def test_a_set_paused_before_its_first_rep_begins_anew() -> None:
    session = Session().begins().until_set("bw_squat").waits(2_000).hears(Pause(), Resume())
    assert session.said == ["repeat_set"]
    count = session.plays().outcome.cues[-1]
    assert isinstance(count, Count)
    assert (count.first, count.reps) == (1, 10)


def test_a_paused_lead_in_is_announced_again() -> None:
    session = Session().begins().until_lead_in("back_extension").hears(Pause(), Resume())
    assert session.name == "preparing"
    assert session.said[0] == "resumed"
    assert session.planned.exercise == "back_extension"


def test_a_paused_stretch_goes_on() -> None:
    session = Session().begins().waits(20_000).hears(Pause()).waits(60_000).hears(Resume())
    assert session.planned.exercise == "march"
    assert session.to_the_end().facts(SessionFinished)[0].ending == "completed"


def test_a_paused_question_is_asked_again() -> None:
    session = Session().begins().until_set("bw_squat").counts(4).hears(Done(), Pause())
    session.waits(60_000).hears(Resume())
    assert session.question == "reps"
    assert session.said == ["resumed", "ask_again_reps"]
    assert session.is_silent().log == [("bw_squat", 1, 4, "assumed")]


def test_pausing_a_pause_and_resuming_nothing_are_answered() -> None:
    session = after_squats().hears(Pause(), Pause())
    assert session.said == ["still_paused"]
    session.hears(Resume(), Resume())
    assert "not_paused" in session.said
    assert Session().hears(Resume()).said == ["nothing_open"]


def test_a_question_in_a_pause_does_not_end_it() -> None:
    session = after_squats().hears(Pause(), Explain("plank"), Repeat())
    assert session.name == "paused"

"""Taking things back: undo, back, and starting all over."""

from __future__ import annotations

import pytest

from engine.cues import Amount, Name
from engine.library.model import Gear, Place
from engine.session.commands import (
    Back,
    Done,
    No,
    Pain,
    Pause,
    Start,
    StartOver,
    Swap,
    Undo,
    Yes,
)
from engine.session.facts import SessionFinished, SessionStarted, SetLogged, SetUndone
from engine.session.standing import Standing
from engine.units import Side
from tests.engine.session.scenario import PAIRS, Session
from tests.samples import LIBRARY

CALVES = "one_leg_calf_raise_step"


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


# Undo


def test_undo_takes_the_last_set_back_and_says_which() -> None:
    session = after_squats().hears(Undo())
    assert session.log == []
    assert session.told("undone") == {"amount": Amount(10, "reps"), "exercise": Name("bw_squat")}
    assert [fact.of for fact in session.facts(SetUndone)] == [session.last_logged.number]


def test_undo_adds_a_fact_and_takes_none_away() -> None:
    session = after_squats().hears(Undo())
    assert len(session.facts(SetLogged)) == 1


def test_undo_leaves_the_rest_running() -> None:
    session = after_squats()
    until = session.ends_at
    session.waits(3_000).hears(Undo())
    assert session.name == "resting"
    assert session.ends_at == until


def test_undo_again_takes_back_the_one_before() -> None:
    session = Session().begins().until_rest_after("back_extension").hears(Undo(), Undo())
    assert session.log == []
    assert [fact.of for fact in session.facts(SetUndone)] == [
        fact.number for fact in reversed(session.facts(SetLogged))
    ]


def test_undo_with_nothing_logged_is_answered() -> None:
    session = Session().begins().hears(Undo())
    assert "nothing_to_undo" in session.said
    assert session.facts(SetUndone) == []


def test_a_number_after_an_undo_is_of_the_set_undone() -> None:
    session = Session().begins().until_rest_after("back_extension").hears(Undo(), Done(reps=6))
    assert session.log == [("bw_squat", 1, 10, "assumed"), ("back_extension", 1, 6, "said")]


def test_undo_in_a_set_leaves_the_count_alone() -> None:
    session = Session().begins().until_set("back_extension").counts(4).hears(Undo())
    assert session.name == "working"
    assert session.log == []
    session.counts(7).hears(Done())
    assert session.log == [("back_extension", 1, 8, "said")]


# Back


def test_back_in_a_rest_does_the_set_again_and_takes_its_log_back() -> None:
    session = after_squats().hears(Back())
    assert session.name == "preparing"
    assert (session.planned.exercise, session.planned.number) == ("bw_squat", 1)
    assert session.log == []
    assert session.told("back_to") == {"exercise": Name("bw_squat"), "set": 1}
    session.plays().plays()
    assert session.log == [("bw_squat", 1, 10, "assumed")]


def test_back_in_a_set_begins_it_again() -> None:
    session = Session().begins().until_set("back_extension").counts(5).hears(Back())
    assert session.name == "preparing"
    assert session.planned.exercise == "back_extension"
    assert session.log == [("bw_squat", 1, 10, "assumed")]
    session.plays()
    assert session.counts(2).hears(Done(reps=2)).log[-1] == ("back_extension", 1, 2, "said")


def test_back_in_a_lead_in_goes_to_the_set_before() -> None:
    session = Session().begins().until_lead_in("back_extension").hears(Back())
    assert session.planned.exercise == "bw_squat"
    assert session.log == []


def test_back_twice_takes_two_sets_back() -> None:
    session = Session().begins().until_rest_after("back_extension").hears(Back(), Back())
    assert session.planned.exercise == "bw_squat"
    assert session.log == []
    assert len(session.facts(SetUndone)) == 2


def test_back_in_the_second_side_does_that_side_again() -> None:
    session = Session(PAIRS).begins().until_set(CALVES, 1, Side.RIGHT).counts(3).hears(Back())
    assert session.planned.side is Side.RIGHT
    assert session.log[-1][:2] == (CALVES, 1)


def test_back_at_the_question_for_reps_does_the_set_again() -> None:
    session = Session().begins().until_set("bw_squat").counts(4).hears(Done(), Back())
    assert session.name == "preparing"
    assert session.planned.exercise == "bw_squat"
    assert session.log == []


def test_back_at_the_question_of_effort_does_that_set_again() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays()
    assert session.question == "effort"
    session.hears(Back())
    assert (session.planned.exercise, session.planned.number) == ("goblet_squat", 3)


def test_back_in_a_warm_up_move_does_it_again_from_its_first_second() -> None:
    session = Session().begins().plays().waits(10_000).hears(Back())
    assert session.name == "working"
    assert (session.planned.exercise, session.planned.side) == ("leg_swings", Side.LEFT)
    assert session.ends_at == session.at + 15_000


def test_back_in_the_first_lead_in_goes_to_the_last_warm_up_move() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Back())
    assert session.planned.exercise == "easy_calf_raises"


def test_back_in_the_briefing_has_nowhere_to_go() -> None:
    session = Session().hears(Start(), Back())
    assert session.said[0] == "first_already"
    assert session.name == "briefing"


# Start over


def test_starting_over_is_asked_first_and_no_leaves_everything() -> None:
    session = after_squats().hears(StartOver())
    assert session.question == "yes_no"
    session.hears(No())
    assert session.name == "resting"
    assert session.log == [("bw_squat", 1, 10, "assumed")]


def test_starting_over_takes_all_sets_back_and_begins_with_the_warm_up() -> None:
    session = Session().begins().until_rest_after("calf_raise_two").hears(StartOver(), Yes())
    assert session.log == []
    assert len(session.facts(SetUndone)) == 3
    assert session.name == "working"
    assert session.planned.exercise == "march"
    assert session.to_the_end().facts(SessionFinished)[-1].ending == "completed"
    assert len(session.log) == 10


def test_an_unanswered_start_over_goes_on_as_before() -> None:
    session = after_squats().hears(StartOver()).is_silent()
    assert session.log == [("bw_squat", 1, 10, "assumed")]
    assert session.name in ("resting", "preparing")


def test_a_no_in_mid_set_goes_on_from_the_count_when_it_was_asked() -> None:
    session = Session().begins().until_set("bw_squat").counts(4).hears(StartOver())
    session.waits(20_000).hears(No())
    session.hears(Done())
    assert session.log == []
    assert session.question == "reps"


def test_starting_over_in_the_briefing_tells_it_again() -> None:
    session = Session().hears(Start(), StartOver())
    assert session.name == "briefing"
    assert "brief" in session.said


def test_without_a_session_there_is_nothing_to_start_over() -> None:
    assert Session().hears(StartOver()).said == ["no_session"]
    assert Session().begins().to_the_end().hears(StartOver()).said == ["already_finished"]


def test_starting_over_does_not_bring_back_what_hurt() -> None:
    session = Session().begins().until_set("bw_squat").counts(5)
    session.hears(Pain(Place.KNEE, level=4), StartOver(), Yes())
    loading = {e.id for e in LIBRARY.exercises.values() if Place.KNEE in e.avoid_with}
    assert not loading & set(session.left)


@pytest.mark.parametrize("hurt", [Pain(), Pain(Place.KNEE)])
def test_starting_over_does_not_drop_an_open_question_of_pain(hurt: Pain) -> None:
    session = after_squats().hears(hurt, StartOver(), Yes())
    kinds = {type(fact).__name__ for fact in session.kept}
    assert "PainReported" in kinds or session.question in ("pain_place", "pain_level")


def test_a_session_that_was_never_begun_cannot_be_started_over() -> None:
    session = Session(standing=Standing(consented=True)).hears(Pain(Place.KNEE))
    session.hears(StartOver(), Yes())
    begun = session.name in ("working", "preparing", "resting")
    assert not begun or session.facts(SessionStarted)


def test_starting_over_from_a_pause_works_as_well() -> None:
    session = after_squats().hears(Pause()).waits(60_000).hears(StartOver(), Yes())
    assert session.planned.exercise == "march"
    assert session.log == []


def test_starting_over_does_not_bring_back_what_needs_missing_gear() -> None:
    session = Session(PAIRS).begins().until_lead_in("goblet_squat")
    session.hears(Swap(Gear.DUMBBELL), StartOver(), Yes())
    for id in session.left:
        assert LIBRARY.exercises[id].gear_from(PAIRS.gear - {Gear.DUMBBELL}) is not None


def test_a_set_undone_and_then_gone_back_to_is_logged_once() -> None:
    session = after_squats().hears(Undo(), Back(), Done(reps=8)).plays().plays()
    assert [entry[:2] for entry in session.log] == [("bw_squat", 1)]

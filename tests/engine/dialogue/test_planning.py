"""What is on: today, the week, what comes next, and what a rest day offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.dialogue.desk import concerns
from engine.dialogue.inquiry import Beginning
from engine.plan.athlete.days import DayNote, Diary, Readiness
from engine.plan.athlete.profile import Profile, Topic
from engine.plan.athlete.runs import Race
from engine.plan.model import Focus
from engine.session.commands import (
    Answer,
    Cancel,
    Command,
    Help,
    MoveSession,
    NextSession,
    No,
    Ready,
    Repeat,
    Skip,
    Start,
    Today,
    Unknown,
    Week,
    Why,
    Yes,
)
from engine.session.state import Asking, Briefing, Idle
from tests.engine.dialogue.runners import (
    FRIDAY,
    RUNNER,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    after_session,
    on,
)
from tests.engine.dialogue.talk import MONDAY, Talk

OF_THE_DAY = (Today(), NextSession(), Why(), Start())


@pytest.mark.parametrize("command", OF_THE_DAY)
def test_on_a_day_with_a_session_the_session_answers(command: Command) -> None:
    talk = on(TUESDAY)
    talk.say(command)
    assert talk.handled is not None
    assert talk.handled.told is None


@pytest.mark.parametrize("command", OF_THE_DAY)
def test_before_there_is_a_profile_there_are_no_rest_days(command: Command) -> None:
    talk = Talk()
    talk.say(command)
    assert talk.handled is not None
    assert talk.handled.told is None


@pytest.mark.parametrize("command", OF_THE_DAY)
def test_within_a_session_the_session_answers(command: Command) -> None:
    talk = on(MONDAY)
    talk.say(Start(Focus.CORE))
    talk.say(Ready())
    assert not concerns(command, talk.state)


def test_on_a_rest_day_it_says_so_and_why_and_what_comes_next_and_offers() -> None:
    talk = on(MONDAY)
    assert talk.say(Today()) == (
        "Today is a rest day. Your legs need a day between two sessions. "
        "Your next session is tomorrow. Shall I move it to today instead?"
    )
    assert talk.asked == "move_here"


@pytest.mark.parametrize(
    ("day", "reason"), [(THURSDAY, "hard run"), (SUNDAY, "long run"), (MONDAY, "legs")]
)
def test_the_reason_of_the_day_is_said(day: date, reason: str) -> None:
    assert reason in on(day).say(Why()).lower()


def test_next_session_on_a_rest_day_tells_what_it_holds() -> None:
    assert on(MONDAY).say(NextSession()).startswith("Tomorrow, ")


# The offers


@pytest.mark.parametrize("asks", [Today(), Start()])
@pytest.mark.parametrize("agrees", [Yes(), Start(), Ready(), Answer(("yes",))])
def test_a_session_moved_to_today_begins_with_its_briefing(asks: Command, agrees: Command) -> None:
    talk = on(MONDAY)
    talk.say(asks)
    talk.say(agrees)
    assert isinstance(talk.state.phase, Briefing)
    assert talk.handled is not None
    assert talk.handled.begins is Beginning.SESSION
    assert talk.handled.replans
    assert talk.phrases[0] == "moved_here"
    assert talk.book.diary.on(MONDAY).pinned
    assert talk.book.diary.on(TUESDAY).off
    assert talk.workout is not None
    assert talk.workout.kind == "A"


def test_who_does_not_want_it_today_is_offered_mobility_and_then_left_in_peace() -> None:
    talk = on(MONDAY)
    talk.say(Start())
    before = talk.book
    talk.say(No())
    assert talk.asked == "mobility"
    talk.say(No())
    assert talk.phrases == ("rest_well",)
    assert isinstance(talk.state.phase, Idle)
    assert talk.book == before


@pytest.mark.parametrize("day", [THURSDAY, SUNDAY])
def test_where_the_rules_forbid_a_session_mobility_is_offered_at_once(day: date) -> None:
    talk = on(day)
    talk.say(Start())
    assert talk.asked == "mobility"
    talk.say(Yes())
    assert talk.handled is not None
    assert talk.handled.begins is Beginning.MOBILITY
    assert isinstance(talk.state.phase, Briefing)


def test_an_offer_is_put_again_until_it_is_answered_or_dropped() -> None:
    talk = on(MONDAY)
    talk.say(Today())
    talk.say(Unknown())
    assert talk.asked == "move_here"
    talk.say(Cancel())
    assert talk.asked == ""
    assert isinstance(talk.state.phase, Idle)


@pytest.mark.parametrize("named", [Start(Focus.CORE), Start(minutes=10), Start(Focus.LEGS, 30)])
def test_what_is_asked_for_by_name_is_always_honoured(named: Start) -> None:
    talk = on(MONDAY)
    talk.say(named)
    assert talk.handled is not None
    assert talk.handled.told is None
    talk = on(MONDAY)
    talk.say(Today())
    talk.say(named)
    assert isinstance(talk.state.phase, Briefing)
    assert not talk.book.diary.notes


def test_after_the_days_session_there_is_a_next_one_and_no_offer_to_move() -> None:
    talk = after_session(TUESDAY)
    assert talk.say(Today()).startswith("Today's session is done.")
    assert talk.asked == ""
    talk.say(Start())
    assert talk.asked == "mobility"


def test_a_session_that_was_stopped_today_may_be_begun_again() -> None:
    talk = after_session(TUESDAY, completed=False)
    talk.say(Start())
    assert isinstance(talk.state.phase, Briefing)


def test_whoever_is_ill_or_not_cleared_is_offered_nothing() -> None:
    red = Diary((DayNote(MONDAY, readiness=Readiness.RED),))
    uncleared = replace(RUNNER, screening=frozenset({Topic.HEART}))
    for talk, code in (
        (on(MONDAY, diary=red), "because_ill_today"),
        (on(MONDAY, uncleared), "because_clearance_first"),
        (on(MONDAY, replace(RUNNER, age=11)), "because_too_young"),
    ):
        for command in (Today(), Start()):
            talk.say(command)
            assert talk.phrases == (code,)
            assert talk.asked == ""


def test_where_no_day_is_free_there_is_still_mobility() -> None:
    talk = on(MONDAY, replace(RUNNER, available=frozenset()))
    talk.say(Start())
    assert talk.asked == "mobility"
    assert talk.say(NextSession()).startswith("There is no session on the plan")


# The week


def test_the_week_in_a_few_sentences() -> None:
    said = on(MONDAY).say(Week())
    assert said.startswith("Tomorrow, ")
    assert "on friday" in said.lower()
    assert said.endswith("Your big runs are on Thursday and on Sunday.")


def test_four_sessions_are_listed_by_their_days() -> None:
    talk = on(MONDAY, Profile(days_per_week=4, answered=frozenset({"minutes"})))
    talk.say(Week())
    assert "week_left" in talk.phrases


def test_a_week_that_is_over_looks_at_the_next() -> None:
    said = on(SUNDAY).say(Week())
    assert said.startswith("This week has no more sessions. ")
    assert " on tuesday" in said.lower()


def test_what_was_done_this_week_counts() -> None:
    talk = after_session(TUESDAY)
    talk.today = FRIDAY
    assert talk.say(Week()).startswith("You have done one session this week.")


def test_a_week_near_a_race_says_so() -> None:
    talk = on(MONDAY, replace(RUNNER, races=(Race(SUNDAY),)))
    talk.say(Week())
    assert talk.phrases[0] == "week_race_week"


def test_without_a_profile_the_week_is_open_and_set_up_offered() -> None:
    talk = Talk()
    talk.say(Week())
    assert talk.phrases == ("no_week_yet", "offer_setup")


def test_a_question_that_is_open_holds_no_rest_day_back() -> None:
    talk = on(MONDAY)
    talk.say(Today())
    assert isinstance(talk.state.phase, Asking)
    assert concerns(Today(), talk.state)
    talk.say(Today())
    assert talk.asked == "move_here"


@pytest.mark.parametrize("command", [Ready(), Yes(), Repeat()])
def test_a_rest_day_is_one_however_the_session_is_asked_for(command: Command) -> None:
    talk = on(THURSDAY)
    talk.say(command)
    assert "run_day" in talk.phrases
    assert talk.asked == "mobility"


def test_a_run_that_takes_the_day_is_named_once() -> None:
    said = on(THURSDAY).say(Today())
    assert said.startswith("No strength session today. Your legs should be fresh for a hard run.")
    assert said.count("hard run") == 1


def test_the_day_of_a_race_has_no_offer_but_good_wishes() -> None:
    talk = on(SUNDAY, replace(RUNNER, races=(Race(SUNDAY),)))
    talk.say(Today())
    assert talk.phrases[0] == "race_today"
    assert talk.asked == ""


@pytest.mark.parametrize("command", [Cancel(), Skip(), No()])
def test_mobility_is_waved_off_with_one_kind_word(command: Command) -> None:
    talk = on(THURSDAY)
    talk.say(Today())
    talk.say(command)
    assert talk.phrases == ("rest_well",)


def test_start_after_other_talk_is_a_start_and_help_tells_what_there_is() -> None:
    talk = on(THURSDAY)
    talk.say(Today())
    talk.say(Week())
    assert talk.asked == "anything_else"
    talk.say(Help())
    assert talk.phrases == ("ask_what_else",)
    talk.say(Start())
    assert talk.asked == "mobility"


def test_what_was_not_understood_is_owned_up_to_before_the_offer_is_made_again() -> None:
    talk = on(THURSDAY)
    talk.say(Today())
    talk.say(Unknown())
    assert talk.phrases == ("unknown_asking", "ask_mobility")


def test_a_single_big_run_is_one() -> None:
    assert "Your big run is tomorrow." in on(SATURDAY).say(Week())


def test_where_nothing_may_be_planned_every_question_hears_why() -> None:
    profile = replace(RUNNER, screening=frozenset({Topic.HEART}))
    for command in (Today(), NextSession(), Week(), MoveSession("friday"), Repeat()):
        assert "health professional" in on(MONDAY, profile).say(command), command

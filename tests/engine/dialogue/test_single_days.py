"""Moved, skipped, shortened, felt: what is said of one day changes that day alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.library.model import Gear
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.days import DayNote, Diary, Readiness
from engine.plan.athlete.profile import Where
from engine.plan.model import Focus
from engine.session.commands import (
    Answer,
    Command,
    Done,
    Feel,
    Feeling,
    MoveSession,
    Ready,
    Shorten,
    SkipToday,
    Start,
    Symptom,
    Travelling,
    Unwell,
)
from engine.session.facts import Ending
from engine.session.state import Briefing, Course, Finished, Idle, State
from tests.engine.dialogue.runners import (
    FRIDAY,
    RUNNER,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    after_session,
    on,
)
from tests.engine.dialogue.talk import MONDAY, Talk


def running(talk: Talk) -> Talk:
    talk.say(Start(Focus.CORE))
    talk.say(Ready())
    return talk


# Moved


def test_a_session_goes_where_it_is_wanted_and_the_rest_of_the_week_follows() -> None:
    talk = on(TUESDAY)
    assert talk.say(MoveSession("wednesday")) == "Done. Your session is now tomorrow."
    assert talk.book.diary.on(WEDNESDAY) == DayNote(WEDNESDAY, pinned=True)
    assert talk.book.diary.on(TUESDAY) == DayNote(TUESDAY, off=True)
    assert talk.handled is not None
    assert talk.handled.replans


def test_what_a_move_shifts_is_said() -> None:
    talk = on(TUESDAY)
    said = talk.say(MoveSession("saturday"))
    assert said.startswith("Done. Your session is now on Saturday. ")
    assert "on Friday" in said


def test_a_move_against_the_rules_is_refused_with_its_reason_and_the_nearest_day() -> None:
    talk = on(TUESDAY)
    before = talk.book
    assert talk.say(MoveSession("thursday")) == (
        "There is a hard run on Thursday, and your legs should be fresh for it. "
        "It could be tomorrow instead."
    )
    assert talk.book == before


@pytest.mark.parametrize(
    ("day", "phrase"),
    [
        ("yesterday", "because_day_past"),
        ("2028-01-01", "because_too_far"),
        ("friday", "day_taken"),
        ("today", "moved_already"),
        ("blursday", "day_unknown"),
    ],
)
def test_a_day_that_cannot_be_is_met_with_one_sentence(day: str, phrase: str) -> None:
    talk = on(TUESDAY)
    before = talk.book
    talk.say(MoveSession(day))
    assert talk.phrases[0] == phrase
    assert talk.book == before


def test_a_day_that_is_taken_is_never_the_nearest() -> None:
    talk = on(TUESDAY)
    talk.say(MoveSession("friday"))
    assert "nearest_day" in talk.phrases
    assert "on Friday" not in talk.say(MoveSession("friday")).split(".")[1]


def test_a_move_without_a_day_asks_for_it() -> None:
    talk = on(TUESDAY)
    talk.say(MoveSession())
    assert talk.asked == "move"
    talk.say(Answer(("wednesday",)))
    assert talk.asked == ""
    assert talk.book.diary.on(WEDNESDAY).pinned
    talk.say(MoveSession())
    talk.say(MoveSession("saturday"))
    assert talk.asked == ""


def test_a_move_out_of_a_briefing_closes_it() -> None:
    talk = on(TUESDAY)
    talk.say(Start())
    assert isinstance(talk.state.phase, Briefing)
    talk.say(MoveSession("wednesday"))
    assert isinstance(talk.state.phase, Finished)
    assert talk.phrases == ("moved",)


@pytest.mark.parametrize("command", [MoveSession("wednesday"), SkipToday(), Travelling()])
def test_a_session_that_runs_is_finished_first(command: Command) -> None:
    talk = running(on(TUESDAY))
    before = talk.book
    talk.say(command)
    assert talk.phrases[0] in ("finish_first", "skip_running", "swap_running")
    assert talk.book == before


def test_without_a_profile_any_day_is_fine() -> None:
    talk = Talk()
    talk.say(MoveSession("friday"))
    assert talk.phrases == ("any_day", "offer_setup")


# Skipped


def test_a_skipped_session_finds_another_day_and_nobody_is_blamed() -> None:
    talk = on(TUESDAY)
    assert talk.say(SkipToday()) == (
        "Okay, no session today. The session that was today is now tomorrow."
    )
    assert talk.book.diary.on(TUESDAY).off


def test_a_skipped_session_without_another_day_is_let_go() -> None:
    talk = on(FRIDAY)
    said = talk.say(SkipToday())
    assert said.startswith("Okay, no session today.")
    assert not any(word in said.lower() for word in ("miss", "sorry", "should", "fail"))


def test_a_rest_day_needs_no_skipping() -> None:
    talk = on(MONDAY)
    before = talk.book
    talk.say(SkipToday())
    assert talk.phrases[0] == "rest_anyway"
    assert talk.book == before


def test_a_skip_out_of_a_briefing_closes_it() -> None:
    for talk in (on(TUESDAY), Talk()):
        talk.say(Start())
        talk.say(SkipToday())
        phase = talk.state.phase
        assert isinstance(phase, Finished)
        assert phase.ending is Ending.PARTIAL
        assert talk.phrases[0] == "skipped_today"


# Felt


@pytest.mark.parametrize(
    ("state", "readiness"),
    [
        (Feeling.FINE, Readiness.GREEN),
        (Feeling.TIRED, Readiness.AMBER),
        (Feeling.SORE, Readiness.AMBER),
        (Feeling.ILL, Readiness.RED),
    ],
)
@pytest.mark.parametrize("asked", [False, True])
def test_how_the_athlete_feels_colours_the_day(
    state: Feeling, readiness: Readiness, asked: bool
) -> None:
    talk = on(TUESDAY)
    if asked:
        talk.say(Feel())
        assert talk.asked == "feeling"
    talk.say(Answer((state.value,)) if asked else Feel(state))
    assert talk.book.diary.on(TUESDAY).readiness is readiness
    assert talk.asked == ""
    assert isinstance(talk.state.phase, Idle)


def test_a_tired_day_is_easier_and_a_briefing_begins_again() -> None:
    talk = on(TUESDAY)
    talk.say(Start())
    assert talk.workout is not None
    before = len(talk.workout.sets)
    talk.say(Feel(Feeling.TIRED))
    assert isinstance(talk.state.phase, Briefing)
    assert "brief" in talk.phrases
    assert len(talk.workout.sets) < before


@pytest.mark.parametrize("command", [Feel(Feeling.ILL), Unwell(Symptom.ILL)])
def test_whoever_is_ill_hears_gentle_words_and_the_day_is_kept_free(command: Command) -> None:
    for talk in (on(TUESDAY), running(on(TUESDAY))):
        said = talk.say(command)
        assert "do not train today" in said
        assert talk.book.diary.on(TUESDAY).readiness is Readiness.RED
        assert isinstance(talk.state.phase, Idle | Finished)


def test_well_again_means_a_session_again() -> None:
    red = Diary((DayNote(TUESDAY, readiness=Readiness.RED),))
    talk = on(TUESDAY, diary=red)
    talk.say(Feel(Feeling.FINE))
    talk.say(Start())
    assert isinstance(talk.state.phase, Briefing)


def test_in_a_session_there_is_a_way_to_make_it_easier() -> None:
    talk = running(on(TUESDAY))
    assert "easier" in talk.say(Feel(Feeling.TIRED))
    assert talk.handled is not None
    assert not talk.handled.replans


# Less time, other gear


def test_today_in_less_time_is_today_alone() -> None:
    talk = on(TUESDAY)
    assert talk.say(Shorten(15)) == "Okay, fifteen minutes today."
    assert talk.book.diary.on(TUESDAY).minutes == 15
    assert talk.book.profile == RUNNER


@pytest.mark.parametrize("answer", [Done(12), Done(seconds=720), Answer(("12",)), Shorten(12)])
def test_the_minutes_are_asked_for_where_they_lack(answer: Command) -> None:
    talk = on(TUESDAY)
    talk.say(Shorten())
    assert talk.asked == "shorten"
    talk.say(answer)
    assert talk.book.diary.on(TUESDAY).minutes == 12
    assert talk.asked == ""


def test_too_little_time_is_said_to_be() -> None:
    talk = on(TUESDAY)
    before = talk.book
    assert talk.say(Shorten(2)) == "Five minutes is the least that makes a session."
    assert talk.book == before


def test_a_briefing_is_given_again_for_the_shorter_session() -> None:
    talk = on(TUESDAY)
    talk.say(Start())
    talk.say(Shorten(15))
    assert talk.workout is not None
    assert talk.workout.minutes == 15
    assert "brief" in talk.phrases


def test_a_session_that_runs_is_shortened_by_the_session() -> None:
    talk = running(on(TUESDAY))
    talk.say(Shorten(10))
    assert talk.handled is not None
    assert talk.handled.told is None


def test_away_from_home_what_is_named_counts_else_what_travels_along() -> None:
    profile = replace(RUNNER, places=((Where.TRAVEL, frozenset({Gear.BAND})),))
    for command, gear in (
        (Travelling((Gear.DUMBBELL,)), {Gear.DUMBBELL}),
        (Travelling(), {Gear.BAND}),
    ):
        talk = on(TUESDAY, profile)
        talk.say(command)
        assert talk.book.diary.on(TUESDAY).gear == gear
        assert talk.book.profile == profile


def test_with_nothing_at_hand_the_body_will_do() -> None:
    talk = on(TUESDAY)
    assert talk.say(Travelling()) == "Okay, today needs no equipment."
    assert talk.book.diary.on(TUESDAY).gear == frozenset()


def test_what_one_day_brings_changes_no_other() -> None:
    for command in (Feel(Feeling.SORE), Shorten(10), Travelling((Gear.BAND,))):
        talk = on(TUESDAY)
        talk.say(command)
        assert [note.day for note in talk.book.diary.notes] == [TUESDAY]


def test_after_the_session_a_tired_athlete_is_heard_and_no_more() -> None:
    talk = after_session(TUESDAY)
    talk.say(Feel(Feeling.TIRED))
    assert talk.phrases == ("feeling_tired",)


def test_a_day_the_athlete_names_may_be_one_that_is_not_usually_free() -> None:
    talk = on(TUESDAY, replace(RUNNER, available=frozenset({Weekday.TUE, Weekday.FRI})))
    talk.say(MoveSession("saturday"))
    assert talk.book.diary.on(SATURDAY).pinned


def test_away_from_home_on_a_rest_day_waits_for_the_next_session() -> None:
    talk = on(THURSDAY)
    talk.say(Travelling())
    assert talk.phrases == ("travel_rest",)


def test_more_time_than_usual_is_not_promised_to_be_filled() -> None:
    talk = on(TUESDAY)
    talk.say(Start())
    talk.say(Shorten(90))
    assert talk.phrases[0] == "time_enough"


def test_into_another_week_the_days_are_told_rather_than_what_went_where() -> None:
    talk = on(FRIDAY)
    talk.say(MoveSession("monday"))
    assert talk.phrases == ("moved", "plan_now")


@pytest.mark.parametrize("command", [Feel(Feeling.SORE), Shorten(15), Travelling()])
def test_a_briefing_told_anew_leaves_out_the_words_of_the_first_time(command: Command) -> None:
    talk = on(TUESDAY)
    talk.state = State(course=Course(consented=False))
    talk.say(Start())
    assert "first_use" in talk.phrases
    talk.say(command)
    assert "brief" in talk.phrases
    assert "first_use" not in talk.phrases

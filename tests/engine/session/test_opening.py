"""The opening of a session: the briefing, the consent of a newcomer, and "start" wherever said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.cues import Ask, Day, Name, Names, Question, Remaining
from engine.library.model import Place
from engine.session.commands import (
    Next,
    NextSession,
    No,
    Pain,
    Pause,
    Ready,
    Repeat,
    Resume,
    Start,
    Swap,
    Today,
    Why,
    Yes,
)
from engine.session.facts import SessionFinished, SessionStarted
from engine.session.standing import Standing
from engine.session.state import Briefing, Working
from tests.engine.session.scenario import CIRCUIT, PAIRS, Session
from tests.samples import first_main

OLD_HAND = Standing(consented=True, sessions=4)
EXERCISES = ("bw_squat", "back_extension", "calf_raise_two", "forearm_plank", "hip_hinge_drill")


def test_a_briefing_says_what_today_is_why_how_long_and_what_comes_first() -> None:
    session = Session().hears(Start())
    assert session.name == "briefing"
    assert session.told("brief") == {
        "focus": "full",
        "exercises": Names(EXERCISES),
        "minutes": Remaining(),
    }
    assert "because_first_session" in session.said
    assert session.told("brief_first") == {"exercise": Name("bw_squat")}
    assert session.said[-1] == "ask_ready"
    last = session.outcome.cues[-1]
    assert isinstance(last, Ask)
    assert last.question is Question.READY


def test_gear_to_fetch_is_named_and_a_workout_without_any_says_so() -> None:
    assert "brief_no_gear" in Session(CIRCUIT).hears(Start()).said
    with_gear = Session(PAIRS).hears(Start())
    assert with_gear.told("brief_gear") == {"gear": "dumbbell,step"}
    assert "brief_no_gear" not in with_gear.said


def test_a_newcomer_hears_the_first_use_words_and_an_old_hand_does_not() -> None:
    assert Session().hears(Start()).said[0] == "first_use"
    known = Session(standing=OLD_HAND).hears(Start())
    assert "first_use" not in known.said
    assert "safety_note" not in known.said


def test_after_a_report_of_pain_the_next_briefing_has_the_safety_note() -> None:
    hurt = Standing(consented=True, after_pain=True)
    session = Session(standing=hurt).hears(Start())
    assert session.said[0] == "safety_note"


def test_ready_is_consent_and_is_kept() -> None:
    session = Session().hears(Start(), Ready())
    assert [fact.consented for fact in session.facts(SessionStarted)] == [True]
    assert isinstance(session.phase, Working)
    assert session.said == ["begin", "warm_up", "move", "move_how_to"]


@pytest.mark.parametrize("yes", [Ready(), Yes(), Start(), Resume()])
def test_any_word_of_going_ahead_ends_the_briefing(yes: Ready | Yes | Start | Resume) -> None:
    session = Session().hears(Start(), yes)
    assert session.name == "working"
    assert session.facts(SessionStarted)[0].consented


def test_silence_starts_the_session_but_is_no_consent() -> None:
    session = Session().hears(Start()).is_silent()
    assert session.name == "working"
    assert [fact.consented for fact in session.facts(SessionStarted)] == [False]
    assert not session.state.course.consented


def test_consent_given_before_holds_through_a_silent_start() -> None:
    session = Session(standing=OLD_HAND).hears(Start()).is_silent()
    assert [fact.consented for fact in session.facts(SessionStarted)] == [True]


def test_no_to_the_briefing_begins_nothing() -> None:
    session = Session().hears(Start(), No())
    assert session.name == "finished"
    assert session.said == ["stopped_early"]
    assert session.is_silent().name == "finished"
    assert session.kept == []


def test_a_briefing_may_be_paused_and_taken_up_again() -> None:
    session = Session().hears(Start(), Pause())
    assert session.name == "paused"
    assert isinstance(session.waits(600_000).hears(Resume()).phase, Briefing)
    assert session.hears(Ready()).name == "working"


def test_repeating_the_briefing_says_all_of_it_again() -> None:
    session = Session().hears(Start())
    first = session.said
    session.hears(Repeat())
    assert set(first) <= set(session.said)
    assert session.name == "briefing"


def test_no_exercise_is_jumped_to_before_the_session_has_begun() -> None:
    session = Session().hears(Start(), Next("forearm_plank"))
    assert session.name == "briefing"
    assert session.kept == []
    session.hears(Ready()).to_the_end()
    assert len(session.facts(SessionStarted)) == len(session.facts(SessionFinished)) == 1


@pytest.mark.parametrize(
    ("where", "answer"),
    [
        ("lead-in", "session_open"),
        ("set", "session_open"),
        ("rest", "session_open"),
    ],
)
def test_start_in_a_running_session_says_that_it_runs(where: str, answer: str) -> None:
    session = Session().begins()
    match where:
        case "lead-in":
            session.until_lead_in("bw_squat")
        case "set":
            session.until_set("bw_squat").counts(3)
        case _:
            session.until_rest_after("bw_squat")
    before = session.name
    session.hears(Start())
    assert answer in session.said
    assert session.name == before
    assert len(session.facts(SessionStarted)) == 1


def test_start_takes_up_a_pause() -> None:
    session = Session().begins().until_set("bw_squat").counts(4).hears(Pause())
    assert session.waits(60_000).hears(Start()).name == "preparing"


def test_start_after_the_end_says_that_today_is_done() -> None:
    session = Session().begins().to_the_end().hears(Start())
    assert session.said == ["already_finished"]
    assert session.name == "finished"


def test_today_why_and_when_next_are_answered_without_a_session() -> None:
    session = Session().hears(Today())
    assert session.told("today")["exercises"] == Names(EXERCISES)
    assert session.hears(Why()).said == ["because_first_session", "because_full_body"]
    today = Day("2026-01-05", "2026-01-05")
    assert session.hears(NextSession()).told("next_session") == {"day": today}
    assert session.name == "idle"
    assert session.kept == []


def test_when_next_after_the_session_is_the_day_after_next() -> None:
    session = Session().begins().to_the_end().hears(NextSession())
    assert session.told("next_session") == {"day": Day("2026-01-07", "2026-01-05")}


def test_when_next_in_the_middle_of_a_session_is_not_today() -> None:
    session = Session().begins().until_rest_after("bw_squat").hears(NextSession())
    assert session.told("next_session") == {"day": Day("2026-01-07", "2026-01-05")}


def test_a_workout_without_a_date_leaves_the_next_day_open() -> None:
    undated = replace(CIRCUIT, day=None, next_day=None)
    assert Session(undated).hears(NextSession()).said == ["next_session_open"]
    assert "next_day" not in Session(undated).begins().to_the_end().said


def test_today_names_the_exercises_as_they_were_changed() -> None:
    session = Session().begins().until_rest_after("back_extension")
    session.hears(Swap())
    assert session.told("swapped")["old"] == Name("calf_raise_two")
    exercises = session.hears(Today()).told("today")["exercises"]
    assert isinstance(exercises, Names)
    assert "calf_raise_two" not in exercises.ids


def test_a_briefing_told_again_after_pain_leaves_out_what_would_hurt() -> None:
    session = Session().hears(Start(), Pain(Place.KNEE, level=4), Repeat())
    exercises = session.told("brief")["exercises"]
    assert isinstance(exercises, Names)
    assert "bw_squat" not in exercises.ids
    assert session.told("brief_first") != {"exercise": Name("bw_squat")}


def test_the_first_main_set_follows_the_whole_warm_up() -> None:
    session = Session().begins().until_lead_in("bw_squat")
    assert session.index == first_main()


def test_when_next_in_a_briefing_looks_beyond_the_session_at_hand() -> None:
    session = Session().hears(Start(), NextSession())
    assert session.told("next_session_after") == {"day": Day("2026-01-07", "2026-01-05")}


def test_a_briefing_does_not_open_with_the_words_of_the_last_session() -> None:
    first, second = (Session(standing=Standing(sessions=n)).hears(Start()).words for n in (1, 2))
    assert [words.phrase for words in first] == [words.phrase for words in second]
    assert all(one.variant + 1 == other.variant for one, other in zip(first, second, strict=True))

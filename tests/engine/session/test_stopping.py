"""Stopping, never minding, and taking a stopped session up again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.cues import Amount, Name, Say
from engine.library.model import Place
from engine.session.commands import (
    Cancel,
    Command,
    Done,
    Pain,
    Pause,
    Resume,
    Start,
    StartOver,
    Stop,
    Symptom,
    Unwell,
    Yes,
)
from engine.session.facts import (
    Ending,
    PainReported,
    SessionFinished,
    SessionReopened,
)
from engine.units import HOUR, Side
from tests.engine.session.scenario import PAIRS, Session


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


def paused_in_squats() -> Session:
    return Session().begins().until_set("bw_squat").counts(4).hears(Pause())


EVERYWHERE: dict[str, Callable[[], Session]] = {
    "briefing": lambda: Session().hears(Start()),
    "warm-up": lambda: Session().begins().waits(5_000),
    "lead-in": lambda: Session().begins().until_lead_in("back_extension"),
    "set": lambda: Session().begins().until_set("back_extension").counts(3),
    "rest": after_squats,
    "question": lambda: Session().begins().until_set("bw_squat").counts(3).hears(Done()),
    "pause": paused_in_squats,
    "cool-down": lambda: Session().begins().until_cool_down(),
}


@pytest.mark.parametrize("where", EVERYWHERE)
def test_stop_is_heard_everywhere_and_says_one_sentence_at_most(where: str) -> None:
    session = EVERYWHERE[where]().hears(Stop())
    assert session.name == "finished"
    assert all(isinstance(cue, Say) for cue in session.outcome.cues)
    assert len(session.outcome.cues) <= 1


@pytest.mark.parametrize("where", [where for where in EVERYWHERE if where != "briefing"])
def test_a_stop_closes_the_session_as_partial_once(where: str) -> None:
    session = EVERYWHERE[where]().hears(Stop())
    assert [fact.ending for fact in session.facts(SessionFinished)] == [Ending.PARTIAL]


def test_a_stop_keeps_the_sets_done_and_says_how_many() -> None:
    session = Session(PAIRS).begins().until_rest_after("one_leg_calf_raise_step", 1, Side.RIGHT)
    session.hears(Stop())
    assert session.told("stopped") == {"sets": Amount(7, "sets")}
    assert len(session.log) == 8


def test_a_stop_before_the_first_set_says_that_nothing_was_done() -> None:
    assert Session().begins().hears(Stop()).said == ["stopped_early"]


def test_a_stop_in_the_briefing_leaves_no_session_behind() -> None:
    session = Session().hears(Start(), Stop())
    assert session.kept == []
    assert session.said == ["stopped_early"]


def test_a_second_stop_is_a_goodbye() -> None:
    session = after_squats().hears(Stop(), Stop())
    assert session.said == ["goodbye"]
    assert len(session.facts(SessionFinished)) == 1
    assert Session().hears(Stop()).said == ["goodbye"]


@pytest.mark.parametrize("hurt", [Pain(Place.KNEE), Pain()])
def test_a_stop_at_the_question_of_pain_still_keeps_the_pain(hurt: Pain) -> None:
    session = after_squats().hears(hurt, Stop())
    assert session.name == "finished"
    assert [fact.level for fact in session.facts(PainReported)] == [5]


def test_a_stop_at_a_paused_question_for_reps_keeps_the_count() -> None:
    session = Session().begins().until_set("bw_squat").counts(6).hears(Done(), Pause(), Stop())
    assert session.log == [("bw_squat", 1, 6, "assumed")]


# Taking it up again


def test_within_eighteen_hours_resume_goes_on_with_the_set_that_was_next() -> None:
    session = after_squats().hears(Stop()).waits(18 * HOUR).hears(Resume())
    assert session.name == "preparing"
    assert session.told("reopened") == {"exercise": Name("back_extension")}
    assert len(session.facts(SessionReopened)) == 1
    session.to_the_end()
    assert session.log[0] == ("bw_squat", 1, 10, "assumed")
    assert len(session.log) == 10
    endings = [fact.ending for fact in session.facts(SessionFinished)]
    assert endings == [Ending.PARTIAL, Ending.COMPLETED]


def test_after_eighteen_hours_it_stays_closed() -> None:
    session = after_squats().hears(Stop()).waits(18 * HOUR + 1).hears(Resume())
    assert session.said == ["already_finished"]
    assert session.name == "finished"
    assert session.facts(SessionReopened) == []


def test_yes_to_a_stopped_session_reopens_it_too() -> None:
    assert after_squats().hears(Stop(), Yes()).name == "preparing"


def test_a_set_stopped_in_the_middle_is_done_again_from_its_first_rep() -> None:
    session = Session().begins().until_set("bw_squat").counts(6).hears(Stop(), Resume())
    assert (session.planned.exercise, session.planned.number) == ("bw_squat", 1)
    assert session.plays().plays().log == [("bw_squat", 1, 10, "assumed")]


def test_a_warm_up_that_was_stopped_goes_on() -> None:
    session = Session().begins().waits(5_000).hears(Stop()).waits(HOUR).hears(Resume())
    assert session.planned.exercise == "march"
    assert len(session.to_the_end().log) == 10


def test_a_session_stopped_in_its_cool_down_can_be_finished() -> None:
    session = Session().begins().until_cool_down().hears(Stop(), Resume()).to_the_end()
    assert session.facts(SessionFinished)[-1].ending is Ending.COMPLETED


def test_a_completed_session_is_not_reopened() -> None:
    session = Session().begins().to_the_end().hears(Resume())
    assert session.said == ["already_finished"]


def test_a_session_that_ended_for_safety_is_not_reopened() -> None:
    session = after_squats().hears(Unwell(Symptom.DIZZY), Resume())
    assert session.name == "finished"
    assert session.facts(SessionReopened) == []


@pytest.mark.parametrize("word", [Resume(), Yes()])
def test_an_emergency_told_after_a_stop_keeps_the_session_closed(word: Command) -> None:
    session = after_squats().hears(Stop(), Unwell(Symptom.CHEST_PAIN), word)
    assert session.name == "finished"
    assert session.facts(SessionReopened) == []


# Never mind


def test_cancel_without_a_question_stops() -> None:
    session = after_squats().hears(Cancel())
    assert session.name == "finished"
    assert session.facts(SessionFinished)[0].ending is Ending.PARTIAL


def test_cancel_at_the_question_of_effort_goes_on() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays().hears(Cancel())
    assert session.name == "resting"
    assert session.facts(SessionFinished) == []


def test_cancel_at_the_question_for_reps_takes_the_count() -> None:
    session = Session().begins().until_set("bw_squat").counts(6).hears(Done(), Cancel())
    assert session.log == [("bw_squat", 1, 6, "assumed")]
    assert session.facts(SessionFinished) == []


def test_cancel_of_starting_over_keeps_everything() -> None:
    session = after_squats().hears(StartOver(), Cancel())
    assert session.log == [("bw_squat", 1, 10, "assumed")]
    assert session.name == "resting"


def test_a_session_is_finished_once_whatever_is_said_afterwards() -> None:
    session = Session().begins().to_the_end()
    session.hears(Pain(Place.KNEE), Unwell(Symptom.CHEST_PAIN))
    assert [fact.ending for fact in session.facts(SessionFinished)] == [Ending.COMPLETED]


def test_a_stop_after_a_set_ran_out_keeps_that_set() -> None:
    session = Session().begins().until_set("bw_squat").waits(60_000).hears(Stop())
    assert session.log == [("bw_squat", 1, 10, "assumed")]
    session.hears(Resume())
    assert session.planned.exercise == "back_extension"

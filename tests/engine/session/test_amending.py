"""Putting the log right afterwards: numbers, loads and efforts in the rest, corrections."""

from __future__ import annotations

from engine.cues import Amount, Name
from engine.session.commands import Correct, Done, Effort, GiveEffort
from engine.session.facts import EffortGiven, SetCorrected
from engine.units import Load, Side
from tests.engine.session.scenario import PAIRS, Session, later

CALVES = "one_leg_calf_raise_step"


def in_squats(reps: int) -> Session:
    """The first set of ten squats, after so many."""
    return Session().begins().until_set("bw_squat").counts(reps)


def test_a_bare_number_in_the_rest_amends_the_set_just_ended() -> None:
    session = Session().begins().until_rest_after("bw_squat").hears(Done(reps=8))
    assert session.log == [("bw_squat", 1, 8, "said")]
    fact = session.facts(SetCorrected)[0]
    assert (fact.of, fact.actual, fact.load) == (session.last_logged.number, 8, None)
    assert session.name == "resting"


def test_a_load_in_the_rest_amends_the_set_and_the_sets_to_come() -> None:
    session = Session(PAIRS).begins().until_rest_after("goblet_squat").hears(Done(load=12))
    assert session.state.course.logs[-1].load == Load(1200)
    assert session.log[-1][2] == 8
    assert [s.load for s in later(session, "goblet_squat")] == [Load(1200)] * 2
    assert session.told("corrected_load")["load"] == Load(1200)


def test_an_effort_in_the_rest_is_of_the_set_just_ended() -> None:
    session = Session(PAIRS).begins().until_rest_after("goblet_squat")
    session.hears(GiveEffort(Effort.RIGHT))
    fact = session.facts(EffortGiven)[0]
    assert (fact.exercise, fact.effort) == ("goblet_squat", Effort.RIGHT)
    assert session.name == "resting"


def test_a_bare_done_in_the_rest_changes_nothing() -> None:
    session = Session().begins().until_rest_after("bw_squat").hears(Done())
    assert session.said[0] == "kept"
    assert session.log == [("bw_squat", 1, 10, "assumed")]


def test_no_i_meant_eight_corrects_the_last_set() -> None:
    session = in_squats(9).hears(Done(reps=10), Correct(reps=8))
    assert session.log == [("bw_squat", 1, 8, "said")]
    assert session.told("corrected") == {
        "amount": Amount(8, "reps"),
        "exercise": Name("bw_squat"),
    }


def test_a_set_may_be_corrected_twice_and_both_facts_are_kept() -> None:
    session = in_squats(9).hears(Done(reps=10), Correct(reps=8), Correct(reps=9))
    assert [(fact.of, fact.actual) for fact in session.facts(SetCorrected)] == [(3, 8), (3, 9)]
    assert session.log == [("bw_squat", 1, 9, "said")]


def test_a_correction_with_nothing_logged_is_answered() -> None:
    session = Session().begins().hears(Correct(reps=8))
    assert "nothing_to_correct" in session.said
    assert session.facts(SetCorrected) == []


def test_a_correction_after_the_end_still_counts() -> None:
    session = Session().begins().to_the_end().hears(Correct(reps=6))
    assert session.log[-1] == ("hip_hinge_drill", 2, 6, "said")


def test_a_number_and_an_effort_at_the_effort_question_are_both_kept() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays()
    assert session.question == "effort"
    session.hears(Done(reps=6, effort=Effort.TOO_HARD))
    assert session.log[-1] == ("goblet_squat", 3, 6, "said")


def test_ten_each_side_in_the_rest_amends_both_sides() -> None:
    session = Session(PAIRS).begins().until_rest_after(CALVES, 1, Side.RIGHT)
    session.hears(Done(reps=10, side=Side.BOTH))
    assert [entry[2] for entry in session.log[-2:]] == [10, 10]
    assert len(session.facts(SetCorrected)) == 2

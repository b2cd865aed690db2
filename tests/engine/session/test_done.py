"""Reporting sets: "done", a number, a load, how it felt; in the set, after it, and too early."""

from __future__ import annotations

import pytest

from engine.cues import Amount, Name
from engine.session.commands import (
    Correct,
    Done,
    Effort,
    Failed,
    GiveEffort,
    Next,
    Pause,
    Resume,
    Stop,
    Yes,
)
from engine.session.facts import (
    EffortGiven,
    SetLogged,
    Source,
    StepSkipped,
    TargetChanged,
)
from engine.units import Basis, Load, Side, Unit
from tests.engine.session.scenario import CIRCUIT, PAIRS, Session, later, with_load

CALVES = "one_leg_calf_raise_step"


def in_squats(reps: int) -> Session:
    """The first set of ten squats, after so many."""
    return Session().begins().until_set("bw_squat").counts(reps)


def in_goblets(reps: int = 8) -> Session:
    return Session(PAIRS).begins().until_set("goblet_squat").counts(reps)


@pytest.mark.parametrize("reps", [8, 9])
def test_done_within_the_last_two_reps_means_as_prescribed(reps: int) -> None:
    session = in_squats(reps).hears(Done())
    assert session.log == [("bw_squat", 1, 10, "said")]
    assert session.name == "resting"
    assert session.told("logged") == {"amount": Amount(10, "reps"), "exercise": Name("bw_squat")}


@pytest.mark.parametrize("reps", [0, 4, 7])
def test_done_earlier_asks_how_many(reps: int) -> None:
    session = in_squats(reps).hears(Done())
    assert session.question == "reps"
    assert session.said == ["ask_reps"]
    assert session.log == []


def test_how_many_left_unanswered_is_the_count_so_far_assumed() -> None:
    session = in_squats(6).hears(Done()).is_silent()
    assert session.log == [("bw_squat", 1, 6, "assumed")]
    assert session.name in ("resting", "preparing")


def test_how_many_answered_is_the_number_said() -> None:
    session = in_squats(4).hears(Done(), Done(reps=5))
    assert session.log == [("bw_squat", 1, 5, "said")]


def test_a_correction_answers_how_many_as_well() -> None:
    session = in_squats(4).hears(Done(), Correct(reps=6))
    assert session.log == [("bw_squat", 1, 6, "said")]


def test_a_bare_done_at_how_many_does_not_make_it_all_of_them() -> None:
    session = in_squats(4).hears(Done(), Done())
    assert session.log == [("bw_squat", 1, 4, "assumed")]


def test_whoever_insists_before_anything_was_counted_is_believed() -> None:
    session = in_squats(0).hears(Done(), Done())
    assert session.log == [("bw_squat", 1, 10, "said")]


def test_next_twice_before_anything_was_counted_leaves_the_set_out() -> None:
    session = in_squats(0).hears(Next(), Next())
    assert session.log == []
    assert session.planned.exercise == "back_extension"
    assert [fact.sets for fact in session.facts(StepSkipped)] == [1]


def test_yes_to_a_set_whose_time_ran_out_means_as_prescribed() -> None:
    session = in_squats(10).passes(30_000)
    assert session.said == ["ask_done"]
    assert session.hears(Yes()).log == [("bw_squat", 1, 10, "said")]


@pytest.mark.parametrize("number", [1, 7, 10, 14])
def test_a_number_said_in_the_set_is_the_number_logged(number: int) -> None:
    session = in_squats(3).hears(Done(reps=number))
    assert session.log == [("bw_squat", 1, number, "said")]
    fact = session.last_logged
    assert (fact.target, fact.actual, fact.source) == (10, number, Source.SAID)


def test_a_hold_that_ends_early_logs_the_seconds_held() -> None:
    session = Session().begins().until_set("forearm_plank").counts(13).hears(Done())
    assert session.log[-1] == ("forearm_plank", 1, 13, "said")


def test_forty_seconds_said_of_a_hold_are_logged() -> None:
    session = Session().begins().until_set("forearm_plank").counts(13).hears(Done(seconds=40))
    assert session.log[-1] == ("forearm_plank", 1, 40, "said")


def test_a_warm_up_move_is_done_without_being_logged() -> None:
    session = Session().begins().waits(5_000).hears(Done())
    assert session.planned.exercise == "leg_swings"
    assert session.facts(SetLogged) == []


def test_each_side_is_logged_on_its_own_left_first() -> None:
    session = Session(PAIRS).begins().until_set(CALVES).counts(8).hears(Done())
    assert session.last_logged.side is Side.LEFT
    assert session.name == "preparing"
    assert session.said == ["switch_sides"]
    session.plays().counts(8).hears(Done(reps=7))
    assert (session.last_logged.side, session.last_logged.actual) == (Side.RIGHT, 7)
    assert session.name == "resting"


def test_ten_each_side_in_the_second_side_is_said_of_both() -> None:
    session = Session(PAIRS).begins().until_set(CALVES, 1, Side.RIGHT).counts(8)
    session.hears(Done(reps=10, side=Side.BOTH))
    assert [entry[2] for entry in session.log[-2:]] == [10, 10]


# Loads


def test_twelve_at_eight_kilos_logs_both_and_later_sets_use_the_load() -> None:
    session = in_goblets().hears(Done(reps=12, load=8, unit=Unit.KG))
    assert session.last_logged.load == Load(800, Unit.KG, Basis.TOTAL)
    assert session.last_logged.actual == 12
    changed = session.facts(TargetChanged)
    assert [(c.exercise, c.target, c.why) for c in changed] == [("goblet_squat", 8, "load_said")]
    assert changed[0].load == Load(800)
    assert [s.load for s in later(session, "goblet_squat")] == [Load(800)] * 2
    assert all(s.load is None for s in later(session, "bent_over_row"))


def test_a_load_for_each_hand_is_logged_as_one() -> None:
    session = Session(PAIRS).begins().until_set("bent_over_row").counts(8)
    session.hears(Done(reps=8, load=10))
    assert session.last_logged.load == Load(1000, Unit.KG, Basis.PER_HAND)


def test_a_bare_number_keeps_the_unit_and_basis_known_before() -> None:
    known = with_load(PAIRS, "goblet_squat", Load.of(35, Unit.LB))
    session = Session(known).begins().until_set("goblet_squat").counts(8)
    session.hears(Done(reps=8, load=40))
    assert session.last_logged.load == Load.of(40, Unit.LB)


def test_the_same_load_said_again_changes_nothing() -> None:
    known = with_load(PAIRS, "goblet_squat", Load.of(8))
    session = Session(known).begins().until_set("goblet_squat").counts(8)
    assert session.hears(Done(reps=8, load=8)).facts(TargetChanged) == []


def test_half_kilos_are_kept_exactly() -> None:
    session = in_goblets().hears(Done(reps=8, load=7.5))
    assert session.last_logged.load == Load(750)


def test_a_load_is_not_put_on_an_exercise_that_takes_none() -> None:
    session = in_squats(9).hears(Done(reps=10, load=8))
    assert session.facts(TargetChanged) == []
    assert session.last_logged.load is None


def test_a_load_said_with_an_early_done_survives_the_question_for_reps() -> None:
    session = in_goblets(3).hears(Done(load=8), Done(reps=5))
    assert session.last_logged.load == Load(800)


def test_a_load_alone_is_no_answer_to_how_many() -> None:
    session = in_goblets(3).hears(Done(), Done(load=12))
    assert ("goblet_squat", 1, 8, "said") not in session.log


# How it felt, in the same sentence


def test_ten_too_hard_in_one_sentence_logs_and_lowers() -> None:
    session = in_squats(9).hears(Done(reps=10, effort=Effort.TOO_HARD))
    assert session.log == [("bw_squat", 1, 10, "said")]
    assert [fact.effort for fact in session.facts(EffortGiven)] == [Effort.TOO_HARD]


def test_an_effort_said_with_an_early_done_survives_the_question_for_reps() -> None:
    session = in_squats(4).hears(Done(effort=Effort.TOO_HARD), Done(reps=5))
    assert [fact.effort for fact in session.facts(EffortGiven)] == [Effort.TOO_HARD]


def test_an_effort_at_the_question_for_reps_is_of_the_set_asked_about() -> None:
    session = Session().begins().until_set("back_extension").counts(3)
    session.hears(Done(), GiveEffort(Effort.TOO_HARD), Done(reps=4))
    assert [fact.exercise for fact in session.facts(EffortGiven)] == ["back_extension"]


def test_a_failed_set_with_its_number_is_logged_and_lowers() -> None:
    session = in_squats(6).hears(Failed(reps=6))
    assert session.log == [("bw_squat", 1, 6, "said")]
    assert [fact.effort for fact in session.facts(EffortGiven)] == [Effort.TOO_HARD]


def test_a_failed_set_without_a_number_asks_for_it_first() -> None:
    session = in_squats(6).hears(Failed())
    assert session.question == "reps"
    session.hears(Done(reps=6))
    assert session.log == [("bw_squat", 1, 6, "said")]
    assert [fact.effort for fact in session.facts(EffortGiven)] == [Effort.TOO_HARD]


def test_a_failed_set_lowers_even_when_its_number_is_not_told() -> None:
    session = in_squats(6).hears(Failed()).is_silent()
    assert session.log == [("bw_squat", 1, 6, "assumed")]
    assert [fact.effort for fact in session.facts(EffortGiven)] == [Effort.TOO_HARD]


def test_a_set_failed_while_paused_is_a_failed_set() -> None:
    session = in_squats(6).hears(Pause(), Failed(reps=6))
    assert session.log == [("bw_squat", 1, 6, "said")]


# Between pause and set


def test_done_while_paused_ends_the_set_at_the_count_of_the_pause() -> None:
    session = in_squats(9).hears(Pause()).waits(300_000).hears(Done())
    assert session.log == [("bw_squat", 1, 10, "said")]
    early = in_squats(4).hears(Pause()).waits(300_000).hears(Done())
    assert early.question == "reps"


def test_a_number_in_the_lead_in_back_into_a_set_leaves_other_sets_alone() -> None:
    session = Session().begins().until_set("back_extension").counts(4)
    session.hears(Pause(), Resume(), Done(reps=5))
    assert ("bw_squat", 1, 10, "assumed") in session.log


def test_next_in_a_set_is_done() -> None:
    assert in_squats(9).hears(Next()).log == [("bw_squat", 1, 10, "said")]
    assert in_squats(4).hears(Next()).question == "reps"


def test_stopping_at_the_question_for_reps_keeps_the_count() -> None:
    session = in_squats(6).hears(Done(), Stop())
    assert session.log == [("bw_squat", 1, 6, "assumed")]


def test_the_circuit_of_these_tests_asks_for_ten_squats() -> None:
    assert next(s.target for s in CIRCUIT.sets if s.exercise == "bw_squat") == 10


# Somebody who does not wait for the count


def test_done_in_the_lead_in_after_a_set_that_was_told_is_the_set_announced() -> None:
    session = in_squats(9).hears(Done(reps=10)).until_lead_in("back_extension")
    session.hears(Done())
    assert session.log[-1] == ("back_extension", 1, 8, "said")


def test_a_number_in_the_lead_in_after_an_assumed_set_is_still_of_that_set() -> None:
    session = Session().begins().until_lead_in("back_extension").hears(Done(reps=7))
    assert session.log == [("bw_squat", 1, 7, "said")]

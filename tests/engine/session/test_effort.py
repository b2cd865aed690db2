"""How sets felt: when it is asked, and what it changes at once for the sets to come."""

from __future__ import annotations

import pytest

from engine.cues import Amount, Name
from engine.library.model import Experience
from engine.plan.model import Focus, Workout
from engine.session.commands import Effort, Failed, GiveEffort
from engine.session.facts import EffortGiven, ExerciseSwapped, TargetChanged
from engine.units import Basis, Load, Unit
from tests.engine.session.scenario import (
    CIRCUIT,
    INTERMEDIATE_KIT,
    PAIRS,
    Session,
    later,
    with_load,
    with_targets,
)
from tests.samples import workout

TOO_HARD, RIGHT, TOO_EASY = (
    GiveEffort(Effort.TOO_HARD),
    GiveEffort(Effort.RIGHT),
    GiveEffort(Effort.TOO_EASY),
)
THIRD_WEEK = workout(Experience.BEGINNER, Focus.FULL, 20, week=3, first=False)


def after(exercise: str, of: Workout = CIRCUIT) -> Session:
    """In the rest after the first set of an exercise."""
    return Session(of).begins().until_rest_after(exercise)


def targets(session: Session, exercise: str) -> set[int]:
    return {planned.target for planned in later(session, exercise)}


# Too hard


def test_too_hard_takes_two_reps_off_the_sets_to_come() -> None:
    session = after("bw_squat", with_targets(CIRCUIT, "bw_squat", 14)).hears(TOO_HARD)
    assert targets(session, "bw_squat") == {12}
    changed = session.facts(TargetChanged)[0]
    assert (changed.exercise, changed.target, changed.why) == ("bw_squat", 12, "too_hard")
    assert session.told("lowered") == {"exercise": Name("bw_squat"), "amount": Amount(12, "reps")}


def test_too_hard_takes_five_seconds_off_a_hold() -> None:
    session = after("forearm_plank", with_targets(CIRCUIT, "forearm_plank", 40)).hears(TOO_HARD)
    assert targets(session, "forearm_plank") == {35}
    assert session.told("lowered")["amount"] == Amount(35, "seconds")


def test_nothing_is_lowered_below_the_low_end_of_its_range() -> None:
    session = after("bw_squat", with_targets(CIRCUIT, "bw_squat", 11)).hears(TOO_HARD)
    assert targets(session, "bw_squat") == {10}


@pytest.mark.parametrize(
    ("load", "lighter"),
    [
        (Load.of(8), Load.of(7)),
        (Load.of(20), Load.of(18)),
        (Load.of(12.5), Load.of(11)),
        (Load.of(1), Load.of(0.5)),
        (Load.of(35, Unit.LB), Load.of(31.5, Unit.LB)),
    ],
)
def test_too_hard_takes_a_tenth_off_a_load_to_half_a_unit(load: Load, lighter: Load) -> None:
    session = after("goblet_squat", with_load(PAIRS, "goblet_squat", load)).hears(TOO_HARD)
    assert {planned.load for planned in later(session, "goblet_squat")} == {lighter}
    assert targets(session, "goblet_squat") == {8}
    assert session.told("lowered_load")["load"] == lighter


def test_a_lighter_load_keeps_what_its_number_counts() -> None:
    pair = Load.of(10, basis=Basis.PER_HAND)
    session = after("bent_over_row", with_load(PAIRS, "bent_over_row", pair)).hears(TOO_HARD)
    assert later(session, "bent_over_row")[0].load == Load.of(9, basis=Basis.PER_HAND)


def test_too_hard_a_second_time_goes_one_rung_down() -> None:
    session = after("goblet_squat", with_load(PAIRS, "goblet_squat", Load.of(20)))
    session.hears(TOO_HARD).until_rest_after("goblet_squat", 2).hears(TOO_HARD)
    swap = session.facts(ExerciseSwapped)[0]
    assert (swap.old, swap.why) == ("goblet_squat", "too_hard")
    assert swap.new == "slow_squat"
    assert session.told("stepped_down") == {
        "old": Name("goblet_squat"),
        "new": Name("slow_squat"),
    }


def test_at_the_low_end_with_no_load_the_first_too_hard_goes_a_rung_down() -> None:
    session = after("bw_squat").hears(TOO_HARD)
    swaps = [(f.old, f.new) for f in session.facts(ExerciseSwapped)]
    assert swaps == [("bw_squat", "sit_to_stand")]


def test_at_the_bottom_of_the_ladder_the_coach_says_so_and_leaves_it() -> None:
    session = after("back_extension").hears(TOO_HARD)
    assert session.said[0] == "at_bottom"
    assert session.facts(ExerciseSwapped) == []
    assert targets(session, "back_extension") == {8}


def test_too_hard_in_mid_set_changes_only_the_sets_after_it() -> None:
    session = Session(with_targets(CIRCUIT, "bw_squat", 14)).begins().until_set("bw_squat")
    session.counts(5).hears(TOO_HARD)
    assert session.name == "working"
    assert [planned.target for planned in later(session, "bw_squat")] == [14, 12]


def test_too_hard_after_the_last_set_is_only_noted() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays().hears(TOO_HARD)
    assert session.said[0] == "effort_noted"
    assert session.facts(TargetChanged) == []


def test_a_failed_set_lowers_like_one_that_was_too_hard() -> None:
    session = Session(with_targets(CIRCUIT, "bw_squat", 14)).begins().until_set("bw_squat")
    session.counts(9).hears(Failed(reps=9))
    assert targets(session, "bw_squat") == {12}


def test_failing_told_in_the_rest_amends_and_lowers() -> None:
    session = after("bw_squat", with_targets(CIRCUIT, "bw_squat", 14)).hears(Failed(reps=9))
    assert session.log == [("bw_squat", 1, 9, "said")]
    assert targets(session, "bw_squat") == {12}


def test_one_exercise_lowered_leaves_the_others_alone() -> None:
    before = {s.exercise: s.target for s in CIRCUIT.sets if s.main}
    session = after("bw_squat").hears(TOO_HARD)
    for planned in session.sets[session.index :]:
        if planned.main and planned.exercise != "sit_to_stand":
            assert planned.target == before[planned.exercise]


# Too easy


def test_too_easy_adds_two_reps() -> None:
    session = after("goblet_squat", PAIRS).hears(TOO_EASY)
    assert targets(session, "goblet_squat") == {10}
    assert session.facts(TargetChanged)[0].why == "too_easy"
    assert session.said[0] == "raised"


def test_too_easy_adds_five_seconds_to_a_hold() -> None:
    session = after("plank_leg_lift", PAIRS).hears(TOO_EASY)
    assert targets(session, "plank_leg_lift") == {35}


def test_too_easy_never_goes_above_the_top_of_the_range() -> None:
    session = after("goblet_squat", with_targets(PAIRS, "goblet_squat", 11)).hears(TOO_EASY)
    assert targets(session, "goblet_squat") == {12}
    session.until_rest_after("goblet_squat", 2).hears(TOO_EASY)
    assert session.said[0] == "at_top"
    assert targets(session, "goblet_squat") == {12}


def test_too_easy_never_adds_load() -> None:
    session = after("goblet_squat", with_load(PAIRS, "goblet_squat", Load.of(8))).hears(TOO_EASY)
    assert {planned.load for planned in later(session, "goblet_squat")} == {Load.of(8)}
    assert session.facts(TargetChanged)[0].load == Load.of(8)


def test_beginners_are_not_raised_in_their_first_two_weeks() -> None:
    session = after("bw_squat").hears(TOO_EASY)
    assert session.said[0] == "effort_easy_noted"
    assert session.facts(TargetChanged) == []
    assert [fact.effort for fact in session.facts(EffortGiven)] == [Effort.TOO_EASY]


def test_beginners_are_raised_from_the_third_week_on() -> None:
    session = after("bw_squat", THIRD_WEEK).hears(TOO_EASY)
    assert targets(session, "bw_squat") == {12}


def test_others_are_raised_from_the_first_day_on() -> None:
    first_week = workout(
        Experience.INTERMEDIATE, Focus.FULL, 30, INTERMEDIATE_KIT, week=1, first=False
    )
    session = after("goblet_squat", first_week).hears(TOO_EASY)
    assert targets(session, "goblet_squat") == {10}


def test_just_right_changes_nothing() -> None:
    session = after("goblet_squat", PAIRS).hears(RIGHT)
    assert session.said[0] == "effort_noted"
    assert session.sets == PAIRS.sets


# What the summary makes of it


def test_a_round_that_felt_right_does_not_wipe_out_an_exercise_that_was_too_hard() -> None:
    session = Session().begins().until_rest_after("bw_squat", 2).hears(TOO_HARD)
    session.until_set("hip_hinge_drill", 2).plays().hears(RIGHT).to_the_end()
    assert session.told("summary_up")["exercise"] != Name("bw_squat")


def test_what_went_as_asked_goes_up_next_time() -> None:
    session = Session().begins().to_the_end()
    assert session.told("summary_up") == {
        "exercise": Name("bw_squat"),
        "amount": Amount(11, "reps"),
    }


def test_effort_without_a_session_is_answered() -> None:
    assert Session().hears(RIGHT).facts(EffortGiven) == []
    assert Session().begins().hears(RIGHT).said[0] == "not_now"

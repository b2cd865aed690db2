"""Forwards through the steps: next, jumps, skips, rests made longer or shorter, pauses."""

from __future__ import annotations

import pytest

from engine.cues import Name, Rest, Span
from engine.session.commands import (
    LessRest,
    MoreRest,
    Next,
    Ready,
    Skip,
)
from engine.session.facts import SessionFinished, StepSkipped
from engine.session.state import Resting
from engine.units import Ms, Side
from tests.engine.session.scenario import PAIRS, STRAIGHT, Session
from tests.samples import first_main

LONGEST_REST = 600_000


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


# Next


def test_next_begins_from_the_briefing_and_walks_the_whole_session() -> None:
    session = Session().begins()
    for _ in range(60):
        if session.name == "finished":
            break
        session.waits(100_000 if session.name == "working" else 1_000).hears(Next())
    assert session.facts(SessionFinished)[0].ending == "completed"
    assert len(session.log) == 10


def test_next_in_the_warm_up_goes_to_the_next_move() -> None:
    session = Session().begins().waits(3_000).hears(Next())
    assert session.planned.exercise == "leg_swings"


def test_next_in_a_rest_ends_it_and_the_lead_in_follows() -> None:
    session = after_squats().waits(1_000).hears(Next())
    assert session.name == "preparing"
    assert session.said[0] == "announce"
    assert session.planned.exercise == "back_extension"


def test_next_in_a_lead_in_ends_it() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Next())
    assert session.name == "working"


def test_next_at_a_question_goes_on_without_an_answer() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays()
    assert session.question == "effort"
    assert session.hears(Next()).name in ("resting", "preparing")


def test_next_just_after_a_rest_is_over_still_says_what_comes() -> None:
    session = after_squats().waits(12_500).hears(Next())
    assert session.name == "preparing"
    assert session.told("announce")["exercise"] == Name("back_extension")


def test_next_exercise_drops_what_is_before_it_as_skipped() -> None:
    session = after_squats().hears(Next("forearm_plank"))
    assert (session.planned.exercise, session.planned.number) == ("forearm_plank", 1)
    skipped = [(fact.exercise, fact.sets) for fact in session.facts(StepSkipped)]
    assert skipped == [("back_extension", 1), ("calf_raise_two", 1)]
    assert session.left == [
        "forearm_plank",
        "hip_hinge_drill",
        "bw_squat",
        "back_extension",
        "calf_raise_two",
    ]


def test_a_family_word_finds_its_exercise() -> None:
    session = after_squats().hears(Next("plank"))
    assert session.planned.exercise == "forearm_plank"


def test_next_to_what_is_not_in_the_session_changes_nothing() -> None:
    session = after_squats().hears(Next("pull_up"))
    assert session.said[0] == "not_in_session"
    assert session.facts(StepSkipped) == []
    assert session.name == "resting"


def test_next_to_what_is_done_for_today_changes_nothing() -> None:
    session = Session().begins().until_rest_after("bw_squat", 2).hears(Next("bw_squat"))
    assert session.said[0] == "not_in_session"


# Skip


def test_skip_drops_all_that_is_left_of_the_exercise() -> None:
    session = Session().begins().until_set("back_extension").counts(3).hears(Skip())
    assert [(f.exercise, f.sets) for f in session.facts(StepSkipped)] == [("back_extension", 2)]
    assert "back_extension" not in session.left
    assert session.planned.exercise == "calf_raise_two"
    assert session.told("skipped") == {"exercise": Name("back_extension")}


def test_skip_after_one_of_two_sets_keeps_the_first_in_the_log() -> None:
    session = Session().begins().until_set("bw_squat", 2).counts(2).hears(Skip())
    assert session.log[0] == ("bw_squat", 1, 10, "assumed")
    assert [f.sets for f in session.facts(StepSkipped)] == [1]


def test_both_sides_of_a_set_are_skipped_together() -> None:
    session = Session(PAIRS).begins().until_set("one_leg_calf_raise_step", 1, Side.LEFT)
    session.counts(3).hears(Skip())
    assert [f.sets for f in session.facts(StepSkipped)] == [4]
    assert session.planned.exercise == "plank_leg_lift"


def test_skip_in_a_rest_drops_the_exercise_to_come_and_the_rest_goes_on() -> None:
    session = after_squats()
    until = session.ends_at
    session.hears(Skip())
    assert session.name == "resting"
    assert session.ends_at == until
    assert session.planned.exercise == "calf_raise_two"


def test_skipping_everything_ends_in_the_cool_down_and_then_completed() -> None:
    session = Session().begins().until_lead_in("bw_squat")
    for _ in range(5):
        session.hears(Skip())
    assert session.planned.exercise == "walk_breathe"
    session.to_the_end()
    assert session.log == []
    assert "summary_none" in session.said


def test_skip_after_a_set_ran_out_keeps_that_set() -> None:
    session = Session().begins().until_set("bw_squat").waits(51_000).hears(Skip())
    assert session.log == [("bw_squat", 1, 10, "assumed")]


# Rests


def test_a_rest_starts_at_once_and_says_how_long_and_what_is_next() -> None:
    session = Session().begins().until_rest_after("hip_hinge_drill")
    assert session.told("rest")["span"] == Span(Ms(45_000))
    assert session.told("next_up_set") == {"exercise": Name("bw_squat"), "set": 2, "of": 2}
    rest = session.outcome.cues[-1]
    assert isinstance(rest, Rest)
    assert (rest.ms, rest.lead) == (37_000, 8_000)


def test_more_rest_is_thirty_seconds_unless_said() -> None:
    session = after_squats()
    until = session.ends_at
    assert session.hears(MoreRest()).ends_at == until + 30_000
    assert session.hears(MoreRest(15)).ends_at == until + 45_000
    assert session.told("more_rest") == {"span": Span(Ms(15_000))}


def test_more_rest_in_the_lead_in_rests_first() -> None:
    session = Session().begins().until_lead_in("back_extension").hears(MoreRest(20))
    assert isinstance(session.phase, Resting)
    assert session.ends_at == session.at + 20_000
    assert session.planned.exercise == "back_extension"


def test_a_rest_never_grows_beyond_ten_minutes() -> None:
    session = after_squats()
    for _ in range(40):
        session.hears(MoreRest(60))
    assert session.ends_at == session.at + LONGEST_REST


def test_less_rest_takes_off_what_was_said() -> None:
    session = Session().begins().until_rest_after("hip_hinge_drill")
    until = session.ends_at
    assert session.hears(LessRest(10)).ends_at == until - 10_000
    assert session.name == "resting"


@pytest.mark.parametrize("cut", [LessRest(), LessRest(120)])
def test_a_rest_cut_to_nothing_leads_into_the_next_set(cut: LessRest) -> None:
    session = Session().begins().until_rest_after("hip_hinge_drill").hears(cut)
    assert session.name == "preparing"
    assert session.said[0] == "rest_cut"
    assert session.planned.exercise == "bw_squat"


def test_there_is_no_rest_to_change_in_a_set() -> None:
    session = Session().begins().until_set("bw_squat").counts(3).hears(MoreRest())
    assert session.said == ["no_rest_now"]
    assert session.name == "working"


def test_ready_in_a_rest_leads_in_at_once() -> None:
    session = after_squats().waits(2_000).hears(Ready())
    assert session.name == "preparing"


def test_a_straight_session_can_be_walked_to_its_end_hands_free() -> None:
    session = Session(STRAIGHT).begins().to_the_end()
    mains = [planned for planned in STRAIGHT.sets if planned.main]
    assert len(session.log) == len(mains)


def test_the_first_main_set_of_these_stories_is_the_eighth_step() -> None:
    assert first_main() == 7


def test_next_exercise_in_mid_set_drops_the_rest_of_this_one() -> None:
    session = Session(STRAIGHT).begins().until_set("goblet_squat").counts(2)
    session.hears(Next("exercise"))
    assert session.planned.exercise == "db_rdl"
    assert [(f.exercise, f.sets) for f in session.facts(StepSkipped)] == [("goblet_squat", 3)]


def test_next_exercise_at_the_end_of_a_set_keeps_that_set() -> None:
    session = Session(STRAIGHT).begins().until_set("goblet_squat").counts(7)
    session.hears(Next("exercise"))
    assert session.planned.exercise == "db_rdl"
    assert session.log == [("goblet_squat", 1, 8, "said")]
    assert [(f.exercise, f.sets) for f in session.facts(StepSkipped)] == [("goblet_squat", 2)]


def test_next_exercise_in_a_rest_leaves_the_sets_still_to_come_of_this_one() -> None:
    session = Session(STRAIGHT).begins().until_rest_after("goblet_squat").hears(Next("exercise"))
    assert session.planned.exercise == "db_rdl"
    assert [(f.exercise, f.sets) for f in session.facts(StepSkipped)] == [("goblet_squat", 2)]


def test_more_rest_after_a_set_ran_out_keeps_the_set_and_rests_longer() -> None:
    session = Session().begins().until_set("bw_squat").waits(51_000).hears(MoreRest(30))
    assert session.log == [("bw_squat", 1, 10, "assumed")]
    assert session.name == "resting"
    assert session.ends_at >= session.at + 30_000

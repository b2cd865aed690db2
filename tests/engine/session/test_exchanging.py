"""Other exercises: swaps, gear that is not there, easier and harder, and where ladders end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.cues import Name
from engine.library.model import Gear
from engine.session.commands import Done, Easier, Harder, Pause, Start, Swap
from engine.session.facts import ExerciseSwapped
from engine.units import Side
from tests.engine.session.scenario import PAIRS, STRAIGHT, WITH_A_BAND, Session, later
from tests.samples import LIBRARY

ALL = LIBRARY.exercises


def swaps(session: Session) -> list[tuple[str, str, str]]:
    return [(fact.old, fact.new, fact.why) for fact in session.facts(ExerciseSwapped)]


def at_rows() -> Session:
    return Session(PAIRS).begins().until_lead_in("bent_over_row")


def test_a_swap_puts_another_exercise_in_the_place_of_this_one() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Swap())
    ((old, new, why),) = swaps(session)
    assert (old, why) == ("bw_squat", "asked")
    assert session.told("swapped") == {"old": Name(old), "new": Name(new)}
    assert session.planned.exercise == new
    assert "bw_squat" not in session.left
    assert ALL[new].pattern in (ALL[old].pattern, "hip_extension")


def test_a_swap_keeps_the_number_of_sets() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Swap())
    assert len(later(session, session.planned.exercise)) == 2
    assert len(session.to_the_end().log) == 10


def test_a_swap_in_the_middle_of_a_set_leads_into_the_other_exercise() -> None:
    session = Session().begins().until_set("bw_squat").counts(3).hears(Swap())
    assert session.name == "preparing"
    assert session.said[:2] == ["swapped", "announce"]


def test_a_swap_in_a_rest_changes_what_comes_and_the_rest_goes_on() -> None:
    session = Session().begins().until_rest_after("back_extension")
    until = session.ends_at
    session.hears(Swap())
    assert session.name == "resting"
    assert session.ends_at == until
    assert swaps(session)[0][0] == "calf_raise_two"


def test_where_nothing_can_stand_in_the_coach_says_so() -> None:
    session = Session().begins().until_lead_in("back_extension").hears(Swap())
    assert session.told("no_swap") == {"exercise": Name("back_extension")}
    assert session.planned.exercise == "back_extension"


def test_a_swap_leaves_what_is_done_alone() -> None:
    session = Session().begins().until_lead_in("bw_squat", 2).hears(Swap())
    assert session.log[0][0] == "bw_squat"
    assert len(later(session, session.planned.exercise)) == 1


def test_a_one_sided_stand_in_has_both_sides() -> None:
    session = Session().begins().until_lead_in("calf_raise_two").hears(Swap())
    new = session.planned.exercise
    sides = [s.side for s in later(session, new)]
    wanted = [Side.LEFT, Side.RIGHT] * 2 if ALL[new].per_side else [None, None]
    assert sides == wanted


def test_swapping_again_and_again_never_repeats_an_exercise_in_the_session() -> None:
    session = Session(PAIRS).begins().until_lead_in("goblet_squat")
    for _ in range(30):
        session.hears(Swap())
        mains = {planned.exercise for planned in session.sets if planned.main}
        assert len(mains) == len(PAIRS.exercises)
    assert session.name == "preparing"


def test_every_swap_can_be_done_with_what_is_at_hand() -> None:
    session = Session(STRAIGHT).begins().until_lead_in("goblet_squat").hears(Swap(), Swap())
    for _, new, _ in swaps(session):
        assert ALL[new].gear_from(STRAIGHT.gear) is not None


# Gear that is not there


def test_without_dumbbells_everything_that_needs_them_goes() -> None:
    session = Session(PAIRS).begins().until_lead_in("goblet_squat").hears(Swap(Gear.DUMBBELL))
    gone = {old for old, _, _ in swaps(session)}
    assert gone == {"goblet_squat", "bent_over_row", "db_rdl"}
    assert {why for _, _, why in swaps(session)} == {"missing"}
    for id in session.left:
        assert ALL[id].gear_from(PAIRS.gear - {Gear.DUMBBELL}) is not None


def test_a_step_that_is_missed_later_is_swapped_now_and_the_set_in_hand_goes_on() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat").counts(3).hears(Swap(Gear.STEP))
    assert session.name == "working"
    assert [old for old, _, _ in swaps(session)] == ["one_leg_calf_raise_step"]
    assert session.planned.exercise == "goblet_squat"
    assert session.told("swapped_missing")["gear"] == "step"


def test_gear_that_is_missing_stays_away_in_later_swaps() -> None:
    session = Session(PAIRS).begins().until_lead_in("goblet_squat").hears(Swap(Gear.DUMBBELL))
    for _ in range(12):
        session.hears(Swap())
    for _, new, _ in swaps(session):
        assert ALL[new].gear_from(PAIRS.gear - {Gear.DUMBBELL}) is not None


def test_a_thing_that_nothing_needs_is_no_reason_to_swap() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Swap(Gear.BARBELL))
    assert swaps(session) == []
    assert session.planned.exercise == "bw_squat"


def test_a_missing_band_can_be_told_in_the_briefing() -> None:
    session = Session(WITH_A_BAND).hears(Start(), Swap(Gear.BAND))
    assert [old for old, _, _ in swaps(session)] == ["one_arm_band_row"]
    assert session.name == "briefing"


# Easier, harder


def test_easier_goes_one_rung_down_the_ladder() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Easier())
    assert swaps(session) == [("bw_squat", "sit_to_stand", "easier")]
    assert session.told("easier") == {"new": Name("sit_to_stand")}


def test_harder_goes_one_rung_up_the_ladder() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Harder())
    assert swaps(session) == [("bw_squat", "slow_squat", "harder")]


def test_easier_and_then_harder_comes_back() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Easier(), Harder())
    assert session.planned.exercise == "bw_squat"


def test_at_the_bottom_of_a_ladder_nothing_changes() -> None:
    session = Session().begins().until_lead_in("back_extension").hears(Easier())
    assert session.said[0] == "no_easier"
    assert swaps(session) == []


def test_at_the_top_of_what_the_level_allows_nothing_changes() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Harder(), Harder())
    assert session.said[0] == "no_harder"
    assert session.planned.exercise == "slow_squat"


def test_harder_never_goes_beyond_the_athletes_level_or_gear() -> None:
    session = at_rows()
    for _ in range(8):
        session.hears(Harder())
    for _, new, _ in swaps(session):
        assert PAIRS.experience.at_least(ALL[new].level)
        assert ALL[new].gear_from(PAIRS.gear) is not None


def test_an_exercise_made_easier_starts_at_its_own_low_end() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Easier())
    planned = session.planned
    assert planned.target == planned.low == ALL["sit_to_stand"].low


@pytest.mark.parametrize("command", [Swap(), Easier(), Harder()])
def test_without_a_session_there_is_nothing_to_change(command: Swap | Easier | Harder) -> None:
    assert Session().hears(command).said == ["no_session"]
    assert Session().begins().to_the_end().hears(command).said == ["already_finished"]


def test_made_easier_after_the_set_ran_out_the_set_is_kept() -> None:
    session = Session().begins().until_set("bw_squat").waits(51_000).hears(Easier())
    assert session.log == [("bw_squat", 1, 10, "assumed")]
    assert swaps(session) == [("bw_squat", "sit_to_stand", "easier")]


def test_easier_while_asked_for_reps_of_a_set_keeps_the_count() -> None:
    session = Session().begins().until_set("bw_squat").counts(6).hears(Done(), Easier())
    assert session.log == [("bw_squat", 1, 6, "assumed")]


def test_easier_in_a_pause_goes_on_with_the_easier_one() -> None:
    session = Session().begins().until_set("bw_squat").counts(2).hears(Pause(), Easier())
    assert session.planned.exercise == "sit_to_stand"
    assert session.name == "preparing"


def test_what_has_no_stand_in_without_the_missing_thing_is_dropped_and_not_tried() -> None:
    rows = tuple(
        replace(s, exercise="back_extension") if s.exercise == "hip_hinge_drill" else s
        for s in WITH_A_BAND.sets
    )
    session = Session(replace(WITH_A_BAND, sets=rows)).begins().until_lead_in("bw_squat")
    session.hears(Swap(Gear.BAND))
    at_hand = WITH_A_BAND.gear - {Gear.BAND}
    assert [id for id in session.left if ALL[id].gear_from(at_hand) is None] == []

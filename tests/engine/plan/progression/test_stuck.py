"""What a year of training showed: nothing is asked for again and again that cannot be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.plan.model import Effort, Phase
from engine.plan.progression.fold import footing_of
from engine.plan.progression.model import ExerciseResult
from engine.plan.progression.step import Step, Terms, stepped
from engine.plan.progression.summary import streak_on
from tests.engine.plan.progression.doing import (
    DUMBBELLS,
    EASY,
    HARD,
    MONDAY,
    RIGHT,
    after,
    did,
    exercise,
    kg,
    on,
    reach,
    session,
    standing,
)


def step(id: str, at: int, result: ExerciseResult, fails: int = 0, **more: object) -> Step:
    this = exercise(id)
    terms = Terms(this, MONDAY, reach().rung(this, +1), reach().rung(this, -1))
    return stepped(standing(id, at, result.load, fails=fails), result, replace(terms, **more))  # type: ignore[arg-type]


# Too hard


def test_too_hard_at_the_low_end_twice_in_a_row_leads_one_rung_down() -> None:
    hard = did("forearm_plank", 20, 20, effort=HARD)
    first = step("forearm_plank", 20, hard)
    assert (first.code, first.level.fails) == ("hold_steady", 1)
    assert step("forearm_plank", 20, hard, fails=1).code == "rung_down"


def test_too_hard_higher_up_only_holds_however_often() -> None:
    hard = did("push_up", 10, 10, effort=HARD)
    assert step("push_up", 10, hard, fails=1).code == "hold_steady"


@pytest.mark.parametrize("effort", [RIGHT, HARD])
def test_a_target_lowered_on_the_way_twice_in_a_row_becomes_what_was_done(effort: Effort) -> None:
    eased = did("long_lever_plank", 30, 25, effort=effort, complete=False)
    first = step("long_lever_plank", 30, eased)
    assert (first.code, first.level.fails, first.level.target) == ("hold_steady", 1, 30)
    second = step("long_lever_plank", 30, eased, fails=1)
    assert (second.code, second.level.target, second.level.fails) == ("low_end", 25, 0)


def test_it_never_falls_below_the_low_end() -> None:
    eased = did("pull_up", 5, 2, effort=HARD, complete=False)
    assert step("pull_up", 5, eased, fails=1).level.target == exercise("pull_up").low


def test_a_weight_lowered_on_the_way_twice_in_a_row_is_lowered_for_good() -> None:
    this = exercise("goblet_squat")
    eased = did("goblet_squat", 10, 10, load=kg(18), complete=False)
    before = standing("goblet_squat", 10, kg(20), fails=1)
    assert stepped(before, eased, Terms(this, MONDAY)).level.load == kg(18)


def test_an_easy_day_neither_counts_as_too_hard_nor_makes_it_forgotten() -> None:
    hard = did("forearm_plank", 20, effort=HARD)
    easy = step("forearm_plank", 20, hard, fails=1, may_rise=False)
    assert (easy.code, easy.level.fails) == ("hold_steady", 1)


def test_a_weight_that_is_lower_in_an_easy_week_is_no_miss() -> None:
    this = exercise("goblet_squat")
    eased = did("goblet_squat", 10, load=kg(18), complete=False)
    before = standing("goblet_squat", 10, kg(20), fails=1)
    assert stepped(before, eased, Terms(this, MONDAY, may_rise=False)).level == before


def test_an_exercise_that_was_merely_cut_short_stays_where_it_is() -> None:
    short = did("push_up", 10, effort=RIGHT, complete=False)
    assert step("push_up", 10, short, fails=1).level.target == 10
    silent = did("push_up", 10, effort=None, complete=False)
    assert step("push_up", 10, silent, fails=1).code == ""


# Up again too soon


def test_a_step_down_is_remembered_on_the_rung_that_it_leads_to() -> None:
    short = did("plank_leg_lift", 10, target=30, effort=HARD, failed=True)
    training = after([session(on(0), short), session(on(7), short)])
    below = dict(training.rungs)[exercise("plank_leg_lift").pattern]
    level = training.level(below)
    assert below != "plank_leg_lift"
    assert level is not None
    assert level.fell == on(7)


def test_it_is_so_even_where_the_lower_rung_was_done_in_the_same_session() -> None:
    short = did("russian_twist_loaded", 5, target=15, load=None, effort=HARD, failed=True)
    below = did("russian_twist", 10, effort=RIGHT)
    with_dumbbells = reach(gear=DUMBBELLS)
    training = after([session(on(0), short), session(on(7), short, below)], with_dumbbells)
    level = training.level("russian_twist")
    assert level is not None
    assert (level.fell, level.target, level.times) == (on(7), exercise("russian_twist").low, 1)


@pytest.mark.parametrize(("days", "code"), [(14, "slower"), (27, "slower"), (28, "rung_up")])
def test_the_rung_above_waits_four_weeks_after_a_step_down(days: int, code: str) -> None:
    this = exercise("russian_twist")
    level = standing("russian_twist", this.high, fell=MONDAY - timedelta(days=days))
    easy = did("russian_twist", this.high, this.high, effort=EASY)
    terms = Terms(this, MONDAY, up=reach().rung(this, +1))
    assert stepped(level, easy, terms).code == code


def test_an_easier_rung_done_beside_a_harder_one_leaves_the_harder_one_alone() -> None:
    top = exercise("high_plank").high
    harder = did("plank_leg_lift", 40, 40)
    easier = did("high_plank", top, top, effort=EASY)
    training = after([session(on(0), harder), session(on(7), harder, easier)])
    level, beside = training.level("plank_leg_lift"), training.level("high_plank")
    assert level is not None
    assert beside is not None
    assert level.target >= 40
    assert beside.why is not None
    assert beside.why.code == "hold_steady"
    assert "anti_extension" not in dict(training.stepped)


def test_a_harder_rung_that_was_tried_once_long_ago_does_not_hold_one_back() -> None:
    top = exercise("high_plank").high
    once = session(on(0), did("plank_leg_lift", 30))
    easier = [session(on(day), did("high_plank", top, top, effort=EASY)) for day in (7, 14, 21, 28)]
    training = after([once, *easier])
    assert dict(training.rungs)[exercise("high_plank").pattern] == "plank_leg_lift"


def test_a_session_knows_of_the_rung_above_what_it_holds() -> None:
    training = after([session(on(0), did("plank_leg_lift", 40, 40), did("high_plank", 30))])
    footing = footing_of(training, on(3), reach(), ("high_plank",))
    assert {level.exercise for level in footing.levels} == {"high_plank", "plank_leg_lift"}


def test_no_set_of_jumps_is_ever_added() -> None:
    this = exercise("box_jump_step_down")
    easy = did("box_jump_step_down", this.high, this.high, effort=EASY)
    held = stepped(standing("box_jump_step_down", this.high), easy, Terms(this, MONDAY))
    assert (held.code, held.level.more_sets) == ("hold_steady", 0)


# Streaks


def test_the_empty_week_after_a_race_breaks_no_streak() -> None:
    squat = did("goblet_squat", 8, load=kg(16))
    weeks = [session(on(0), squat), session(on(7), squat, phase=Phase.RACE_WEEK)]
    raced = after(weeks)
    assert streak_on(raced, on(21)) == 2
    assert after([session(on(21), squat)], begun=raced).streak == 3
    assert after([session(on(28), squat)], begun=raced).streak == 1


def test_any_other_empty_week_does() -> None:
    squat = did("goblet_squat", 8, load=kg(16))
    built = after([session(on(0), squat), session(on(7), squat)])
    assert streak_on(built, on(14)) == 2
    assert streak_on(built, on(7) + timedelta(weeks=2)) == 0
    assert after([session(on(21), squat)], begun=built).streak == 1

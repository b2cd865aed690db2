"""A whole session: two sides, families of slots, beginners, weeks in which nothing rises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.library.model import Experience, Pattern
from engine.plan.model import Dosage, Effort, Footing, Level, Phase
from engine.plan.progression.model import ExerciseResult, SessionResult
from engine.plan.progression.outcome import Outcome, Reach, family, outcomes
from engine.units import Side
from tests.engine.plan.progression.doing import (
    DUMBBELLS,
    EASY,
    GYM,
    MONDAY,
    OWNED,
    both,
    did,
    kg,
    reach,
    session,
    standing,
)

LEFT, RIGHT_SIDE = Side.LEFT, Side.RIGHT
BEGINNER = reach(Experience.BEGINNER)


def come_to(
    *results: ExerciseResult,
    levels: tuple[Level, ...] = (),
    within: Reach | None = None,
    how: dict[str, object] | None = None,
    **footing: object,
) -> dict[str, Outcome]:
    done = replace(session(MONDAY, *results), **(how or {}))  # type: ignore[arg-type]
    stood = replace(Footing(levels, GYM, week=5), **footing)  # type: ignore[arg-type]
    return {each.exercise.id: each for each in outcomes(done, stood, within or reach())}


def sides(id: str, left: Level, right: Level) -> tuple[Level, ...]:
    return replace(left, exercise=id, side=LEFT), replace(right, exercise=id, side=RIGHT_SIDE)


def split(target: int, load: float | None = None, streak: int = 0, fails: int = 0) -> Level:
    weight = None if load is None else kg(load)
    return Level("weighted_split_squat", None, target, weight, streak, fails)


# One and the same exercise


def test_an_exercise_never_done_before_stands_at_what_was_asked_for() -> None:
    assert come_to(did("bw_squat", 10, 10))["bw_squat"].leading.level.target == 11


def test_an_exercise_that_the_library_no_longer_has_is_passed_over() -> None:
    gone = replace(did("bw_squat", 10), exercise="gone")
    assert list(come_to(gone, did("push_up", 8))) == ["push_up"]


def test_the_weaker_side_leads() -> None:
    levels = sides("weighted_split_squat", split(10, 10), split(9, 10))
    done = both("weighted_split_squat", 9, 9, load=kg(10))
    outcome = come_to(*done, levels=levels)["weighted_split_squat"]
    assert [step.level.target for step in outcome.steps] == [10, 10]
    assert outcome.leading.level.target == 10


def test_both_sides_leave_the_top_together_or_neither_does() -> None:
    levels = sides("weighted_split_squat", split(12, 20, streak=1), split(12, 20, streak=1))
    done = both("weighted_split_squat", 12, 12, load=kg(20))
    together = come_to(*done, levels=levels)["weighted_split_squat"]
    assert [step.level.target for step in together.steps] == [15, 15]
    short = (done[0], replace(done[1], actuals=(12, 11)))
    apart = come_to(*short, levels=levels)["weighted_split_squat"]
    assert [step.code for step in apart.steps] == ["hold_steady", "repeat"]


def test_one_side_alone_never_steps_up() -> None:
    levels = sides("one_leg_bridge", Level("", None, 12, streak=1), Level("", None, 12, streak=1))
    left = both("one_leg_bridge", 12, 12)[0]
    outcome = come_to(left, levels=levels)["one_leg_bridge"]
    assert (outcome.rung, outcome.steps_up) == (None, False)


def test_a_side_that_lags_catches_up_and_then_both_rise() -> None:
    levels = sides("weighted_split_squat", split(15, 20), split(8, 18))
    rose = False
    for _ in range(12):
        leading = min(levels, key=lambda level: (level.load.hundredths, level.target))  # type: ignore[union-attr]
        done = both("weighted_split_squat", leading.target, leading.target, load=leading.load)
        outcome = come_to(*done, levels=levels)["weighted_split_squat"]
        levels = tuple(step.level for step in outcome.steps)
        rose = rose or outcome.steps_up
    assert rose
    assert levels[0].load == levels[1].load


def test_a_side_that_hurts_takes_the_exercise_a_rung_down() -> None:
    left, right = both("split_squat", 12, 12, effort=EASY)
    outcome = come_to(replace(left, hurt=True), right)["split_squat"]
    assert outcome.rung is not None
    assert outcome.rung.id == "supported_split_squat"
    assert not outcome.steps_up
    assert not outcome.rises


# Families


def test_two_patterns_of_the_same_muscles_are_one_family() -> None:
    assert family(Pattern.CALF_BENT) == family(Pattern.CALF_STRAIGHT) == "calf"
    assert family(Pattern.PUSH_VERTICAL) == family(Pattern.PUSH_HORIZONTAL)
    assert family(Pattern.PULL_VERTICAL) == family(Pattern.PULL_HORIZONTAL)
    assert family(Pattern.HINGE) == family(Pattern.HIP_EXTENSION) != family(Pattern.LUNGE)
    assert len({family(pattern) for pattern in Pattern}) == 10


def test_of_a_family_one_exercise_steps_up_and_the_other_waits() -> None:
    levels = (standing("db_rdl", 12, kg(40), streak=1), standing("glute_bridge", 15, streak=1))
    done = (did("db_rdl", 12, 12, load=kg(40)), did("glute_bridge", 15, 15))
    found = come_to(*done, levels=levels)
    assert found["db_rdl"].steps_up
    assert found["glute_bridge"].leading.code == "hold_steady"


def test_a_family_that_has_stepped_this_week_waits() -> None:
    levels = (standing("bw_squat", 15, streak=1),)
    done = did("bw_squat", 15, 15)
    found = come_to(done, levels=levels, stepped=frozenset({"squat"}))
    assert found["bw_squat"].leading.code == "hold_steady"
    other = come_to(done, levels=levels, stepped=frozenset({"lunge"}))
    assert other["bw_squat"].steps_up


def test_more_reps_are_no_step_so_two_of_a_family_may_have_them() -> None:
    found = come_to(did("db_rdl", 8, load=kg(40)), did("glute_bridge", 8))
    assert all(outcome.rises for outcome in found.values())


# Who and when


@pytest.mark.parametrize(("week", "code"), [(1, "hold_steady"), (2, "hold_steady"), (3, "rung_up")])
def test_a_beginner_steps_up_from_the_third_week_on(week: int, code: str) -> None:
    done = did("bw_squat", 15, 15, effort=EASY)
    levels = (standing("bw_squat", 15),)
    assert come_to(done, levels=levels, within=BEGINNER, week=week)["bw_squat"].leading.code == code


def test_others_step_up_from_the_first_day_and_beginners_may_have_more_reps() -> None:
    top = did("bw_squat", 15, 15, effort=EASY)
    levels = (standing("bw_squat", 15),)
    assert come_to(top, levels=levels, week=1)["bw_squat"].steps_up
    assert come_to(did("bw_squat", 10), within=BEGINNER, week=1)["bw_squat"].rises


EASY_WEEKS = [{"phase": phase} for phase in Phase if phase is not Phase.BUILD]


@pytest.mark.parametrize("how", [*EASY_WEEKS, {"dosage": Dosage.LIGHT}, {"easy": True}])
def test_nothing_rises_in_easy_weeks_light_sessions_and_tired_days(how: dict[str, object]) -> None:
    levels = (standing("goblet_squat", 12, kg(30), streak=1),)
    done = (did("goblet_squat", 12, 12, load=kg(30)), did("push_up", 8))
    found = come_to(*done, levels=levels, how=how)
    assert not any(outcome.rises for outcome in found.values())


def test_nothing_rises_where_the_footing_says_so() -> None:
    assert not come_to(did("push_up", 8), may_rise=False)["push_up"].rises


def test_while_loads_climb_back_only_what_has_none_rises() -> None:
    levels = (standing("goblet_squat", 8, kg(30)),)
    done = (did("goblet_squat", 8, load=kg(24)), did("push_up", 8))
    found = come_to(*done, levels=levels, may_load=False)
    assert found["goblet_squat"].leading.level == levels[0]
    assert found["push_up"].rises


# Reach


def rung_after(id: str, within: Reach, effort: Effort = EASY) -> str | None:
    top = Level(id, None, within.library.exercises[id].high)
    results: tuple[ExerciseResult, ...] = (did(id, top.target, effort=effort),)
    if within.library.exercises[id].per_side:
        results = both(id, top.target, effort=effort)
    rung = come_to(*results, within=within, levels=())[id].rung
    return rung.id if rung else None


@pytest.mark.parametrize(
    ("id", "within", "rung"),
    [
        ("bw_squat", reach(Experience.BEGINNER, frozenset()), "slow_squat"),
        ("slow_squat", reach(Experience.BEGINNER, frozenset()), None),
        ("slow_squat", reach(Experience.BEGINNER, DUMBBELLS), "goblet_squat"),
        ("slow_squat", reach(Experience.INTERMEDIATE, frozenset()), "one_leg_squat_to_chair"),
        ("side_plank_hip_dips", reach(Experience.INTERMEDIATE), None),
        ("side_plank_hip_dips", reach(Experience.ADVANCED), "copenhagen_short"),
        ("forward_lunge", reach(Experience.ADVANCED), None),
    ],
)
def test_the_ladder_is_climbed_within_gear_and_level(
    id: str, within: Reach, rung: str | None
) -> None:
    assert rung_after(id, within) == rung


def test_dumbbells_owned_do_not_hold_back_a_barbell() -> None:
    gym = reach(weights=OWNED)
    levels = (standing("barbell_squat", 6, kg(80), streak=1),)
    found = come_to(did("barbell_squat", 6, 6, load=kg(80)), levels=levels, within=gym)
    assert found["barbell_squat"].leading.level.load == kg(85)


def test_the_order_of_priority_is_kept() -> None:
    ids = ("push_up", "bw_squat", "bird_dog")
    assert tuple(come_to(*(did(id, 6) for id in ids))) == ids


def test_a_session_with_nothing_in_it_comes_to_nothing() -> None:
    empty: SessionResult = session(MONDAY)
    assert outcomes(empty, Footing(), reach()) == ()

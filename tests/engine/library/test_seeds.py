"""Every exercise that the five source articles name is in the library, as they describe it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from engine.library.load import embedded_library
from engine.library.model import Gear, Laterality, Measure

ALL = embedded_library().exercises
BOTH, SIDES, TURNS = Laterality.BOTH, Laterality.PER_SIDE, Laterality.ALTERNATING


@dataclass(frozen=True)
class Seed:
    """A row of the articles' table: who does it, whose it is, and what can be checked of it."""

    row: int
    article: str
    ids: tuple[str, ...]
    """The first is the exercise itself, the others further forms of the row."""
    laterality: Laterality
    gear: Gear | None = None
    """Needed in one of its sets of gear; None: it needs nothing."""
    hold: bool = False


def seed(
    row: int,
    article: str,
    ids: str,
    laterality: Laterality,
    gear: Gear | None = None,
    hold: bool = False,
) -> Seed:
    return Seed(row, article, tuple(ids.split()), laterality, gear, hold)


SEEDS = (
    seed(1, "S0", "ankle_weight_squat", BOTH, Gear.ANKLE_WEIGHTS),
    seed(2, "S0", "standing_side_raise", SIDES, Gear.ANKLE_WEIGHTS),
    seed(3, "S0", "ankle_kickback", SIDES, Gear.ANKLE_WEIGHTS),
    seed(4, "S0", "bar_lunge", SIDES, Gear.STRENGTH_BAR),
    seed(5, "S0", "bar_deadlift", BOTH, Gear.STRENGTH_BAR),
    seed(6, "S1", "forearm_plank", BOTH, hold=True),
    seed(7, "S1", "russian_twist_loaded russian_twist russian_twist_hover", TURNS, Gear.DUMBBELL),
    seed(8, "S1", "squat_to_press", BOTH, Gear.DUMBBELL),
    seed(9, "S1", "v_sit", BOTH),
    seed(10, "S1", "bent_over_row one_arm_row_supported", BOTH, Gear.DUMBBELL),
    seed(11, "S1", "standing_press", BOTH, Gear.DUMBBELL),
    seed(12, "S1", "kneeling_press", BOTH, Gear.DUMBBELL),
    seed(13, "S1", "bw_squat goblet_squat slow_squat", BOTH),
    seed(14, "S1", "forward_lunge", SIDES),
    seed(15, "S1", "reverse_lunge", SIDES),
    seed(16, "S1", "overhead_lunge", SIDES, Gear.DUMBBELL),
    seed(17, "S1", "split_squat weighted_split_squat", SIDES),
    seed(18, "S1", "rear_foot_raised_split_squat", SIDES, Gear.STEP),
    seed(19, "S1", "glute_bridge", BOTH),
    seed(20, "S1", "weighted_bridge bridge_feet_far", BOTH, Gear.BAND),
    seed(21, "S1", "step_up", SIDES, Gear.STEP),
    seed(22, "S1", "loaded_step_up", SIDES, Gear.STEP),
    seed(23, "S1", "db_rdl", BOTH, Gear.DUMBBELL),
    seed(24, "S2", "one_leg_rdl one_leg_rdl_loaded", SIDES),
    seed(25, "S2", "bw_squat goblet_squat", BOTH),
    seed(26, "S4", "walking_lunge", SIDES),
    seed(27, "S4", "walking_lunge_loaded", SIDES, Gear.DUMBBELL),
    seed(28, "S2", "one_arm_cable_row", SIDES, Gear.CABLE),
    seed(29, "S2", "one_arm_band_row", SIDES, Gear.BAND),
    seed(30, "S2", "one_arm_chest_press", SIDES, Gear.CABLE),
    seed(31, "S2", "one_arm_chest_press_seated", SIDES, Gear.CABLE),
    seed(32, "S2", "pallof_cable pallof_band", SIDES, Gear.CABLE),
    seed(33, "S4", "bw_squat", BOTH),
    seed(34, "S4", "goblet_squat band_squat", BOTH, Gear.KETTLEBELL),
    seed(35, "S4", "high_plank", BOTH, hold=True),
    seed(36, "S4", "forearm_plank", BOTH, hold=True),
    seed(37, "S4", "side_plank side_plank_knees", SIDES, hold=True),
    seed(38, "S4", "plank_jacks", BOTH),
    seed(39, "S4", "plank_hip_dips side_plank_hip_dips", TURNS),
    seed(40, "S4", "push_up", BOTH),
    seed(41, "S4", "knee_return_push_up", BOTH),
    seed(42, "S4", "back_extension", BOTH),
    seed(43, "S4", "band_back_extension", BOTH, Gear.BAND),
    seed(44, "S3", "crunch", BOTH),
    seed(45, "S3", "pull_up", BOTH, Gear.PULL_UP_BAR),
    seed(46, "S2", "deadlift", BOTH, Gear.DUMBBELL),
    seed(47, "S1", "bounds squat_jump_stick box_jump_step_down pogo_low", BOTH),
)
RANGES = {
    "russian_twist_loaded": (15, 20),
    "v_sit": (8, 12),
    "bent_over_row": (8, 12),
    "standing_press": (8, 12),
    "kneeling_press": (8, 12),
    "forward_lunge": (10, 20),
    "overhead_lunge": (10, 20),
    "split_squat": (8, 12),
    "glute_bridge": (8, 15),
    "step_up": (8, 12),
    "high_plank": (30, 60),
}
"""Reps or seconds, inside those that the articles give."""


def words_of(id: str) -> str:
    exercise = ALL[id]
    spoken = (exercise.set_up, *exercise.how_to, *exercise.cues, *exercise.cautions)
    return " ".join(spoken).lower()


def test_the_rows_are_all_there_once() -> None:
    assert [each.row for each in SEEDS] == list(range(1, 48))


@pytest.mark.parametrize("each", SEEDS, ids=lambda each: f"{each.row} {each.ids[0]}")
def test_each_row_is_in_the_library(each: Seed) -> None:
    assert set(each.ids) <= set(ALL)


@pytest.mark.parametrize("each", SEEDS, ids=lambda each: f"{each.row} {each.ids[0]}")
def test_each_row_cites_its_article(each: Seed) -> None:
    assert any(each.article in ALL[id].source for id in each.ids)


@pytest.mark.parametrize("each", SEEDS, ids=lambda each: f"{each.row} {each.ids[0]}")
def test_each_row_is_done_with_the_sides_measure_and_gear_of_its_article(each: Seed) -> None:
    exercise = ALL[each.ids[0]]
    assert exercise.laterality is each.laterality
    assert (exercise.measure is Measure.HOLD) == each.hold
    if each.gear is None:
        assert exercise.gear == (frozenset(),)
    else:
        assert any(each.gear in needs for needs in exercise.gear)


@pytest.mark.parametrize(("id", "range"), RANGES.items())
def test_reps_and_holds_are_the_articles_own(id: str, range: tuple[int, int]) -> None:
    assert (ALL[id].low, ALL[id].high) == range


@pytest.mark.parametrize(
    ("id", "facts"),
    [
        ("ankle_weight_squat", ("shoulder width", "heel")),
        ("standing_side_raise", ("side", "straight", "wall")),
        ("ankle_kickback", ("hands and knees", "behind")),
        ("bar_lunge", ("step", "knee")),
        ("bar_deadlift", ("slow", "back")),
        ("forearm_plank", ("elbows", "shoulders", "glutes")),
        ("russian_twist_loaded", ("chest", "heels")),
        ("squat_to_press", ("shoulders", "overhead")),
        ("v_sit", ("heels", "lean")),
        ("bent_over_row", ("ribs", "back")),
        ("standing_press", ("shoulder height", "ears")),
        ("kneeling_press", ("kneel", "ears")),
        ("bw_squat", ("level", "glutes", "chair")),
        ("reverse_lunge", ("back", "knee")),
        ("overhead_lunge", ("overhead",)),
        ("rear_foot_raised_split_squat", ("back foot", "step")),
        ("glute_bridge", ("hips", "squeeze")),
        ("step_up", ("whole foot", "knee")),
        ("db_rdl", ("hips", "close")),
        ("walking_lunge", ("forward", "knee")),
        ("pallof_cable", ("press", "turn")),
        ("high_plank", ("hands under your shoulders", "breathe out", "one line")),
        ("knee_return_push_up", ("knees down", "lift your knees")),
        ("back_extension", ("ears", "shoulder blades")),
        ("band_back_extension", ("apart",)),
        ("push_up", ("wider than your shoulders", "chest")),
    ],
)
def test_the_instructions_carry_the_articles_facts(id: str, facts: tuple[str, ...]) -> None:
    missing = [fact for fact in facts if fact not in words_of(id)]
    assert missing == []


def test_a_weight_at_the_ankles_is_no_load_of_a_squat() -> None:
    assert not ALL["ankle_weight_squat"].loadable


def test_the_row_that_moves_both_arms_and_the_one_arm_row_are_two_exercises() -> None:
    assert ALL["bent_over_row"].laterality is BOTH
    assert ALL["one_arm_row_supported"].laterality is SIDES


def test_sore_wrists_find_the_forearm_plank_open() -> None:
    assert "wrist" in ALL["high_plank"].avoid_with
    assert "wrist" not in ALL["forearm_plank"].avoid_with

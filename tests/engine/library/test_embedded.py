"""The library that ships: which exercises, on which ladders, open to whom, in words one can say."""

from __future__ import annotations

import re

import pytest

from engine.library.load import embedded_library
from engine.library.model import Exercise, Experience, Measure, Move, Pattern, Place

LIBRARY = embedded_library()
ALL = LIBRARY.exercises
LADDERS = {
    Pattern.SQUAT: "1 sit_to_stand, 2 bw_squat, 2 ankle_weight_squat, 3 band_squat, 3 slow_squat, "
    "4 goblet_squat, 4 squat_to_press, 5 one_leg_squat_to_chair, 6 barbell_squat",
    Pattern.HINGE: "1 hip_hinge_drill, 2 bar_deadlift, 3 band_rdl, 4 db_rdl, 6 barbell_rdl",
    Pattern.HIP_EXTENSION: "2 glute_bridge, 2 ankle_kickback, 3 bridge_feet_far, "
    "4 one_leg_bridge, 4 weighted_bridge, 5 one_leg_rdl, 6 one_leg_rdl_loaded",
    Pattern.LUNGE: "1 supported_split_squat, 2 split_squat, 3 reverse_lunge, 3 step_up, "
    "3 bar_lunge, 4 weighted_split_squat, 4 walking_lunge, 5 loaded_step_up, "
    "6 rear_foot_raised_split_squat",
    Pattern.CALF_STRAIGHT: "1 calf_raise_two, 2 calf_raise_two_step, 3 one_leg_calf_raise, "
    "4 one_leg_calf_raise_step, 5 one_leg_calf_raise_loaded, 6 one_leg_calf_step_loaded",
    Pattern.CALF_BENT: "1 heel_hold_two, 2 bent_knee_calf_two, 4 bent_knee_calf_one, "
    "4 seated_calf_loaded, 6 seated_one_leg_calf_loaded",
    Pattern.PUSH_HORIZONTAL: "1 wall_push_up, 2 incline_push_up, 3 knee_return_push_up, "
    "4 push_up, 4 one_arm_chest_press, 5 floor_press, 6 feet_up_push_up",
    Pattern.PUSH_VERTICAL: "2 kneeling_press, 4 standing_press",
    Pattern.PULL_HORIZONTAL: "1 back_extension, 2 one_arm_band_row, 3 band_back_extension, "
    "4 one_arm_cable_row, 4 bent_over_row, 6 one_arm_row_supported",
    Pattern.PULL_VERTICAL: "3 band_pulldown, 5 assisted_pull_up, 6 pull_up",
    Pattern.ANTI_EXTENSION: "1 knee_plank, 2 forearm_plank, 3 high_plank, 3 dead_bug, "
    "4 plank_leg_lift, 5 v_sit, 6 long_lever_plank",
    Pattern.ANTI_ROTATION: "1 bird_dog, 2 russian_twist, 3 pallof_band, 4 pallof_cable, "
    "4 russian_twist_loaded, 5 russian_twist_hover, 6 suitcase_carry",
    Pattern.LATERAL_HIP: "1 side_lying_leg_raise, 2 standing_side_raise, 2 side_plank_knees, "
    "3 band_side_walk, 4 side_plank, 5 side_plank_hip_dips, 6 copenhagen_short",
    Pattern.PLYOMETRIC: "1 pogo_low, 2 squat_jump_stick, 3 pogo_fast, 4 box_jump_step_down, "
    "5 bounds, 6 one_leg_pogo",
}
OFF_THE_LADDERS = {
    "crunch",
    "plank_jacks",
    "plank_hip_dips",
    "nordic_curl",
    "forward_lunge",
    "overhead_lunge",
    "walking_lunge_loaded",
    "one_arm_chest_press_seated",
    "deadlift",
}
FAMILIES = {"squat", "lunge", "plank", "bridge", "calf_raise", "row", "press", "twist", "hop"}
INTERMEDIATE_UP = {
    *("one_leg_squat_to_chair", "barbell_squat", "barbell_rdl", "one_leg_rdl"),
    *("one_leg_rdl_loaded", "loaded_step_up", "rear_foot_raised_split_squat"),
    *("one_leg_calf_raise_loaded", "one_leg_calf_step_loaded", "seated_one_leg_calf_loaded"),
    *("feet_up_push_up", "assisted_pull_up", "pull_up", "v_sit", "long_lever_plank"),
    *("russian_twist_hover", "suitcase_carry", "side_plank_hip_dips"),
    *("pogo_fast", "box_jump_step_down"),
}
ADVANCED_ONLY = {"copenhagen_short", "bounds", "one_leg_pogo", "nordic_curl"}
PLYOMETRIC = {e.id for e in ALL.values() if e.pattern is Pattern.PLYOMETRIC}
CALF_REPS = {
    *("calf_raise_two", "calf_raise_two_step", "one_leg_calf_raise", "one_leg_calf_raise_step"),
    *("one_leg_calf_raise_loaded", "one_leg_calf_step_loaded", "bent_knee_calf_two"),
    *("bent_knee_calf_one", "seated_calf_loaded", "seated_one_leg_calf_loaded"),
}
CLOSED_BY = {
    Place.KNEE: {
        *(e.id for e in ALL.values() if e.pattern is Pattern.LUNGE),
        *(e.id for e in ALL.values() if e.pattern is Pattern.SQUAT and e.id != "sit_to_stand"),
        *PLYOMETRIC,
    },
    Place.LOWER_BACK: {
        *("bar_deadlift", "db_rdl", "barbell_rdl", "one_leg_rdl_loaded", "deadlift"),
        *("bent_over_row", "russian_twist", "russian_twist_loaded", "russian_twist_hover"),
        *("v_sit", "plank_leg_lift", "standing_press", "barbell_squat"),
    },
    Place.HAMSTRING: {
        *("band_rdl", "db_rdl", "barbell_rdl", "one_leg_rdl", "one_leg_rdl_loaded"),
        *("bridge_feet_far", *PLYOMETRIC),
    },
    Place.ACHILLES: {*CALF_REPS, "walking_lunge", *PLYOMETRIC},
    Place.CALF: {*CALF_REPS, "walking_lunge", *PLYOMETRIC},
    Place.ANKLE: {*CALF_REPS, "heel_hold_two", "walking_lunge", *PLYOMETRIC},
    Place.FOOT: {*CALF_REPS, "heel_hold_two", "walking_lunge", *PLYOMETRIC},
    Place.HIP: {"v_sit", "copenhagen_short", "russian_twist_hover", *PLYOMETRIC},
    Place.SHOULDER: {
        *("kneeling_press", "standing_press", "floor_press", "one_arm_chest_press"),
        *("one_arm_chest_press_seated", "squat_to_press", "incline_push_up"),
        *("knee_return_push_up", "push_up", "feet_up_push_up", "side_plank_knees", "side_plank"),
        *("side_plank_hip_dips", "copenhagen_short", "assisted_pull_up", "pull_up"),
    },
    Place.WRIST: {
        *("incline_push_up", "knee_return_push_up", "push_up", "feet_up_push_up"),
        *("high_plank", "bird_dog", "ankle_kickback"),
    },
    Place.SHIN: {*PLYOMETRIC, "plank_jacks"},
    Place.BONE: {*PLYOMETRIC, "plank_jacks"},
}
"""Exercises that a pain closes at least."""


def rungs(ladder: str) -> list[tuple[int, str]]:
    pairs = (entry.split() for entry in ladder.split(", "))
    return [(int(rung), id) for rung, id in pairs]


def test_there_are_the_ninety_five_exercises_and_no_others() -> None:
    on_ladders = {id for ladder in LADDERS.values() for _, id in rungs(ladder)}
    assert set(ALL) == on_ladders | OFF_THE_LADDERS
    assert len(ALL) == 95


@pytest.mark.parametrize("pattern", Pattern)
def test_each_ladder_has_its_rungs_in_order(pattern: Pattern) -> None:
    found = [(e.rung, e.id) for e in LIBRARY.ladder(pattern)]
    assert found == rungs(LADDERS[pattern])


def test_what_is_only_mentioned_has_no_rung() -> None:
    assert {e.id for e in ALL.values() if e.rung is None} == OFF_THE_LADDERS


def test_the_families_are_words_for_groups_of_exercises() -> None:
    assert set(LIBRARY.families) == FAMILIES
    for family in LIBRARY.families.values():
        assert len(family.members) == len(set(family.members)) >= 2


def test_levels_keep_the_demanding_ones_from_beginners() -> None:
    levels = {e.id: e.level for e in ALL.values()}
    assert {id for id, level in levels.items() if level is Experience.ADVANCED} == ADVANCED_ONLY
    found = {id for id, level in levels.items() if level is Experience.INTERMEDIATE}
    assert found == INTERMEDIATE_UP


@pytest.mark.parametrize("place", CLOSED_BY)
def test_a_place_that_hurts_closes_what_loads_it(place: Place) -> None:
    closed = {e.id for e in ALL.values() if place in e.avoid_with}
    assert CLOSED_BY[place] - closed == set()


def test_a_knee_that_hurts_leaves_the_chair_and_the_floor() -> None:
    for id in ("sit_to_stand", "glute_bridge", "side_lying_leg_raise", "back_extension"):
        assert Place.KNEE not in ALL[id].avoid_with


def test_impact_closes_with_shin_and_bone() -> None:
    everything: list[Exercise | Move] = [*ALL.values(), *LIBRARY.moves.values()]
    for exercise in everything:
        hurts = {Place.SHIN, Place.BONE} <= exercise.avoid_with
        assert hurts == (exercise.impact > 0), exercise.id


def test_jumps_count_contacts_and_nothing_else_does() -> None:
    contacts = {e.id for e in ALL.values() if e.measure is Measure.CONTACTS}
    assert contacts == PLYOMETRIC
    assert all(ALL[id].impact for id in PLYOMETRIC)


@pytest.mark.parametrize("exercise", ALL.values(), ids=lambda e: e.id)
def test_an_exercise_is_explained_in_three_to_six_sentences(exercise: Exercise) -> None:
    assert 3 <= len(exercise.how_to) <= 6
    assert all(re.fullmatch(r"[A-Z].*[.!?]", sentence) for sentence in exercise.how_to)
    assert exercise.set_up.endswith(".")


@pytest.mark.parametrize("exercise", ALL.values(), ids=lambda e: e.id)
def test_an_exercise_has_three_short_cues_and_a_caution(exercise: Exercise) -> None:
    assert len(exercise.cues) == len(set(exercise.cues)) >= 3
    assert all(len(cue.split()) <= 12 for cue in exercise.cues)
    assert exercise.cautions


@pytest.mark.parametrize("exercise", ALL.values(), ids=lambda e: e.id)
def test_everything_said_of_an_exercise_can_be_said(exercise: Exercise) -> None:
    spoken = (
        *(exercise.name, exercise.plural, exercise.set_up, *exercise.how_to, *exercise.cues),
        *(*exercise.cautions, *exercise.phases, *exercise.aliases),
    )
    odd = [text for text in spoken if re.search(r"[^A-Za-z ,.;:!?'’-]", text)]
    assert odd == []
    assert not [text for text in spoken if re.search(r"\b[A-Z]{2,}\b|_", text)]


@pytest.mark.parametrize("move", LIBRARY.moves.values(), ids=lambda move: move.id)
def test_everything_said_of_a_move_can_be_said(move: Move) -> None:
    texts = (move.name, *move.how_to, *move.cues)
    assert not [text for text in texts if re.search(r"[^A-Za-z ,.;:!?'’-]", text)]


@pytest.mark.parametrize("exercise", ALL.values(), ids=lambda e: e.id)
def test_the_range_tempo_and_load_make_sense_together(exercise: Exercise) -> None:
    assert 0 < exercise.low < exercise.high
    assert (exercise.tempo is None) == (exercise.measure is not Measure.REPS)
    if exercise.tempo:
        assert 2_000 <= exercise.tempo.rep_ms <= 8_000
    if exercise.loadable:
        assert all(exercise.gear), "a load needs something to load"


@pytest.mark.parametrize("exercise", ALL.values(), ids=lambda e: e.id)
def test_easier_is_never_above_and_harder_never_below(exercise: Exercise) -> None:
    if exercise.rung is None:
        return
    for id in exercise.easier:
        assert (ALL[id].rung or 0) <= exercise.rung
    for id in exercise.harder:
        assert (ALL[id].rung or exercise.rung) >= exercise.rung


def test_a_beginner_without_gear_finds_something_for_every_pattern_but_pulling_down() -> None:
    bare = {
        e.pattern
        for e in ALL.values()
        if e.rung and e.level is Experience.BEGINNER and frozenset() in e.gear
    }
    needs_gear = {Pattern.PULL_VERTICAL, Pattern.PUSH_VERTICAL}
    assert set(Pattern) - bare == needs_gear

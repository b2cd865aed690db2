"""Choosing from the ladders: the hardest rung within reach, steps up and down, stand-ins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.library.load import embedded_library
from engine.library.model import Experience, Gear, Library, Pattern, Place
from engine.plan.workout.ladder import fill, pick, step, substitutes
from engine.plan.workout.means import Means

BEGINNER, INTERMEDIATE, ADVANCED = Experience
NOTHING: frozenset[Gear] = frozenset()
DUMBBELLS = frozenset({Gear.DUMBBELL})


def chosen(library: Library, slot: Pattern, means: Means, *taken: str) -> str | None:
    exercise = pick(library, slot, means, taken)
    return exercise.id if exercise else None


def test_the_highest_rung_up_to_the_target_is_chosen(library: Library) -> None:
    squat = Pattern.SQUAT
    assert chosen(library, squat, Means(BEGINNER, frozenset(Gear))) == "bw_squat"
    assert chosen(library, squat, Means(INTERMEDIATE, frozenset(Gear))) == "goblet_squat"
    assert chosen(library, squat, Means(ADVANCED, frozenset(Gear))) == "barbell_squat"


def test_jumps_aim_one_rung_lower(library: Library) -> None:
    jumps = [chosen(library, Pattern.PLYOMETRIC, Means(e, frozenset(Gear))) for e in Experience]
    assert jumps == ["pogo_low", "pogo_fast", "bounds"]


def test_of_one_rung_the_first_listed_is_chosen(library: Library) -> None:
    means = Means(INTERMEDIATE, DUMBBELLS)
    assert chosen(library, Pattern.SQUAT, means) == "goblet_squat"
    assert chosen(library, Pattern.SQUAT, means, "goblet_squat") == "squat_to_press"


def test_above_the_target_the_lowest_rung_is_better_than_none(library: Library) -> None:
    slot, taken = Pattern.ANTI_ROTATION, ("bird_dog", "russian_twist")
    cable, gym = Means(BEGINNER, frozenset({Gear.CABLE})), Means(BEGINNER, frozenset(Gear))
    assert chosen(library, slot, cable, *taken) == "pallof_cable"
    assert chosen(library, slot, gym, *taken) == "pallof_band"


def test_a_level_closes_the_rungs_above_it(library: Library) -> None:
    gym = frozenset(Gear)
    means = Means(BEGINNER, gym)
    open_rungs = [e for e in library.exercises.values() if means.allow(e)]
    assert all(e.level is BEGINNER for e in open_rungs)
    assert not means.allow(library.exercises["barbell_squat"])


def test_an_empty_slot_is_filled_by_its_fallback(library: Library) -> None:
    slots = (Pattern.PUSH_HORIZONTAL, Pattern.PUSH_VERTICAL)
    filled = fill(library, slots, Means(BEGINNER, NOTHING))
    assert [(slot, e.id) for slot, e in filled if e] == [
        (Pattern.PUSH_HORIZONTAL, "incline_push_up"),
        (Pattern.PUSH_VERTICAL, "wall_push_up"),
    ]


def test_a_slot_with_nothing_left_stays_empty(library: Library) -> None:
    slots = (Pattern.PULL_HORIZONTAL, Pattern.PULL_VERTICAL)
    filled = fill(library, slots, Means(BEGINNER, NOTHING))
    assert [e and e.id for _, e in filled] == ["back_extension", None]


def test_exercises_without_a_rung_are_never_chosen(library: Library) -> None:
    everything = tuple(pattern for pattern in Pattern for _ in range(20))
    filled = [e for _, e in fill(library, everything, Means(ADVANCED, frozenset(Gear))) if e]
    assert len(filled) == sum(e.rung is not None for e in library.exercises.values())


def test_a_first_session_stays_on_the_two_lowest_rungs(library: Library) -> None:
    everything = tuple(pattern for pattern in Pattern for _ in range(20))
    filled = fill(library, everything, Means(ADVANCED, NOTHING, first=True))
    assert {e.rung for _, e in filled if e} == {1, 2}


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("goblet_squat", -1, "band_squat"),
        ("goblet_squat", +1, "one_leg_squat_to_chair"),
        ("squat_to_press", +1, "one_leg_squat_to_chair"),
        ("sit_to_stand", -1, None),
        ("barbell_squat", +1, None),
        ("forearm_plank", -1, "knee_plank"),
        ("high_plank", +1, "plank_leg_lift"),
    ],
)
def test_a_step_goes_to_the_next_rung(
    library: Library, start: str, direction: int, end: str | None
) -> None:
    found = step(library, start, direction, frozenset(Gear), ADVANCED)
    assert (found.id if found else None) == end


def test_a_step_passes_over_rungs_whose_gear_is_missing(library: Library) -> None:
    found = step(library, "goblet_squat", -1, DUMBBELLS, INTERMEDIATE)
    assert found is library.exercises["slow_squat"]


def test_a_step_up_stops_where_the_level_ends(library: Library) -> None:
    assert step(library, "goblet_squat", +1, DUMBBELLS, BEGINNER) is None
    assert step(library, "goblet_squat", +1, DUMBBELLS, INTERMEDIATE) is not None


def test_a_step_avoids_pain_and_what_is_taken(library: Library) -> None:
    wrists = frozenset({Place.WRIST})
    found = step(library, "forearm_plank", +1, NOTHING, BEGINNER, wrists)
    assert found is library.exercises["dead_bug"]
    found = step(library, "forearm_plank", +1, NOTHING, BEGINNER, wrists, {"dead_bug"})
    assert found is library.exercises["plank_leg_lift"]


def test_a_step_from_outside_the_ladder_follows_its_links(library: Library) -> None:
    for exercise in library.exercises.values():
        if exercise.rung is None:
            found = step(library, exercise.id, -1, frozenset(Gear), ADVANCED)
            assert (found.id if found else None) == next(iter(exercise.easier), None)


def test_stand_ins_come_from_the_own_pattern_first_and_the_nearest_rung(library: Library) -> None:
    found = substitutes(library, "band_squat", DUMBBELLS, BEGINNER)
    assert [e.id for e in found] == [
        *("slow_squat", "bw_squat", "goblet_squat", "squat_to_press", "sit_to_stand"),
        *("bridge_feet_far", "glute_bridge", "one_leg_bridge", "weighted_bridge"),
    ]


def test_a_stand_in_never_needs_what_is_missing(library: Library) -> None:
    gear = frozenset({Gear.DUMBBELL, Gear.BAND})
    found = substitutes(library, "goblet_squat", gear, BEGINNER, missing=Gear.DUMBBELL)
    assert found[0] is library.exercises["band_squat"]
    assert all(e.gear_from(frozenset({Gear.BAND})) is not None for e in found)


def test_a_stand_in_is_neither_taken_nor_painful_nor_itself(library: Library) -> None:
    knee = frozenset({Place.KNEE})
    found = substitutes(library, "bw_squat", NOTHING, BEGINNER, knee, {"glute_bridge"})
    assert [e.id for e in found] == ["sit_to_stand", "bridge_feet_far", "one_leg_bridge"]
    pain_free = substitutes(library, "bw_squat", NOTHING, BEGINNER)
    assert [e.id for e in pain_free][:2] == ["sit_to_stand", "slow_squat"]


def test_jumps_have_no_stand_in_of_another_pattern(library: Library) -> None:
    found = substitutes(library, "pogo_low", NOTHING, ADVANCED)
    assert {e.pattern for e in found} == {Pattern.PLYOMETRIC}


gears = st.frozensets(st.sampled_from(list(Gear)))


@settings(deadline=None)
@given(st.sampled_from(list(Pattern)), st.sampled_from(list(Experience)), gears, gears)
def test_more_gear_never_lowers_a_rung_within_reach(
    slot: Pattern, experience: Experience, gear: frozenset[Gear], more: frozenset[Gear]
) -> None:
    library = embedded_library()
    less, rich = Means(experience, gear), Means(experience, gear | more)
    before, after = pick(library, slot, less), pick(library, slot, rich)
    if before and before.pattern is slot and (before.rung or 0) <= less.target(slot):
        assert after is not None
        assert (after.rung or 0) >= (before.rung or 0)


@settings(deadline=None)
@given(
    st.sampled_from([e.id for e in embedded_library().exercises.values() if e.rung]),
    st.sampled_from(list(Experience)),
    gears,
)
def test_a_step_up_and_down_again_ends_on_the_same_rung(
    start: str, experience: Experience, gear: frozenset[Gear]
) -> None:
    library = embedded_library()
    up = step(library, start, +1, gear, experience)
    if up is None:
        return
    assert up.rung is not None
    assert up.rung > (library.exercises[start].rung or 0)
    down = step(library, up.id, -1, gear, experience)
    if Means(experience, gear).allow(library.exercises[start]):
        assert down is not None
        assert down.rung == library.exercises[start].rung

"""Workouts as a whole: whatever is asked for, they fit, spare pains, and need no missing gear."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.library.load import embedded_library
from engine.library.model import Experience, Gear, Library, Place
from engine.plan.model import Block, Focus, RestKind, Workout
from engine.plan.workout.build import build, build_workout
from engine.plan.workout.fit import LOWER_BODY
from engine.plan.workout.prescribe import Aim
from engine.plan.workout.templates import KITS, SLOTS
from engine.plan.workout.timing import planned_ms
from engine.plan.workout.wish import SETTLED_FROM, Wish
from engine.units import MINUTE, Load, Side

LENGTHS = (15, 20, 30, 45)


@st.composite
def workouts(
    draw: st.DrawFn, shortest: int = 5, most_pains: int = 14, most_targets: int = 20
) -> Workout:
    library = embedded_library()
    ids, amounts = st.sampled_from(list(library.exercises)), st.integers(1, 90)
    targets = st.dictionaries(ids, amounts, max_size=most_targets)
    return build_workout(
        library,
        experience=draw(st.sampled_from(list(Experience))),
        focus=draw(st.sampled_from(list(Focus))),
        minutes=draw(st.integers(shortest, 60)),
        gear=draw(st.frozensets(st.sampled_from(list(Gear)))),
        week=draw(st.integers(1, 9)),
        age=draw(st.none() | st.integers(13, 90)),
        blocked=draw(st.frozensets(st.sampled_from(list(Place)), max_size=most_pains)),
        first=draw(st.booleans()),
        kind=draw(st.none() | st.sampled_from(list(SLOTS))),
        aims={id: Aim(target) for id, target in draw(targets).items()},
    )


@settings(deadline=None, max_examples=300)
@given(workouts())
def test_a_workout_is_never_longer_than_asked(workout: Workout) -> None:
    assert planned_ms(workout.sets) <= workout.minutes * MINUTE


@settings(deadline=None, max_examples=300)
@given(workouts())
def test_a_workout_needs_no_missing_gear_and_spares_what_hurts(workout: Workout) -> None:
    library = embedded_library()
    for id in workout.exercises:
        exercise = library.exercises[id]
        assert exercise.gear_from(workout.gear) is not None
        assert workout.experience.at_least(exercise.level)
        assert not exercise.avoid_with & workout.blocked
    moves = [library.moves[s.exercise] for s in workout.sets if not s.main]
    assert all(not move.avoid_with & workout.blocked for move in moves)


@settings(deadline=None, max_examples=300)
@given(workouts())
def test_every_exercise_has_all_its_sets_once_and_in_order(workout: Workout) -> None:
    assert {id for id, _ in workout.patterns} == set(workout.exercises)
    assert len(workout.patterns) == len(workout.exercises)
    for id in workout.exercises:
        sets = [s for s in workout.sets if s.main and s.exercise == id]
        sides = [Side.LEFT, Side.RIGHT] if sets[0].side else [None]
        wanted = [(n, side) for n in range(1, sets[0].of + 1) for side in sides]
        assert [(s.number, s.side) for s in sets] == wanted
        assert all(s.low <= s.target <= s.high for s in sets)


@settings(deadline=None, max_examples=300)
@given(workouts(shortest=15, most_pains=1, most_targets=0))
def test_fifteen_minutes_hold_three_exercises_even_with_a_pain(workout: Workout) -> None:
    assert len(workout.exercises) >= 3


@settings(deadline=None)
@given(workouts())
def test_a_workout_is_warm_up_main_cool_down_and_then_over(workout: Workout) -> None:
    blocks = [planned.block for planned in workout.sets]
    assert blocks == sorted(blocks, key=list(Block).index)
    assert set(blocks) >= {Block.WARM_UP, Block.COOL_DOWN}
    assert (workout.sets[-1].rest_ms, workout.sets[-1].rest_kind) == (0, RestKind.NONE)


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("experience", Experience)
@pytest.mark.parametrize("focus", Focus)
def test_one_pain_still_leaves_three_exercises_within_the_minutes(
    library: Library, experience: Experience, focus: Focus, place: Place
) -> None:
    for minutes in LENGTHS:
        workout = plain(library, experience, focus, minutes, blocked=frozenset({place}))
        assert len(workout.exercises) >= 3
        assert planned_ms(workout.sets) <= minutes * MINUTE


@pytest.mark.parametrize("week", [1, 5])
@pytest.mark.parametrize("experience", Experience)
@pytest.mark.parametrize("focus", Focus)
def test_more_minutes_never_mean_fewer_sets(
    library: Library, experience: Experience, focus: Focus, week: int
) -> None:
    counts = [sets_of(plain(library, experience, focus, n, week=week)) for n in LENGTHS]
    assert counts == sorted(counts)


def test_the_same_request_builds_the_same_workout(library: Library) -> None:
    first, second = (plain(library, Experience.ADVANCED, Focus.FULL, 45) for _ in range(2))
    assert first == second


def test_a_first_session_is_easy_and_needs_nothing(library: Library) -> None:
    workout = build_workout(
        library,
        experience=Experience.ADVANCED,
        focus=Focus.FULL,
        minutes=20,
        gear=frozenset(Gear),
        week=9,
        first=True,
    )
    assert workout.gear == frozenset()
    assert workout.exercises == (
        *("bw_squat", "back_extension", "calf_raise_two", "forearm_plank"),
    )
    main = [planned for planned in workout.sets if planned.main]
    assert {planned.rir for planned in main} == {4}
    assert {planned.of for planned in main} == {2}
    assert workout.sets[0].exercise == "march"


def test_saved_targets_and_loads_find_their_exercise(library: Library) -> None:
    load = Load.of(16)
    workout = build_workout(
        library,
        experience=Experience.INTERMEDIATE,
        focus=Focus.FULL,
        minutes=20,
        gear=frozenset({Gear.DUMBBELL}),
        aims={"goblet_squat": Aim(11, load)},
    )
    squats = [s for s in workout.sets if s.exercise == "goblet_squat"]
    assert {(s.target, s.load) for s in squats} == {(11, load)}
    assert {s.load for s in workout.sets if s.exercise != "goblet_squat"} == {None}


def test_high_targets_cost_sets_rather_than_minutes(library: Library) -> None:
    highest = {exercise.id: exercise.high for exercise in library.exercises.values()}
    usual = plain(library, Experience.BEGINNER, Focus.LEGS, 15, week=5)
    raised = build_workout(
        library,
        experience=Experience.BEGINNER,
        focus=Focus.LEGS,
        minutes=15,
        gear=frozenset(),
        week=5,
        aims={id: Aim(target) for id, target in highest.items()},
    )
    assert sets_of(raised) < sets_of(usual)
    assert planned_ms(raised.sets) <= 15 * MINUTE


@pytest.mark.parametrize(("asked", "minutes"), [(-3, 5), (0, 5), (4, 5), (61, 60), (500, 60)])
def test_minutes_are_kept_within_what_a_session_can_be(
    library: Library, asked: int, minutes: int
) -> None:
    workout = plain(library, Experience.BEGINNER, Focus.FULL, asked)
    assert workout.minutes == minutes
    assert workout.exercises


def test_five_minutes_hold_at_least_one_exercise_for_everybody(library: Library) -> None:
    for experience in Experience:
        for focus in Focus:
            workout = plain(library, experience, focus, 5)
            assert workout.exercises
            assert planned_ms(workout.sets) <= 5 * MINUTE


@pytest.mark.parametrize(
    ("focus", "codes"),
    [
        (Focus.FULL, ("full_body", "easing_in", "uses_gear", "fits_minutes")),
        (Focus.LEGS, ("focus_legs", "easing_in", "uses_gear", "fits_minutes")),
        (Focus.UPPER, ("focus_upper", "easing_in", "uses_gear", "fits_minutes")),
        (Focus.CORE, ("focus_core", "easing_in", "uses_gear", "fits_minutes")),
    ],
)
def test_a_workout_says_why_it_is_as_it_is(
    library: Library, focus: Focus, codes: tuple[str, ...]
) -> None:
    assert codes_of(plain(library, Experience.INTERMEDIATE, focus, 20)) == codes


def test_special_circumstances_are_among_the_reasons(library: Library) -> None:
    workout = build_workout(
        library,
        experience=Experience.BEGINNER,
        focus=Focus.FULL,
        minutes=20,
        gear=frozenset(Gear),
        age=70,
        blocked=frozenset({Place.KNEE}),
        first=True,
    )
    assert codes_of(workout) == (
        *("first_session", "full_body", "spares_pain", "longer_rests"),
        *("no_gear", "fits_minutes"),
    )


def codes_of(workout: Workout) -> tuple[str, ...]:
    return tuple(reason.code for reason in workout.reasons)


def plain(
    library: Library,
    experience: Experience,
    focus: Focus,
    minutes: int,
    week: int = 1,
    blocked: frozenset[Place] = frozenset(),
) -> Workout:
    return build_workout(
        library,
        experience=experience,
        focus=focus,
        minutes=minutes,
        gear=KITS[experience],
        week=week,
        blocked=blocked,
    )


def sets_of(workout: Workout) -> int:
    return sum(s.main and s.side is not Side.RIGHT for s in workout.sets)


@pytest.mark.parametrize("age", [34, 70])
@pytest.mark.parametrize("experience", Experience)
def test_once_settled_a_session_no_longer_depends_on_its_week(
    library: Library, experience: Experience, age: int
) -> None:
    wish = Wish(experience, Focus.FULL, 45, KITS[experience], kind="A", age=age, rir=2)
    settled = build(library, replace(wish, week=SETTLED_FROM))
    assert all(build(library, replace(wish, week=week)) == settled for week in (9, 30, 300))


def test_what_the_week_leaves_for_the_legs_is_never_passed(library: Library) -> None:
    for left in range(12):
        wish = Wish(
            *(Experience.BEGINNER, Focus.LEGS, 45, frozenset()),
            *("L1", 6),
            hard_sets=left,
            aims=(("bw_squat", Aim(12, more_sets=2)),),
        )
        sets = build(library, wish).workout.sets_by_exercise
        hard = {id: n for id, n in sets.items() if library.exercises[id].pattern in LOWER_BODY}
        assert sum(hard.values()) <= left
        assert len(sets) >= 3

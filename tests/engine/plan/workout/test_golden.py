"""The builder, against worked cases: whole athletes with their gear, age and pains."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from engine.library.model import Experience, Gear, Library, Place
from engine.plan.planner.kinds import FOCUS_OF
from engine.plan.workout.build import build_workout
from engine.plan.workout.timing import Dose, Pace, main_ms, planned_ms

BEGINNER, INTERMEDIATE = Experience.BEGINNER, Experience.INTERMEDIATE
NOTHING: frozenset[Gear] = frozenset()
SEED_KIT = frozenset({Gear.ANKLE_WEIGHTS, Gear.STRENGTH_BAR, Gear.BAND})
DUMBBELLS_AND_STEP = frozenset({Gear.DUMBBELL, Gear.STEP})
ACHILLES = frozenset({Place.ACHILLES})


@dataclass(frozen=True)
class Case:
    label: str
    experience: Experience
    gear: frozenset[Gear]
    minutes: int
    kind: str
    week: int
    sets: str
    total: str
    age: int = 34
    blocked: frozenset[Place] = frozenset()


CASES = (
    Case(
        "a newcomer's first plan, day one",
        *(BEGINNER, NOTHING, 20, "A", 1),
        "bw_squat 2, back_extension 2, calf_raise_two 2, forearm_plank 2, hip_hinge_drill 2",
        "16:19",
    ),
    Case(
        "a newcomer's first plan, day two",
        *(BEGINNER, NOTHING, 20, "B", 2),
        "split_squat 2, incline_push_up 2, glute_bridge 2, russian_twist 2, bent_knee_calf_two 2",
        "16:45",
    ),
    Case(
        "the same in week five, when third sets are allowed",
        *(BEGINNER, NOTHING, 20, "A", 5),
        "bw_squat 3, back_extension 3, calf_raise_two 2, forearm_plank 2, hip_hinge_drill 2",
        "19:14",
    ),
    Case(
        "light kit, lower body",
        *(BEGINNER, SEED_KIT, 15, "L1", 5),
        "bw_squat 3, glute_bridge 2, standing_side_raise 2",
        "14:23",
    ),
    Case(
        "light kit, upper body",
        *(BEGINNER, SEED_KIT, 15, "U1", 5),
        "incline_push_up 3, one_arm_band_row 2, forearm_plank 2, kneeling_press 2",
        "13:38",
    ),
    Case(
        "light kit, second lower body",
        *(BEGINNER, SEED_KIT, 15, "L2", 5),
        "split_squat 3, bar_deadlift 3, bent_knee_calf_two 2",
        "14:38",
    ),
    Case(
        "light kit, second upper body",
        *(BEGINNER, SEED_KIT, 15, "U2", 5),
        "one_arm_band_row 3, kneeling_press 2, russian_twist 2, incline_push_up 2",
        "14:25",
    ),
    Case(
        "one kettlebell at 67, pairs with longer rests",
        *(INTERMEDIATE, frozenset({Gear.KETTLEBELL}), 30, "A", 1),
        "goblet_squat 2, bent_over_row 2, one_leg_calf_raise 2, plank_leg_lift 2, db_rdl 2, "
        "side_plank 2",
        "27:58",
        age=67,
    ),
    Case(
        "one kettlebell at 67, where the sixth exercise no longer fits",
        *(INTERMEDIATE, frozenset({Gear.KETTLEBELL}), 30, "B", 1),
        "weighted_split_squat 2, push_up 2, one_leg_bridge 2, russian_twist_loaded 2, "
        "bent_knee_calf_one 2",
        "27:42",
        age=67,
    ),
    Case(
        "a sore Achilles turns calf raises into a heel hold",
        *(INTERMEDIATE, DUMBBELLS_AND_STEP, 30, "A", 5),
        "goblet_squat 3, bent_over_row 3, heel_hold_two 3, plank_leg_lift 3, db_rdl 2, "
        "side_plank 2",
        "28:33",
        blocked=ACHILLES,
    ),
    Case(
        "a sore Achilles on the other day",
        *(INTERMEDIATE, DUMBBELLS_AND_STEP, 30, "B", 5),
        "weighted_split_squat 3, push_up 3, one_leg_bridge 2, russian_twist_loaded 2, "
        "heel_hold_two 2, side_plank 2",
        "29:25",
        blocked=ACHILLES,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_an_athlete_gets_the_worked_session(library: Library, case: Case) -> None:
    workout = build_workout(
        library,
        experience=case.experience,
        focus=FOCUS_OF[case.kind],
        minutes=case.minutes,
        gear=case.gear,
        week=case.week,
        age=case.age,
        blocked=case.blocked,
        kind=case.kind,
    )
    sets = {planned.exercise: planned.of for planned in workout.sets if planned.main}
    doses = tuple(Dose(library.exercises[id], sets[id]) for id, _ in workout.patterns)
    around = planned_ms(planned for planned in workout.sets if not planned.main)
    total = main_ms(doses, Pace.of(case.minutes, case.experience, case.age)) + around
    assert ", ".join(f"{dose.exercise.id} {dose.sets}" for dose in doses) == case.sets
    assert f"{total // 60_000}:{total // 1000 % 60:02d}" == case.total

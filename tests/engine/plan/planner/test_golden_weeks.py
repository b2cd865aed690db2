"""Whole athletes with their weeks, worked out by hand: days, types, doses, sets and lengths.

A tempo is lowering-pause-lifting-pause in seconds, C where the lifting comes first. The worked
weeks leave that letter out, and so is it compared here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from engine.library.model import Gear, Library, Measure, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Ache, Profile
from engine.plan.athlete.runs import MARATHON_KM, Race
from engine.plan.book import Book
from engine.plan.model import Phase, Workout
from engine.plan.planner.model import PlannedSession, PlannedWeek
from engine.plan.progression.model import ExerciseResult
from engine.units import Load
from tests.engine.plan.planner.athletes import (
    ADVANCED,
    BEGINNER,
    DUMBBELLS_AND_STEP,
    EASY,
    GYM,
    HARD,
    INTERMEDIATE,
    LIBRARY,
    LONG,
    MONDAY,
    athlete,
    done,
    planned,
    trained,
)

SEED_KIT = (Gear.ANKLE_WEIGHTS, Gear.STRENGTH_BAR, Gear.BAND)
SIX_RUNS = {"mon": EASY, "tue": HARD, "wed": EASY, "thu": EASY, "sat": HARD, "sun": LONG}
NEWCOMER = athlete(BEGINNER, {"tue": EASY, "thu": HARD, "sun": LONG}, 2, 20, age=34)
LIFTER = athlete(ADVANCED, SIX_RUNS, 2, 45, GYM, age=29, impact_ok=True)
MARATHON = Race(date(2026, 12, 6), MARATHON_KM)
SORE_HEEL = athlete(
    *(INTERMEDIATE, {"tue": EASY, "thu": EASY, "sun": LONG}, 2, 30, DUMBBELLS_AND_STEP),
    age=45,
    aches=(Ache(Place.ACHILLES, 3),),
)


@dataclass(frozen=True)
class Golden:
    label: str
    profile: Profile
    cost: float
    sessions: str
    """A session a line pair: day, type, dose; exercises as id sets x range @tempo = length."""
    week: int = 1
    today: date = MONDAY
    phase: Phase = Phase.BUILD
    notes: tuple[str, ...] = ()


CASES = (
    Golden(
        "a beginner without equipment, in week one",
        NEWCOMER,
        3,
        """
        Tue A [normal] rir 4: bw_squat 2x10-15 @3-1-1-0; back_extension 2x8-12 @2-0-1-2;
        calf_raise_two 2x12-20 @2-0-1-1; forearm_plank 2x20-45 s;
        hip_hinge_drill 2x8-12 @3-0-1-1 = 16:19 (circuit)
        Fri B [normal] rir 4: split_squat 2x8-12 /side @3-0-1-0; incline_push_up 2x8-12 @2-1-1-0;
        glute_bridge 2x8-15 @2-0-1-2; russian_twist 2x10-15 @1-0-1-0;
        bent_knee_calf_two 2x12-20 @2-0-1-1 = 16:45 (circuit)
        """,
    ),
    Golden(
        "the same in week five, when third sets are allowed",
        NEWCOMER,
        3,
        """
        Tue A [normal] rir 3: bw_squat 3x10-15 @3-1-1-0; back_extension 3x8-12 @2-0-1-2;
        calf_raise_two 2x12-20 @2-0-1-1; forearm_plank 2x20-45 s;
        hip_hinge_drill 2x8-12 @3-0-1-1 = 19:14 (circuit)
        Fri B [normal] rir 3: split_squat 3x8-12 /side @3-0-1-0; incline_push_up 3x8-12 @2-1-1-0;
        glute_bridge 2x8-15 @2-0-1-2; russian_twist 2x10-15 @1-0-1-0;
        bent_knee_calf_two 2x12-20 @2-0-1-1 = 19:50 (circuit)
        """,
        week=5,
    ),
    Golden(
        "dumbbells, a step, and the gate to jumping passed",
        athlete(
            INTERMEDIATE,
            {"mon": EASY, "wed": HARD, "thu": EASY, "sun": LONG},
            *(2, 30, DUMBBELLS_AND_STEP),
            age=41,
            impact_ok=True,
        ),
        4,
        """
        Mon A [normal] rir 4: pogo_fast 3x20 contacts; goblet_squat 2x8-12 @3-1-1-0;
        bent_over_row 2x8-12 @2-0-1-1; one_leg_calf_raise_step 2x8-15 /side @2-0-1-1;
        plank_leg_lift 2x30-45 s; db_rdl 2x8-12 @3-0-1-1; side_plank 2x20-40 s /side
        = 28:53 (pairs)
        Fri B [normal] rir 4: pogo_fast 3x20 contacts;
        weighted_split_squat 2x8-12 /side @3-0-1-0; push_up 2x6-15 @2-1-1-0;
        one_leg_bridge 2x6-12 /side @2-0-1-2; russian_twist_loaded 2x15-20 @1-0-1-0;
        bent_knee_calf_one 2x8-15 /side @2-0-1-1 = 28:37 (pairs)
        """,
    ),
    Golden(
        "an advanced lifter with six runs",
        LIFTER,
        11,
        """
        Mon A [light] rir 4: barbell_squat 2x4-6 @2-0-1-0; barbell_rdl 2x5-8 @2-0-1-0;
        one_leg_calf_step_loaded 2x6-10 /side @2-0-1-1;
        one_arm_row_supported 2x6-10 /side @2-0-1-1; copenhagen_short 2x10-20 s /side;
        long_lever_plank 2x20-40 s = 32:23 (straight)
        Thu B [normal] rir 4: bounds 4x12 contacts;
        rear_foot_raised_split_squat 3x6-8 /side @3-0-1-0;
        one_leg_rdl_loaded 3x6-8 /side @3-0-1-1;
        seated_one_leg_calf_loaded 2x8-12 /side @2-0-1-1; feet_up_push_up 3x6-12 @2-1-1-0;
        copenhagen_short 2x10-20 s /side; suitcase_carry 2x20-40 s /side = 44:34 (straight)
        """,
    ),
    Golden(
        "the same with two training sessions on hard days",
        replace(LIFTER, double_days=True),
        7,
        """
        Tue A [normal] rir 4: bounds 4x12 contacts; barbell_squat 3x4-6 @2-0-1-0;
        barbell_rdl 2x5-8 @2-0-1-0; one_leg_calf_step_loaded 3x6-10 /side @2-0-1-1;
        one_arm_row_supported 3x6-10 /side @2-0-1-1; copenhagen_short 2x10-20 s /side;
        long_lever_plank 3x20-40 s = 43:59 (straight)
        Thu B [normal] rir 4: bounds 4x12 contacts;
        rear_foot_raised_split_squat 3x6-8 /side @3-0-1-0;
        one_leg_rdl_loaded 3x6-8 /side @3-0-1-1;
        seated_one_leg_calf_loaded 2x8-12 /side @2-0-1-1; feet_up_push_up 3x6-12 @2-1-1-0;
        copenhagen_short 2x10-20 s /side; suitcase_carry 2x20-40 s /side = 44:34 (straight)
        """,
    ),
    Golden(
        "four short sessions with a light kit, in week five",
        athlete(BEGINNER, {"tue": EASY, "thu": EASY, "sat": LONG}, 4, 15, SEED_KIT, age=52),
        6,
        """
        Mon L1 [normal] rir 3: bw_squat 3x10-15 @3-1-1-0; glute_bridge 2x8-15 @2-0-1-2;
        standing_side_raise 2x10-15 /side @2-0-1-1 = 14:23 (circuit)
        Tue U1 [normal] rir 3: incline_push_up 3x8-12 @2-1-1-0;
        one_arm_band_row 2x8-15 /side @2-0-1-1; forearm_plank 2x20-45 s;
        kneeling_press 2x8-12 @2-0-1-0 = 13:38 (circuit)
        Thu L2 [normal] rir 3: split_squat 3x8-12 /side @3-0-1-0; bar_deadlift 3x8-12 @3-0-1-1;
        bent_knee_calf_two 2x12-20 @2-0-1-1 = 14:38 (circuit)
        Sun U2 [normal] rir 3: one_arm_band_row 3x8-15 /side @2-0-1-1;
        kneeling_press 2x8-12 @2-0-1-0; russian_twist 2x10-15 @1-0-1-0;
        incline_push_up 2x8-12 @2-1-1-0 = 14:25 (circuit)
        """,
        week=5,
    ),
    Golden(
        "a marathon on Sunday of next week",
        athlete(
            INTERMEDIATE,
            {"tue": EASY, "wed": HARD, "thu": EASY, "sat": EASY, "sun": LONG},
            *(2, 30, DUMBBELLS_AND_STEP),
            age=38,
            races=(MARATHON,),
        ),
        7,
        """
        Mon A [light] rir 4: goblet_squat 2x8-12 @3-1-1-0; bent_over_row 2x8-12 @2-0-1-1;
        one_leg_calf_raise_step 1x8-15 /side @2-0-1-1; plank_leg_lift 1x30-45 s;
        db_rdl 1x8-12 @3-0-1-1; side_plank 1x20-40 s /side = 18:34 (pairs)
        Thu B [light] rir 4: weighted_split_squat 1x8-12 /side @3-0-1-0;
        push_up 1x6-15 @2-1-1-0; one_leg_bridge 1x6-12 /side @2-0-1-2;
        russian_twist_loaded 1x15-20 @1-0-1-0; bent_knee_calf_one 1x8-15 /side @2-0-1-1;
        side_plank 1x20-40 s /side = 17:06 (pairs)
        """,
        phase=Phase.TAPER,
    ),
    Golden(
        "race week: one short session, the last three days none",
        athlete(
            INTERMEDIATE,
            {"tue": EASY, "wed": HARD, "fri": EASY},
            *(2, 30, DUMBBELLS_AND_STEP),
            age=38,
            races=(MARATHON,),
        ),
        0,
        """
        Mon T [light] rir 4: goblet_squat 2x8-12 @3-1-1-0; bent_over_row 2x8-12 @2-0-1-1;
        one_leg_calf_raise_step 1x8-15 /side @2-0-1-1; plank_leg_lift 1x30-45 s = 14:59 (pairs)
        """,
        today=date(2026, 11, 30),
        phase=Phase.RACE_WEEK,
    ),
    Golden(
        "one kettlebell at 67",
        athlete(
            INTERMEDIATE,
            {"tue": EASY, "thu": EASY, "sat": EASY},
            *(2, 30, (Gear.KETTLEBELL,)),
            age=67,
        ),
        1,
        """
        Mon A [normal] rir 4: goblet_squat 2x8-12 @3-1-1-0; bent_over_row 2x8-12 @2-0-1-1;
        one_leg_calf_raise 2x8-15 /side @2-0-1-1; plank_leg_lift 2x30-45 s;
        db_rdl 2x8-12 @3-0-1-1; side_plank 2x20-40 s /side = 27:58 (pairs)
        Fri B [normal] rir 4: weighted_split_squat 2x8-12 /side @3-0-1-0;
        push_up 2x6-15 @2-1-1-0; one_leg_bridge 2x6-12 /side @2-0-1-2;
        russian_twist_loaded 2x15-20 @1-0-1-0; bent_knee_calf_one 2x8-15 /side @2-0-1-1
        = 27:42 (pairs)
        """,
    ),
    Golden(
        "runs on all seven days, and three sessions",
        athlete(
            INTERMEDIATE,
            {**SIX_RUNS, "fri": HARD, "sat": EASY},
            *(3, 20, (Gear.DUMBBELL,)),
            age=30,
        ),
        19 + 1 / 3,
        """
        Mon A [light] rir 4: goblet_squat 2x8-12 @3-1-1-0; bent_over_row 2x8-12 @2-0-1-1;
        one_leg_calf_raise 1x8-15 /side @2-0-1-1; plank_leg_lift 1x30-45 s;
        db_rdl 1x8-12 @3-0-1-1 = 12:59 (circuit)
        Wed B [normal] rir 4: weighted_split_squat 2x8-12 /side @3-0-1-0;
        push_up 2x6-15 @2-1-1-0; one_leg_bridge 2x6-12 /side @2-0-1-2;
        russian_twist_loaded 2x15-20 @1-0-1-0; bent_knee_calf_one 2x8-15 /side @2-0-1-1
        = 19:37 (circuit)
        Sat A [light] rir 4: goblet_squat 2x8-12 @3-1-1-0; bent_over_row 2x8-12 @2-0-1-1;
        one_leg_calf_raise 1x8-15 /side @2-0-1-1; plank_leg_lift 1x30-45 s;
        db_rdl 1x8-12 @3-0-1-1 = 12:59 (circuit)
        """,
        notes=("no_rest_day",),
    ),
    Golden(
        "an aching Achilles: a gentle hold stands in for calf raises",
        SORE_HEEL,
        2,
        """
        Tue A [normal] rir 4: goblet_squat 3x8-12 @3-1-1-0; bent_over_row 3x8-12 @2-0-1-1;
        heel_hold_two 3x20-45 s; plank_leg_lift 3x30-45 s; db_rdl 2x8-12 @3-0-1-1;
        side_plank 2x20-40 s /side = 28:33 (pairs)
        Fri B [normal] rir 4: weighted_split_squat 3x8-12 /side @3-0-1-0;
        push_up 3x6-15 @2-1-1-0; one_leg_bridge 2x6-12 /side @2-0-1-2;
        russian_twist_loaded 2x15-20 @1-0-1-0; heel_hold_two 2x20-45 s;
        side_plank 2x20-40 s /side = 29:25 (pairs)
        """,
    ),
    Golden(
        "a hotel: no equipment, and only Monday and Tuesday",
        athlete(
            INTERMEDIATE,
            {"mon": EASY, "tue": HARD, "thu": EASY, "sun": LONG},
            *(2, 15),
            age=45,
            available=frozenset({Weekday.MON, Weekday.TUE}),
        ),
        9,
        """
        Mon F [light] rir 4: walking_lunge 1x8-12 /side @2-0-1-0; back_extension 1x8-12 @2-0-1-2;
        one_leg_calf_raise 1x8-15 /side @2-0-1-1; plank_leg_lift 1x30-45 s = 8:39 (circuit)
        """,
        notes=("fewer_days", "lacks_push_hinge"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_a_worked_week_is_planned_to_the_second(case: Golden) -> None:
    week = planned(case.profile, case.today, case.week).weeks[-1]
    assert [shown(each) for each in week.sessions] == lines_of(case.sessions)
    assert week.cost_twelfths == pytest.approx(case.cost * 12)
    assert week.phase is case.phase


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_a_worked_week_has_its_notes_and_no_others(case: Golden) -> None:
    first = planned(case.profile, case.today).weeks[0]
    assert tuple(note.code for note in first.notes) == case.notes


def test_after_five_weeks_off_loads_are_a_fifth_less_and_sets_are_two() -> None:
    kettlebell = next(case for case in CASES if "67" in case.label).profile
    squat, bridge = LIBRARY.exercises["goblet_squat"], LIBRARY.exercises["one_leg_bridge"]
    before = done(
        MONDAY - timedelta(days=36),
        "A",
        ExerciseResult(squat.id, None, squat.measure, 12, (12, 12), Load.of(20)),
        ExerciseResult(bridge.id, None, bridge.measure, 9, (9, 9)),
    )
    week = planned(Book(kettlebell, trained(before))).weeks[0]
    # After the worked week but for the bridge: between four and eight weeks without use, every
    # rung stays, and the athlete goes on from A to B.
    assert [each.workout.kind for each in week.sessions] == ["B", "A"]
    sets = [planned for each in week.sessions for planned in each.workout.sets if planned.main]
    assert {planned.of for planned in sets} == {2}
    assert min(planned.rir for planned in sets) >= 3
    assert {p.load for p in sets if p.exercise == "goblet_squat"} == {Load.of(16)}
    assert all("comeback" in codes(each) for each in week.sessions)


def test_a_heel_that_hurt_in_the_session_leaves_the_calves_out_for_a_week() -> None:
    tuesday = MONDAY + timedelta(days=1)
    book = Book(
        SORE_HEEL,
        trained(done(tuesday, "A")),
        sore=((Place.ACHILLES, tuesday + timedelta(days=7)),),
    )
    week = planned(book, tuesday).weeks[0]
    assert [shown(each) for each in week.sessions] == lines_of(
        """
        Fri B [normal] rir 4: weighted_split_squat 3x8-12 /side @3-0-1-0;
        push_up 3x6-15 @2-1-1-0; one_leg_bridge 2x6-12 /side @2-0-1-2;
        russian_twist_loaded 2x15-20 @1-0-1-0; side_plank 2x20-40 s /side = 27:29 (pairs)
        """
    )


def lines_of(text: str) -> list[str]:
    """One session a line again."""
    sessions: list[str] = []
    for line in text.split("\n"):
        words = line.split()
        if words and words[0] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
            sessions.append(" ".join(words))
        elif words:
            sessions[-1] += " " + " ".join(words)
    return sessions


def shown(each: PlannedSession) -> str:
    """A session as the worked weeks write it."""
    workout = each.workout
    rirs = {planned.rir for planned in workout.sets if planned.main}
    seconds = each.length // 1000
    return (
        f"{each.day:%a} {workout.kind} [{workout.dosage}] rir {', '.join(map(str, rirs))}: "
        f"{'; '.join(_exercises(workout, LIBRARY))} = {seconds // 60}:{seconds % 60:02d} "
        f"({workout.format})"
    )


def _exercises(workout: Workout, library: Library) -> list[str]:
    in_order = workout.exercises if workout.format == "straight" else _by_priority(workout)
    found = []
    for id in in_order:
        exercise, first = library.exercises[id], next(s for s in workout.sets if s.exercise == id)
        text = f"{id} {first.of}x{first.low}-{first.high}"
        if exercise.measure is Measure.CONTACTS:
            text = f"{id} {first.of}x{first.target} contacts"
        elif exercise.measure is Measure.HOLD:
            text += " s"
        text += " /side" if exercise.per_side else ""
        tempo = str(first.tempo).rstrip("C")
        found.append(text + (f" @{tempo}" if first.tempo else ""))
    return found


def _by_priority(workout: Workout) -> list[str]:
    return [id for id, _ in workout.patterns]


def codes(each: PlannedSession) -> set[str]:
    return {reason.code for reason in each.workout.reasons}


def test_the_sessions_of_a_week_are_found_by_day() -> None:
    plan = planned(NEWCOMER)
    week: PlannedWeek = plan.weeks[0]
    friday = MONDAY + timedelta(days=4)
    assert plan.on(friday) == week.days[4]
    assert plan.on(friday + timedelta(days=9)) is None
    assert plan.after(MONDAY) == week.sessions[0]
    assert plan.after(friday) is None

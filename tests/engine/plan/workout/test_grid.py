"""The builder, against the sixty sessions that its time model was worked out on, to the second.

Each line: level, minutes, session type, slots with their sets, minutes and seconds of the whole
session. Slots come in order of doing for straight sets (45 minutes), else in order of priority.
All are of a fifth training week with the level's own kit.
"""

from __future__ import annotations

import pytest

from engine.library.model import Experience, Library, Pattern
from engine.plan.model import Format, Workout
from engine.plan.planner.kinds import FOCUS_OF
from engine.plan.workout.build import build_workout
from engine.plan.workout.templates import KITS
from engine.plan.workout.timing import Dose, Pace, main_ms, planned_ms

GRID = """
beginner     15 F  LU2 RH2 CS2 AE2 13:24
beginner     15 A  SQ3 RH2 CS2 AE2 14:19
beginner     15 B  LU3 PH2 HS2 AR2 14:37
beginner     15 L1 SQ3 HS2 LH2 CS2 14:55
beginner     15 U1 PH3 RH3 AE3 PH2 14:25
beginner     20 F  LU3 RH2 CS2 AE2 HG2 19:09
beginner     20 A  SQ3 RH3 CS2 AE2 HG2 19:14
beginner     20 B  LU3 PH3 HS2 AR2 CB2 19:50
beginner     20 L1 SQ3 HS3 LH2 CS2 AE2 19:26
beginner     20 U1 PH3 RH3 AE3 PH3 AR3 19:11
beginner     30 F  LU3 RH3 CS2 AE2 HG2 PH2 28:19
beginner     30 A  SQ3 RH3 CS2 AE2 HG2 LH2 27:21
beginner     30 B  LU3 PH3 HS2 AR2 CB2 LH2 27:57
beginner     30 L1 SQ3 HS3 LH2 CS2 AE2 HG2 27:51
beginner     30 U1 PH3 RH3 AE3 PH3 AR3 26:41
beginner     45 F  LU3 HG2 CS3 PH2 RH3 LH2 AR2 AE2 43:52
beginner     45 A  SQ3 HG2 CS3 PH2 RH3 LH2 AR2 AE2 44:22
beginner     45 B  LU3 HS3 CB2 PH3 RH2 LH2 AR3 AE2 44:09
beginner     45 L1 SQ3 HG3 HS3 CS3 LH3 AE3 43:39
beginner     45 U1 PH3 PH3 RH3 AR3 AE3 32:26
intermediate 15 F  LU2 RH2 CS2 AE2 14:28
intermediate 15 A  SQ3 RH2 CS2 AE2 14:38
intermediate 15 B  LU2 PH2 HS2 AR2 14:20
intermediate 15 L1 SQ3 HS2 LH2 13:20
intermediate 15 U1 PH3 RH3 AE3 PV3 14:31
intermediate 20 F  LU2 RH2 CS2 AE2 HG2 18:03
intermediate 20 A  SQ3 RH3 CS2 AE2 HG2 19:23
intermediate 20 B  LU2 PH2 HS2 AR2 CB2 19:37
intermediate 20 L1 SQ2 HS2 LH2 CS2 AE2 19:13
intermediate 20 U1 PH3 RH3 AE3 PV3 AR3 18:44
intermediate 30 F  LU3 RH3 CS2 AE2 HG2 PH2 29:21
intermediate 30 A  SQ3 RH3 CS2 AE2 HG2 LH2 28:18
intermediate 30 B  LU2 PH2 HS2 AR2 CB2 LH2 28:12
intermediate 30 L1 SQ2 HS2 LH2 CS2 AE2 HG2 27:18
intermediate 30 U1 PH3 RH3 AE3 PV3 AR3 RH3 29:54
intermediate 45 F  LU3 HG2 CS2 PH2 RH3 LH2 AR2 AE2 43:18
intermediate 45 A  SQ3 HG2 CS3 PV2 RH3 LH2 AR2 AE2 44:56
intermediate 45 B  LU3 HS2 CB2 PH3 RH2 LH2 AR2 AE2 43:12
intermediate 45 L1 SQ3 HG2 HS3 CS3 LH3 AE3 43:37
intermediate 45 U1 PH3 PV3 RH3 RH3 AR3 AE3 37:39
advanced     15 F  LU3 RH2 CS2 AE2 14:49
advanced     15 A  SQ3 RH3 CS2 AE2 13:55
advanced     15 B  LU2 PH2 HS2 AR2 13:34
advanced     15 L1 SQ3 HS3 LH2 CS2 14:23
advanced     15 U1 PH3 RH3 AE3 PV2 14:25
advanced     20 F  LU3 RH3 CS3 AE3 19:52
advanced     20 A  SQ3 RH3 CS3 AE3 17:34
advanced     20 B  LU3 PH3 HS3 AR2 18:56
advanced     20 L1 SQ3 HS3 LH3 CS3 18:07
advanced     20 U1 PH3 RH3 AE3 PV3 16:40
advanced     30 F  LU3 RH3 CS3 AE3 HG3 29:20
advanced     30 A  SQ3 RH3 CS3 AE3 HG3 27:02
advanced     30 B  LU3 PH3 HS2 AR2 CB2 26:51
advanced     30 L1 SQ3 HS3 LH3 CS3 AE3 28:02
advanced     30 U1 PH3 RH3 AE3 PV3 AR3 28:20
advanced     45 F  LU3 HG3 CS3 PH2 RH3 AE3 43:42
advanced     45 A  SQ3 HG3 CS3 RH3 LH3 AE3 43:57
advanced     45 B  LU3 HS3 CB3 PH3 LH2 AR3 44:16
advanced     45 L1 SQ3 HG2 HS3 CS3 LH3 AE3 44:24
advanced     45 U1 PH3 PV3 RH3 RV3 AR3 AE3 36:42
"""
CODES = {
    Pattern.SQUAT: "SQ",
    Pattern.HINGE: "HG",
    Pattern.HIP_EXTENSION: "HS",
    Pattern.LUNGE: "LU",
    Pattern.CALF_STRAIGHT: "CS",
    Pattern.CALF_BENT: "CB",
    Pattern.PUSH_HORIZONTAL: "PH",
    Pattern.PUSH_VERTICAL: "PV",
    Pattern.PULL_HORIZONTAL: "RH",
    Pattern.PULL_VERTICAL: "RV",
    Pattern.ANTI_EXTENSION: "AE",
    Pattern.ANTI_ROTATION: "AR",
    Pattern.LATERAL_HIP: "LH",
}


@pytest.mark.parametrize("line", GRID.strip().splitlines())
def test_a_session_has_the_sets_and_the_length_of_the_grid(library: Library, line: str) -> None:
    level, minutes, kind, *cell = line.split()
    experience = Experience(level)
    workout = build_workout(
        library,
        experience=experience,
        focus=FOCUS_OF[kind],
        minutes=int(minutes),
        gear=KITS[experience],
        week=5,
        kind=kind,
    )
    assert as_cell(library, workout) == cell


def as_cell(library: Library, workout: Workout) -> list[str]:
    sets = {planned.exercise: planned.of for planned in workout.sets if planned.main}
    by_priority = [id for id, _ in workout.patterns]
    order = workout.exercises if workout.format is Format.STRAIGHT else by_priority
    slots = [f"{CODES[library.exercises[id].pattern]}{sets[id]}" for id in order]
    doses = tuple(Dose(library.exercises[id], sets[id]) for id in by_priority)
    pace = Pace.of(workout.minutes, workout.experience, None)
    around = planned_ms(planned for planned in workout.sets if not planned.main)
    minutes, seconds = divmod((main_ms(doses, pace) + around) // 1000, 60)
    return [*slots, f"{minutes}:{seconds:02d}"]

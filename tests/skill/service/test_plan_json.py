"""A plan as JSON: the shape that programs and pages read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from engine.cues import Say
from engine.library.load import embedded_library
from engine.library.model import Experience, Gear
from engine.plan.athlete.runs import Run, RunKind
from engine.plan.model import Dosage, Focus, Format, Phase, RestKind, Workout
from engine.plan.planner.model import Plan, PlannedDay, PlannedSession, PlannedWeek
from engine.plan.reasons import because
from engine.plan.workout.build import Built, Wish, build
from engine.plan.workout.prescribe import Aim
from engine.units import SECOND, Load, Ms, Unit
from skill.service.plan_json import exercises_json, plan_json, rests_of

LIBRARY = embedded_library()
MONDAY = date(2026, 11, 23)
GEAR = frozenset({Gear.DUMBBELL, Gear.STEP})


def built(minutes: int = 30, **more: Any) -> Built:
    wish = Wish(Experience.INTERMEDIATE, Focus.FULL, minutes, GEAR, week=5, **more)
    return build(LIBRARY, wish)


def says(said: Say) -> str:
    return f"<{said.phrase}>"


def week_of(built: Built) -> dict[str, Any]:
    """A week with a session on its Tuesday, as JSON that went through text."""
    tuesday = date(2026, 11, 24)
    run = Run(tuesday, RunKind.EASY, done=True, distance_m=8_500, minutes=50)
    days = (
        PlannedDay(MONDAY, (Run(MONDAY, RunKind.HARD),), rest=(because("run_today"),)),
        PlannedDay(tuesday, (run,), PlannedSession(tuesday, built.workout, built.length)),
        PlannedDay(date(2026, 11, 25), (), done=True),
    )
    week = PlannedWeek(MONDAY, Phase.RACE_WEEK, days, (because("no_rest_day"),), 232)
    plan = json.loads(json.dumps(plan_json(Plan((week,)), says)))
    (found,) = plan["weeks"]
    assert isinstance(found, dict)
    return found


def test_a_week_tells_its_phase_its_days_and_what_could_not_be() -> None:
    week = week_of(built())
    assert week["start"] == "2026-11-23"
    assert week["phase"] == "race_week"
    assert week["notes"] == [{"code": "no_rest_day", "says": "<because_no_rest_day>"}]
    assert week["cost"] == 19.33
    assert [day["date"] for day in week["days"]] == ["2026-11-23", "2026-11-24", "2026-11-25"]
    assert [day["done"] for day in week["days"]] == [False, False, True]


def test_a_day_of_rest_says_why() -> None:
    monday = week_of(built())["days"][0]
    assert monday["session"] is None
    assert monday["rest"] == [{"code": "run_today", "says": "<because_run_today>"}]
    assert monday["runs"] == [{"kind": "hard", "done": False, "distance_km": None, "minutes": None}]


def test_a_run_tells_what_is_known_of_it() -> None:
    assert week_of(built())["days"][1]["runs"] == [
        {"kind": "easy", "done": True, "distance_km": 8.5, "minutes": 50}
    ]


def test_a_session_tells_its_minutes_to_one_decimal() -> None:
    whole = built(kind="A", dosage=Dosage.LIGHT)
    session = week_of(whole)["days"][1]["session"]
    assert session["focus"] == "full"
    assert session["kind"] == "A"
    assert session["format"] == "pairs"
    assert session["dose"] == "light"
    assert session["minutes"] == round(whole.length / 60_000, 1)
    assert session["why"] == [reason.code for reason in whole.workout.reasons]
    assert session["warm_up"][0]["move"] == "jog_on_spot"
    assert sum(move["seconds"] for move in session["warm_up"] + session["cool_down"]) > 240


def test_an_exercise_stands_once_with_all_its_numbers() -> None:
    found = exercises_json(built(kind="A").workout)
    assert [one["exercise"] for one in found][:2] == ["goblet_squat", "bent_over_row"]
    assert found[0] == {
        "exercise": "goblet_squat",
        "block": "main",
        "pattern": "squat",
        "sets": 3,
        "reps": [8, 12],
        "hold_s": None,
        "contacts": None,
        "target": 8,
        "per_side": False,
        "load": None,
        "unit": None,
        "tempo": "3-1-1-0",
        "rest_s": 60,
        "rir": 2,
        "why": found[0]["why"],
    }


def test_holds_contacts_and_sides_are_told_apart() -> None:
    by_id = {one["exercise"]: one for one in exercises_json(built(kind="A", jumps=True).workout)}
    assert by_id["pogo_fast"]["contacts"] == [15, 20]
    assert by_id["pogo_fast"]["reps"] is by_id["pogo_fast"]["hold_s"] is None
    assert by_id["side_plank"]["hold_s"] == [20, 40]
    assert by_id["side_plank"]["per_side"] is True
    assert by_id["side_plank"]["tempo"] is None


def test_a_load_is_told_in_the_unit_it_was_said_in() -> None:

    aims = (("goblet_squat", Aim(load=Load.of(22.5, Unit.LB))),)
    squat = exercises_json(built(kind="A", aims=aims).workout)[0]
    assert (squat["load"], squat["unit"]) == (22.5, "lb")


@pytest.mark.parametrize(
    ("minutes", "rests"),
    [
        (15, {"goblet_squat": 30, "plank_leg_lift": 30}),
        (20, {"goblet_squat": 45, "db_rdl": 45}),
        (30, {"goblet_squat": 60, "bent_over_row": 60, "side_plank": 60}),
        (45, {"goblet_squat": 90, "standing_press": 60, "side_plank": 30, "plank_leg_lift": 45}),
    ],
)
def test_the_rest_is_that_of_the_round_the_pair_or_the_set(
    minutes: int, rests: dict[str, int]
) -> None:
    found = {
        one["exercise"]: one["rest_s"] for one in exercises_json(built(minutes, kind="A").workout)
    }
    assert rests.items() <= found.items()


def test_a_single_round_rests_as_long_as_its_changes() -> None:
    workout = built(20, kind="L1", dosage=Dosage.LIGHT).workout
    assert workout.format is Format.CIRCUIT
    assert {planned.of for planned in workout.sets if planned.main} == {1}
    assert set(rests_of(workout).values()) == {15 * SECOND}


def test_every_exercise_has_its_rest_in_every_session() -> None:
    for minutes in (15, 20, 30, 45):
        for focus in Focus:
            for dosage in Dosage:
                wish = Wish(
                    Experience.ADVANCED, focus, minutes, frozenset(Gear), week=5, dosage=dosage
                )
                workout = build(LIBRARY, wish).workout
                rests = rests_of(workout)
                assert set(rests) == set(workout.exercises)
                assert all(_least_rest(workout) <= rest for rest in rests.values())


def _least_rest(workout: Workout) -> Ms:
    """No pause is told shorter than the plain rest that is planned."""
    planned = [p.rest_ms for p in workout.sets if p.main and p.rest_kind is RestKind.REST]
    return min(planned, default=Ms(0))

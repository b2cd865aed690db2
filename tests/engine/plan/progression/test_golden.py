"""The fifteen transitions that the programming model was specified with, to the number."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from engine.library.model import Experience, Gear
from engine.plan.model import Effort, Level
from engine.plan.progression.outcome import Reach
from engine.plan.progression.step import Step, Terms, stepped
from engine.units import Load
from tests.engine.plan.progression.doing import (
    EASY,
    GYM,
    HARD,
    LIBRARY,
    MONDAY,
    OWNED,
    RIGHT,
    did,
    exercise,
    kg,
)


@dataclass(frozen=True)
class Transition:
    """One line of the table."""

    id: str
    before: Level
    done: tuple[int, ...]
    effort: Effort | None
    action: str
    load: Load | None
    target: int
    streak: int = 0
    fails: int = 0
    failed: bool = False
    hurt: bool = False
    rung: str | None = None
    weights: tuple[Load, ...] = ()
    gear: frozenset[Gear] = GYM


def at(id: str, target: int, load: float | None = None, streak: int = 0, fails: int = 0) -> Level:
    return Level(id, None, target, None if load is None else kg(load), streak, fails)


HEELS = "one_leg_calf_raise_step"
TABLE = (
    Transition("P1", at("goblet_squat", 8, 16), (8, 8, 8), RIGHT, "rep_up", kg(16), 9),
    Transition("P2", at("goblet_squat", 9, 16), (9, 9), EASY, "rep_up", kg(16), 11),
    Transition(
        *("P3", at("goblet_squat", 12, 30), (12, 12, 12), RIGHT, "hold_steady", kg(30), 12),
        streak=1,
    ),
    Transition(
        *("P4", at("goblet_squat", 12, 30, streak=1), (12, 12, 12), RIGHT),
        *("load_up", kg(32.5), 8),
    ),
    Transition("P5", at("goblet_squat", 12, 30), (12, 12, 12), EASY, "load_up", kg(32.5), 8),
    Transition(
        *("P6", at("bent_over_row", 12, 10, streak=1), (12, 12), RIGHT),
        *("load_earned", kg(10), 15),
        weights=OWNED,
    ),
    Transition(
        *("P7", at("bent_over_row", 15, 10, streak=1), (15, 15), RIGHT, "load_up", kg(12), 8),
        weights=OWNED,
    ),
    Transition(
        *("P8", at("db_rdl", 10, 40), (10, 9, 7), None, "repeat", kg(40), 10),
        fails=1,
        failed=True,
    ),
    Transition(
        *("P9", at("db_rdl", 10, 40, fails=1), (10, 8, 8), None, "load_down", kg(36), 8),
        failed=True,
    ),
    Transition("P10", at("push_up", 10), (10, 10), HARD, "hold_steady", None, 10),
    Transition(
        *("P11", at("bw_squat", 15, streak=1), (15, 15), RIGHT, "rung_up", None, 15),
        rung="slow_squat",
        gear=frozenset(),
    ),
    Transition("P12", at("forearm_plank", 30), (30, 30), RIGHT, "hold_up", None, 35),
    Transition(
        *("P13", at(HEELS, 12), (12,), None, "pain_down", None, 12),
        hurt=True,
        rung="one_leg_calf_raise",
    ),
    Transition(
        *("P14", at("split_squat", 10), (6,), None, "pain_down", None, 10),
        hurt=True,
        rung="supported_split_squat",
    ),
    Transition(
        *("P15", at("barbell_squat", 6, 80, streak=1), (6, 6, 6), RIGHT, "load_up", kg(85), 4),
    ),
)


def taken(row: Transition) -> Step:
    reach = Reach(LIBRARY, Experience.INTERMEDIATE, row.gear, weights=row.weights)
    this = exercise(row.before.exercise)
    terms = Terms(this, MONDAY, reach.rung(this, +1), reach.rung(this, -1), row.weights)
    result = did(
        row.before.exercise,
        *row.done,
        target=row.before.target,
        load=row.before.load,
        effort=row.effort,
        failed=row.failed,
        hurt=row.hurt,
    )
    return stepped(row.before, result, terms)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_every_transition_of_the_model_comes_out_to_the_number(row: Transition) -> None:
    step = taken(row)
    level = step.level
    assert step.code == row.action
    assert level.load == row.load
    assert (level.target, level.streak, level.fails) == (row.target, row.streak, row.fails)
    assert (step.rung.id if step.rung else None) == row.rung


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_every_transition_says_why_on_its_day(row: Transition) -> None:
    step = taken(row)
    assert step.level.why == step.reason
    assert step.level.changed == MONDAY


def test_the_first_miss_brings_half_a_minute_more_rest_and_the_second_takes_it_back() -> None:
    first, second = (taken(row).level for row in TABLE if row.id in ("P8", "P9"))
    assert first.more_rest_s == 30
    assert second.more_rest_s == 0


def test_a_session_at_the_earned_reps_is_done_twice_before_the_weight_rises() -> None:
    earned = next(row for row in TABLE if row.id == "P7")
    once = replace(earned, before=replace(earned.before, streak=0))
    assert (taken(once).code, taken(once).level.streak) == ("hold_steady", 1)

"""Around a race: less before it, nothing right before it, legs at rest after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import MARATHON_KM, Race, RacePriority, Run
from engine.plan.book import Book
from engine.plan.model import Dosage, Phase
from engine.plan.progression.model import Training
from tests.engine.plan.planner.athletes import (
    DUMBBELLS_AND_STEP,
    EASY,
    HARD,
    INTERMEDIATE,
    LONG,
    MONDAY,
    RACE,
    athlete,
    days_of,
    done,
    planned,
    trained,
)

RUNNER = athlete(
    INTERMEDIATE, {"tue": EASY, "thu": HARD, "sun": LONG}, 2, 30, DUMBBELLS_AND_STEP, impact_ok=True
)
LIVELY = tuple(
    athlete(INTERMEDIATE, {}, 2, minutes, DUMBBELLS_AND_STEP, impact_ok=True)
    for minutes in (30, 37, 45, 60)
)
SUNDAY = MONDAY + timedelta(days=20)
HALF_KM = 21.0975

USUAL, BOTH_LIGHT = "tue A, fri B", "tue A light, fri B light"
SHORT, ONCE, HALVED = "tue T light", "fri F light", "mon A, wed B light"
WEEKS = (
    (5.0, "A", (USUAL, USUAL, SHORT, BOTH_LIGHT, USUAL)),
    (10.0, "A", (USUAL, USUAL, SHORT, BOTH_LIGHT, USUAL)),
    (HALF_KM, "A", (USUAL, "tue A, fri B light", SHORT, ONCE, "tue A light, fri B")),
    (MARATHON_KM, "A", (USUAL, BOTH_LIGHT, SHORT, "", BOTH_LIGHT)),
    (80.0, "A", (USUAL, BOTH_LIGHT, SHORT, "", ONCE)),
    (10.0, "B", (USUAL, USUAL, HALVED, BOTH_LIGHT, USUAL)),
    (HALF_KM, "B", (USUAL, USUAL, HALVED, ONCE, "tue A light, fri B")),
    (MARATHON_KM, "C", (USUAL, USUAL, USUAL, USUAL, BOTH_LIGHT)),
)


@pytest.mark.parametrize(("km", "priority", "weeks"), WEEKS)
def test_weeks_around_a_race_on_the_third_sunday(
    km: float, priority: str, weeks: tuple[str, ...]
) -> None:
    """The marathon for fun changes nothing but its eve; the last week of that row is a deload."""
    race = Race(SUNDAY, km, RacePriority(priority))
    plan = planned(replace(RUNNER, races=(race,)), MONDAY, 5)
    assert tuple(days_of(week) for week in plan.weeks) == weeks


@pytest.mark.parametrize(
    ("km", "phases"),
    [
        (10.0, "build build race_week recovery build"),
        (HALF_KM, "build taper race_week recovery build"),
        (MARATHON_KM, "build taper race_week recovery recovery"),
        (80.0, "build taper race_week recovery recovery"),
    ],
)
def test_phases_around_an_important_race(km: float, phases: str) -> None:
    plan = planned(replace(RUNNER, races=(Race(SUNDAY, km),)), MONDAY, 5)
    assert " ".join(week.phase for week in plan.weeks) == phases


RACE_DAYS = (
    ("mon", "mon A, wed B light, fri A | mon B light, wed T light |"),
    ("tue", "mon A, wed B light, fri A | tue B light, fri T light |"),
    ("wed", "mon A, wed B light, fri A | mon B light, wed A light, fri T light |"),
    ("thu", "mon A, wed B light, fri A | mon B, wed A light, fri T light |"),
    ("fri", "mon A, wed B light, fri A | mon B, wed A light, fri B light | mon T light"),
    ("sat", "mon A, wed B light, fri A | mon B, wed A light, fri B light | tue T light"),
)


@pytest.mark.parametrize(("day", "weeks"), RACE_DAYS)
def test_the_last_days_hold_one_short_session_on_whatever_day_the_race_is(
    day: str, weeks: str
) -> None:
    race = Race(MONDAY + timedelta(days=14 + list(Weekday).index(Weekday(day))), HALF_KM)
    plan = planned(replace(RUNNER, days_per_week=3, races=(race,)), MONDAY, 3)
    before = (
        ", ".join(
            days_of(replace(week, days=(each,)))
            for each in week.days
            if each.session and each.day < race.day
        )
        for week in plan.weeks
    )
    assert " | ".join(before).strip() == weeks


def test_the_short_session_is_not_repeated_after_a_sunday() -> None:
    friday = date(2026, 12, 11)
    profile = replace(RUNNER, races=(Race(friday, HALF_KM),))
    last = MONDAY + timedelta(days=12)
    week = planned(Book(profile, trained(done(last, "T"))), MONDAY + timedelta(days=14)).weeks[0]
    assert all(each.day > friday for each in week.sessions)
    assert [reason.code for reason in week.days[0].rest] == ["race_week_enough"]


def test_the_stricter_of_two_races_decides() -> None:
    fun = Race(MONDAY + timedelta(days=13), 10, RacePriority.C)
    plan = planned(replace(RUNNER, races=(Race(SUNDAY, MARATHON_KM), fun)), MONDAY, 3)
    assert days_of(plan.weeks[1]) == "tue A light, fri B light"
    assert plan.weeks[1].days[5].rest[0].code == "race_near"
    assert days_of(plan.weeks[2]) == "tue T light"


def test_a_race_every_week_bars_its_day_and_its_eve_alone() -> None:
    parkrun = replace(RUNNER, run_days=((Weekday.TUE, EASY), (Weekday.SAT, RACE)))
    plan = planned(parkrun, MONDAY, 3)
    assert {week.phase for week in plan.weeks} == {"build"}
    assert [days_of(week) for week in plan.weeks] == ["mon A, thu B"] * 3
    rests = {day.day.weekday(): day.rest[0].code for day in plan.weeks[0].days if day.rest}
    assert (rests[4], rests[5], rests[6]) == ("race_near", "run_today", "after_race")


def test_a_race_told_for_one_day_is_run_for_fun() -> None:
    book = Book(RUNNER, runs=(Run(MONDAY + timedelta(days=5), RACE),))
    week = planned(book).weeks[0]
    assert days_of(week) == "mon A, wed B light"
    assert week.days[4].rest[0].code == "race_near"


def test_after_a_race_yesterday_the_plan_is_the_nearest_and_says_so() -> None:
    over = replace(RUNNER, races=(Race(MONDAY - timedelta(days=1), MARATHON_KM),))
    plan = planned(over, MONDAY, 3)
    assert [note.code for note in plan.weeks[0].notes] == ["race_past"]
    assert [days_of(week) for week in plan.weeks] == [
        *("", "tue A light, fri B light", "tue A, fri B"),
    ]
    assert {day.rest[0].code for day in plan.weeks[0].days} == {"after_race", "run_today"}


def test_a_race_over_for_more_than_a_week_or_followed_by_another_is_not_mentioned() -> None:
    long_ago = Race(MONDAY - timedelta(days=8))
    assert planned(replace(RUNNER, races=(long_ago,))).weeks[0].notes == ()
    two = (Race(MONDAY - timedelta(days=6)), Race(MONDAY + timedelta(days=60)))
    assert planned(replace(RUNNER, races=two)).weeks[0].notes == ()


def test_upper_body_may_be_trained_while_the_legs_rest() -> None:
    four = replace(RUNNER, days_per_week=4, races=(Race(MONDAY - timedelta(days=1), HALF_KM),))
    week = planned(four).weeks[0]
    resting = [each for each in week.sessions if each.day < MONDAY + timedelta(days=3)]
    assert all(not each.workout.legs for each in resting)


FOUR = athlete(INTERMEDIATE, {"tue": EASY, "thu": HARD, "sun": LONG}, 4, 30, DUMBBELLS_AND_STEP)
AFTER = (
    (MARATHON_KM, "mon U1 light, fri U2 light"),
    (HALF_KM, "tue U1 light, fri L2 light, sat U2 light"),
    (10.0, "mon U2 light, tue L1 light, wed U1 light, fri L2 light"),
)


@pytest.mark.parametrize(("km", "days"), AFTER)
def test_who_trains_four_times_goes_on_with_the_upper_body_after_a_race(
    km: float, days: str
) -> None:
    over = Book(
        replace(FOUR, races=(Race(MONDAY - timedelta(days=1), km),)),
        trained(done(MONDAY - timedelta(days=7), "L2"), done(MONDAY - timedelta(days=6), "U2")),
    )
    assert days_of(planned(over).weeks[0]) == days


@pytest.mark.parametrize("km", [MARATHON_KM, HALF_KM, 10.0])
def test_after_a_race_the_week_goes_on_as_planned_once_it_has_begun(km: float) -> None:
    book = Book(replace(FOUR, races=(Race(MONDAY - timedelta(days=1), km),)))
    first, *others = planned(book).weeks[0].sessions
    begun = replace(book, training=trained(done(first.day, first.workout.kind)))
    later = planned(begun, first.day + timedelta(days=1)).weeks[0].sessions
    assert [(s.day, s.workout.kind) for s in later] == [(s.day, s.workout.kind) for s in others]


def test_the_upper_body_rests_as_well_in_the_last_week_before_another_race() -> None:
    two = (Race(MONDAY - timedelta(days=1), MARATHON_KM), Race(MONDAY + timedelta(days=8), 10))
    week = planned(replace(FOUR, races=two)).weeks[0]
    assert days_of(week) == "mon U1 light"


def test_legs_and_upper_body_change_places_where_that_suits_the_runs() -> None:
    """After a long run on Sunday the legs come on Tuesday."""
    training = trained(done(MONDAY - timedelta(days=2), "U2"))
    week = planned(Book(FOUR, training)).weeks[0]
    assert days_of(week) == "mon U2, tue L1, wed U1, fri L2"
    without = planned(Book(replace(FOUR, run_days=()), training)).weeks[0]
    assert [each.workout.kind for each in without.sessions] == ["L1", "U1", "L2", "U2"]


def test_an_easy_week_is_not_put_right_before_a_taper() -> None:
    """The taper rests as well, and two easy weeks would cost strength."""
    due_in_five = replace(RUNNER, races=(Race(MONDAY + timedelta(days=48), MARATHON_KM),))
    phases = [week.phase for week in planned(due_in_five, MONDAY, 7).weeks]
    assert phases == ["build"] * 5 + ["taper", "race_week"]


def test_no_new_exercise_comes_in_a_taper_or_a_race_week() -> None:
    book = Book(replace(RUNNER, races=(Race(SUNDAY, MARATHON_KM),)), Training(blocks=2))
    build, taper, race_week = planned(book, MONDAY, 3).weeks
    known = {id for each in build.sessions for id in each.workout.exercises}
    for week in (taper, race_week):
        assert {id for each in week.sessions for id in each.workout.exercises} <= known


def test_before_a_race_nothing_jumps() -> None:
    plan = planned(replace(RUNNER, races=(Race(SUNDAY, MARATHON_KM),)), MONDAY, 3)
    sessions = [each.workout for week in plan.weeks for each in week.sessions]
    jumps = [any("pogo" in id for id in workout.exercises) for workout in sessions]
    assert jumps == [True, True, False, False, False]


@pytest.mark.parametrize("runner", LIVELY, ids=lambda runner: f"{runner.minutes} minutes")
@pytest.mark.parametrize("priority", ["A", "B"])
def test_the_minutes_of_the_jumps_are_not_filled_before_a_race(
    runner: Profile, priority: str
) -> None:
    """Nor in an easy week: halved or not, no exercise has more sets than in a usual session."""
    race = Race(SUNDAY, MARATHON_KM, RacePriority(priority))
    usual = {s.workout.kind: s.workout for s in planned(runner).weeks[0].sessions}
    before = [
        s
        for week in planned(replace(runner, races=(race,)), MONDAY, 3).weeks[1:]
        for s in week.sessions
    ]
    easy = planned(runner, MONDAY, 5).weeks[4]
    assert easy.phase is Phase.DELOAD
    for workout in (each.workout for each in (*before, *easy.sessions)):
        of_usual = usual.get(workout.kind, usual["A"]).sets_by_exercise
        halved = workout.dosage is Dosage.LIGHT and workout.kind in usual
        for id, sets in workout.sets_by_exercise.items():
            assert sets <= (-(-of_usual[id] // 2) if halved else of_usual[id]), (workout.kind, id)


def test_a_session_of_a_race_week_says_which_race() -> None:
    plan = planned(replace(RUNNER, races=(Race(SUNDAY, MARATHON_KM),)), MONDAY, 5)
    first = [week.sessions[0].workout.reasons[0].code for week in plan.weeks if week.sessions]
    assert first == ["day_easy_run", "phase_taper", "phase_race_week", "phase_recovery"]
    assert plan.weeks[2].sessions[0].workout.dosage is Dosage.LIGHT

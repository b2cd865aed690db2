"""What changes when a day goes otherwise: done, missed, skipped, moved, ill, tired, away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.library.model import Gear
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.days import DayNote, Diary, Readiness
from engine.plan.athlete.runs import Run
from engine.plan.book import Book
from engine.plan.model import Dosage, Workout
from engine.plan.planner.model import PlannedWeek
from engine.plan.planner.moving import moved, refusal
from engine.plan.progression.model import SessionResult
from engine.plan.workout.timing import planned_ms
from engine.units import MINUTE
from tests.engine.plan.planner.athletes import (
    DUMBBELLS_AND_STEP,
    EASY,
    HARD,
    INTERMEDIATE,
    LIBRARY,
    LONG,
    MONDAY,
    athlete,
    days_of,
    done,
    planned,
    trained,
)

RUNNER = athlete(
    INTERMEDIATE, {"tue": EASY, "thu": HARD, "sun": LONG}, 2, 30, DUMBBELLS_AND_STEP, impact_ok=True
)
FOUR = replace(RUNNER, days_per_week=4)
THREE = replace(RUNNER, days_per_week=3)


def day(n: int) -> date:
    """So many days after the Monday."""
    return MONDAY + timedelta(days=n)


def diary(*notes: DayNote) -> Diary:
    return Diary(notes)


def at(n: int, kind: str) -> SessionResult:
    return done(day(n), "", legs=False) if kind == OF_OWN else done(day(n), kind)


AB, BA = "tue A, fri B", "tue B, fri A"
ABA, BAB = "mon A, wed B light, fri A", "mon B, wed A light, fri B"
OF_OWN = "upper"
WEEKS = (
    ("nothing done yet", RUNNER, (), 0, AB, AB),
    ("a missed day moves to the next legal one", RUNNER, (), 2, "wed A light, fri B", AB),
    ("too late for two, one works the whole body", RUNNER, (), 3, "fri F", AB),
    ("nothing fits any more", RUNNER, (), 6, "", AB),
    ("a done session counts, and the other stays", RUNNER, ((1, "A"),), 2, "fri B", AB),
    ("never two on a day", RUNNER, ((1, "A"),), 1, "fri B", AB),
    ("a day early", RUNNER, ((0, "A"),), 1, "fri B", AB),
    ("what was skipped comes first next week", RUNNER, ((-6, "A"),), 0, BA, BA),
    ("three take turns at leading", THREE, (), 0, ABA, BAB),
    ("an upper body session of one's own does not count", RUNNER, ((0, OF_OWN),), 0, AB, AB),
    ("nor do gentle moves", RUNNER, ((1, "mobility"),), 1, AB, AB),
    ("more than was wanted is enough", RUNNER, ((0, "A"), (1, "B"), (2, "A")), 3, "", BA),
    ("days too close were a choice; more are not", THREE, ((0, "A"), (1, "B")), 2, "fri A", BAB),
    (
        *("a split week goes on split", FOUR, ((0, "L1"),), 3),
        *("fri U1, sat L2 light", "mon U2, tue L1, wed U1, fri L2"),
    ),
    ("race week leaves the turn where it was", RUNNER, ((-12, "A"), (-5, "T")), 0, BA, BA),
    ("a Sunday's legs leave Monday free", THREE, ((-1, "A"),), 0, "tue B, fri A", BAB),
)


@pytest.mark.parametrize(
    ("label", "profile", "past", "today", "this", "following"), WEEKS, ids=[w[0] for w in WEEKS]
)
def test_the_rest_of_the_week(
    label: str,
    profile: object,
    past: tuple[tuple[int, str], ...],
    today: int,
    this: str,
    following: str,
) -> None:
    training = trained(*(at(n, kind) for n, kind in past))
    plan = planned(Book(profile, training), day(today), 2)  # type: ignore[arg-type]
    assert [days_of(week) for week in plan.weeks] == [this, following]


def test_past_days_show_what_was_done_and_nothing_else() -> None:
    week = planned(Book(RUNNER, trained(at(1, "A"))), day(3)).weeks[0]
    assert [each.done for each in week.days] == [False, True, *[False] * 5]
    assert [each.rest[0].code for each in week.days[:3:2]] == ["day_past", "day_past"]


# The athlete's word on a day


def test_a_skipped_day_goes_to_the_next_legal_one() -> None:
    book = Book(RUNNER, diary=diary(DayNote(day(1), off=True)))
    week = planned(book, day(1)).weeks[0]
    assert days_of(week) == "wed A light, fri B"
    assert week.days[1].rest[0].code == "athlete_off"


def test_a_moved_session_stays_where_it_was_put() -> None:
    book = moved(Book(RUNNER), day(1), day(4), day(5))
    week = planned(book, day(1)).weeks[0]
    assert days_of(week) == "tue A, sat B light"
    assert week.sessions[1].workout.reasons[0].code == "moved_here"


def test_a_session_may_be_moved_to_a_day_that_is_not_usually_free() -> None:
    busy = replace(RUNNER, available=frozenset({Weekday.TUE, Weekday.FRI}))
    book = moved(Book(busy), day(1), day(1), day(2))
    assert days_of(planned(book, day(1)).weeks[0]) == "wed A light, fri B"


def test_a_session_moved_into_next_week_makes_that_week_no_fuller() -> None:
    plan = planned(moved(Book(RUNNER), day(1), day(4), day(7)), day(1), 2)
    assert days_of(plan.weeks[1]) == "mon A, fri B"


def test_of_two_wishes_that_exclude_each_other_one_is_kept() -> None:
    book = moved(moved(Book(RUNNER), day(0), None, day(4)), day(0), None, day(5))
    assert days_of(planned(book).weeks[0]) == "tue A, fri B"


REFUSALS = (
    (-1, "day_past"),
    (1, None),
    (2, None),
    (3, "run_today"),
    (4, None),
    (5, None),
    (6, "run_today"),
    (7, None),
    (70, "too_far"),
)


@pytest.mark.parametrize(("to", "code"), REFUSALS)
def test_a_move_is_refused_by_hard_rules_alone(to: int, code: str | None) -> None:
    reason = refusal(Book(RUNNER), LIBRARY, day(0), day(to))
    assert (reason and reason.code) == code


def test_a_move_next_to_done_legs_or_onto_a_done_day_is_refused() -> None:
    book = Book(RUNNER, trained(at(1, "A")))
    assert (refusal(book, LIBRARY, day(1), day(2)) or "").code == "legs_rested"  # type: ignore[union-attr]
    assert (refusal(book, LIBRARY, day(1), day(1)) or "").code == "done_today"  # type: ignore[union-attr]


# Feeling and circumstances: today alone


def sets_and_rir(workout: Workout) -> tuple[int, int]:
    main = [planned for planned in workout.sets if planned.main]
    return sum(workout.sets_by_exercise.values()), main[0].rir


def test_on_a_tired_day_a_set_less_and_a_rep_more_in_reserve() -> None:
    usual = planned(RUNNER, day(1), 1).weeks[0]
    book = Book(RUNNER, diary=diary(DayNote(day(1), readiness=Readiness.AMBER)))
    tired = planned(book, day(1)).weeks[0]
    first, easier = usual.sessions[0].workout, tired.sessions[0].workout
    kept = {id: n for id, n in first.sets_by_exercise.items() if "pogo" not in id}
    assert easier.sets_by_exercise == {id: max(1, n - 1) for id, n in grown(kept).items()}
    assert sets_and_rir(easier)[1] == sets_and_rir(first)[1] + 1
    assert easier.reasons[0].code == "easier_day"
    assert tired.sessions[1] == usual.sessions[1]


def grown(sets: dict[str, int]) -> dict[str, int]:
    """What fits once the jumps are left out: the most important four get a third set."""
    return {id: 3 if place < 2 else n for place, (id, n) in enumerate(sets.items())}


def test_an_ill_day_has_no_session_and_the_next_one_is_light_once() -> None:
    book = Book(RUNNER, diary=diary(DayNote(day(1), readiness=Readiness.RED)))
    plan = planned(book, day(1), 3)
    assert plan.weeks[0].days[1].rest[0].code == "ill_today"
    assert plan.weeks[0].sessions[0].workout.reasons[0].code == "after_illness"
    later = [each for week in plan.weeks for each in week.sessions][1:]
    assert {each.workout.dosage for each in later} == {Dosage.NORMAL}


def test_after_a_session_the_illness_is_forgotten() -> None:
    ill = diary(DayNote(day(-4), readiness=Readiness.RED))
    back = Book(RUNNER, trained(at(-2, "A")), diary=ill)
    assert days_of(planned(back).weeks[0]) == "tue B, fri A"
    told = Book(RUNNER, replace(trained(at(-9, "A")), ill=True))
    assert days_of(planned(told).weeks[0]) == "tue B light, fri A"


@pytest.mark.parametrize("minutes", [5, 10, 15, 45, 60])
def test_minutes_of_one_day_change_that_day_alone(minutes: int) -> None:
    book = Book(RUNNER, diary=diary(DayNote(day(1), minutes=minutes)))
    first, second = planned(book).weeks[0].sessions
    assert first.workout.minutes == minutes
    assert max(first.length, planned_ms(first.workout.sets)) <= minutes * MINUTE
    assert second == planned(RUNNER).weeks[0].sessions[1]


def test_equipment_of_one_day_changes_that_day_alone() -> None:
    travelling = diary(DayNote(day(1), gear=frozenset({Gear.BAND})))
    first, second = planned(Book(RUNNER, diary=travelling)).weeks[0].sessions
    assert first.workout.gear == {Gear.BAND}
    assert second.workout.gear == set(DUMBBELLS_AND_STEP)


# Runs


def test_a_hard_run_told_for_a_day_moves_its_session() -> None:
    book = Book(RUNNER, runs=(Run(day(4), HARD),))
    week: PlannedWeek = planned(book).weeks[0]
    assert days_of(week) == "tue A, sat B light"
    assert week.days[4].rest[0].code == "run_today"


def test_a_run_told_for_one_week_says_nothing_of_the_next() -> None:
    monday_run = Book(RUNNER, runs=(Run(day(0), HARD),))
    sunday = planned(replace(monday_run, profile=replace(RUNNER, run_days=()))).weeks[0]
    assert all(each.workout.dosage is Dosage.NORMAL for each in sunday.sessions)


def test_a_hard_run_told_for_next_monday_makes_sunday_light() -> None:
    sunday = replace(RUNNER, run_days=(), days_per_week=1, available=frozenset({Weekday.SUN}))
    assert days_of(planned(sunday).weeks[0]) == "sun F"
    assert days_of(planned(Book(sunday, runs=(Run(day(7), HARD),))).weeks[0]) == "sun F light"


def test_after_a_much_longer_run_nothing_jumps_that_week() -> None:
    earlier, longer = Run(day(-7), LONG, True, 10_000), Run(day(0), LONG, True, 11_100)
    week = planned(Book(RUNNER, runs=(earlier, longer)), day(1)).weeks[0]
    assert [note.code for note in week.notes] == ["spike"]
    assert not any("pogo" in id for each in week.sessions for id in each.workout.exercises)
    about_as_long = replace(longer, distance_m=11_000)
    assert planned(Book(RUNNER, runs=(earlier, about_as_long)), day(1)).weeks[0].notes == ()

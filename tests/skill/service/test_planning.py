"""Today is the athlete's own day, clock changes included; a workout fits its minutes as spoken."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from engine.library.load import embedded_library
from engine.library.model import Experience
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Profile, Where
from engine.plan.athlete.runs import RunKind
from engine.plan.book import Book
from engine.plan.model import Focus, Level, Workout
from engine.plan.progression.model import Training
from engine.plan.workout.builtin import BUILTIN_IDS, builtin
from engine.plan.workout.templates import KITS, LONGEST, SHORTEST
from engine.session.commands import Start
from engine.session.state import Course, State
from engine.speech.wording import embedded_wording
from engine.units import MINUTE, Instant, Ms
from skill.service.days import day_of, zone_named
from skill.service.planning import Wanted, fitted, workout_for
from skill.service.scripts import Scripts
from tests.samples import MONDAY

MONDAY_DAY = date(2026, 1, 5)
LIBRARY = embedded_library()
SCRIPTS = Scripts(embedded_wording(), LIBRARY)


def moment(text: str) -> Instant:
    return Instant(int(datetime.fromisoformat(text).astimezone(UTC).timestamp() * 1000))


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2026-03-28T23:30:00+00:00", "Europe/Berlin", date(2026, 3, 29)),
        ("2026-03-29T00:59:59+00:00", "Europe/Berlin", date(2026, 3, 29)),
        ("2026-03-29T21:59:59+00:00", "Europe/Berlin", date(2026, 3, 29)),
        ("2026-03-29T22:00:00+00:00", "Europe/Berlin", date(2026, 3, 30)),
        ("2026-10-25T22:59:59+00:00", "Europe/Berlin", date(2026, 10, 25)),
        ("2026-10-25T23:00:00+00:00", "Europe/Berlin", date(2026, 10, 26)),
        ("2026-11-01T04:30:00+00:00", "America/New_York", date(2026, 11, 1)),
        ("2026-11-02T04:59:59+00:00", "America/New_York", date(2026, 11, 1)),
        ("2026-11-02T05:00:00+00:00", "America/New_York", date(2026, 11, 2)),
        ("2026-04-04T13:00:00+00:00", "Pacific/Auckland", date(2026, 4, 5)),
    ],
)
def test_today_is_the_athletes_own_day_on_both_sides_of_a_clock_change(
    at: str, zone: str, day: date
) -> None:
    assert day_of(moment(at), ZoneInfo(zone)) == day


@pytest.mark.parametrize("name", [None, "Middle/Earth", "", "../etc/passwd"])
def test_an_unknown_time_zone_falls_back_to_the_machines(name: str | None) -> None:
    assert zone_named(name, ZoneInfo("Asia/Tokyo")) == ZoneInfo("Asia/Tokyo")


def lasts(state: State):  # type: ignore[no-untyped-def]
    def measured(workout: Workout) -> Ms:
        return SCRIPTS.left(state, MONDAY, workout)

    return measured


@pytest.mark.parametrize("id", BUILTIN_IDS)
@pytest.mark.parametrize("week", [1, 6])
def test_every_builtin_workout_fits_its_minutes_even_fully_explained(id: str, week: int) -> None:
    measured = lasts(State())
    workout = fitted(builtin(LIBRARY, id, week=week), measured)
    assert measured(workout) <= workout.minutes * MINUTE
    assert len(workout.exercises) >= 3


@pytest.mark.parametrize("experience", Experience)
@pytest.mark.parametrize("minutes", [15, 20, 30, 45, 60])
def test_a_planned_session_fits_at_the_top_of_every_range_once_all_is_known(
    experience: Experience, minutes: int
) -> None:
    known = State(course=Course(met=tuple((each, 5) for each in LIBRARY.exercises), consented=True))
    tops = (Level(e.id, None, e.high, last=MONDAY_DAY) for e in LIBRARY.exercises.values())
    training = Training(levels=tuple(tops), first=date(2025, 9, 1), sessions=9)
    profile = Profile(experience, minutes=minutes, answered=frozenset({"minutes"}))
    profile = profile.with_gear(Where.HOME, KITS[experience])
    measured = lasts(known)
    planned = workout_for(LIBRARY, Wanted(), Book(profile, training), MONDAY_DAY)
    workout = fitted(planned, measured)
    assert measured(workout) <= minutes * MINUTE
    assert len(workout.exercises) >= 3


def test_a_start_command_narrows_what_is_wanted_within_reason() -> None:
    assert Wanted().narrowed(Start(Focus.LEGS, 15)) == Wanted(Focus.LEGS, 15)
    assert Wanted().narrowed(Start(minutes=1)).minutes == SHORTEST
    assert Wanted().narrowed(Start(minutes=170)).minutes == LONGEST
    assert Wanted(Focus.CORE).narrowed(Start()).focus is Focus.CORE
    assert Wanted().narrowed(Start()).minutes is None


def test_before_there_is_a_profile_the_next_session_leaves_two_days() -> None:
    workout = workout_for(LIBRARY, Wanted(), Book(), date(2026, 12, 31))
    assert (workout.day, workout.next_day) == ("2026-12-31", "2027-01-02")
    assert workout.gear == frozenset()


def test_with_a_profile_the_plan_says_what_is_on_and_when_the_next_session_is() -> None:
    week = ((Weekday.TUE, RunKind.EASY), (Weekday.THU, RunKind.HARD), (Weekday.SUN, RunKind.LONG))
    book = Book(Profile(run_days=week, answered=frozenset({"run_days"})))
    workout = workout_for(LIBRARY, Wanted(), book, date(2026, 11, 24))
    assert (workout.kind, workout.day, workout.next_day) == ("A", "2026-11-24", "2026-11-27")

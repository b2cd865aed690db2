"""The weeks of simulated years: where sessions were planned, and when they were easy ones.

The rules are told once more, from the model and not from the code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from engine.library.model import Experience, Pattern
from engine.plan.athlete.days import Readiness
from engine.plan.athlete.runs import RacePriority
from engine.plan.model import Dosage, Phase
from engine.plan.planner.model import PlannedSession
from engine.plan.progression.loads import mass
from tests.engine.session.scenario import LIBRARY
from tests.stories.years.athlete import Person
from tests.stories.years.cast import ABSENT, CAST, INJURED
from tests.stories.years.living import Lived, Year, year_of

WEEK = timedelta(days=7)
BLACKOUT = {RacePriority.A: 3, RacePriority.B: 2, RacePriority.C: 1}
LOADING_WEEKS = {Experience.BEGINNER: 6, Experience.INTERMEDIATE: 4, Experience.ADVANCED: 4}
HARD_SETS = {Experience.BEGINNER: 12, Experience.INTERMEDIATE: 18, Experience.ADVANCED: 24}
LOWER = {Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE, Pattern.HIP_EXTENSION}

everyone = pytest.mark.parametrize("person", CAST, ids=lambda person: person.name)


# The week


def planned(year: Year) -> Iterator[tuple[Lived, PlannedSession]]:
    """Every session as it was planned on any morning, for that day or a later one of the week."""
    for lived in year.days:
        for session in lived.week.sessions:
            yield lived, session


@everyone
def test_every_week_has_a_phase_and_every_day_without_a_session_a_reason(person: Person) -> None:
    for lived in year_of(person).days:
        assert lived.week.phase in Phase
        for day in lived.week.days:
            assert day.done or day.session is not None or day.rest, day.day


@everyone
def test_no_session_is_planned_on_the_day_of_a_demanding_run(person: Person) -> None:
    for lived, session in planned(year_of(person)):
        here = lived.week.days[session.day.weekday()]
        assert not any(run.kind.demanding for run in here.runs), session.day


@everyone
def test_no_session_is_planned_right_before_a_race_nor_on_its_day(person: Person) -> None:
    for _, session in planned(year_of(person)):
        for race in person.profile.races:
            left = (race.day - session.day).days
            assert not 0 <= left <= BLACKOUT[race.priority], session.day


@everyone
def test_no_legs_on_days_in_a_row(person: Person) -> None:
    year = year_of(person)
    done = {lived.day for lived in year.sessions if lived.workout and lived.workout.legs}
    for lived, session in planned(year):
        if session.workout.legs:
            legs = {s.day for s in lived.week.sessions if s.workout.legs}
            legs |= {day for day in done if day < lived.day}
            assert session.day - timedelta(days=1) not in legs, session.day
            assert session.day + timedelta(days=1) not in legs, session.day


@everyone
def test_a_day_of_full_rest_is_kept_where_the_runs_leave_one(person: Person) -> None:
    for lived in year_of(person).days:
        monday = lived.day - timedelta(days=lived.day.weekday())
        asked = any(d.asked for d in year_of(person).days if monday <= d.day <= lived.day)
        free = [day for day in lived.week.days if not day.runs]
        if free and not asked:
            assert any(day.session is None and not day.done for day in free), monday


@everyone
def test_never_more_sessions_are_planned_than_were_asked_for(person: Person) -> None:
    """What the athlete asked for on top of it by a focus does not count."""
    year = year_of(person)
    of_the_plan = {lived.day for lived in year.sessions if lived.result and lived.result.kind}
    for lived in year.days:
        done = sum(day.done and day.day in of_the_plan for day in lived.week.days)
        assert len(lived.week.sessions) <= max(0, person.profile.days_per_week - done), lived.day


@everyone
def test_nothing_is_planned_for_a_day_of_illness(person: Person) -> None:
    for lived in year_of(person).days:
        if lived.book.diary.on(lived.day).readiness is Readiness.RED:
            here = lived.week.days[lived.day.weekday()]
            assert here.session is None
            assert lived.result is None


# The session


@everyone
def test_no_session_is_planned_longer_than_its_minutes(person: Person) -> None:
    for _, session in planned(year_of(person)):
        assert session.length <= session.workout.minutes * 60_000


@everyone
def test_no_exercise_without_its_equipment_or_against_a_sore_place(person: Person) -> None:
    for lived in year_of(person).sessions:
        assert lived.workout
        gear = lived.book.diary.on(lived.day).gear
        gear = person.profile.gear if gear is None else gear
        for exercise in map(LIBRARY.exercises.__getitem__, lived.workout.exercises):
            assert exercise.gear_from(gear) is not None, (lived.day, exercise.id)
            assert not any(map(exercise.loads, lived.spared)), (lived.day, exercise.id)


@everyone
def test_every_weight_used_is_one_that_is_there(person: Person) -> None:
    owned = {load.hundredths for load in person.profile.weights}
    for lived in year_of(person).sessions:
        for result in lived.result.exercises if lived.result else ():
            if owned and result.load:
                assert result.load.hundredths in owned, (lived.day, result)


@everyone
def test_hard_sets_of_the_legs_stay_within_the_weeks_allowance(person: Person) -> None:
    for lived in year_of(person).days:
        if lived.day.weekday() == 0:
            sets = Counter(
                LIBRARY.exercises[id].pattern in LOWER
                for session in lived.week.sessions
                for id, n in session.workout.sets_by_exercise.items()
                for _ in range(n)
            )
            assert sets[True] <= HARD_SETS[person.profile.experience], lived.day


# Easy weeks, races, gaps


@everyone
def test_an_easy_week_comes_after_so_many_loading_weeks_and_never_two_in_a_row(
    person: Person,
) -> None:
    """Seven days off are an easy week too; a taper may come a week later in its place."""
    most = LOADING_WEEKS[person.profile.experience]
    weeks, loading, before = year_of(person).weeks, 0, Phase.BUILD
    last = person.start
    for number, week in enumerate(weeks):
        phase = week[0].week.phase
        assert not phase is before is Phase.DELOAD, week[0].day
        for lived in week:
            if lived.result:
                loading = 0 if (lived.day - last).days > 7 else loading
                last = lived.day
        worked = any(d.result and d.result.dosage is Dosage.NORMAL for d in week)
        loading = loading + worked if phase is Phase.BUILD else 0
        coming = weeks[number + 1][0].week.phase if number + 1 < len(weeks) else phase
        tapers = coming in (Phase.TAPER, Phase.RACE_WEEK)
        assert loading <= most + tapers, week[0].day
        before = phase


@everyone
def test_before_the_race_of_the_season_there_is_less_and_then_nothing(person: Person) -> None:
    year = year_of(person)
    for race in person.profile.races:
        if race.priority is not RacePriority.A:
            continue
        near = [d for d in year.sessions if timedelta(0) < race.day - d.day < WEEK]
        last = [d for d in near if not d.asked]
        assert len(last) <= 1, race
        assert all(d.workout and d.workout.kind == "T" for d in last)
        week = next(d.week for d in year.days if d.day == race.day)
        assert week.phase is Phase.RACE_WEEK


def returns(year: Year) -> Iterator[tuple[Lived, int]]:
    """First sessions after more than two weeks, with the days since the one before."""
    last: date | None = None
    for lived in year.sessions:
        if last and (lived.day - last).days > 14:
            yield lived, (lived.day - last).days
        last = lived.day


def test_the_often_absent_come_back_to_less() -> None:
    found = list(returns(year_of(ABSENT)))
    assert len(found) >= 2
    for lived, gap in found:
        assert lived.workout
        assert "comeback" in [reason.code for reason in lived.workout.reasons]
        assert gap <= 56
        for planned_set in lived.workout.sets:
            level = lived.book.training.level(planned_set.exercise)
            if planned_set.load and level and level.load:
                least = min(load.hundredths for load in ABSENT.profile.weights)
                lighter = mass(planned_set.load) * 10 <= mass(level.load) * 9
                assert lighter or planned_set.load.hundredths == least, (lived.day, planned_set)


def test_after_a_holiday_weights_are_back_within_two_months() -> None:
    year = year_of(ABSENT)
    for back, _ in returns(year):
        until = min(back.day + 8 * WEEK, year.days[-1].day)
        stood = back.book.training.level("bent_over_row")
        assert stood
        used = [
            mass(result.load)
            for lived in year.sessions
            if back.day <= lived.day <= until
            for result in (lived.result.exercises if lived.result else ())
            if result.exercise == "bent_over_row"
        ]
        assert max(used) >= mass(stood.load), back.day


def test_pain_goes_down_a_rung_in_its_month_alone_and_the_place_is_spared_after_it() -> None:
    year, injury = year_of(INJURED), INJURED.injury
    assert injury
    told = [lived for lived in year.sessions if any(c.code == "pain_down" for c in lived.changes)]
    assert len(told) >= 2
    for lived in told:
        assert injury.hurts(lived.day)
        week = [d for d in year.days if timedelta(0) < d.day - lived.day <= WEEK]
        assert all(injury.place in d.spared for d in week), lived.day
    assert not year.days[-1].spared


def test_the_legs_do_half_the_work_the_day_before_a_demanding_run() -> None:
    for person in CAST:
        for lived in year_of(person).sessions:
            tomorrow = lived.day + timedelta(days=1)
            runs = [day.runs for day in lived.week.days if day.day == tomorrow]
            hard = any(run.kind.demanding for run in (runs[0] if runs else ()))
            if hard and lived.workout and lived.workout.legs:
                assert lived.workout.dosage is Dosage.LIGHT, lived.day

"""The plan, the profile, progress and runs, asked and changed through the one door, and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.library.model import Experience, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Ache, Profile, Topic
from engine.plan.athlete.runs import RunKind
from engine.plan.book import Book
from engine.session.commands import (
    Answer,
    Cleared,
    Done,
    Feel,
    Feeling,
    LogRun,
    MoveSession,
    No,
    PainGone,
    Progress,
    Ready,
    SetMinutes,
    Setup,
    Shorten,
    SkipToday,
    Start,
    Streak,
    Today,
    Week,
    Yes,
)
from engine.session.state import Asking, Briefing, Idle, Working
from engine.units import MINUTE, Instant
from skill.service.book import profile_of, training_of
from skill.service.coach import Coach
from skill.service.ports import Store
from tests.skill.service.conftest import coach_over
from tests.skill.service.test_coach import DAY, FailingStore, Visit

RUNNER = Profile(
    experience=Experience.INTERMEDIATE,
    age=41,
    minutes=30,
    run_days=(
        (Weekday.TUE, RunKind.EASY),
        (Weekday.THU, RunKind.HARD),
        (Weekday.SUN, RunKind.LONG),
    ),
    answered=frozenset({"age", "experience", "minutes", "run_days"}),
)
"""Sessions on Tuesday and Friday; the tests begin on a Monday."""


def runner(coach: Coach, profile: Profile = RUNNER) -> Visit:
    visit = Visit(coach)
    coach.shelf.changed(visit.athlete, visit.at, lambda book, _: replace(book, profile=profile))
    return visit


def book(visit: Visit) -> Book:
    return visit.coach.shelf.changed(visit.athlete, visit.at, lambda book, _: book).book


def trained(visit: Visit) -> None:
    visit.says(Start())
    visit.says(Ready())
    visit.plays_until_over()


def test_on_a_rest_day_a_start_is_met_with_why_and_an_offer(coach: Coach) -> None:
    visit = runner(coach)
    reply = visit.says(Start())
    assert isinstance(reply.state.phase, Asking)
    assert "rest" in visit.heard().lower()
    assert reply.question


def test_the_next_session_can_be_had_on_the_rest_day_instead(coach: Coach) -> None:
    visit = runner(coach)
    visit.says(Start())
    reply = visit.says(Yes())
    assert isinstance(reply.state.phase, Briefing)
    assert reply.workout.day == "2026-01-05"
    visit.says(Ready())
    visit.plays_until_over()
    assert [done.day for done in book(visit).training.recent] == [date(2026, 1, 5)]


def test_whoever_turns_the_move_down_is_offered_ten_gentle_minutes(coach: Coach) -> None:
    visit = runner(coach)
    visit.says(Start())
    visit.says(No())
    reply = visit.says(Yes())
    assert isinstance(reply.state.phase, Briefing)
    assert reply.workout.kind == "mobility"
    visit.says(Ready())
    assert isinstance(visit.plays_on().state.phase, Working)
    visit.plays_until_over()
    assert visit.says(Today(), after=DAY).workout.kind == "A"


def test_a_session_asked_for_by_its_length_begins_on_any_day(coach: Coach) -> None:
    visit = runner(coach)
    reply = visit.says(Start(minutes=15))
    assert isinstance(reply.state.phase, Briefing)
    assert reply.workout.minutes == 15


def test_what_is_answered_in_the_interview_is_kept_and_the_next_visit_goes_on(
    store: Store,
) -> None:
    visit = Visit(coach_over(store))
    visit.says(Setup())
    asked = visit.replies[-1].state.phase
    assert isinstance(asked, Asking)
    for _ in range(4):
        visit.says(No())
    visit.says(Answer(("41",)))
    later = Visit(coach_over(store), at=Instant(visit.at + DAY))
    reply = later.says(Setup())
    assert isinstance(reply.state.phase, Asking)
    assert reply.state.phase.topic != asked.topic
    with store.begin() as work:
        athlete = work.athlete(later.athlete)
    assert athlete is not None
    assert profile_of(athlete).age == 41


def test_a_sentence_changes_an_answer_at_any_time(coach: Coach) -> None:
    visit = runner(coach)
    visit.says(SetMinutes(45))
    assert book(visit).profile.minutes == 45
    assert isinstance(visit.replies[-1].state.phase, Idle)


def test_less_time_in_the_briefing_is_another_briefing(coach: Coach) -> None:
    visit = runner(coach)
    visit.says(Start(), after=DAY)
    reply = visit.says(Shorten(15))
    assert isinstance(reply.state.phase, Briefing)
    assert reply.workout.minutes == 15
    assert book(visit).profile.minutes == 30


def test_less_time_in_mid_session_drops_sets_and_keeps_the_cool_down(coach: Coach) -> None:
    visit = runner(coach)
    visit.says(Start(), after=DAY)
    visit.says(Ready())
    for _ in range(12):
        visit.plays_on()
    reply = visit.says(Shorten(8))
    left = coach.scripts.left(reply.state, visit.at, reply.workout)
    assert left <= 8 * MINUTE
    assert not reply.state.course.sets_of(reply.workout)[-1].main


def test_a_hard_run_told_today_moves_the_plan_and_is_remembered(store: Store) -> None:
    visit = runner(coach_over(store))
    visit.says(LogRun(kind=RunKind.HARD, minutes=40), after=DAY)
    assert "easy" not in visit.heard()
    kept = book(Visit(coach_over(store), at=visit.at))
    assert [(run.day, run.kind, run.done) for run in kept.runs] == [
        (date(2026, 1, 6), RunKind.HARD, True)
    ]
    visit.says(Today())
    assert "no strength session today" in visit.heard().lower()


def test_a_session_moved_or_skipped_is_not_stacked(coach: Coach) -> None:
    visit = runner(coach)
    visit.says(MoveSession("wednesday"), after=DAY)
    week = visit.says(Week(), after=60_000)
    assert "Tomorrow" in visit.heard()
    assert "Friday" in visit.heard()
    assert isinstance(week.state.phase, Idle)
    visit.says(SkipToday(), after=DAY)
    notes = book(visit).diary.on(date(2026, 1, 7))
    assert notes.off


def test_tired_today_means_less_today_alone(coach: Coach) -> None:
    visit = runner(coach)
    visit.says(Start(), after=DAY)
    sets = len([planned for planned in visit.replies[-1].workout.sets if planned.main])
    reply = visit.says(Feel(Feeling.TIRED))
    assert len([planned for planned in reply.workout.sets if planned.main]) < sets
    trained_on = visit.says(Start(), after=3 * DAY).workout
    assert len([planned for planned in trained_on.sets if planned.main]) >= sets


def test_what_was_trained_is_told_as_progress(coach: Coach) -> None:
    visit = runner(coach)
    visit.at = Instant(visit.at + DAY)
    trained(visit)
    visit.says(Streak(), after=DAY)
    assert "week" in visit.heard()
    visit.says(Progress(exercise="squat"))
    assert visit.heard()
    assert training_of_visit(visit) == 1


def training_of_visit(visit: Visit) -> int:
    return book(visit).training.sessions


def test_screening_locks_sessions_until_a_professional_has_cleared_them(coach: Coach) -> None:
    visit = runner(coach, replace(RUNNER, screening=frozenset({Topic.HEART})))
    reply = visit.says(Start(minutes=20), after=DAY)
    assert isinstance(reply.state.phase, Idle)
    visit.says(Cleared())
    assert book(visit).profile.cleared
    assert isinstance(visit.says(Start()).state.phase, Briefing)


def test_pain_on_file_is_planned_around_until_it_is_gone(coach: Coach) -> None:
    visit = runner(coach, replace(RUNNER, aches=(Ache(Place.KNEE, 4),)))
    loading = {"goblet_squat", "bw_squat", "slow_squat", "split_squat", "walking_lunge"}
    assert not loading & set(visit.says(Start(), after=DAY).workout.exercises)
    visit.says(PainGone(Place.KNEE))
    assert book(visit).profile.aches == ()
    assert loading & set(visit.says(Start(), after=7 * DAY).workout.exercises)


def test_the_second_briefing_tells_that_there_could_be_a_plan_and_the_third_does_not(
    coach: Coach,
) -> None:
    visit = Visit(coach)
    visit.says(Start())
    assert "set up my profile" not in visit.heard()
    visit.says(Ready())
    visit.plays_until_over()
    visit.says(Start(), after=2 * DAY)
    assert "set up my profile" in visit.heard()
    visit.says(Ready())
    visit.plays_until_over()
    visit.says(Start(), after=2 * DAY)
    assert "set up my profile" not in visit.heard()


def test_while_storage_is_away_the_plan_is_still_told_from_memory(store: Store) -> None:
    failing = FailingStore(store)
    visit = runner(coach_over(failing))
    visit.says(Week(), after=DAY)
    assert "Thursday and on Sunday" in visit.heard()
    failing.failing = True
    visit.says(Week())
    assert visit.replies[-1].at_risk
    assert "Thursday and on Sunday" in visit.heard()


def test_an_answer_given_while_storage_is_away_is_kept_once_it_is_back(store: Store) -> None:
    failing = FailingStore(store)
    visit = runner(coach_over(failing))
    visit.says(Week(), after=DAY)
    failing.failing = True
    visit.says(SetMinutes(45))
    failing.failing = False
    with store.begin() as work:
        athlete = work.athlete(visit.athlete)
        assert athlete is not None
        work.save_athlete(replace(athlete, name="Sam"))
        work.commit()
    visit.says(Week())
    with store.begin() as work:
        kept = work.athlete(visit.athlete)
    assert kept is not None
    assert (profile_of(kept).minutes, kept.name) == (45, "Sam")


@pytest.mark.parametrize("reps", [12, 20])
def test_a_corrected_session_counts_once(coach: Coach, reps: int) -> None:
    visit = Visit(coach)
    trained(visit)
    visit.says(Done(reps), after=1_000)
    with coach.shelf.store.begin() as work:
        athlete = work.athlete(visit.athlete)
    assert athlete is not None
    assert training_of(athlete).sessions == 0  # the last session is not folded in yet
    assert book(visit).training.sessions == 1

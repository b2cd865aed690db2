"""Weeks and sessions as they are counted: sums, streaks, and loading weeks up to an easy one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from engine.library.model import Pattern
from engine.plan.athlete.calendar import monday_of
from engine.plan.model import Dosage, Phase
from engine.plan.progression.deload import DAYS_OFF
from engine.plan.progression.model import SessionDone, SessionResult, Training, WeekDone
from engine.plan.progression.outcome import Outcome
from engine.plan.progression.summary import streak_lasts, together

RECENT = timedelta(days=35)
"""How far back single sessions and failures are kept."""
MOST_WEEKS = 16


def counted(training: Training, result: SessionResult, found: tuple[Outcome, ...]) -> Training:
    """Sessions, weeks and loading weeks with one session more."""
    monday = monday_of(result.day)
    done = SessionDone(
        result.day, result.kind, result.legs, result.dosage, result.phase, result.completed
    )
    recent = sorted((*_kept_since(training.recent, result.day), done), key=lambda each: each.day)
    streak = _streak(training, monday)
    training = _loading(training, result, monday)
    return replace(
        training,
        recent=tuple(recent),
        weeks=_weeks(training.weeks, _week(result, found, monday)),
        first=min(training.first or result.day, result.day),
        sessions=training.sessions + 1,
        streak=streak,
        best_streak=max(training.best_streak, streak),
    )


def _kept_since(recent: tuple[SessionDone, ...], day: date) -> Iterator[SessionDone]:
    return (done for done in recent if done.day >= day - RECENT)


def _streak(training: Training, monday: date) -> int:
    if not training.weeks:
        return 1
    last = training.weeks[-1].monday
    if monday <= last:
        return training.streak
    return training.streak + 1 if monday - last <= streak_lasts(training) else 1


def _loading(training: Training, result: SessionResult, monday: date) -> Training:
    """A week with a normal session counts once; an easy week, or seven days off, ends the count."""
    last = training.last_day
    if last is not None and result.day - last >= DAYS_OFF:
        training = _rested(training)
    if result.phase is not Phase.BUILD:
        training = replace(_rested(training), loading_week=monday)
        deload = result.phase is Phase.DELOAD
        return replace(training, deload_week=monday) if deload else training
    counts = training.loading_week is None or monday > training.loading_week
    if result.dosage is not Dosage.NORMAL or not counts:
        return training
    return replace(training, loading_weeks=training.loading_weeks + 1, loading_week=monday)


def _rested(training: Training) -> Training:
    blocks = training.blocks + (training.loading_weeks > 0)
    return replace(training, loading_weeks=0, blocks=blocks)


def _weeks(weeks: tuple[WeekDone, ...], more: WeekDone) -> tuple[WeekDone, ...]:
    by_monday = {week.monday: week for week in weeks}
    before = by_monday.get(more.monday)
    by_monday[more.monday] = together(more.monday, (before, more)) if before else more
    return tuple(sorted(by_monday.values(), key=lambda week: week.monday)[-MOST_WEEKS:])


def _week(result: SessionResult, found: tuple[Outcome, ...], monday: date) -> WeekDone:
    patterns: Counter[Pattern] = Counter()
    for outcome in found:
        patterns[outcome.exercise.pattern] += max(len(each.actuals) for each in outcome.results)
    return WeekDone(
        monday,
        sessions=1,
        sets=patterns.total(),
        minutes=result.minutes,
        patterns=tuple((+patterns).items()),
        rises=sum(outcome.rises for outcome in found),
    )

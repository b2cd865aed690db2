"""When a week should be an easy one."""

from __future__ import annotations

from datetime import date, timedelta

from engine.library.model import Experience
from engine.plan.athlete.days import Diary, Readiness
from engine.plan.progression.model import Training

LOADING_WEEKS = {Experience.BEGINNER: 6, Experience.INTERMEDIATE: 4, Experience.ADVANCED: 4}
"""Before an easy week (Rogerson 2024: lifters take one every 5.6 weeks)."""
DAYS_OFF = timedelta(days=8)
"""From one session to the next with seven days off between them, which are an easy week."""
LATELY = timedelta(days=7)
FAILED, RED, AMBER = 2, 2, 3
"""Exercises not finished, red days and amber days within seven days that bring it forward
(engineering judgement)."""


def loading_weeks_before_deload(experience: Experience) -> int:
    """How many weeks of normal sessions come before an easy one."""
    return LOADING_WEEKS[experience]


def deload_due(training: Training, diary: Diary, monday: date, experience: Experience) -> bool:
    """Whether the week from ``monday`` should be an easy one: the same answer all week long."""
    if training.deload_week == monday:
        return True
    last = max((done.day for done in training.recent if done.day < monday), default=None)
    if last is None or monday - last >= DAYS_OFF:
        return False
    before = training.loading_weeks - (training.loading_week == monday)
    if before >= LOADING_WEEKS[experience]:
        return True
    just_had = training.deload_week is not None and monday - training.deload_week <= LATELY
    return not just_had and _struggles(training, monday) and _worn(diary, monday)


def _struggles(training: Training, monday: date) -> bool:
    failed = {id for day, id in training.failures if monday - LATELY <= day < monday}
    return len(failed) >= FAILED


def _worn(diary: Diary, monday: date) -> bool:
    felt = [note.readiness for note in diary.notes if monday - LATELY <= note.day < monday]
    return felt.count(Readiness.RED) >= RED or felt.count(Readiness.AMBER) >= AMBER

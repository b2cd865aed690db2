"""What a change has done to the days of the sessions to come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from engine.cues import Say, say
from engine.dialogue.inquiry import Inquiry
from engine.plan.athlete.calendar import DAYS
from engine.plan.book import Book
from engine.plan.model import Dosage
from engine.plan.planner.model import Plan, PlannedSession

WEEK = timedelta(days=DAYS)


def to_come(plan: Plan, today: date) -> dict[date, PlannedSession]:
    """The sessions from today on, by their day."""
    return {day.day: day.session for day in plan.days if day.session and day.day >= today}


def shifts(inquiry: Inquiry, after: Book, but: Collection[date] = ()) -> tuple[Say, ...]:
    """Which sessions are on another day now, or lighter; of the days ``but`` enough was said."""
    was = to_come(inquiry.plan, inquiry.today)
    now = to_come(inquiry.planned_from(after), inquiry.today)
    gone = [day for day in was if day not in now and day not in but]
    new = [day for day in now if day not in was and day not in but]
    if not gone and not new:
        return _lighter(inquiry, was, now)
    if len(gone) == len(new) == 1:
        old, other = inquiry.day(gone[0]), inquiry.day(new[0])
        return (say("shift_moved", old=old, new=other),)
    if not new:
        return (say("shift_dropped", days=inquiry.days(gone)),)
    if not gone:
        return (say("shift_added", days=inquiry.days(new)),)
    return coming_days(inquiry, now)


def coming_days(inquiry: Inquiry, now: Collection[date]) -> tuple[Say, ...]:
    """The days of the sessions within a week from now."""
    near = [day for day in now if day < inquiry.today + WEEK]
    return (say("plan_now", days=inquiry.days(near)),) if near else ()


def _lighter(
    inquiry: Inquiry,
    was: Mapping[date, PlannedSession],
    now: Mapping[date, PlannedSession],
) -> tuple[Say, ...]:
    for day, session in now.items():
        before = was.get(day)
        if before and before.workout.dosage is not session.workout.dosage is Dosage.LIGHT:
            return (say("shift_lighter", day=inquiry.day(day)),)
    return ()

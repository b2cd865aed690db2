"""Moves a session to a day of the athlete's choice, if the hard rules allow it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.library.model import Library
from engine.plan.athlete.calendar import DAYS, monday_of
from engine.plan.book import Book
from engine.plan.planner.plan import plan_weeks
from engine.plan.reasons import Reason, because

WEEKS_AHEAD = 8
"""A session may be moved so far."""


def moved(book: Book, today: date, old: date | None, new: date) -> Book:
    """The book with a session taken off one day, and one wanted on another."""
    diary = book.diary
    if old is not None:
        diary = diary.noted(replace(diary.on(old), off=True, pinned=False, told=False), today)
    diary = diary.noted(replace(diary.on(new), off=False, pinned=True), today)
    return replace(book, diary=diary)


def refusal(book: Book, library: Library, today: date, new: date) -> Reason | None:
    """Why no session can be on that day, though the athlete wants it there; None if it can."""
    ahead = (monday_of(new) - monday_of(today)).days // DAYS
    if new < today:
        return because("day_past")
    if ahead >= WEEKS_AHEAD:
        return because("too_far")
    day = plan_weeks(moved(book, today, None, new), library, today, ahead + 1).on(new)
    if day is None or day.session is not None:
        return None
    return because("done_today") if day.done else day.rest[0]

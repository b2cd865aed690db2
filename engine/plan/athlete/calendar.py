"""Days of the week, and weeks that begin on Monday."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Weekday(StrEnum):
    """A day of the week, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


WEEK = tuple(Weekday)
DAYS = len(WEEK)


def weekday_of(day: date) -> Weekday:
    """Which day of the week a date is."""
    return WEEK[day.weekday()]


def monday_of(day: date) -> date:
    """The first day of the date's week."""
    return day - timedelta(days=day.weekday())


def days_from(start: date, count: int = DAYS) -> tuple[date, ...]:
    """So many days one after the other."""
    return tuple(start + timedelta(days=n) for n in range(count))

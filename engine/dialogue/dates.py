"""Days and dates as athletes name them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from engine.plan.athlete.calendar import DAYS, WEEK, Weekday, weekday_of

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
MOST_YEARS_TO_29_FEBRUARY = 8


def coming(said: str, today: date) -> date | None:
    """The day meant: of a weekday or a month's day the next, today included; None if unreadable."""
    return _named(said, today, 1)


def gone(said: str, today: date) -> date | None:
    """The day meant by somebody who looks back: of a weekday the last one, today included."""
    return _named(said, today, -1)


def _named(said: str, today: date, towards: int) -> date | None:
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if said in NAMES:
        away = (NAMES.index(said) - today.weekday()) * towards % DAYS
        return today + timedelta(days=towards * away)
    try:
        return date.fromisoformat(said)
    except ValueError:
        return _next_such_day(said, today)


def _next_such_day(said: str, today: date) -> date | None:
    """MM-DD as a date, in a later year where it is over in this one."""
    for year in range(today.year, today.year + MOST_YEARS_TO_29_FEBRUARY + 1):
        try:
            day = date.fromisoformat(f"{year}-{said}")
        except ValueError:
            continue
        if day >= today:
            return day
    return None


def weekdays(said: Iterable[str], today: date) -> frozenset[Weekday] | None:
    """Days of the week; None where one of them is unreadable, or a date further than a week off."""
    days = [coming(each, today) for each in said]
    near = [day for day in days if day and day < today + timedelta(days=DAYS)]
    return frozenset(map(weekday_of, near)) if len(near) == len(days) else None


def in_order(days: Iterable[Weekday]) -> str:
    """Days of the week as a list of codes, Monday first."""
    given = frozenset(days)
    return ",".join(day.value for day in WEEK if day in given)

"""Athletes for conversations: a usual week, and what they have done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import RunKind
from engine.plan.book import Book
from engine.plan.model import Dosage, Phase
from engine.plan.progression.model import SessionDone, Training, WeekDone
from tests.engine.dialogue.talk import MONDAY, Talk

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    MONDAY + timedelta(days=n) for n in range(1, 7)
)
RUNNER = Profile(
    run_days=(
        (Weekday.TUE, RunKind.EASY),
        (Weekday.THU, RunKind.HARD),
        (Weekday.SUN, RunKind.LONG),
    ),
    answered=frozenset({"run_days"}),
)
"""Two sessions a week, on Tuesday and on Friday; Monday is free."""


def on(today: date, profile: Profile = RUNNER, **book: object) -> Talk:
    """A conversation on a day."""
    return Talk(book=replace(Book(profile), **book), today=today)  # type: ignore[arg-type]


def after_session(today: date, completed: bool = True) -> Talk:
    """The day's session is over."""
    done = SessionDone(today, "A", True, Dosage.NORMAL, Phase.BUILD, completed)
    week = WeekDone(MONDAY, sessions=1, sets=15, minutes=19)
    return on(today, training=Training(recent=(done,), weeks=(week,), first=today, sessions=1))

"""Weeks of sessions around the runs. The same book gives the same plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from engine.library.model import Library
from engine.plan.athlete.calendar import DAYS, monday_of
from engine.plan.book import Book
from engine.plan.planner.model import Plan, PlannedDay, PlannedSession, PlannedWeek
from engine.plan.planner.notes import notes
from engine.plan.planner.placement import place
from engine.plan.planner.rules import Placed, Setting, most_sessions
from engine.plan.planner.sessions import sessions_of
from engine.plan.planner.thread import (
    ONE_WEEK,
    Stage,
    Thread,
    begun,
    done_in,
    following,
    setting_of,
    stage_of,
)
from engine.plan.planner.why import why_rest
from engine.plan.planner.wishes import Bench
from engine.plan.reasons import Reason

LONGEST_PLAN = 53
"""Weeks: a year and the week it ends in."""


def plan_weeks(book: Book, library: Library, today: date, weeks: int = 1) -> Plan:
    """So many weeks, at most 53, from the Monday of today's week; past days carry what was done.

    The training in the book is settled: its last session is folded in.
    """
    start, bench = monday_of(today), Bench(book, library)
    thread = begun(book, start)
    planned: list[PlannedWeek] = []
    told: set[Reason] = set()
    for number in range(max(1, min(weeks, LONGEST_PLAN))):
        week, thread = _week(bench, today, start + number * ONE_WEEK, thread)
        # What holds on in later weeks is said once.
        planned.append(replace(week, notes=tuple(n for n in week.notes if n not in told)))
        told.update(week.notes)
    return Plan(tuple(planned))


def this_week(book: Book, today: date) -> tuple[Setting, Stage]:
    """The present week as the rules look at it, and where it stands in the training."""
    start = monday_of(today)
    thread = begun(book, start)
    at = setting_of(book, today, start, thread)
    return at, stage_of(at, thread)


def _week(bench: Bench, today: date, start: date, thread: Thread) -> tuple[PlannedWeek, Thread]:
    book = bench.book
    at = setting_of(book, today, start, thread)
    stage = stage_of(at, thread)
    done = done_in(book, start)
    wanted = min(book.profile.days_per_week, most_sessions(book.profile))
    placement = place(at, wanted, done, thread.last, stage.training_week)
    back = thread.back or _first_to_come(at, placement.kinds, done)
    coming = {index: kind for index, kind in placement.kinds.items() if index not in done}
    sessions = sessions_of(bench, at, coming, stage, replace(thread, back=back))
    days = tuple(_day(at, index, placement.kinds, done, sessions) for index in range(DAYS))
    told = tuple(notes(bench, at, stage, placement.kinds, sessions))
    week = PlannedWeek(start, stage.phase, days, told, placement.cost)
    return week, following(thread, at, stage, placement.kinds, back)


def _first_to_come(at: Setting, placed: Placed, done: Mapping[int, str]) -> date | None:
    return next((at.week.days[index] for index in placed if index not in done), None)


def _day(
    at: Setting,
    index: int,
    placed: Placed,
    done: Mapping[int, str],
    sessions: Mapping[int, PlannedSession],
) -> PlannedDay:
    day, runs = at.week.days[index], at.week.runs[index]
    if index in done:
        return PlannedDay(day, runs, done=True)
    session = sessions.get(index)
    rest = () if session else why_rest(at, index, placed)
    return PlannedDay(day, runs, session, rest)

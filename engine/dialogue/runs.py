"""Runs done and to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.cues import Distance, Say, Span, say
from engine.dialogue.dates import coming, gone
from engine.dialogue.inquiry import Handled, Inquiry
from engine.dialogue.shifts import shifts, to_come
from engine.plan.athlete.calendar import weekday_of
from engine.plan.athlete.runs import Run, RunKind
from engine.plan.book import Book
from engine.session.commands import DistanceUnit, LogRun, PlanRun
from engine.units import MINUTE, Ms, Unit

METRES = {DistanceUnit.KM: 1000.0, DistanceUnit.MI: 1609.344}
LONGEST_KM = 300
"""Beyond it a distance was misheard."""


def log_run(inquiry: Inquiry) -> Handled:
    """A run that was done; what it makes of the sessions to come is said."""
    command = inquiry.command
    assert isinstance(command, LogRun)
    day = gone(command.day, inquiry.today) if command.day else inquiry.today
    if day is None:
        return inquiry.says(say("day_unknown"))
    if day > inquiry.today:
        return inquiry.says(say("run_to_come", day=inquiry.day(day)))
    metres = _metres(inquiry, command)
    if metres is not None and not 0 < metres <= LONGEST_KM * 1000:
        return inquiry.says(say("distance_unknown"))
    kind = command.kind or _usual(inquiry.book, day)
    run = Run(day, kind, done=True, distance_m=metres, minutes=command.minutes or None)
    words = say(
        "run_logged",
        kind=kind.value,
        day=inquiry.day(day),
        distance=_distance(inquiry, command),
        span=Span(Ms(run.minutes * MINUTE)) if run.minutes else None,
    )
    return _kept(inquiry, run, words)


def _unit(inquiry: Inquiry, command: LogRun) -> DistanceUnit:
    in_miles = inquiry.book.profile.units is Unit.LB
    return command.unit or (DistanceUnit.MI if in_miles else DistanceUnit.KM)


def _metres(inquiry: Inquiry, command: LogRun) -> int | None:
    if command.distance is None:
        return None
    return round(command.distance * METRES[_unit(inquiry, command)])


def _distance(inquiry: Inquiry, command: LogRun) -> Distance | None:
    if command.distance is None:
        return None
    return Distance(round(command.distance * 100), _unit(inquiry, command).value)


def _usual(book: Book, day: date) -> RunKind:
    """The kind of a run that none was told of: as planned for the day, else an easy one."""
    if any(race.day == day for race in book.profile.races):
        return RunKind.RACE
    planned = (run.kind for run in book.runs if run.day == day and not run.done)
    usual = dict(book.profile.run_days).get(weekday_of(day), RunKind.EASY)
    return next(planned, usual)


def plan_run(inquiry: Inquiry) -> Handled:
    """A run on a day to come, in the place of the usual one."""
    command = inquiry.command
    assert isinstance(command, PlanRun)
    if command.day is None:
        return inquiry.says(say("run_which_day"))
    day = coming(command.day, inquiry.today)
    if day is None:
        return inquiry.says(say("day_unknown"))
    if day < inquiry.today:
        return inquiry.says(say("run_over", day=inquiry.day(day)))
    run = Run(day, command.kind or _usual(inquiry.book, day))
    return _kept(inquiry, run, say("run_planned", kind=run.kind.value, day=inquiry.day(day)))


def _kept(inquiry: Inquiry, run: Run, words: Say) -> Handled:
    """With a run in the place of the day's earlier one, planned and done apart."""
    others = (kept for kept in inquiry.book.runs if (kept.day, kept.done) != (run.day, run.done))
    runs = tuple(sorted((*others, run), key=lambda kept: (kept.day, kept.done)))
    book = replace(_counted_on(inquiry), runs=runs)
    known = bool(book.profile.answered) and not inquiry.running
    more = (*shifts(inquiry, book), *_spike(inquiry, book)) if known else ()
    return inquiry.changes(book, words, *more)


def _counted_on(inquiry: Inquiry) -> Book:
    """The book in which the sessions of the days to come are told: a run moves them for good
    reason alone."""
    diary = inquiry.book.diary
    if not inquiry.book.profile.answered:
        return inquiry.book
    for day in to_come(inquiry.plan, inquiry.today):
        diary = diary.noted(replace(diary.on(day), told=True), inquiry.today)
    return replace(inquiry.book, diary=diary)


def _spike(inquiry: Inquiry, book: Book) -> tuple[Say, ...]:
    """A run much longer than those of the last month, where it has just come to be known."""
    before = inquiry.plan.weeks[0].notes
    after = inquiry.planned_from(book).weeks[0].notes
    new = (note for note in after if note.code == "spike" and note not in before)
    return tuple(note.said for note in new)

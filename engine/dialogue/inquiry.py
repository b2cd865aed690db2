"""One command to the coach beside a session, with all that its answer goes by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from engine.cues import Day, Days, Question, Say
from engine.library.model import Library
from engine.plan.athlete.days import DayNote
from engine.plan.book import Book
from engine.plan.model import Workout
from engine.plan.planner.model import Plan, PlannedDay, PlannedSession
from engine.plan.planner.plan import plan_weeks
from engine.session.commands import Command
from engine.session.events import Told
from engine.session.state import Asking, Briefing, Finished, Held, Idle, Paused, State
from engine.units import Unit

WEEKS_AHEAD = 2
"""How far answers look: to the end of next week."""


class Beginning(StrEnum):
    """What begins right after an answer."""

    SESSION = "session"
    """Today's, or what a start command names."""
    MOBILITY = "mobility"


@dataclass(frozen=True)
class Handled:
    """The dialogue's answer, and the book after it."""

    told: Told | None
    """None: the session answers by itself."""
    book: Book
    changed: bool = False
    """The book is another one now, and is to be stored."""
    replans: bool = False
    """Whatever was planned from the book is to be planned anew."""
    begins: Beginning | None = None


@dataclass(frozen=True)
class Query:
    """What the coach asks back."""

    topic: str
    words: tuple[Say, ...]
    yes_no: bool = False


@dataclass(frozen=True)
class Inquiry:
    """Frozen like everything here; ``answering``: it is meant for the question that is open."""

    command: Command
    state: State
    book: Book
    library: Library
    today: date
    workout: Workout
    answering: bool = False

    # Where the session stands

    @property
    def topic(self) -> str:
        """What the open question is about; empty where none of the dialogue's is open."""
        phase = self.state.phase
        return phase.topic if isinstance(phase, Asking) and asks_beside(phase) else ""

    @property
    def held(self) -> Held | Paused:
        """Where the session goes on once nothing is asked."""
        phase = self.state.phase
        return phase.held if isinstance(phase, Asking) else phase

    @property
    def running(self) -> bool:
        """A session has begun and is not over."""
        return not isinstance(self.held, Idle | Finished | Briefing)

    @property
    def between(self) -> bool:
        """No session is open, and there is a profile to plan by."""
        return isinstance(self.held, Idle | Finished) and bool(self.book.profile.answered)

    # The plan

    @cached_property
    def plan(self) -> Plan:
        return plan_weeks(self.book, self.library, self.today, WEEKS_AHEAD)

    @cached_property
    def here(self) -> PlannedDay:
        """Today in the plan."""
        here = self.plan.on(self.today)
        assert here is not None  # the plan begins with today's week
        return here

    @property
    def done(self) -> bool:
        """Today's session was gone through to its end."""
        return any(past.day == self.today and past.completed for past in self.book.training.recent)

    @property
    def resting(self) -> bool:
        """Nothing was done today, and nothing is planned."""
        return self.here.session is None and not self.here.done

    def planned_from(self, book: Book) -> Plan:
        return plan_weeks(book, self.library, self.today, WEEKS_AHEAD)

    # Terms

    def day(self, day: date) -> Day:
        return Day(day.isoformat(), self.today.isoformat())

    def days(self, days: list[date]) -> Days:
        return Days(tuple(day.isoformat() for day in days), self.today.isoformat())

    # Answering

    def unanswered(self) -> Handled:
        """For the session to answer."""
        return Handled(None, self.book)

    def says(self, *words: Say) -> Handled:
        """Words that change nothing."""
        return Handled(Told(words, answers=self.answering), self.book)

    def asks(self, asked: Query, *words: Say, book: Book | None = None) -> Handled:
        """Words with a question after them."""
        told = Told(words, question=asked.words, topic=asked.topic, yes_no=asked.yes_no)
        return self._with(book or self.book, told)

    def changes(self, book: Book, *words: Say, begins: Beginning | None = None) -> Handled:
        """Words for a book that may be another one now."""
        told = Told(words, answers=self.answering, begins=begins is not None)
        return replace(self._with(book, told), begins=begins)

    def begun(self) -> Handled:
        """What a start command names begins, whatever is asked."""
        told = Told(answers=True, begins=True)
        return Handled(told, self.book, begins=Beginning.SESSION)

    def closes(self, book: Book, *words: Say) -> Handled:
        """As :meth:`changes`, where today's session is no more."""
        told = Told(words, answers=self.answering, closes=True)
        return self._with(book, told)

    def settles(self, book: Book, *words: Say) -> Handled:
        """As :meth:`changes`, at the end of much else that has changed: today is told anew."""
        told = Told(words, answers=self.answering)
        if isinstance(self.held, Briefing):
            here = self.planned_from(book).on(self.today)
            planned = here is not None and here.session is not None
            told = replace(told, anew=planned, closes=not planned)
        return Handled(told, book, book != self.book, not self.running)

    def _with(self, book: Book, told: Told) -> Handled:
        replans = not self.running and _planned_by(book) != _planned_by(self.book)
        ends = told.closes or told.begins
        if replans and not ends and isinstance(self.held, Briefing):
            told = self._rebriefing(book, told)
        return Handled(told, book, book != self.book, replans)

    def _rebriefing(self, book: Book, told: Told) -> Told:
        """A briefing begins again where today holds something else now, and ends where it holds
        nothing any more."""
        after = plan_weeks(book, self.library, self.today).on(self.today)
        now, was = after.session if after else None, self.here.session
        if now is None and was is not None and book.profile.answered:
            return replace(told, closes=True)
        asked = _asked_of(book, self.today) != _asked_of(self.book, self.today)
        return replace(told, anew=asked or _heard_of(now) != _heard_of(was))


def asks_beside(asking: Asking) -> bool:
    """Whether a question is the dialogue's own: it alone brings its words along."""
    own = asking.question is Question.PROFILE
    return own or (asking.question is Question.YES_NO and bool(asking.words))


def _asked_of(book: Book, today: date) -> DayNote:
    """What was said of today, apart from which day it is."""
    return replace(book.diary.on(today), pinned=False, told=False)


def _heard_of(session: PlannedSession | None) -> object:
    """What a briefing would tell of it: other words, or none."""
    if session is None:
        return None
    return session.workout.sets, session.workout.kind, session.workout.dosage


def _planned_by(book: Book) -> Book:
    """The book without what no plan goes by."""
    profile = replace(book.profile, units=Unit.KG, answered=frozenset(), time_zone=None)
    known = bool(book.profile.answered)
    return replace(book, profile=replace(profile, answered=frozenset({"any"} if known else ())))

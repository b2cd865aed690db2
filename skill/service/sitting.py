"""One athlete's session in memory between loading and saving, with what this turn adds to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import date

from engine.cues import Cue
from engine.library.model import Library
from engine.plan.athlete.runs import Run
from engine.plan.book import Book
from engine.plan.model import Workout
from engine.plan.planner.wishes import blocked_on
from engine.session.brief import reopens
from engine.session.codec import encode, restore, snapshot
from engine.session.events import Event, Played
from engine.session.facts import ClearanceGiven, Ending, Fact, PainGone
from engine.session.place import planned_in_hand
from engine.session.results import session_result
from engine.session.standing import Standing, folded
from engine.session.state import Finished, Idle, State
from engine.session.transition import advance
from engine.units import EPOCH, Instant
from skill.service import book as books
from skill.service.ports import Ids
from skill.service.records import Athlete, FactRecord, HeardRecord, SessionRecord, Status

STATUS = {
    Ending.COMPLETED: Status.COMPLETED,
    Ending.PARTIAL: Status.PARTIAL,
    Ending.SAFETY: Status.SAFETY,
}


@dataclass(frozen=True)
class Sitting:
    """Loaded, advanced, and then saved or thrown away. ``record`` is None until it is worth one."""

    athlete: Athlete
    standing: Standing
    record: SessionRecord | None
    workout: Workout
    state: State
    day: date
    facts: tuple[Fact, ...] = ()
    """New in this turn, and in turns before it that could not be saved."""
    heard: tuple[HeardRecord, ...] = ()
    cues: tuple[Cue, ...] = ()
    unsaved: bool = False
    """Storage failed: facts and events wait here for a later turn."""
    opened: State = field(default_factory=State)
    """The state that the session began from; a replay begins there."""
    aired: tuple[tuple[str, Instant], ...] = ()
    """What the channel is playing by itself: steps, and when each will be over."""
    before: tuple[Sitting, ...] = ()
    """Sessions that ended in this turn or while storage was away, still to be saved."""
    stored: Athlete | None = None
    """The athlete's row as it was loaded; what differs from it is saved."""
    book: Book | None = None
    """All that planning goes by; loaded where the turn may need it."""
    runs_stored: tuple[Run, ...] = ()
    """The book's runs as they were loaded."""
    not_before: Instant = EPOCH
    """When the session before this one was opened: later ones sort after it."""

    @property
    def phase_is_over(self) -> bool:
        return isinstance(self.state.phase, Finished | Idle)

    @property
    def done_today(self) -> bool:
        """The day's session was gone through to its end."""
        phase = self.state.phase
        completed = isinstance(phase, Finished) and phase.ending is Ending.COMPLETED
        return completed and self.record is not None and self.record.day == self.day.isoformat()

    def reopens(self, at: Instant) -> bool:
        """A session with something done was stopped not long ago and may be taken up again."""
        phase = self.state.phase
        if not isinstance(phase, Finished) or not self.state.course.logs:
            return False
        return reopens(self.state.course, phase, at)

    @property
    def exercise_in_hand(self) -> str:
        """What the athlete does now or next."""
        return planned_in_hand(self.state, self.workout).exercise

    def heard_event(self, event: Event, library: Library) -> Sitting:
        """Advance by one event; its cues replace those before."""
        outcome = advance(self.state, event, self.workout, library)
        number = outcome.state.course.heard
        heard = HeardRecord(number, event.at, json.dumps(encode(event)))
        standing = folded(self.standing, outcome.facts)
        sitting = replace(
            self,
            state=outcome.state,
            facts=self.facts + outcome.facts,
            heard=(*self.heard, heard),
            cues=outcome.cues,
            standing=replace(standing, verbosity=outcome.state.course.verbosity),
        )
        sitting = replace(sitting, athlete=_told(sitting.athlete, outcome.facts))
        return sitting._with_result(library) if _log_closed(self, sitting) else sitting

    def _with_result(self, library: Library) -> Sitting:
        """What was done is part of the training from here on; it can still be corrected."""
        day = date.fromisoformat(self.record.day) if self.record else self.day
        began = str(self.state.course.started_at)
        result = session_result(began, self.state, self.workout, library, day)
        return replace(self, athlete=books.with_result(self.athlete, result, library))

    def planned_with(self, book: Book) -> Sitting:
        """With a book that the dialogue has changed."""
        assert self.book is not None
        return replace(self, athlete=books.with_book(self.athlete, self.book, book), book=book)

    def caught_up(self, at: Instant, library: Library) -> Sitting:
        """Report what the channel has played by itself until now; the rest is still on air."""
        sitting = self
        for step, moment in self.aired:
            if moment <= at:
                sitting = sitting.heard_event(Played(step, moment), library)
        on_air = tuple(pair for pair in self.aired if pair[1] > at)
        return replace(sitting, cues=(), aired=on_air)

    def worth_keeping(self) -> bool:
        return self.record is not None or bool(self.facts) or not isinstance(self.state.phase, Idle)

    def as_record(self, ids: Ids, at: Instant) -> SessionRecord:
        """What is to be stored of the session after this turn."""
        before = self.record
        phase = self.state.phase
        status = STATUS[phase.ending] if isinstance(phase, Finished) else Status.OPEN
        return SessionRecord(
            athlete_id=self.athlete.id,
            id=before.id if before else ids.new(),
            day=before.day if before else self.day.isoformat(),
            status=status,
            version=before.version + 1 if before else 1,
            opened_at=before.opened_at if before else Instant(max(at, self.not_before + 1)),
            changed_at=max(at, before.changed_at) if before else at,
            workout=json.dumps(snapshot(self.workout)),
            state=json.dumps(snapshot(self.state)),
            aired=json.dumps([list(pair) for pair in self.aired]),
        )

    def fact_records(self, ids: Ids) -> tuple[FactRecord, ...]:
        return tuple(
            FactRecord(
                ids.new(), fact.number, type(fact).__name__, fact.at, json.dumps(encode(fact))
            )
            for fact in self.facts
        )


def _log_closed(before: Sitting, after: Sitting) -> bool:
    """The session is over, and its log is not what it was: what comes next follows from it."""
    if not isinstance(after.state.phase, Finished):
        return False
    was_over = isinstance(before.state.phase, Finished)
    return not was_over or before.state.course.logs != after.state.course.logs


def _told(athlete: Athlete, facts: tuple[Fact, ...]) -> Athlete:
    """The athlete's row after what a session has told about them."""
    for fact in facts:
        match fact:
            case ClearanceGiven():
                athlete = books.cleared(athlete)
            case PainGone(place=place):
                athlete = books.without_ache(athlete, place)
            case _:
                pass
    return athlete


def aired_in(record: SessionRecord) -> tuple[tuple[str, Instant], ...]:
    """The stored steps on air."""
    return tuple((str(step), Instant(moment)) for step, moment in json.loads(record.aired))


def standing_of(athlete: Athlete) -> Standing:
    """What outlasts this athlete's sessions."""
    notes = json.loads(athlete.notes)
    return restore(Standing, notes) if notes else Standing()


def opened_with(standing: Standing, book: Book, at: Instant, day: date) -> State:
    """A state with no session, knowing what the book knows of pain and clearance."""
    state = standing.opening(at)
    course = replace(
        state.course,
        blocked=state.course.blocked | blocked_on(book, day),
        needs_clearance=state.course.needs_clearance or book.profile.needs_clearance,
    )
    return replace(state, course=course)


def with_standing(athlete: Athlete, standing: Standing, at: Instant) -> Athlete:
    """The athlete's row after a turn."""
    consented = athlete.consented_at or (at if standing.consented else None)
    return replace(athlete, notes=json.dumps(snapshot(standing)), consented_at=consented)


def stored(record: SessionRecord) -> tuple[State, Workout]:
    """A stored session as the engine knows it. Raises SnapshotError."""
    state = restore(State, json.loads(record.state))
    return state, restore(Workout, json.loads(record.workout))

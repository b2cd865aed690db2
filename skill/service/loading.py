"""From storage to a sitting: the session that is on, or the opening of the next one."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from engine.cues import Amount, Say, say
from engine.errors import SnapshotError
from engine.plan.book import Book
from engine.session.close import REOPEN_FOR
from engine.session.commands import Start, Stop
from engine.session.events import Heard
from engine.session.facts import Ending
from engine.session.standing import Standing
from engine.session.state import Asking, Finished, Idle
from engine.units import EPOCH, Instant
from skill.service.book import book_of, remembered_book
from skill.service.days import day_of, zone_named
from skill.service.planning import Wanted, workout_as_spoken
from skill.service.ports import StorageFault, UnitOfWork
from skill.service.records import Athlete, SessionRecord
from skill.service.scripts import Scripts
from skill.service.sitting import Sitting, aired_in, opened_with, standing_of, stored

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Loader:
    """Loads sittings. ``machine`` is the time zone of athletes who have told none."""

    scripts: Scripts
    machine: tzinfo

    def load(
        self, work: UnitOfWork, athlete_id: str, at: Instant, wanted: Wanted
    ) -> tuple[Sitting, tuple[Say, ...]]:
        """The athlete's session as of now, and words about one that was closed meanwhile.

        Raises:
            StorageFault: the athlete is not known, or cannot be read.
        """
        athlete = work.athlete(athlete_id)
        if athlete is None:
            raise StorageFault("This athlete is not known here; link the device again.")
        record = work.latest_session(athlete_id)
        kept = self._kept(athlete, record, at) if record else None
        if kept is None:
            book = self._book(work, athlete, standing_of(athlete), at)
            return self.opening(athlete, at, wanted, record, standing_of(athlete), book), ()
        if self._still_on(kept, at):
            return kept, ()
        return self._after(work, kept, at, wanted)

    def with_book(self, work: UnitOfWork, sitting: Sitting, at: Instant) -> Sitting:
        """With all that planning goes by, where it is not at hand yet. Raises StorageFault."""
        if sitting.book is not None:
            return sitting
        book = self._book(work, sitting.athlete, sitting.standing, at)
        return replace(sitting, book=book, runs_stored=book.runs)

    def with_remembered_book(self, sitting: Sitting) -> Sitting:
        """As :meth:`with_book` while storage is away: without the dated runs."""
        if sitting.book is not None:
            return sitting
        zone = zone_named(sitting.athlete.time_zone, self.machine)
        library = self.scripts.library
        book = remembered_book(sitting.athlete, sitting.standing, zone, library)
        return replace(sitting, book=book)

    def _book(self, work: UnitOfWork, athlete: Athlete, standing: Standing, at: Instant) -> Book:
        zone = zone_named(athlete.time_zone, self.machine)
        day = day_of(at, zone)
        return book_of(work, athlete, standing, day, zone, self.scripts.library)

    def _kept(self, athlete: Athlete, record: SessionRecord, at: Instant) -> Sitting | None:
        """The stored session; None where it cannot be read, which must not lock anyone out."""
        try:
            state, workout = stored(record)
        except SnapshotError as error:
            log.error("snapshot session=%s fault=%s", record.id, error)
            return None
        sitting = Sitting(
            athlete=athlete,
            stored=athlete,
            standing=standing_of(athlete),
            record=record,
            workout=workout,
            state=state,
            day=self._day(athlete, at),
            aired=aired_in(record),
        )
        return sitting.caught_up(at, self.scripts.library)

    def _still_on(self, sitting: Sitting, at: Instant) -> bool:
        """What is over belongs to its day, but a stopped session can be taken up for a while."""
        record = sitting.record
        assert record is not None
        same_day = record.day == sitting.day.isoformat()
        match sitting.state.phase:
            case Finished(Ending.PARTIAL, at=stopped):
                return same_day or at - stopped <= REOPEN_FOR
            case Finished() | Idle() | Asking(held=Idle() | Finished()):
                return same_day
            case _:
                return at - record.changed_at <= REOPEN_FOR

    def _after(
        self, work: UnitOfWork, sitting: Sitting, at: Instant, wanted: Wanted
    ) -> tuple[Sitting, tuple[Say, ...]]:
        """The next session's opening; one that nobody took up again is closed as it was left."""
        left_open = not sitting.phase_is_over
        words: tuple[Say, ...] = ()
        if left_open:
            assert sitting.record is not None
            sitting = sitting.heard_event(
                Heard(Stop(), sitting.record.changed_at), self.scripts.library
            )
            done = {(kept.exercise, kept.set) for kept in sitting.state.course.logs}
            closed = say("left_open_closed", sets=Amount(len(done), "sets"))
            words = (closed,) if done else ()
        book = self._book(work, sitting.athlete, sitting.standing, at)
        opening = self.opening(sitting.athlete, at, wanted, sitting.record, sitting.standing, book)
        waiting = (sitting,) if sitting.heard else ()
        return replace(opening, stored=sitting.stored, before=waiting), words

    def opening(
        self,
        athlete: Athlete,
        at: Instant,
        wanted: Wanted,
        after: SessionRecord | None,
        standing: Standing,
        book: Book,
    ) -> Sitting:
        """No session yet: today's workout, fitted to its minutes, and a state ready for one."""
        day = self._day(athlete, at)
        workout = workout_as_spoken(self.scripts, wanted, book, standing, day)
        state = opened_with(standing, book, at, day)
        return Sitting(
            athlete=athlete,
            stored=athlete,
            book=book,
            runs_stored=book.runs,
            standing=standing,
            record=None,
            workout=workout,
            state=state,
            day=day,
            opened=state,
            not_before=after.opened_at if after else EPOCH,
        )

    def begun(self, sitting: Sitting, at: Instant, start: Start, wanted: Wanted) -> Sitting:
        """A sitting in which ``start`` begins what it asks for.

        A session that was noted but never begun is used up; one that is over stays as it is, and
        what could not be saved of it waits.
        """
        assert sitting.book is not None
        opening = self.opening(
            sitting.athlete,
            at,
            wanted.narrowed(start),
            sitting.record,
            sitting.standing,
            sitting.book,
        )
        opening = replace(opening, stored=sitting.stored, runs_stored=sitting.runs_stored)
        phase = sitting.state.phase
        if isinstance(phase.held if isinstance(phase, Asking) else phase, Finished):
            over = (replace(sitting, before=()),) if sitting.facts or sitting.heard else ()
            return replace(opening, before=(*sitting.before, *over), unsaved=sitting.unsaved)
        counted = replace(
            opening.state.course,
            facts=sitting.state.course.facts,
            heard=sitting.state.course.heard,
            said=sitting.state.course.said,
            last_at=sitting.state.course.last_at,
        )
        state = replace(opening.state, course=counted)
        return replace(sitting, workout=opening.workout, day=opening.day, state=state)

    def replanned(self, sitting: Sitting, at: Instant, wanted: Wanted) -> Sitting:
        """The same opening or briefing with today's session as the changed book has it."""
        assert sitting.book is not None
        workout = workout_as_spoken(
            self.scripts, wanted, sitting.book, sitting.standing, sitting.day
        )
        return replace(sitting, workout=workout)

    def _day(self, athlete: Athlete, at: Instant) -> date:
        return day_of(at, zone_named(athlete.time_zone, self.machine))

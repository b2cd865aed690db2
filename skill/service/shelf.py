"""Opens an athlete's book outside a session: to read the plan, or to change what it goes by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo

from engine.library.model import Library
from engine.plan.book import Book
from engine.session.standing import Standing
from engine.units import Instant
from skill.service.book import book_of, keep_book
from skill.service.days import day_of, zone_named
from skill.service.ports import Ids, StorageFault, Store, UnitOfWork
from skill.service.records import Athlete
from skill.service.sitting import standing_of


@dataclass(frozen=True)
class Opened:
    """A book on the athlete's own day."""

    book: Book
    today: date
    standing: Standing


@dataclass(frozen=True)
class Shelf:
    """Where the books are. ``machine`` is the time zone of athletes who have told none."""

    store: Store
    ids: Ids
    library: Library
    machine: tzinfo

    def opened(self, athlete: Athlete | None, at: Instant) -> Opened:
        """The book of an athlete, or of a newcomer. Raises StorageFault."""
        if athlete is None:
            return Opened(Book(), self.day(None, at), Standing())
        with self.store.begin() as work:
            return self._opened(work, athlete, at)

    def changed(self, athlete_id: str, at: Instant, change: Callable[[Book, date], Book]) -> Opened:
        """Keep a change of a book, which is given with the athlete's own day.

        Raises:
            StorageFault: it cannot be kept.
        """
        with self.store.begin() as work:
            athlete = work.athlete(athlete_id)
            if athlete is None:
                raise StorageFault("This athlete is not known here; begin again as new.")
            before = self._opened(work, athlete, at)
            after = change(before.book, before.today)
            athlete = keep_book(work, athlete, before.book, after, self.ids)
            work.commit()
            return Opened(after, self.day(athlete, at), before.standing)

    def day(self, athlete: Athlete | None, at: Instant) -> date:
        """The athlete's own day."""
        return day_of(at, zone_named(athlete.time_zone if athlete else None, self.machine))

    def _opened(self, work: UnitOfWork, athlete: Athlete, at: Instant) -> Opened:
        zone = zone_named(athlete.time_zone, self.machine)
        standing, day = standing_of(athlete), day_of(at, zone)
        return Opened(book_of(work, athlete, standing, day, zone, self.library), day, standing)

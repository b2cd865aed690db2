"""What the athlete said of single days: it changes those days and nothing after them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from engine.library.model import Gear

KEPT_DAYS = 28
"""How long a word about a past day is kept."""


class Readiness(StrEnum):
    """How fit for training the athlete feels."""

    GREEN = "green"
    AMBER = "amber"
    """Tired or sore: one set less, one more rep in reserve, no step up."""
    RED = "red"
    """Ill: no session."""


@dataclass(frozen=True)
class DayNote:
    """What holds on one day alone."""

    day: date
    minutes: int | None = None
    gear: frozenset[Gear] | None = None
    readiness: Readiness = Readiness.GREEN
    off: bool = False
    """No session on this day, by the athlete's word."""
    pinned: bool = False
    """A session was moved here, by the athlete's word."""
    told: bool = False
    """The athlete counts on a session here: it moves for good reason alone."""


@dataclass(frozen=True)
class Diary:
    """Notes on single days, at most one for each."""

    notes: tuple[DayNote, ...] = ()

    def on(self, day: date) -> DayNote:
        return next((note for note in self.notes if note.day == day), DayNote(day))

    def noted(self, note: DayNote, today: date) -> Diary:
        """With this note in the place of the day's earlier one; old ones are let go."""
        oldest = today - timedelta(days=KEPT_DAYS)
        others = (kept for kept in self.notes if kept.day != note.day and kept.day >= oldest)
        return replace(self, notes=tuple(sorted((*others, note), key=lambda kept: kept.day)))

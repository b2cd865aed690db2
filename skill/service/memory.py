"""Each athlete's last turn in memory, for when storage fails in mid-session."""

from __future__ import annotations

import threading
from collections import OrderedDict

from skill.service.sitting import Sitting

REMEMBERED = 256
"""Athletes whose saved turns are kept; what is not saved yet is never forgotten."""


class Memory:
    """Bounded but for unsaved turns; safe between threads."""

    def __init__(self) -> None:
        self._last: OrderedDict[str, Sitting] = OrderedDict()
        self._guard = threading.Lock()

    def of(self, athlete_id: str) -> Sitting | None:
        """The athlete's last turn, if it is remembered."""
        with self._guard:
            return self._last.get(athlete_id)

    def keep(self, sitting: Sitting) -> None:
        """Remember a turn in the place of the one before."""
        with self._guard:
            self._last[sitting.athlete.id] = sitting
            self._last.move_to_end(sitting.athlete.id)
            spare = len(self._last) - REMEMBERED
            saved = [id for id, kept in self._last.items() if not kept.unsaved]
            for id in saved[: max(0, spare)]:
                del self._last[id]

    def forget(self, athlete_id: str) -> Sitting | None:
        """Drop what is remembered, and return it."""
        with self._guard:
            return self._last.pop(athlete_id, None)

"""A score: sounds on exact milliseconds, and marks that tell which step is on when.

Every moment is counted from the score's own beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from engine.cues import Say
from engine.units import NO_TIME, Ms


class ToneKind(StrEnum):
    """What a tone tells; how it sounds is the channel's business."""

    TICK = "tick"
    """One of a count: a rep in tones mode, a contact, a number too long for its beat."""
    LOW = "low"
    """One of the count-in."""
    HIGH = "high"
    """Go."""
    END = "end"
    """A hold is over; in tones mode also a counted set."""


@dataclass(frozen=True)
class Tone:
    """A tone instead of words."""

    kind: ToneKind


TONE_MS: Mapping[ToneKind, Ms] = {
    ToneKind.TICK: Ms(60),
    ToneKind.LOW: Ms(120),
    ToneKind.HIGH: Ms(250),
    ToneKind.END: Ms(300),
}
"""How long each tone lasts on every channel."""

Sound = Say | Tone


@dataclass(frozen=True)
class Placed:
    """A sound on the time line; it ends before ``end``."""

    at: Ms
    length: Ms
    sound: Sound

    @property
    def end(self) -> Ms:
        return Ms(self.at + self.length)


class MarkKind(StrEnum):
    """What the athlete does meanwhile. Plain words between steps have no mark."""

    LEAD = "lead"
    SET = "set"
    HOLD = "hold"
    REST = "rest"
    ASK = "ask"
    """Listens to a question; the coach listens from the mark's end on."""


@dataclass(frozen=True)
class Mark:
    """From ``start`` until before ``end`` the session is in ``step``.

    A question that is left unsaid still has its mark, of no length.
    """

    step: str
    kind: MarkKind
    start: Ms
    end: Ms


@dataclass(frozen=True)
class Score:
    """What is heard and what is on. Raises ValueError for overlaps and what lies outside."""

    placed: tuple[Placed, ...] = ()
    marks: tuple[Mark, ...] = ()
    total: Ms = NO_TIME

    def __post_init__(self) -> None:
        _check("sounds", [(each.at, each.end) for each in self.placed], self.total)
        _check("marks", [(mark.start, mark.end) for mark in self.marks], self.total)

    def at(self, moment: Ms) -> Mark | None:
        """The mark that is on at the moment; None between marks and past the last."""
        return next((mark for mark in self.marks if mark.start <= moment < mark.end), None)

    def next_after(self, moment: Ms) -> Mark | None:
        """The first mark that begins later than the moment."""
        return next((mark for mark in self.marks if mark.start > moment), None)

    def left(self, moment: Ms) -> Ms:
        """How much of the score is still to come; nothing past its end."""
        return Ms(max(0, self.total - max(0, moment)))


def _check(what: str, ranges: list[tuple[Ms, Ms]], total: Ms) -> None:
    edges = [0, *(edge for each in ranges for edge in each), total]
    for earlier, later in pairwise(edges):
        if earlier > later:
            raise ValueError(f"{what} overlap or lie outside the score: {earlier} ms > {later} ms")

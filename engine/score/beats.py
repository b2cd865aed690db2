"""When the reps of a count begin, turn and are numbered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from engine.cues import Count
from engine.library.model import Tempo
from engine.units import SECOND, Ms


@dataclass(frozen=True)
class Beats:
    """A count's moments, each reckoned from its zero, so that no rounding adds up."""

    zero: int
    """Milliseconds of the score; negative for a count that was running before."""
    unit: Ms
    """One rep at the prescribed tempo."""
    number: Ms
    """From a rep's start to the end of its lifting phase, at the prescribed tempo."""
    pace: int
    reps: int

    @classmethod
    def of(cls, cue: Count, zero: int) -> Self:
        if cue.tempo is None:
            return cls(zero, SECOND, SECOND, cue.pace, cue.reps)
        lifted = _lifted(cue.tempo)
        return cls(zero, cue.tempo.rep_ms, lifted, cue.pace, cue.reps)

    @property
    def length(self) -> int:
        """One rep at the athlete's pace, rounded down."""
        return self.unit * self.pace // 100

    @property
    def end(self) -> int:
        return self.moment(self.reps)

    def moment(self, rep: int, offset: int = 0) -> int:
        """``offset`` ms of prescribed tempo into a rep; the first rep is 0."""
        return self.zero + (rep * self.unit + offset) * self.pace // 100

    def beat(self, rep: int) -> int:
        """Where the rep's number is said."""
        return self.moment(rep, self.number)

    def window(self, rep: int) -> tuple[int, int]:
        """From a rep's beat to the next; from the count's start for -1, to its end for the last."""
        start = self.beat(rep) if rep >= 0 else self.zero
        return start, self.beat(rep + 1) if rep + 1 < self.reps else self.end


@dataclass(frozen=True)
class Phase:
    """A phase of a rep: when it starts and how long it takes, in prescribed seconds."""

    start: int
    length: int
    word: str
    counted: bool
    """Its seconds may be counted aloud; those of a pause are not."""


def phases_of(tempo: Tempo, words: tuple[str, str]) -> Iterator[Phase]:
    """A rep's phases in their order; ``words`` name the lowering and the lifting one."""
    lower, lift = (tempo.lower, words[0], True), (tempo.lift, words[1], True)
    low, high = (tempo.pause_low, "hold", False), (tempo.pause_high, "hold", False)
    order = (lift, high, lower, low) if tempo.lift_first else (lower, low, lift, high)
    start = 0
    for length, word, counted in order:
        if length:
            yield Phase(start, length, word, counted)
        start += length


def _lifted(tempo: Tempo) -> Ms:
    before = 0 if tempo.lift_first else tempo.lower + tempo.pause_low
    return Ms((before + tempo.lift) * SECOND)

"""What a channel must voice, and whether it listens afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from engine.plan.model import Workout
from engine.score.model import Mark, MarkKind, Tone
from engine.session.state import Finished, Idle, State
from engine.units import NO_TIME, Instant, Ms


@dataclass(frozen=True)
class Line:
    """One thing heard: words, or a tone, at a moment of the reply."""

    at: Ms
    length: Ms
    text: str
    """Empty where it is a tone."""
    tone: Tone | None = None

    @property
    def end(self) -> Ms:
        return Ms(self.at + self.length)


@dataclass(frozen=True)
class Script:
    """A score in words: what is heard when, which step is on when, and how long it all takes."""

    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    total: Ms = NO_TIME


@dataclass(frozen=True)
class Reply:
    """The answer to one event, in the athlete's words and the channel's time.

    An empty script means that whatever is being played goes on undisturbed.
    """

    athlete_id: str
    session_id: str | None
    state: State
    """As it is at ``began``; a channel that airs ahead reaches later states by itself."""
    workout: Workout
    began: Instant
    script: Script
    at_risk: bool = False
    """The log could not be written; the words say so once."""

    @property
    def question(self) -> str:
        """The words of the question that the reply ends in; empty where it ends in none."""
        marks = self.script.marks
        if not marks or marks[-1].kind is not MarkKind.ASK:
            return ""
        begins = marks[-1].start
        return " ".join(line.text for line in self.script.lines if line.at >= begins)

    @property
    def over(self) -> bool:
        """Nothing more is expected of the athlete."""
        return isinstance(self.state.phase, Finished | Idle)

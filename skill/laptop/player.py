"""What is being played, what follows when nobody says a word, and when a pipe is listened to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from engine.cues import Question
from engine.library.model import Library
from engine.plan.model import PlannedSet, Workout
from engine.session.commands import Command, Done
from engine.session.events import Event
from engine.session.place import planned_in_hand
from engine.session.rehearse import ANSWER_WITHIN, following
from engine.session.state import (
    Asking,
    Briefing,
    Finished,
    Idle,
    Paused,
    Preparing,
    Resting,
    State,
    Working,
)
from engine.session.turn import Turn
from engine.session.walk import ends_at
from engine.units import Instant, Ms
from skill.service.reply import Line, Script

SENTENCES_APART = Ms(500)
"""Words of one passage are a quarter of a second apart; after a longer quiet come other calls."""


@dataclass(frozen=True)
class Window:
    """From when on a line is taken from a pipe, until something else is played."""

    opens: Instant
    once: str
    """One line is taken under this name; under none, any number."""


@dataclass(frozen=True)
class Playing:
    """A script from its first moment on, and the state that it voices."""

    state: State
    workout: Workout
    library: Library
    script: Script
    began: Instant

    @property
    def over_at(self) -> Instant:
        """When the script is over."""
        return Instant(self.began + self.script.total)

    @property
    def ends_at(self) -> Instant | None:
        """When it is somebody else's turn; None while only a word of the athlete goes on."""
        match self.state.phase:
            case Paused():
                return None
            case Asking(question=Question.PROFILE | Question.YES_NO, held=Idle() | Finished()):
                return None  # nothing goes on without an answer, however long it takes to type
            case Briefing() | Asking() | Idle():
                return Instant(self.over_at + ANSWER_WITHIN)
            case _:
                return self.over_at

    def report(self, at: Instant) -> Event | None:
        """What a player tells that has come to the end; None after a session."""
        over = isinstance(self.state.phase, Idle | Finished)
        return None if over else following(self.state, at)

    @property
    def planned(self) -> PlannedSet:
        """The set in hand or the next one; the last one after the end."""
        return planned_in_hand(self.state, self.workout)

    @property
    def window(self) -> Window | None:
        """When the coach listens to a pipe meanwhile."""
        match self.state.phase:
            case Working(step) if self.planned.main:
                return Window(self.over_at, step)
            case Resting(index=index, began=began, until=until):
                last = Instant(max(self.began, min(self.over_at, until) - 1))
                opens = min(last, Instant(self.began + spoken(self.script.lines)))
                return Window(opens, f"rest:{index}:{began}")
            case Preparing() | Working() | Finished():
                return None
            case Paused():
                return Window(self.over_at, "")
            case _:
                return Window(self.over_at, f"{self.state.name}:{self.began}")

    def heard_at(self, command: Command, at: Instant) -> Instant:
        """The moment that a line of a pipe counts for.

        At the end of a count "done" is said of the whole of it, and anything else just before
        it: a moment later the session would be asking how many there were.
        """
        phase = self.state.phase
        if not isinstance(phase, Working) or isinstance(command, Done):
            return at
        turn = Turn.of(self.state, self.began, self.workout, self.library)
        return Instant(max(self.began, min(at, ends_at(turn, phase)) - 1))


def spoken(lines: tuple[Line, ...]) -> Ms:
    """When the words are over that a script begins with."""
    ends = [Ms(0), *(line.end for line in lines)]
    together = zip(lines, ends, strict=False)
    first = list(takewhile(lambda pair: pair[0].at <= pair[1] + SENTENCES_APART, together))
    return first[-1][0].end if first else Ms(0)


def state_name(state: State) -> str:
    """As sentences know it: an open question with its kind."""
    phase = state.phase
    return f"asking:{phase.question}" if isinstance(phase, Asking) else state.name

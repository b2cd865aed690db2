"""What can happen to a session. Time enters the engine in no other way than ``at``."""

from __future__ import annotations

from dataclasses import dataclass

from engine.cues import Say
from engine.session.commands import Command
from engine.units import Instant


@dataclass(frozen=True)
class Told:
    """What the dialogue answers to a command that is not about the session itself."""

    words: tuple[Say, ...] = ()
    question: tuple[Say, ...] = ()
    """The coach asks this at the end, and listens; empty where it asks nothing."""
    topic: str = ""
    """What the question is about: a topic of the dialogue's own."""
    yes_no: bool = False
    """Yes and no will do for an answer; else it is a question of the interview."""
    answers: bool = False
    """What was heard answers the question that is open."""
    anew: bool = False
    """Today's session is another one now: a briefing that is open begins again."""
    begins: bool = False
    """A session begins right after the words."""
    closes: bool = False
    """There is no session today any more: a briefing that is open ends."""


@dataclass(frozen=True)
class Heard:
    """The athlete said something, in whatever way."""

    command: Command
    at: Instant
    told: Told | None = None
    """The answer, where the dialogue had one."""


@dataclass(frozen=True)
class Elapsed:
    """Time has passed. Alone it ends a rest or a set's count, and logs nothing."""

    at: Instant


@dataclass(frozen=True)
class Played:
    """A player has really run a step to its end. A step that is not the present one is ignored."""

    step: str
    at: Instant


@dataclass(frozen=True)
class Silence:
    """A player runs, and a question or a briefing went unanswered for its eight seconds."""

    at: Instant


Event = Heard | Elapsed | Played | Silence

"""What can happen to a session. Time enters the engine in no other way than ``at``."""

from __future__ import annotations

from dataclasses import dataclass

from engine.session.commands import Command
from engine.units import Instant


@dataclass(frozen=True)
class Heard:
    """The athlete said something, in whatever way."""

    command: Command
    at: Instant


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

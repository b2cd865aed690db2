"""What comes of one event."""

from __future__ import annotations

from dataclasses import dataclass

from engine.cues import Cue
from engine.session.facts import Fact
from engine.session.state import State


@dataclass(frozen=True)
class Outcome:
    """The next state, the cues to voice from the event's moment on, and the facts to keep.

    No cues means that whatever is being played goes on undisturbed.
    """

    state: State
    cues: tuple[Cue, ...] = ()
    facts: tuple[Fact, ...] = ()

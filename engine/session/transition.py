"""The session's law: every state, every event, one answer.

Pure and total. Time arrives inside the event, and an event that makes no sense now is answered
with words and the same state, never with an exception: the athlete cannot be wrong.
"""

from __future__ import annotations

from engine.library.model import Library
from engine.plan.model import Workout
from engine.session.events import Elapsed, Event, Heard, Played, Silence
from engine.session.hearing import hear
from engine.session.outcome import Outcome
from engine.session.state import State
from engine.session.timing import passed, played, silent
from engine.session.turn import Turn


def advance(state: State, event: Event, workout: Workout, library: Library) -> Outcome:
    """Answer one event: the next state, the cues to voice, the facts to keep."""
    turn = Turn.of(state, event.at, workout, library)
    match event:
        case Played(step):
            return played(turn, step).outcome()
        case Silence():
            return silent(turn).outcome()
        case Elapsed():
            return passed(turn).outcome()
        case Heard(command, told=told):
            return hear(turn, command, told).outcome()

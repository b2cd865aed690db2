"""Plays a session ahead of time, hands-free, to know what is to come and how long it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.cues import Cue, Question
from engine.library.model import Library
from engine.plan.model import Workout
from engine.session.events import Event, Played, Silence
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
from engine.session.transition import advance
from engine.session.turn import Turn
from engine.session.walk import goes_on
from engine.units import Instant, Ms, seconds

ANSWER_WITHIN = seconds(8)
"""How long an open question waits where a player runs: as long as Alexa's microphone."""


@dataclass(frozen=True)
class Passage:
    """What is voiced from one event to the next, the wait for an unheard answer at its end."""

    state: State
    cues: tuple[Cue, ...]
    began: Instant
    length: Ms


def rehearse(
    state: State,
    cues: tuple[Cue, ...],
    at: Instant,
    workout: Workout,
    library: Library,
    length_of: Callable[[tuple[Cue, ...]], Ms],
) -> Iterator[Passage]:
    """The passages from here to the end, as if nobody said a word but "ready" at the briefing.

    ``cues`` are being voiced from ``at`` on; without any, the step in hand is taken up.
    ``length_of`` measures cues in the voice at hand. A paused session goes on at once; without a
    session there is nothing to rehearse.
    """
    at = max(at, state.course.last_at)
    state, cues = _unheld(state, cues, at, workout, library)
    while not isinstance(state.phase, Idle | Finished):
        spoken = length_of(cues)
        waits = isinstance(state.phase, Asking) and state.phase.question is not Question.READY
        length = Ms(spoken + (ANSWER_WITHIN if waits else 0))
        yield Passage(state, cues, at, length)
        at = Instant(at + length)
        outcome = advance(state, following(state, at), workout, library)
        if not outcome.cues:
            return  # the step is not over by then; going round it again would never end
        state, cues = outcome.state, outcome.cues
    yield Passage(state, cues, at, length_of(cues))


def following(state: State, at: Instant) -> Event:
    """What happens next when nobody says a word and a player runs."""
    match state.phase:
        case Preparing(step) | Working(step) | Resting(step):
            return Played(step, at)
        case _:
            return Silence(at)


def _unheld(
    state: State, cues: tuple[Cue, ...], at: Instant, workout: Workout, library: Library
) -> tuple[State, tuple[Cue, ...]]:
    if isinstance(state.phase, Paused):
        state = State(_running(state.phase), state.course)
        cues = ()
    if cues or isinstance(state.phase, Idle | Finished | Briefing):
        return state, cues
    turn = goes_on(Turn.of(state, at, workout, library))
    return State(turn.phase, turn.course), turn.cues


def _running(paused: Paused) -> Briefing | Preparing | Working | Resting | Asking:
    return paused.held

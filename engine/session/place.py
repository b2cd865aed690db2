"""Which set and which exercise a word is about."""

from __future__ import annotations

from engine.cues import Question
from engine.plan.model import PlannedSet, Workout
from engine.session.facts import Source
from engine.session.set_end import log
from engine.session.state import (
    Asking,
    Briefing,
    Finished,
    Idle,
    Paused,
    Phase,
    Preparing,
    Resting,
    State,
    Working,
)
from engine.session.turn import Turn
from engine.session.walk import rest


def at_index(turn: Turn) -> int:
    """The set in hand or the next one; 0 before the first."""
    return index_of(turn.phase)


def index_of(phase: Phase) -> int:
    """The set that a phase is about; 0 where there is none yet."""
    match phase:
        case Preparing(index=index) | Working(index=index) | Resting(index=index):
            return index
        case Finished(index=index):
            return index
        case Asking(held=held):
            return index_of(held)
        case Paused(held=held):
            return index_of(held)
        case Idle() | Briefing():
            return 0


def planned_in_hand(state: State, workout: Workout) -> PlannedSet:
    """The set in hand or the next one; the last one after the end."""
    sets = state.course.sets_of(workout)
    return sets[min(index_of(state.phase), len(sets) - 1)]


def in_hand(turn: Turn) -> str:
    """The exercise or move that a word about "this one" means."""
    if isinstance(turn.phase, Asking) and turn.phase.question is Question.REPS:
        return turn.planned(turn.phase.index).exercise
    return turn.planned(at_index(turn)).exercise


def counted_out(turn: Turn) -> Turn:
    """A set whose reps were asked for is kept with those counted, and its rest has begun."""
    match turn.phase:
        case Asking(step, Question.REPS, index=index, counted=done) if done:
            turn = log(turn, index, done, Source.ASSUMED)
            ended = turn.planned(index)
            if ended.rest_ms:
                return rest(turn, index + 1, ended)
            return turn.enters(Preparing(step, index + 1, told=False))
        case _:
            return turn

"""Standing still and going on: what a pause, a question or a report does to the step in hand."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Name, Say, Span, say
from engine.library.model import Measure
from engine.session.describe import announcement, dosed
from engine.session.state import Asking, Held, Paused, Preparing, Resting, Working
from engine.session.turn import Turn
from engine.session.walk import SHORT_LEAD, carry_on, counted, go_to, goes_on, prepare
from engine.units import Instant, seconds


def unpaused(turn: Turn) -> Turn:
    """The held phase, its moments moved by the length of the pause: a pause costs no rest."""
    if not isinstance(turn.phase, Paused):
        return turn
    by = turn.at - turn.phase.since
    held = turn.phase.held
    if isinstance(held, Asking):
        return turn.enters(replace(held, held=_later(held.held, by)))
    return turn.enters(_later(held, by))


def _later(held: Held, by: int) -> Held:
    match held:
        case Resting(began=began, until=until):
            return replace(held, began=Instant(began + by), until=Instant(until + by))
        case Working(began=began):
            return replace(held, began=Instant(began + by))
        case _:
            return held


def halted(turn: Turn) -> Held:
    """Where the session goes on after a question: a set in hand stands still at its count."""
    phase = turn.phase
    if isinstance(phase, Working):
        return Preparing(phase.step, phase.index, counted(turn, phase))
    if isinstance(phase, Paused):
        return halted(unpaused(turn))
    return phase.held if isinstance(phase, Asking) else phase


def take_up(turn: Turn, *first: Say) -> Turn:
    """Go on where the session stands, saying what it goes on with."""
    match turn.phase:
        case Resting() as held:
            return carry_on(turn.says(*first), held)
        case Working(index=index) as phase:
            return _from_count(turn, index, counted(turn, phase))
        case Preparing(index=index, counted=so_far) if so_far:
            return _from_count(turn, index, so_far)
        case Preparing(index=index) if turn.planned(index).main:
            return prepare(turn.says(*first), index, announcement(turn, index))
        case Preparing(index=index):
            return go_to(turn, index)
        case _:
            return goes_on(turn.says(*first))


def _from_count(turn: Turn, index: int, so_far: int) -> Turn:
    """Back into a set at its count-in; a count that was over but for its report is all done."""
    planned = turn.planned(index)
    so_far = min(so_far, planned.target - 1)
    name = Name(planned.exercise)
    if not so_far:
        words = dosed("repeat_set", planned, exercise=name)
    elif planned.measure is Measure.HOLD:
        words = say("go_on_hold", exercise=name, span=Span(seconds(planned.target - so_far)))
    else:
        words = say("go_on_from", exercise=name, number=so_far + 1)
    return prepare(turn, index, (words,), SHORT_LEAD, so_far)

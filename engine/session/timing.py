"""What time, silence and a player's reports do to a session.

Time alone ends a rest and a set's count, and nothing more; only a player that really ran a set, or
a question that stayed unanswered while a player ran, logs one.
"""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Ask, Name, Question, say
from engine.library.model import Measure
from engine.session.brief import begin
from engine.session.facts import Source
from engine.session.safety import unanswered
from engine.session.state import Asking, Briefing, Held, Paused, Preparing, Resting, Working
from engine.session.turn import Turn
from engine.session.walk import after_set, carry_on, ends_at, go_to, goes_on, log, work
from engine.units import Instant, Ms

EARLY = Ms(250)
"""A player's clock may be this far ahead; an earlier report is not of the whole step."""


def passed(turn: Turn) -> Turn:
    """The moment has come at which a rest or a count is over, or it has not."""
    match turn.phase:
        case Resting(index=index, until=until) if turn.at >= until:
            return go_to(turn, index)
        case Working(index=index) as phase if turn.at >= ends_at(turn, phase):
            if not turn.planned(index).main:
                return _waiting(turn, index + 1)
            return _ask_done(turn, phase)
        case _:
            return turn


def settled(turn: Turn) -> Turn:
    """As :func:`passed`, without words, since something else is being answered.

    The step that follows a rest is still to be announced, so it waits for a word.
    """
    if isinstance(turn.phase, Resting) and turn.at >= turn.phase.until:
        return _waiting(turn, turn.phase.index)
    return replace(passed(turn), cues=turn.cues)


def _waiting(turn: Turn, index: int) -> Turn:
    """The next step waits for a word, its announcement still to come."""
    if index >= len(turn.sets):
        return go_to(turn, index)
    turn, step = turn.step("lead", index)
    return turn.enters(Preparing(step, index, told=False))


def _ask_done(turn: Turn, phase: Working) -> Turn:
    planned = turn.planned(phase.index)
    words = "ask_hold_done" if planned.measure is Measure.HOLD else "ask_done"
    turn, step = turn.step("ask", phase.index)
    turn, said = turn.varied(say(words, exercise=Name(planned.exercise)))
    asking = Asking(step, Question.REPS, phase, index=phase.index, counted=planned.target)
    return turn.enters(asking).voices(Ask(step, Question.REPS, said))


def played(turn: Turn, step: str) -> Turn:
    """A player ran a step to its end. Reports of other steps, and early ones, are ignored."""
    match turn.phase:
        case Preparing(step=current, index=index, counted=counted) if current == step:
            return work(turn, index, counted)
        case Resting(step=current, index=index, until=until):
            over = current == step and turn.at + EARLY >= until
            return go_to(turn, index) if over else turn
        case Working(step=current, index=index) as phase if current == step:
            if turn.at + EARLY < ends_at(turn, phase):
                return turn
            if not turn.planned(index).main:
                return go_to(turn, index + 1)
            turn = log(turn, index, turn.planned(index).target, Source.ASSUMED)
            return after_set(turn, index)
        case _:
            return turn


def silent(turn: Turn) -> Turn:
    """Nobody answered: on as prescribed, or the cautious way where it hurts."""
    match turn.phase:
        case Briefing():
            return begin(turn, consented=False)
        case Asking() as asking:
            return dismissed(turn, asking)
        case _:
            return turn


def dismissed(turn: Turn, asking: Asking) -> Turn:
    """An open question is closed without an answer."""
    match asking.question:
        case Question.PAIN_PLACE | Question.PAIN_LEVEL:
            return unanswered(turn, asking)
        case Question.REPS:
            return _assumed(turn, asking)
        case _:
            return resumed(turn, asking)


def _assumed(turn: Turn, asking: Asking) -> Turn:
    if not asking.counted:
        return go_to(turn.enters(asking.held), asking.index)
    turn = log(turn, asking.index, asking.counted, Source.ASSUMED)
    return after_set(turn, asking.index, ask=False)


def resumed(turn: Turn, asking: Asking) -> Turn:
    """Back to where the question was asked."""
    turn = turn.enters(asking.held)
    return carry_on(turn, asking.held) if isinstance(asking.held, Resting) else goes_on(turn)


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

"""What time, silence and a player's reports do to a session.

Time alone ends a rest and a set's count, and nothing more; only a player that really ran a set, or
a question that stayed unanswered while a player ran, logs one.
"""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Name, Question, say
from engine.library.model import Measure
from engine.session.brief import begin
from engine.session.effort import felt
from engine.session.facts import Source
from engine.session.logbook import ask_reps
from engine.session.pain import unanswered
from engine.session.pausing import take_up
from engine.session.set_end import after_set, log
from engine.session.state import Asking, Briefing, Preparing, Resting, Working
from engine.session.turn import Turn
from engine.session.walk import ends_at, go_to, work
from engine.units import Ms

EARLY = Ms(250)
"""A player's clock may be this far ahead; an earlier report is not of the whole step."""


def passed(turn: Turn) -> Turn:
    """The moment has come at which a rest or a count is over, or it has not."""
    match turn.phase:
        case Resting(index=index, until=until) if turn.at >= until:
            return go_to(turn, index)
        case Working(index=index) as phase if turn.at >= ends_at(turn, phase):
            if turn.planned(index).main:
                return _ask_done(turn, phase)
            # Time alone completes no session: the last stretch waits for a word or a player.
            return _waiting(turn, index + 1) if index + 1 < len(turn.sets) else turn
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
    turn, step = turn.step("lead", index)
    return turn.enters(Preparing(step, index, told=False))


def _ask_done(turn: Turn, phase: Working) -> Turn:
    """The count is over and nobody has said so."""
    planned = turn.planned(phase.index)
    words = "ask_hold_done" if planned.measure is Measure.HOLD else "ask_done"
    held = Preparing(phase.step, phase.index, planned.target)
    return ask_reps(turn, held, say(words, exercise=Name(planned.exercise)))


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
    turn = turn.enters(asking.held)
    if asking.told.effort is not None:
        exercise = turn.planned(asking.index).exercise
        turn = felt(turn, exercise, asking.told.effort)
    return after_set(turn, asking.index, ask=False)


def resumed(turn: Turn, asking: Asking) -> Turn:
    """Back to where the question was asked."""
    return take_up(turn.enters(asking.held))

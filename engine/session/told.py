"""What the dialogue answers, said within the session: the step in hand goes on after it."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Ask, Question, say
from engine.session.brief import brief
from engine.session.close import stop
from engine.session.events import Told
from engine.session.moving import start
from engine.session.pain import asks_of_pain
from engine.session.pausing import halted
from engine.session.state import Asking, Briefing, Finished, Idle, Paused
from engine.session.timing import resumed
from engine.session.turn import Turn
from engine.session.walk import goes_on

ANYTHING_ELSE = Told(question=(say("ask_anything_else"),), topic="anything_else", yes_no=True)
"""Put in the place of an offer that was passed over: it is not made twice."""


def tell(turn: Turn, told: Told) -> Turn:
    """Say the answer. A question about pain that is open comes first, and is put again."""
    if asks_of_pain(turn.phase):
        return goes_on(turn)
    turn = turn.says(*told.words)
    if told.question:
        return _ask(turn, told)
    if told.begins:
        return start(turn.enters(halted(turn)))
    if told.closes and isinstance(halted(turn), Briefing):
        return replace(stop(turn.enters(halted(turn)), 0), cues=turn.cues)
    if _passed_over(turn, told):
        return _ask(turn, ANYTHING_ELSE)
    if told.answers and isinstance(turn.phase, Asking):
        turn = resumed(turn, turn.phase)
        return _anew(turn) if told.anew else turn
    if told.anew and isinstance(turn.phase, Briefing):
        return brief(turn, anew=True)
    return turn if isinstance(turn.phase, Idle | Finished | Paused) else goes_on(turn)


def _passed_over(turn: Turn, told: Told) -> bool:
    """Something else was said while the dialogue offered something."""
    phase = turn.phase
    offered = isinstance(phase, Asking) and phase.question is Question.YES_NO and phase.words
    return bool(offered) and not told.answers


def _anew(turn: Turn) -> Turn:
    return brief(turn, anew=True) if isinstance(turn.phase, Briefing) else turn


def _ask(turn: Turn, told: Told) -> Turn:
    """Put the dialogue's question; what was going on waits for its answer."""
    held = halted(turn)
    turn, step = turn.step("ask", 0)
    turn, said = turn.varied(*told.question)
    question = Question.YES_NO if told.yes_no else Question.PROFILE
    asking = Asking(step, question, held, topic=told.topic, words=told.question)
    return turn.enters(asking).voices(Ask(step, question, said))


def unanswered_here(turn: Turn) -> Turn:
    """A command of the dialogue that nobody answered: it is for another moment."""
    return goes_on(turn.says(say("not_now")))

"""Yes, no, never mind: what they mean to the question that is open."""

from __future__ import annotations

from engine.cues import Ask, Question, say
from engine.session.brief import begin, brief, reopen, reopens
from engine.session.commands import Done, Effort, GiveEffort
from engine.session.exchange import without_missing
from engine.session.logbook import unlog
from engine.session.moving import ready, stopped
from engine.session.pain import asks_of_pain
from engine.session.pausing import halted, unpaused
from engine.session.place import counted_out
from engine.session.reporting import done, effort_given
from engine.session.sparing import spare
from engine.session.state import Asking, Briefing, Finished, Idle, Paused, Preparing, Resting
from engine.session.timing import dismissed, resumed
from engine.session.turn import Turn
from engine.session.walk import go_to, goes_on


def cancel(turn: Turn) -> Turn:
    """Drops an open question; without one it is a stop."""
    if not isinstance(turn.phase, Asking):
        return stopped(turn)
    asking = turn.phase
    if asking.question is Question.REPS:
        return dismissed(turn, asking)
    return resumed(turn.says(say("kept")), asking)


def start_over(turn: Turn) -> Turn:
    """Once more from the warm-up, if that is really meant."""
    if isinstance(turn.phase, Paused) and isinstance(turn.phase.held, Asking):
        turn = unpaused(turn)
    match turn.phase:
        case Idle():
            return turn.says(say("no_session"))
        case Finished():
            return turn.says(say("already_finished"))
        case Briefing():
            return brief(turn)
        case _ if asks_of_pain(turn.phase):
            return goes_on(turn)
        case _:
            return ask_yes_no(counted_out(turn), "start_over")


def ask_yes_no(turn: Turn, topic: str) -> Turn:
    """Something that is worth a second word; a set in hand stands still meanwhile."""
    held = halted(turn)
    turn, step = turn.step("ask", 0)
    turn, said = turn.varied(say(f"ask_{topic}"))
    asking = Asking(step, Question.YES_NO, held, topic=topic)
    return turn.enters(asking).voices(Ask(step, Question.YES_NO, said))


def said_yes(turn: Turn) -> Turn:
    """Yes to whatever was asked."""
    match turn.phase:
        case Asking(question=Question.YES_NO):
            return _restarted(turn)
        case Asking(question=Question.REPS):
            return done(turn, Done())
        case Asking(question=Question.EFFORT):
            return effort_given(turn, GiveEffort(Effort.RIGHT))
        case Briefing():
            return begin(turn, consented=True)
        case Idle() | Paused() | Preparing() | Resting():
            return ready(turn)
        case Finished() as finished if reopens(turn.course, finished, turn.at):
            return reopen(turn, finished)
        case Finished():
            return turn.says(say("already_finished"))
        case Asking():
            return goes_on(turn)
        case _:
            return goes_on(turn.says(say("not_now")))


def _restarted(turn: Turn) -> Turn:
    turn = unlog(turn, *turn.course.logs)
    turn = turn.notes_course(sets=None, lowered=(), started_at=turn.at)
    turn = spare(without_missing(turn, 0), 0, turn.course.spared)
    return go_to(turn.says(say("started_over")), 0)


def said_no(turn: Turn) -> Turn:
    """No to whatever was asked; the session goes on."""
    match turn.phase:
        case Asking(question=Question.YES_NO) as asking:
            return resumed(turn.says(say("kept")), asking)
        case Asking(question=Question.EFFORT) as asking:
            return dismissed(turn, asking)
        case Paused():
            return turn.says(say("still_paused"))
        case Idle() | Finished() | Briefing():
            return stopped(turn)
        case Asking():
            return goes_on(turn)
        case _:
            return goes_on(turn.says(say("not_now")))

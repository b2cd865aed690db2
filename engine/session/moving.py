"""Starting, stopping, pausing, and going back and forth through the steps."""

from __future__ import annotations

from engine.cues import Name, Priority, Question, Span, say
from engine.library.model import Measure
from engine.session.brief import begin, brief, reopen
from engine.session.close import REOPEN_FOR, stop
from engine.session.commands import Done
from engine.session.describe import announcement, dosed
from engine.session.exchange import at_index, counted_out, jump, jump_on
from engine.session.facts import Ending
from engine.session.logbook import logs_from, set_done, unlog
from engine.session.reporting import done
from engine.session.safety import asks_of_pain, left_unanswered
from engine.session.state import (
    Asking,
    Briefing,
    Finished,
    Idle,
    Paused,
    Preparing,
    Resting,
    Working,
)
from engine.session.timing import dismissed, unpaused
from engine.session.turn import Turn
from engine.session.walk import SHORT_LEAD, carry_on, counted, go_to, goes_on, prepare, work
from engine.units import seconds


def start(turn: Turn) -> Turn:
    """Begin, or take a running session for begun."""
    match turn.phase:
        case Idle() if turn.course.needs_clearance:
            return turn.says(say("clearance_needed", Priority.KEEP))
        case Idle():
            return brief(turn)
        case Briefing():
            return begin(turn, consented=True)
        case Paused():
            return resume(turn)
        case Finished():
            return turn.says(say("already_finished"))
        case _:
            return goes_on(turn.says(say("session_open")))


def ready(turn: Turn) -> Turn:
    """On with it: ends a briefing, a rest, a lead-in's waiting or a pause."""
    match turn.phase:
        case Idle() | Briefing() | Finished():
            return start(turn)
        case Preparing(index=index, counted=so_far, told=told):
            if told and turn.planned(index).main:
                return prepare(turn, index, (say("get_ready"),), SHORT_LEAD, so_far)
            return go_to(turn, index)
        case Resting(index=index):
            return go_to(turn, index)
        case Paused():
            return resume(turn)
        case Asking(question=Question.EFFORT) as asking:
            return dismissed(turn, asking)
        case _:
            return goes_on(turn.says(say("not_now")))


def stopped(turn: Turn) -> Turn:
    """Enough: close with what was done. A question about reps counts as unanswered."""
    if isinstance(turn.phase, Asking) and asks_of_pain(turn.phase):
        turn = left_unanswered(turn, turn.phase)
    match turn.phase:
        case Idle() | Finished():
            return turn.says(say("goodbye"))
        case Asking(question=Question.REPS, counted=so_far) if so_far:
            turn = counted_out(turn)
            return stop(turn, at_index(turn))
        case Asking(held=Finished() | Idle() as held):
            return turn.enters(held).says(say("goodbye"))
        case _:
            return stop(turn, at_index(turn))


def pause(turn: Turn) -> Turn:
    """Everything stands still until a word."""
    match turn.phase:
        case Idle():
            return turn.says(say("no_session"))
        case Finished():
            return turn.says(say("already_finished"))
        case Paused():
            return turn.says(say("still_paused"))
        case held:
            return turn.enters(Paused(held, turn.at)).says(say("paused"))


def resume(turn: Turn) -> Turn:
    """Take up a pause, or a session that was stopped not long ago."""
    match turn.phase:
        case Paused():
            return _taken_up(unpaused(turn))
        case Finished(Ending.PARTIAL, at=at) as finished if turn.at - at <= REOPEN_FOR:
            return reopen(turn, finished)
        case Idle():
            return turn.says(say("nothing_open"))
        case Finished():
            return turn.says(say("already_finished"))
        case Briefing():
            return begin(turn, consented=True)
        case Preparing():
            return ready(turn)
        case _:
            return goes_on(turn.says(say("not_paused")))


def _taken_up(turn: Turn) -> Turn:
    match turn.phase:
        case Resting() as held:
            return carry_on(turn.says(say("resumed")), held)
        case Working(index=index) as phase:
            return _from_count(turn, index, counted(turn, phase))
        case Preparing(index=index, counted=so_far) if turn.planned(index).main:
            turn = turn.says(say("resumed"))
            if so_far:
                return _from_count(turn, index, so_far)
            return prepare(turn, index, announcement(turn, index))
        case Preparing(index=index):
            return go_to(turn, index)
        case _:
            return goes_on(turn.says(say("resumed")))


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


def forward(turn: Turn, to: str | None) -> Turn:
    """Next: the set or rest in hand is over. With a name: on to that exercise."""
    if to is not None and isinstance(turn.phase, Briefing):
        return goes_on(turn.says(say("not_now")))
    if to == "exercise":
        return _next_exercise(turn)
    if to is not None:
        jumped = jump(counted_out(turn), to)
        return jumped or goes_on(turn.says(say("not_in_session", exercise=Name(to))))
    match turn.phase:
        case Briefing():
            return begin(turn, consented=False)
        case Preparing(index=index, counted=so_far):
            return work(turn, index, so_far)
        case Working(index=index) if not turn.planned(index).main:
            return go_to(turn, index + 1)
        case Working():
            return done(turn, Done())
        case Resting(index=index):
            return go_to(turn, index)
        case Asking() as asking:
            return dismissed(turn, asking)
        case _:
            return goes_on(turn)


def _next_exercise(turn: Turn) -> Turn:
    """A set that is as good as over is done; one that is not is dropped with the others."""
    if isinstance(turn.phase, Asking) and turn.phase.question is Question.REPS:
        this = turn.planned(turn.phase.index).exercise
        return jump_on(counted_out(turn), this)
    if isinstance(turn.phase, Working) and turn.planned(turn.phase.index).main:
        index = turn.phase.index
        logged = set_done(turn, index, Done())
        if logged is not None:
            following = Preparing(turn.phase.step, index + 1)
            return jump_on(logged.enters(following), turn.planned(index).exercise)
    return jump_on(turn)


def back(turn: Turn) -> Turn:
    """Do the step again: the set in hand, else the one before; its log is taken back."""
    match turn.phase:
        case Working(index=index) | Asking(question=Question.REPS, index=index):
            target = index
        case Asking(question=Question.EFFORT, index=index):
            target = index
        case _:
            target = at_index(turn) - 1
    if target < 0:
        return goes_on(turn.says(say("first_already")))
    turn = unlog(turn, *logs_from(turn, target))
    planned = turn.planned(target)
    if not planned.main:
        return go_to(turn, target)
    name = Name(planned.exercise)
    turn = turn.says(say("back_to", exercise=name, set=planned.number))
    return prepare(turn, target, announcement(turn, target))

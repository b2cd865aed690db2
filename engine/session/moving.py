"""Starting, stopping, pausing, and going back and forth through the steps."""

from __future__ import annotations

from engine.cues import Name, Priority, Question, say
from engine.session.brief import begin, brief, reopen, reopens
from engine.session.close import stop
from engine.session.commands import Done
from engine.session.describe import announcement
from engine.session.facts import StepSkipped
from engine.session.logbook import logs_from, set_done, unlog
from engine.session.pain import asks_of_pain, left_unanswered
from engine.session.pausing import take_up, unpaused
from engine.session.place import at_index, counted_out, in_hand
from engine.session.reporting import done, set_in_hand
from engine.session.skipping import jump, jump_on
from engine.session.sparing import loading
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
from engine.session.timing import dismissed
from engine.session.turn import Turn
from engine.session.walk import SHORT_LEAD, go_to, goes_on, prepare, work


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
        case Asking(held=Idle() | Finished()):
            return goes_on(turn)
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
        case Asking(question=Question.REPS):
            return done(turn, Done())
        case _:
            return goes_on(turn.says(say("not_now")))


def stopped(turn: Turn) -> Turn:
    """Enough: close with what was done. A question about reps counts as unanswered."""
    if isinstance(turn.phase, Paused):
        turn = unpaused(turn)
    if isinstance(turn.phase, Asking) and asks_of_pain(turn.phase):
        turn = left_unanswered(turn, turn.phase)
    held = turn.phase.held if isinstance(turn.phase, Asking) else turn.phase
    if isinstance(held, Idle | Finished):
        return turn.enters(held).says(say("goodbye"))
    # A set in hand is not logged: whoever takes the session up again does it anew.
    turn = counted_out(turn)
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
            return take_up(unpaused(turn), say("resumed"))
        case Finished() as finished if reopens(turn.course, finished, turn.at):
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


def forward(turn: Turn, to: str | None) -> Turn:
    """Next: the set or rest in hand is over. With a name: on to that exercise."""
    if to is not None:
        return _forward_to(turn, to)
    match turn.phase:
        case Briefing():
            return begin(turn, consented=False)
        case Preparing(index=index, told=False):
            return go_to(turn, index)
        case Preparing(index=index, counted=so_far):
            return work(turn, index, so_far)
        case Working(index=index) if not turn.planned(index).main:
            return go_to(turn, index + 1)
        case Working():
            return done(turn, Done())
        case Resting(index=index):
            return go_to(turn, index)
        case Asking(question=Question.REPS, index=index, counted=0):
            this = turn.planned(index).exercise
            return go_to(turn.notes(StepSkipped, exercise=this, sets=1), index + 1)
        case Asking() as asking:
            return dismissed(turn, asking)
        case _:
            return goes_on(turn)


def _forward_to(turn: Turn, to: str) -> Turn:
    if isinstance(turn.phase, Briefing):
        return goes_on(turn.says(say("not_now")))
    if to == "exercise":
        return _next_exercise(turn)
    jumped = jump(counted_out(turn), to)
    return jumped or goes_on(turn.says(say("not_in_session", exercise=Name(to))))


def _next_exercise(turn: Turn) -> Turn:
    """A set that is as good as over is done; one that is not is dropped with the others."""
    index, this = at_index(turn), in_hand(turn)
    held = set_in_hand(turn)
    if isinstance(turn.phase, Asking) and turn.phase.question is Question.REPS:
        return jump_on(counted_out(turn), this)
    if held is not None:
        logged = set_done(turn.enters(held), held.index, held.counted, Done())
        if logged is not None:
            return jump_on(logged.enters(Preparing(held.step, index + 1)), this)
    resting = turn.phase.held if isinstance(turn.phase, Asking) else turn.phase
    if isinstance(resting, Resting) and index > 0:
        this = turn.planned(index - 1).exercise
    return jump_on(turn, this)


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
    planned = turn.planned(target)
    if planned.exercise in loading(turn, target, turn.course.spared):
        return goes_on(turn.says(say("not_now")))
    turn = unlog(turn, *logs_from(turn, target)).notes_course(undone=None)
    if not planned.main:
        return go_to(turn, target)
    name = Name(planned.exercise)
    turn = turn.says(say("back_to", exercise=name, set=planned.number))
    return prepare(turn, target, announcement(turn, target))

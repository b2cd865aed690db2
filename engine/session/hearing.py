"""What the athlete says, answered in every state. Safety words come before all else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.cues import Priority, Say, say
from engine.session import answers
from engine.session.commands import (
    About,
    Back,
    Cancel,
    Cleared,
    Command,
    Correct,
    Done,
    Easier,
    Explain,
    Failed,
    Faster,
    Feel,
    Feeling,
    GiveEffort,
    Harder,
    Help,
    HowLong,
    HowMany,
    LessRest,
    Medical,
    MoreRest,
    Next,
    NextSession,
    No,
    Pain,
    PainGone,
    Pause,
    Ready,
    Repeat,
    Resume,
    SetVerbosity,
    Shorten,
    Skip,
    Slower,
    Start,
    StartOver,
    Stop,
    Swap,
    Symptom,
    Today,
    Undo,
    Unknown,
    Unwell,
    WhatsNext,
    WhereAmI,
    Why,
    Yes,
)
from engine.session.events import Told
from engine.session.exchange import do_without, move_rung, swap
from engine.session.logbook import undo
from engine.session.moving import (
    back,
    forward,
    pause,
    ready,
    resume,
    start,
    stopped,
)
from engine.session.pace import change_pace, change_rest, change_verbosity
from engine.session.pain import asks_of_pain, pain, pain_gone
from engine.session.pausing import halted, unpaused
from engine.session.place import counted_out, in_hand
from engine.session.reporting import corrected, done, effort_given, failed
from engine.session.shortening import shorten
from engine.session.skipping import skip
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
from engine.session.talking import cancel, said_no, said_yes, start_over
from engine.session.timing import settled
from engine.session.told import tell, unanswered_here
from engine.session.turn import Turn
from engine.session.unwell import cleared, unwell
from engine.session.walk import goes_on
from engine.units import SECOND, Ms

MORE_REST_S = 30


def hear(turn: Turn, command: Command, told: Told | None = None) -> Turn:
    """Answer a command, or say what the dialogue has answered. Always says something."""
    before = turn.phase
    turn = settled(turn)
    if told is not None:
        return tell(turn, told)
    rest_over = isinstance(before, Resting) and isinstance(turn.phase, Preparing)
    for answer in (_safety, _log, _talk, _move):
        answered = answer(turn, command)
        if answered is not None:
            return answered
    if isinstance(command, HowLong):
        return goes_on(turn.says(answers.how_long(turn, rest_over)))
    return _change(turn, command)


def _safety(turn: Turn, command: Command) -> Turn | None:
    match command:
        case Stop():
            return stopped(turn)
        case Unwell(symptom):
            return unwell(turn, symptom)
        case Feel(Feeling.ILL):
            return unwell(turn, Symptom.ILL)
        case Pain():
            return pain(turn, command)
        case PainGone(place):
            return pain_gone(turn, place)
        case Cleared():
            return cleared(turn)
        case Medical():
            return goes_on(turn.says(say("medical", Priority.KEEP)))
        case _:
            return None


def _log(turn: Turn, command: Command) -> Turn | None:
    match command:
        case Done():
            return done(turn, command)
        case GiveEffort():
            return effort_given(turn, command)
        case Failed():
            return failed(turn, command)
        case Correct():
            return corrected(turn, command)
        case Undo():
            return goes_on(undo(turn))
        case _:
            return None


QUESTIONS: Mapping[type[Command], Callable[[Turn], Say]] = {
    Today: answers.today,
    NextSession: answers.next_session,
    HowMany: answers.how_many,
    WhatsNext: answers.whats_next,
    WhereAmI: answers.where_am_i,
    Help: answers.help_words,
    About: lambda _: say("about"),
}
"""Questions with a one-sentence answer that changes nothing."""


def _talk(turn: Turn, command: Command) -> Turn | None:
    question = QUESTIONS.get(type(command))
    if question is not None:
        return goes_on(turn.says(question(turn)))
    match command:
        case Repeat():
            return answers.repeat(turn)
        case Why():
            return answers.why(turn)
        case Explain(exercise):
            return answers.explain(turn, exercise)
        case _:
            return None


def _move(turn: Turn, command: Command) -> Turn | None:
    match command:
        case Start():
            return start(turn)
        case Ready():
            return ready(turn)
        case Pause():
            return pause(turn)
        case Resume():
            return resume(turn)
        case StartOver():
            return start_over(turn)
        case Yes():
            return said_yes(turn)
        case No():
            return said_no(turn)
        case Cancel():
            return cancel(turn)
        case _:
            return None


def _change(turn: Turn, command: Command) -> Turn:
    """Commands that change the course of a running session, and need one."""
    match command:
        case Slower():
            return change_pace(turn, 1)
        case Faster():
            return change_pace(turn, -1)
        case SetVerbosity(level):
            return change_verbosity(turn, level)
        case Shorten(minutes):
            return shorten(turn, minutes)
        case Next() | Back() | Skip() | Swap() | Easier() | Harder() | MoreRest() | LessRest():
            return _steer(turn, command)
        case Unknown():
            return _unknown(turn)
        case _:
            return unanswered_here(turn)


def _steer(turn: Turn, command: Command) -> Turn:
    turn = unpaused(turn)
    if asks_of_pain(turn.phase):
        return goes_on(turn)
    held = halted(turn)
    if isinstance(held, Idle | Finished):
        idle = isinstance(held, Idle)
        return turn.says(say("no_session" if idle else "already_finished"))
    return _steered(turn, command, in_hand(turn))


def _steered(turn: Turn, command: Command, this: str) -> Turn:
    match command:
        case Next(to):
            return forward(turn, to)
        case Back():
            return back(turn)
        case Swap(missing):
            turn = counted_out(turn)
            return swap(turn, this) if missing is None else do_without(turn, missing)
        case Easier() | Harder():
            direction = -1 if isinstance(command, Easier) else 1
            return move_rung(counted_out(turn), direction, this)
        case MoreRest(seconds):
            return change_rest(counted_out(turn), Ms((seconds or MORE_REST_S) * SECOND))
        case LessRest(seconds):
            ms = Ms(-seconds * SECOND) if seconds else None
            return change_rest(counted_out(turn), ms)
        case _ if isinstance(turn.phase, Briefing):
            return goes_on(turn.says(say("not_now")))
        case _:
            return skip(counted_out(turn), this)


def _unknown(turn: Turn) -> Turn:
    match turn.phase:
        case Asking(words=()):
            return goes_on(turn)
        case Asking() | Briefing():
            return goes_on(turn.says(say("unknown_asking")))
        case Idle() | Finished():
            return turn.says(say("unknown_idle"))
        case Working():
            return goes_on(turn.says(say("unknown_working")))
        case Paused():
            return turn.says(say("unknown"))
        case _:
            return goes_on(turn.says(say("unknown")))

"""What the athlete reports: sets done, numbers, effort. The state gives it sense."""

from __future__ import annotations

from engine.cues import Question, say
from engine.plan.model import Format
from engine.session.commands import Correct, Done, Effort, Failed, GiveEffort, Pain
from engine.session.effort import felt
from engine.session.logbook import Numbers, amend, ask_reps, log_said, said_amount, set_done
from engine.session.safety import asks_of_pain, pain
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
from engine.session.timing import dismissed, resumed, unpaused
from engine.session.turn import Turn
from engine.session.walk import after_set, go_to, goes_on

WORST_PAIN = 10


def done(turn: Turn, told: Done) -> Turn:
    """A set is over, or a number belongs to the one before."""
    match turn.phase:
        case Working(index=index) if not turn.planned(index).main:
            return go_to(turn, index + 1)
        case Working() as phase:
            return _set_over(turn, phase, told)
        case Asking() as asking:
            return _answered(turn, asking, told)
        case Paused(held=Working(index=index)) if turn.planned(index).main:
            return done(unpaused(turn), told)
        case Resting() | Preparing() | Finished() | Paused():
            return _afterwards(turn, told)
        case Idle():
            return turn.says(say("no_session"))
        case Briefing():
            return goes_on(turn.says(say("not_now")))


def _set_over(turn: Turn, phase: Working, told: Done | Failed) -> Turn:
    logged = set_done(turn, phase.index, told)
    if logged is None:
        return ask_reps(turn, phase, failed=isinstance(told, Failed))
    return _then_effort(logged, phase.index, told)


def _then_effort(turn: Turn, index: int, told: Done | Failed) -> Turn:
    effort = Effort.TOO_HARD if isinstance(told, Failed) else told.effort
    if effort is not None:
        turn = felt(turn, turn.planned(index).exercise, effort)
    return after_set(turn, index)


def _answered(turn: Turn, asking: Asking, told: Done) -> Turn:
    match asking.question:
        case Question.REPS:
            return _reps_answered(turn, asking, told)
        case Question.PAIN_LEVEL if told.reps is not None and told.reps <= WORST_PAIN:
            return pain(turn, Pain(level=told.reps))
        case Question.EFFORT if told.effort is not None:
            return effort_given(turn, GiveEffort(told.effort))
        case Question.EFFORT if told == Done():
            return dismissed(turn, asking)
        case Question.EFFORT:
            return goes_on(amend(turn, told) or turn)
        case _:
            return goes_on(turn)


def _reps_answered(turn: Turn, asking: Asking, told: Done | Failed) -> Turn:
    planned = turn.planned(asking.index)
    actual = said_amount(planned.measure, told)
    turn = log_said(turn, asking.index, planned.target if actual is None else actual, told)
    if asking.topic == "failed":
        told = Failed(actual)
    return _then_effort(turn.enters(asking.held), asking.index, told)


def _afterwards(turn: Turn, told: Numbers) -> Turn:
    """Numbers said after the set; a bare "done" is taken as heard before."""
    amended = amend(turn, told)
    effort = told.effort if isinstance(told, Done) else None
    if effort is not None and turn.last_log is not None:
        return goes_on(felt(amended or turn, turn.last_log.exercise, effort))
    if amended is not None:
        return goes_on(amended)
    if isinstance(turn.phase, Resting) and turn.last_log is not None:
        return goes_on(turn.says(say("kept")))
    finished = isinstance(turn.phase, Finished)
    return goes_on(turn.says(say("already_finished" if finished else "not_now")))


def effort_given(turn: Turn, told: GiveEffort) -> Turn:
    """How it felt; the open question decides of what."""
    effort = told.level or _effort_of(told.rir)
    if effort is None:
        return goes_on(turn.says(say("not_now")))
    if asks_of_pain(turn.phase):
        return goes_on(turn)
    match turn.phase:
        case Asking(question=Question.EFFORT, index=index) as asking:
            round_over = turn.workout.format is Format.CIRCUIT
            exercise = None if round_over else turn.planned(index).exercise
            turn = turn.enters(asking.held)
            return resumed(felt(turn, exercise, effort, told.rir), asking)
        case Working(index=index) if turn.planned(index).main:
            return goes_on(felt(turn, turn.planned(index).exercise, effort, told.rir))
        case Idle():
            return turn.says(say("no_session"))
        case _ if turn.last_log is not None:
            return goes_on(felt(turn, turn.last_log.exercise, effort, told.rir))
        case _:
            return goes_on(turn.says(say("not_now")))


def _effort_of(rir: int | None) -> Effort | None:
    """Four or more in reserve is easy, two or three right, fewer hard (RIR scale, Zourdos 2016)."""
    if rir is None:
        return None
    return Effort.TOO_EASY if rir >= 4 else Effort.RIGHT if rir >= 2 else Effort.TOO_HARD


def failed(turn: Turn, told: Failed) -> Turn:
    """The set could not be finished."""
    match turn.phase:
        case Working(index=index) as phase if turn.planned(index).main:
            return _set_over(turn, phase, told)
        case Asking(question=Question.REPS) as asking if told.reps is not None:
            return _reps_answered(turn, asking, told)
        case Asking(question=Question.EFFORT):
            return effort_given(amend(turn, told) or turn, GiveEffort(Effort.TOO_HARD))
        case Resting() | Preparing() if turn.last_log is not None:
            turn = amend(turn, told) or turn
            return effort_given(turn, GiveEffort(Effort.TOO_HARD))
        case Idle():
            return turn.says(say("no_session"))
        case _:
            return goes_on(turn.says(say("not_now")))


def corrected(turn: Turn, told: Correct) -> Turn:
    """ "No, I meant eight": the set in question, else the one logged last."""
    if isinstance(turn.phase, Asking) and turn.phase.question is Question.REPS:
        number = told.reps if told.reps is not None else told.seconds
        if number is not None:
            return _reps_answered(
                turn, turn.phase, Done(number, told.seconds, told.load, told.unit)
            )
    return goes_on(amend(turn, told) or turn.says(say("nothing_to_correct")))

"""What the athlete reports: sets done, numbers, effort. The state gives it sense."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Name, Question, say
from engine.plan.model import Format
from engine.session.commands import Correct, Done, Effort, Failed, GiveEffort, Pain
from engine.session.effort import felt
from engine.session.facts import Source
from engine.session.logbook import FORGIVEN, amend, ask_reps, said_amount, set_done
from engine.session.pain import asks_of_pain, pain
from engine.session.pausing import halted
from engine.session.set_end import after_set
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
from engine.session.timing import dismissed, resumed
from engine.session.turn import Turn
from engine.session.walk import go_to, goes_on
from engine.units import Side

WORST_PAIN = 10


def done(turn: Turn, told: Done) -> Turn:
    """A set is over, or a number belongs to the one before."""
    match turn.phase:
        case Working(index=index) if not turn.planned(index).main:
            return go_to(turn, index + 1)
        case Asking() as asking:
            return _answered(turn, asking, told)
        case Idle():
            return turn.says(say("no_session"))
        case Briefing():
            return goes_on(turn.says(say("not_now")))
        case _:
            in_set = set_in_hand(turn) or _done_ahead(turn)
            if in_set is not None and _of_the_other_side(turn, in_set, told):
                return goes_on(amend(turn, told) or turn)
            return _afterwards(turn, told) if in_set is None else _set_over(turn, in_set, told)


def _of_the_other_side(turn: Turn, held: Preparing, told: Done) -> bool:
    """ "Ten on the left" while the right side works."""
    side = turn.planned(held.index).side
    one_side = told.side in (Side.LEFT, Side.RIGHT)
    return one_side and side is not None and told.side is not side


def _done_ahead(turn: Turn) -> Preparing | None:
    """A set that is told while it is announced: somebody did not wait for the count.

    Where the set before it was only assumed, a word in the lead-in is about that one.
    """
    match turn.phase:
        case Preparing(index=index, told=True) as held if turn.planned(index).main:
            last = turn.last_log
            before = last is not None and last.index == index - 1 and last.source is Source.ASSUMED
            amends = before or turn.course.undone is not None
            return None if amends else replace(held, counted=turn.planned(index).target)
        case _:
            return None


def set_in_hand(turn: Turn) -> Preparing | None:
    """The main set that was begun and not yet reported, with its count; paused ones too."""
    match halted(turn):
        case Preparing(index=index, counted=so_far) as held if turn.planned(index).main:
            running = turn.phase.held if isinstance(turn.phase, Paused) else turn.phase
            return held if so_far or isinstance(running, Working) else None
        case _:
            return None


def _set_over(turn: Turn, held: Preparing, told: Done) -> Turn:
    turn = turn.enters(held)
    logged = set_done(turn, held.index, held.counted, told)
    if logged is None:
        name = Name(turn.planned(held.index).exercise)
        return ask_reps(turn, held, say("ask_reps", exercise=name), told)
    if told.effort is not None:
        logged = felt(logged, turn.planned(held.index).exercise, told.effort)
    return after_set(logged, held.index)


def _answered(turn: Turn, asking: Asking, told: Done) -> Turn:
    match asking.question:
        case Question.REPS:
            return _reps_answered(turn, asking, told)
        case Question.PAIN_LEVEL if told.reps is not None and told.reps <= WORST_PAIN:
            return pain(turn, Pain(level=told.reps))
        case Question.EFFORT if told.effort is not None:
            return effort_given(amend(turn, told) or turn, GiveEffort(told.effort))
        case Question.EFFORT if told == Done():
            return dismissed(turn, asking)
        case Question.EFFORT:
            return goes_on(amend(turn, told) or turn)
        case _:
            return goes_on(turn)


def _reps_answered(turn: Turn, asking: Asking, told: Done) -> Turn:
    """An answer with a number, or what else belongs to the set while the number is still open.

    A second "done" with no number is not asked again: it is what was counted, or where nothing
    was counted as prescribed.
    """
    insists = told == Done()
    told = _together(asking.told, told)
    planned = turn.planned(asking.index)
    likely = asking.counted >= planned.target - FORGIVEN and asking.told.effort is None
    if said_amount(planned.measure, told) is None and not likely:
        if not insists:
            return goes_on(turn.enters(replace(asking, told=told)))
        if asking.counted:
            return dismissed(turn, asking)
        told = replace(told, reps=planned.target)
    held = Preparing(asking.step, asking.index, asking.counted)
    return _set_over(turn, held, told)


def _together(before: Done, told: Done) -> Done:
    """What was said of one set in several sentences."""
    return Done(
        reps=before.reps if told.reps is None else told.reps,
        seconds=before.seconds if told.seconds is None else told.seconds,
        load=before.load if told.load is None else told.load,
        unit=told.unit or before.unit,
        side=told.side or before.side,
        effort=told.effort or before.effort,
    )


def _afterwards(turn: Turn, told: Done) -> Turn:
    """Numbers said after the set; a bare "done" is taken as heard before."""
    amended = amend(turn, told)
    if told.effort is not None and turn.last_log is not None:
        return goes_on(felt(amended or turn, turn.last_log.exercise, told.effort))
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
        case Asking(question=Question.REPS) as asking:
            return goes_on(turn.enters(replace(asking, told=replace(asking.told, effort=effort))))
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
    """The set could not be finished: a set done, and too hard."""
    if isinstance(turn.phase, Idle):
        return turn.says(say("no_session"))
    if isinstance(turn.phase, Briefing | Finished) or asks_of_pain(turn.phase):
        return goes_on(turn if asks_of_pain(turn.phase) else turn.says(say("not_now")))
    hard = Done(reps=told.reps, effort=Effort.TOO_HARD)
    if isinstance(turn.phase, Working) and not turn.planned(turn.phase.index).main:
        return goes_on(turn.says(say("not_now")))
    if isinstance(turn.phase, Asking) or set_in_hand(turn) is not None:
        return done(turn, hard)
    if turn.last_log is None:
        return goes_on(turn.says(say("not_now")))
    return _afterwards(turn, hard)


def corrected(turn: Turn, told: Correct) -> Turn:
    """ "No, I meant eight": the set in question, else the one logged last."""
    if isinstance(turn.phase, Asking) and turn.phase.question is Question.REPS:
        return done(turn, Done(told.reps, told.seconds, told.load, told.unit))
    return goes_on(amend(turn, told) or turn.says(say("nothing_to_correct")))

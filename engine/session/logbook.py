"""The log of sets: done, corrected, undone, done again. Facts are added, none is changed."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import NOUNS, Amount, Ask, Name, Question, Say, say
from engine.library.model import Measure
from engine.session.commands import Correct, Done, Effort, Failed
from engine.session.facts import SetCorrected, SetUndone, Source, TargetChanged
from engine.session.set_end import log
from engine.session.state import Asking, Log, Preparing
from engine.session.turn import Turn
from engine.units import Basis, Load, Side, Unit

FORGIVEN = 2
"""Within the last two reps or seconds of the count, "done" means as prescribed."""

Numbers = Done | Correct | Failed


def said_amount(measure: Measure, numbers: Numbers) -> int | None:
    """The reps or seconds that were said, as the exercise counts them."""
    reps = numbers.reps
    seconds = None if isinstance(numbers, Failed) else numbers.seconds
    if measure is Measure.HOLD:
        return seconds if seconds is not None else reps
    return reps


def said_load(turn: Turn, exercise: str, numbers: Numbers, before: Load | None) -> Load | None:
    """The load that was said; a bare number keeps the unit and basis known before."""
    if isinstance(numbers, Failed) or numbers.load is None:
        return None
    found = turn.exercise(exercise)
    basis = before.basis if before else (found.basis if found else None)
    unit = numbers.unit or (before.unit if before else Unit.KG)
    return Load.of(numbers.load, unit, basis or Basis.TOTAL)


def set_done(turn: Turn, index: int, so_far: int, done: Done) -> Turn | None:
    """Log the set in hand as said, or as prescribed when that is likely; None: it must be asked.

    ``so_far`` is what the coach's count had come to.
    """
    planned = turn.planned(index)
    actual = said_amount(planned.measure, done)
    if actual is None:
        likely = so_far >= planned.target - FORGIVEN and done.effort is not Effort.TOO_HARD
        if not likely and planned.measure is not Measure.HOLD:
            return None
        actual = planned.target if likely else max(1, so_far)
    load = said_load(turn, planned.exercise, done, planned.load)
    if load is not None:
        turn = use_load(turn, planned.exercise, index, load)
    turn = log(turn, index, actual, Source.SAID)
    return _other_side(turn, index, actual) if done.side is Side.BOTH else turn


def _other_side(turn: Turn, index: int, actual: int) -> Turn:
    """ "Ten each side": the side done before had as many."""
    planned = turn.planned(index)
    for kept in turn.course.logs:
        if (kept.exercise, kept.set) == (planned.exercise, planned.number) and kept.index < index:
            turn = _corrected(turn, kept, actual, None)
    return turn


def use_load(turn: Turn, exercise: str, index: int, load: Load) -> Turn:
    """From the set ``index`` on the exercise is done with this load."""
    found = turn.exercise(exercise)
    if found is None or not found.loadable:
        return turn
    later = set(turn.later(exercise, index))
    sets = tuple(
        replace(planned, load=load) if i in later else planned
        for i, planned in enumerate(turn.sets)
    )
    if sets == turn.sets:
        return turn
    target = next(turn.planned(i).target for i in sorted(later))
    turn = turn.notes_course(sets=sets)
    return turn.notes(TargetChanged, exercise=exercise, target=target, load=load, why="load_said")


def ask_reps(turn: Turn, held: Preparing, words: Say, told: Done | None = None) -> Turn:
    """How many were they? ``held`` has the set and what was counted of it."""
    turn, step = turn.step("ask", held.index)
    turn, said = turn.varied(words)
    asking = Asking(
        step, Question.REPS, held, index=held.index, counted=held.counted, told=told or Done()
    )
    return turn.enters(asking).voices(Ask(step, Question.REPS, said))


def amend(turn: Turn, numbers: Numbers) -> Turn | None:
    """Change the set logged last; None where there is nothing to change, or nothing was said."""
    if turn.course.undone is not None:
        return _again(turn, turn.course.undone, numbers)
    meant = _meant(turn, numbers.side if isinstance(numbers, Done) else None)
    if not meant:
        return None
    last = meant[-1]
    actual = said_amount(last.measure, numbers)
    load = said_load(turn, last.exercise, numbers, last.load)
    found = turn.exercise(last.exercise)
    if found is None or not found.loadable:
        load = None
    if actual is None and load is None:
        return None
    for kept in meant:
        turn = _corrected(turn, kept, actual, load)
    if load is not None:
        turn = use_load(turn, last.exercise, last.index + 1, load)
        if actual is None:
            return turn.says(say("corrected_load", load=load, exercise=Name(last.exercise)))
    amount = Amount(last.actual if actual is None else actual, NOUNS[last.measure])
    words = "said" if actual == last.actual and load is None else "corrected"
    return turn.says(say(words, amount=amount, exercise=Name(last.exercise)))


def _meant(turn: Turn, side: Side | None) -> tuple[Log, ...]:
    """The logs that a number belongs to: the last, its other side, or both sides of its set."""
    last = turn.last_log
    if last is None:
        return ()
    if side is None or last.side is None:
        return (last,)
    same_set = tuple(
        kept for kept in turn.course.logs if (kept.exercise, kept.set) == (last.exercise, last.set)
    )
    return same_set if side is Side.BOTH else tuple(k for k in same_set if k.side is side)


def _again(turn: Turn, undone: Log, numbers: Numbers) -> Turn | None:
    """A number after an undo is what that set really was."""
    actual = said_amount(undone.measure, numbers)
    if actual is None:
        return None
    load = said_load(turn, undone.exercise, numbers, undone.load)
    if load is not None:
        turn = use_load(turn, undone.exercise, undone.index, load)
    turn = log(turn, undone.index, actual, Source.SAID)
    amount = Amount(actual, NOUNS[undone.measure])
    return turn.says(say("corrected", amount=amount, exercise=Name(undone.exercise)))


def _corrected(turn: Turn, kept: Log, actual: int | None, load: Load | None) -> Turn:
    turn = turn.notes(SetCorrected, of=kept.number, actual=actual, load=load)
    changed = replace(
        kept,
        actual=kept.actual if actual is None else actual,
        load=kept.load if load is None else load,
        source=Source.SAID,
    )
    return turn.with_log(changed)


def undo(turn: Turn) -> Turn:
    """Take the last log back."""
    last = turn.last_log
    if last is None:
        return turn.says(say("nothing_to_undo"))
    amount = Amount(last.actual, NOUNS[last.measure])
    turn = unlog(turn, last).notes_course(undone=last)
    return turn.says(say("undone", amount=amount, exercise=Name(last.exercise)))


def unlog(turn: Turn, *logs: Log) -> Turn:
    """Take these logs back, silently."""
    for gone in logs:
        turn = turn.notes(SetUndone, of=gone.number)
    numbers = {gone.number for gone in logs}
    kept = tuple(kept for kept in turn.course.logs if kept.number not in numbers)
    return turn.notes_course(logs=kept)


def logs_from(turn: Turn, index: int) -> tuple[Log, ...]:
    """Logs of the set ``index`` and of any after it."""
    return tuple(kept for kept in turn.course.logs if kept.index >= index)


def with_effort(turn: Turn, exercise: str | None, effort: Effort) -> Turn:
    """Remember how it felt in the log: of one exercise, or of all so far."""
    logs = tuple(
        replace(kept, effort=effort)
        if kept.exercise == exercise or (exercise is None and kept.effort is None)
        else kept
        for kept in turn.course.logs
    )
    return turn.notes_course(logs=logs)

"""The end of a set: the log, the rest, and where it matters the question how it felt."""

from __future__ import annotations

from engine.cues import Ask, Name, Priority, Question, Say, say
from engine.plan.model import Format, PlannedSet
from engine.session.describe import amount_of
from engine.session.facts import SetLogged, Source
from engine.session.state import Asking, Log, Resting
from engine.session.turn import Turn
from engine.session.walk import carry_on, rest
from engine.units import Side

PRAISE_EVERY = 4
"""Sets between two words of praise; more would be nagging."""


def log(turn: Turn, index: int, actual: int, source: Source) -> Turn:
    """Keep one main set."""
    planned = turn.planned(index)
    turn = turn.notes(
        SetLogged,
        exercise=planned.exercise,
        set=planned.number,
        side=planned.side,
        measure=planned.measure,
        target=planned.target,
        actual=actual,
        load=planned.load,
        source=source,
    )
    kept = Log(
        number=turn.course.facts,
        index=index,
        exercise=planned.exercise,
        set=planned.number,
        side=planned.side,
        measure=planned.measure,
        target=planned.target,
        actual=actual,
        load=planned.load,
        source=source,
    )
    return turn.with_log(kept).notes_course(undone=None)


def after_set(turn: Turn, index: int, ask: bool = True) -> Turn:
    """Rest, and where it matters ask how it felt; the set ``index`` is logged already."""
    planned = turn.planned(index)
    turn = rest(turn, index + 1, planned)
    if not isinstance(turn.phase, Resting):
        return turn
    held = turn.phase
    turn = turn.says(*_receipt(turn, planned))
    if ask and _effort_matters(turn, index):
        return ask_effort(turn, index, held)
    return carry_on(turn, held)


def ask_effort(turn: Turn, index: int, held: Resting) -> Turn:
    round_over = turn.workout.format is Format.CIRCUIT
    name = Name(turn.planned(index).exercise)
    words = say("ask_effort_round") if round_over else say("ask_effort", exercise=name)
    turn, step = turn.step("ask", index)
    turn, said = turn.varied(words)
    asking = Asking(step, Question.EFFORT, held, index=index)
    return turn.enters(asking).voices(Ask(step, Question.EFFORT, said))


def _effort_matters(turn: Turn, index: int) -> bool:
    """After the last set of an exercise; in a circuit once, after the last round."""
    planned = turn.planned(index)
    if not planned.main or planned.side is Side.LEFT:
        return False
    last = turn.last_log
    if last is not None and last.effort is not None:
        return False
    following = turn.sets[index + 1 :]
    if turn.workout.format is Format.CIRCUIT:
        return not any(later.main for later in following)
    return not any(later.main and later.exercise == planned.exercise for later in following)


def _receipt(turn: Turn, planned: PlannedSet) -> tuple[Say, ...]:
    """What was logged, and now and then a word of praise."""
    last = turn.last_log
    if not planned.main or last is None:
        return ()
    amount = amount_of(planned, last.actual)
    said = say("logged", amount=amount, exercise=Name(planned.exercise))
    if len(turn.course.logs) % PRAISE_EVERY == 0 and last.actual >= last.target:
        return said, say("praise", Priority.LOW)
    return (said,)

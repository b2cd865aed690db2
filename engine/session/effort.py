"""How a set felt, and what that changes at once for what is left of its exercise."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import NOUNS, Amount, Name, say
from engine.library.model import Experience, Measure
from engine.plan.progression.loads import lighter, weights_for
from engine.session.commands import Effort
from engine.session.exchange import exchange, rung
from engine.session.facts import EffortGiven, TargetChanged
from engine.session.logbook import with_effort
from engine.session.place import at_index
from engine.session.state import Finished, Working
from engine.session.turn import Turn
from engine.units import Load

STEP = {Measure.REPS: 2, Measure.HOLD: 5, Measure.CONTACTS: 2}
"""Reps, seconds or landings that a target moves by within a session."""
EARLY_RIR = 4
"""Plans aim at four in reserve in the first two weeks: beginners are not raised in them."""


def felt(turn: Turn, exercise: str | None, effort: Effort, rir: int | None = None) -> Turn:
    """Note an effort and draw its consequence for what is left of the exercise."""
    turn = turn.notes(EffortGiven, exercise=exercise, effort=effort, rir=rir)
    turn = with_effort(turn, exercise, effort)
    ahead = _ahead(turn)
    over = isinstance(turn.phase, Finished)
    sets = turn.later(exercise, ahead) if exercise and not over else ()
    if effort is Effort.RIGHT or not exercise or not sets:
        easy = effort is Effort.TOO_EASY
        return turn.says(say("effort_easy_noted" if easy else "effort_noted"))
    if effort is Effort.TOO_HARD:
        return _lower(turn, exercise, sets)
    return _raise(turn, exercise, sets)


def _ahead(turn: Turn) -> int:
    """The first set that a change can still reach."""
    index = at_index(turn)
    return index + 1 if isinstance(turn.phase, Working) else index


def _lower(turn: Turn, exercise: str, sets: tuple[int, ...]) -> Turn:
    planned = turn.planned(sets[0])
    load = _lighter(turn, exercise, planned.load)
    if exercise in turn.course.lowered or not (load or planned.target > planned.low):
        return _step_down(turn, exercise, sets[0])
    turn = turn.notes_course(lowered=(*turn.course.lowered, exercise))
    if load:
        turn = _retarget(turn, exercise, sets, planned.target, load, "too_hard")
        return turn.says(say("lowered_load", exercise=Name(exercise), load=load))
    target = max(planned.low, planned.target - STEP[planned.measure])
    turn = _retarget(turn, exercise, sets, target, planned.load, "too_hard")
    amount = Amount(target, NOUNS[planned.measure])
    return turn.says(say("lowered", exercise=Name(exercise), amount=amount))


def _lighter(turn: Turn, exercise: str, load: Load | None) -> Load | None:
    """A weight that the athlete has, if there is a lighter one."""
    found = turn.exercise(exercise)
    if load is None or found is None:
        return None
    footing = turn.workout.footing
    owned = weights_for(found, turn.workout.gear, footing.weights) if footing else ()
    return lighter(load, owned)


def _step_down(turn: Turn, exercise: str, index: int) -> Turn:
    new = rung(turn, exercise, -1)
    if new is None:
        return turn.says(say("at_bottom", exercise=Name(exercise)))
    turn = exchange(turn, index, exercise, new, "too_hard")
    return turn.says(say("stepped_down", old=Name(exercise), new=Name(new.id)))


def _raise(turn: Turn, exercise: str, sets: tuple[int, ...]) -> Turn:
    planned = turn.planned(sets[0])
    early = turn.workout.experience is Experience.BEGINNER and planned.rir >= EARLY_RIR
    if early:
        return turn.says(say("effort_easy_noted"))
    target = min(planned.high, planned.target + STEP[planned.measure])
    if target <= planned.target:
        return turn.says(say("at_top", exercise=Name(exercise)))
    turn = _retarget(turn, exercise, sets, target, planned.load, "too_easy")
    amount = Amount(target, NOUNS[planned.measure])
    return turn.says(say("raised", exercise=Name(exercise), amount=amount))


def _retarget(
    turn: Turn, exercise: str, sets: tuple[int, ...], target: int, load: Load | None, why: str
) -> Turn:
    changed = tuple(
        replace(planned, target=target, load=load) if i in sets else planned
        for i, planned in enumerate(turn.sets)
    )
    turn = turn.notes_course(sets=changed)
    return turn.notes(TargetChanged, exercise=exercise, target=target, load=load, why=why)

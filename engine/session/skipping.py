"""Leaving out what is left of exercises, and jumping ahead to others."""

from __future__ import annotations

from collections.abc import Iterable

from engine.cues import Name, say
from engine.session.facts import StepSkipped
from engine.session.place import at_index
from engine.session.state import Asking, Resting
from engine.session.turn import Turn
from engine.session.walk import carry_on, go_to


def drop(turn: Turn, index: int, ids: Iterable[str]) -> Turn:
    """Leave these exercises or moves out from the set ``index`` on."""
    for id in sorted(ids):
        gone = {i for i, s in enumerate(turn.sets) if i >= index and s.exercise == id}
        if gone:
            turn = turn.notes(StepSkipped, exercise=id, sets=len(gone))
            kept = tuple(s for i, s in enumerate(turn.sets) if i not in gone)
            turn = turn.notes_course(sets=kept)
    return turn


def skip(turn: Turn, this: str) -> Turn:
    """Drop what is left of an exercise and go on."""
    index = at_index(turn)
    turn = drop(turn, index, {this})
    return onward(turn.says(say("skipped", exercise=Name(this))), index)


def jump(turn: Turn, to: str) -> Turn | None:
    """Go to the next set of an exercise or family, dropping all before it; None if none is left."""
    family = turn.library.families.get(to)
    wanted = set(family.members) if family else {to}
    index = at_index(turn)
    ahead = (i for i, s in enumerate(turn.sets) if i >= index and s.exercise in wanted and s.main)
    found = next(ahead, None)
    return None if found is None else _jump_to(turn, index, found)


def jump_on(turn: Turn, this: str) -> Turn:
    """To whichever exercise comes next, dropping what is left of ``this`` one before it."""
    index = at_index(turn)
    ahead = (i for i, s in enumerate(turn.sets) if i >= index and s.exercise != this)
    return _jump_to(turn, index, next(ahead, len(turn.sets)))


def _jump_to(turn: Turn, index: int, found: int) -> Turn:
    dropped = turn.sets[index:found]
    for exercise in dict.fromkeys(planned.exercise for planned in dropped):
        count = sum(1 for planned in dropped if planned.exercise == exercise)
        turn = turn.notes(StepSkipped, exercise=exercise, sets=count)
    if dropped:
        turn = turn.notes_course(sets=turn.sets[:index] + turn.sets[found:])
    return go_to(turn, index)


def onward(turn: Turn, index: int) -> Turn:
    """After a change of the list: the rest goes on, anything else begins the step at ``index``."""
    held = turn.phase.held if isinstance(turn.phase, Asking) else turn.phase
    if isinstance(held, Resting) and index < len(turn.sets):
        return carry_on(turn.enters(held), held)
    return go_to(turn, index)

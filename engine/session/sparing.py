"""What is left of a session, changed so that places and exercises that hurt are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.library.model import Place
from engine.session.exchange import exchange, stand_in
from engine.session.skipping import drop
from engine.session.turn import Turn


def spare(turn: Turn, index: int, places: Iterable[Place]) -> Turn:
    """From the set ``index`` on: what loads the places is exchanged, or dropped.

    Warm-up and cool-down moves that load them are dropped.
    """
    spared = frozenset(places)
    for move in _moves_loading(turn, index, spared):
        turn = drop(turn, index, {move})
    for exercise in loading(turn, index, spared):
        new = stand_in(turn, exercise)
        if new is None:
            turn = drop(turn, index, {exercise})
        else:
            turn = exchange(turn, index, exercise, new, "pain")
    return turn


def loading(turn: Turn, index: int, places: frozenset[Place]) -> tuple[str, ...]:
    """Exercises still to come that load one of the places, or hurt in this session."""
    left = dict.fromkeys(planned.exercise for planned in turn.sets[index:] if planned.main)
    found = ((id, turn.exercise(id)) for id in left)
    return tuple(
        id
        for id, exercise in found
        if exercise and (id in turn.course.left_out or any(map(exercise.loads, places)))
    )


MUSCLES_OF: Mapping[Place, frozenset[str]] = {
    Place.LOWER_BACK: frozenset({"lower_back"}),
    Place.HAMSTRING: frozenset({"hamstrings"}),
    Place.CALF: frozenset({"calves", "soleus"}),
    Place.ACHILLES: frozenset({"calves", "soleus"}),
    Place.SHOULDER: frozenset({"shoulders"}),
}
"""What works when an exercise strains a place, beyond those that load it most."""


def straining(turn: Turn, index: int, place: Place) -> tuple[str, ...]:
    """Exercises still to come that work the place at all: for a region that is done for today."""
    muscles = MUSCLES_OF.get(place, frozenset())
    left = dict.fromkeys(planned.exercise for planned in turn.sets[index:] if planned.main)
    found = ((id, turn.exercise(id)) for id in left)
    return tuple(id for id, each in found if each and muscles & {*each.muscles, *each.also})


def _moves_loading(turn: Turn, index: int, places: frozenset[Place]) -> tuple[str, ...]:
    left = dict.fromkeys(planned.exercise for planned in turn.sets[index:] if not planned.main)
    moves = turn.library.moves
    return tuple(id for id in left if id in moves and moves[id].avoid_with & places)

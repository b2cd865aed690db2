"""Less time than was planned, told in mid-session: sets go until the rest fits."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from engine.cues import Amount, Remaining, say
from engine.plan.model import PlannedSet
from engine.plan.workout.timing import planned_ms
from engine.session.facts import StepSkipped
from engine.session.pausing import unpaused
from engine.session.place import at_index
from engine.session.skipping import onward
from engine.session.state import Briefing, Finished, Idle, Working
from engine.session.turn import Turn
from engine.session.walk import goes_on
from engine.units import MINUTE, Ms

SPOKEN_PERCENT = 90
"""Of the time that is left for sets and rests; the remainder is for words around them."""


def shorten(turn: Turn, minutes: int | None) -> Turn:
    """Drop what matters least of the sets to come; the cool-down stays."""
    if isinstance(turn.phase, Idle | Briefing | Finished):
        return goes_on(turn.says(say("not_now")))
    if minutes is None:
        return goes_on(turn.says(say("shorten_how")))
    index = at_index(turn) + isinstance(turn.phase, Working)
    room = Ms(minutes * MINUTE * SPOKEN_PERCENT // 100)
    kept = _within(turn.sets[index:], _order(turn), room)
    if len(kept) == len(turn.sets) - index:
        return goes_on(turn.says(say("fits_already", minutes=Remaining())))
    dropped = Counter(p.exercise for p in turn.sets[index:])
    dropped.subtract(p.exercise for p in kept)
    for exercise, count in dropped.items():
        if count:
            turn = turn.notes(StepSkipped, exercise=exercise, sets=count)
    turn = unpaused(turn.notes_course(sets=(*turn.sets[:index], *kept)))
    turn = turn.says(say("shortened", amount=Amount(minutes, "minutes")))
    return goes_on(turn) if isinstance(turn.phase, Working) else onward(turn, at_index(turn))


def _order(turn: Turn) -> tuple[str, ...]:
    """Exercises by priority; those that came in later last."""
    by_priority = [id for id, _ in turn.workout.patterns]
    return (*by_priority, *(id for id in turn.exercises if id not in by_priority))


def _within(
    sets: tuple[PlannedSet, ...], order: tuple[str, ...], room: Ms
) -> tuple[PlannedSet, ...]:
    """The sets that fit: the least important exercise of those with most sets gives one first."""
    while planned_ms(sets) > room:
        counts = Counter(id for id, _ in {(p.exercise, p.number) for p in sets if p.main})
        if not counts:
            return sets
        most = max(counts.values())
        loser = next(id for id in reversed(order) if counts.get(id) == most)
        last = max(p.number for p in sets if p.main and p.exercise == loser)
        sets = tuple(
            replace(p, of=p.of - 1) if p.main and p.exercise == loser else p
            for p in sets
            if not (p.main and p.exercise == loser and p.number == last)
        )
    return sets

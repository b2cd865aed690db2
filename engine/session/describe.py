"""How planned sets and their numbers are put to the athlete."""

from __future__ import annotations

from engine.cues import NOUNS, Amount, Name, Priority, Say, Term, say
from engine.library.model import Measure
from engine.plan.model import PlannedSet, Workout
from engine.plan.planner.kinds import MOBILITY
from engine.session.turn import Turn
from engine.units import Side

WELL_KNOWN_AFTER = 2
"""An exercise gets its full explanation in the first two sessions it is met in (docs: briefing)."""


def focus_of(workout: Workout) -> str:
    """What a workout trains, as a code that the wording knows."""
    return MOBILITY if workout.kind == MOBILITY else workout.focus.value


def amount_of(planned: PlannedSet, count: int | None = None) -> Amount:
    """What a set asks for, or so many of it."""
    return Amount(planned.target if count is None else count, NOUNS[planned.measure])


def dosed(phrase: str, planned: PlannedSet, **args: Term) -> Say:
    """A phrase that says how much: amount, side and load."""
    side = planned.side.value if planned.side else None
    return say(phrase, amount=amount_of(planned), side=side, load=planned.load, **args)


def announcement(turn: Turn, index: int) -> tuple[Say, ...]:
    """What is said while the athlete gets into place for a main set."""
    planned = turn.planned(index)
    name, of = Name(planned.exercise), planned.of
    if planned.side is Side.RIGHT and same_as_before(turn, index):
        return (say("switch_sides", side=Side.RIGHT.value),)
    if planned.exercise not in turn.course.introduced:
        opening = dosed("announce", planned, exercise=name, set=planned.number, of=of)
        return (opening, *_first_load(planned), *introduction(turn, planned.exercise))
    form_cue = say("form_cue", Priority.LOW, exercise=name)
    if not same_as_before(turn, index):
        again = dosed("announce_again", planned, exercise=name, set=planned.number, of=of)
        return (again, form_cue)
    if planned.number == of:
        return (dosed("last_set", planned), form_cue)
    return (dosed("announce_same", planned, set=planned.number, of=of), form_cue)


def introduction(turn: Turn, exercise: str) -> tuple[Say, ...]:
    """The full how-to while an exercise is new, else where to be and one cue."""
    name = Name(exercise)
    if times_met(turn, exercise) < WELL_KNOWN_AFTER:
        found = turn.exercise(exercise)
        holds = found is not None and found.measure is Measure.HOLD
        first = (say("listen_first"),) if holds else ()
        told = found is not None and found.self_contained
        place = () if told else (say("set_up", exercise=name),)
        return (*first, *place, say("how_to", exercise=name))
    return (say("set_up", exercise=name), say("form_cue", Priority.LOW, exercise=name))


def times_met(turn: Turn, exercise: str) -> int:
    """In how many sessions before this one the athlete was introduced to it."""
    return dict(turn.course.met).get(exercise, 0)


def same_as_before(turn: Turn, index: int) -> bool:
    """Whether the athlete is still in place from the last step."""
    return index > 0 and turn.planned(index - 1).exercise == turn.planned(index).exercise


def _first_load(planned: PlannedSet) -> tuple[Say, ...]:
    if not planned.loadable or planned.load is not None:
        return ()
    reps = planned.high if planned.measure is Measure.REPS else 12
    return (say("choose_load", amount=Amount(reps, "reps")),)

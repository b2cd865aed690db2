"""Turns an order of sets into the flat list that a session walks, each with its dose and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from engine.library.model import Exercise, Experience, Measure, Tempo
from engine.plan.model import Block, PlannedSet, RestKind
from engine.plan.reasons import Reason
from engine.plan.workout.timing import INTRO, SWITCH, Turn
from engine.units import Load, Ms, Side, seconds

COUNT_IN = seconds(3)
IN_PLACE = seconds(5)
"""Lead-in when the athlete is there already."""
BACK_IN_PLACE = seconds(7)
"""The longest set-up of an exercise that has been set up before."""
LEAST_REST = seconds(5)
EASY_RIR, EASY_WEEKS = 4, 2
RIR = {Experience.BEGINNER: 3, Experience.INTERMEDIATE: 2, Experience.ADVANCED: 2}
"""Reps in reserve after the first training weeks, in which everybody keeps four."""


@dataclass(frozen=True)
class Aim:
    """Where an athlete stands with an exercise, and what its next sets ask for."""

    target: int | None = None
    """Reps, seconds or contacts; None: the low end, for jumps the top."""
    load: Load | None = None
    slower_s: int = 0
    """Added to the lowering."""
    more_rest_s: int = 0
    """After a set that was missed."""
    more_sets: int = 0
    beyond: bool = False
    """The target may lie past the range: a large step up in weight is earned there."""
    why: Reason | None = None
    """What changed its numbers last; None where they are others for the day alone."""


NO_AIM = Aim()
NO_AIMS: Mapping[str, Aim] = MappingProxyType({})


@dataclass(frozen=True)
class Aims:
    """What is aimed at, by exercise id, and one effort for all."""

    of: Mapping[str, Aim]
    rir: int


def rir_for(experience: Experience, week: int, first: bool = False) -> int:
    """Reps in reserve to aim at; ``week`` counts from 1, from the start or the last easy week."""
    return EASY_RIR if first or week <= EASY_WEEKS else RIR[experience]


def main_sets(turns: tuple[Turn, ...], aims: Aims) -> tuple[PlannedSet, ...]:
    """The main block: a turn is one set, or two where it has two sides, left before right."""
    planned: list[PlannedSet] = []
    for index, turn in enumerate(turns):
        previous = turns[index - 1].exercise.id if index else None
        following = turns[index + 1] if index + 1 < len(turns) else None
        rest, kind = _rest(turn, following)
        lead = lead_in(turn.exercise, previous, turn.number == 1)
        planned.extend(_sides(turn, aims, lead, rest, kind))
    return tuple(planned)


def lead_in(exercise: Exercise, previous: str | None, first: bool) -> Ms:
    """Least time to get into place and be counted in, after a set of ``previous``."""
    if first:
        return Ms(exercise.set_up_ms + COUNT_IN)
    if previous == exercise.id:
        return IN_PLACE
    return Ms(min(exercise.set_up_ms, BACK_IN_PLACE) + COUNT_IN)


def _rest(turn: Turn, following: Turn | None) -> tuple[Ms, RestKind]:
    """What is left of the model's pause once the next set's lead-in is taken off."""
    if following is None:
        return LEAST_REST, RestKind.CHANGE
    opens = following.number == 1
    gap = turn.pause + INTRO if opens else turn.pause
    lead = lead_in(following.exercise, turn.exercise.id, opens)
    kind = RestKind.CHANGE if turn.change else RestKind.REST
    return Ms(max(gap - lead, LEAST_REST)), kind


def _sides(turn: Turn, aims: Aims, lead: Ms, rest: Ms, kind: RestKind) -> Iterator[PlannedSet]:
    if turn.exercise.per_side:
        yield _set(turn, aims, Side.LEFT, lead, Ms(0), RestKind.SWITCH)
        yield _set(turn, aims, Side.RIGHT, SWITCH, rest, kind)
    else:
        yield _set(turn, aims, None, lead, rest, kind)


def _set(
    turn: Turn, aims: Aims, side: Side | None, lead: Ms, rest: Ms, kind: RestKind
) -> PlannedSet:
    exercise = turn.exercise
    aim = aims.of.get(exercise.id, NO_AIM)
    longer = seconds(aim.more_rest_s) if kind is RestKind.REST else 0
    return PlannedSet(
        block=Block.MAIN,
        exercise=exercise.id,
        number=turn.number,
        of=turn.of,
        side=side,
        measure=exercise.measure,
        target=_target(exercise, aim),
        low=exercise.low,
        high=exercise.high,
        tempo=slowed(exercise.tempo, aim.slower_s),
        load=aim.load if exercise.loadable else None,
        loadable=exercise.loadable,
        rir=aims.rir,
        lead_ms=lead,
        rest_ms=Ms(rest + longer),
        rest_kind=kind,
    )


def _target(exercise: Exercise, aim: Aim) -> int:
    if aim.target is not None and aim.beyond:
        return max(aim.target, exercise.low)
    if aim.target is None and exercise.measure is Measure.CONTACTS:
        return exercise.high
    return within(exercise, aim.target)


def slowed(tempo: Tempo | None, by_s: int) -> Tempo | None:
    """A tempo whose lowering takes so many seconds longer."""
    return replace(tempo, lower=tempo.lower + by_s) if tempo and by_s else tempo


def within(exercise: Exercise, saved: int | None) -> int:
    """A saved target kept inside the range; what is new starts at the low end."""
    return exercise.low if saved is None else min(max(saved, exercise.low), exercise.high)

"""Builds a workout: exercises from the ladders, as many sets as the minutes hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.library.model import Experience, Gear, Library, Place
from engine.plan.model import Focus, PlannedSet, Workout
from engine.plan.reasons import reasons
from engine.plan.workout.fit import fitted, most_sets, shortened
from engine.plan.workout.ladder import Means, fill
from engine.plan.workout.prescribe import Aims, main_sets, rir_for
from engine.plan.workout.routine import cool_down, warm_up
from engine.plan.workout.templates import KIND_OF, LONGEST, SHORTEST, SLOTS
from engine.plan.workout.timing import Dose, Pace, planned_ms, turns
from engine.units import MINUTE, Load, Ms

NO_TARGETS: Mapping[str, int] = MappingProxyType({})
NO_LOADS: Mapping[str, Load] = MappingProxyType({})


def build_workout(
    library: Library,
    *,
    experience: Experience,
    focus: Focus,
    minutes: int,
    gear: frozenset[Gear],
    week: int = 1,
    age: int | None = None,
    blocked: frozenset[Place] = frozenset(),
    first: bool = False,
    kind: str | None = None,
    targets: Mapping[str, int] = NO_TARGETS,
    loads: Mapping[str, Load] = NO_LOADS,
) -> Workout:
    """One workout, never longer than ``minutes`` (which are kept within 5 to 60).

    ``week`` counts the athlete's training weeks from 1. ``first`` is a session before any
    profile: bodyweight, low rungs, light effort. ``kind``, a key of ``SLOTS``, overrides the
    session type of the focus. ``targets`` and ``loads`` are the saved ones by exercise id.
    """
    minutes = min(max(minutes, SHORTEST), LONGEST)
    pace = Pace.of(minutes, experience, age)
    means = Means(experience, frozenset() if first else gear, blocked, first)
    gentle = first or pace.older or experience is Experience.BEGINNER
    warm = warm_up(library, pace.row.minutes, blocked, gentle)
    cool = cool_down(library, pace.row.minutes, blocked)
    room = Ms(minutes * MINUTE - planned_ms((*warm, *cool)))
    chosen = fill(library, SLOTS[kind or KIND_OF[focus]][: pace.row.size(experience)], means)
    doses = fitted(tuple(e for _, e in chosen), pace, room, most_sets(pace, week, first))
    aims = Aims(targets, loads, rir_for(experience, week, first))
    doses, main = _within(room, doses, pace, aims)
    kept = {dose.exercise.id for dose in doses}
    return Workout(
        id=f"{experience}-{focus}-{minutes}",
        experience=experience,
        focus=focus,
        minutes=minutes,
        format=pace.row.format,
        gear=means.gear,
        patterns=tuple((e.id, slot) for slot, e in chosen if e.id in kept),
        sets=(*warm, *main, *cool),
        reasons=reasons(focus, means, week, pace.older, doses),
        blocked=blocked,
    )


def _within(
    room: Ms, doses: tuple[Dose, ...], pace: Pace, aims: Aims
) -> tuple[tuple[Dose, ...], tuple[PlannedSet, ...]]:
    """Fewer sets where high saved targets would overrun the model, which plans middle reps."""
    main = main_sets(turns(doses, pace), aims)
    while planned_ms(main) > room and (shorter := shortened(doses)) != doses:
        doses, main = shorter, main_sets(turns(shorter, pace), aims)
    return doses, main

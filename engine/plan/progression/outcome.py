"""What a session makes of all its exercises: both sides together, one step a family of slots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from engine.library.model import Exercise, Experience, Gear, Library, Pattern
from engine.plan.model import Dosage, Footing, Level, Limit, Phase
from engine.plan.progression.loads import weights_for
from engine.plan.progression.model import ExerciseResult, SessionResult, strength
from engine.plan.progression.step import (
    AT_THE_TOP,
    FALLS,
    RISES,
    RUNG_AGAIN_AFTER,
    STEPS,
    Step,
    Terms,
    stepped,
)
from engine.plan.workout import ladder
from engine.units import Load

NEWCOMER_WEEKS = 2
"""Training weeks in which a beginner's loads and rungs stay (source articles: start small)."""
FAMILY: Mapping[Pattern, str] = MappingProxyType(
    {
        Pattern.HIP_EXTENSION: "hinge",
        Pattern.CALF_STRAIGHT: "calf",
        Pattern.CALF_BENT: "calf",
        Pattern.PUSH_HORIZONTAL: "push",
        Pattern.PUSH_VERTICAL: "push",
        Pattern.PULL_HORIZONTAL: "pull",
        Pattern.PULL_VERTICAL: "pull",
    }
)
"""Patterns that work the same muscles are one family; any other is its own."""


@dataclass(frozen=True)
class Reach:
    """What an athlete's numbers can rise to: level, and what is usually at hand."""

    library: Library
    experience: Experience
    gear: frozenset[Gear] = frozenset()
    limits: frozenset[Limit] = frozenset()
    weights: tuple[Load, ...] = ()

    def rung(self, exercise: Exercise, direction: int) -> Exercise | None:
        """The next rung up or down the ladder; an exercise beside the ladder has none."""
        if exercise.rung is None:
            return None
        return ladder.step(
            self.library,
            exercise.id,
            direction,
            self.gear,
            self.experience,
            limits=self.limits,
        )


@dataclass(frozen=True)
class Outcome:
    """What one exercise comes to, on each side that was worked."""

    exercise: Exercise
    results: tuple[ExerciseResult, ...]
    steps: tuple[Step, ...]

    @property
    def leading(self) -> Step:
        """The weaker side's, which both sides go by."""
        return min(self.steps, key=lambda step: strength(step.level))

    @property
    def rung(self) -> Exercise | None:
        """What takes its place on the ladder, the easiest that a side asks for."""
        found = (step.rung for step in self.steps if step.rung)
        return min(found, key=lambda exercise: exercise.rung or 0, default=None)

    @property
    def rises(self) -> bool:
        return all(step.code in RISES for step in self.steps)

    @property
    def steps_up(self) -> bool:
        """Whether load or rung rose."""
        return any(step.code in STEPS for step in self.steps)


def family(pattern: Pattern) -> str:
    """The family of slots that a pattern belongs to."""
    return FAMILY.get(pattern, pattern.value)


def outcomes(result: SessionResult, footing: Footing, reach: Reach) -> tuple[Outcome, ...]:
    """What each exercise of a session asks for next, in the session's order of priority."""
    rises = footing.may_rise and not result.easy and result.phase is Phase.BUILD
    rises = rises and result.dosage is Dosage.NORMAL
    footing = replace(footing, may_rise=rises)
    found: list[Outcome] = []
    for id, sides in _by_exercise(result.exercises).items():
        exercise = reach.library.exercises.get(id)
        if exercise is None:
            continue
        outcome = _outcome(exercise, tuple(sides), footing, reach, result.day)
        if outcome.steps_up:
            stepped_up = footing.stepped | {family(exercise.pattern)}
            footing = replace(footing, stepped=stepped_up)
        found.append(outcome)
    return tuple(found)


def _by_exercise(results: Iterable[ExerciseResult]) -> dict[str, list[ExerciseResult]]:
    found: dict[str, list[ExerciseResult]] = {}
    for result in results:
        found.setdefault(result.exercise, []).append(result)
    return found


def _outcome(
    exercise: Exercise,
    results: tuple[ExerciseResult, ...],
    footing: Footing,
    reach: Reach,
    day: date,
) -> Outcome:
    """Both sides leave the top of the range together, or neither does."""
    terms = _terms(exercise, footing, reach, day)
    levels = tuple(_level(footing.levels, result) for result in results)
    steps = _stepped(levels, results, terms)
    both = len(results) == 2 or not exercise.per_side
    together = both and len({step.code in AT_THE_TOP for step in steps}) == 1
    if not together:
        steps = _stepped(levels, results, replace(terms, may_step=False))
    return Outcome(exercise, results, steps)


def _stepped(
    levels: tuple[Level, ...], results: tuple[ExerciseResult, ...], terms: Terms
) -> tuple[Step, ...]:
    pairs = zip(levels, results, strict=True)
    return tuple(stepped(level, result, terms) for level, result in pairs)


def _terms(exercise: Exercise, footing: Footing, reach: Reach, day: date) -> Terms:
    newcomer = reach.experience is Experience.BEGINNER and footing.week <= NEWCOMER_WEEKS
    loaded = any(each.exercise == exercise.id and each.load for each in footing.levels)
    up = reach.rung(exercise, +1)
    return Terms(
        exercise,
        day,
        up=up,
        down=reach.rung(exercise, -1),
        weights=weights_for(exercise, reach.gear, reach.weights),
        outgrown=up is not None and any(_in_use(each, up, day) for each in footing.levels),
        may_rise=footing.may_rise and (footing.may_load or not loaded),
        may_step=not newcomer and family(exercise.pattern) not in footing.stepped,
    )


def _in_use(level: Level, exercise: Exercise, day: date) -> bool:
    lately = level.last is not None and day - level.last < RUNG_AGAIN_AFTER
    fallen = level.why is not None and level.why.code in FALLS
    return level.exercise == exercise.id and lately and not fallen


def _level(levels: Iterable[Level], result: ExerciseResult) -> Level:
    """Where the exercise stood; one never done before stands at what was asked for."""
    known = (
        each for each in levels if (each.exercise, each.side) == (result.exercise, result.side)
    )
    return next(known, None) or Level(result.exercise, result.side, result.target)

"""What past sessions come to, one session at a time: the cost never grows with the years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from engine.library.model import Exercise, Measure, Pattern
from engine.plan.athlete.calendar import DAYS
from engine.plan.model import Footing, Level
from engine.plan.progression.layoff import begun_on, layoff_on
from engine.plan.progression.loads import mass
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.progression.outcome import Outcome, Reach, family, outcomes
from engine.plan.progression.weeks import RECENT, counted
from engine.units import Side

STEP_EVERY = timedelta(days=7)
"""A family of slots steps up once in this time (engineering judgement)."""


def with_latest(training: Training, result: SessionResult, reach: Reach) -> Training:
    """With a session as the latest one: it may still be corrected or taken up again.

    An earlier version of the same session is replaced, another session is folded in first.
    """
    latest = training.latest
    if latest is not None and latest.session != result.session:
        training = settled(training, reach)
    return replace(training, latest=result)


def settled(training: Training, reach: Reach) -> Training:
    """With the latest session folded in, as a plan should see it."""
    if training.latest is None:
        return training
    return with_session(replace(training, latest=None), training.latest, reach)


def footing_of(
    training: Training,
    day: date,
    reach: Reach,
    exercises: Iterable[str] | None = None,
    *,
    easy: bool = False,
) -> Footing:
    """Where exercises (all, if none are named) and their next rungs stand before a session.

    ``training`` is settled. ``easy``: nothing may rise from it, whatever its week is for.
    """
    wanted = None if exercises is None else _with_next_rungs(exercises, reach)
    layoff = layoff_on(training, day)
    reduced = layoff is not None and not layoff.repeats
    lately = (name for name, on in training.stepped if day - on < STEP_EVERY)
    return Footing(
        tuple(each for each in training.levels if wanted is None or each.exercise in wanted),
        reach.gear,
        reach.weights,
        week=1 if training.first is None else 1 + max(0, (day - training.first).days) // DAYS,
        may_rise=not (easy or training.ill or (layoff and reduced and day < layoff.until)),
        may_load=layoff is None or layoff.load_percent == 100,
        stepped=frozenset(lately),
    )


def _with_next_rungs(exercises: Iterable[str], reach: Reach) -> frozenset[str]:
    named = frozenset(exercises)
    known = (reach.library.exercises.get(id) for id in named)
    above = (reach.rung(exercise, +1) for exercise in known if exercise)
    return named | {rung.id for rung in above if rung}


def with_session(training: Training, result: SessionResult, reach: Reach) -> Training:
    """With one more session; one in which nothing was done leaves nothing but what hurt."""
    footing = footing_of(training, result.day, reach)
    found = outcomes(result, footing, reach)
    if any(each.actuals for each in result.exercises):
        layoff = begun_on(training, result.day)
        training = replace(counted(training, result, found), layoff=layoff, ill=False)
    stepped = {family(each.exercise.pattern): result.day for each in found if each.steps_up}
    failed = sorted({each.exercise for each in result.exercises if each.failed})
    earlier = (each for each in training.failures if each[0] >= result.day - RECENT)
    return replace(
        training,
        levels=_levels(training.levels, found, result.day),
        rungs=_rungs(training.rungs, found, reach),
        stepped=tuple({**dict(training.stepped), **stepped}.items()),
        failures=(*earlier, *((result.day, id) for id in failed)),
    )


# Exercises


def _levels(levels: tuple[Level, ...], found: tuple[Outcome, ...], day: date) -> tuple[Level, ...]:
    by_key = {(level.exercise, level.side): level for level in levels}
    for outcome in found:
        for result, step in zip(outcome.results, outcome.steps, strict=True):
            by_key[result.exercise, result.side] = _done(step.level, result, day)
    # Last, since what was stepped down to may have been done in the same session.
    for outcome in found:
        if outcome.rung:
            for side in _sides(outcome.rung):
                before = by_key.get((outcome.rung.id, side))
                by_key[outcome.rung.id, side] = _entered(before, outcome, outcome.rung, side, day)
    return tuple(by_key.values())


def _sides(exercise: Exercise) -> tuple[Side | None, ...]:
    return (Side.LEFT, Side.RIGHT) if exercise.per_side else (None,)


def _entered(
    before: Level | None, outcome: Outcome, rung: Exercise, side: Side | None, day: date
) -> Level:
    """Another rung begins at the low end of its range, jumps at their usual number."""
    target = rung.high if rung.measure is Measure.CONTACTS else rung.low
    before = before or Level(rung.id, side, target)
    why = next(step.reason for step in outcome.steps if step.rung)
    fell = before.fell if outcome.steps_up else day
    return replace(before, target=target, streak=0, fails=0, why=why, changed=day, fell=fell)


def _done(level: Level, result: ExerciseResult, day: date) -> Level:
    """The log of an exercise: when, how often, the most of one set."""
    if not result.actuals:
        return level
    if level.first is None:
        level = replace(level, first=day, first_target=result.target, first_load=result.load)
    level = replace(
        level,
        last=day,
        last_target=result.target,
        last_load=result.load,
        times=level.times + 1,
    )
    most = max(result.actuals)
    if (mass(result.load), most) <= (mass(level.best_load), level.best):
        return level
    return replace(level, best=most, best_load=result.load, best_on=day)


def _rungs(
    before: tuple[tuple[Pattern, str], ...], found: tuple[Outcome, ...], reach: Reach
) -> tuple[tuple[Pattern, str], ...]:
    """A step up never falls behind what was reached already; a step down always counts."""
    rungs = dict(before)
    for outcome in found:
        new, pattern = outcome.rung, outcome.exercise.pattern
        saved = reach.library.exercises.get(rungs.get(pattern, ""))
        if new and not (outcome.steps_up and saved and (saved.rung or 0) > (new.rung or 0)):
            rungs[pattern] = new.id
    return tuple(rungs.items())

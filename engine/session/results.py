"""A session as progression reads it: each exercise on each side, from the log as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from engine.library.model import Exercise, Library
from engine.plan.model import Effort, Footing, PlannedSet, Workout
from engine.plan.progression.model import ExerciseResult, SessionResult
from engine.plan.progression.outcome import Outcome, Reach, outcomes
from engine.session.facts import Ending, Source
from engine.session.state import Course, Finished, Log, State
from engine.units import MINUTE, Side


def session_result(
    session: str, state: State, workout: Workout, library: Library, day: date
) -> SessionResult:
    """How a session went. ``session`` is its id, ``day`` the athlete's own day of it."""
    course, phase = state.course, state.phase
    over_at = phase.at if isinstance(phase, Finished) else course.last_at
    began = over_at if course.started_at is None else course.started_at
    return SessionResult(
        session=session,
        day=day,
        kind=workout.kind,
        legs=workout.legs,
        dosage=workout.dosage,
        phase=workout.phase,
        completed=isinstance(phase, Finished) and phase.ending is Ending.COMPLETED,
        minutes=max(1, round((over_at - began) / MINUTE)),
        exercises=tuple(_results(course, workout, library)),
        easy=workout.footing is not None and not workout.footing.may_rise,
    )


def next_time(result: SessionResult, workout: Workout, library: Library) -> tuple[Outcome, ...]:
    """What each exercise of a session will ask for, just as the fold over it will have it."""
    footing = workout.footing or Footing(gear=workout.gear)
    reach = Reach(library, workout.experience, footing.gear, workout.limits, footing.weights)
    return outcomes(result, footing, reach)


def _results(course: Course, workout: Workout, library: Library) -> Iterator[ExerciseResult]:
    logged = (log.exercise for log in course.logs)
    for id in dict.fromkeys((*workout.exercises, *logged, *course.left_out)):
        exercise = library.exercises.get(id)
        logs = tuple(log for log in course.logs if log.exercise == id)
        if exercise is not None and (logs or id in course.left_out):
            planned = _planned(id, course, workout)
            for side in _sides(exercise, logs, id in course.left_out):
                yield _result(exercise, side, logs, planned, course)


def _planned(id: str, course: Course, workout: Workout) -> tuple[PlannedSet, ...]:
    """Its sets as prescribed; as they stand for one that came in later."""
    prescribed = tuple(planned for planned in workout.sets if _is(planned, id))
    return prescribed or tuple(p for p in course.sets_of(workout) if _is(p, id))


def _is(planned: PlannedSet, id: str) -> bool:
    return planned.main and planned.exercise == id


def _sides(exercise: Exercise, logs: tuple[Log, ...], hurt: bool) -> tuple[Side | None, ...]:
    """The sides that were worked; both, where it hurt."""
    if not exercise.per_side:
        return (None,)
    worked = {log.side for log in logs}
    return tuple(side for side in (Side.LEFT, Side.RIGHT) if hurt or side in worked)


def _result(
    exercise: Exercise,
    side: Side | None,
    logs: tuple[Log, ...],
    planned: tuple[PlannedSet, ...],
    course: Course,
) -> ExerciseResult:
    mine = sorted((log for log in logs if log.side is side), key=lambda log: log.index)
    asked = [each.target for each in planned if each.side is side]
    target = next(iter(asked or (log.target for log in mine)), exercise.low)
    lowered = exercise.id in course.lowered or any(log.target < target for log in mine)
    return ExerciseResult(
        exercise=exercise.id,
        side=side,
        measure=exercise.measure,
        target=target,
        actuals=tuple(log.actual for log in mine),
        load=mine[-1].load if mine else None,
        said=bool(mine) and all(log.source is Source.SAID for log in mine),
        complete=bool(mine) and len(mine) >= len(asked) and not lowered,
        effort=_effort(log.effort for log in mine),
        failed=any(_failed(log, exercise) for log in mine),
        hurt=exercise.id in course.left_out,
    )


def _failed(log: Log, exercise: Exercise) -> bool:
    """Short of its target by the athlete's own word; reps past the range may be missed."""
    return log.source is Source.SAID and log.actual < min(log.target, exercise.high)


def _effort(told: Iterable[Effort | None]) -> Effort | None:
    """Too hard once is too hard, too easy once too easy; nothing told is nothing."""
    efforts = {effort for effort in told if effort is not None}
    order = (Effort.TOO_HARD, Effort.TOO_EASY, Effort.RIGHT)
    return next((effort for effort in order if effort in efforts), None)

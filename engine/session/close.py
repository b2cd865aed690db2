"""The end of a session: the summary, or a stop that can be taken up again."""

from __future__ import annotations

from engine.cues import Amount, Day, Name, Priority, Say, Span, say
from engine.plan.progression import Result, next_target
from engine.session.describe import NOUNS
from engine.session.facts import Ending, SessionFinished
from engine.session.state import Finished, Log
from engine.session.turn import Turn
from engine.units import HOUR, MINUTE, Ms

REOPEN_FOR = Ms(18 * HOUR)
"""A stopped session may be taken up again for this long; later it is a new day's affair."""


def finish(turn: Turn) -> Turn:
    """All is done: well done, the summary, when next."""
    turn = _close(turn, Ending.COMPLETED, len(turn.sets))
    return turn.says(*summary(turn), *_next_day(turn), say("goodbye"))


def stop(turn: Turn, index: int) -> Turn:
    """The athlete has had enough; the set ``index`` would have come next."""
    turn = _close(turn, Ending.PARTIAL, index)
    if not turn.course.logs:
        return turn.says(say("stopped_early"))
    return turn.says(say("stopped", sets=Amount(sets_done(turn), "sets")))


def end_for_safety(turn: Turn, index: int) -> Turn:
    """Close without a word: whoever ends for safety has said what matters."""
    return _close(turn, Ending.SAFETY, index)


def _close(turn: Turn, ending: Ending, index: int) -> Turn:
    if turn.course.started_at is not None:
        turn = turn.notes(SessionFinished, ending=ending)
    return turn.enters(Finished(ending, turn.at, index))


def sets_done(turn: Turn) -> int:
    """Sets as a person counts them: both sides of a one-sided set are one."""
    return len({(log.exercise, log.set) for log in turn.course.logs})


def summary(turn: Turn) -> tuple[Say, ...]:
    """Minutes and sets, the best of it, what goes up next time."""
    if not turn.course.logs:
        return (say("summary_none"),)
    began = turn.course.started_at or turn.at
    minutes = Span(Ms(max(1, round((turn.at - began) / MINUTE)) * MINUTE))
    opening = say("summary", minutes=minutes, sets=Amount(sets_done(turn), "sets"))
    return (opening, *_best(turn.course.logs), *_goes_up(turn))


def _best(logs: tuple[Log, ...]) -> tuple[Say, ...]:
    """The set that went furthest past its target, where one did."""
    beyond = max(logs, key=lambda log: (log.actual - log.target, log.number))
    return (_best_of(beyond),) if beyond.actual > beyond.target else ()


def _best_of(log: Log) -> Say:
    amount = Amount(log.actual, NOUNS[log.measure])
    return say("summary_best", exercise=Name(log.exercise), amount=amount)


def _goes_up(turn: Turn) -> tuple[Say, ...]:
    """The first exercise, by priority, that asks for more next time."""
    for exercise in turn.workout.exercises:
        result = result_of(exercise, turn)
        if result and (target := next_target(result)) > result.target:
            amount = Amount(target, NOUNS[result.measure])
            return (say("summary_up", exercise=Name(exercise), amount=amount),)
    return ()


def result_of(exercise: str, turn: Turn) -> Result | None:
    """How an exercise of the workout went today; None if it was not done."""
    logs = [log for log in turn.course.logs if log.exercise == exercise]
    planned = [planned for planned in turn.workout.sets if planned.exercise == exercise]
    found = turn.exercise(exercise)
    if not logs or found is None:
        return None
    efforts = {log.effort for log in logs if log.effort}
    return Result(
        measure=found.measure,
        low=found.low,
        high=found.high,
        target=planned[0].target if planned else logs[0].target,
        actuals=tuple(log.actual for log in logs),
        felt_easy="too_easy" in efforts,
        felt_hard="too_hard" in efforts,
        complete=len(logs) >= len(planned),
    )


def next_targets(turn: Turn) -> tuple[tuple[str, int], ...]:
    """What each exercise done today asks for next time."""
    results = ((exercise, result_of(exercise, turn)) for exercise in turn.workout.exercises)
    return tuple((exercise, next_target(result)) for exercise, result in results if result)


def _next_day(turn: Turn) -> tuple[Say, ...]:
    if turn.workout.next_day is None or turn.workout.day is None:
        return ()
    day = Day(turn.workout.next_day, turn.workout.day)
    return (say("next_day", Priority.NORMAL, day=day),)

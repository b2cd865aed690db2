"""The end of a session: the summary, or a stop that can be taken up again."""

from __future__ import annotations

from datetime import date

from engine.cues import NOUNS, Amount, Day, Name, Priority, Say, Span, say
from engine.plan.progression.model import SessionResult
from engine.plan.progression.outcome import Outcome
from engine.session.facts import Ending, SessionFinished
from engine.session.results import next_time, session_result
from engine.session.state import Finished, Log, State
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
    result = _result(turn)
    minutes = Span(Ms(result.minutes * MINUTE))
    opening = say("summary", minutes=minutes, sets=Amount(sets_done(turn), "sets"))
    return (opening, *_best(turn.course.logs), *_goes_up(turn, result))


def _result(turn: Turn) -> SessionResult:
    day = date.fromisoformat(turn.workout.day) if turn.workout.day else date.min
    state = State(turn.phase, turn.course)
    return session_result("", state, turn.workout, turn.library, day)


def _best(logs: tuple[Log, ...]) -> tuple[Say, ...]:
    """The set that went furthest past its target, where one did."""
    beyond = max(logs, key=lambda log: (log.actual - log.target, log.number))
    return (_best_of(beyond),) if beyond.actual > beyond.target else ()


def _best_of(log: Log) -> Say:
    amount = Amount(log.actual, NOUNS[log.measure])
    return say("summary_best", exercise=Name(log.exercise), amount=amount)


def _goes_up(turn: Turn, result: SessionResult) -> tuple[Say, ...]:
    """The first exercise, by priority, that asks for more next time."""
    for outcome in next_time(result, turn.workout, turn.library):
        if outcome.rises and outcome.exercise.id in turn.workout.exercises:
            return (_up(outcome),)
    return ()


def _up(outcome: Outcome) -> Say:
    """More reps or seconds as such; a step in weight, rung or tempo with its reason."""
    leading = outcome.leading
    if leading.reason and leading.code not in ("rep_up", "hold_up"):
        return leading.reason.said
    amount = Amount(leading.level.target, NOUNS[outcome.exercise.measure])
    return say("summary_up", exercise=Name(outcome.exercise.id), amount=amount)


def _next_day(turn: Turn) -> tuple[Say, ...]:
    if turn.workout.next_day is None or turn.workout.day is None:
        return ()
    day = Day(turn.workout.next_day, turn.workout.day)
    return (say("next_day", Priority.NORMAL, day=day),)

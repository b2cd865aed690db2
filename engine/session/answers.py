"""Questions of the athlete: answered in one sentence, changing nothing."""

from __future__ import annotations

from engine.cues import Amount, Day, Name, Names, Question, Remaining, Say, Span, say
from engine.plan.reasons import Reason
from engine.plan.workout.reasons import of_choice
from engine.session.brief import brief
from engine.session.close import summary
from engine.session.describe import amount_of, announcement, dosed, focus_of, introduction
from engine.session.place import at_index, in_hand
from engine.session.state import (
    Asking,
    Briefing,
    Finished,
    Idle,
    Paused,
    Phase,
    Preparing,
    Resting,
    Working,
)
from engine.session.turn import Turn
from engine.session.walk import counted, ends_at, go_to, goes_on, prepare, rest_words
from engine.units import SECOND, Instant, Ms


def today(turn: Turn) -> Say:
    workout = turn.workout
    exercises = Names(turn.exercises)
    return say("today", focus=focus_of(workout), exercises=exercises, minutes=Remaining())


MOST_REASONS = 2


def why(turn: Turn) -> Turn:
    """Why these numbers and this exercise where one is in hand; else why this session."""
    phase, _ = _running(turn)
    at_rest = isinstance(phase, Idle | Briefing | Finished)
    reasons = (() if at_rest else _of_exercise(turn)) or turn.workout.reasons
    return goes_on(turn.says(*(reason.said for reason in reasons[:MOST_REASONS])))


def _of_exercise(turn: Turn) -> tuple[Reason, ...]:
    """Why its numbers, while they are as they were planned, and why it was chosen."""
    planned, id = turn.planned(at_index(turn)), in_hand(turn)
    as_planned = any(
        each.main and (each.exercise, each.target, each.load) == (id, planned.target, planned.load)
        for each in turn.workout.sets
    )
    reasons = turn.workout.because_of(id)
    return tuple(each for each in reasons if as_planned or of_choice(each))


def next_session(turn: Turn) -> Say:
    workout = turn.workout
    if workout.day is None or workout.next_day is None:
        return say("next_session_open")
    if isinstance(turn.phase, Briefing):
        return say("next_session_after", day=Day(workout.next_day, workout.day))
    day = workout.day if isinstance(turn.phase, Idle) else workout.next_day
    return say("next_session", day=Day(day, workout.day))


def how_long(turn: Turn, rest_over: bool) -> Say:
    """What is left of the step in hand, and of the session."""
    phase, moment = _running(turn)
    if isinstance(turn.phase, Asking) and turn.phase.question is Question.REPS:
        return say("time_left", total=Remaining())
    match phase:
        case Preparing(index=index) if rest_over:
            return say("rest_over", exercise=Name(turn.planned(index).exercise))
        case Resting(index=index, until=until) if moment >= until:
            return say("rest_over", exercise=Name(turn.planned(index).exercise))
        case Resting(index=index, until=until):
            left = Ms(max(0, until - moment) + turn.planned(index).lead_ms)
            return say("time_left_rest", span=_whole(left), total=Remaining())
        case Working() as working:
            left = Ms(max(0, ends_at(turn, working) - moment))
            return say("time_left_set", span=_whole(left), total=Remaining())
        case Idle():
            return say("no_session")
        case Finished():
            return say("already_finished")
        case _:
            return say("time_left", total=Remaining())


def _running(turn: Turn) -> tuple[Phase, Instant]:
    """The phase whose time counts, and the moment to count from."""
    phase: Phase = turn.phase.held if isinstance(turn.phase, Paused) else turn.phase
    moment = turn.phase.since if isinstance(turn.phase, Paused) else turn.at
    return (phase.held if isinstance(phase, Asking) else phase), moment


def _whole(left: Ms) -> Span:
    return Span(Ms(-(-left // SECOND) * SECOND))


def how_many(turn: Turn) -> Say:
    if (missing := _no_session(turn)) is not None:
        return missing
    index = at_index(turn)
    left = {(s.exercise, s.number) for s in turn.sets[index:] if s.main}
    if not left:
        return say("whats_next_end")
    total = Amount(len(left), "sets")
    in_hand = turn.planned(index)
    of_this = Amount(sum(1 for id, _ in left if id == in_hand.exercise), "sets")
    if not in_hand.main or of_this.count == total.count:
        return say("sets_left", amount=total)
    name = Name(in_hand.exercise)
    return say("sets_left_exercise", amount=of_this, exercise=name, total=total)


def whats_next(turn: Turn) -> Say:
    if (missing := _no_session(turn)) is not None:
        return missing
    phase, _ = _running(turn)
    index = at_index(turn) + (1 if isinstance(phase, Working) else 0)
    if index >= len(turn.sets):
        return say("whats_next_end")
    planned = turn.planned(index)
    if not planned.main:
        return say("whats_next_move", exercise=Name(planned.exercise))
    return say("whats_next", exercise=Name(planned.exercise), amount=amount_of(planned))


def where_am_i(turn: Turn) -> Say:
    if (missing := _no_session(turn)) is not None:
        return missing
    phase, _ = _running(turn)
    if isinstance(phase, Briefing):
        return say("where_briefing", exercises=Names(turn.exercises))
    planned = turn.planned(at_index(turn))
    name = Name(planned.exercise)
    if isinstance(phase, Resting) and planned.main:
        return say("where_rest", exercise=name)
    if not planned.main:
        return say("where_move", exercise=name)
    side = planned.side.value if planned.side else None
    return say("where", exercise=name, set=planned.number, of=planned.of, side=side)


def _no_session(turn: Turn) -> Say | None:
    phase, _ = _running(turn)
    if isinstance(phase, Idle):
        return say("no_session")
    return say("already_finished") if isinstance(phase, Finished) else None


def repeat(turn: Turn) -> Turn:
    """The words of where we are, once more."""
    match turn.phase:
        case Idle():
            return turn.says(today(turn))
        case Briefing():
            return brief(turn)
        case Finished():
            return turn.says(*summary(turn))
        case Paused():
            return turn.says(say("still_paused"))
        case Preparing(index=index, counted=done) if turn.planned(index).main:
            return prepare(turn, index, _from_the_start(turn, index), counted=done)
        case Preparing(index=index):
            return go_to(turn, index)
        case Resting() as phase:
            return goes_on(turn.says(*rest_words(turn, phase)))
        case Working(index=index) if turn.planned(index).main:
            planned = turn.planned(index)
            return goes_on(turn.says(dosed("repeat_set", planned, exercise=Name(planned.exercise))))
        case Working(index=index):
            return goes_on(
                turn.says(say("move_how_to", exercise=Name(turn.planned(index).exercise)))
            )
        case _:
            return goes_on(turn)


def _from_the_start(turn: Turn, index: int) -> tuple[Say, ...]:
    planned = turn.planned(index)
    if planned.number > 1:
        return announcement(turn, index)
    name = Name(planned.exercise)
    opening = dosed("announce", planned, exercise=name, set=planned.number, of=planned.of)
    return (opening, *introduction(turn, planned.exercise))


def explain(turn: Turn, wanted: str | None) -> Turn:
    """How an exercise is done. A set in hand waits and goes on from its count."""
    id = _explained(turn, wanted)
    if id is None:
        return goes_on(turn.says(say("known_exercise_only")))
    kind = "how_to" if id in turn.library.exercises else "move_how_to"
    words = say(kind, exercise=Name(id))
    match turn.phase:
        case Working(index=index) as phase if turn.planned(index).main:
            return prepare(turn, index, (words,), counted=counted(turn, phase))
        case Preparing(index=index, counted=done):
            return prepare(turn, index, (words,), counted=done)
        case _:
            return goes_on(turn.says(words))


def _explained(turn: Turn, wanted: str | None) -> str | None:
    if wanted is None:
        phase, _ = _running(turn)
        idle = isinstance(phase, Idle | Finished)
        return None if idle else in_hand(turn)
    family = turn.library.families.get(wanted)
    if family is not None:
        in_workout = [id for id in turn.exercises if id in family.members]
        return (in_workout or list(family.members))[0]
    known = wanted in turn.library.exercises or wanted in turn.library.moves
    return wanted if known else None


def help_words(turn: Turn) -> Say:
    """What can be said now."""
    if isinstance(turn.phase, Asking):
        return say(f"help_asking_{turn.phase.question}")
    return say(f"help_{turn.name}")

"""Skipping, jumping ahead, and other exercises in the place of one: for what is left alone."""

from __future__ import annotations

from collections.abc import Iterable

from engine.cues import Name, Question, Say, say
from engine.library.model import Exercise, Gear
from engine.plan.ladder import step, substitutes
from engine.plan.swap import swapped
from engine.session.facts import ExerciseSwapped, Source, StepSkipped
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
from engine.session.walk import carry_on, go_to, goes_on, log, rest


def at_index(turn: Turn) -> int:
    """The set in hand or the next one; 0 before the first."""
    return index_of(turn.phase)


def index_of(phase: Phase) -> int:
    """The set that a phase is about; 0 where there is none yet."""
    match phase:
        case Preparing(index=index) | Working(index=index) | Resting(index=index):
            return index
        case Finished(index=index):
            return index
        case Asking(held=held):
            return index_of(held)
        case Paused(held=held):
            return index_of(held)
        case Idle() | Briefing():
            return 0


def in_hand(turn: Turn) -> str:
    """The exercise or move that a word about "this one" means."""
    if isinstance(turn.phase, Asking) and turn.phase.question is Question.REPS:
        return turn.planned(turn.phase.index).exercise
    return turn.planned(at_index(turn)).exercise


def counted_out(turn: Turn) -> Turn:
    """A set whose reps were asked for is kept with those counted, and its rest has begun."""
    match turn.phase:
        case Asking(step, Question.REPS, index=index, counted=done) if done:
            turn = log(turn, index, done, Source.ASSUMED)
            ended = turn.planned(index)
            if ended.rest_ms:
                return rest(turn, index + 1, ended)
            return turn.enters(Preparing(step, index + 1, told=False))
        case _:
            return turn


def skip(turn: Turn, this: str) -> Turn:
    """Drop what is left of an exercise and go on."""
    index = at_index(turn)
    main = this in turn.library.exercises
    turn = _drop(turn, index, this, main)
    turn = turn.says(say("skipped", exercise=Name(this)))
    return onward(turn, index)


def jump(turn: Turn, to: str) -> Turn | None:
    """Go to the next set of an exercise or family, dropping all before it; None if none is left."""
    family = turn.library.families.get(to)
    wanted = set(family.members) if family else {to}
    index = at_index(turn)
    ahead = (i for i, s in enumerate(turn.sets) if i >= index and s.exercise in wanted and s.main)
    found = next(ahead, None)
    return None if found is None else _jump_to(turn, index, found)


def jump_on(turn: Turn, this: str) -> Turn:
    """To whichever exercise comes next, dropping what is left of ``this`` one before it."""
    index = at_index(turn)
    ahead = (i for i, s in enumerate(turn.sets) if i >= index and s.exercise != this)
    return _jump_to(turn, index, next(ahead, len(turn.sets)))


def _jump_to(turn: Turn, index: int, found: int) -> Turn:
    dropped = turn.sets[index:found]
    for exercise in dict.fromkeys(planned.exercise for planned in dropped):
        count = sum(1 for planned in dropped if planned.exercise == exercise)
        turn = turn.notes(StepSkipped, exercise=exercise, sets=count)
    if dropped:
        turn = turn.notes_course(sets=turn.sets[:index] + turn.sets[found:])
    return go_to(turn, index)


def _drop(turn: Turn, index: int, exercise: str, main: bool) -> Turn:
    kept = tuple(
        planned
        for i, planned in enumerate(turn.sets)
        if i < index or planned.exercise != exercise or planned.main != main
    )
    turn = turn.notes(StepSkipped, exercise=exercise, sets=len(turn.sets) - len(kept))
    return turn.notes_course(sets=kept)


def onward(turn: Turn, index: int) -> Turn:
    """After a change of the list: the rest goes on, anything else begins the step at ``index``."""
    held = turn.phase.held if isinstance(turn.phase, Asking) else turn.phase
    if isinstance(held, Resting) and index < len(turn.sets):
        return carry_on(turn.enters(held), held)
    return go_to(turn, index)


# Other exercises


def swap(turn: Turn, missing: Gear | None, this: str) -> Turn:
    """Put something else in the place of an exercise, or of all that need a thing."""
    index = at_index(turn)
    this = this if turn.later(this, index) else turn.planned(index).exercise
    if missing is not None:
        turn = turn.notes_course(missing=turn.course.missing | {missing})
    olds = _needing(turn, index, missing) if missing else (this,)
    swaps: list[tuple[str, str]] = []
    for old in olds:
        new = stand_in(turn, old)
        if new is not None:
            turn = exchange(turn, index, old, new, "missing" if missing else "asked")
            swaps.append((old, new.id))
    if not swaps:
        return goes_on(turn.says(say("no_swap", exercise=Name(this))))
    turn = turn.says(*_swap_words(swaps, missing))
    if turn.planned(index).exercise in dict(swaps).values():
        return onward(turn, index)
    return goes_on(turn)


def _needing(turn: Turn, index: int, missing: Gear) -> tuple[str, ...]:
    at_hand = turn.workout.gear - turn.course.missing
    left = dict.fromkeys(planned.exercise for planned in turn.sets[index:] if planned.main)
    found = {id: turn.exercise(id) for id in left}
    return tuple(
        id
        for id, exercise in found.items()
        if exercise
        and any(missing in needs for needs in exercise.gear)
        and exercise.gear_from(at_hand) is None
    )


def _swap_words(swaps: Iterable[tuple[str, str]], missing: Gear | None) -> tuple[Say, ...]:
    if missing is None:
        return tuple(say("swapped", old=Name(old), new=Name(new)) for old, new in swaps)
    return tuple(
        say("swapped_missing", old=Name(old), new=Name(new), gear=missing.value)
        for old, new in swaps
    )


def stand_in(turn: Turn, old: str) -> Exercise | None:
    """The best substitute with what is at hand and does not hurt."""
    if old not in turn.library.exercises:
        return None
    found = substitutes(
        turn.library,
        old,
        turn.workout.gear - turn.course.missing,
        turn.workout.experience,
        turn.course.blocked | turn.workout.blocked,
        taken={planned.exercise for planned in turn.sets},
    )
    hurting = turn.course.spared
    usable = (new for new in found if not any(map(new.loads, hurting)))
    return next((new for new in usable if new.id not in turn.course.left_out), None)


def rung(turn: Turn, old: str, direction: int) -> Exercise | None:
    """One rung down (-1) or up (1) from an exercise."""
    if old not in turn.library.exercises:
        return None
    return step(
        turn.library,
        old,
        direction,
        turn.workout.gear - turn.course.missing,
        turn.workout.experience,
        turn.course.blocked | turn.workout.blocked,
        taken={planned.exercise for planned in turn.sets},
    )


def exchange(turn: Turn, index: int, old: str, new: Exercise, why: str) -> Turn:
    """From the set ``index`` on, ``new`` is done instead of ``old``."""
    turn = turn.notes_course(sets=swapped(turn.sets, index, old, new))
    return turn.notes(ExerciseSwapped, old=old, new=new.id, why=why)


def move_rung(turn: Turn, direction: int, this: str) -> Turn:
    """ "Make it easier", "make it harder": another rung for an exercise."""
    index = at_index(turn)
    old = this if turn.later(this, index) else turn.planned(index).exercise
    new = rung(turn, old, direction)
    word = "easier" if direction < 0 else "harder"
    if new is None:
        return goes_on(turn.says(say(f"no_{word}", exercise=Name(old))))
    turn = exchange(turn, index, old, new, word)
    return onward(turn.says(say(word, new=Name(new.id))), index)

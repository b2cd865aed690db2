"""Other exercises in the place of one: asked for, for want of gear, easier or harder."""

from __future__ import annotations

from engine.cues import Name, say
from engine.library.model import Exercise, Gear
from engine.plan.workout.ladder import step, substitutes
from engine.plan.workout.swap import swapped
from engine.session.facts import ExerciseSwapped
from engine.session.place import at_index
from engine.session.skipping import drop, onward
from engine.session.turn import Turn
from engine.session.walk import goes_on


def swap(turn: Turn, this: str) -> Turn:
    """Put something else in the place of an exercise."""
    index = at_index(turn)
    this = this if turn.later(this, index) else turn.planned(index).exercise
    new = stand_in(turn, this)
    if new is None:
        return goes_on(turn.says(say("no_swap", exercise=Name(this))))
    turn = exchange(turn, index, this, new, "asked")
    return _played_on(turn.says(say("swapped", old=Name(this), new=Name(new.id))), index, new.id)


def do_without(turn: Turn, missing: Gear) -> Turn:
    """Exchange, or leave out, everything to come that needs a thing that is not there."""
    index = at_index(turn)
    in_hand = turn.planned(index).exercise
    turn = turn.notes_course(missing=turn.course.missing | {missing})
    olds = needing_more(turn, index)
    if not olds:
        return goes_on(turn.says(say("no_swap", exercise=Name(in_hand))))
    for old in olds:
        turn = _without(turn, index, old, missing)
    if in_hand not in olds:
        return goes_on(turn)
    return onward(turn, index)


def _without(turn: Turn, index: int, old: str, missing: Gear) -> Turn:
    new = stand_in(turn, old)
    if new is None:
        return drop(turn, index, {old}).says(say("skipped", exercise=Name(old)))
    turn = exchange(turn, index, old, new, "missing")
    names = {"old": Name(old), "new": Name(new.id)}
    return turn.says(say("swapped_missing", gear=missing.value, **names))


def without_missing(turn: Turn, index: int) -> Turn:
    """What cannot be done for want of gear is exchanged or left out, silently."""
    for old in needing_more(turn, index):
        new = stand_in(turn, old)
        turn = exchange(turn, index, old, new, "missing") if new else drop(turn, index, {old})
    return turn


def needing_more(turn: Turn, index: int) -> tuple[str, ...]:
    """Exercises still to come that cannot be done with the gear that is there."""
    at_hand = turn.workout.gear - turn.course.missing
    left = dict.fromkeys(planned.exercise for planned in turn.sets[index:] if planned.main)
    found = ((id, turn.exercise(id)) for id in left)
    return tuple(id for id, each in found if each and each.gear_from(at_hand) is None)


def _played_on(turn: Turn, index: int, changed: str) -> Turn:
    """A step that was changed begins anew; another one goes on."""
    return onward(turn, index) if turn.planned(index).exercise == changed else goes_on(turn)


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
        limits=turn.workout.limits,
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
        taken={planned.exercise for planned in turn.sets} | set(turn.course.left_out),
        limits=turn.workout.limits,
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

"""Builds a workout: exercises from the ladders, as many sets as the minutes hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from engine.library.model import Exercise, Experience, Gear, Library, Pattern, Place
from engine.plan.model import Focus, Limit, PlannedSet, Workout
from engine.plan.reasons import Reason
from engine.plan.workout.dosing import eased, with_added
from engine.plan.workout.fill import FROM_WEEK, FULL_PERCENT, filled
from engine.plan.workout.fit import (
    FEWEST_EXERCISES,
    FEWEST_OF_WHOLE_BODY,
    Cap,
    affordable,
    fitted,
    most_sets,
)
from engine.plan.workout.jumps import jumps_for, jumps_ms
from engine.plan.workout.ladder import fill
from engine.plan.workout.means import PREFERRED, Means
from engine.plan.workout.overrun import Aimed, within
from engine.plan.workout.prescribe import NO_AIMS, Aim, Aims, main_sets, rir_for
from engine.plan.workout.reasons import chosen_because, number_because, reasons
from engine.plan.workout.routine import cool_down, warm_up
from engine.plan.workout.slots import slots_for
from engine.plan.workout.templates import LONGEST, ROWS, SHORTEST
from engine.plan.workout.timing import Dose, Pace, main_ms, planned_ms, turns
from engine.plan.workout.wish import Built, Wish
from engine.units import MINUTE, Ms

REMEMBERED = 512
ROUNDING = Ms(3000)
"""Lengths are told to the tenth of a minute."""


@dataclass(frozen=True)
class _Frame:
    """What a session's main block has to fit into."""

    minutes: int
    pace: Pace
    means: Means
    warm: tuple[PlannedSet, ...]
    cool: tuple[PlannedSet, ...]
    jumps: tuple[Dose, ...]

    @property
    def around(self) -> Ms:
        return planned_ms((*self.warm, *self.cool))

    @property
    def room(self) -> Ms:
        """For everything between warm-up and cool-down."""
        return Ms(self.minutes * MINUTE - self.around)

    @property
    def enough(self) -> Ms:
        """What the main block should last at least, the jumps not counted."""
        least = self.minutes * MINUTE * FULL_PERCENT // 100
        return Ms(least - self.around - jumps_ms(self.jumps) - ROUNDING)


@lru_cache(REMEMBERED)
def build(library: Library, wish: Wish) -> Built:
    """One workout, never longer than its minutes, neither by the model nor at its targets.

    Equal wishes give the same workout; the last few hundred are remembered, since a day's
    session is asked for at every turn of a conversation about it.
    """
    frame = _frame(library, wish)
    pace, jumps = frame.pace, frame.jumps
    slots = slots_for(wish.kind, wish.focus, wish.goal, pace.row.size(wish.experience))
    chosen = fill(library, slots, frame.means)
    exercises, rir = tuple(e for _, e in chosen), _rir(wish)
    doses, main = within(
        frame.room,
        _fewest(wish),
        wish.aims,
        lambda aims: _doses(wish, aims, exercises, frame),
        lambda doses, aims: main_sets(turns(doses, pace, jumps), Aims(dict(aims), rir)),
    )
    if not wish.jumps:
        left_out = {dose.exercise.id for dose in jumps}
        jumps, main = (), tuple(planned for planned in main if planned.exercise not in left_out)
    patterns = {e.id: slot for slot, e in chosen if e}
    workout = _workout(library, wish, frame, (*jumps, *doses), patterns, main)
    return Built(workout, Ms(frame.around + jumps_ms(jumps) + main_ms(doses, pace)))


def _frame(library: Library, wish: Wish) -> _Frame:
    minutes = min(max(wish.minutes, SHORTEST), LONGEST)
    pace, means = Pace.of(minutes, wish.experience, wish.age), _means(wish)
    gentle = wish.first or pace.older or wish.experience is Experience.BEGINNER
    return _Frame(
        minutes,
        pace,
        means,
        warm=warm_up(library, pace.row.minutes, wish.blocked, gentle),
        cool=cool_down(library, pace.row.minutes, wish.blocked),
        jumps=jumps_for(library, means, minutes) if wish.jumps or wish.jumps_left_out else (),
    )


def _workout(
    library: Library,
    wish: Wish,
    frame: _Frame,
    doses: tuple[Dose, ...],
    patterns: Mapping[str, Pattern],
    main: tuple[PlannedSet, ...],
) -> Workout:
    kept = {dose.exercise.id: dose.exercise for dose in doses}
    trained = tuple(dose for dose in doses if dose.exercise.id in patterns)
    return Workout(
        id=f"{wish.experience}-{wish.focus}-{frame.minutes}",
        experience=wish.experience,
        focus=wish.focus,
        minutes=frame.minutes,
        format=frame.pace.row.format,
        gear=frame.means.gear,
        patterns=tuple((id, patterns.get(id, Pattern.PLYOMETRIC)) for id in kept),
        sets=(*frame.warm, *main, *frame.cool),
        reasons=reasons(wish.focus, frame.means, wish.week, frame.pace.older, trained),
        blocked=wish.blocked,
        limits=wish.limits,
        kind=wish.kind,
        dosage=wish.dosage,
        phase=wish.phase,
        because=tuple((id, _because(library, e, wish, frame.means)) for id, e in kept.items()),
    )


def _because(library: Library, exercise: Exercise, wish: Wish, means: Means) -> tuple[Reason, ...]:
    """Why its numbers, and why it was chosen."""
    aim = dict(wish.aims).get(exercise.id)
    return (*number_because(aim), *chosen_because(library, exercise, means))


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
    kind: str = "",
    aims: Mapping[str, Aim] = NO_AIMS,
) -> Workout:
    """A workout outside any plan."""
    wish = Wish(
        experience,
        focus,
        minutes,
        gear,
        kind=kind,
        week=week,
        age=age,
        blocked=blocked,
        first=first,
        aims=tuple(aims.items()),
    )
    return build(library, wish).workout


def _means(wish: Wish) -> Means:
    return Means(
        wish.experience,
        frozenset() if wish.first else wish.gear,
        wish.blocked,
        wish.first,
        wish.severe,
        wish.limits,
        dict(wish.saved),
        wish.turn,
        PREFERRED.get(wish.goal, ()),
        wish.easier,
    )


def _rir(wish: Wish) -> int:
    usual = rir_for(wish.experience, wish.week, wish.first) if wish.rir is None else wish.rir
    minor = Limit.MINOR in wish.limits
    return wish.easing.rir(max(usual, 3) if minor else usual, wish.dosage)


def _doses(
    wish: Wish,
    aims: Aimed,
    exercises: tuple[Exercise | None, ...],
    frame: _Frame,
) -> tuple[Dose, ...]:
    pace, room = frame.pace, Ms(frame.room - jumps_ms(frame.jumps))
    most = most_sets(pace, wish.week, wish.first)
    cap = Cap(min(most, wish.easing.most_sets or most), wish.hard_sets)
    usual, spare = affordable(exercises, pace.row.size(wish.experience), cap)
    doses = fitted(usual, pace, room, cap, _fewest(wish))
    if not wish.first and wish.week >= FROM_WEEK and wish.focus in (Focus.FULL, Focus.LEGS):
        doses = filled(doses, spare, pace, room, frame.enough, cap)
    added = {id: aim.more_sets for id, aim in aims if aim.more_sets}
    doses = with_added(doses, added, lambda more: cap.allows(more) and main_ms(more, pace) <= room)
    return eased(doses, wish.easing, wish.dosage)


def _fewest(wish: Wish) -> int:
    whole = wish.focus is Focus.FULL and wish.minutes >= ROWS[0].minutes
    return FEWEST_OF_WHOLE_BODY if whole else FEWEST_EXERCISES

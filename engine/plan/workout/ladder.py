"""Chooses exercises: the hardest rung within reach, a rung up or down, a stand-in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from engine.library.model import Exercise, Experience, Gear, Library, Pattern, Place
from engine.plan.model import Limit
from engine.plan.workout.means import Means

FALLBACK = {
    Pattern.PUSH_VERTICAL: Pattern.PUSH_HORIZONTAL,
    Pattern.PUSH_HORIZONTAL: Pattern.PUSH_VERTICAL,
    Pattern.PULL_VERTICAL: Pattern.PULL_HORIZONTAL,
    Pattern.PULL_HORIZONTAL: Pattern.PULL_VERTICAL,
    Pattern.CALF_BENT: Pattern.CALF_STRAIGHT,
    Pattern.CALF_STRAIGHT: Pattern.CALF_BENT,
    Pattern.HINGE: Pattern.HIP_EXTENSION,
    Pattern.HIP_EXTENSION: Pattern.HINGE,
    Pattern.LUNGE: Pattern.HIP_EXTENSION,
    Pattern.SQUAT: Pattern.HIP_EXTENSION,
    Pattern.LATERAL_HIP: Pattern.HIP_EXTENSION,
    Pattern.ANTI_ROTATION: Pattern.ANTI_EXTENSION,
    Pattern.ANTI_EXTENSION: Pattern.ANTI_ROTATION,
}
"""The pattern that fills a slot when its own has nothing usable."""


ACCESSORIES: Mapping[Pattern, int] = MappingProxyType(
    {
        Pattern.PUSH_HORIZONTAL: 0,
        Pattern.PULL_HORIZONTAL: 0,
        Pattern.PUSH_VERTICAL: 0,
        Pattern.PULL_VERTICAL: 0,
        Pattern.LATERAL_HIP: 1,
        Pattern.ANTI_ROTATION: 2,
        Pattern.ANTI_EXTENSION: 2,
    }
)
"""Patterns that vary from block to block, in three groups that take turns, so that a session has at
most one new exercise; the main lifts stay."""
GROUPS = 3


def fill(
    library: Library, slots: Iterable[Pattern], means: Means
) -> tuple[tuple[Pattern, Exercise | None], ...]:
    """An exercise for each slot, or None where it has none; never the same twice."""
    chosen: list[tuple[Pattern, Exercise | None]] = []
    taken: set[str] = set()
    wanted = means.preferred
    for slot in slots:
        exercise = _for_the_goal(library, slot, means, wanted)
        wanted = () if exercise else wanted
        exercise = exercise or pick(library, slot, means, taken)
        if means.easier and exercise is not None and not exercise.loadable:
            exercise = _below(library, exercise, means, taken) or exercise
        if exercise is not None:
            taken.add(exercise.id)
        chosen.append((slot, exercise))
    return tuple(chosen)


def _below(
    library: Library, exercise: Exercise, means: Means, taken: Collection[str]
) -> Exercise | None:
    """The next usable rung down."""
    usable = _usable(library.ladder(exercise.pattern), means, taken)
    return next((e for e in reversed(usable) if _rung(e) < _rung(exercise)), None)


def _for_the_goal(
    library: Library, slot: Pattern, means: Means, wanted: tuple[tuple[Pattern, str], ...]
) -> Exercise | None:
    """What the goal prefers here, if it can be done and is within reach."""
    for pattern, id in wanted:
        exercise = library.exercises[id]
        if pattern is slot and means.allow(exercise) and _rung(exercise) <= means.target(slot):
            return exercise
    return None


def pick(
    library: Library, slot: Pattern, means: Means, taken: Collection[str] = ()
) -> Exercise | None:
    """The highest usable rung up to the target (the first listed of a rung), else the lowest.

    A rung that the athlete has worked up to, or gone down to, takes the place of the target.
    """
    for pattern in _with_fallback(slot):
        usable = _usable(library.ladder(pattern), means, taken)
        saved = library.exercises.get(means.saved.get(pattern, ""))
        if saved in usable:
            return saved
        most = _rung(saved) if saved else means.target(pattern)
        within = [e for e in usable if _rung(e) <= most]
        if within:
            return _in_turn(pattern, [e for e in within if _rung(e) == _rung(within[-1])], means)
        if usable:
            return usable[0]
    return None


def _in_turn(pattern: Pattern, alike: list[Exercise], means: Means) -> Exercise:
    """Of exercises on one rung the first listed; of accessories another one in later blocks."""
    group = ACCESSORIES.get(pattern)
    if group is None:
        return alike[0]
    free = [alike[0], *(e for e in alike[1:] if not e.asked_only)]
    turns = (means.turn + GROUPS - 1 - group) // GROUPS
    return free[turns % len(free)]


def step(
    library: Library,
    exercise_id: str,
    direction: int,
    gear: frozenset[Gear],
    experience: Experience,
    blocked: frozenset[Place] = frozenset(),
    taken: Collection[str] = (),
    limits: frozenset[Limit] = frozenset(),
) -> Exercise | None:
    """The next usable rung of the same pattern: ``direction`` -1 is easier, +1 harder.

    An exercise without a rung goes by its own links. None where the ladder ends.
    """
    current = library.exercises[exercise_id]
    means = Means(experience, gear, blocked, limits=limits)
    usable = _usable(_beyond(library, current, direction), means, taken)
    if current.rung is None:
        return next(iter(usable), None)
    return min(usable, key=lambda e: abs(_rung(e) - _rung(current)), default=None)


def substitutes(
    library: Library,
    exercise_id: str,
    gear: frozenset[Gear],
    experience: Experience,
    blocked: frozenset[Place] = frozenset(),
    taken: Collection[str] = (),
    missing: Gear | None = None,
    limits: frozenset[Limit] = frozenset(),
) -> tuple[Exercise, ...]:
    """Stand-ins, best first: its own pattern before the fallback, then the nearest rung.

    Of two as near, the easier comes first. None of them needs ``missing``.
    """
    current = library.exercises[exercise_id]
    means = Means(experience, gear - {missing} if missing else gear, blocked, limits=limits)
    rung = current.rung or means.target(current.pattern)
    found: list[Exercise] = []
    for pattern in _with_fallback(current.pattern):
        usable = _usable(library.ladder(pattern), means, {*taken, exercise_id})
        # Ladders are easiest first and sorting is stable, so of two as near the easier wins.
        found += sorted(usable, key=lambda e: abs(_rung(e) - rung))
    return tuple(found)


def _beyond(library: Library, current: Exercise, direction: int) -> list[Exercise]:
    if current.rung is None:
        links = current.easier if direction < 0 else current.harder
        return [library.exercises[link] for link in links]
    ladder = library.ladder(current.pattern)
    return [e for e in ladder if (_rung(e) - current.rung) * direction > 0]


def _usable(exercises: Iterable[Exercise], means: Means, taken: Collection[str]) -> list[Exercise]:
    return [e for e in exercises if means.allow(e) and e.id not in taken]


def _with_fallback(pattern: Pattern) -> tuple[Pattern, ...]:
    return (pattern, FALLBACK[pattern]) if pattern in FALLBACK else (pattern,)


def _rung(exercise: Exercise) -> int:
    return exercise.rung or 0

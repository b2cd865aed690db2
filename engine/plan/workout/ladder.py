"""Chooses exercises: the hardest rung within reach, a rung up or down, a stand-in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from engine.library.model import Exercise, Experience, Gear, Library, Pattern, Place

TARGET_RUNG = {Experience.BEGINNER: 2, Experience.INTERMEDIATE: 4, Experience.ADVANCED: 6}
FIRST_SESSION_RUNG = 2
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


@dataclass(frozen=True)
class Means:
    """What an exercise may ask of this athlete today."""

    experience: Experience
    gear: frozenset[Gear]
    blocked: frozenset[Place] = frozenset()
    first: bool = False
    """A first session, before any profile: only low rungs."""

    def allow(self, exercise: Exercise) -> bool:
        """Whether gear, level and pain leave the exercise open."""
        if self.first and _rung(exercise) > FIRST_SESSION_RUNG:
            return False
        return (
            exercise.gear_from(self.gear) is not None
            and self.experience.at_least(exercise.level)
            and not exercise.avoid_with & self.blocked
        )

    def target(self, pattern: Pattern) -> int:
        """The rung aimed at; jumps start one lower."""
        rung = FIRST_SESSION_RUNG if self.first else TARGET_RUNG[self.experience]
        return rung - 1 if pattern is Pattern.PLYOMETRIC else rung


def fill(
    library: Library, slots: Iterable[Pattern], means: Means
) -> tuple[tuple[Pattern, Exercise], ...]:
    """An exercise for each slot that has one, never the same twice."""
    chosen: dict[str, tuple[Pattern, Exercise]] = {}
    for slot in slots:
        exercise = pick(library, slot, means, chosen)
        if exercise is not None:
            chosen[exercise.id] = (slot, exercise)
    return tuple(chosen.values())


def pick(
    library: Library, slot: Pattern, means: Means, taken: Collection[str] = ()
) -> Exercise | None:
    """The highest usable rung up to the target (the first listed of a rung), else the lowest."""
    for pattern in _with_fallback(slot):
        usable = _usable(library.ladder(pattern), means, taken)
        within = [e for e in usable if _rung(e) <= means.target(pattern)]
        if within:
            return max(within, key=_rung)
        if usable:
            return usable[0]
    return None


def step(
    library: Library,
    exercise_id: str,
    direction: int,
    gear: frozenset[Gear],
    experience: Experience,
    blocked: frozenset[Place] = frozenset(),
    taken: Collection[str] = (),
) -> Exercise | None:
    """The next usable rung of the same pattern: ``direction`` -1 is easier, +1 harder.

    An exercise without a rung goes by its own links. None where the ladder ends.
    """
    current = library.exercises[exercise_id]
    usable = _usable(_beyond(library, current, direction), Means(experience, gear, blocked), taken)
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
) -> tuple[Exercise, ...]:
    """Stand-ins, best first: its own pattern before the fallback, then the nearest rung.

    Of two as near, the easier comes first. None of them needs ``missing``.
    """
    current = library.exercises[exercise_id]
    means = Means(experience, gear - {missing} if missing else gear, blocked)
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

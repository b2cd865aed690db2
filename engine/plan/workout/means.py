"""What an exercise may ask of this athlete today: gear, experience, pain and limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.library.model import ON_THE_FLOOR, Exercise, Experience, Gear, Pattern, Place
from engine.plan.athlete.profile import Goal, Profile
from engine.plan.model import Limit

TARGET_RUNG: Mapping[Experience, int] = MappingProxyType(
    {Experience.BEGINNER: 2, Experience.INTERMEDIATE: 4, Experience.ADVANCED: 6}
)
FIRST_SESSION_RUNG = 2
LOW_HOPS = 1
"""The impact that the young may have."""
FEWEST_REPS_OF_MINORS = 8
"""Below eighteen no loaded set is heavier than eight reps allow (AAP 2020)."""
NOTHING_SAVED: Mapping[Pattern, str] = MappingProxyType({})


PREFERRED: Mapping[Goal, tuple[tuple[Pattern, str], ...]] = MappingProxyType(
    {
        Goal.TRAIL: (
            (Pattern.LUNGE, "loaded_step_up"),
            (Pattern.LUNGE, "step_up"),
            (Pattern.ANTI_ROTATION, "suitcase_carry"),
        )
    }
)
"""What a goal puts in a slot where it can be done; one slot of a session at most."""


@dataclass(frozen=True)
class Means:
    """What may be chosen from."""

    experience: Experience
    gear: frozenset[Gear]
    blocked: frozenset[Place] = frozenset()
    first: bool = False
    """A first session, before any profile: only low rungs."""
    severe: frozenset[Place] = frozenset()
    """Places that hurt so much that not even the mild exercises for them will do."""
    limits: frozenset[Limit] = frozenset()
    saved: Mapping[Pattern, str] = field(default_factory=lambda: NOTHING_SAVED)
    """By pattern, the exercise that steps up or down the ladder have led to."""
    turn: int = 0
    """Counts the blocks between easy weeks: accessories of one rung take turns."""

    preferred: tuple[tuple[Pattern, str], ...] = ()
    """Exercises that the athlete's goal asks for, the best first."""

    easier: bool = False
    """One rung down where no load is used."""

    def allow(self, exercise: Exercise) -> bool:
        """Whether gear, level, pain and limits leave the exercise open."""
        if self.first and (exercise.rung or 0) > FIRST_SESSION_RUNG:
            return False
        return (
            self.experience.at_least(exercise.level)
            and exercise.gear_from(self.gear) is not None
            and not exercise.avoid_with & self.blocked
            and not any(exercise.loads(place) for place in self.severe)
            and not any(_bars(limit, exercise) for limit in self.limits)
        )

    def target(self, pattern: Pattern) -> int:
        """The rung aimed at; jumps start one lower."""
        rung = FIRST_SESSION_RUNG if self.first else TARGET_RUNG[self.experience]
        return rung - 1 if pattern is Pattern.PLYOMETRIC else rung


def _bars(limit: Limit, exercise: Exercise) -> bool:
    match limit:
        case Limit.NO_FLOOR:
            return exercise.position in ON_THE_FLOOR
        case Limit.NO_SPACE:
            return exercise.space
        case Limit.NO_IMPACT:
            return exercise.impact > 0
        case Limit.MINOR:
            heavy = exercise.loadable and exercise.low < FEWEST_REPS_OF_MINORS
            return heavy or exercise.impact > LOW_HOPS


def limits_of(profile: Profile) -> frozenset[Limit]:
    """What the profile rules out, whatever hurts today."""
    holds = {
        Limit.NO_FLOOR: not profile.floor_ok,
        Limit.NO_SPACE: not profile.space,
        Limit.NO_IMPACT: not profile.impact_ok or profile.older,
        Limit.MINOR: profile.minor,
    }
    return frozenset(limit for limit, held in holds.items() if held)

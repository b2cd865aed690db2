"""What a session of each type and length holds: slots, formats, sizes and rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from engine.library.model import Experience, Gear, Pattern
from engine.plan.model import Focus, Format
from engine.units import Ms, seconds

SQUAT, LUNGE, HINGE, HIPS = Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE, Pattern.HIP_EXTENSION
CALF, SOLEUS, SIDE = Pattern.CALF_STRAIGHT, Pattern.CALF_BENT, Pattern.LATERAL_HIP
PUSH, PRESS = Pattern.PUSH_HORIZONTAL, Pattern.PUSH_VERTICAL
ROW, PULL_UP = Pattern.PULL_HORIZONTAL, Pattern.PULL_VERTICAL
BRACE, TWIST = Pattern.ANTI_EXTENSION, Pattern.ANTI_ROTATION

SLOTS: Mapping[str, tuple[Pattern, ...]] = MappingProxyType(
    {
        "A": (SQUAT, ROW, CALF, BRACE, HINGE, SIDE, PRESS, TWIST),
        "B": (LUNGE, PUSH, HIPS, TWIST, SOLEUS, SIDE, ROW, BRACE),
        "F": (LUNGE, ROW, CALF, BRACE, HINGE, PUSH, SIDE, TWIST),
        "L1": (SQUAT, HIPS, SIDE, CALF, BRACE, HINGE),
        "U1": (PUSH, ROW, BRACE, PRESS, TWIST, PULL_UP),
        "L2": (LUNGE, HINGE, SOLEUS, SIDE, TWIST, HIPS),
        "U2": (ROW, PRESS, TWIST, PUSH, BRACE, PULL_UP),
        "T": (SQUAT, ROW, CALF, BRACE),
        "mobility": (HINGE, TWIST, HIPS, SIDE),
        "core": (BRACE, TWIST, SIDE, HIPS, BRACE, TWIST),
    }
)
"""Slots by session type, in order of priority; a session takes the first few."""

KIND_OF: Mapping[Focus, str] = MappingProxyType(
    {Focus.FULL: "A", Focus.LEGS: "L1", Focus.UPPER: "U1", Focus.CORE: "core"}
)
"""The session type of a focus when nobody asks for another: the full one begins with a squat,
the movement that a newcomer knows best."""

BIG_TO_SMALL = (
    *(SQUAT, LUNGE, HINGE, HIPS, CALF, SOLEUS, PUSH, PRESS, ROW, PULL_UP),
    *(SIDE, TWIST, BRACE, Pattern.PLYOMETRIC),
)
"""Order of straight sets: large muscles while fresh, the trunk last."""


@dataclass(frozen=True)
class Row:
    """How a session of some length is laid out."""

    minutes: int
    format: Format
    exercises: int
    exercises_advanced: int
    change: Ms
    """Between the exercises of one round or pair."""
    rest: Ms
    """After a round or pair; straight sets rest by class instead."""
    older: Ms
    """Added to each rest from 65 years on, in circuits to each change as well."""

    def size(self, experience: Experience) -> int:
        """How many exercises at most."""
        advanced = experience is Experience.ADVANCED
        return self.exercises_advanced if advanced else self.exercises


ROWS = (
    Row(15, Format.CIRCUIT, 4, 4, seconds(15), seconds(30), seconds(15)),
    Row(20, Format.CIRCUIT, 5, 4, seconds(15), seconds(45), seconds(15)),
    Row(30, Format.PAIRS, 6, 5, seconds(20), seconds(60), seconds(30)),
    Row(45, Format.STRAIGHT, 8, 6, seconds(0), seconds(0), seconds(30)),
)
SHORTEST, LONGEST = 5, 60
"""Minutes that a session may last; below five no working set fits around the warm-up."""
OLDER_FROM = 65
"""Years of age."""


def row_for(minutes: int) -> Row:
    """The row at or below ``minutes``; the first row below 15."""
    return next((row for row in reversed(ROWS) if row.minutes <= minutes), ROWS[0])


KITS: Mapping[Experience, frozenset[Gear]] = MappingProxyType(
    {
        Experience.BEGINNER: frozenset(),
        Experience.INTERMEDIATE: frozenset({Gear.DUMBBELL, Gear.STEP}),
        Experience.ADVANCED: frozenset(Gear) - {Gear.STRENGTH_BAR, Gear.ANKLE_WEIGHTS},
    }
)
"""What the built-in workouts count on: nothing, dumbbells and a step, a gym."""

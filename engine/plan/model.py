"""A workout: the prescription for one day, down to the flat list of sets that a session walks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.library.model import Experience, Gear, Measure, Pattern, Place, Tempo
from engine.units import Load, Ms, Side, seconds


class Focus(StrEnum):
    """Which part of the body a session trains."""

    LEGS = "legs"
    CORE = "core"
    UPPER = "upper"
    FULL = "full"


class Format(StrEnum):
    """How the sets are ordered."""

    CIRCUIT = "circuit"
    PAIRS = "pairs"
    STRAIGHT = "straight"


class Block(StrEnum):
    WARM_UP = "warm_up"
    MAIN = "main"
    COOL_DOWN = "cool_down"


class RestKind(StrEnum):
    """What follows a set: nothing, a switch of sides, a change of exercise, or a real rest."""

    NONE = "none"
    SWITCH = "switch"
    CHANGE = "change"
    REST = "rest"


@dataclass(frozen=True)
class PlannedSet:
    """One set of one side; a one-sided set is two of these, left first."""

    block: Block
    exercise: str
    """An exercise id; in warm-up and cool-down, a move id."""
    number: int
    """This is set ``number`` of ``of``, both from 1; both sides of a set share them."""
    of: int
    side: Side | None
    """Left or right; None where both work."""
    measure: Measure
    target: int
    """Reps, seconds or contacts to do; ``low <= target <= high``."""
    low: int
    high: int
    tempo: Tempo | None
    load: Load | None
    """None: unloaded, or no weight known yet."""
    loadable: bool
    rir: int
    """Reps in reserve aimed at: how many more could have been done."""
    lead_ms: Ms
    """Least time to get into place before it, the three-two-one included."""
    rest_ms: Ms
    """Rest after it, up to where the next set's lead-in begins; 0 before a switch of sides."""
    rest_kind: RestKind

    @property
    def work_ms(self) -> Ms:
        """How long the set takes on the coach's count: contacts and holds are seconds."""
        per_unit = self.tempo.rep_ms if self.tempo else seconds(1)
        return Ms(self.target * per_unit)

    @property
    def main(self) -> bool:
        return self.block is Block.MAIN


@dataclass(frozen=True)
class Workout:
    """One day's prescription. ``sets`` is in the order of doing, warm-up and cool-down included."""

    id: str
    """``<experience>-<focus>-<minutes>``, the name of a built-in workout."""
    experience: Experience
    focus: Focus
    minutes: int
    """What was asked for; the workout is never longer."""
    format: Format
    gear: frozenset[Gear]
    """At hand when it was built; swaps choose from it."""
    patterns: tuple[tuple[str, Pattern], ...]
    """(exercise id, the pattern it was chosen for), in order of priority."""
    sets: tuple[PlannedSet, ...]
    reasons: tuple[str, ...]
    """Why this one: reason codes that the wording knows."""
    blocked: frozenset[Place] = frozenset()
    """Places that hurt when it was built; swaps avoid them."""
    day: str | None = None
    """The athlete's own day it is for, ISO 8601."""
    next_day: str | None = None
    """When the session after it is due, ISO 8601."""

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the main block's exercises in order of first appearance."""
        return tuple(dict.fromkeys(planned.exercise for planned in self.sets if planned.main))

"""A workout: the prescription for one day, down to the flat list of sets that a session walks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.library.model import Experience, Gear, Measure, Pattern, Place, Tempo
from engine.plan.reasons import Reason
from engine.units import Load, Ms, Side, seconds

REST_AFTER_MISS_S = 30
"""Added to the rests of an exercise when its target was missed once (engineering judgement)."""


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


class Phase(StrEnum):
    """What a week is for."""

    BUILD = "build"
    DELOAD = "deload"
    TAPER = "taper"
    RACE_WEEK = "race_week"
    RECOVERY = "recovery"


class Dosage(StrEnum):
    """How much of the usual work a session holds."""

    NORMAL = "normal"
    LIGHT = "light"
    """Half the sets and at least four reps in reserve, the day before a demanding run."""


class Limit(StrEnum):
    """What an athlete cannot or should not do, whatever the day."""

    NO_FLOOR = "no_floor"
    """Getting down and up again."""
    NO_SPACE = "no_space"
    """Four metres to walk."""
    NO_IMPACT = "no_impact"
    """Jumps and hops."""
    MINOR = "minor"
    """Under eighteen: nothing heavy, low hops at most (AAP 2020)."""


class Effort(StrEnum):
    """How a set felt."""

    TOO_EASY = "too_easy"
    RIGHT = "right"
    TOO_HARD = "too_hard"


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
class Level:
    """Where one exercise stands on one side."""

    exercise: str
    side: Side | None
    target: int
    """Reps, seconds or contacts to ask for next; above the range while a large step up in weight is
    being earned."""
    load: Load | None = None
    """The weight to use next; None: none needed, or none known yet."""
    streak: int = 0
    """Sessions in a row that were right at the top of the range."""
    fails: int = 0
    """Sessions in a row that missed the target."""
    slower_s: int = 0
    """Seconds added to the lowering, where neither load nor ladder can rise."""
    more_sets: int = 0
    """Sets added, where the lowering is as slow as it may be."""
    added: date | None = None
    """When a set was added last."""
    fell: date | None = None
    """When a step down led here from a harder rung."""
    first: date | None = None
    first_target: int = 0
    first_load: Load | None = None
    """What its first session asked for."""
    last: date | None = None
    last_target: int = 0
    last_load: Load | None = None
    """What its last session asked for."""
    times: int = 0
    """In how many sessions it was done."""
    best: int = 0
    """The most of one set, at ``best_load``."""
    best_load: Load | None = None
    best_on: date | None = None
    why: Reason | None = None
    """What decided its numbers last."""
    changed: date | None = None
    """When they changed last."""

    @property
    def more_rest_s(self) -> int:
        """Seconds added to the rests after a target that was missed."""
        return REST_AFTER_MISS_S if self.fails else 0


@dataclass(frozen=True)
class Footing:
    """Where a workout's exercises stood when it was planned, and what may come after it."""

    levels: tuple[Level, ...] = ()
    gear: frozenset[Gear] = frozenset()
    """What the athlete usually has, whatever is at hand today."""
    weights: tuple[Load, ...] = ()
    """Weights owned; none told means any usual one."""
    week: int = 1
    """Of training, from 1."""
    may_rise: bool = True
    may_load: bool = True
    """Not while loads climb back after a layoff."""
    stepped: frozenset[str] = frozenset()
    """Families of slots whose load or rung rose in the last seven days."""


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
    reasons: tuple[Reason, ...]
    """Why this day and this session, the most telling first."""
    blocked: frozenset[Place] = frozenset()
    """Places that hurt when it was built; swaps avoid them."""
    limits: frozenset[Limit] = frozenset()
    """What swaps must not ask either."""
    day: str | None = None
    """The athlete's own day it is for, ISO 8601."""
    next_day: str | None = None
    """When the session after it is due, ISO 8601."""
    kind: str = ""
    """The session type that its slots came from, a key of the templates; empty where one was asked
    for by its focus."""
    dosage: Dosage = Dosage.NORMAL
    phase: Phase = Phase.BUILD
    because: tuple[tuple[str, tuple[Reason, ...]], ...] = ()
    """By exercise id: why it was chosen, and why its numbers are what they are."""
    footing: Footing | None = None
    """None: nothing is known of earlier sessions."""

    @property
    def legs(self) -> bool:
        """Whether the legs work in it, so that it needs a day between it and the next such one."""
        return self.focus in (Focus.LEGS, Focus.FULL)

    @property
    def sets_by_exercise(self) -> dict[str, int]:
        """How many sets each main exercise has, both sides of a one-sided set counted once."""
        return {planned.exercise: planned.of for planned in self.sets if planned.main}

    def because_of(self, exercise: str) -> tuple[Reason, ...]:
        """Why this exercise and its numbers; empty for one that came in later."""
        return dict(self.because).get(exercise, ())

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the main block's exercises in order of first appearance."""
        return tuple(dict.fromkeys(planned.exercise for planned in self.sets if planned.main))

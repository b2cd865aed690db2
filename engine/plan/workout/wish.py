"""What a session is to be, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.library.model import Experience, Gear, Pattern, Place
from engine.plan.athlete.profile import Goal
from engine.plan.model import Dosage, Focus, Limit, Phase, Workout
from engine.plan.workout.dosing import Easing
from engine.plan.workout.fill import FROM_WEEK
from engine.plan.workout.fit import NEWCOMER_WEEKS, OLDER_WEEKS
from engine.plan.workout.prescribe import EASY_WEEKS, Aim
from engine.units import Ms

SETTLED_FROM = 1 + max(NEWCOMER_WEEKS, OLDER_WEEKS, EASY_WEEKS, FROM_WEEK - 1)
"""Training week from which on a session no longer depends on its number."""


@dataclass(frozen=True)
class Wish:
    """What a session is to be, and for whom."""

    experience: Experience
    focus: Focus
    minutes: int
    """Kept within 5 to 60."""
    gear: frozenset[Gear]
    kind: str = ""
    """A key of the templates' slots; empty: the usual one of the focus."""
    week: int = 1
    """The athlete's training week from 1."""
    rir: int | None = None
    """Reps in reserve on a usual day; None: by the training week."""
    age: int | None = None
    blocked: frozenset[Place] = frozenset()
    severe: frozenset[Place] = frozenset()
    limits: frozenset[Limit] = frozenset()
    first: bool = False
    """Before any profile: bodyweight, low rungs, light effort."""
    goal: Goal = Goal.GENERAL
    saved: tuple[tuple[Pattern, str], ...] = ()
    """By pattern, the exercise that steps up or down the ladder have led to."""
    turn: int = 0
    """Counts the blocks between easy weeks, for variety."""
    aims: tuple[tuple[str, Aim], ...] = ()
    """By exercise id."""
    easier: bool = False
    """One rung down where no load is used: after a long gap."""
    jumps: bool = False
    """Whether jumps may open it."""
    jumps_left_out: bool = False
    """It has the sets that it would have beside jumps, whose minutes stay free."""
    easing: Easing = field(default_factory=Easing)
    hard_sets: int | None = None
    """How many sets of the week's lower-body allowance are left; None: no limit."""
    dosage: Dosage = Dosage.NORMAL
    phase: Phase = Phase.BUILD


@dataclass(frozen=True)
class Built:
    """A workout, and how long it takes by the time model: each set in the middle of its range."""

    workout: Workout
    length: Ms

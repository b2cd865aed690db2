"""What was done, as progression reads it, and where it has led."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.library.model import Measure, Pattern
from engine.plan.model import Dosage, Effort, Level, Phase
from engine.plan.progression.loads import mass
from engine.units import Load, Side


@dataclass(frozen=True)
class ExerciseResult:
    """How one exercise went on one side in one session."""

    exercise: str
    side: Side | None
    measure: Measure
    target: int
    """What its first set asked for: reps, seconds or contacts."""
    actuals: tuple[int, ...]
    """What each set came to, in order; empty where none was done."""
    load: Load | None = None
    """Of the last set."""
    said: bool = False
    """The athlete told every set; what was only assumed never raises a load."""
    complete: bool = True
    """No set was skipped, swapped away or lowered."""
    effort: Effort | None = None
    """None: nobody asked, or nobody answered."""
    failed: bool = False
    """The athlete said that a set could not be finished."""
    hurt: bool = False
    """It was left for pain of three or more."""


@dataclass(frozen=True)
class SessionResult:
    """One session as it stands in the log."""

    session: str
    """Its id: a later version of the same session takes the place of an earlier one."""
    day: date
    kind: str
    """A session type of the templates; empty where one was asked for by its focus."""
    legs: bool
    dosage: Dosage
    phase: Phase
    completed: bool
    minutes: int
    exercises: tuple[ExerciseResult, ...]
    easy: bool = False
    """A tired day, the first session after illness, a week with a much longer run, or the first
    ones after a layoff: nothing rises from it."""


@dataclass(frozen=True)
class SessionDone:
    """A past session in one line."""

    day: date
    kind: str
    legs: bool
    dosage: Dosage
    phase: Phase
    completed: bool


@dataclass(frozen=True)
class WeekDone:
    """One past week in sums."""

    monday: date
    sessions: int = 0
    sets: int = 0
    """Both sides of a one-sided set are one."""
    minutes: int = 0
    patterns: tuple[tuple[Pattern, int], ...] = ()
    """Sets by movement pattern."""
    rises: int = 0
    """Exercises whose numbers went up."""


@dataclass(frozen=True)
class Layoff:
    """Coming back after a gap: less for some weeks, then loads that climb back."""

    since: date
    """The first day back."""
    until: date
    """From here on the usual sets again; loads may still be below what they were."""
    load_percent: int = 100
    most_sets: int | None = None
    fewer_sets: int = 0
    """Of every exercise."""
    rir: int = 0
    """At least so many reps in reserve."""
    repeats: bool = False
    """The dose of the last session once more, and nothing else changes."""
    easier_rungs: bool = False
    """One rung down where no load is used, and jumps from their lowest."""
    reassess: bool = False
    """So long that screening and experience should be asked about again."""


@dataclass(frozen=True)
class Training:
    """What past sessions come to: a fold that grows with the exercises met, not with the years."""

    levels: tuple[Level, ...] = ()
    rungs: tuple[tuple[Pattern, str], ...] = ()
    """By pattern, the exercise that a step up or down the ladder has led to."""
    recent: tuple[SessionDone, ...] = ()
    """The last five weeks' sessions, oldest first."""
    weeks: tuple[WeekDone, ...] = ()
    """The last weeks with a session, at most 16, oldest first."""
    first: date | None = None
    """Day of the first session."""
    sessions: int = 0
    loading_weeks: int = 0
    """Weeks with normal sessions since the last easy one."""
    loading_week: date | None = None
    """The Monday of the last week counted, or of the last easy one."""
    blocks: int = 0
    """Stretches of loading weeks that an easy one has ended."""
    deload_week: date | None = None
    """The Monday of the last week that was a deload."""
    stepped: tuple[tuple[str, date], ...] = ()
    """By family of slots, when load or rung last rose."""
    failures: tuple[tuple[date, str], ...] = ()
    """Exercises that could not be finished in the last weeks."""
    layoff: Layoff | None = None
    streak: int = 0
    """Weeks in a row with a session, up to the last one that had one."""
    best_streak: int = 0
    ill: bool = False
    """The next session is the first one after an illness."""
    latest: SessionResult | None = None
    """The last session, not folded in yet: until the next one begins it may still be corrected."""

    @property
    def last_day(self) -> date | None:
        """Day of the last session."""
        if self.latest is not None:
            return self.latest.day
        return self.recent[-1].day if self.recent else None

    def level(self, exercise: str, side: Side | None = None) -> Level | None:
        """Where an exercise stands; without a side the weaker of two, which leads both."""
        found = [
            level
            for level in self.levels
            if level.exercise == exercise and (side is None or level.side in (None, side))
        ]
        return min(found, key=strength, default=None)


def strength(level: Level) -> tuple[int, int]:
    """Orders levels of one exercise: of two sides the weaker leads."""
    return mass(level.load), level.target


__all__ = [
    "ExerciseResult",
    "Layoff",
    "Level",
    "SessionDone",
    "SessionResult",
    "Training",
    "WeekDone",
    "strength",
]

"""What is worth keeping for good: append-only, numbered within the session.

An undo or a correction adds a fact and changes none. History and progression read nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.library.model import Measure, Place
from engine.session.commands import Effort, Symptom
from engine.units import Instant, Load, Side


class Source(StrEnum):
    """Who says that a set was done."""

    SAID = "said"
    """The athlete."""
    ASSUMED = "assumed"
    """A player ran it and nobody objected; never raises a load."""


class Ending(StrEnum):
    COMPLETED = "completed"
    PARTIAL = "partial"
    SAFETY = "safety"


@dataclass(frozen=True)
class Fact:
    """Base: every fact has its number in the session, from 1, and its moment."""

    number: int
    at: Instant


@dataclass(frozen=True)
class SessionStarted(Fact):
    workout: str
    consented: bool
    """The athlete answered the first-use words with "ready" (in this session or before)."""


@dataclass(frozen=True)
class ExerciseMet(Fact):
    """The athlete was introduced to an exercise in this session."""

    exercise: str


@dataclass(frozen=True)
class SetLogged(Fact):
    exercise: str
    set: int
    side: Side | None
    measure: Measure
    target: int
    actual: int
    load: Load | None
    source: Source


@dataclass(frozen=True)
class SetCorrected(Fact):
    """What the athlete said afterwards of the set logged as ``of``."""

    of: int
    actual: int | None
    load: Load | None


@dataclass(frozen=True)
class SetUndone(Fact):
    of: int


@dataclass(frozen=True)
class StepSkipped(Fact):
    exercise: str
    sets: int
    """How many sets of one side were dropped."""


@dataclass(frozen=True)
class ExerciseSwapped(Fact):
    old: str
    new: str
    why: str
    """asked, missing, easier, harder, too_hard or pain."""


@dataclass(frozen=True)
class TargetChanged(Fact):
    """What is left of an exercise in this session gets another target or load."""

    exercise: str
    target: int
    load: Load | None
    why: str
    """too_hard, too_easy, pain or load_said."""


@dataclass(frozen=True)
class EffortGiven(Fact):
    """How it felt: of one exercise, or of the whole round (None)."""

    exercise: str | None
    effort: Effort
    rir: int | None


@dataclass(frozen=True)
class PainReported(Fact):
    place: Place
    side: Side | None
    level: int
    """0 to 10; an unanswered question counts as the cautious 5."""
    exercise: str | None
    block_days: int
    """How long exercises that load the place stay away."""


@dataclass(frozen=True)
class PainGone(Fact):
    place: Place | None
    """None: all of it."""


@dataclass(frozen=True)
class UnwellReported(Fact):
    symptom: Symptom


@dataclass(frozen=True)
class ClearanceGiven(Fact):
    """The athlete says that a professional has cleared training."""


@dataclass(frozen=True)
class SessionFinished(Fact):
    ending: Ending


@dataclass(frozen=True)
class SessionReopened(Fact):
    """A stopped session was taken up again."""

"""All that the coach goes by when it plans for one athlete."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from engine.library.model import Place
from engine.plan.athlete.days import Diary
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import Run
from engine.plan.progression.model import Training


@dataclass(frozen=True)
class Book:
    """One athlete's profile, training, runs and days. Immutable: a change makes another book."""

    profile: Profile = field(default_factory=Profile)
    training: Training = field(default_factory=Training)
    runs: tuple[Run, ...] = ()
    """Dated runs from a month back on: those of a date take the place of the usual week's."""
    diary: Diary = field(default_factory=Diary)
    sore: tuple[tuple[Place, date], ...] = ()
    """Places that hurt in a session, each to be spared before a date."""
    needs_clearance: bool = False
    """Something was reported that a professional has to say yes to first."""

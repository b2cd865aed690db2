"""Runs and races: what strength work has to fit around."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

HALF_MARATHON_KM, MARATHON_KM = 21.0975, 42.195


class RunKind(StrEnum):
    """How much a run asks of the legs."""

    EASY = "easy"
    HARD = "hard"
    """Intervals, tempo or hills."""
    LONG = "long"
    RACE = "race"
    CROSS = "cross"
    """Cycling, swimming and the like: as easy on the legs as an easy run."""

    @property
    def demanding(self) -> bool:
        """The legs should be fresh for it."""
        return self in (RunKind.HARD, RunKind.LONG, RunKind.RACE)


class RacePriority(StrEnum):
    """A: what the season is for. B: run well. C: run for fun, as a hard day."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True)
class Race:
    """A race on a date. Without a distance it has a half-marathon's taper."""

    day: date
    distance_km: float = HALF_MARATHON_KM
    priority: RacePriority = RacePriority.A


@dataclass(frozen=True)
class Run:
    """A run on a date, planned or done."""

    day: date
    kind: RunKind
    done: bool = False
    distance_m: int | None = None
    minutes: int | None = None

"""Units of time and load, so that no bare number crosses a room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Instant = NewType("Instant", int)
"""A moment: milliseconds since the Unix epoch, UTC."""

Ms = NewType("Ms", int)
"""A duration in whole milliseconds."""

NO_TIME = Ms(0)
SECOND = Ms(1000)
MINUTE = Ms(60_000)
HOUR = Ms(3_600_000)
EPOCH = Instant(0)


def seconds(count: int) -> Ms:
    """Whole seconds as milliseconds."""
    return Ms(count * SECOND)


class Unit(StrEnum):
    """What a load is weighed in; loads keep the unit they were said in."""

    KG = "kg"
    LB = "lb"


class Basis(StrEnum):
    """What a load's number counts."""

    TOTAL = "total"
    """All of it, as on a barbell or one kettlebell."""
    PER_HAND = "per_hand"
    """Each of two equal weights."""
    ADDED = "added"
    """On top of the body's own weight."""
    ASSISTED = "assisted"
    """Taken off the body's own weight, by a band or a machine."""


@dataclass(frozen=True)
class Load:
    """A weight as it was said. ``hundredths`` of the unit keeps halves and quarters exact."""

    hundredths: int
    unit: Unit = Unit.KG
    basis: Basis = Basis.TOTAL

    @classmethod
    def of(cls, value: float, unit: Unit = Unit.KG, basis: Basis = Basis.TOTAL) -> Load:
        """A load from a spoken number, to the nearest hundredth of its unit."""
        return cls(round(value * 100), unit, basis)

    @property
    def value(self) -> float:
        """The number as said; whole loads are exact."""
        return self.hundredths / 100


class Side(StrEnum):
    """Which side of the body."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

"""Which calendar day it is where the athlete is."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.units import Instant


def day_of(at: Instant, zone: tzinfo) -> date:
    """The calendar day that a moment falls on where the athlete is."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(zone).date()


def zone_named(name: str | None, machine: tzinfo) -> tzinfo:
    """The athlete's time zone; the machine's own where none or an unknown one is known."""
    if name is None:
        return machine
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return machine

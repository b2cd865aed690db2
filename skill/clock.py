"""The present moment: the only place that reads a clock."""

from __future__ import annotations

import time
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfoNotFoundError

from tzlocal import get_localzone

from engine.units import Instant


class WallClock:
    """The machine's own clock."""

    def now(self) -> Instant:
        return Instant(time.time_ns() // 1_000_000)


def machine_zone() -> tzinfo:
    """The machine's own time zone by its rules, not by today's offset: days are right in winter
    and in summer. UTC where the machine does not tell."""
    try:
        return get_localzone()
    except (ZoneInfoNotFoundError, ValueError):
        return UTC

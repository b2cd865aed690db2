"""The present moment: the only place that reads a clock."""

from __future__ import annotations

import time
from datetime import datetime, tzinfo

from engine.units import Instant


class WallClock:
    """The machine's own clock."""

    def now(self) -> Instant:
        return Instant(time.time_ns() // 1_000_000)


def machine_zone() -> tzinfo:
    """The machine's own time zone, daylight saving included where the system tells its name."""
    zone = datetime.now().astimezone().tzinfo
    assert zone is not None
    return zone

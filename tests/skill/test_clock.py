"""The machine's clock: a zone that knows its summers, wherever the machine is."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from skill.clock import WallClock

TELL = """
from datetime import UTC, datetime
from skill.clock import machine_zone
for month in (1, 7):
    print(datetime(2026, month, 15, 4, 30, tzinfo=UTC).astimezone(machine_zone()).date())
"""


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "UTC"])
def test_days_are_right_in_winter_and_in_summer(zone: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", TELL],
        env={"TZ": zone, "PATH": "/usr/bin:/bin", "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    moments = [datetime(2026, month, 15, 4, 30, tzinfo=UTC) for month in (1, 7)]
    assert told.stdout.split() == [str(m.astimezone(ZoneInfo(zone)).date()) for m in moments]


def test_now_is_now_in_milliseconds() -> None:
    assert abs(WallClock().now() / 1000 - datetime.now(UTC).timestamp()) < 5

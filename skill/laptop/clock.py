"""The session's clock on the laptop: steady, from any moment on, at any speed."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.units import SECOND, Instant, Ms

STALLED = Ms(2 * SECOND)
"""Real time. Nothing here takes that long: the machine slept, or the process was stopped."""


class ScaledClock:
    """Obeys ``skill.service.ports.Clock``; counts from ``start``, ``speed`` times as fast as time.

    It runs on the machine's steady counter, so that a corrected wall clock moves no deadline.
    ``steady`` counts nanoseconds.
    """

    def __init__(
        self, start: Instant, speed: float = 1.0, steady: Callable[[], int] = time.monotonic_ns
    ) -> None:
        self.speed = speed
        self.started = start
        self._steady = steady
        self._zero = steady()

    def now(self) -> Instant:
        """The present moment of the session."""
        passed = (self._steady() - self._zero) / 1e6
        return Instant(self.started + int(passed * self.speed))

    def seconds_until(self, moment: Instant) -> float:
        """Real seconds until the clock shows that moment; 0 once it has."""
        return max(0.0, (moment - self.now()) / self.speed / SECOND)

    def forgive(self, moment: Instant) -> None:
        """Go back to a moment that was to be waited for, where it was missed by a stall.

        A player that could not play has not played: no rest is lost to a closed lid.
        """
        missed = (self.now() - moment) / self.speed
        if missed > STALLED:
            self._zero += int(missed * 1e6)

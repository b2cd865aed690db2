"""The laptop's clock: steady, scaled, and forgiving of a closed lid."""

from __future__ import annotations

import pytest

from engine.units import Instant, Ms
from skill.laptop.clock import STALLED, ScaledClock

NOON = Instant(1_763_812_800_000)


class Counter:
    """A steady counter that a test moves, in nanoseconds."""

    def __init__(self) -> None:
        self.ns = 5_000_000_000

    def __call__(self) -> int:
        return self.ns

    def passes(self, ms: int) -> None:
        self.ns += ms * 1_000_000


@pytest.mark.parametrize("speed", [0.5, 1.0, 60.0, 600.0])
def test_time_is_scaled_from_its_first_moment_on(speed: float) -> None:
    steady = Counter()
    clock = ScaledClock(NOON, speed, steady)
    assert clock.now() == NOON
    steady.passes(2_000)
    assert clock.now() == NOON + 2_000 * speed


@pytest.mark.parametrize("speed", [0.5, 1.0, 60.0])
def test_the_wait_for_a_moment_is_in_real_seconds(speed: float) -> None:
    steady = Counter()
    clock = ScaledClock(NOON, speed, steady)
    in_a_minute = Instant(NOON + 60_000)
    assert clock.seconds_until(in_a_minute) == pytest.approx(60 / speed)
    steady.passes(70_000)
    assert clock.seconds_until(in_a_minute) == (0 if speed >= 1 else pytest.approx(50))


def test_a_stall_is_not_time_that_was_played() -> None:
    steady = Counter()
    clock = ScaledClock(NOON, 1.0, steady)
    steady.passes(3_600_000)
    clock.forgive(Instant(NOON + 500))
    assert clock.now() == NOON + 500
    steady.passes(100)
    assert clock.now() == NOON + 600


@pytest.mark.parametrize("speed", [1.0, 600.0])
def test_a_small_delay_is_caught_up_with(speed: float) -> None:
    steady = Counter()
    clock = ScaledClock(NOON, speed, steady)
    steady.passes(STALLED)
    before = clock.now()
    clock.forgive(NOON)
    assert clock.now() == before


def test_a_moment_to_come_is_no_stall() -> None:
    clock = ScaledClock(NOON, 1.0, Counter())
    clock.forgive(Instant(NOON + Ms(60_000)))
    assert clock.now() == NOON

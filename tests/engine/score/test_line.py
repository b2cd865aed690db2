"""The line that cues are laid on: room between sounds, and quiet."""

from __future__ import annotations

import pytest

from engine.cues import Verbosity, say
from engine.score.line import Line
from engine.score.model import Placed
from engine.units import Ms
from tests.engine.score.reading import lengths


def placed(at: int, length: int) -> Placed:
    return Placed(Ms(at), Ms(length), say("praise"))


@pytest.fixture
def line() -> Line:
    laid = Line(lengths(), Verbosity.FULL)
    laid.put(placed(5000, 2000), placed(1000, 500))
    return laid


@pytest.mark.parametrize(
    ("at", "length", "fits"),
    [
        (0, 950, True),
        (0, 951, False),
        (1550, 3400, True),
        (1549, 10, False),
        (1600, 3351, False),
        (5500, 100, False),
        (7050, 10, True),
        (0, 9000, False),
    ],
)
def test_a_sound_fits_a_breath_away_from_all_others(
    line: Line, at: int, length: int, fits: bool
) -> None:
    assert line.fits(placed(at, length)) is fits


@pytest.mark.parametrize(
    ("moment", "free"), [(0, 0), (999, 999), (1000, 1550), (1400, 1550), (1600, 1600), (6000, 7050)]
)
def test_a_sound_under_way_is_waited_for(line: Line, moment: int, free: int) -> None:
    assert line.free_after(moment) == free


@pytest.mark.parametrize(
    ("start", "end", "quiet"),
    [(0, 10_000, 3000), (1200, 5000, 2000), (3500, 6000, 1000), (6500, 7400, 400), (0, 900, 900)],
)
def test_quiet_is_what_the_window_has_between_its_sounds(
    line: Line, start: int, end: int, quiet: int
) -> None:
    assert line.longest_quiet(start, end, placed(3500, 500)) == quiet


def test_sounds_are_kept_in_order_and_unsaid_ones_not_at_all(line: Line) -> None:
    line.put(placed(3000, 0))
    assert [each.at for each in line.score().placed] == [1000, 5000]

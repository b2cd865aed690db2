"""Jumps come back last: four weeks after the end of a pain where landings load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.library.model import Pattern, Place
from engine.plan.athlete.profile import Ache
from engine.plan.book import Book
from tests.engine.plan.planner.athletes import (
    DUMBBELLS_AND_STEP,
    INTERMEDIATE,
    MONDAY,
    athlete,
    planned,
)

JUMPER = athlete(INTERMEDIATE, {}, 2, 30, DUMBBELLS_AND_STEP, impact_ok=True)
LOADED = (
    *(Place.KNEE, Place.ACHILLES, Place.CALF, Place.ANKLE, Place.FOOT),
    *(Place.SHIN, Place.BONE, Place.HIP, Place.HAMSTRING),
)


def jumps(book: Book, today: date = MONDAY, weeks: int = 1) -> list[date]:
    sessions = [each for week in planned(book, today, weeks).weeks for each in week.sessions]
    return [
        each.day for each in sessions if Pattern.PLYOMETRIC in dict(each.workout.patterns).values()
    ]


def test_who_may_jump_and_has_no_pain_does() -> None:
    assert len(jumps(Book(JUMPER))) == 2


@pytest.mark.parametrize("place", LOADED)
def test_no_jumps_until_four_weeks_after_a_pain_there(place: Place) -> None:
    ended = MONDAY - timedelta(days=1)
    book = Book(JUMPER, sore=((place, ended),))
    found = jumps(book, weeks=7)
    assert found
    assert min(found) >= ended + timedelta(days=28)
    assert jumps(Book(JUMPER, sore=((place, MONDAY - timedelta(days=28)),)))


@pytest.mark.parametrize("place", [Place.SHOULDER, Place.WRIST, Place.NECK])
def test_a_pain_that_no_landing_touches_keeps_nobody_from_jumping(place: Place) -> None:
    assert jumps(Book(JUMPER, sore=((place, MONDAY - timedelta(days=1)),)))


@pytest.mark.parametrize(("level", "jumping"), [(0, True), (1, False), (3, False)])
def test_the_least_pain_on_file_bars_jumps_as_long_as_it_is_there(
    level: int, jumping: bool
) -> None:
    sore = replace(JUMPER, aches=(Ache(Place.CALF, level),))
    assert bool(jumps(Book(sore))) is jumping

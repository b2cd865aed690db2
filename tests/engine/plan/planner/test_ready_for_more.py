"""That a level may be left is said after long and steady training, and not again and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.library.model import Experience
from engine.plan.book import Book
from engine.plan.progression.model import Training
from tests.engine.plan.planner.athletes import (
    ADVANCED,
    BEGINNER,
    INTERMEDIATE,
    MONDAY,
    athlete,
    done,
    planned,
    trained,
)


def past(weeks: int, sessions: int, loading: int = 0, gap: int = 3) -> Training:
    """So many weeks and sessions up to some days ago, in the middle of a block."""
    last = trained(done(MONDAY - timedelta(days=gap), "B"))
    return replace(
        last,
        first=MONDAY - timedelta(weeks=weeks),
        sessions=sessions,
        loading_weeks=loading,
        loading_week=MONDAY - timedelta(weeks=1),
    )


def said(experience: Experience, training: Training) -> list[bool]:
    plan = planned(Book(athlete(experience, {}, 2, 30), training), MONDAY, 3)
    return ["ready_for_more" in {note.code for note in week.notes} for week in plan.weeks]


CASES = (
    ("a beginner after half a year", BEGINNER, past(26, 36), True),
    ("a beginner a week before", BEGINNER, past(25, 60), False),
    ("a beginner with too few sessions", BEGINNER, past(60, 35), False),
    ("somebody of the middle level after two years", INTERMEDIATE, past(104, 150), True),
    ("the same a week before", INTERMEDIATE, past(103, 200), False),
    ("the same with too few sessions", INTERMEDIATE, past(150, 149), False),
    ("who has no level above", ADVANCED, past(300, 600), False),
    ("in the second week of a block", BEGINNER, past(30, 60, loading=1), True),
    ("in the third week of a block", BEGINNER, past(30, 60, loading=2), False),
    ("in an easy week", BEGINNER, past(30, 60, loading=6), False),
    ("back from three weeks off", BEGINNER, past(30, 60, gap=21), False),
)


@pytest.mark.parametrize(
    ("label", "experience", "training", "ready"), CASES, ids=[case[0] for case in CASES]
)
def test_it_is_said_of_the_present_week_alone(
    label: str, experience: Experience, training: Training, ready: bool
) -> None:
    assert said(experience, training) == [ready, False, False]

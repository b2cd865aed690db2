"""The score itself: what it refuses to be, and what can be read off it."""

from __future__ import annotations

import pytest

from engine.cues import say
from engine.score.model import Mark, MarkKind, Placed, Score, Tone, ToneKind
from engine.units import Ms

TICK = Tone(ToneKind.TICK)


def placed(at: int, length: int) -> Placed:
    return Placed(Ms(at), Ms(length), say("praise"))


def mark(step: str, start: int, end: int, kind: MarkKind = MarkKind.SET) -> Mark:
    return Mark(step, kind, Ms(start), Ms(end))


REST, SET = mark("rest", 1000, 4000, MarkKind.REST), mark("set", 5000, 9000)
SCORE = Score((placed(0, 500),), (REST, SET), Ms(10_000))


@pytest.mark.parametrize(
    ("sounds", "total"),
    [
        ((placed(0, 500), placed(499, 10)), 1000),
        ((placed(500, 10), placed(0, 10)), 1000),
        ((placed(0, 1001),), 1000),
        ((placed(-1, 10),), 1000),
        ((Placed(Ms(0), Ms(-1), TICK),), 1000),
        ((), -1),
    ],
)
def test_sounds_that_overlap_or_lie_outside_are_no_score(
    sounds: tuple[Placed, ...], total: int
) -> None:
    with pytest.raises(ValueError, match="sounds overlap or lie outside the score"):
        Score(sounds, (), Ms(total))


@pytest.mark.parametrize(
    "marks",
    [
        (mark("a", 0, 500), mark("b", 499, 600)),
        (mark("b", 500, 600), mark("a", 0, 500)),
        (mark("a", 300, 200),),
        (mark("a", 0, 1001),),
    ],
)
def test_marks_that_overlap_or_lie_outside_are_no_score(marks: tuple[Mark, ...]) -> None:
    with pytest.raises(ValueError, match="marks overlap or lie outside the score"):
        Score((), marks, Ms(1000))


def test_sounds_may_touch_and_end_with_the_score() -> None:
    score = Score((placed(0, 500), placed(500, 500)), (), Ms(1000))
    assert score.placed[1].end == score.total


@pytest.mark.parametrize(
    ("moment", "on"),
    [(0, None), (999, None), (1000, REST), (3999, REST), (4000, None), (5000, SET), (9000, None)],
)
def test_a_mark_is_on_from_its_start_until_before_its_end(moment: int, on: Mark | None) -> None:
    assert SCORE.at(Ms(moment)) == on


@pytest.mark.parametrize(
    ("moment", "following"), [(-1, REST), (999, REST), (1000, SET), (4999, SET), (5000, None)]
)
def test_what_is_next_begins_later_than_now(moment: int, following: Mark | None) -> None:
    assert SCORE.next_after(Ms(moment)) == following


@pytest.mark.parametrize(("moment", "left"), [(-5, 10_000), (0, 10_000), (9999, 1), (12_000, 0)])
def test_what_is_left_is_never_negative_nor_more_than_all(moment: int, left: int) -> None:
    assert SCORE.left(Ms(moment)) == left


def test_a_question_left_unsaid_keeps_its_mark() -> None:
    asked = mark("ask", 1000, 1000, MarkKind.ASK)
    assert Score((), (asked,), Ms(1000)).next_after(Ms(0)) == asked

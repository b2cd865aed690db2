"""Cutting and appending: resuming in the middle, and one score after another."""

from __future__ import annotations

import pytest

from engine.cues import say
from engine.score.edit import joined, trimmed
from engine.score.model import Mark, MarkKind, Placed, Score
from engine.units import Ms

PRAISE, REST = say("praise"), say("rest")
SCORE = Score(
    (Placed(Ms(0), Ms(1000), PRAISE), Placed(Ms(5000), Ms(500), REST)),
    (Mark("a", MarkKind.SET, Ms(0), Ms(2000)), Mark("b", MarkKind.REST, Ms(2000), Ms(9000))),
    Ms(9000),
)


def test_from_the_middle_of_a_word_the_word_is_left_out_and_its_step_goes_on() -> None:
    assert trimmed(SCORE, Ms(1)) == Score(
        (Placed(Ms(4999), Ms(500), REST),),
        (Mark("a", MarkKind.SET, Ms(0), Ms(1999)), Mark("b", MarkKind.REST, Ms(1999), Ms(8999))),
        Ms(8999),
    )


def test_a_word_that_begins_at_the_offset_is_said() -> None:
    assert trimmed(SCORE, Ms(5000)).placed == (Placed(Ms(0), Ms(500), REST),)
    assert trimmed(SCORE, Ms(5001)).placed == ()


@pytest.mark.parametrize("offset", [0, -1, -9000])
def test_an_offset_before_the_beginning_leaves_all(offset: int) -> None:
    assert trimmed(SCORE, Ms(offset)) == SCORE


@pytest.mark.parametrize("offset", [9000, 9001, 50_000])
def test_an_offset_past_the_end_leaves_nothing(offset: int) -> None:
    assert trimmed(SCORE, Ms(offset)) == Score()


def test_a_question_without_words_is_still_to_come_at_its_moment() -> None:
    asked = Score((), (Mark("ask", MarkKind.ASK, Ms(700), Ms(700)),), Ms(700))
    assert trimmed(asked, Ms(700)).marks == (Mark("ask", MarkKind.ASK, Ms(0), Ms(0)),)
    assert trimmed(asked, Ms(701)).marks == ()


def test_joined_scores_follow_each_other() -> None:
    both = joined(SCORE, Score((), (), Ms(1000)), SCORE)
    assert [placed.at for placed in both.placed] == [0, 5000, 10_000, 15_000]
    assert [mark.start for mark in both.marks] == [0, 2000, 10_000, 12_000]
    assert both.total == 19_000


def test_nothing_joined_is_an_empty_score() -> None:
    assert joined() == Score()

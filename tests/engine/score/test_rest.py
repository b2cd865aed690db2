"""Rests: exactly as long as asked, with words and calls where they fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.cues import Priority, Rest, Verbosity, say
from engine.score.compile import compile_score
from engine.score.model import MarkKind
from engine.units import Ms, seconds
from tests.engine.score.reading import heard, lengths, moments

REST = Rest("rest", seconds(55), seconds(5), (say("rest"), say("next_up")))


def test_a_rest_is_told_at_once_and_has_its_calls() -> None:
    score = compile_score([REST], lengths())
    assert heard(score) == [
        (0, "rest"),
        (1250, "next_up"),
        (30_000, "rest_halfway"),
        (50_000, "ten_seconds"),
    ]
    (mark,) = score.marks
    assert (mark.kind, mark.start, mark.end) == (MarkKind.REST, 0, 55_000)


@pytest.mark.parametrize(
    ("ms", "lead", "half", "ten"),
    [
        (70_000, 20_000, [45_000], []),
        (52_000, 8000, [30_000], [50_000]),
        (54_999, 5000, [], [49_999]),
        (20_000, 5000, [], [15_000]),
        (19_999, 5000, [], []),
        (30_000, 0, [], [20_000]),
        (30_000, 9000, [], []),
    ],
)
def test_calls_count_from_the_next_set_and_lie_within_the_rest(
    ms: int, lead: int, half: list[int], ten: list[int]
) -> None:
    score = compile_score([replace(REST, ms=Ms(ms), lead=Ms(lead))], lengths())
    assert moments(score, "rest_halfway") == half
    assert moments(score, "ten_seconds") == ten


def test_words_that_must_be_said_make_a_short_rest_longer() -> None:
    score = compile_score([replace(REST, ms=seconds(5))], lengths(4000))
    assert heard(score) == [(0, "rest"), (4250, "next_up")]
    assert score.marks[0].end == 8250


@pytest.mark.parametrize(("praise", "said"), [(2500, [2250]), (2501, [])])
def test_low_words_that_would_run_into_the_end_are_dropped(praise: int, said: list[int]) -> None:
    words = (say("rest"), say("praise", Priority.LOW))
    short = replace(REST, ms=seconds(5), during=words)
    score = compile_score([short], lengths(2000, praise=praise))
    assert moments(score, "praise") == said
    assert score.marks[0].end == 5000


def test_low_words_give_way_to_a_call_and_shorter_ones_take_their_place() -> None:
    words = (say("form_cue", Priority.LOW), say("praise", Priority.LOW), say("next_up"))
    score = compile_score([replace(REST, during=words)], lengths(form_cue=30_000))
    assert heard(score)[:2] == [(0, "praise"), (1250, "next_up")]


def test_words_that_must_be_said_silence_a_call() -> None:
    score = compile_score([replace(REST, during=(say("how_to"),))], lengths(29_800))
    assert moments(score, "rest_halfway") == []


def test_words_after_a_set_leave_the_last_number_its_gap() -> None:
    score = compile_score([say("logged"), REST], lengths())
    assert moments(score, "rest") == [1250]
    assert (score.marks[0].start, score.marks[0].end) == (1000, 56_000)


def test_a_running_rest_ends_when_it_would_have_without_the_words() -> None:
    running = replace(REST, during=(), since=seconds(40))
    score = compile_score([say("time_left_rest"), running], lengths(4000))
    assert heard(score) == [(0, "time_left_rest"), (10_000, "ten_seconds")]
    assert [(mark.start, mark.end) for mark in score.marks] == [(0, 15_000)]


def test_a_rest_that_is_over_ends_with_the_words() -> None:
    running = replace(REST, during=(), since=seconds(60))
    score = compile_score([say("rest_over"), running], lengths(4000))
    assert (score.marks[0].end, score.total) == (4000, 4000)


def test_in_tones_mode_a_rest_has_its_words_and_no_calls() -> None:
    score = compile_score([REST], lengths(), Verbosity.TONES)
    assert [what for _, what in heard(score)] == ["rest", "next_up"]

"""Getting ready: words, time to get into place, three-two-one."""

from __future__ import annotations

import pytest

from engine.cues import Count, LeadIn, Priority, Say, Verbosity, say
from engine.library.model import Tempo
from engine.score.compile import compile_score
from engine.score.model import MarkKind
from engine.units import Ms, seconds
from tests.engine.score.reading import heard, lengths, moments

SQUATS = Count("set", "squat", 8, 1, Tempo(3, 1, 1, 0), ("down", "up"), 100)


def lead(ms: int, *words: Say) -> LeadIn:
    return LeadIn("lead", Ms(ms), words)


def test_the_count_in_leads_exactly_to_the_start_of_the_set() -> None:
    score = compile_score([lead(10_000, say("announce")), SQUATS], lengths())
    assert heard(score)[:5] == [
        (0, "announce"),
        (7000, "3"),
        (8000, "2"),
        (9000, "1"),
        (10_000, "down"),
    ]
    assert [(mark.kind, mark.start) for mark in score.marks] == [
        (MarkKind.LEAD, 0),
        (MarkKind.SET, 10_000),
    ]


@pytest.mark.parametrize(
    ("asked", "words", "go"),
    [
        (10_000, 6000, 10_000),
        (10_000, 6750, 10_000),
        (10_000, 6751, 11_000),
        (5000, 6000, 10_000),
        (0, 1, 4000),
    ],
)
def test_a_lead_in_grows_by_whole_seconds_for_long_words(asked: int, words: int, go: int) -> None:
    score = compile_score([lead(asked, say("set_up"))], lengths(words))
    assert score.marks[0].end == go
    assert moments(score, "3") == [go - 3000]


def test_a_lead_in_without_words_or_time_still_counts_in() -> None:
    score = compile_score([lead(0)], lengths())
    assert heard(score) == [(0, "3"), (1000, "2"), (2000, "1")]
    assert score.total == 3000


def test_low_words_neither_delay_the_set_nor_run_into_the_count_in() -> None:
    words = (say("announce"), say("form_cue", Priority.LOW), say("praise", Priority.LOW))
    score = compile_score([lead(7000, *words)], lengths(announce=2000, form_cue=2000, praise=500))
    assert heard(score)[:3] == [(0, "announce"), (2250, "praise"), (4000, "3")]
    assert score.marks[0].end == 7000


def test_a_sentence_before_leaves_its_gap_before_the_count_in() -> None:
    score = compile_score([say("begin"), lead(3000)], lengths(1500))
    assert (moments(score, "3"), score.marks[0].end) == ([2500], 5500)


def test_in_tones_mode_three_low_tones_lead_to_a_high_one() -> None:
    score = compile_score([lead(5000, say("announce"))], lengths(), Verbosity.TONES)
    assert heard(score) == [
        (0, "announce"),
        (2000, "*low"),
        (3000, "*low"),
        (4000, "*low"),
        (5000, "*high"),
    ]


def test_the_go_tone_rings_into_the_set_without_delaying_it() -> None:
    score = compile_score([lead(5000), SQUATS], lengths(), Verbosity.TONES)
    assert score.marks[1].start == 5000
    assert moments(score, "*tick")[0] == 10_000


def test_words_after_a_go_tone_wait_until_it_has_sounded() -> None:
    score = compile_score([lead(3000), say("praise")], lengths(), Verbosity.TONES)
    assert moments(score, "praise") == [3500]


def test_a_slow_voice_gets_tones_for_the_numbers_that_would_be_late() -> None:
    score = compile_score([lead(4000), SQUATS], lengths(number=951))
    assert moments(score, "*low") == [1000, 2000, 3000]
    assert score.marks[1].start == 4000


def test_unsaid_words_take_no_time() -> None:
    words = (say("announce"), say("set_up"), say("form_cue"))
    score = compile_score([lead(seconds(9), *words)], lengths(set_up=0))
    assert heard(score)[:3] == [(0, "announce"), (1250, "form_cue"), (6000, "3")]

"""Timed holds and warm-up moves: start, calls on the way, the count-out, the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.cues import Hold, Priority, Verbosity, say
from engine.score.compile import compile_score
from engine.score.model import MarkKind
from engine.units import Ms, seconds
from tests.engine.score.reading import heard, lengths, moments

PLANK = Hold("hold", "plank", seconds(45))
MARCH = Hold("move", "march", seconds(30), during=(say("move"), say("move_how_to", Priority.LOW)))


def test_a_hold_is_told_its_time_and_counted_out() -> None:
    assert heard(compile_score([PLANK], lengths())) == [
        (0, "hold_start"),
        (5000, "hold_left"),
        (15_000, "hold_left"),
        (22_500, "hold_halfway"),
        (35_000, "hold_left"),
        (40_000, "5"),
        (41_000, "4"),
        (42_000, "3"),
        (43_000, "2"),
        (44_000, "1"),
        (45_000, "*end"),
    ]


def test_the_end_tone_belongs_to_the_hold() -> None:
    (mark,) = compile_score([PLANK], lengths()).marks
    assert (mark.kind, mark.start, mark.end) == (MarkKind.HOLD, 0, 45_300)


@pytest.mark.parametrize(
    ("length", "half", "numbers", "calls"),
    [(19, 0, 3, 0), (20, 1, 5, 0), (39, 1, 5, 0), (40, 1, 5, 2), (60, 1, 5, 4)],
)
def test_what_is_said_grows_with_the_length_of_the_hold(
    length: int, half: int, numbers: int, calls: int
) -> None:
    score = compile_score([replace(PLANK, ms=seconds(length))], lengths())
    sounds = [what for _, what in heard(score)]
    assert sounds.count("hold_halfway") == half
    assert sum(sound.isdecimal() for sound in sounds) == numbers
    assert sounds.count("hold_left") == calls


def test_a_very_short_hold_says_what_fits() -> None:
    score = compile_score([replace(PLANK, ms=seconds(2))], lengths(1500))
    assert heard(score) == [(0, "hold_start"), (2000, "*end")]


def test_a_hold_that_goes_on_after_a_pause_keeps_its_half_time() -> None:
    rest = replace(PLANK, ms=seconds(30), first_ms=seconds(15))
    assert moments(compile_score([rest], lengths()), "hold_halfway") == [7500]
    rest = replace(PLANK, ms=seconds(20), first_ms=seconds(25))
    score = compile_score([rest], lengths())
    assert moments(score, "hold_halfway") == []
    assert len(moments(score, "5")) == 1


def test_a_move_is_explained_while_it_is_done_and_counted_out_by_three() -> None:
    assert heard(compile_score([MARCH], lengths(2000))) == [
        (0, "move"),
        (2250, "move_how_to"),
        (27_000, "3"),
        (28_000, "2"),
        (29_000, "1"),
        (30_000, "*end"),
    ]


def test_low_words_that_would_run_into_a_call_are_dropped() -> None:
    score = compile_score([MARCH], lengths(2000, move_how_to=24_501))
    assert [what for _, what in heard(score)][:2] == ["move", "3"]
    score = compile_score([MARCH], lengths(2000, move_how_to=24_500))
    assert [what for _, what in heard(score)][:3] == ["move", "move_how_to", "3"]


def test_words_that_must_be_said_drop_the_calls_they_meet() -> None:
    told = replace(MARCH, ms=seconds(45), during=(say("move"), say("move_how_to")))
    assert moments(compile_score([told], lengths(3000)), "hold_halfway") == [22_500]
    score = compile_score([told], lengths(12_000))
    assert moments(score, "hold_halfway") == []
    assert score.marks[0].end == 45_300


def test_a_short_move_is_not_talked_over_at_its_half() -> None:
    assert moments(compile_score([MARCH], lengths(1000)), "hold_halfway") == []


def test_a_move_whose_only_words_give_way_is_still_a_move() -> None:
    told = replace(MARCH, during=(say("move_how_to", Priority.LOW),))
    assert heard(compile_score([told], lengths(move_how_to=30_000)))[:1] == [(27_000, "3")]


def test_a_call_left_unsaid_keeps_no_other_away() -> None:
    score = compile_score([PLANK], lengths(hold_halfway=0))
    assert moments(score, "hold_left") == [5000, 15_000, 25_000, 35_000]


def test_a_move_grows_for_words_longer_than_itself() -> None:
    told = replace(MARCH, ms=seconds(10), during=(say("move"), say("move_how_to")))
    score = compile_score([told], lengths(8000))
    assert heard(score) == [(0, "move"), (8250, "move_how_to"), (16_250, "*end")]


def test_in_tones_mode_a_hold_is_ticked_out() -> None:
    score = compile_score([PLANK], lengths(), Verbosity.TONES)
    ticks = [(at, "*tick") for at in range(40_000, 45_000, 1000)]
    assert heard(score) == [*ticks, (45_000, "*end")]


def test_a_running_hold_goes_on_under_words() -> None:
    score = compile_score([say("time_left_set"), replace(PLANK, since=seconds(30))], lengths(6000))
    assert heard(score)[:2] == [(0, "time_left_set"), (10_000, "5")]
    assert moments(score, "*end") == [15_000]
    assert [(mark.start, mark.end) for mark in score.marks] == [(0, 15_300)]


def test_a_hold_that_ended_under_words_is_told_so_at_their_end() -> None:
    score = compile_score([say("help_working"), replace(PLANK, since=seconds(44))], lengths(3000))
    assert heard(score) == [(0, "help_working"), (3050, "*end")]


def test_a_hold_after_a_sentence_waits_until_it_has_sunk_in() -> None:
    score = compile_score([say("go_on_hold"), PLANK], lengths())
    assert moments(score, "hold_start") == [1250]
    assert moments(score, "*end") == [46_250]


@pytest.mark.parametrize(("number", "sound"), [(950, "1"), (951, "*tick")])
def test_a_slow_voice_gets_ticks_for_the_last_seconds(number: int, sound: str) -> None:
    score = compile_score([PLANK], lengths(number=number))
    assert Ms(44_000) in moments(score, sound)

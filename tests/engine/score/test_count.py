"""Counted sets: the beat, the words of the first reps, ticks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.cues import Count, Say, Verbosity, say
from engine.library.model import Tempo
from engine.score.compile import compile_score
from engine.score.model import MarkKind
from engine.units import Ms, seconds
from tests.engine.score.reading import heard, lengths, moments

SQUATS = Count("set", "squat", 8, 1, Tempo(3, 1, 1, 0), ("down", "up"), 100)
CALVES = Count("set", "calf", 6, 1, Tempo(2, 0, 1, 1, lift_first=True), ("down", "up"), 100)
HOPS = Count("set", "pogo", 12, 1, None, ("down", "up"), 100)


def numbers_of(count: Count, rep: int) -> tuple[int, str]:
    """What is heard on the rep's beat."""
    score = compile_score([count], lengths(phase=0))
    return next(sound for sound in heard(score) if sound[1] == str(rep))


def test_the_first_two_reps_have_words_and_the_others_numbers() -> None:
    score = compile_score([replace(SQUATS, reps=5)], lengths())
    assert heard(score) == [
        (0, "down"),
        (1000, "2"),
        (2000, "3"),
        (3000, "hold"),
        (4000, "up"),
        (5000, "1"),
        (5450, "down"),
        (6000, "2"),
        (7000, "3"),
        (8000, "hold"),
        (9000, "up"),
        (10_000, "2"),
        (15_000, "3"),
        (20_000, "4"),
        (25_000, "5"),
    ]


def test_where_the_lift_comes_first_the_number_ends_it() -> None:
    score = compile_score([replace(CALVES, reps=3)], lengths())
    assert heard(score) == [
        (0, "up"),
        (1000, "1"),
        (1450, "hold"),
        (2000, "down"),
        (3000, "2"),
        (4000, "up"),
        (5000, "2"),
        (5450, "hold"),
        (6000, "down"),
        (7000, "2"),
        (9000, "3"),
    ]
    assert score.total == 12_000


@pytest.mark.parametrize(
    ("tempo", "first"),
    [
        (Tempo(3, 1, 1, 0), 5000),
        (Tempo(3, 0, 1, 1), 4000),
        (Tempo(2, 0, 1, 2), 3000),
        (Tempo(3, 1, 2, 1, lift_first=True), 2000),
        (Tempo(2, 0, 1, 0, lift_first=True), 1000),
    ],
)
def test_the_number_is_said_at_the_end_of_the_lift(tempo: Tempo, first: int) -> None:
    score = compile_score([replace(SQUATS, tempo=tempo, reps=3)], lengths(phase=0))
    beats = [first + rep * tempo.rep_ms for rep in range(3)]
    assert heard(score) == [(beat, str(rep)) for rep, beat in enumerate(beats, 1)]


@pytest.mark.parametrize(
    ("pace", "third", "end"), [(100, 12_000, 80_000), (120, 14_400, 96_000), (97, 11_640, 77_600)]
)
def test_a_slower_pace_stretches_every_beat_alike(pace: int, third: int, end: int) -> None:
    count = replace(SQUATS, tempo=Tempo(2, 0, 2, 0), reps=20, pace=pace)
    assert numbers_of(count, 3) == (third, "3")
    assert numbers_of(count, 20) == (end, "20")


def test_an_odd_pace_adds_up_no_rounding() -> None:
    count = replace(SQUATS, tempo=Tempo(2, 0, 1, 0), reps=30, pace=111)
    assert numbers_of(count, 30) == (99_900, "30")


def test_the_mark_lasts_until_the_last_number_is_said() -> None:
    score = compile_score([SQUATS], lengths())
    (mark,) = score.marks
    assert (mark.kind, mark.step, mark.start, mark.end) == (MarkKind.SET, "set", 0, 40_400)


@pytest.mark.parametrize(
    ("reps", "halfway", "last_three"),
    [(5, [], []), (6, [], [15_450]), (8, [20_450], [25_450]), (9, [25_450], [30_450])],
)
def test_longer_sets_announce_their_middle_and_their_last_three(
    reps: int, halfway: list[int], last_three: list[int]
) -> None:
    score = compile_score([replace(SQUATS, reps=reps)], lengths())
    assert moments(score, "halfway") == halfway
    assert moments(score, "last_three") == last_three


def test_a_set_that_goes_on_after_a_pause_counts_on_without_words() -> None:
    score = compile_score([replace(SQUATS, reps=3, first=6)], lengths())
    assert heard(score) == [(5000, "6"), (10_000, "7"), (15_000, "8")]


def test_the_middle_of_a_set_is_that_of_the_whole_set_after_a_pause() -> None:
    score = compile_score([replace(SQUATS, reps=6, first=3)], lengths())
    assert moments(score, "halfway") == [10_450]
    assert moments(score, "last_three") == [15_450]


def test_a_call_that_leaves_no_quiet_before_the_next_number_is_dropped() -> None:
    assert moments(compile_score([SQUATS], lengths(halfway=4150)), "halfway") == [20_450]
    assert moments(compile_score([SQUATS], lengths(halfway=4151)), "halfway") == []


def test_a_phase_word_may_be_late_only_within_its_own_second() -> None:
    quick = compile_score([SQUATS], lengths(number=900))
    assert [at for at in moments(quick, "down") if at] == [5950]
    slow = compile_score([SQUATS], lengths(number=950))
    assert moments(slow, "down") == [0]


def test_seconds_are_counted_only_after_the_name_of_their_phase() -> None:
    def length_of(said: Say) -> Ms:
        return Ms(950 if said == say("number", n=1) else 400)

    second_rep = [sound for sound in heard(compile_score([SQUATS], length_of)) if sound[0] > 5000]
    assert second_rep[:3] == [(8000, "hold"), (9000, "up"), (10_000, "2")]


def test_a_word_that_would_outlast_the_set_is_dropped() -> None:
    count = replace(CALVES, tempo=Tempo(3, 1, 1, 0, lift_first=True), reps=1)
    score = compile_score([count], lengths(phase=940))
    assert (moments(score, "hold"), score.total) == ([4000], 5000)
    score = compile_score([count], lengths(phase=960))
    assert (moments(score, "hold"), score.total) == ([], 5000)


def test_a_set_right_after_another_waits_until_the_last_number_has_sunk_in() -> None:
    score = compile_score([SQUATS, SQUATS], lengths())
    assert [mark.start for mark in score.marks] == [0, 40_650]
    assert moments(score, "down")[2] == 40_650


@pytest.mark.parametrize(("word", "second"), [(600, [1000]), (601, [])])
def test_the_reps_with_words_leave_quiet_as_well(word: int, second: list[int]) -> None:
    count = replace(SQUATS, tempo=Tempo(2, 0, 1, 0), reps=1)
    score = compile_score([count], lengths(phase=word, number=word))
    assert moments(score, "down") + moments(score, "up") == [0, 2000]
    assert moments(score, "2") == second


def test_a_number_too_long_for_its_beat_becomes_a_tick_on_it() -> None:
    count = replace(SQUATS, tempo=Tempo(1, 0, 1, 0), reps=3, first=4)
    assert heard(compile_score([count], lengths(number=1600))) == [
        (2000, "4"),
        (4000, "5"),
        (6000, "6"),
    ]
    assert heard(compile_score([count], lengths(number=1601))) == [
        (2000, "*tick"),
        (4000, "*tick"),
        (6000, "6"),
    ]


def test_contacts_are_ticked_each_second_with_words_at_tens_and_before_the_last_three() -> None:
    score = compile_score([HOPS], lengths(500))
    assert moments(score, "*tick") == [1000 * contact for contact in range(1, 13)]
    assert [sound for sound in heard(score) if sound[1] != "*tick"] == [
        (9110, "last_three"),
        (10_110, "10"),
    ]


def test_words_that_do_not_fit_between_two_contacts_are_not_said() -> None:
    score = compile_score([HOPS], lengths(841, number=840))
    assert moments(score, "last_three") == []
    assert moments(score, "10") == [10_110]


@pytest.mark.parametrize(
    ("pace", "sound"), [(75, ["1", "2", "3"]), (74, ["*tick", "*tick", "*tick"])]
)
def test_reps_shorter_than_a_second_and_a_half_are_ticked(pace: int, sound: list[str]) -> None:
    count = replace(SQUATS, tempo=Tempo(1, 0, 1, 0), reps=3, pace=pace)
    assert [what for _, what in heard(compile_score([count], lengths(phase=0)))] == sound


def test_quick_reps_still_say_their_tens() -> None:
    count = replace(SQUATS, tempo=Tempo(1, 0, 0, 0), reps=10)
    assert heard(compile_score([count], lengths(0)))[-2:] == [(10_000, "*tick"), (10_110, "10")]


def test_in_tones_mode_reps_tick_and_the_last_one_ends() -> None:
    score = compile_score([replace(SQUATS, reps=8)], lengths(), Verbosity.TONES)
    ticks = [(rep * 5000, "*tick") for rep in range(1, 8)]
    assert heard(score) == [*ticks, (40_000, "*end")]
    assert score.total == 40_300


def test_in_tones_mode_contacts_have_no_words() -> None:
    score = compile_score([HOPS], lengths(), Verbosity.TONES)
    assert {what for _, what in heard(score)} == {"*tick", "*end"}


def test_unsaid_numbers_leave_the_set_its_length() -> None:
    score = compile_score([SQUATS], lengths(0, number=0, phase=0))
    assert (score.placed, score.total) == ((), 40_000)


def test_a_running_count_stays_on_its_beat_under_words() -> None:
    running = replace(SQUATS, since=seconds(12))
    score = compile_score([say("time_left_set"), running], lengths(500, time_left_set=3000))
    assert heard(score) == [
        (0, "time_left_set"),
        (8000, "4"),
        (8450, "halfway"),
        (13_000, "5"),
        (13_450, "last_three"),
        (18_000, "6"),
        (23_000, "7"),
        (28_000, "8"),
    ]


def test_a_number_under_the_words_is_not_said_later() -> None:
    running = replace(SQUATS, since=seconds(12))
    on_beat = compile_score([say("time_left_set"), running], lengths(2950))
    late = compile_score([say("time_left_set"), running], lengths(2951))
    assert (moments(on_beat, "3"), moments(late, "3")) == ([3000], [])


def test_a_running_count_is_on_while_the_words_are_said() -> None:
    score = compile_score([say("help_working"), replace(SQUATS, since=seconds(12))], lengths())
    assert [(mark.start, mark.end) for mark in score.marks] == [(0, 28_400)]


def test_words_that_outlast_a_running_count_end_it() -> None:
    score = compile_score([say("help_working"), replace(SQUATS, since=seconds(39))], lengths(5000))
    assert heard(score) == [(0, "help_working")]
    assert (score.marks[0].end, score.total) == (5000, 5000)

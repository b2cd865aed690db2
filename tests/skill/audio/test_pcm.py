"""Clips: how long they are, what trimming leaves, and where mixing puts each sample."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.audio.pcm import NEAR_SILENCE, TONE_PEAK, Pcm, mixed, silence, tone, trimmed

RATE = 22_050


def clip(*samples: int, rate: int = 1000) -> Pcm:
    """At 1,000 samples a second a sample is a millisecond."""
    return Pcm(rate, b"".join(sample.to_bytes(2, "little", signed=True) for sample in samples))


def levels(pcm: Pcm) -> list[int]:
    raw = pcm.samples
    return [int.from_bytes(raw[at : at + 2], "little", signed=True) for at in range(0, len(raw), 2)]


@pytest.mark.parametrize(("count", "ms"), [(0, 0), (1, 1), (2205, 100), (2206, 101), (22050, 1000)])
def test_a_length_is_rounded_up_to_whole_milliseconds(count: int, ms: int) -> None:
    assert Pcm(RATE, bytes(2 * count)).length_ms == ms


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(ValueError, match="3 bytes"):
        Pcm(RATE, b"abc")


def test_a_rate_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="rate of 0"):
        Pcm(0, b"")


def test_silence_lasts_as_long_as_asked_and_is_digital_zero() -> None:
    quiet = silence(RATE, 1500)
    assert (quiet.length_ms, set(quiet.samples)) == (1500, {0})


def test_a_tone_lasts_as_long_as_asked_and_swings_to_its_peak() -> None:
    beep = tone(RATE, 880, 120)
    assert beep.length_ms == 120
    assert TONE_PEAK * 0.99 <= max(levels(beep)) <= TONE_PEAK


def test_a_tone_has_the_pitch_asked_for() -> None:
    samples = levels(tone(RATE, 440, 1000))
    upward = sum(1 for one, two in pairwise(samples) if one < 0 <= two)
    assert abs(upward - 440) <= 1


def test_a_tone_starts_and_ends_without_a_click() -> None:
    samples = levels(tone(RATE, 880, 120))
    edge = samples[:22] + samples[-22:]  # the outermost millisecond of the five-millisecond fade
    assert max(abs(level) for level in edge) < TONE_PEAK / 4


@pytest.mark.parametrize("ms", [0, 1, 3])
def test_a_tone_too_short_for_its_fades_still_has_its_length(ms: int) -> None:
    assert tone(RATE, 880, ms).length_ms == ms


def test_trimming_leaves_exactly_the_pad_around_the_sound() -> None:
    trim = trimmed(clip(*[0] * 30, 500, -500, *[0] * 350), 5)
    assert levels(trim) == [0] * 5 + [500, -500] + [0] * 5


def test_trimming_adds_the_quiet_that_is_missing() -> None:
    assert levels(trimmed(clip(0, 500, -500), 3)) == [0, 0, 0, 500, -500, 0, 0, 0]


def test_trimming_keeps_the_soft_start_of_a_consonant_in_the_pad() -> None:
    trim = trimmed(clip(0, 0, 9, NEAR_SILENCE, 500, -NEAR_SILENCE, 7, 0), 2)
    assert levels(trim) == [9, NEAR_SILENCE, 500, -NEAR_SILENCE, 7]


def test_trimming_keeps_pauses_inside_the_sound() -> None:
    assert levels(trimmed(clip(0, 500, 0, 0, 0, 500, 0), 0)) == [500, 0, 0, 0, 500]


def test_a_clip_without_sound_becomes_its_two_pads() -> None:
    assert levels(trimmed(clip(*[NEAR_SILENCE] * 50), 4)) == [0] * 8


@given(before=st.integers(0, 60), after=st.integers(0, 60), pad=st.integers(0, 40))
def test_the_length_after_trimming_does_not_depend_on_the_quiet_before(
    before: int, after: int, pad: int
) -> None:
    trim = trimmed(clip(*[0] * before, 900, 0, -900, *[0] * after), pad)
    assert levels(trim) == [0] * pad + [900, 0, -900] + [0] * pad


def test_clips_stand_at_their_offsets_with_silence_between() -> None:
    track = mixed(1000, 10, [(1, clip(5, 6)), (7, clip(-7, -8))])
    assert levels(track) == [0, 5, 6, 0, 0, 0, 0, -7, -8, 0]


def test_an_offset_falls_on_the_sample_that_it_says() -> None:
    track = mixed(RATE, 60_000, [(59_001, Pcm(RATE, b"\x01\x00"))])
    assert levels(track).index(1) == 59_001 * RATE // 1000


def test_overlapping_clips_are_summed_where_they_overlap() -> None:
    track = mixed(1000, 6, [(2, clip(10, 20, 30)), (0, clip(1, 2, 3, 4))])
    assert levels(track) == [1, 2, 13, 24, 30, 0]


def test_a_clip_inside_a_longer_one_leaves_the_rest_of_the_longer_one() -> None:
    track = mixed(1000, 5, [(0, clip(1, 1, 1, 1, 1)), (1, clip(10)), (3, clip(10))])
    assert levels(track) == [1, 11, 1, 11, 1]


def test_a_sum_stops_at_full_swing_instead_of_wrapping_round() -> None:
    loud, low = clip(30000, 30000), clip(-30000, -30000)
    assert levels(mixed(1000, 2, [(0, loud), (0, loud)])) == [32767, 32767]
    assert levels(mixed(1000, 2, [(0, low), (0, low)])) == [-32768, -32768]


def test_a_third_clip_can_bring_a_sum_back_from_full_swing_in_any_order() -> None:
    for levels_in_order in permutations([30000, 20000, -30000]):
        placed = [(0, clip(level)) for level in levels_in_order]
        assert levels(mixed(1000, 1, placed)) == [20000]


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.lists(st.integers(-32768, 32767), max_size=30)), max_size=4
    )
)
def test_a_track_is_the_limited_sum_of_its_clips(placed: list[tuple[int, list[int]]]) -> None:
    expected = [0] * 100
    for at, samples in placed:
        for step, level in enumerate(samples):
            expected[at + step] += level
    track = mixed(1000, 100, [(at, clip(*samples)) for at, samples in placed])
    assert levels(track) == [max(-32768, min(32767, level)) for level in expected]


@given(at=st.integers(0, 5000), count=st.integers(0, 3000))
def test_a_clip_always_fits_a_track_that_ends_where_its_length_says(at: int, count: int) -> None:
    sound = Pcm(RATE, b"\x01\x00" * count)
    track = mixed(RATE, at + sound.length_ms, [(at, sound)])
    assert track.samples.count(b"\x01\x00") == count


@pytest.mark.parametrize("at", [-1, 4, 100])
def test_a_clip_that_leaves_the_track_is_refused(at: int) -> None:
    with pytest.raises(ValueError, match=f"2 ms at {at} ms leaves a track of 5 ms"):
        mixed(1000, 5, [(at, clip(1, 2))])


def test_a_clip_of_another_rate_is_refused() -> None:
    with pytest.raises(ValueError, match="8000 Hz does not fit a track at 1000 Hz"):
        mixed(1000, 5, [(0, clip(1, rate=8000))])


def test_samples_are_little_endian_in_and_out() -> None:
    sound = Pcm(1000, bytes([0x00, 0x01]))  # 256
    doubled = mixed(1000, 1, [(0, sound), (0, sound)])
    assert doubled.samples == bytes([0x00, 0x02])

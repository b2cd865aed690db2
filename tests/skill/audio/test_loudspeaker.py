"""The loudspeaker, with the real miniaudio and its null device: what is fed to it, and when."""

from __future__ import annotations

import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from skill.audio.loudspeaker import (
    NO_DEVICE,
    PERIOD_MS,
    PERIODS,
    Loudspeaker,
    Tape,
    blocks,
)
from skill.audio.pcm import Pcm, silence, tone

RATE = 22_050
LIMIT_S = 20.0
ROOT = Path(__file__).parents[3]

ramp = Pcm(RATE, array("h", range(1, 1001)).tobytes())


@pytest.fixture
def speaker() -> Iterator[Loudspeaker]:
    with closing(Loudspeaker(RATE, mute=True)) as opened:
        yield opened


def part(start: int, end: int) -> bytes:
    return ramp.samples[2 * start : 2 * end]


def run(script: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=ROOT, timeout=60, check=False
    )


def test_a_clip_is_played_to_its_last_sample(speaker: Loudspeaker) -> None:
    clip = tone(RATE, 440, 150)
    speaker.play(clip)
    assert speaker.wait_until_quiet(LIMIT_S)
    assert speaker.position_ms == 150
    assert not speaker.playing


def test_a_clip_is_playing_until_it_is_stopped(speaker: Loudspeaker) -> None:
    speaker.play(silence(RATE, 60_000))
    assert speaker.playing
    speaker.stop()
    assert not speaker.playing


def test_playing_takes_as_long_as_the_clip_lasts(speaker: Loudspeaker) -> None:
    started = time.monotonic()
    speaker.play(silence(RATE, 500))
    assert speaker.wait_until_quiet(LIMIT_S)
    # The device takes its last block up to 40 ms ahead; a busy machine may be late, never early.
    assert 0.45 <= time.monotonic() - started < LIMIT_S / 2


def test_playing_starts_at_the_offset(speaker: Loudspeaker) -> None:
    speaker.play(silence(RATE, 60_000), from_ms=59_950)
    assert speaker.position_ms >= 59_950
    assert speaker.wait_until_quiet(LIMIT_S)
    assert speaker.position_ms == 60_000


@pytest.mark.parametrize("from_ms", [100, 101, 5000])
def test_an_offset_at_or_past_the_end_plays_nothing(speaker: Loudspeaker, from_ms: int) -> None:
    speaker.play(silence(RATE, 100), from_ms=from_ms)
    assert not speaker.playing


def test_where_it_was_stopped_the_position_stays_for_a_resumption(speaker: Loudspeaker) -> None:
    clip = silence(RATE, 60_000)
    speaker.play(clip, from_ms=10_000)
    speaker.stop()
    stopped_at = speaker.position_ms
    speaker.play(clip, from_ms=stopped_at)
    assert 10_000 <= stopped_at <= speaker.position_ms < 60_000


def test_a_new_clip_takes_the_place_of_the_old_one(speaker: Loudspeaker) -> None:
    speaker.play(silence(RATE, 60_000), from_ms=30_000)
    speaker.play(silence(RATE, 50))
    assert speaker.wait_until_quiet(LIMIT_S)
    assert speaker.position_ms == 50


def test_waiting_ends_at_its_limit_while_a_clip_plays(speaker: Loudspeaker) -> None:
    speaker.play(silence(RATE, 60_000))
    assert not speaker.wait_until_quiet(0.001)


def test_a_stop_from_another_thread_ends_the_wait(speaker: Loudspeaker) -> None:
    speaker.play(silence(RATE, 60_000))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(speaker.wait_until_quiet, LIMIT_S)
        speaker.stop()
        assert waiting.result(LIMIT_S)


def test_threads_may_play_and_stop_at_once(speaker: Loudspeaker) -> None:
    def use(turn: int) -> None:
        for _ in range(50):
            speaker.play(ramp, from_ms=turn)
            speaker.stop()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(use, range(4)))
    speaker.play(ramp)
    assert speaker.wait_until_quiet(LIMIT_S)
    assert speaker.position_ms == ramp.length_ms


def test_a_clip_of_another_rate_is_refused(speaker: Loudspeaker) -> None:
    with pytest.raises(ValueError, match="8000 Hz, a loudspeaker at 22050 Hz"):
        speaker.play(silence(8000, 10))


def test_an_offset_before_the_start_is_refused(speaker: Loudspeaker) -> None:
    with pytest.raises(ValueError, match="-1 ms"):
        speaker.play(ramp, from_ms=-1)


def test_a_closed_loudspeaker_plays_nothing() -> None:
    speaker = Loudspeaker(RATE, mute=True)
    speaker.play(silence(RATE, 60_000))
    speaker.close()
    assert not speaker.playing
    speaker.play(silence(RATE, 60_000))
    assert not speaker.playing
    speaker.close()


def test_a_muted_loudspeaker_says_that_there_is_no_device(speaker: Loudspeaker) -> None:
    assert speaker.device == NO_DEVICE


def test_without_a_card_it_falls_back_to_no_device_and_keeps_time_all_the_same() -> None:
    with closing(Loudspeaker(RATE)) as speaker:
        assert speaker.device
        speaker.play(silence(RATE, 50))
        assert speaker.wait_until_quiet(LIMIT_S)
        assert speaker.position_ms == 50


def testblocks_follow_each_other_without_a_gap_whatever_their_size() -> None:
    tape = Tape()
    tape.load(ramp.samples, 0)
    sizes = (1, 220, 441, 7, 300, 500)
    assert b"".join(tape.take(size) for size in sizes) == ramp.samples
    assert tape.frame == 1000


def test_the_end_of_a_clip_is_known_when_its_last_sample_is_taken() -> None:
    tape = Tape()
    tape.load(ramp.samples, 400)
    assert tape.take(599) == part(400, 999)
    assert not tape.ended.is_set()
    assert tape.take(100) == part(999, 1000)
    assert tape.ended.is_set()


def test_the_first_block_after_a_stop_is_silent() -> None:
    tape = Tape()
    feed = blocks(tape)
    next(feed)
    tape.load(ramp.samples, 0)
    assert feed.send(100) == part(0, 100)
    tape.halt()
    assert feed.send(100) == b""
    assert tape.frame == 100


def test_less_than_fifty_milliseconds_are_ever_queued_ahead_of_a_stop() -> None:
    assert PERIOD_MS * PERIODS < 50


def test_opening_is_silent_on_both_streams_and_they_work_again_afterwards() -> None:
    done = run(
        "import os\n"
        "from skill.audio.loudspeaker import Loudspeaker\n"
        "print('before', flush=False)\n"
        "speaker = Loudspeaker(22050)\n"
        "print('after', flush=True)\n"
        "os.write(2, b'error')\n"
        "speaker.close()\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"before\nafter\n", b"error")


def test_what_a_library_writes_while_the_device_opens_is_swallowed() -> None:
    done = run(
        "import os\n"
        "from skill.audio.loudspeaker import hushed\n"
        "with hushed():\n"
        "    os.write(1, b'chatter')\n"
        "    os.write(2, b'chatter')\n"
        "os.write(1, b'out')\n"
        "os.write(2, b'err')\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"out", b"err")


def test_what_was_printed_before_the_device_opens_is_not_lost() -> None:
    done = run(
        "import sys\n"
        "from skill.audio.loudspeaker import hushed\n"
        "print('before')\n"
        "with hushed():\n"
        "    sys.stdout.flush()\n"
    )
    assert (done.returncode, done.stdout) == (0, b"before\n")


def test_the_streams_come_back_after_an_error_too() -> None:
    done = run(
        "import os\n"
        "from skill.audio.loudspeaker import hushed\n"
        "try:\n"
        "    with hushed():\n"
        "        raise OSError\n"
        "except OSError:\n"
        "    os.write(2, b'err')\n"
    )
    assert (done.returncode, done.stderr) == (0, b"err")


def test_it_opens_where_the_streams_are_closed() -> None:
    done = run(
        "import os\n"
        "from skill.audio.loudspeaker import Loudspeaker\n"
        "os.close(1); os.close(2)\n"
        "speaker = Loudspeaker(22050)\n"
        "os._exit(0 if speaker.device else 1)\n"
    )
    assert done.returncode == 0


def test_a_program_that_forgets_to_close_it_ends_cleanly_in_the_middle_of_a_clip() -> None:
    done = run(
        "from skill.audio.loudspeaker import Loudspeaker\n"
        "from skill.audio.pcm import silence\n"
        "speaker = Loudspeaker(22050, mute=True)\n"
        "speaker.play(silence(22050, 60_000))\n"
        "assert speaker.playing\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

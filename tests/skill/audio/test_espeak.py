"""The offline voice, with the real espeak-ng: what it says, what it survives, what it prints."""

from __future__ import annotations

import importlib.util
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from skill.audio.espeak import EXTRA, LONGEST_TEXT, PAD_MS, RATE, ROOT, EspeakVoice, open_voice
from skill.audio.pcm import Pcm, trimmed
from skill.audio.voice import NoVoice, VoiceUnavailable

LIMIT_S = 60


@pytest.fixture(autouse=True, scope="module")
def _extra() -> None:
    """Without the extra there is nothing to test; on CI that is a failure, not an excuse."""
    lacking = [module for module in EXTRA if importlib.util.find_spec(module) is None]
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(f"not installed on CI: {', '.join(lacking)}")
    if lacking:
        pytest.skip(f"the extra 'voice' lacks {', '.join(lacking)}")


@pytest.fixture(scope="module")
def voice(_extra: None) -> Iterator[EspeakVoice]:
    with closing(EspeakVoice()) as opened:
        yield opened


def python(script: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *options, "-c", script],
        capture_output=True,
        cwd=ROOT,
        timeout=LIMIT_S,
        check=False,
    )


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def memory_kb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def test_a_phrase_becomes_sound_at_the_voices_own_rate(voice: EspeakVoice) -> None:
    clip = voice.say("Ten goblet squats.")
    assert clip.rate == RATE
    assert 900 < clip.length_ms < 2500


def test_a_longer_phrase_lasts_longer(voice: EspeakVoice) -> None:
    short, long = voice.say("Go"), voice.say("Keep your back flat, and drive through your heels.")
    assert long.length_ms > 4 * short.length_ms


def test_a_clip_has_the_known_pad_at_both_ends(voice: EspeakVoice) -> None:
    clip = voice.say("Rest for ninety seconds.")
    bare = trimmed(clip, 0)
    assert trimmed(bare, PAD_MS).frames == clip.frames
    assert clip.frames - bare.frames == 2 * (PAD_MS * RATE // 1000)


@pytest.mark.parametrize("count", ["one", "seven", "eleven", "seventeen", "twenty"])
def test_a_spoken_count_fits_well_within_a_second(voice: EspeakVoice, count: str) -> None:
    assert 200 < voice.say(count).length_ms < 800


def test_instructions_keep_an_unhurried_pace(voice: EspeakVoice) -> None:
    text = "Ten reps of goblet squats at twenty kilograms. Lower slowly, and breathe out going up."
    words_a_minute = len(text.split()) * 60_000 / voice.say(text).length_ms
    assert 140 < words_a_minute < 190


@pytest.mark.parametrize("text", ["", "  \n", "\0", "..."])
def test_a_text_without_words_is_a_moment_of_silence(voice: EspeakVoice, text: str) -> None:
    assert set(voice.say(text).samples) == {0}


@pytest.mark.parametrize("text", ["Zoë, 62.5 kg?", "<speak>go</speak>", "👍 good", "\ud800 set"])
def test_any_text_can_be_said(voice: EspeakVoice, text: str) -> None:
    assert voice.say(text).length_ms > 300


def test_a_zero_character_does_not_cut_the_phrase(voice: EspeakVoice) -> None:
    assert voice.say("rest\0for ninety seconds").length_ms > 2 * voice.say("rest").length_ms


def test_the_longest_text_is_said_to_its_end(voice: EspeakVoice) -> None:
    sentence = "Keep both hips level. "
    text = sentence * (LONGEST_TEXT // len(sentence))
    assert voice.say(text).length_ms > 40_000


def test_a_text_that_is_too_long_is_refused_in_one_sentence(voice: EspeakVoice) -> None:
    with pytest.raises(VoiceUnavailable, match="over 1000 characters"):
        voice.say("x" * (LONGEST_TEXT + 1))


def test_hundreds_of_phrases_come_from_one_worker_that_does_not_grow(voice: EspeakVoice) -> None:
    def lengths(start: int) -> list[int]:
        return [voice.say(f"Set {at}, ten reps.").length_ms for at in range(start, start + 200)]

    worker = voice.worker_pid
    all_lengths = lengths(0)
    before = memory_kb(worker) if sys.platform == "linux" else 0
    all_lengths += lengths(200)
    after = memory_kb(worker) if sys.platform == "linux" else 0
    assert voice.worker_pid == worker
    assert min(all_lengths) > 800
    assert after - before < 2_000


def test_the_first_phrases_of_a_fresh_worker_are_whole_every_time() -> None:
    long = "Rest for ninety seconds. " * 20  # long enough to be caught half done

    def first_phrases() -> tuple[bytes, ...]:
        with closing(EspeakVoice()) as fresh:
            worker = fresh.worker_pid
            said = tuple(fresh.say(text).samples for text in (long, "go", "half way there"))
            assert fresh.worker_pid == worker
            return said

    assert len({first_phrases() for _ in range(10)}) == 1


def test_threads_may_share_a_voice(voice: EspeakVoice) -> None:
    phrases = ["go", "rest for ninety seconds, then we go again"] * 10
    with ThreadPoolExecutor(4) as pool:
        clips: list[Pcm] = list(pool.map(voice.say, phrases))
    assert max(clip.length_ms for clip in clips[::2]) < 600
    assert min(clip.length_ms for clip in clips[1::2]) > 1500


def test_a_crashed_worker_is_replaced_without_the_caller_noticing() -> None:
    with closing(EspeakVoice()) as voice:
        before = voice.say("half way").length_ms
        crashed = voice.worker_pid
        os.kill(crashed, signal.SIGKILL)
        assert abs(voice.say("half way").length_ms - before) < 20
        assert voice.worker_pid != crashed
        assert gone(crashed)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no way to make a process hang")
def test_a_hanging_worker_is_replaced_after_the_limit() -> None:
    with closing(EspeakVoice(limit_s=1.0)) as voice:
        hung = voice.worker_pid
        os.kill(hung, signal.SIGSTOP)
        assert voice.say("half way").length_ms > 300
        assert voice.worker_pid != hung
        assert gone(hung)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no way to make a process hang")
def test_after_an_interruption_no_phrase_gets_another_ones_sound() -> None:
    def interrupt() -> None:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    with closing(EspeakVoice()) as voice:
        worker = voice.worker_pid
        os.kill(worker, signal.SIGSTOP)
        threading.Timer(0.2, interrupt).start()
        with pytest.raises(KeyboardInterrupt):
            voice.say("Rest for ninety seconds, then we go again.")
        if not gone(worker):
            os.kill(worker, signal.SIGCONT)
        assert voice.say("go").length_ms < 600


def test_a_phrase_that_fails_with_two_workers_is_given_up_and_the_next_one_may_work() -> None:
    text = "half way " * 100  # takes some tens of milliseconds, so no answer beats a limit of none
    with closing(EspeakVoice(limit_s=0.0)) as voice:
        for _ in range(2):
            with pytest.raises(VoiceUnavailable, match="failed twice to say 'half way"):
                voice.say(text)


def test_a_closed_voice_says_nothing_and_leaves_no_process() -> None:
    voice = EspeakVoice()
    voice.close()
    voice.close()
    assert gone(voice.worker_pid)
    with pytest.raises(VoiceUnavailable, match="closed"):
        voice.say("go")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="no way to await another's process")
def test_a_killed_program_leaves_no_process() -> None:
    killed = python(
        "import os, signal\n"
        "from skill.audio.espeak import EspeakVoice\n"
        "voice = EspeakVoice()\n"
        "print(voice.worker_pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    worker = int(killed.stdout)
    try:
        ended = os.pidfd_open(worker)
    except ProcessLookupError:
        return
    readable, _, _ = select.select([ended], [], [], LIMIT_S)
    os.close(ended)
    assert readable


@pytest.mark.skipif(not hasattr(os, "getpgid"), reason="no process groups")
def test_ctrl_c_at_the_terminal_does_not_reach_the_worker(voice: EspeakVoice) -> None:
    assert os.getpgid(voice.worker_pid) != os.getpgid(0)


def test_a_forgotten_voice_leaves_no_process() -> None:
    voice = EspeakVoice()
    worker = voice.worker_pid
    del voice
    assert gone(worker)


def test_voices_differ_by_name_and_sound() -> None:
    opened = open_voice("gmw/en-gb-x-rp")
    assert isinstance(opened, EspeakVoice)
    with closing(opened), closing(EspeakVoice()) as usual:
        assert opened.name != usual.name
        assert opened.say("half way").samples != usual.say("half way").samples


def test_a_voice_that_espeak_does_not_have_is_named_in_the_reason() -> None:
    opened = open_voice("klingon-xx")
    assert isinstance(opened, NoVoice)
    assert "klingon-xx" in opened.reason


def test_without_the_extra_the_reason_says_what_to_install() -> None:
    script = "from skill.audio.espeak import open_voice; print(open_voice().reason)"
    run = python(script, "-S")  # no site-packages, as in an environment without the extra
    assert run.stdout.decode().strip() == (
        "No voice: pyttsx3 and espeakng_loader not installed (the extra 'voice')."
    )


def test_nothing_is_printed_on_either_stream() -> None:
    run = python(
        "from skill.audio.espeak import EspeakVoice\n"
        "voice = EspeakVoice()\n"
        "assert voice.say('one').length_ms > 200\n"
        "assert voice.say('two').length_ms > 200\n"
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


def test_pyttsx3_itself_does_print_which_is_why_it_has_its_own_process(tmp_path: Path) -> None:
    script = (
        "from skill.audio.espeak import Renderer\n"
        f"Renderer('gmw/en-us', {str(tmp_path)!r}).wav('one')\n"
        "import os; os._exit(0)\n"
    )
    run = python(f"import sys; sys.stdout.reconfigure(line_buffering=True)\n{script}")
    assert b"Audio saved" in run.stdout


def test_the_callers_environment_is_left_as_it_was(voice: EspeakVoice) -> None:
    voice.say("go")
    assert "ESPEAK_DATA_PATH" not in os.environ
    assert "pyttsx3" not in sys.modules

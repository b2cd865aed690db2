"""``stride coach`` without a terminal: pipes in, lines out, the log as it was said."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from datetime import date

import pytest

from skill.audio.loudspeaker import NO_DEVICE, Loudspeaker
from tests.skill.cli.machine import FAST, LIMIT, ROOT, Machine

SET_KEYS = ["exercise", "set", "side", "target", "actual", "load", "unit", "source"]


def running(machine: Machine, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        machine.command(*words),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=machine.environment,
        cwd=ROOT,
    )


def kill_at(
    machine: Machine, words: str, *command: str, by: signal.Signals = signal.SIGKILL
) -> int:
    """Run until these words are written, and end it; nothing but words may have come of it."""
    with running(machine, *command) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("ready\n")
        process.stdin.flush()
        for line in process.stdout:
            if words in line:
                break
        process.send_signal(by)
        _, errors = process.communicate(timeout=LIMIT)
    assert errors == ""
    return process.returncode


def test_a_pipe_with_three_lines_coaches_the_whole_session(machine: Machine) -> None:
    began = time.monotonic()
    done = machine.stride("coach", "--no-audio", "--speed", "600", said="ready\ndone\nten reps\n")
    took = time.monotonic() - began
    assert done.returncode == 0
    assert done.stderr == ""
    assert "That was the session: ten sets in" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Session completed: 10 sets.")
    assert took < 30
    (session,) = machine.json("history")["sessions"]
    assert list(session) == ["date", "status", "sets"]
    assert session["status"] == "completed"
    assert [list(one) for one in session["sets"]] == [SET_KEYS] * 10
    assert [one["actual"] for one in session["sets"] if one["source"] == "said"] == [10]
    assert all(one["actual"] == one["target"] for one in session["sets"])


def test_with_nobody_there_the_session_goes_on_hands_free(machine: Machine) -> None:
    done = machine.stride(*FAST)
    assert done.returncode == 0
    assert {one["source"] for one in machine.sets()} == {"assumed"}


@pytest.mark.parametrize("line", ["start", "ready", "I'm ready, go"])
def test_start_counts_as_ready_while_a_briefing_is_open(machine: Machine, line: str) -> None:
    done = machine.stride(*FAST, said=f"{line}\nstop\n")
    assert f"> {line}\n" in done.stdout
    assert "Good. Let's go." in done.stdout
    assert machine.json("history")["sessions"][0]["status"] == "partial"


def test_every_line_carries_the_time_since_the_beginning(machine: Machine) -> None:
    lines = machine.stride(*FAST).stdout.splitlines()[:-1]
    times = [line[:6] for line in lines]
    assert all(time[3] == ":" and time.replace(":", "").strip().isdigit() for time in times)
    assert times == sorted(times)


def test_a_stop_is_kept_and_the_exit_code_is_zero(machine: Machine) -> None:
    done = machine.stride(*FAST, said="ready\neight reps\nstop\n")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("Session stopped: 1 set.")
    (one,) = machine.sets()
    assert (one["actual"], one["source"]) == (8, "said")


def test_an_emergency_ends_the_session_and_locks_the_next_one(machine: Machine) -> None:
    done = machine.stride(*FAST, said="ready\nmy chest hurts\n")
    assert done.returncode == 0
    assert "emergency number" in done.stdout
    again = machine.stride(*FAST)
    assert again.returncode == 0
    assert "health professional" in again.stdout
    assert again.stdout.splitlines()[-1].startswith("There was no session.")


def test_the_day_asked_for_is_the_day_of_the_session(machine: Machine) -> None:
    machine.stride(*FAST, "--date", "2031-03-01")
    assert machine.json("history")["sessions"][0]["date"] == "2031-03-01"


def test_an_earlier_day_than_the_last_session_is_a_day_too(machine: Machine) -> None:
    for day in ("2031-03-01", "2031-02-01", "2031-02-15"):
        assert machine.stride(*FAST, "--date", day).returncode == 0
    sessions = machine.json("history")["sessions"]
    assert sorted(one["date"] for one in sessions) == ["2031-02-01", "2031-02-15", "2031-03-01"]
    assert all(len(one["sets"]) >= 10 for one in sessions)


def test_an_open_session_goes_on_at_its_own_time_and_says_so(machine: Machine) -> None:
    kill_at(machine, "Good. Let's go.", *FAST[:2], "--speed", "100", "--date", "2061-03-01")
    done = machine.stride(*FAST)
    assert "goes on from its own" in done.stderr
    assert [one["date"] for one in machine.json("history")["sessions"]] == ["2061-03-01"]


def test_an_open_session_comes_before_other_wishes(machine: Machine) -> None:
    kill_at(machine, "three two one", *FAST[:2], "--speed", "100")
    done = machine.stride(*FAST, "--minutes", "10")
    assert "--minutes and --focus are for a new one" in done.stderr
    assert done.stdout.splitlines()[0][8:].startswith(("Welcome back", "Good to have you back"))
    assert done.stdout.splitlines()[-1].startswith("Session completed: 10 sets.")


def test_a_stopped_session_is_over_unless_it_is_asked_for(machine: Machine) -> None:
    machine.stride(*FAST, said="ready\ndone\nstop\n")
    resumed = machine.stride(*FAST, "--resume")
    assert resumed.stdout.splitlines()[-1].startswith("Session completed: 10 sets.")
    (session,) = machine.json("history")["sessions"]
    assert session["status"] == "completed"
    machine.stride(*FAST, said="ready\nstop\n")
    assert len(machine.json("history")["sessions"]) == 2


def test_two_athletes_have_two_logs(machine: Machine) -> None:
    machine.stride(*FAST, "--athlete", "Ann")
    assert machine.json("history")["sessions"] == []
    assert len(machine.json("history", "--athlete", "Ann")["sessions"]) == 1


def test_minutes_and_focus_choose_the_session(machine: Machine) -> None:
    done = machine.stride(*FAST, "--minutes", "10", "--focus", "core", said="stop\n")
    assert "core work" in done.stdout


def test_time_that_is_sped_up_has_no_sound_and_says_so_once(machine: Machine) -> None:
    done = machine.stride("coach", "--speed", "2000", said="stop\n")
    assert done.stderr == "No sound: time runs at 2000 times its speed.\n"


def test_without_a_sound_device_the_coach_writes_and_says_why(machine: Machine) -> None:
    loudspeaker = Loudspeaker(22_050)
    loudspeaker.close()
    if loudspeaker.device != NO_DEVICE:
        pytest.skip("there is a sound device here")
    with running(machine, "coach") as process:
        assert process.stdout
        assert "A word before we begin" in process.stdout.readline()
        process.kill()
        _, errors = process.communicate(timeout=LIMIT)
    assert errors == "No sound: there is no sound device here.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--minutes", "0"),
        ("--minutes", "soon"),
        ("--focus", "everything"),
        ("--speed", "0"),
        ("--speed", "nan"),
        ("--date", "tomorrow"),
        ("--zone", "Mars/Olympus"),
        ("--loud",),
    ],
)
def test_wrong_options_are_refused_in_words(machine: Machine, words: tuple[str, ...]) -> None:
    done = machine.stride("coach", *words)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_pipe_that_answers_what_it_hears_is_heard_in_time(machine: Machine) -> None:
    """Another program at the other end, which reads before it writes."""
    with running(machine, "coach", "--no-audio", "--speed", "20") as process:
        assert process.stdin
        assert process.stdout
        for line in process.stdout:
            if "Say ready" in line:
                process.stdin.write("ready\n")
                process.stdin.flush()
            if "Good. Let's go." in line:
                break
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    assert errors == ""


def test_ctrl_c_is_a_polite_stop(machine: Machine) -> None:
    with running(machine, "coach", "--no-audio") as process:
        assert process.stdout
        assert "A word before we begin" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    assert "Okay, we stop here." in output
    assert errors == ""


def test_a_second_ctrl_c_ends_it_at_once(machine: Machine) -> None:
    with running(machine, "coach", "--no-audio", "--speed", "0.1") as process:
        assert process.stdout
        assert "A word before we begin" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert "stop" in process.stdout.readline()
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=LIMIT)
    assert time.monotonic() - began < 10
    assert process.returncode == 0
    assert errors == ""


def test_an_ended_program_leaves_the_session_open(machine: Machine) -> None:
    assert kill_at(machine, "three two one", *FAST[:2], "--speed", "100", by=signal.SIGTERM) == 1
    assert machine.json("history")["sessions"][0]["status"] == "open"
    again = machine.stride(*FAST)
    assert again.stdout.splitlines()[-1].startswith("Session completed: 10 sets.")
    assert len(machine.json("history")["sessions"]) == 1


@pytest.mark.parametrize("wish", [(), ("--minutes", "10")])
def test_a_briefing_that_was_cut_off_is_said_again_whole(
    machine: Machine, wish: tuple[str, ...]
) -> None:
    kill_at(machine, "A word before we begin", "coach", "--no-audio")
    again = machine.stride(*FAST, *wish, said="stop\n")
    assert "A word before we begin" in again.stdout
    minutes = re.search(r"(\w+) minutes", again.stdout)
    assert minutes
    assert (minutes[1] in ("seven", "eight", "nine", "ten")) == bool(wish)
    assert again.stderr == ""
    assert machine.json("history")["sessions"] == []


def test_closing_the_output_ends_the_program_quietly(machine: Machine) -> None:
    with running(machine, *FAST) as process:
        assert process.stdout
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read() if process.stderr else ""
        process.wait(LIMIT)
    assert process.returncode == 1
    assert "Traceback" not in errors


def test_nothing_but_words_is_on_the_standard_streams(machine: Machine) -> None:
    done = machine.stride("coach", "--no-audio", "--speed", "2000")
    assert "ALSA" not in done.stdout + done.stderr
    assert done.stderr == ""


def test_today_is_the_athletes_own_day(machine: Machine) -> None:
    machine.stride(*FAST, "--zone", "Pacific/Kiritimati", said="ready\nstop\n")
    east = date.fromisoformat(machine.json("history")["sessions"][0]["date"])
    machine.stride(*FAST, "--zone", "Pacific/Pago_Pago", "--athlete", "Ann", said="ready\nstop\n")
    west = date.fromisoformat(machine.json("history", "--athlete", "Ann")["sessions"][0]["date"])
    assert (east - west).days == 1

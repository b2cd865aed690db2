"""What the commands besides the coach print, for people and for programs."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import urllib.request
from pathlib import Path

import pytest

from engine.library.load import embedded_library
from engine.library.model import Pattern
from engine.plan.workout.builtin import BUILTIN_IDS
from tests.skill.cli.machine import FAST, LIMIT, ROOT, Machine

LIBRARY = embedded_library()


# today


def test_today_shows_the_session_that_the_coach_then_begins(machine: Machine) -> None:
    planned = machine.json("today", "--minutes", "15", "--focus", "core")
    assert planned["status"] == "planned"
    assert planned["focus"] == "core"
    assert planned["minutes"] <= 15
    machine.stride(*FAST, "--minutes", "15", "--focus", "core")
    done = machine.sets()
    expected = {one["exercise"]: one["sets"] * one["sides"] for one in planned["exercises"]}
    assert {one["exercise"] for one in done} == set(expected)
    assert len(done) == sum(expected.values())


def test_today_leaves_no_trace(machine: Machine) -> None:
    machine.stride("today")
    assert machine.stride("replay").returncode == 1
    assert machine.json("history") == {"sessions": []}


def test_today_knows_what_is_open_and_what_is_done(machine: Machine) -> None:
    with subprocess.Popen(
        machine.command("coach", "--no-audio", "--speed", "600"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env=machine.environment,
        cwd=ROOT,
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if b"Good. Let" in line:
                break
        process.kill()
        process.wait(LIMIT)
    assert machine.json("today")["status"] == "open"
    machine.stride(*FAST)
    assert machine.json("today")["status"] == "done"
    assert "It is done." in machine.stride("today").stdout


def test_today_says_why(machine: Machine) -> None:
    lines = machine.stride("today", "--date", "2031-03-03").stdout.splitlines()
    assert "first session" in lines[1]
    assert any(re.search(r"Bodyweight squat +2 x 10 reps", line) for line in lines)
    assert lines[-2] == "The one after it: 2031-03-05"


# understand


@pytest.mark.parametrize(
    ("text", "state", "command", "slots"),
    [
        ("ten reps", "idle", "done", {"reps": 10}),
        ("my left knee hurts", "working", "pain", {"location": "knee", "side": "left"}),
        ("seven", "asking:pain_level", "pain", {"level": 7}),
        ("purple elephants", "idle", "unknown", {}),
        ("", "idle", "unknown", {}),
    ],
)
def test_understand_shows_what_a_sentence_becomes(
    machine: Machine, text: str, state: str, command: str, slots: dict[str, object]
) -> None:
    found = machine.json("understand", text, "--state", state)
    assert list(found) == ["command", "slots", "confidence"]
    assert found["command"] in (command, "done")
    if found["command"] == command:
        assert slots.items() <= found["slots"].items()
    assert 0 <= found["confidence"] <= 1


def test_understand_has_no_effect(machine: Machine) -> None:
    machine.stride("understand", "stop")
    assert not (machine.folder / "data").exists()


def test_an_unknown_state_is_refused_with_what_is_near(machine: Machine) -> None:
    done = machine.stride("understand", "ten", "--state", "restin")
    assert done.returncode == 2
    assert "Did you mean resting" in done.stderr


def test_a_language_without_sentences_is_refused(machine: Machine) -> None:
    done = machine.stride("understand", "zehn", "--locale", "de-DE")
    assert done.returncode == 1
    assert "no sentences in the language 'de'" in done.stderr


# exercises


def test_all_exercises_are_listed_by_pattern(machine: Machine) -> None:
    listed = machine.json("exercises")
    assert list(listed["patterns"]) == [pattern.value for pattern in Pattern]
    ids = [one["id"] for each in listed["patterns"].values() for one in each]
    assert sorted(ids) == sorted(LIBRARY.exercises)
    text = machine.stride("exercises").stdout
    assert all(name in text for name in (*LIBRARY.exercises, *LIBRARY.moves, *LIBRARY.families))


def test_one_exercise_is_shown_whole(machine: Machine) -> None:
    whole = LIBRARY.exercises["push_up"]
    found = machine.json("exercises", "push_up")
    assert found["how_to"] == list(whole.how_to)
    assert found["tempo"] == str(whole.tempo)
    text = machine.stride("exercises", "push_up").stdout
    assert all(sentence in text for sentence in (*whole.how_to, *whole.cues, *whole.cautions))


def test_a_family_lists_its_members(machine: Machine) -> None:
    assert machine.json("exercises", "plank")["members"] == list(LIBRARY.families["plank"].members)


def test_a_move_is_shown_too(machine: Machine) -> None:
    move = next(iter(LIBRARY.moves.values()))
    assert machine.json("exercises", move.id)["name"] == move.name
    assert move.how_to[0] in machine.stride("exercises", move.id).stdout


def test_an_unknown_exercise_is_refused_with_what_is_near(machine: Machine) -> None:
    done = machine.stride("exercises", "Push Ups")
    assert done.returncode == 2
    assert "push_up" in done.stderr


# score


def test_a_built_in_session_is_a_score_from_its_briefing_to_its_last_word(
    machine: Machine,
) -> None:
    done = machine.stride("score", "beginner-full-20")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert "A word before we begin" in lines[0]
    assert lines[-1].endswith(" end")
    assert all(re.match(r"\d+:\d\d\.\d{3} ", line) for line in lines)
    assert [line[:9] for line in lines] == sorted(line[:9] for line in lines) or len(lines) > 100


def test_a_score_for_programs_has_every_mark_and_sound(machine: Machine) -> None:
    score = machine.json("score", "intermediate-core-15")
    assert score["workout"] == "intermediate-core-15"
    assert score["marks"][-1]["end"] <= score["total"]
    ends = [sound["at"] + sound["length"] for sound in score["sounds"]]
    starts = [sound["at"] for sound in score["sounds"]]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert all(("text" in sound) != ("tone" in sound) for sound in score["sounds"])


def test_the_score_of_today_lasts_as_long_as_the_session(machine: Machine) -> None:
    score = machine.json("score")
    done = machine.stride(*FAST).stdout.splitlines()
    minutes, seconds = done[-2][:6].split(":")
    began = int(minutes) * 60 + int(seconds)
    assert score["total"] / 1000 == pytest.approx(began, abs=12)


def test_an_unknown_workout_is_refused_with_all_that_there_are(machine: Machine) -> None:
    done = machine.stride("score", "beginner-ful-20")
    assert done.returncode == 2
    assert "beginner-full-20" in done.stderr
    assert BUILTIN_IDS[-1] in done.stderr


# history and replay


def test_an_empty_history_says_how_to_begin(machine: Machine) -> None:
    assert machine.stride("history").stdout == "No sessions yet. Begin with: stride coach\n"
    assert machine.json("history") == {"sessions": []}


def test_history_tells_what_was_said_from_what_was_assumed(machine: Machine) -> None:
    machine.stride(*FAST, said="ready\neight reps\n")
    lines = machine.stride("history").stdout.splitlines()
    assert lines[0].endswith("  completed")
    assert lines[1] == "  bw_squat set 1: 8 of 10 reps, said"
    assert lines[2].endswith(", assumed")


def test_a_replay_ends_where_the_session_ended(machine: Machine) -> None:
    machine.stride(*FAST, said="ready\neight reps\nthat hurts\nknee\nthree\n")
    done = machine.stride("replay")
    assert done.returncode == 0
    assert "  0:00  start  idle -> briefing" in done.stdout
    assert "done reps=8  working -> resting" in done.stdout
    assert "asking:pain_place -> asking:pain_level" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("the same state as stored.")
    id = done.stdout.split()[0]
    assert machine.stride("replay", id[:20]).stdout == done.stdout


def test_a_replay_of_an_unknown_session_is_refused(machine: Machine) -> None:
    machine.stride(*FAST, said="ready\nstop\n")
    done = machine.stride("replay", "zzz")
    assert done.returncode == 2
    assert "is none of your sessions" in done.stderr


def test_a_replay_before_any_session_says_what_to_do(machine: Machine) -> None:
    done = machine.stride("replay")
    assert done.returncode == 1
    assert "stride coach" in done.stderr


# link, doctor, db, serve


def test_a_link_code_is_four_digits_to_be_said_one_by_one(machine: Machine) -> None:
    assert re.search(r"link code \d \d \d \d\n", machine.stride("link").stdout)
    found = machine.json("link")
    assert re.fullmatch(r"\d{4}", found["code"])
    assert found["minutes"] == 10


def test_the_doctor_names_every_part_and_the_mend_for_what_lacks(machine: Machine) -> None:
    findings = {one["part"]: one for one in machine.json("doctor")["findings"]}
    assert list(findings) == [
        "python",
        "voice",
        "sound",
        "database",
        "interaction models",
        "terminal",
        "microphone",
    ]
    assert findings["python"]["works"]
    assert findings["database"]["works"]
    assert "en-US" in findings["interaction models"]["found"]
    assert not findings["terminal"]["works"]
    for part in ("voice", "sound"):
        assert findings[part]["works"] or findings[part]["mend"]
    assert not (machine.folder / "data").exists()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no folder here that nobody may write into")
def test_the_doctor_sees_a_folder_that_cannot_be_written_and_does_not_mind(
    machine: Machine,
) -> None:
    lost = machine.at("sqlite:////proc/nowhere/stride.db").stride("doctor", "--json")
    assert lost.returncode == 0
    findings = {each["part"]: each for each in json.loads(lost.stdout)["findings"]}
    assert not findings["database"]["works"]
    assert "cannot be made" in findings["database"]["found"]


def test_the_database_can_be_made_and_checked(machine: Machine) -> None:
    before = machine.stride("db", "check")
    assert before.returncode == 1
    assert "stride db upgrade" in before.stderr
    assert machine.stride("db", "upgrade").returncode == 0
    assert machine.stride("db", "check").returncode == 0


def serving(machine: Machine, *words: str, verify: str = "0") -> subprocess.Popen[str]:
    return subprocess.Popen(
        machine.command("serve", "--port", "0", *words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=machine.environment | {"STRIDE_ALEXA_VERIFY": verify},
        cwd=ROOT,
    )


def test_the_server_serves_until_it_is_interrupted(machine: Machine) -> None:
    with serving(machine) as server:
        assert server.stdout
        url = server.stdout.readline().split()[-1]
        with urllib.request.urlopen(f"{url}/healthz", timeout=LIMIT) as answer:
            assert answer.status == 200
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=LIMIT)
    assert "Traceback" not in errors
    assert server.returncode in (0, 1)


def test_a_taken_port_is_told(machine: Machine) -> None:
    with serving(machine) as server:
        assert server.stdout
        port = server.stdout.readline().rstrip().rpartition(":")[2]
        done = subprocess.run(
            machine.command("serve", "--port", port),
            capture_output=True,
            text=True,
            timeout=LIMIT,
            env=machine.environment | {"STRIDE_ALEXA_VERIFY": "0"},
            cwd=ROOT,
        )
        server.kill()
        server.communicate(timeout=LIMIT)
    assert done.returncode == 1
    assert "choose another --port" in done.stderr
    assert "Traceback" not in done.stderr

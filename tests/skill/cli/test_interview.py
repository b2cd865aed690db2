"""``stride setup`` without options: the coach asks, the athlete types."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from tests.skill.cli.machine import Indoors, Machine, terminal

ASKS = ("setup", "--no-audio", "--speed", "2000")
HEALTHY = ("no", "no", "no", "no")
ANSWERS = (
    *HEALTHY,
    "forty one",
    "beginner",
    "two",
    "thirty",
    "dumbbells and a band",
    "kilos",
    "four and six",
    "tuesday thursday and sunday",
    "thursday",
    "sunday",
    "no",
    "long races",
    "no",
)


def asked(machine: Machine, *answers: str) -> list[str]:
    """What is shown while these answers are given, one a question."""
    done = machine.stride(*ASKS, "--date", "2026-11-23", said="\n".join(answers) + "\n")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def profile(machine: Machine) -> dict[str, Any]:
    found: dict[str, Any] = machine.json("setup")
    return found


def test_a_whole_interview_makes_a_profile_and_tells_the_week(indoors: Indoors) -> None:
    machine = Machine(indoors.folder, indoors.url)
    lines = asked(machine, *ANSWERS)
    found = profile(indoors)
    expected = {
        "age": 41,
        "experience": "beginner",
        "days_per_week": 2,
        "minutes": 30,
        "equipment": ["band", "dumbbell"],
        "weights": [4.0, 6.0],
        "units": "kg",
        "run_days": {"tue": "easy", "thu": "hard", "sun": "long"},
        "races": [],
        "goal": "long_races",
        "pain": [],
        "screening": [],
    }
    assert {key: found[key] for key in expected} == expected
    assert "Friday" in lines[-2]
    assert sum("?" in line for line in lines) >= len(ANSWERS) - 4


def test_what_was_answered_is_not_asked_again(machine: Machine) -> None:
    first = asked(machine, *HEALTHY, "forty one", "beginner")
    assert any("How old are you?" in line for line in first)
    again = asked(machine, "three")
    assert not any("How old are you?" in line for line in again)
    assert profile(machine)["days_per_week"] == 3


def test_a_file_answers_the_interviews_questions_too(machine: Machine) -> None:
    options = ("--age", "41", "--experience", "beginner", "--days", "2", "--minutes", "30")
    runs = ("--equipment", "none", "--run", "sun=long", "--race", "none", "--goal", "trail")
    machine.stride("setup", *options, *runs, "--pain", "none", "--screening", "none")
    assert any("I have all your answers" in line for line in asked(machine))


def test_a_child_is_turned_away_kindly(machine: Machine) -> None:
    lines = asked(machine, *HEALTHY, "eleven")
    assert any("thirteen" in line for line in lines)


def test_no_answers_at_all_end_it(machine: Machine) -> None:
    done = machine.stride(*ASKS, said="")
    assert done.returncode == 0
    assert "stride setup --show" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_in_a_terminal_a_question_waits_for_its_answer(machine: Machine) -> None:
    with terminal(machine, *ASKS) as seat:
        assert seat.shows("heart")
        assert not seat.shows("illness", limit=1)  # half an hour of the coach's time
        seat.types("no\r")
        assert seat.shows("illness")
        seat.types("stop\r")
        assert seat.ends() == 0

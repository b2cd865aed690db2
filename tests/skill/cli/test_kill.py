"""A coach that is killed at any moment: the session goes on where it was, with every set once."""

from __future__ import annotations

import random
import subprocess

import pytest

from tests.skill.cli.machine import FAST, LIMIT, ROOT, Machine

KILLS = 10


def killed_after(machine: Machine, lines: int) -> None:
    """Begin or take up the session, and kill it once it has written so many lines."""
    process = subprocess.Popen(
        machine.command("coach", "--no-audio", "--speed", "600"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=machine.environment,
        cwd=ROOT,
    )
    with process:
        assert process.stdout
        for _ in range(lines):
            process.stdout.readline()
        process.kill()
        process.wait(LIMIT)


def sets_of_all(machine: Machine) -> list[dict[str, object]]:
    sessions = machine.json("history")["sessions"]
    return [one for session in sessions for one in session["sets"]]


@pytest.mark.parametrize("seed", [1])
def test_no_set_is_lost_or_doubled_by_kills(machine: Machine, seed: int) -> None:
    chance = random.Random(seed)
    logged: list[dict[str, object]] = []
    for _ in range(KILLS):
        killed_after(machine, chance.randrange(1, 20))
        found = sets_of_all(machine)
        assert found[: len(logged)] == logged, "a set that was logged is gone or has changed"
        logged = found
    assert machine.stride(*FAST).returncode == 0
    assert sets_of_all(machine)[: len(logged)] == logged
    for session in machine.json("history")["sessions"]:
        sets = [(one["exercise"], one["set"], one["side"]) for one in session["sets"]]
        assert session["status"] == "completed"
        assert len(sets) == len(set(sets)) == 10
    assert machine.stride("replay").returncode == 0

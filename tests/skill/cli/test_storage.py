"""What a database may do to a session: nothing that stops it, unless it is not ours to touch."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.skill.cli.machine import FAST, LIMIT, ROOT, Machine

resource = pytest.importorskip("resource", reason="limits of POSIX")

AT_RISK = "I can't write to your log at the moment."


def spoiled(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def make_text(file: Path) -> None:
    file.write_text("Dear diary, today I ran eleven kilometres.\n")


def make_foreign(file: Path) -> None:
    spoiled(file, "CREATE TABLE recipe (name TEXT)")


def make_newer(file: Path) -> None:
    made = Machine(file.parent, f"sqlite:///{file}").stride("db", "upgrade")
    assert made.returncode == 0
    spoiled(file, "UPDATE alembic_version SET version_num = 'stride_0999'")


def make_damaged(file: Path) -> None:
    Machine(file.parent, f"sqlite:///{file}").stride("db", "upgrade")
    file.write_bytes(file.read_bytes()[:100] + b"\xff" * 8_000)


@pytest.mark.parametrize("make", [make_text, make_foreign, make_newer, make_damaged])
@pytest.mark.parametrize("words", [FAST, ("history",), ("doctor",)])
def test_a_database_that_is_not_ours_is_refused_and_left_as_it_is(
    machine: Machine, tmp_path: Path, make: Callable[[Path], None], words: tuple[str, ...]
) -> None:
    file = tmp_path / "precious.db"
    make(file)
    before = file.read_bytes()
    done = machine.at(f"sqlite:///{file}").stride(*words)
    assert done.returncode == 2
    assert file.read_bytes() == before
    told = done.stdout if words == ("doctor",) else done.stderr
    (sentence,) = [line for line in told.splitlines() if str(file) in line]
    assert "Traceback" not in done.stderr
    if words != ("doctor",):
        assert done.stderr.splitlines() == [sentence]
        assert done.stdout == ""


def test_a_folder_that_cannot_be_written_costs_the_log_and_not_the_session(
    machine: Machine,
) -> None:
    lost = machine.at("sqlite:////proc/nowhere/stride.db")
    done = lost.stride(*FAST, said="ready\ndone\n")
    assert done.returncode == 0
    assert done.stdout.count(AT_RISK) == 1
    assert "That was the session: ten sets" in done.stdout
    (warning,) = done.stderr.splitlines()
    assert "/proc/nowhere cannot be made" in warning
    assert "will not be kept" in warning
    assert done.stdout.splitlines()[-1] == "Session completed: 10 sets. Not all is in the log."
    assert lost.stride("history").returncode == 1


def test_what_hurts_is_known_even_where_nothing_can_be_written(
    machine: Machine, tmp_path: Path
) -> None:
    machine.stride(*FAST, said="ready\nmy chest hurts\n")
    data = tmp_path / "data" / "stride.db"
    copy = tmp_path / "locked.db"
    copy.write_bytes(data.read_bytes())
    with closing(sqlite3.connect(copy, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        done = machine.at(f"sqlite:///{copy}").stride(*FAST)
    assert done.returncode == 0
    assert AT_RISK in done.stdout
    assert "health professional" in done.stdout
    assert "That was the session" not in done.stdout


def test_a_disk_that_fills_up_in_mid_session_is_told_once(machine: Machine) -> None:
    machine.stride("db", "upgrade")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    done = subprocess.run(
        machine.command(*FAST),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        env=machine.environment,
        cwd=ROOT,
        preexec_fn=little_room,
    )
    assert done.returncode == 0
    assert done.stdout.count(AT_RISK) == 1
    assert len(done.stderr.splitlines()) == 1
    assert "That was the session: ten sets" in done.stdout
    assert machine.stride("db", "check").returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("STRIDE_DATABASE_URL", "my database", "is not a database URL"),
        ("STRIDE_COLOUR", "red", "STRIDE_COLOUR is not a setting"),
        ("STRIDE_LOG_LEVEL", "loud", "it takes one of"),
    ],
)
def test_a_setting_that_cannot_be_read_is_refused(
    machine: Machine, name: str, text: str, told: str
) -> None:
    done = subprocess.run(
        machine.command("history"),
        capture_output=True,
        text=True,
        timeout=LIMIT,
        env=machine.environment | {name: text},
        cwd=ROOT,
    )
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1

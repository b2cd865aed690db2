"""A machine of one's own to run ``stride`` on: its database, its terminal, real processes."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from skill.cli.main import stride

ROOT = Path(__file__).parents[3]
LIMIT = 60.0
"""Seconds; every command here takes a few at most."""
FAST = ("coach", "--no-audio", "--speed", "2000")
CONTROL = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|[@-Z\\\\-_])")


@dataclass(frozen=True)
class Machine:
    """Where ``stride`` is run."""

    folder: Path
    url: str

    @property
    def environment(self) -> dict[str, str]:
        """As little as possible of whoever runs the tests."""
        own = {name: text for name, text in os.environ.items() if not name.startswith("STRIDE_")}
        return own | {
            "STRIDE_DATABASE_URL": self.url,
            "HOME": str(self.folder),
            "TMPDIR": str(self.folder),
            "TERM": "xterm-256color",
        }

    def at(self, url: str) -> Machine:
        """The same machine with another database."""
        return Machine(self.folder, url)

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "skill.cli", *words]

    def stride(self, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command to its end, with that on standard input."""
        return subprocess.run(
            self.command(*words),
            input=said,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            env=self.environment,
            cwd=ROOT,
        )

    def json(self, *words: str) -> Any:
        """The one JSON object that a command prints."""
        done = self.stride(*words, "--json")
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return json.loads(done.stdout)

    def sets(self) -> list[dict[str, Any]]:
        """All sets of the last session."""
        sets: list[dict[str, Any]] = self.json("history")["sessions"][-1]["sets"]
        return sets


@dataclass(frozen=True)
class Indoors(Machine):
    """Runs ``stride`` within this process: much quicker, where a real one would add nothing."""

    def stride(self, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
        done = CliRunner().invoke(
            stride, words, input=said, env={"STRIDE_DATABASE_URL": self.url}, catch_exceptions=False
        )
        return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)

    def at(self, url: str) -> Indoors:
        return Indoors(self.folder, url)


@dataclass
class Terminal:
    """A ``stride`` that believes to be in a terminal."""

    process: subprocess.Popen[bytes]
    descriptor: int
    seen: str = ""
    """Everything that was shown, without colours and movements."""
    found: int = 0
    """How much of it was looked for already."""

    def types(self, keys: str) -> None:
        os.write(self.descriptor, keys.encode())

    def shows(self, words: str, limit: float = LIMIT) -> bool:
        """Whether those words come, after all that was looked for before."""
        until = time.monotonic() + limit
        while (at := self.seen.find(words, self.found)) < 0:
            if not self._reads(until):
                return False
        self.found = at + len(words)
        return True

    def ends(self, limit: float = LIMIT) -> int:
        """The exit code; negative for a signal."""
        until = time.monotonic() + limit
        while self._reads(until):
            pass
        return self.process.wait(until - time.monotonic())

    def _reads(self, until: float) -> bool:
        """Read more; False at the end of the program and of its output, or of the time."""
        while time.monotonic() < until:
            over = self.process.poll() is not None
            if select.select([self.descriptor], [], [], 0.02)[0]:
                read = os.read(self.descriptor, 65_536)
                self.seen += CONTROL.sub("", read.decode(errors="replace"))
                return True
            if over:
                return False
        return False


@contextmanager
def terminal(machine: Machine, *words: str, term: str = "xterm-256color") -> Iterator[Terminal]:
    """Run a command in a terminal of its own; it is gone at the end of the block."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    process = subprocess.Popen(
        machine.command(*words),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=machine.environment | {"TERM": term},
        cwd=ROOT,
        start_new_session=True,
    )
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait(LIMIT)
        os.close(ours)
        os.close(theirs)

"""What is typed or piped in: read by a thread, taken by the loop when it listens."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from engine.units import Instant

LONGEST_LINE = 4096
"""Bytes; no command comes near, and a stream without line ends must not fill the memory."""
AHEAD = 64
"""Lines of a pipe that are read before they are wanted."""
SLICE = 0.2 if os.name == "nt" else 3600.0
"""Seconds of one wait: on Windows a thread that waits does not see Ctrl-C."""


@dataclass(frozen=True)
class Typed:
    """A whole line, and when it came."""

    text: str
    at: Instant


@dataclass(frozen=True)
class Edited:
    """The line in hand has changed."""


@dataclass(frozen=True)
class Interrupted:
    """Ctrl-C."""


@dataclass(frozen=True)
class Ended:
    """There will be no more input."""


News = Typed | Edited | Interrupted | Ended


class Ears:
    """One queue for all that may come from outside while the loop waits.

    ``anytime``: lines are news whenever they come, as from a person at a terminal. Otherwise, as
    from a pipe, they wait until somebody listens.
    """

    def __init__(self, now: Callable[[], Instant], anytime: bool) -> None:
        self.anytime = anytime
        self.ended = False
        self.typing = ""
        """The line in hand, where the terminal does not show it by itself."""
        self.interrupted = False
        """Ctrl-C was pressed, and nobody has taken notice yet."""
        self._now = now
        self._news: SimpleQueue[News] = SimpleQueue()
        self._lines: deque[Typed] = deque()
        self._room = threading.Semaphore(AHEAD)

    def wait(self, seconds: float | None, listening: bool) -> Typed | Edited | Interrupted | None:
        """The next news; None once the time is over, or without a limit once input has ended.

        Lines count only while ``listening``, or anytime.
        """
        deadline = None if seconds is None else time.monotonic() + seconds
        while True:
            if self._lines and (listening or self.anytime):
                self._room.release()
                return self._lines.popleft()
            if deadline is None and self.ended:
                return None
            left = SLICE if deadline is None else max(0.0, deadline - time.monotonic())
            try:
                news = self._news.get(timeout=min(left, SLICE))
            except Empty:
                if left <= SLICE and deadline is not None:
                    return None
                continue
            if isinstance(news, Interrupted):
                self.interrupted = False
            if isinstance(news, Typed):
                self._lines.append(news)
            elif isinstance(news, Ended):
                self.ended = True
            else:
                return news

    # Called by other threads, and by signal handlers

    def interrupt(self) -> None:
        """Ctrl-C was pressed."""
        self.interrupted = True
        self._news.put(Interrupted())

    def deliver(self, line: str) -> None:
        """A whole line; waits where a pipe is far ahead of the coach."""
        self._room.acquire()
        self._news.put(Typed(line, self._now()))

    def edit(self, typing: str) -> None:
        """The line in hand is this now."""
        self.typing = typing
        self._news.put(Edited())

    def end(self) -> None:
        """Nothing more will come."""
        self._news.put(Ended())


def listen(ears: Ears, descriptor: int | None, read: Callable[[Ears, int], None]) -> None:
    """Read in the background until the input ends; without a descriptor it has ended."""
    if descriptor is None:
        ears.end()
        return
    threading.Thread(target=_until_end, args=(ears, descriptor, read), daemon=True).start()


def _until_end(ears: Ears, descriptor: int, read: Callable[[Ears, int], None]) -> None:
    # os.read, since a daemon thread that holds a buffered stream aborts the interpreter's exit.
    try:
        read(ears, descriptor)
    except OSError:  # the terminal is gone
        pass
    finally:
        ears.end()


def read_lines(ears: Ears, descriptor: int) -> None:
    """Whole lines of a pipe, a file or a terminal that lets its own lines be edited."""
    rest = b""
    while chunk := os.read(descriptor, LONGEST_LINE):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            ears.deliver(_text(line))
        rest = rest[:LONGEST_LINE]
    if rest:
        ears.deliver(_text(rest))


def _text(line: bytes) -> str:
    return line[:LONGEST_LINE].decode("utf-8", errors="replace").strip()

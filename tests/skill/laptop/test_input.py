"""What is typed or piped in: lines at any moment from a person, one at a time from a pipe."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress

import pytest

from engine.units import Instant
from skill.laptop.input import (
    AHEAD,
    LONGEST_LINE,
    Ears,
    Edited,
    Interrupted,
    Typed,
    listen,
    read_lines,
)
from skill.laptop.terminal import interrupts

NOW = Instant(1_763_812_800_000)
LONG = 10.0
"""Seconds that only a fault waits."""


class Feed:
    """The two ends of a pipe."""

    def __init__(self, read: int, write: int) -> None:
        self.read, self.write = read, write

    def says(self, text: bytes) -> None:
        os.write(self.write, text)

    def ends(self) -> None:
        os.close(self.write)


@pytest.fixture
def feed() -> Iterator[Feed]:
    """Its reading end is closed by nobody: a thread that still reads would read another's pipe."""
    with ExitStack() as stack:
        ends = os.pipe()
        stack.callback(_close, ends[1])
        yield Feed(*ends)


def _close(descriptor: int) -> None:
    with suppress(OSError):  # the test did
        os.close(descriptor)


def ears_at(feed: Feed, anytime: bool = False) -> Ears:
    ears = Ears(lambda: NOW, anytime)
    listen(ears, feed.read, read_lines)
    return ears


def lines(ears: Ears, count: int) -> list[str]:
    found = [ears.wait(LONG, listening=True) for _ in range(count)]
    return [one.text for one in found if isinstance(one, Typed)]


def test_each_listening_takes_one_line(feed: Feed) -> None:
    ears = ears_at(feed)
    feed.says(b"ready\ndone\n")
    assert lines(ears, 1) == ["ready"]
    assert lines(ears, 1) == ["done"]


def test_a_pipe_is_not_heard_while_nobody_listens(feed: Feed) -> None:
    ears = ears_at(feed)
    feed.says(b"ready\n")
    assert ears.wait(0.05, listening=False) is None
    assert ears.wait(LONG, listening=True) == Typed("ready", NOW)


def test_a_person_is_heard_at_any_moment(feed: Feed) -> None:
    ears = ears_at(feed, anytime=True)
    feed.says(b"stop\n")
    assert ears.wait(LONG, listening=False) == Typed("stop", NOW)


def test_a_last_line_without_an_end_is_a_line(feed: Feed) -> None:
    ears = ears_at(feed)
    feed.says(b"ready\r\nten reps")
    feed.ends()
    assert lines(ears, 2) == ["ready", "ten reps"]


def test_the_end_of_input_ends_a_wait_that_has_no_limit(feed: Feed) -> None:
    ears = ears_at(feed)
    feed.ends()
    assert ears.wait(None, listening=True) is None
    assert ears.ended


def test_no_input_at_all_has_ended() -> None:
    ears = Ears(lambda: NOW, anytime=False)
    listen(ears, None, read_lines)
    assert ears.wait(None, listening=True) is None


def test_ctrl_c_is_news_whoever_listens(feed: Feed) -> None:
    ears = ears_at(feed)
    ears.interrupt()
    assert ears.interrupted
    assert ears.wait(None, listening=False) == Interrupted()
    assert not ears.interrupted


def test_an_edited_line_wakes_the_view(feed: Feed) -> None:
    ears = ears_at(feed)
    ears.edit("pau")
    assert ears.wait(None, listening=False) == Edited()
    assert ears.typing == "pau"


def test_bytes_that_are_no_text_are_still_a_line(feed: Feed) -> None:
    ears = ears_at(feed)
    feed.says(b"\xff\xfe ten\n")
    assert lines(ears, 1) == ["\ufffd\ufffd ten"]


def test_a_line_without_end_fills_no_memory(feed: Feed) -> None:
    ears = ears_at(feed)
    writer = _aside(lambda: (feed.says(b"x" * 10 * LONGEST_LINE), feed.says(b"\nstop\n")))
    first, second = lines(ears, 2)
    writer.join(LONG)
    assert len(first) == LONGEST_LINE
    assert second == "stop"


def test_a_pipe_is_read_only_so_far_ahead(feed: Feed) -> None:
    read: list[str] = []
    ears = Ears(lambda: NOW, anytime=False)
    many = 3 * AHEAD
    enough = threading.Event()

    def read_and_note(ears: Ears, descriptor: int) -> None:
        for number in range(many):
            if number == AHEAD:
                enough.set()
            ears.deliver(str(number))
            read.append(str(number))

    listen(ears, feed.read, read_and_note)
    assert enough.wait(LONG)
    assert len(read) <= AHEAD
    assert lines(ears, many) == [str(number) for number in range(many)]


def _aside(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_ctrl_c_that_nobody_hears_ends_the_program_at_the_second_time(feed: Feed) -> None:
    ears = ears_at(feed)
    before = signal.getsignal(signal.SIGINT)
    with interrupts(ears):
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) == before


def test_ctrl_c_that_is_heard_may_be_pressed_again(feed: Feed) -> None:
    ears = ears_at(feed)
    with interrupts(ears):
        for _ in range(3):
            signal.raise_signal(signal.SIGINT)
            assert ears.wait(None, listening=False) == Interrupted()

"""Typing under a view that moves: the line in hand, its erasures, and a terminal left in order."""

from __future__ import annotations

import os
import pty
import termios
from collections.abc import Iterator

import pytest

from engine.units import Instant
from skill.laptop.input import Ears, Edited, Typed
from skill.laptop.keys import edited, one_by_one, read_keys

LONG = 10.0


@pytest.fixture
def ears() -> Ears:
    return Ears(lambda: Instant(0), anytime=True)


@pytest.fixture
def terminal() -> Iterator[int]:
    ours, theirs = pty.openpty()
    yield theirs
    os.close(ours)
    os.close(theirs)


def typed(ears: Ears, keys: bytes) -> list[str]:
    """The lines that come of these keys."""
    read, write = os.pipe()
    os.write(write, keys)
    os.close(write)
    read_keys(ears, read)
    os.close(read)
    found = []
    while (news := ears.wait(0, listening=True)) is not None:
        if isinstance(news, Typed):
            found.append(news.text)
    return found


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (b"pause\n", ["pause"]),
        (b"pause\r", ["pause"]),
        (b"pas\x7fuse\n", ["pause"]),
        (b"nonsense\x15ten reps\n", ["ten reps"]),
        (b"ten replies\x17reps\n", ["ten reps"]),
        (b"ten \x1b[A\x1b[1;5C\x1bOPreps\n", ["ten reps"]),
        (b"\x7f\x7f\n", [""]),
        ("zw\u00f6lf\n".encode(), ["zw\u00f6lf"]),
        (b"one\ntwo\n", ["one", "two"]),
        (b"half a line", []),
    ],
)
def test_keys_become_lines(ears: Ears, keys: bytes, lines: list[str]) -> None:
    assert typed(ears, keys) == lines


def test_the_line_in_hand_is_there_to_be_shown(ears: Ears) -> None:
    typed(ears, b"done\npau")
    assert ears.typing == "pau"


def test_every_key_is_news(ears: Ears) -> None:
    read, write = os.pipe()
    os.write(write, b"p")
    os.close(write)
    read_keys(ears, read)
    os.close(read)
    assert ears.wait(LONG, listening=True) == Edited()


def test_ctrl_d_ends_the_input_only_in_an_empty_line(ears: Ears) -> None:
    assert typed(ears, b"do\x04ne\n\x04never\n") == ["done"]


def test_control_characters_are_no_text() -> None:
    assert edited("ten", "\x07") == "ten"


def test_the_terminal_is_as_before_after_it(terminal: int) -> None:
    before = termios.tcgetattr(terminal)
    with one_by_one(terminal):
        assert not termios.tcgetattr(terminal)[3] & (termios.ECHO | termios.ICANON)
        assert termios.tcgetattr(terminal)[3] & termios.ISIG
    assert termios.tcgetattr(terminal) == before


def test_the_terminal_is_as_before_after_a_fault_too(terminal: int) -> None:
    before = termios.tcgetattr(terminal)
    with pytest.raises(RuntimeError), one_by_one(terminal):
        raise RuntimeError
    assert termios.tcgetattr(terminal) == before

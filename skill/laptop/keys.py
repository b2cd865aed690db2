"""Keys of a terminal, read one by one, so that a line can be typed under a view that moves."""

from __future__ import annotations

import codecs
import os
import re
import signal
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from skill.laptop.input import LONGEST_LINE, Ears

ESCAPES = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|O.|.)?")
"""Arrows, function keys and the like, which mean nothing here."""
ERASE, ERASE_WORD, ERASE_LINE, END = "\x7f\b", "\x17", "\x15", "\x04"


@contextmanager
def one_by_one(descriptor: int) -> Iterator[None]:
    """Keys come at once and unechoed within the block, and the terminal is as before after it.

    Raises termios.error where it is no terminal.
    """
    before = termios.tcgetattr(descriptor)

    def switch(number: int = 0, frame: FrameType | None = None) -> None:
        tty.setcbreak(descriptor, termios.TCSADRAIN)

    # The shell has the terminal its own way while the program is stopped by Ctrl-Z.
    continued = signal.signal(signal.SIGCONT, switch)
    try:
        switch()
        yield
    finally:
        signal.signal(signal.SIGCONT, continued)
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def read_keys(ears: Ears, descriptor: int) -> None:
    """Lines as they are typed, with their erasures; Ctrl-D in an empty line ends the input."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    line = ""
    while chunk := os.read(descriptor, LONGEST_LINE):
        for key in ESCAPES.sub("", decoder.decode(chunk)):
            if key in "\r\n":
                ears.deliver(line.strip())
                line = ""
            elif key == END and not line:
                return
            else:
                line = edited(line, key)
        ears.edit(line)


def edited(line: str, key: str) -> str:
    """The line after one more key."""
    if key in ERASE:
        return line[:-1]
    if key == ERASE_LINE:
        return ""
    if key == ERASE_WORD:
        return "".join(line.rstrip().rpartition(" ")[:2])
    return line + key if key.isprintable() and len(line) < LONGEST_LINE else line

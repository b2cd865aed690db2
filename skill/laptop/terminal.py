"""The seat at the machine: what input there is, where the session is seen, and Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import FrameType

from skill.laptop.clock import ScaledClock
from skill.laptop.input import Ears, listen, read_lines
from skill.laptop.loop import Channel
from skill.laptop.say import Sound
from skill.laptop.understand import Understood, understand
from skill.laptop.view import Plain, Stage


@dataclass(frozen=True)
class Seat:
    """What the laptop hears and shows with."""

    clock: ScaledClock
    ears: Ears
    stage: Stage

    def channel(self, sound: Sound) -> Channel:
        """All of it, with sound."""
        return Channel(self.clock, self.ears, self.stage, sound, Understanding())


class Understanding:
    """Reads the sentences while nobody has said one yet."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        threading.Thread(target=self, args=("ready", "briefing"), daemon=True).start()

    def __call__(self, text: str, state: str) -> Understood:
        with self._one_at_a_time:
            return understand(text, state)


@contextmanager
def seated(clock: ScaledClock, name_of: Callable[[str], str], plain: bool) -> Iterator[Seat]:
    """Read what is typed or piped in, and show the session, until the end of the block.

    ``name_of`` says what an exercise is called. ``plain``: lines, even in a terminal.
    """
    typed = sys.stdin is not None and sys.stdin.isatty()
    ears = Ears(clock.now, anytime=typed)
    descriptor = sys.stdin.fileno() if sys.stdin else None
    with interrupts(ears), ExitStack() as stack:
        if plain or not can_move():
            stage: Stage = Plain(sys.stdout, sys.stderr, echoes=not typed)
            stack.callback(stage.close)
            listen(ears, descriptor, read_lines)
        else:
            from skill.laptop.keys import one_by_one, read_keys
            from skill.laptop.live import moving

            if typed and descriptor is not None:
                stack.enter_context(one_by_one(descriptor))
            stage = stack.enter_context(moving(name_of, echoes=not typed))
            listen(ears, descriptor, read_keys if typed else read_lines)
        yield Seat(clock, ears, stage)


def can_move() -> bool:
    """Whether a view that moves can be shown: in a terminal that knows how, on POSIX."""
    dumb = os.environ.get("TERM", "dumb") == "dumb"
    return os.name == "posix" and sys.stdout.isatty() and not dumb


@contextmanager
def interrupts(ears: Ears) -> Iterator[None]:
    """Ctrl-C is a word to the coach; where it is not heard, the next one ends the program."""

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        if ears.interrupted:
            raise KeyboardInterrupt
        ears.interrupt()

    def on_end(number: int, frame: FrameType | None) -> None:
        sys.exit(1)  # the session stays open; leaving this way gives the terminal back

    handlers = {signal.SIGINT: on_interrupt, signal.SIGTERM: on_end}
    if hasattr(signal, "SIGHUP"):
        handlers[signal.SIGHUP] = on_end
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

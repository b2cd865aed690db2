"""The session as plain lines, one for each thing said, with the time since the beginning."""

from __future__ import annotations

from typing import Protocol

from engine.score.model import Mark, ToneKind
from engine.units import MINUTE, SECOND, Instant
from skill.laptop.player import Playing
from skill.service.reply import Line

TONES = {
    ToneKind.TICK: "[tick]",
    ToneKind.LOW: "[beep]",
    ToneKind.HIGH: "[go]",
    ToneKind.END: "[end]",
}


class Paper(Protocol):
    """What can be written on, as any text stream."""

    def write(self, text: str, /) -> int: ...

    def flush(self) -> None: ...


class Stage(Protocol):
    """Where the session is seen."""

    every: float | None
    """Real seconds between two refreshes; None where nothing moves by itself."""

    def begins(self, playing: Playing) -> None:
        """This is played from now on, in place of what was."""

    def sounds(self, line: Line, moment: Instant) -> None:
        """A line begins to sound."""

    def hears(self, text: str, moment: Instant) -> None:
        """The athlete has said something."""

    def refresh(self, now: Instant, typing: str) -> None:
        """Time has passed, or the line that is being typed has changed."""

    def warns(self, text: str) -> None:
        """Something the athlete should know, not said by the coach."""

    def close(self) -> None:
        """The session is over: end what is half written."""


class Plain:
    """Obeys ``Stage``. The beats of one count share a line, written as they sound."""

    every: float | None = None

    def __init__(self, out: Paper, err: Paper, echoes: bool) -> None:
        """``echoes``: what is heard is written too, since no terminal shows it."""
        self._out = out
        self._err = err
        self._started: Instant | None = None
        self._echoes = echoes
        self._playing: Playing | None = None
        self._count: Mark | None = None
        """The count whose beats stand on the line in hand, which has no end yet."""

    def begins(self, playing: Playing) -> None:
        self._end_line()
        self._playing = playing
        self._started = playing.began if self._started is None else self._started

    def sounds(self, line: Line, moment: Instant) -> None:
        text = TONES[line.tone.kind] if line.tone else line.text
        mark = self._mark(line)
        if mark is None or text.endswith((".", "?", "!")):
            self._end_line()
            self._write(f"{self._time(moment)}  {text}\n")
        elif mark == self._count:
            self._write(f" {text}")
        else:
            self._end_line()
            self._write(f"{self._time(moment)}  {text}")
            self._count = mark

    def hears(self, text: str, moment: Instant) -> None:
        self._end_line()
        if self._echoes:
            self._write(f"{self._time(moment)}  > {text}\n")

    def refresh(self, now: Instant, typing: str) -> None:
        """What is written stays."""

    def warns(self, text: str) -> None:
        self._end_line()
        print(text, file=self._err, flush=True)

    def close(self) -> None:
        self._end_line()

    def _mark(self, line: Line) -> Mark | None:
        marks = self._playing.script.marks if self._playing else ()
        return next((mark for mark in marks if mark.start <= line.at <= mark.end), None)

    def _end_line(self) -> None:
        if self._count is not None:
            self._write("\n")
            self._count = None

    def _time(self, moment: Instant) -> str:
        return f"{clock_face(moment - (self._started or moment)):>6}"

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()


def clock_face(ms: int) -> str:
    """Minutes and seconds, rounded down: 0:42."""
    minutes, rest = divmod(max(0, ms), MINUTE)
    return f"{minutes}:{rest // SECOND:02}"

"""The live view: what is being done, how long still, what comes next, and the line in hand."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from engine.library.model import Measure
from engine.plan.model import PlannedSet
from engine.session.place import index_of
from engine.session.state import (
    Asking,
    Briefing,
    Finished,
    Idle,
    Paused,
    Preparing,
    Resting,
    Working,
)
from engine.units import Instant
from skill.laptop.player import Playing
from skill.laptop.view import Plain, clock_face
from skill.service.reply import Line

EVERY, LEAST = 0.2, 0.05
"""Seconds between two looks, and at least, however fast time is played; a key shows at once."""
UNITS = {Measure.REPS: "reps", Measure.HOLD: "seconds", Measure.CONTACTS: "contacts"}
CURSOR = "▏"

NameOf = Callable[[str], str]


class Above:
    """Whole lines go above the view, where they stay."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._line = ""

    def write(self, text: str) -> int:
        *lines, self._line = (self._line + text).split("\n")
        for line in lines:
            self._console.print(Text(line))
        return len(text)

    def flush(self) -> None:
        """A line that is not whole yet waits."""


class Moving:
    """Obeys ``Stage``: the lines of ``Plain``, and under them what is on at the moment."""

    every: float | None = EVERY

    def __init__(
        self,
        live: Live,
        name_of: NameOf,
        echoes: bool,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """``echoes``: nobody can type into the view. What is heard is written in any case."""
        self._live = live
        self._name_of = name_of
        above = Above(live.console)
        self._plain = Plain(above, above, echoes=True)
        self._playing: Playing | None = None
        self._said = ""
        self._echoes = echoes
        self._steady = steady
        self._typed = ""
        self._next = 0.0

    def begins(self, playing: Playing) -> None:
        self._plain.begins(playing)
        self._playing = playing

    def sounds(self, line: Line, moment: Instant) -> None:
        self._plain.sounds(line, moment)
        self._said = line.text or self._said

    def hears(self, text: str, moment: Instant) -> None:
        self._plain.hears(text, moment)

    def warns(self, text: str) -> None:
        self._plain.warns(text)

    def refresh(self, now: Instant, typing: str) -> None:
        at = self._steady()
        if self._playing is None or (at < self._next and typing == self._typed):
            return
        self._typed, self._next = typing, at + LEAST
        self._live.update(self._panel(self._playing, now), refresh=True)

    def close(self) -> None:
        self._plain.close()
        if self._playing is not None:
            last = self._playing.ends_at or self._playing.over_at
            self._live.update(self._panel(self._playing, last), refresh=True)

    def _panel(self, playing: Playing, now: Instant) -> RenderableType:
        rows: list[RenderableType] = [_heading(playing, self._name_of), _bar(playing, now)]
        following = _following(playing)
        if following is not None:
            rows.append(Text(f"Next: {self._name_of(following.exercise)}", style="dim"))
        rows.append(Text(self._said, style="italic"))
        if not self._echoes:
            rows.append(Text(f"> {self._typed}{CURSOR}", style="bold"))
        return Panel(Group(*rows), title="Strong Stride", title_align="left")


def _heading(playing: Playing, name_of: NameOf) -> Table:
    left, right = _headline(playing, name_of)
    heading = Table.grid(expand=True)
    heading.add_column(ratio=1)
    heading.add_column(justify="right")
    heading.add_row(Text(left, style="bold"), Text(right))
    return heading


def _headline(playing: Playing, name_of: NameOf) -> tuple[str, str]:
    planned = playing.planned
    name = name_of(planned.exercise)
    side = f", {planned.side} side" if planned.side else ""
    number = f"set {planned.number} of {planned.of}{side}" if planned.main else side[2:]
    amount = f"{planned.target} {UNITS[planned.measure]}"
    match playing.state.phase:
        case Briefing():
            return "Before we start", "ready?"
        case Preparing():
            return f"Get ready: {name}", number
        case Working():
            return f"{name}, {amount}", number
        case Resting():
            return "Rest", f"next: {name}, {number}"
        case Asking():
            return "A question", "listening"
        case Paused():
            return "Paused", name
        case Finished() | Idle():
            return "The end", ""


def _bar(playing: Playing, now: Instant) -> Table:
    """How much of the passage is left; at its end, of the time to answer."""
    over, ends = playing.over_at, playing.ends_at or playing.over_at
    start, end = (over, ends) if now >= over and ends > over else (playing.began, over)
    row = Table.grid(expand=True, padding=(0, 1))
    row.add_column(ratio=1)
    row.add_column(justify="right", width=7)
    bar = ProgressBar(total=max(1, end - start), completed=max(0, now - start))
    left = "" if isinstance(playing.state.phase, Paused) else clock_face(end - now + 999)
    row.add_row(bar, Text(left, style="bold"))
    return row


def _following(playing: Playing) -> PlannedSet | None:
    """What comes after the set in hand, or first."""
    sets = playing.state.course.sets_of(playing.workout)
    phase = playing.state.phase
    if isinstance(phase, Finished | Idle | Resting):
        return None
    after = 0 if isinstance(phase, Briefing) else index_of(phase) + 1
    return sets[after] if after < len(sets) else None


@contextmanager
def moving(name_of: NameOf, echoes: bool) -> Iterator[Moving]:
    """The view in the terminal, until the end of the block."""
    console = Console(file=sys.stdout)
    with Live(console=console, auto_refresh=False, redirect_stderr=False) as live:
        stage = Moving(live, name_of, echoes)
        try:
            yield stage
        finally:
            stage.close()

"""A laptop on which time passes only by waiting: whole sessions in a blink, the same every time."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.session.commands import Command, Start
from engine.session.events import Heard
from engine.units import Instant, Ms
from skill.laptop.clock import ScaledClock
from skill.laptop.input import Ears, Edited, Interrupted, Typed
from skill.laptop.loop import Channel, Performance
from skill.laptop.player import Playing
from skill.laptop.say import Mute, Sound
from skill.laptop.understand import understand
from skill.service.coach import Coach, Delivery
from skill.service.history import SetDone, history
from skill.service.ports import Store
from skill.service.records import Channel as Way
from skill.service.reply import Line, Reply, Script
from tests.fakes import MemoryStore
from tests.samples import MONDAY
from tests.skill.service.conftest import coach_over

CTRL_C = "ctrl-c"
MOST_WAITS = 20_000
"""A session waits some hundred times; more is a loop that stands still."""


class Counter:
    """Nanoseconds that only a test moves."""

    def __init__(self) -> None:
        self.ns = 0

    def __call__(self) -> int:
        return self.ns


class TimedEars(Ears):
    """A pipe whose lines are all there from the start, or a person who types at set moments.

    Moments are milliseconds since the session's beginning.
    """

    def __init__(self, piped: tuple[str, ...] | None, typed: tuple[tuple[int, str], ...]) -> None:
        self.counter = Counter()
        self.clock = ScaledClock(MONDAY, 1.0, self.counter)
        super().__init__(self.clock.now, anytime=piped is None)
        self._due = list(typed)
        self._waits = 0
        for line in piped or ():
            self.deliver(line)
        if piped is not None:
            self.end()

    def wait(self, seconds: float | None, listening: bool) -> Typed | Edited | Interrupted | None:
        self._waits += 1
        assert self._waits < MOST_WAITS, "the loop does not get on"
        news = super().wait(0, listening)
        if news is not None:
            return news
        until = None if seconds is None else self.counter.ns + int(seconds * 1e9)
        if self._due and (until is None or self._due[0][0] * 1_000_000 <= until):
            at, text = self._due.pop(0)
            self.counter.ns = max(self.counter.ns, at * 1_000_000)
            return Interrupted() if text == CTRL_C else Typed(text, self.clock.now())
        if until is None:
            self.ended = True
        else:
            self.counter.ns = until
        return None


@dataclass
class Diary:
    """Obeys ``Stage``; keeps everything with its moment since the beginning."""

    every: float | None = None
    seen: list[tuple[int, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    scripts: list[Playing] = field(default_factory=list)

    def begins(self, playing: Playing) -> None:
        self.scripts.append(playing)

    def sounds(self, line: Line, moment: Instant) -> None:
        text = line.tone.kind.value if line.tone else line.text
        self.seen.append((moment - MONDAY, text))

    def hears(self, text: str, moment: Instant) -> None:
        self.seen.append((moment - MONDAY, f"> {text}"))

    def refresh(self, now: Instant, typing: str) -> None:
        """Nothing moves."""

    def warns(self, text: str) -> None:
        self.warnings.append(text)

    def close(self) -> None:
        """Nothing is half written."""

    def moment_of(self, text: str) -> int:
        """When that was seen first."""
        return next(at for at, seen in self.seen if text in seen)

    def after(self, text: str) -> list[str]:
        """What was seen after the first of this."""
        texts = [seen for _, seen in self.seen]
        return texts[next(i for i, seen in enumerate(texts) if text in seen) + 1 :]


class Tape(Mute):
    """Obeys ``Sound``; notes what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def play(self, script: Script) -> None:
        self.told.append("play")

    def stop(self) -> None:
        self.told.append("stop")


@dataclass
class Rehearsal:
    """What is left of a session when it is over."""

    reply: Reply
    stage: Diary
    sound: Sound
    took: Ms
    sets: tuple[SetDone, ...]
    store: Store

    @property
    def logged(self) -> list[tuple[str, int, str]]:
        """Exercise, amount and source of each set."""
        return [(one.exercise, one.actual, one.source.value) for one in self.sets]


def rehearsed(
    *typed: tuple[int, str],
    piped: tuple[str, ...] | None = None,
    opening: Command | None = None,
    store: Store | None = None,
    coach: Coach | None = None,
    sound: Sound | None = None,
) -> Rehearsal:
    """A session from its opening command to its end, with what is typed or piped in."""
    store = store or MemoryStore()
    coach = coach or coach_over(store)
    athlete = coach.athlete_on(Way.LAPTOP, "sam", MONDAY)
    ears, stage, sound = TimedEars(piped, typed), Diary(), sound or Tape()
    delivery = Delivery(sound.lengths)
    first = coach.hear(athlete, Heard(opening or Start(), MONDAY), delivery)
    channel = Channel(ears.clock, ears, stage, sound, understand)
    reply = Performance(coach, athlete, delivery, channel, first).run()
    kept = history(store, athlete)
    took = Ms(ears.clock.now() - MONDAY)
    return Rehearsal(reply, stage, sound, took, kept[-1].sets if kept else (), store)

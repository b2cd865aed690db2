"""Hear, tell the coach, play: until the session is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.session.commands import Command, Help, Ready, Resume, Stop
from engine.session.events import Event, Heard, Silence
from engine.session.state import Briefing, Finished, Idle, Paused
from engine.units import SECOND, Instant, Ms
from skill.laptop.clock import ScaledClock
from skill.laptop.input import Ears, Interrupted, Typed
from skill.laptop.player import Playing, state_name
from skill.laptop.say import Sound
from skill.laptop.understand import Understood
from skill.laptop.view import Stage
from skill.service.coach import Coach, Delivery
from skill.service.reply import Line, Reply

AGAIN = Ms(SECOND)
"""A report that the session took for early is made again this much later."""

AT_RISK = "The log cannot be written at the moment: today's sets may be lost."

Understand = Callable[[str, str], Understood]


@dataclass(frozen=True)
class Channel:
    """What the laptop hears and tells with."""

    clock: ScaledClock
    ears: Ears
    stage: Stage
    sound: Sound
    understand: Understand


class Performance:
    """One athlete's session at this machine, from the first reply to the last word."""

    _playing: Playing
    _lines: list[Line]
    """Still to sound, the next one last."""
    _reached: Instant
    """Up to here the script is played."""
    _again: Instant
    """No report is made before this moment."""

    def __init__(
        self, coach: Coach, athlete_id: str, delivery: Delivery, channel: Channel, first: Reply
    ) -> None:
        self._coach = coach
        self._athlete_id = athlete_id
        self._delivery = delivery
        self._channel = channel
        self._warned: set[str] = set()
        self._leaving = False
        self._taken = ""
        """The name of the window in which the last line of a pipe was taken."""
        self._last = first
        self._begin(first)

    def run(self) -> Reply:
        """Coach until the session is over; the last reply."""
        while (event := self._next_event()) is not None:
            reply = self._coach.hear(self._athlete_id, event, self._delivery)
            self._last = reply
            if reply.script.total:
                self._begin(reply)
            else:
                self._playing = replace(self._playing, state=reply.state)
                self._again = Instant(event.at + AGAIN)
        return self._last

    def _begin(self, reply: Reply) -> None:
        self._channel.sound.play(reply.script)
        library = self._coach.scripts.library
        self._playing = Playing(reply.state, reply.workout, library, reply.script, reply.began)
        self._lines = list(reversed(reply.script.lines))
        self._reached = self._again = reply.began
        self._channel.stage.begins(self._playing)
        self._sound_lines()
        self._warn(AT_RISK if reply.at_risk else "")
        self._warn(self._channel.sound.fault)
        self._channel.sound.ahead(reply)

    def _warn(self, text: str) -> None:
        if text and text not in self._warned:
            self._warned.add(text)
            self._channel.stage.warns(text)

    # Playing

    def _next_event(self) -> Event | None:
        """Play until there is something to tell; None when the session is over."""
        while True:
            moment = self._next_moment()
            match self._wait(moment):
                case Interrupted():
                    over = isinstance(self._playing.state.phase, Finished)
                    return None if over else self._heard(Stop(), self._channel.clock.now())
                case Typed() as typed:
                    event = self._read(typed, moment)
                    if event is not None:
                        return event
                case None if moment is None:
                    return self._left_alone()
                case None if moment <= self._reached:
                    return self._playing.report(moment)
                case None:
                    self._reached = moment
                    self._sound_lines()

    def _left_alone(self) -> Event:
        """Nobody is left to end a pause, or to answer a question."""
        paused = isinstance(self._playing.state.phase, Paused)
        return Heard(Resume(), self._reached) if paused else Silence(self._reached)

    def _next_moment(self) -> Instant | None:
        """When something is due: a line, the opening of a window, the end."""
        moments = []
        if self._lines:
            moments.append(Instant(self._playing.began + self._lines[-1].at))
        window = self._playing.window
        if window is not None and window.opens > self._reached:
            moments.append(window.opens)
        ends_at = self._playing.over_at if self._leaving else self._playing.ends_at
        if ends_at is not None:
            moments.append(max(ends_at, self._again))
        return min(moments, default=None)

    def _sound_lines(self) -> None:
        while self._lines and self._playing.began + self._lines[-1].at <= self._reached:
            line = self._lines.pop()
            self._channel.stage.sounds(line, Instant(self._playing.began + line.at))

    def _wait(self, moment: Instant | None) -> Typed | Interrupted | None:
        """Until that moment, or until there is news; without a moment until input ends."""
        clock, ears, stage = self._channel.clock, self._channel.ears, self._channel.stage
        while True:
            if stage.every is not None:
                stage.refresh(clock.now(), ears.typing)
            left = None if moment is None else clock.seconds_until(moment)
            in_time = stage.every is None or (left is not None and left <= stage.every)
            news = ears.wait(left if in_time else stage.every, self._listens())
            if isinstance(news, Typed | Interrupted):
                return news
            if news is None and moment is not None and in_time:
                clock.forgive(moment)
                return None
            if moment is None and ears.ended:
                return None

    # Hearing

    def _listens(self) -> bool:
        window = self._playing.window
        return (
            window is not None
            and window.opens <= self._reached
            and (not window.once or window.once != self._taken)
        )

    def _read(self, typed: Typed, moment: Instant | None) -> Event | None:
        """What a line comes to; None where it says nothing."""
        at = max(self._reached, min(typed.at, self._channel.clock.now()))
        at = at if moment is None else min(at, moment)
        piped = not self._channel.ears.anytime
        window = self._playing.window
        if piped and window is not None:
            self._taken = window.once
        if typed.text:
            self._channel.sound.stop()
        self._channel.stage.hears(typed.text, at)
        command = self._command(typed.text)
        if command is None:
            return None
        return self._heard(command, self._playing.heard_at(command, at) if piped else at)

    def _command(self, text: str) -> Command | None:
        if text == "?":
            return Help()
        if not text:
            pressed = self._channel.ears.anytime
            return Ready() if pressed and isinstance(self._playing.state.phase, Briefing) else None
        return self._channel.understand(text, state_name(self._playing.state)).command

    def _heard(self, command: Command, at: Instant) -> Event:
        self._channel.sound.stop()
        phase = self._playing.state.phase
        self._leaving = isinstance(command, Stop) and isinstance(phase, Idle | Finished)
        return Heard(command, at)

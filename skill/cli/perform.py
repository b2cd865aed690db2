"""A conversation at this machine, from who comes in to the coach's last word."""

from __future__ import annotations

import gc
import logging
import math
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

import click

from engine.cues import Priority, Say, say
from engine.session.commands import Command
from engine.session.events import Heard
from engine.units import HOUR, Instant
from skill.cli.arrival import Arrival, arrived, first_moment
from skill.config import Settings
from skill.laptop.clock import ScaledClock
from skill.laptop.loop import Performance
from skill.laptop.say import Mute, Opened, Sound, Spoken, open_sound
from skill.laptop.terminal import Seat, seated
from skill.service.coach import Delivery
from skill.service.planning import Wanted
from skill.service.reply import Reply

AHEAD = "Your session on file lies ahead of that time, and goes on from its own."

FASTEST = 100_000.0

Opening = Callable[[Arrival, Seat], tuple[Command, tuple[Say, ...]]]
"""What to begin with, and the words before its answer."""


def _number(context: click.Context, parameter: click.Parameter, value: float) -> float:
    """Click takes "nan" for a float within any range."""
    if math.isnan(value):
        raise click.BadParameter("nan is no speed; write it like 60.")
    return value


speed_option = click.option(
    "--speed",
    type=click.FloatRange(0.1, FASTEST),
    default=1.0,
    callback=_number,
    help="Play time this many times as fast, without sound.",
)
voice_option = click.option(
    "--voice", metavar="NAME", help="An espeak-ng voice, such as gmw/en-us."
)
no_audio_option = click.option(
    "--no-audio", is_flag=True, help="Load no voice: write what is said."
)
plain_option = click.option(
    "--plain", is_flag=True, help="Lines instead of the live view in a terminal."
)


@dataclass(frozen=True)
class Visit:
    """Who comes, when, and how they want to be talked to."""

    athlete: str
    at: Instant
    zone: str | None = None
    wanted: Wanted = field(default_factory=Wanted)
    speed: float = 1.0
    voice: str | None = None
    no_audio: bool = False
    plain: bool = False

    @property
    def silence(self) -> str | None:
        """Why no sound is even tried; an empty reason is the athlete's own."""
        if self.no_audio:
            return ""
        return (
            None if self.speed == 1 else f"No sound: time runs at {self.speed:g} times its speed."
        )


@dataclass(frozen=True)
class Performed:
    """How it ended."""

    last: Reply
    since: Instant
    at_risk: bool
    """Not all of it is on file."""


def perform(visit: Visit, opening: Opening) -> Performed:
    """Talk until nothing more is expected of the athlete.

    Raises:
        StorageRefused: the database is not ours to use.
        StorageFault: nothing at all can be written.
    """
    gc.enable()
    settings = Settings.from_environment()
    _set_up_log(settings)
    delivery = Delivery(Mute().lengths, wanted=visit.wanted)
    with ThreadPoolExecutor(1) as aside:
        spoken = visit.silence is None
        opened = aside.submit(open_sound, visit.voice or settings.voice) if spoken else None
        with arrived(settings, visit.athlete, visit.zone, visit.at, delivery) as arrival:
            clock = ScaledClock(first_moment(arrival.sitting, visit.at), visit.speed)
            sound = _sound(visit.silence, opened, arrival)
            with seated(clock, partial(_name_of, arrival), visit.plain) as seat:
                if clock.started - visit.at > HOUR:
                    seat.stage.warns(AHEAD)
                last = _talk(arrival, seat, sound, delivery, opening)
            sound.close()
    return Performed(last, clock.started, last.at_risk or bool(arrival.risk))


def _sound(silent: str | None, opened: Future[Opened] | None, arrival: Arrival) -> Sound:
    """Nothing is written before this is over: while a device opens, output would be lost."""
    found = opened.result() if opened else None
    if found is not None and not isinstance(found, str):
        return Spoken(*found, arrival.house.coach.scripts)
    if silent or found:
        click.echo(silent or found, err=True)
    return Mute()


def _talk(
    arrival: Arrival, seat: Seat, sound: Sound, delivery: Delivery, opening: Opening
) -> Reply:
    coach, athlete_id = arrival.house.coach, arrival.athlete_id
    delivery = replace(delivery, lengths=sound.lengths)
    command, welcome = opening(arrival, seat)
    if arrival.risk:
        seat.stage.warns(f"{arrival.risk} What is said now will not be kept.")
        welcome = (say("log_at_risk", Priority.KEEP), *welcome)
    heard = Heard(command, seat.clock.now())
    first = coach.hear(athlete_id, heard, replace(delivery, greeting=welcome))
    return Performance(coach, athlete_id, delivery, seat.channel(sound), first).run()


def _name_of(arrival: Arrival, id: str) -> str:
    found = arrival.house.coach.scripts.library.named(id)
    return found.name if found else id


def _set_up_log(settings: Settings) -> None:
    """The operator of a laptop is the athlete, who is told in words: a log only if asked for."""
    asked = settings.log_level in ("DEBUG", "INFO")
    handler = logging.StreamHandler(sys.stderr) if asked else logging.NullHandler()
    logging.basicConfig(level=settings.log_level, handlers=[handler])

"""``stride coach``: a guided session here."""

from __future__ import annotations

import gc
import logging
import math
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial

import click

from engine.cues import Priority, say
from engine.plan.model import Focus
from engine.session.commands import Start
from engine.session.events import Heard
from engine.session.facts import Ending
from engine.session.state import Finished, State
from engine.units import HOUR, Instant
from skill.cli.arrival import Arrival, arrived, first_moment, moment_on, opening
from skill.cli.house import (
    athlete_option,
    checked_zone,
    date_option,
    focus_option,
    minutes_option,
)
from skill.config import Settings
from skill.laptop.clock import ScaledClock
from skill.laptop.loop import Performance
from skill.laptop.say import Mute, Opened, Sound, Spoken, open_sound
from skill.laptop.terminal import Seat, seated
from skill.service.coach import Delivery
from skill.service.planning import Wanted
from skill.service.reply import Reply

FASTEST = 100_000.0
AHEAD = "Your session on file lies ahead of that time, and goes on from its own."
TAKEN_UP = "Your open session comes first: --minutes and --focus are for a new one."
ENDINGS = {
    Ending.COMPLETED: "Session completed",
    Ending.PARTIAL: "Session stopped",
    Ending.SAFETY: "Session ended for your safety",
}


def _number(context: click.Context, parameter: click.Parameter, value: float) -> float:
    """Click takes "nan" for a float within any range."""
    if math.isnan(value):
        raise click.BadParameter("nan is no speed; write it like 60.")
    return value


@click.command()
@date_option
@minutes_option
@focus_option
@click.option(
    "--speed",
    type=click.FloatRange(0.1, FASTEST),
    default=1.0,
    callback=_number,
    help="Play time this many times as fast, without sound.",
)
@click.option("--voice", metavar="NAME", help="An espeak-ng voice, such as gmw/en-us.")
@click.option("--no-audio", is_flag=True, help="Load no voice: write what is said.")
@click.option("--resume", is_flag=True, help="Take up a session that was stopped today, too.")
@click.option("--plain", is_flag=True, help="Lines instead of the live view in a terminal.")
@click.option("--zone", callback=checked_zone, metavar="ZONE", help="Your time zone, as a name.")
@athlete_option
def coach(
    day: datetime | None,
    minutes: int | None,
    focus: str | None,
    speed: float,
    voice: str | None,
    no_audio: bool,
    resume: bool,
    plain: bool,
    zone: str | None,
    athlete: str,
) -> None:
    """Run a guided session here, or take up the one that was left open in the last 18 hours.

    Type what you would say, such as: ready, done, ten reps, pause, that hurts, stop. A question
    mark shows what can be said. From a pipe one line is taken each time the coach listens.

    \b
    Examples:
      stride coach
      stride coach --minutes 15 --focus core
      printf 'ready\\ndone\\nten reps\\n' | stride coach --no-audio --speed 600
    """
    gc.enable()
    settings = Settings.from_environment()
    _set_up_log(settings)
    start = Start(Focus(focus) if focus else None, minutes)
    delivery = Delivery(Mute().lengths, wanted=Wanted().narrowed(start))
    at = moment_on(day.date() if day else None, zone)
    silence = _silence(no_audio, speed)
    with ThreadPoolExecutor(1) as aside:
        opened = aside.submit(open_sound, voice or settings.voice) if silence is None else None
        with arrived(settings, athlete, zone, at, delivery) as arrival:
            clock = ScaledClock(first_moment(arrival.sitting, at), speed)
            sound = _sound(silence, opened, arrival)
            with seated(clock, partial(_name_of, arrival), plain) as seat:
                if clock.started - at > HOUR:
                    seat.stage.warns(AHEAD)
                last = _session(arrival, seat, sound, delivery, start, resume)
            sound.close()
    click.echo(_last_line(last.state, clock.started, last.at_risk or bool(arrival.risk)))


def _silence(no_audio: bool, speed: float) -> str | None:
    """Why no sound is even tried; an empty reason is the athlete's own."""
    if no_audio:
        return ""
    return None if speed == 1 else f"No sound: time runs at {speed:g} times its speed."


def _sound(silent: str | None, opened: Future[Opened] | None, arrival: Arrival) -> Sound:
    """Nothing is written before this is over: while a device opens, output would be lost."""
    found = opened.result() if opened else None
    if found is not None and not isinstance(found, str):
        return Spoken(*found, arrival.house.coach.scripts)
    if silent or found:
        click.echo(silent or found, err=True)
    return Mute()


def _session(
    arrival: Arrival, seat: Seat, sound: Sound, delivery: Delivery, start: Start, resume: bool
) -> Reply:
    coach, athlete_id = arrival.house.coach, arrival.athlete_id
    delivery = replace(delivery, lengths=sound.lengths)
    at = seat.clock.now()
    command, welcome = opening(arrival.sitting, start, resume, at)
    if command is not start and start != Start():
        seat.stage.warns(TAKEN_UP)
    if arrival.risk:
        seat.stage.warns(f"{arrival.risk} Today's session will not be kept.")
        welcome = (say("log_at_risk", Priority.KEEP), *welcome)
    first = coach.hear(athlete_id, Heard(command, at), replace(delivery, greeting=welcome))
    return Performance(coach, athlete_id, delivery, seat.channel(sound), first).run()


def _name_of(arrival: Arrival, id: str) -> str:
    found = arrival.house.coach.scripts.library.named(id)
    return found.name if found else id


def _set_up_log(settings: Settings) -> None:
    """The operator of a laptop is the athlete, who is told in words: a log only if asked for."""
    asked = settings.log_level in ("DEBUG", "INFO")
    handler = logging.StreamHandler(sys.stderr) if asked else logging.NullHandler()
    logging.basicConfig(level=settings.log_level, handlers=[handler])


def _last_line(state: State, since: Instant, at_risk: bool) -> str:
    phase = state.phase
    if not isinstance(phase, Finished) or phase.at <= since:
        return "There was no session. To begin one: stride coach"
    sets = len({(log.exercise, log.set) for log in state.course.logs})
    done = f"{ENDINGS[phase.ending]}: {sets} set{'' if sets == 1 else 's'}."
    if not sets:
        return done
    return f"{done} {'Not all is in the log.' if at_risk else 'To see them: stride history'}"

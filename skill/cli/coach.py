"""``stride coach``: a guided session here."""

from __future__ import annotations

from datetime import datetime

import click

from engine.cues import Say
from engine.plan.model import Focus
from engine.session.commands import Command, Start
from engine.session.facts import Ending
from engine.session.state import Finished
from skill.cli.arrival import Arrival, moment_on, opening
from skill.cli.house import (
    athlete_option,
    checked_zone,
    date_option,
    focus_option,
    minutes_option,
)
from skill.cli.perform import (
    Performed,
    Visit,
    no_audio_option,
    perform,
    plain_option,
    speed_option,
    voice_option,
)
from skill.laptop.terminal import Seat
from skill.service.planning import Wanted

TAKEN_UP = "Your open session comes first: --minutes and --focus are for a new one."
ENDINGS = {
    Ending.COMPLETED: "Session completed",
    Ending.PARTIAL: "Session stopped",
    Ending.SAFETY: "Session ended for your safety",
}


@click.command()
@date_option
@minutes_option
@focus_option
@speed_option
@voice_option
@no_audio_option
@click.option("--resume", is_flag=True, help="Take up a session that was stopped today, too.")
@plain_option
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
    start = Start(Focus(focus) if focus else None, minutes)
    at = moment_on(day.date() if day else None, zone)
    wanted = Wanted().narrowed(start)
    visit = Visit(athlete, at, zone, wanted, speed, voice, no_audio, plain)

    def begins(arrival: Arrival, seat: Seat) -> tuple[Command, tuple[Say, ...]]:
        command, welcome = opening(arrival.sitting, start, resume, seat.clock.now())
        if command is not start and start != Start():
            seat.stage.warns(TAKEN_UP)
        return command, welcome

    click.echo(_last_line(perform(visit, begins)))


def _last_line(performed: Performed) -> str:
    phase = performed.last.state.phase
    began = performed.last.state.course.started_at is not None
    if not began or not isinstance(phase, Finished) or phase.at <= performed.since:
        return "There was no session. To see your week: stride week"
    sets = len({(log.exercise, log.set) for log in performed.last.state.course.logs})
    done = f"{ENDINGS[phase.ending]}: {sets} set{'' if sets == 1 else 's'}."
    if not sets:
        return done
    return (
        f"{done} {'Not all is in the log.' if performed.at_risk else 'To see them: stride history'}"
    )

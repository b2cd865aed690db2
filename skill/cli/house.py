"""What commands share that open the athlete's data."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from engine.plan.model import Focus
from engine.plan.workout.templates import LONGEST, SHORTEST
from skill.bootstrap import House, open_house
from skill.config import Settings
from skill.service.records import Athlete, Channel

ME = "me"
"""The athlete of a laptop that nobody shares."""

athlete_option = click.option(
    "--athlete",
    default=ME,
    metavar="NAME",
    help="Which of several people on this laptop.",
)
date_option = click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="As if on that day, YYYY-MM-DD."
)
minutes_option = click.option(
    "--minutes",
    type=click.IntRange(SHORTEST, LONGEST),
    help="How long you have.  [default: as planned]",
)
focus_option = click.option(
    "--focus",
    type=click.Choice([focus.value for focus in Focus]),
    help="What to train.  [default: as planned]",
)


def own_house() -> House:
    """The house of this machine's settings. Raises SettingsError and StorageFault."""
    return open_house(Settings.from_environment())


def known_athlete(house: House, name: str) -> Athlete | None:
    """The athlete of that name, if there ever was one here. Raises StorageFault."""
    with house.store.begin() as work:
        return work.athlete_on(Channel.LAPTOP, name)


def same_athlete(house: House, name: str) -> Athlete:
    """As ``known_athlete``, where there must be one."""
    athlete = known_athlete(house, name)
    if athlete is None:
        who = "Nobody" if name == ME else f"Nobody called {name}"
        raise click.ClickException(f"{who} has trained here yet: begin with `stride coach`.")
    return athlete


def checked_zone(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """An IANA time zone that this machine knows."""
    if value is not None:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            advice = "write it like Europe/Berlin"
            raise click.BadParameter(f"{value!r} is no time zone; {advice}.") from None
    return value

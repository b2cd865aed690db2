"""``stride link``: one log for the laptop and a smart speaker."""

from __future__ import annotations

import click

from engine.units import MINUTE
from skill.cli.house import athlete_option, own_house
from skill.cli.output import json_option, print_json
from skill.clock import WallClock
from skill.service.linking import VALID_FOR, new_code
from skill.service.records import Channel


@click.command()
@athlete_option
@json_option
def link(athlete: str, as_json: bool) -> None:
    """A code that joins whoever says it to Alexa to this athlete's log.

    \b
    Examples:
      stride link
      stride link --athlete Ann --json
    """
    house = own_house()
    now = WallClock().now()
    code = new_code(house.store, house.coach.athlete_on(Channel.LAPTOP, athlete, now), now)
    minutes = VALID_FOR // MINUTE
    if as_json:
        print_json({"code": code, "minutes": minutes})
        return
    click.echo(f"Say to Alexa, in the skill: link code {' '.join(code)}")
    click.echo(f"It holds for {minutes} minutes, and once.")

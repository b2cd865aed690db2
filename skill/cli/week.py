"""``stride week``: this week."""

from __future__ import annotations

from datetime import datetime

import click

from engine.plan.planner.plan import plan_weeks
from engine.session.commands import Week
from skill.cli.agenda import week_lines
from skill.cli.answering import answer_to
from skill.cli.house import athlete_option, date_option
from skill.cli.keeping import kept
from skill.cli.output import json_option, print_json
from skill.service.plan_json import week_json


@click.command()
@date_option
@athlete_option
@json_option
def week(day: datetime | None, athlete: str, as_json: bool) -> None:
    """This week from its Monday: what was done, and what is to come.

    \b
    Examples:
      stride week
      stride week --json
    """
    found = kept(athlete, day.date() if day else None)
    scripts = found.house.coach.scripts
    (this,) = plan_weeks(found.book, scripts.library, found.today).weeks
    spoken = answer_to(Week(), scripts, found.book, found.today)
    if as_json:
        print_json({**week_json(this, scripts.wording.words), "says": spoken})
        return
    click.echo(spoken)
    for line in week_lines(this, scripts.library, scripts.wording.words, whole=False):
        click.echo(line)

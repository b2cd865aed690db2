"""``stride plan``: the weeks to come."""

from __future__ import annotations

from datetime import date, datetime

import click

from engine.library.load import embedded_library
from engine.plan.book import Book
from engine.plan.planner.plan import plan_weeks
from engine.speech.wording import embedded_wording
from skill.cli.agenda import week_lines
from skill.cli.house import athlete_option, date_option
from skill.cli.keeping import kept
from skill.cli.output import json_option, print_json
from skill.cli.profile_file import profile_from, profile_path
from skill.clock import WallClock, machine_zone
from skill.config import Settings
from skill.service.days import day_of, zone_named
from skill.service.plan_json import plan_json

MOST_WEEKS = 53


@click.command()
@click.option(
    "--weeks",
    type=click.IntRange(1, MOST_WEEKS),
    default=1,
    show_default=True,
    help="How many weeks, from the Monday of this one.",
)
@click.option(
    "--profile",
    "path",
    type=profile_path,
    metavar="FILE",
    help="Plan for the profile in a JSON file, - for standard input, and keep nothing.",
)
@click.option("--full", is_flag=True, help="Tell the exercises of every week, not of one alone.")
@date_option
@athlete_option
@json_option
def plan(
    weeks: int, path: str | None, full: bool, day: datetime | None, athlete: str, as_json: bool
) -> None:
    """The weeks to come: runs, strength sessions, and what they hold.

    \b
    Examples:
      stride plan
      stride plan --weeks 12 --json
      echo '{"minutes": 30, "run_days": {"sun": "long"}}' | stride plan --profile -
    """
    on = day.date() if day else None
    today, book = _read(path, on) if path else _kept(athlete, on)
    library = embedded_library()
    planned = plan_weeks(book, library, today, weeks)
    says = embedded_wording(Settings.from_environment().locale.split("-")[0]).words
    if as_json:
        print_json(plan_json(planned, says))
        return
    for week in planned.weeks:
        for line in week_lines(week, library, says, full or weeks == 1):
            click.echo(line)


def _read(path: str, day: date | None) -> tuple[date, Book]:
    read = profile_from(path)
    zone = zone_named(read.profile.time_zone, machine_zone())
    today = read.today or day or day_of(WallClock().now(), zone)
    return today, Book(read.profile, runs=read.runs)


def _kept(athlete: str, day: date | None) -> tuple[date, Book]:
    found = kept(athlete, day)
    return found.today, found.book

"""``stride setup``: what the coach knows of the athlete, told and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

import click

from engine.plan.athlete.profile import Goal, Profile
from engine.plan.athlete.reading_back import profile_json
from engine.plan.book import Book
from engine.plan.planner.plan import plan_weeks
from engine.session.commands import Setup
from skill.cli.agenda import week_lines
from skill.cli.arrival import moment_on
from skill.cli.house import athlete_option, checked_zone, date_option
from skill.cli.keeping import Kept, changed, kept
from skill.cli.output import print_json
from skill.cli.perform import (
    Visit,
    no_audio_option,
    perform,
    plain_option,
    speed_option,
    voice_option,
)
from skill.cli.profile_file import profile_from
from skill.cli.setup_answers import Told, with_answers

PRINT = ""
"""What ``--json`` without a file stands for."""


def _joined(
    context: click.Context, parameter: click.Parameter, told: tuple[str, ...]
) -> str | None:
    """A list may come in one option or in several."""
    return ", ".join(told) or None


Decorated = TypeVar("Decorated", bound=Callable[..., object])


def _list(name: str, metavar: str, help: str) -> Callable[[Decorated], Decorated]:
    return click.option(name, multiple=True, callback=_joined, metavar=metavar, help=help)


@click.command()
@click.option("--experience", metavar="WORD", help="beginner, intermediate or advanced.")
@click.option("--age", type=int, help="Your years.")
@click.option("--days", type=int, metavar="N", help="Strength sessions a week, 1 to 4.")
@click.option("--minutes", type=int, help="How long a session may last, 15 to 60.")
@_list("--equipment", metavar="LIST", help='What you have: "dumbbells, band", or none.')
@_list("--gym", metavar="LIST", help="What there is at your gym.")
@_list("--travel", metavar="LIST", help="What travels along.")
@click.option("--where", metavar="PLACE", help="Where you usually train: home, gym or travel.")
@_list("--weights", metavar="LIST", help='Weights you own: "4, 6, 8"; "20 lb" has its unit.')
@click.option(
    "--run", multiple=True, metavar="DAY=KIND", help="A running day: tue=easy; tue=rest ends it."
)
@click.option("--long-run", metavar="DAY", help="The day of the long run.")
@click.option("--race", metavar="DATE", help="Your race, YYYY-MM-DD, or none.")
@click.option("--distance", metavar="KM", help="How long it is: 10, 10k, half marathon, 10 miles.")
@click.option("--units", metavar="UNIT", help="kg or lb.")
@click.option("--goal", metavar="GOAL", help=f"One of {', '.join(Goal)}.")
@click.option("--pain", multiple=True, metavar="PLACE[:LEVEL[:SIDE]]", help="knee:3:left, or none.")
@_list("--available", metavar="DAYS", help='Days for strength: "mon, wed" or "weekdays".')
@_list("--preferred", metavar="DAYS", help="Those you like best.")
@click.option(
    "--double-days/--no-double-days", default=None, help="Strength after a hard run, too."
)
@click.option("--floor/--no-floor", default=None, help="Whether you can get down and up again.")
@click.option("--space/--no-space", default=None, help="Whether there are four metres to walk.")
@click.option("--impact/--no-impact", default=None, help="Whether you may jump.")
@_list("--screening", metavar="LIST", help="Health topics with a yes: heart, joints, …")
@click.option(
    "--cleared/--not-cleared", default=None, help="A professional has said yes to training."
)
@click.option("--zone", callback=checked_zone, metavar="ZONE", help="Your time zone, as a name.")
@click.option(
    "--json",
    "path",
    is_flag=False,
    flag_value=PRINT,
    metavar="[FILE]",
    help="Read the profile from a JSON file, - for standard input; without one, print it as JSON.",
)
@click.option("--show", is_flag=True, help="Show what is on file.")
@speed_option
@voice_option
@no_audio_option
@plain_option
@date_option
@athlete_option
def setup(
    path: str | None,
    show: bool,
    speed: float,
    voice: str | None,
    no_audio: bool,
    plain: bool,
    day: datetime | None,
    athlete: str,
    **told: Told,
) -> None:
    """Tell the coach about yourself, in options, from a file, or in a short interview.

    Without options the coach asks, one question after the other; type your answers. What was
    answered before is not asked again, and "stop" ends it: the rest can wait.

    An option changes its own answer and leaves the others as they are. A file is the whole
    profile: what it leaves out goes back to its default. The profile that --json prints is such a
    file.

    \b
    Examples:
      stride setup
      stride setup --experience beginner --days 2 --minutes 30 --equipment "dumbbells, mat"
      stride setup --run tue=easy --run thu=intervals --long-run sun --race 2027-04-18
      stride setup --json profile.json
      stride setup --json
    """
    on = day.date() if day else None
    given = {name: value for name, value in told.items() if value not in (None, ())}
    if not given and path is None and not show:
        at = moment_on(on, None)
        _interview(Visit(athlete, at, speed=speed, voice=voice, no_audio=no_audio, plain=plain))
        return
    found = _changed(athlete, on, path, given) if path or given else kept(athlete, on)
    if path == PRINT:
        print_json(profile_json(found.book.profile))
    else:
        lines = _profile_lines(found.book.profile) if show else _week_lines(found)
        click.echo("\n".join(lines))


def _interview(visit: Visit) -> None:
    """One question a turn, by voice and keyboard; what was answered before is not asked again."""
    perform(visit, lambda arrival, seat: (Setup(), ()))
    click.echo("What is on file: stride setup --show. The weeks that come of it: stride plan")


def _changed(name: str, on: date | None, path: str | None, given: Mapping[str, Told]) -> Kept:
    """What the file says, then what the options say, is kept together or not at all."""
    read = profile_from(path) if path else None

    def told(book: Book, today: date) -> Book:
        if read:
            runs = {(run.day, run.done): run for run in (*book.runs, *read.runs)}
            ordered = tuple(sorted(runs.values(), key=lambda run: run.day))
            book = replace(book, profile=read.profile, runs=ordered)
        return replace(book, profile=with_answers(book.profile, given, today)) if given else book

    return changed(name, on, told)


def _profile_lines(profile: Profile) -> Iterator[str]:
    for key, value in profile_json(profile).items():
        if value not in (None, [], {}) and key != "answered":
            yield f"{key.replace('_', ' '):<16} {_plain(value)}"


def _plain(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case dict():
            return ", ".join(f"{key} {_plain(item)}" for key, item in value.items() if item)
        case list():
            return ", ".join(_plain(item) for item in value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _week_lines(found: Kept) -> Iterator[str]:
    scripts = found.house.coach.scripts
    planned = plan_weeks(found.book, scripts.library, found.today)
    yield from week_lines(planned.weeks[0], scripts.library, scripts.wording.words, whole=False)

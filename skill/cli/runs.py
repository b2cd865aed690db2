"""``stride runs``: runs of single dates, done and planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import click

from engine.errors import Fault
from engine.plan.athlete.reading_answers import Faults, object_in
from engine.plan.athlete.reading_runs import LONGEST_RUN, distance_in
from engine.plan.athlete.reading_words import KINDS
from engine.plan.athlete.runs import Run, RunKind
from engine.plan.book import Book
from skill.cli.agenda import run_line
from skill.cli.house import athlete_option
from skill.cli.keeping import changed, kept
from skill.cli.output import as_number, json_option, print_json
from skill.service.plan_json import run_json


def _kind(context: click.Context, parameter: click.Parameter, value: str) -> RunKind:
    kind = KINDS.meaning(value) if value in KINDS else None
    if kind is None:
        raise click.BadParameter(f"{value!r} is no kind of run; try {KINDS.advice(value)}.")
    return kind


def _kilometres(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> float | None:
    faults: list[Fault] = []
    entry = object_in(Faults("", faults), {"distance": as_number(value)}, ("distance",))
    kilometres = distance_in(entry, "distance", None)
    if faults:
        raise click.BadParameter(f"{faults[0].problem}, try {faults[0].advice}.")
    return kilometres


@click.group()
def runs() -> None:
    """Runs of single dates. They take the place of the usual week's on their day.

    \b
    Examples:
      stride runs add --kind easy --distance 10 --done
      stride runs list
    """


@runs.command()
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the run, YYYY-MM-DD.  [default: today]",
)
@click.option(
    "--kind",
    default=RunKind.EASY.value,
    show_default=True,
    callback=_kind,
    metavar="KIND",
    help="easy, hard, long, race or cross; intervals, tempo and hills are hard.",
)
@click.option(
    "--distance",
    callback=_kilometres,
    metavar="KM",
    help="How far: 8.5, 10k, half marathon, 6 miles.",
)
@click.option("--minutes", type=click.IntRange(1, LONGEST_RUN), help="How long it took or takes.")
@click.option(
    "--done/--planned",
    "done",
    default=None,
    help="Whether it is over.  [default: done before today, planned from today on]",
)
@athlete_option
@json_option
def add(
    day: datetime | None,
    kind: RunKind,
    distance: float | None,
    minutes: int | None,
    done: bool | None,
    athlete: str,
    as_json: bool,
) -> None:
    """Note a run, done or planned, today or on another date. It replaces that day's earlier one.

    \b
    Examples:
      stride runs add --date 2026-11-24 --kind intervals
      stride runs add --kind long --distance 18 --minutes 110 --done
    """

    def run_on(today: date) -> Run:
        on = day.date() if day else today
        metres = None if distance is None else round(distance * 1000)
        return Run(on, kind, on < today if done is None else done, metres, minutes)

    noted = changed(athlete, None, lambda book, today: _with_run(book, run_on(today)))
    run = run_on(noted.today)
    if as_json:
        print_json({"date": run.day.isoformat(), **run_json(run)})
    else:
        click.echo(f"Noted: {run.day:%a %d %b}, {run_line(run)}.")


def _with_run(book: Book, run: Run) -> Book:
    others = (other for other in book.runs if (other.day, other.done) != (run.day, run.done))
    return replace(book, runs=tuple(sorted((*others, run), key=lambda each: each.day)))


@runs.command("list")
@athlete_option
@json_option
def list_runs(athlete: str, as_json: bool) -> None:
    """Runs on file: the last month's, and those to come.

    \b
    Examples:
      stride runs list
      stride runs list --json
    """
    on_file = kept(athlete, None).book.runs
    if as_json:
        print_json({"runs": [{"date": run.day.isoformat(), **run_json(run)} for run in on_file]})
        return
    for run in on_file:
        click.echo(f"{run.day.isoformat()}  {run_line(run)}")
    if not on_file:
        click.echo("No runs on file. Note one with: stride runs add")

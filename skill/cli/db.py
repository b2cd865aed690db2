"""``stride db``: the database's own upkeep."""

from __future__ import annotations

import click

from skill.config import Settings
from skill.storage import check as problems_of
from skill.storage import upgrade as bring_up_to_date


@click.group()
def db() -> None:
    """Bring the database up to date, or check it. It is named by STRIDE_DATABASE_URL.

    \b
    Example:
      stride db check
    """


@db.command()
def upgrade() -> None:
    """Make the database, or bring its tables to this version's.

    \b
    Example:
      stride db upgrade
    """
    bring_up_to_date(Settings.from_environment().database_url)
    click.echo("The database is up to date.")


@db.command()
def check() -> None:
    """Say what is wrong with the database; changes nothing. Exit code 1 where something is.

    \b
    Example:
      stride db check
    """
    problems = problems_of(Settings.from_environment().database_url)
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise SystemExit(1)
    click.echo("The database is as this version made it.")

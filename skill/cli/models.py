"""`stride models`: Alexa's interaction model, made from the sentences and checked."""

from __future__ import annotations

import sys

import click


@click.group()
def models() -> None:
    """Alexa's interaction model: made from the sentences, and checked.

    \b
    Examples:
      stride models build
      stride models check
    """


@models.command()
def build() -> None:
    """Write the models from the sentences and the exercise library.

    \b
    Example:
      stride models build
    """
    from interaction_models.build import write

    for file in write():
        click.echo(f"written: {file.name}")


@models.command()
def check() -> None:
    """Check the sentences, and that the committed models are made from them.

    Exit code 1 with every fault, a line each.

    \b
    Example:
      stride models check
    """
    from interaction_models.check import check as faults_of

    faults = faults_of()
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        sys.exit(1)
    click.echo("The sentences and the models made from them are in order.")

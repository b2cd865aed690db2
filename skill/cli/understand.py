"""``stride understand``: a sentence's command, without any effect."""

from __future__ import annotations

import click

from engine.cues import Question
from engine.session.slots import slots_of
from engine.session.state import PHASES
from skill.cli.output import json_option, nearest, print_json
from skill.laptop.understand import understand as understood

STATES = (
    *(phase.__name__.lower() for phase in PHASES),
    *(f"asking:{question}" for question in Question),
)


def _known(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value not in STATES:
        known = ", ".join(STATES)
        raise click.BadParameter(f"{value!r} is no state.{nearest(value, STATES)} Known: {known}.")
    return value


@click.command()
@click.argument("text")
@click.option(
    "--state",
    default="idle",
    show_default=True,
    callback=_known,
    metavar="STATE",
    help="Where the session is, such as resting or asking:reps.",
)
@click.option("--locale", default="en-US", show_default=True, help="The language of the sentence.")
@json_option
def understand(text: str, state: str, locale: str, as_json: bool) -> None:
    """The command that TEXT becomes, its slots, and how sure that is.

    \b
    Examples:
      stride understand "ten reps"
      stride understand "my left knee hurts" --state working --json
    """
    found = understood(text, state, locale)
    name, slots = found.command.name(), slots_of(found.command)
    if as_json:
        print_json({"command": name, "slots": slots, "confidence": found.confidence})
        return
    filled = "".join(f" {slot}={value}" for slot, value in slots.items())
    click.echo(f"{name}{filled} ({found.confidence:.2f})")

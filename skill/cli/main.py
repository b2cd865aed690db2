"""``stride``: finds a command and runs it; errors become one sentence and an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from engine.errors import CoachError

COMMANDS: Mapping[str, str] = {
    "coach": "Run or resume a guided session here.",
    "today": "What is on today, and why.",
    "week": "This week: runs and strength sessions.",
    "plan": "The weeks to come.",
    "setup": "Tell the coach about yourself.",
    "runs": "Runs of single dates, done and planned.",
    "history": "What was done: sessions and their sets.",
    "exercises": "The exercise library.",
    "score": "A whole session as text, one cue a line.",
    "understand": "The command that a sentence becomes.",
    "replay": "A past session's events, run again.",
    "link": "A code that joins an Alexa user to this athlete.",
    "models": "Alexa's interaction model: made from the sentences, and checked.",
    "serve": "The HTTP server with the Alexa endpoint.",
    "doctor": "What works here, and the mend for what does not.",
    "db": "The database: bring it up to date, check it.",
}
"""Each command is a module of this room with a click command of its own name."""

WRONG_USE = 2


class Refused(click.ClickException):
    """Wrong use, or data that must not be touched."""

    exit_code = WRONG_USE


class Stride(click.Group):
    """Imports a command when it is called, so that none waits for what the others need."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"skill.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CoachError as error:
            raise _told(error) from error


def _told(error: CoachError) -> click.ClickException:
    from engine.plan.athlete.reading import ProfileError, TooYoung
    from skill.config import SettingsError
    from skill.storage import StorageRefused

    refusals = (StorageRefused, SettingsError, ProfileError, TooYoung)
    return (Refused if isinstance(error, refusals) else click.ClickException)(str(error))


@click.group(cls=Stride)
@click.version_option(package_name="strong-stride", prog_name="stride")
def stride() -> None:
    """Strong Stride, a hands-free strength coach for runners.

    Exit codes: 0 fine, 1 it failed, 2 wrong use, or data that is refused.

    \b
    Example:
      stride coach
    """


def main() -> None:
    """The entry point."""
    gc.disable()  # 0.3 s of the 0.7 s that reading the sentences takes; what lasts enables it
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an odd terminal shows a sign wrong; it need not end us
            stream.reconfigure(errors="replace")
    stride(prog_name="stride")

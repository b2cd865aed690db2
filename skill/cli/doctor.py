"""``stride doctor``: what works here, and the mend for what does not."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryFile

import click

from skill.cli.output import json_option, print_json
from skill.config import Settings

REFUSED = 2
OLDEST = (3, 11)


@dataclass(frozen=True)
class Finding:
    """One part of the machine."""

    part: str
    works: bool
    found: str
    mend: str = ""
    refused: bool = False
    """Worse than absent: nothing that needs the data can run."""


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """Look at everything a session may use: what is there, and how to get what is not.

    Nothing is changed. Exit code 0 unless the database is refused, since the coach does without
    the rest.

    \b
    Examples:
      stride doctor
      stride doctor --json
    """
    settings = Settings.from_environment()
    findings = [_python(), *_sound(settings), _database(settings), *_models(), *_terminal()]
    if as_json:
        print_json({"findings": [_as_json(finding) for finding in findings]})
    else:
        for finding in findings:
            click.echo(f"{'ok ' if finding.works else '-- '} {finding.part}: {finding.found}")
            if finding.mend:
                click.echo(f"      {finding.mend}")
    if any(finding.refused for finding in findings):
        raise SystemExit(REFUSED)


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "part": finding.part,
        "works": finding.works,
        "found": finding.found,
        "mend": finding.mend or None,
    }


def _python() -> Finding:
    works = sys.version_info >= OLDEST
    mend = "" if works else "Install Python 3.11 or newer."
    return Finding("python", works, f"{platform.python_version()} on {sys.platform}", mend)


def _sound(settings: Settings) -> Iterator[Finding]:
    from skill.audio.espeak import RATE, open_voice
    from skill.audio.voice import NoVoice

    voice = open_voice(settings.voice)
    if isinstance(voice, NoVoice):
        mend = "pip install 'strong-stride[voice]', or name another voice with STRIDE_VOICE."
        yield Finding("voice", False, voice.reason, mend)
    else:
        length = voice.say("Ready when you are.").length_ms
        voice.close()
        yield Finding("voice", True, f"{voice.name}, spoke for {length} ms")
    try:
        from skill.audio.loudspeaker import NO_DEVICE, Loudspeaker
    except ImportError as problem:
        yield Finding("sound", False, str(problem), "Reinstall: pip install miniaudio.")
        return
    loudspeaker = Loudspeaker(RATE)
    loudspeaker.close()
    works = loudspeaker.device != NO_DEVICE
    mend = "" if works else "Connect a loudspeaker or headphones; until then words are written."
    yield Finding("sound", works, loudspeaker.device, mend)


def _database(settings: Settings) -> Finding:
    from skill.service.ports import StorageFault
    from skill.storage import StorageRefused, check
    from skill.storage.connect import address_of
    from skill.storage.schema import Standing, standing

    try:
        address = address_of(settings.database_url)
        state = standing(address)
    except StorageFault as fault:
        refused = isinstance(fault, StorageRefused)
        return Finding("database", False, str(fault), _database_mend(refused), refused)
    if state is not Standing.CURRENT:
        if address.path and not _can_be_made(address.path):
            found = f"{address.where} cannot be made: the folder cannot be written"
            return Finding("database", False, found, _database_mend(False))
        change = "is made" if state is Standing.EMPTY else "is brought up to date"
        return Finding("database", True, f"{address.where} {change} by the first session")
    problems = check(settings.database_url)
    if problems:
        return Finding("database", False, " ".join(problems), _database_mend(True), True)
    if address.path and not _writable(address.path):
        return Finding("database", False, f"{address.where} is read-only", _database_mend(False))
    return Finding("database", True, address.where)


def _database_mend(refused: bool) -> str:
    if refused:
        return "Nothing was changed. Another place can be named with STRIDE_DATABASE_URL."
    return "A session runs all the same, and is not kept."


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _can_be_made(path: Path) -> bool:
    """Whether the nearest folder that exists may be written into."""
    there = next(folder for folder in path.absolute().parents if folder.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        return False
    try:
        with TemporaryFile(dir=there):
            return True
    except OSError:  # a folder such as /proc says that it may be written, and may not
        return False


def _models() -> Iterator[Finding]:
    found = sorted(
        entry.name.removesuffix(".json")
        for entry in (files("interaction_models") / "alexa").iterdir()
        if entry.name.endswith(".json")
    )
    mend = "" if found else "Build them: stride models build."
    yield Finding("interaction models", bool(found), ", ".join(found) or "none", mend)


def _terminal() -> Iterator[Finding]:
    both = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    how = "the session is shown as it runs" if both else "none: the session is written line by line"
    yield Finding("terminal", both, how)
    yield Finding("microphone", False, "not used yet: what is typed is heard")

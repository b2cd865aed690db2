"""A profile from a JSON file, or from standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from engine.errors import Fault
from engine.plan.athlete.reading import ProfileError, ProfileFile, read_profile

STDIN = "-"
profile_path = click.Path(exists=True, dir_okay=False, allow_dash=True)
"""The type of an option that takes such a file."""


def profile_from(path: str) -> ProfileFile:
    """Read a profile file.

    Raises:
        ProfileError: it is no JSON or no profile; every mistake is listed.
        TooYoung: the athlete is under thirteen.
    """
    name = "standard input" if path == STDIN else Path(path).name
    read = read_profile(_parsed(path, name), name)
    _check_zone(read.profile.time_zone, name)
    return read


def _parsed(path: str, name: str) -> object:
    try:
        text = sys.stdin.read() if path == STDIN else Path(path).read_text("utf-8-sig")
        doubled: list[str] = []
        data = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, doubled))
    except json.JSONDecodeError as error:
        advice = "a comma, a quotation mark or a bracket near there"
        raise _fault(name, f"line {error.lineno}", f"is no JSON ({error.msg})", advice) from error
    except (ValueError, RecursionError, OSError) as error:
        advice = 'a text file such as {"experience": "beginner"}'
        raise _fault(name, "file", "cannot be read as JSON", advice) from error
    if doubled:
        faults = (Fault(name, key, "is there twice", "one of the two") for key in doubled)
        raise ProfileError(tuple(faults))
    return data


def _object(pairs: Sequence[tuple[str, object]], doubled: list[str]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        doubled.extend(key for key in found if keys.count(key) > 1)
    return found


def _check_zone(name: str | None, file: str) -> None:
    try:
        ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        advice = 'a name such as "Europe/Berlin"'
        problem = f'is "{name}", which this machine does not know'
        raise _fault(file, "time_zone", problem, advice) from error


def _fault(file: str, key: str, problem: str, advice: str) -> ProfileError:
    return ProfileError((Fault(file, key, problem, advice),))

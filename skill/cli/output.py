"""What commands share that open nothing: JSON out, near matches in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from difflib import get_close_matches

import click

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead.")


def print_json(value: Mapping[str, object]) -> None:
    """The one thing on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False))


def as_number(text: str | None) -> object:
    """A text of the command line as JSON has it: a number where it is one."""
    for kind in (int, float):
        with suppress(ValueError, TypeError):
            return kind(text or "")
    return text


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that names what is nearest to an unknown word."""
    near = get_close_matches(word, known, n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(near)}?" if near else ""

"""The command line's own words: every command helps, with an example that is one."""

from __future__ import annotations

import shlex
import time
from collections.abc import Iterator

import click
import pytest

from skill.cli.main import COMMANDS, stride
from tests.skill.cli.machine import Machine


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)


ALL = dict(commands(stride))


def examples(command: click.Command) -> list[str]:
    help = command.help or ""
    _, _, after = help.partition("Example")
    return [line.strip() for line in after.splitlines()[1:] if line.strip()]


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    command = ALL[path]
    assert (command.help or "").split("\n")[0].endswith((".", ",", ":", "is")) or command.help
    found = examples(command)
    assert found
    assert all("stride" in example for example in found)


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_option_says_what_it_does(path: tuple[str, ...]) -> None:
    options = [one for one in ALL[path].params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help] == []


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_example_is_understood(path: tuple[str, ...]) -> None:
    for example in examples(ALL[path]):
        words = shlex.split(example.rpartition("|")[2])
        assert words[words.index("stride") + 1 : words.index("stride") + 1 + len(path)] == [*path]
        rest = words[words.index("stride") + 1 + len(path) :]
        if not isinstance(ALL[path], click.Group):
            ALL[path].make_context(" ".join(path), rest)


def test_the_list_of_commands_is_whole(machine: Machine) -> None:
    done = machine.stride("--help")
    assert done.returncode == 0
    for name, short in COMMANDS.items():
        assert f"  {name} " in done.stdout
        assert short in done.stdout


@pytest.mark.parametrize("words", [("--help",), ("coach", "--help"), ("understand", "ten reps")])
def test_help_and_understanding_are_there_in_half_a_second(
    machine: Machine, words: tuple[str, ...]
) -> None:
    took = []
    for _ in range(3):  # a busy machine must not fail it
        began = time.monotonic()
        assert machine.stride(*words).returncode == 0
        took.append(time.monotonic() - began)
    assert min(took) < 2


def test_an_unknown_command_is_refused(machine: Machine) -> None:
    done = machine.stride("dance")
    assert done.returncode == 2
    assert "dance" in done.stderr

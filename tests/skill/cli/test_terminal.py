"""``stride coach`` in a terminal: a view that moves, a line that can be typed under it."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.skill.cli.machine import Machine, Terminal, terminal

if sys.platform == "win32":
    pytest.skip("terminals of POSIX", allow_module_level=True)

import termios

if TYPE_CHECKING:
    from collections.abc import Callable

COACH = ("coach", "--no-audio", "--speed", "20")


def settings_of(seat: Terminal) -> list[object]:
    return list(termios.tcgetattr(seat.descriptor))


def test_the_view_shows_what_is_on_and_a_line_to_type_in(machine: Machine) -> None:
    with terminal(machine, *COACH) as seat:
        assert seat.shows("Strong Stride")
        assert seat.shows("Before we start")
        assert seat.shows("\u2501")
        assert seat.shows("> ")


def test_pause_can_be_typed_letter_by_letter_and_is_heard(machine: Machine) -> None:
    with terminal(machine, *COACH) as seat:
        assert seat.shows("Before we start")
        seat.types("\r")
        assert seat.shows("March with arm swings")
        for typed, shown in (("p", "> p"), ("a", "> pa"), ("use", "> pause")):
            seat.types(typed)
            assert seat.shows(shown)
        seat.types("\r")
        assert seat.shows("Paused. Say resume")
        seat.types("resume\r")
        assert seat.shows("> resume")
        seat.types("stop\r")
        assert seat.ends() == 0
    assert "Session stopped: 0 sets." in seat.seen


def test_a_mistyped_letter_is_taken_back(machine: Machine) -> None:
    with terminal(machine, *COACH) as seat:
        assert seat.shows("Before we start")
        seat.types("stopp")
        assert seat.shows("> stopp")
        seat.types("\x7f\r")
        assert seat.ends() == 0
    assert "> stop\r\n" in seat.seen.replace(" \r", "\r")


def _stopped(seat: Terminal) -> None:
    seat.types("stop\r")


def _ctrl_c(seat: Terminal) -> None:
    seat.process.send_signal(signal.SIGINT)


def _ended(seat: Terminal) -> None:
    seat.process.send_signal(signal.SIGTERM)


def _hung_up(seat: Terminal) -> None:
    seat.process.send_signal(signal.SIGHUP)


@pytest.mark.parametrize(("end", "code"), [(_stopped, 0), (_ctrl_c, 0), (_ended, 1), (_hung_up, 1)])
def test_the_terminal_is_left_as_it_was_found(
    machine: Machine, end: Callable[[Terminal], None], code: int
) -> None:
    with terminal(machine, *COACH) as seat:
        before = settings_of(seat)
        assert seat.shows("Before we start")
        assert settings_of(seat) != before
        end(seat)
        assert seat.ends() == code
        assert settings_of(seat) == before
    assert "Traceback" not in seat.seen


def test_ctrl_d_says_that_nobody_types_any_more(machine: Machine) -> None:
    with terminal(machine, "coach", "--no-audio", "--speed", "2000") as seat:
        assert seat.shows("Before we start")
        seat.types("\x04")
        assert seat.ends() == 0
    assert "Session completed: 10 sets." in seat.seen


@pytest.mark.parametrize(("words", "term"), [(("--plain",), "xterm"), ((), "dumb")])
def test_a_plain_terminal_gets_lines_and_edits_its_own(
    machine: Machine, words: tuple[str, ...], term: str
) -> None:
    with terminal(machine, *COACH, *words, term=term) as seat:
        before = settings_of(seat)
        assert seat.shows("0:00  A word before we begin")
        assert settings_of(seat) == before
        seat.types("stop\r")
        assert seat.shows("Okay, we stop here")
        assert seat.ends() == 0
    assert "Strong Stride" not in seat.seen
    assert "\u2501" not in seat.seen

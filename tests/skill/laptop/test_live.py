"""The live view: what is on, how long still, what is next, and the line that is being typed."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console
from rich.live import Live

from engine.cues import Question
from engine.session.state import Asking, Briefing, Paused, Phase, Preparing, Resting, State, Working
from engine.units import Instant, Ms, Side
from skill.laptop.live import Moving
from skill.laptop.player import Playing
from skill.service.reply import Line, Script
from tests.samples import FIRST, LIBRARY, MONDAY, first_main

MAIN = first_main()
TOTAL = Ms(60_000)
CONTROL = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]")


def _name_of(id: str) -> str:
    found = LIBRARY.named(id)
    assert found is not None
    return found.name


class Glass:
    """A view on a terminal of a hundred columns, of which the newest picture is read."""

    def __init__(self, echoes: bool = False) -> None:
        self.out = io.StringIO()
        console = Console(file=self.out, force_terminal=True, width=100, height=40)
        self.live = Live(console=console, auto_refresh=False)
        self.live.start()
        self.second = 0.0
        self.view = Moving(self.live, _name_of, echoes, lambda: self.second)

    def begins(self, phase: Phase) -> Playing:
        script = Script((), (), TOTAL)
        playing = Playing(State(phase), FIRST, LIBRARY, script, MONDAY)
        self.view.begins(playing)
        return playing

    def picture(self, at: int = 20_000, typing: str = "") -> str:
        self.out.truncate(self.out.seek(0))
        self.second += 1
        self.view.refresh(Instant(MONDAY + at), typing)
        return CONTROL.sub("", self.out.getvalue())


@pytest.fixture
def glass() -> Glass:
    return Glass()


def name(index: int) -> str:
    return _name_of(FIRST.sets[index].exercise)


def test_a_set_shows_its_exercise_its_number_and_what_comes_next(glass: Glass) -> None:
    glass.begins(Working("set:1", MAIN, MONDAY))
    picture = glass.picture()
    assert f"{name(MAIN)}, {FIRST.sets[MAIN].target} reps" in picture
    assert "set 1 of 2" in picture
    assert f"Next: {name(MAIN + 1)}" in picture
    assert "0:40" in picture


def test_a_side_is_shown() -> None:
    sided = next(i for i, one in enumerate(FIRST.sets) if one.side is Side.RIGHT)
    glass = Glass()
    glass.begins(Working("set:1", sided, MONDAY))
    assert "right side" in glass.picture()


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Briefing("b"), "Before we start"),
        (Preparing("l", MAIN), f"Get ready: {name(MAIN)}"),
        (Resting("r", MAIN, MONDAY, Instant(MONDAY + 9_000)), f"next: {name(MAIN)}, set 1 of 2"),
        (Asking("a", Question.EFFORT, Briefing("b")), "A question"),
        (Paused(Working("s", MAIN, MONDAY), MONDAY), "Paused"),
    ],
)
def test_every_phase_has_a_headline(glass: Glass, phase: Phase, words: str) -> None:
    glass.begins(phase)
    assert words in glass.picture()


def test_the_time_to_answer_is_counted_down_after_the_question(glass: Glass) -> None:
    glass.begins(Briefing("b"))
    assert "1:00" in glass.picture(0)
    assert "0:05" in glass.picture(TOTAL + 3_000)


def test_what_was_said_last_stands_in_the_view(glass: Glass) -> None:
    glass.begins(Working("set:1", MAIN, MONDAY))
    glass.view.sounds(Line(Ms(0), Ms(900), "Last three."), MONDAY)
    assert "Last three." in glass.picture()


def test_what_is_being_typed_is_shown_while_time_runs(glass: Glass) -> None:
    glass.begins(Working("set:1", MAIN, MONDAY))
    assert "> pau" in glass.picture(20_000, "pau")
    assert "> pau" in glass.picture(21_000, "pau")


def test_marks_of_the_view_itself_cannot_be_typed(glass: Glass) -> None:
    glass.begins(Working("set:1", MAIN, MONDAY))
    assert "> [red]x[/]" in glass.picture(20_000, "[red]x[/]")


def test_nobody_is_asked_to_type_where_nobody_can() -> None:
    glass = Glass(echoes=True)
    glass.begins(Working("set:1", MAIN, MONDAY))
    assert ">" not in glass.picture()


def test_a_fast_session_is_not_slowed_down_by_its_view(glass: Glass) -> None:
    glass.begins(Working("set:1", MAIN, MONDAY))
    glass.picture()
    before = glass.out.tell()
    for at in range(1_000):
        glass.view.refresh(Instant(MONDAY + at), "")
    assert glass.out.tell() < before * 100

"""The session as lines: one for each thing said, the beats of a count on one, all with the time."""

from __future__ import annotations

import io

import pytest

from engine.cues import Verbosity
from engine.score.model import Mark, MarkKind, Tone, ToneKind
from engine.session.state import Idle, State
from engine.units import Instant, Ms
from skill.laptop.player import Playing
from skill.laptop.view import Plain, clock_face
from skill.service.reply import Line, Script
from tests.samples import FIRST, LIBRARY, MONDAY
from tests.skill.laptop.rehearsal import rehearsed

COUNT = Mark("set:1", MarkKind.SET, Ms(2_000), Ms(9_000))


def line(at: int, text: str) -> Line:
    return Line(Ms(at), Ms(400), text)


def beep(at: int, kind: ToneKind) -> Line:
    return Line(Ms(at), Ms(300), "", Tone(kind))


class Page:
    """A plain view and what is written on it."""

    def __init__(self, echoes: bool = True) -> None:
        self.out, self.err = io.StringIO(), io.StringIO()
        self.view = Plain(self.out, self.err, echoes)

    def begins(self, began: int = 0, *marks: Mark) -> None:
        script = Script((), marks, Ms(60_000))
        at = Instant(MONDAY + began)
        self.view.begins(Playing(State(Idle()), FIRST, LIBRARY, script, at))

    def sounds(self, *lines: Line, began: int = 0) -> None:
        for each in lines:
            self.view.sounds(each, Instant(MONDAY + began + each.at))

    @property
    def lines(self) -> list[str]:
        self.view.close()
        return self.out.getvalue().splitlines()


@pytest.fixture
def page() -> Page:
    page = Page()
    page.begins(0, COUNT)
    return page


def test_a_sentence_is_a_line_with_the_time_since_the_beginning(page: Page) -> None:
    page.sounds(line(0, "Good. Let's go."))
    page.begins(42_500)
    page.sounds(line(0, "Bodyweight squat. Set one of two, ten reps."), began=42_500)
    assert page.lines == [
        "  0:00  Good. Let's go.",
        "  0:42  Bodyweight squat. Set one of two, ten reps.",
    ]


def test_the_beats_of_a_count_share_a_line(page: Page) -> None:
    beats = ("down", "two", "three", "hold", "up", "one")
    page.sounds(*(line(2_000 + 1_000 * i, beat) for i, beat in enumerate(beats)))
    assert page.lines == ["  0:02  down two three hold up one"]


def test_a_beat_is_written_when_it_sounds(page: Page) -> None:
    page.sounds(line(2_000, "down"))
    assert page.out.getvalue() == "  0:02  down"


def test_a_sentence_in_a_count_stands_alone(page: Page) -> None:
    page.sounds(line(2_000, "four"), line(3_000, "five"), line(3_500, "Halfway."))
    page.sounds(line(4_000, "six"))
    assert page.lines == ["  0:02  four five", "  0:03  Halfway.", "  0:04  six"]


def test_a_word_that_belongs_to_no_step_stands_alone(page: Page) -> None:
    page.sounds(line(0, "Goodbye"), line(1_000, "now"))
    assert page.lines == ["  0:00  Goodbye", "  0:01  now"]


def test_tones_are_named(page: Page) -> None:
    page.sounds(line(2_000, "two"), beep(3_000, ToneKind.TICK), beep(4_000, ToneKind.END))
    assert page.lines == ["  0:02  two [tick] [end]"]


def test_a_count_that_is_cut_off_ends_its_line(page: Page) -> None:
    page.sounds(line(2_000, "two"))
    page.begins(3_000)
    page.sounds(line(0, "Paused."), began=3_000)
    assert page.lines == ["  0:02  two", "  0:03  Paused."]


def test_what_comes_from_a_pipe_is_written_too(page: Page) -> None:
    page.sounds(line(2_000, "two"))
    page.view.hears("ten reps", Instant(MONDAY + 2_500))
    assert page.lines == ["  0:02  two", "  0:02  > ten reps"]


def test_what_a_terminal_shows_by_itself_is_not_written_again() -> None:
    page = Page(echoes=False)
    page.begins()
    page.view.hears("ten reps", MONDAY)
    assert page.lines == []


def test_a_warning_goes_elsewhere(page: Page) -> None:
    page.sounds(line(2_000, "two"))
    page.view.warns("The log is at risk.")
    assert page.lines == ["  0:02  two"]
    assert page.err.getvalue() == "The log is at risk.\n"


def test_every_word_of_a_session_is_on_the_page() -> None:
    stage = rehearsed(piped=()).stage
    page = Page()
    for playing in stage.scripts:
        page.view.begins(playing)
        for each in playing.script.lines:
            page.view.sounds(each, Instant(playing.began + each.at))
    words = [each.text for playing in stage.scripts for each in playing.script.lines if each.text]
    assert len(page.lines) < len(words)
    written = " ".join(text[8:] for text in page.lines)
    assert " ".join(words).split() == [word for word in written.split() if word[0] != "["]
    assert stage.scripts[0].state.course.verbosity is Verbosity.FULL


@pytest.mark.parametrize(
    ("ms", "face"), [(0, "0:00"), (59_999, "0:59"), (61_000, "1:01"), (3_661_000, "61:01")]
)
def test_the_clock_face_is_rounded_down(ms: int, face: str) -> None:
    assert clock_face(ms) == face

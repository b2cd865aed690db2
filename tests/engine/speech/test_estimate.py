"""The estimate of a line's length, against the lengths that a real voice took."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.speech.estimate import estimated_ms

MEASURED = {
    "Got it.": 515,
    "eleven": 554,
    "sixteen": 631,
    "Nine reps.": 812,
    "All of it done.": 941,
    "Where does it hurt?": 1054,
    "That all counts.": 1108,
    "One minute less rest.": 1254,
    "I'll count more slowly.": 1327,
    "Fifteen seconds left.": 1484,
    "Sorry, one more time?": 1587,
    "There is no set to change yet.": 1864,
    "Reach your heel to the wall behind.": 1967,
    "Straight on to strength bar deadlifts.": 2242,
    "So, too easy, just right, or too hard?": 3023,
    "All over. Thirty three minutes, fifteen sets.": 3316,
    "That was the session: fourteen sets in twenty seven minutes.": 3729,
    "Next up, one-arm standing chest presses, set two of three.": 4116,
    "Your slow squats are as far up as they go today. More next time.": 4292,
    "Are you done with your bent-knee calf raises? Say done, or how many you did.": 4452,
    "Say a number. Zero is no pain, three is mild, five is bad enough to stop, and ten is the"
    " worst.": 6590,
    "Let's leave barbell romanian deadlifts alone today. We switch to bird dogs. If they hurt as"
    " well, tell me.": 7192,
    "I am Strong Stride, a strength coach for runners. I plan short sessions around your runs,"
    " count with you, and remember what you did.": 8284,
}
"""Milliseconds of the offline voice, of lines that the estimate was not fitted to."""


@pytest.mark.parametrize(("line", "ms"), MEASURED.items())
def test_a_line_is_estimated_within_a_fifth(line: str, ms: int) -> None:
    assert abs(estimated_ms(line) - ms) <= ms / 5


def test_errors_cancel_out_over_many_lines() -> None:
    off = [(estimated_ms(line) - ms) / ms for line, ms in MEASURED.items()]
    assert abs(sum(off) / len(off)) < 0.03


def test_nothing_to_say_takes_no_time() -> None:
    assert estimated_ms("") == 0
    assert estimated_ms(" ... ") == 0


def test_a_pause_inside_a_line_takes_time_and_one_at_its_end_does_not() -> None:
    assert estimated_ms("Stop. Go on") > estimated_ms("Stop, go on") > estimated_ms("Stop go on")
    assert estimated_ms("Stop go on.") == estimated_ms("Stop go on")


@given(st.text(), st.text())
def test_more_words_never_take_less_time(one: str, other: str) -> None:
    assert estimated_ms(f"{one} and {other}") > estimated_ms(one) >= 0

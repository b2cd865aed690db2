"""Worked sets, as golden files that a coach can read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from engine.cues import (
    Amount,
    Ask,
    Count,
    Cue,
    Hold,
    LeadIn,
    Name,
    Priority,
    Question,
    Rest,
    Say,
    Span,
    Verbosity,
    say,
)
from engine.library.model import Tempo
from engine.score.compile import compile_score
from engine.score.model import Score
from engine.score.text import from_text, to_text
from engine.units import seconds
from tests.engine.score.reading import heard, lengths, moments

VOICE = lengths(
    1500, announce=5200, set_up=4800, how_to=6400, rest=1300, ask_effort=3900, last_three=800
)
"""Round lengths near those of an offline voice."""
GOBLET = Name("goblet_squat")
CALF = Name("calf_raise_one")


def goblet_set(number: int) -> Count:
    tempo = Tempo(3, 1, 1, 0)
    return Count(f"set-{number}", "goblet_squat", 8, 1, tempo, ("down", "up"), 100)


def announced(exercise: Name, number: int, of: int, amount: Amount) -> Say:
    return say("announce", exercise=exercise, set=number, of=of, amount=amount)


GOBLET_SQUATS: Sequence[Cue] = (
    LeadIn(
        "lead-1",
        seconds(20),
        (announced(GOBLET, 1, 2, Amount(8, "reps")), say("set_up"), say("how_to", Priority.LOW)),
    ),
    goblet_set(1),
    Rest(
        "rest-1",
        seconds(70),
        seconds(20),
        (
            say("rest", span=Span(seconds(90))),
            say("logged", Priority.LOW, amount=Amount(8, "reps"), exercise=GOBLET),
            say("next_up_set", exercise=GOBLET, set=2, of=2),
        ),
    ),
    LeadIn("lead-2", seconds(20), (say("last_set", amount=Amount(8, "reps")),)),
    goblet_set(2),
    Ask("ask-1", Question.EFFORT, (say("ask_effort", exercise=GOBLET),)),
)


def calf_side(side: str) -> Count:
    tempo = Tempo(2, 0, 1, 1, lift_first=True)
    return Count(f"set-{side}", "calf_raise_one", 10, 1, tempo, ("down", "up"), 100)


CALF_RAISES: Sequence[Cue] = (
    LeadIn("lead-left", seconds(12), (announced(CALF, 1, 1, Amount(10, "reps")),)),
    calf_side("left"),
    LeadIn("switch", seconds(5), (say("switch_sides", side="right"),)),
    calf_side("right"),
)
PLANK: Sequence[Cue] = (
    LeadIn("lead", seconds(10), (announced(Name("forearm_plank"), 1, 1, Amount(45, "seconds")),)),
    Hold("hold", "forearm_plank", seconds(45)),
)
HOPS: Sequence[Cue] = (
    LeadIn("lead", seconds(8), (announced(Name("pogo_hop"), 1, 1, Amount(20, "contacts")),)),
    Count("set", "pogo_hop", 20, 1, None, ("down", "up"), 100),
)
WORKED: dict[str, tuple[Sequence[Cue], Verbosity]] = {
    "goblet_squat": (GOBLET_SQUATS, Verbosity.FULL),
    "goblet_squat_tones": (GOBLET_SQUATS, Verbosity.TONES),
    "calf_raise_each_side": (CALF_RAISES, Verbosity.FULL),
    "plank": (PLANK, Verbosity.FULL),
    "plank_tones": (PLANK, Verbosity.TONES),
    "hops": (HOPS, Verbosity.FULL),
}


@pytest.mark.parametrize("name", WORKED)
def test_a_worked_set_sounds_as_written(name: str, is_golden: Callable[[Score, str], None]) -> None:
    cues, verbosity = WORKED[name]
    score = compile_score(cues, VOICE, verbosity)
    is_golden(score, name)
    assert from_text(to_text(score)) == score


def test_goblet_squats_keep_the_moments_of_the_worked_timeline() -> None:
    """Counted from the first set's start; the rest begins when "eight" has been said."""
    score = compile_score(GOBLET_SQUATS, VOICE)
    go, eight = 20_000, 400
    told = {at - go: what for at, what in heard(score)}
    assert [told[at] for at in (-20_000, -3000, -2000, -1000)] == ["announce", "3", "2", "1"]
    assert [told[at] for at in range(0, 5000, 1000)] == ["down", "2", "3", "hold", "up"]
    assert [told[rep * 5000] for rep in range(1, 9)] == list("12345678")
    assert moments(score, "rest_halfway") == [go + 40_000 + eight + 45_000]
    assert [told[at + eight] for at in (127_000, 128_000, 129_000)] == ["3", "2", "1"]
    second = next(mark for mark in score.marks if mark.step == "set-2")
    assert second.start == go + 40_000 + eight + 90_000

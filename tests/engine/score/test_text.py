"""Scores as text: what a line says, and that it reads back as what it was."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cues import (
    Amount,
    Day,
    Days,
    Distance,
    Name,
    Names,
    Priority,
    Remaining,
    Say,
    Span,
    Term,
    say,
)
from engine.score.model import TONE_MS, Mark, MarkKind, Placed, Score, Sound, Tone, ToneKind
from engine.score.text import ScoreTextError, from_text, to_text
from engine.units import Basis, Load, Ms, Unit

IDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["squat", "left", "remaining", "60s", "3", '"', "a b", "x,y"]
)
DATES = st.dates(date(1000, 1, 1)).map(date.isoformat)
TERMS: st.SearchStrategy[Term] = st.one_of(
    st.integers(0, 10**7).map(lambda ms: Span(Ms(ms))),
    st.just(Remaining()),
    IDS.map(Name),
    st.lists(IDS, max_size=3).map(lambda ids: Names(tuple(ids))),
    st.builds(Amount, st.integers(-5, 500), IDS),
    st.builds(Day, DATES, DATES),
    st.builds(Days, st.lists(DATES, max_size=4).map(tuple), DATES),
    st.builds(Distance, st.integers(0, 50_000), st.sampled_from(("km", "mi"))),
    st.builds(Load, st.integers(-(10**5), 10**5), st.sampled_from(Unit), st.sampled_from(Basis)),
    st.integers(-100, 1000),
    IDS,
)
SAYS = st.builds(
    Say,
    st.sampled_from(["rest", "announce", "number"]),
    st.dictionaries(st.sampled_from(["n", "side", "exercise"]), TERMS).map(
        lambda args: tuple(sorted(args.items(), key=lambda item: item[0]))
    ),
    st.integers(0, 99),
    st.sampled_from(Priority),
)
SOUNDS: st.SearchStrategy[Sound] = SAYS | st.builds(Tone, st.sampled_from(ToneKind))
STEPS = st.sampled_from(["", "7", "12.rest", "main/3-left"]) | IDS


@st.composite
def scores(draw: st.DrawFn) -> Score:
    """Scores of any sounds and marks, not only those that cues can make."""
    gaps = st.integers(0, 70_000)
    sounds = draw(st.lists(st.tuples(gaps, gaps, SOUNDS), max_size=6))
    steps = draw(st.lists(st.tuples(gaps, gaps, STEPS, st.sampled_from(MarkKind)), max_size=6))
    ends = list(accumulate(gap + length for gap, length, _ in sounds))
    mark_ends = list(accumulate(gap + length for gap, length, _, _ in steps))
    return Score(
        tuple(
            Placed(Ms(end - length), Ms(length), sound)
            for end, (_, length, sound) in zip(ends, sounds, strict=True)
        ),
        tuple(
            Mark(step, kind, Ms(end - length), Ms(end))
            for end, (_, length, step, kind) in zip(mark_ends, steps, strict=True)
        ),
        Ms(max([0, *ends, *mark_ends]) + draw(gaps)),
    )


@given(scores())
def test_a_written_score_reads_back_as_it_was(score: Score) -> None:
    assert from_text(to_text(score)) == score


@given(scores())
def test_every_sound_and_mark_has_one_line(score: Score) -> None:
    lines = to_text(score).split("\n")
    assert len(lines) == len(score.placed) + len(score.marks) + 2
    assert lines[-1] == ""


REST = Say("rest", (("span", Span(Ms(90_000))),), 2)
WEIGHED = say("announce", Priority.KEEP, load=Load.of(12.5, Unit.LB, Basis.PER_HAND), side="left")
EXAMPLE = Score(
    (
        Placed(Ms(0), Ms(1200), REST),
        Placed(Ms(61_050), Ms(60), Tone(ToneKind.TICK)),
        Placed(Ms(600_000), Ms(12_345), WEIGHED),
    ),
    (
        Mark("7.rest", MarkKind.REST, Ms(0), Ms(61_000)),
        Mark("", MarkKind.SET, Ms(61_000), Ms(61_110)),
    ),
    Ms(700_000),
)


def test_a_coach_can_read_the_lines() -> None:
    assert to_text(EXAMPLE).splitlines() == [
        "0:00.000  61.000  rest 7.rest",
        "0:00.000   1.200  say rest span=90s ~2",
        '1:01.000   0.110  set ""',
        "1:01.050   0.060  tone tick",
        "10:00.000  12.345  say announce load=12.5lb/per_hand side=left !keep",
        "11:40.000          end",
    ]


def test_the_wording_can_stand_in_for_the_phrases() -> None:
    lines = to_text(EXAMPLE, lambda said: f"<{said.phrase}>").splitlines()
    assert lines[1] == "0:00.000   1.200  say: <rest>"
    assert lines[3] == "1:01.050   0.060  tone tick"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "rest",
        "0:00.000   1.200  say",
        "0:00.000   1.200  say rest span=90q",
        "0:00.000   1.200  say rest !loud",
        "0:00.000   1.200  say: Rest.",
        "0:00.000   0.060  tone gong",
        "0:00.000   1.000  nap 7",
        '0:00.000   1.000  rest "7',
        "0:0.5   1.000  rest 7",
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(ScoreTextError, match="line 2 of the score"):
        from_text(f"0:00.000   0.060  tone tick\n{line}\n0:02.000          end\n")


@pytest.mark.parametrize("kind", list(ToneKind))
def test_every_tone_has_a_length(kind: ToneKind) -> None:
    assert 0 < TONE_MS[kind] < 1000

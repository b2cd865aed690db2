"""SSML: every word in its order, every silence to the millisecond, nothing that Alexa refuses."""

from __future__ import annotations

import re

import pytest

from engine.score.model import Mark, MarkKind, Tone, ToneKind
from engine.units import MINUTE, Ms
from skill.players.ssml import AIRTIME, MOST_CHARACTERS, fits, ssml, ssml_of
from skill.service.reply import Line, Script


def script(*lines: Line, total: int | None = None, asks: bool = False) -> Script:
    end = lines[-1].end if total is None else Ms(total)
    marks = (Mark("ask:1", MarkKind.ASK, lines[-1].at, end),) if asks else ()
    return Script(lines, marks, end)


def line(at: int, length: int, text: str) -> Line:
    return Line(Ms(at), Ms(length), text)


def tone(at: int, length: int) -> Line:
    return Line(Ms(at), Ms(length), "", Tone(ToneKind.END))


def silence(text: str) -> int:
    return sum(int(ms) for ms in re.findall(r'<break time="(\d+)ms"/>', text))


def test_the_silence_between_two_lines_is_what_the_score_leaves() -> None:
    spoken = ssml(script(line(0, 400, "three"), line(1000, 400, "two")))
    assert spoken == '<speak>three<break time="600ms"/>two</speak>'


def test_a_silence_before_the_first_word_is_kept() -> None:
    assert ssml(script(line(700, 400, "go"))) == '<speak><break time="700ms"/>go</speak>'


@pytest.mark.parametrize(
    ("gap", "breaks"),
    [
        (10_000, [10_000]),
        (10_001, [10_000, 1]),
        (25_500, [10_000, 10_000, 5_500]),
        (40_000, [10_000, 10_000, 10_000, 10_000]),
    ],
)
def test_a_long_silence_is_a_chain_of_breaks_of_ten_seconds_at_most(
    gap: int, breaks: list[int]
) -> None:
    spoken = ssml(script(line(0, 500, "rest"), line(500 + gap, 400, "three")))
    assert [int(ms) for ms in re.findall(r"(\d+)ms", spoken)] == breaks


def test_lines_without_a_silence_between_them_do_not_run_together() -> None:
    assert ssml(script(line(0, 400, "three"), line(400, 400, "two"))) == "<speak>three two</speak>"


def test_a_tone_is_a_silence_of_its_length() -> None:
    spoken = ssml(script(line(0, 400, "one"), tone(1000, 300), line(1550, 900, "Well done.")))
    assert spoken == '<speak>one<break time="1150ms"/>Well done.</speak>'


def test_tones_alone_are_silence_of_the_whole_length() -> None:
    spoken = ssml(script(*(tone(1000 * n, 60) for n in range(12)), total=12_000))
    assert silence(spoken) == 12_000
    assert spoken == '<speak><break time="10000ms"/><break time="2000ms"/></speak>'


def test_the_rest_that_follows_the_last_word_is_kept() -> None:
    spoken = ssml(script(line(0, 2000, "Thirty seconds."), total=30_000))
    assert silence(spoken) == 28_000
    assert spoken.endswith("/></speak>")


def test_nothing_follows_a_question() -> None:
    spoken = ssml(script(line(0, 900, "Ready?"), total=3_000, asks=True))
    assert spoken == "<speak>Ready?</speak>"


def test_an_empty_script_is_empty() -> None:
    assert ssml(Script()) == "<speak></speak>"


def test_words_cannot_break_the_mark_up() -> None:
    assert ssml_of("a & b < c > d") == "<speak>a &amp; b &lt; c &gt; d</speak>"
    assert ssml(script(line(0, 9, "</speak>"))) == "<speak>&lt;/speak&gt;</speak>"


def test_characters_that_xml_does_not_know_are_left_out() -> None:
    assert ssml_of("a\x00b\x1bc\ud800d\ufffee") == "<speak>abcde</speak>"


def test_other_scripts_and_signs_stay() -> None:
    assert ssml_of("Achillessehne – „ä“ 🏃") == "<speak>Achillessehne – „ä“ 🏃</speak>"


def test_an_answer_holds_four_minutes() -> None:
    assert AIRTIME.longest == 4 * MINUTE


def test_an_answer_fits_up_to_its_last_character_and_no_further() -> None:
    bare = len("<speak></speak>")
    assert fits(script(line(0, 1, "a" * (MOST_CHARACTERS - bare))))
    assert not fits(script(line(0, 1, "a" * (MOST_CHARACTERS - bare + 1))))


def test_mark_up_counts_as_characters() -> None:
    counted = script(*(line(1000 * n, 400, "five") for n in range(400)))
    assert len(" ".join("five" for _ in range(400))) < MOST_CHARACTERS
    assert not fits(counted)

"""What the coach says in English: fit to be heard, varied, and complete where safety wants it."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import combinations

import pytest
from fluent.runtime import FluentResource

from engine.cues import Priority, Say, Verbosity, say
from engine.speech.estimate import estimated_ms
from engine.speech.phrases import PHRASES
from engine.speech.texts import texts_of
from engine.speech.wording import embedded_wording
from tests.engine.speech.samples import ARGUMENTS, says

WORDING = embedded_wording()
SOURCE = (files("engine.speech") / "data" / "en.ftl").read_text("utf-8")
TEXTS = [text for text in texts_of(FluentResource(SOURCE)) if text.message in PHRASES]
COUNTS = ("number", "phase")
"""Single words, which are no sentences."""

SPEAKABLE = re.compile(r"[A-Za-z]+(?:[,.?!:]? [A-Za-z]+|['-][A-Za-z]+)*[.?!]?")
FOR_EYES = re.compile(
    r"(?<!cannot )\b(?:see|look|watch|read|screen|tap|click|press)\b", re.IGNORECASE
)

OFTEN = """
    brief ask_ready begin warm_up cool_down move announce announce_again announce_same last_set
    choose_load get_ready switch_sides rest change logged next_up next_up_set praise
    ask_reps ask_done ask_effort ask_effort_round ask_pain_level effort_noted effort_easy_noted
    unknown unknown_working unknown_idle resumed paused ask_again_reps ask_again_effort
    ask_again_pain_place ask_again_pain_level ask_again_yes_no more_rest said corrected summary
"""

UNSAID_IN_BRIEF = {"change", "praise", "rest_halfway"}
UNSAID_IN_TONES = UNSAID_IN_BRIEF | {
    "halfway",
    "hold_halfway",
    "hold_left",
    "last_three",
    "number",
    "phase",
}

SAFETY = {
    "first_use": "plan|count|not a doctor|cannot see you|health condition|pregnant"
    "|told to limit exercise|unsure|health professional first|stop at any time|ready",
    "safety_note": "hurt|stop|tell me",
    "emergency": "stop|sit down|serious|local emergency number|someone near you"
    "|I cannot make the call for you",
    "dizzy": "stop|sit or lie down|breathe slowly|sips of water|few minutes|chest|faint"
    "|medical help",
    "winded": "rest|sentence",
    "pain_small": "smaller|slow|tell me",
    "pain_swap": "leave|switch",
    "pain_drop": "leave",
    "pain_region": "stop now|no more work|today|severe|swollen|normal|checked",
    "pain_bone": "bone problem|do not jump or run|health professional|checked",
    "pain_end": "end the session",
    "ill": "do not train|rest|fever",
    "pregnancy_sign": "stop now|maternity",
    "clearance_needed": "before we train|health professional|cleared|tell me",
    "medical": "health professional",
    "screening_yes": "health professional|before we start|cleared|tell me",
    "screening_more": "health professional|before we start",
    "because_clearance_first": "health professional|tell me: my doctor says I can train",
    "guardian": "parent|guardian|coach",
    "too_young": "thirteen",
    "set_pain_severe": "check|until",
}
"""What each of the safety texts must hold, in every way of saying it."""


def every_line() -> list[tuple[str, Verbosity, str]]:
    return [
        (phrase, verbosity, WORDING.words(said, verbosity))
        for phrase in PHRASES
        for verbosity in Verbosity
        for variant in range(WORDING.variants(phrase, verbosity))
        for said in says(phrase, variant)
    ]


LINES = every_line()


def test_every_phrase_of_the_contract_is_sampled() -> None:
    assert ARGUMENTS.keys() == PHRASES.keys()
    assert {name: tuple(a.name for a in given) for name, given in ARGUMENTS.items()} == PHRASES


def test_every_line_is_words_that_a_voice_can_say() -> None:
    assert [line for *_, line in LINES if line and not SPEAKABLE.fullmatch(line)] == []


def test_sentences_begin_large_and_end_with_a_mark_and_counts_do_neither() -> None:
    for phrase, _, line in LINES:
        if line and phrase in COUNTS:
            assert line == line.lower()
            assert line[-1].isalpha()
        elif line:
            assert line[0].isupper(), line
            assert line[-1] in ".?!", line


def test_nothing_sends_the_athlete_to_a_screen() -> None:
    assert [line for *_, line in LINES if FOR_EYES.search(line)] == []


def test_exactly_these_phrases_give_way_to_fewer_words_and_to_ticks() -> None:
    unsaid = {
        verbosity: {phrase for phrase, level, line in LINES if level is verbosity and not line}
        for verbosity in Verbosity
    }
    assert unsaid[Verbosity.FULL] == set()
    assert unsaid[Verbosity.BRIEF] == UNSAID_IN_BRIEF
    assert unsaid[Verbosity.TONES] == UNSAID_IN_TONES


def test_fewer_words_are_never_more_words() -> None:
    for phrase in PHRASES:
        for said in says(phrase):
            ways = range(WORDING.variants(phrase))
            full = max(len(WORDING.words(Say(phrase, said.args, way))) for way in ways)
            assert len(WORDING.words(said, Verbosity.BRIEF)) <= full
            tones = len(WORDING.words(said, Verbosity.TONES))
            assert tones <= len(WORDING.words(said, Verbosity.BRIEF))


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_two_ways_of_saying_a_phrase_are_alike(phrase: str) -> None:
    for verbosity in Verbosity:
        ways = range(WORDING.variants(phrase, verbosity))
        lines = [WORDING.words(list(says(phrase, way))[2], verbosity) for way in ways]
        assert all(one != other for one, other in combinations(lines, 2))


@pytest.mark.parametrize("phrase", OFTEN.split())
def test_what_is_said_often_has_at_least_three_ways(phrase: str) -> None:
    assert WORDING.variants(phrase) >= 3


def test_an_argument_is_used_in_a_form_that_its_kind_has() -> None:
    kinds = {"many": {"Name"}, "count": {"int", "Amount"}}
    for text in TEXTS:
        given = {argument.name: argument for argument in ARGUMENTS[text.message]}
        for name in text.uses:
            argument, _, form = name.removeprefix("and-").partition("-")
            assert not form or given[argument].kind in kinds[form], text.key


def test_an_argument_that_may_be_absent_is_only_ever_added_after_a_comma() -> None:
    for text in TEXTS:
        bare = {argument.name for argument in ARGUMENTS[text.message] if argument.optional}
        assert not bare & text.uses, text.key


def test_an_absent_argument_leaves_no_trace() -> None:
    given, without = list(says("announce"))[2:]
    assert WORDING.words(given) == (
        "Goblet squat. Set twenty one of twenty one, twelve sets, left side, "
        "twelve and a half pounds in each hand."
    )
    assert WORDING.words(without) == "Goblet squat. Set twenty one of twenty one, twelve sets."


@pytest.mark.parametrize("phrase", SAFETY)
def test_safety_words_are_complete_in_every_way_and_verbosity(phrase: str) -> None:
    for line in (line for name, _, line in LINES if name == phrase):
        missing = [part for part in SAFETY[phrase].split("|") if part.lower() not in line.lower()]
        assert not missing, line


def test_no_one_is_told_that_help_was_called() -> None:
    claims = re.compile(r"\bI(?:'ve| have|'ll| will)? (?:call|called|am calling)\b")
    assert [line for *_, line in LINES if claims.search(line)] == []


def test_help_names_three_things_to_say_in_every_state() -> None:
    for phrase in (name for name in PHRASES if name.startswith("help_")):
        line = WORDING.words(say(phrase))
        assert len(re.findall(r",|\bor\b|\.(?= )", line)) >= 2, line


def test_whoever_was_not_understood_is_asked_again() -> None:
    for phrase in ("unknown", "unknown_working", "unknown_idle"):
        for line in (line for name, _, line in LINES if name == phrase):
            assert re.search(r"again|more|\bsay\b|\?", line, re.IGNORECASE), line


def test_only_the_first_use_words_take_longer_than_twelve_seconds() -> None:
    assert {name for name, _, line in LINES if estimated_ms(line) > 12_000} == {"first_use"}
    assert max(estimated_ms(line) for *_, line in LINES) < 24_000


def test_kept_words_are_said_in_every_verbosity_but_the_count_is_left_to_ticks() -> None:
    for phrase in UNSAID_IN_TONES:
        for said in says(phrase):
            kept = Say(said.phrase, said.args, said.variant, Priority.KEEP)
            ticked = phrase in COUNTS
            assert bool(WORDING.words(kept, Verbosity.TONES)) is not ticked
            assert WORDING.words(kept, Verbosity.BRIEF)

"""What a typed or heard sentence becomes: the sentences of tests/language, and any other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from unicode_rbnf import RbnfEngine

from engine.errors import CoachError
from engine.session.commands import (
    COMMANDS,
    Command,
    Correct,
    Done,
    MoreRest,
    Pain,
    Pause,
    Stop,
    Unknown,
    Unwell,
)
from engine.session.slots import SlotValue, command_of, slots_of
from interaction_models.expand import samples_of
from skill.laptop.matching import Phrases
from skill.laptop.sentences import sentences_of
from skill.laptop.understand import LONGEST, Understood, gathered, understand

STATES = (
    "idle",
    "briefing",
    "preparing",
    "working",
    "resting",
    "asking",
    "asking:reps",
    "asking:effort",
    "asking:pain_place",
    "asking:pain_level",
    "asking:yes_no",
    "asking:profile",
    "paused",
    "finished",
)
NOT_UNDERSTOOD = Understood(Unknown(), 0.0)


@dataclass(frozen=True)
class Row:
    """One line of a language file."""

    sentence: str
    state: str
    command: str
    slots: dict[str, SlotValue]
    confidence: float | None

    def __str__(self) -> str:
        return f"{self.sentence} ({self.state})"


def rows() -> Iterator[Row]:
    folder = Path(__file__).parents[2] / "language" / "en"
    for file in sorted(folder.glob("*.yaml")):
        for row in yaml.safe_load(file.read_text("utf-8")):
            yield Row(
                sentence=row["sentence"],
                state=row.get("state", "idle"),
                command=row["command"],
                slots=row.get("slots", {}),
                confidence=row.get("confidence"),
            )


ROWS = list(rows())


@pytest.fixture(scope="module", autouse=True)
def sentences_read() -> None:
    """Once before all tests: reading takes longer than an example of a property may."""
    sentences_of("en")


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_sentence_is_understood_as_its_row_says(row: Row) -> None:
    heard = understand(row.sentence, row.state)
    assert (heard.command.name(), slots_of(heard.command)) == (row.command, row.slots)
    if row.confidence is not None:
        assert heard.confidence == row.confidence


def test_every_command_has_a_row() -> None:
    assert {row.command for row in ROWS} == set(COMMANDS)


def test_every_row_is_about_a_known_state() -> None:
    assert {row.state for row in ROWS} <= set(STATES)


# Every template


def written_out(command: str) -> Iterator[tuple[str, str, Command]]:
    """Each sentence of a command's templates with values in its slots: text, state, command."""
    intents = sentences_of("en").templates.intents
    for block in intents.intents[command].data:
        needed = block.requires_context.get("state", "working")
        state = needed if isinstance(needed, str) else needed[-1]
        samples = (
            sample
            for template in block.sentences
            for sample in samples_of(template, intents.expansion_rules)
        )
        for count, sample in enumerate(samples):
            text, slots = sample, dict(block.slots)
            for place, (of_list, slot) in enumerate(re.findall(r"\{(\w+):(\w+)\}", sample)):
                listed = intents.slot_lists[of_list]
                assert isinstance(listed, Phrases)
                # Prime strides visit far-off values of a list instead of neighbours.
                spoken = list(listed.meant)[(count * 7919 + place * 4099) % len(listed.meant)]
                text = text.replace(f"{{{of_list}:{slot}}}", spoken)
                slots[slot] = listed.meant[spoken]
            if len(text) <= LONGEST:
                yield text, state, command_of(command, gathered(slots))


SORE_MUSCLES = re.compile(r"my (legs|thighs|quads|glutes) are ((really|so) )?sore")


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"unknown"}))
def test_every_template_is_understood_as_its_own_command(command: str) -> None:
    for text, state, meant in written_out(command):
        # Of all places that can be sore these are no pain, but what training does to muscles.
        if not SORE_MUSCLES.fullmatch(text):
            assert (text, understand(text, state)) == (text, Understood(meant, 1.0))


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("my chest hurts", Unwell),
        ("I feel dizzy", Unwell),
        ("I can't breathe", Unwell),
        ("that hurts", Pain),
        ("my left knee hurts", Pain),
        ("stop", Stop),
        ("hold on", Pause),
    ],
)
def test_safety_words_are_understood_in_every_state(
    text: str, meant: type[Command], state: str
) -> None:
    assert isinstance(understand(text, state).command, meant)


# Numbers


def spelled(number: int) -> str:
    return RbnfEngine.for_language("en").format_number(number).text


@given(
    st.integers(0, 200),
    st.sampled_from([s for s in STATES if s not in ("asking:pain_level", "asking:profile")]),
)
def test_digits_and_number_words_are_the_same_reps(number: int, state: str) -> None:
    for said in (str(number), spelled(number), spelled(number).replace("-", " ")):
        assert understand(said, state) == Understood(Done(reps=number), 1.0)
        assert understand(f"no I meant {said}", state).command == Correct(reps=number)


@given(st.integers(2, 300))
def test_digits_and_number_words_are_the_same_seconds(number: int) -> None:
    for said in (str(number), spelled(number)):
        assert understand(f"held {said} seconds", "working").command == Done(seconds=number)
        assert understand(f"another {said} seconds", "resting").command == MoreRest(seconds=number)


@given(st.integers(1, 150))
def test_a_half_is_said_in_three_ways(whole: int) -> None:
    for said in (f"{whole}.5", f"{spelled(whole)} and a half", f"{whole} point five"):
        heard = understand(f"ten at {said} kilos", "resting")
        assert slots_of(heard.command) == {"reps": 10, "load": whole + 0.5, "unit": "kg"}


@given(st.integers(0, 10))
def test_a_bare_number_is_a_level_where_the_level_was_asked(level: int) -> None:
    for said in (str(level), spelled(level)):
        assert understand(said, "asking:pain_level").command == Pain(level=level)


@given(st.integers(201, 10**9))
@example(999)
def test_a_number_of_reps_beyond_reason_is_not_understood(number: int) -> None:
    assert understand(f"{number} reps", "working") == NOT_UNDERSTOOD


# Any text


@given(st.text(max_size=300), st.sampled_from([*STATES, "", "no such state"]))
def test_no_text_raises(text: str, state: str) -> None:
    heard = understand(text, state)
    assert isinstance(heard.command, Unknown) == (heard.confidence == 0.0)


VOCABULARY = sorted({word for row in ROWS for word in row.sentence.split()})


@given(st.lists(st.sampled_from(VOCABULARY), max_size=15), st.sampled_from(STATES))
def test_no_mixture_of_known_words_raises(words: list[str], state: str) -> None:
    heard = understand(" ".join(words), state)
    assert 0.0 <= heard.confidence <= 1.0


@given(st.text(alphabet="абвгдежзийклмнопрстуф 漢字かな", max_size=60))
def test_text_in_other_letters_is_not_understood(text: str) -> None:
    assert understand(text, "working") == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    "text",
    ["stop " * 2_000, "x" * 10_000, "\x00\x07\x1b" * 50, "\ud800", "😀" * 100, "{count:reps}", " "],
    ids=["long", "one word", "control", "surrogate", "emoji", "template", "space"],
)
def test_garbage_is_not_understood(text: str) -> None:
    assert understand(text, "working") == NOT_UNDERSTOOD


@given(
    st.sampled_from([row for row in ROWS if row.command != "unknown"]),
    st.sampled_from(["{}", " {}  ", "{}.", "“{}”", "\t{}\n", "{} 💪"]),
    st.booleans(),
)
def test_case_marks_and_spaces_change_nothing(row: Row, frame: str, loud: bool) -> None:
    sentence = frame.format(row.sentence.replace("'", "’"))
    again = understand(sentence.upper() if loud else sentence, row.state)
    assert again == understand(row.sentence, row.state)


# Doubt


def test_what_is_left_out_lowers_the_confidence() -> None:
    plain, filled, hedged = (
        understand(text, "asking:reps") for text in ("ten", "um, ten please", "I think ten")
    )
    assert plain.command == filled.command == hedged.command == Done(reps=10)
    assert plain.confidence > filled.confidence > hedged.confidence > 0


def test_a_polite_opening_does_not_make_a_set_of_a_number() -> None:
    assert understand("can you pause", "working").command == Pause()
    assert understand("I need ten", "resting") == NOT_UNDERSTOOD


def test_praise_for_the_coach_to_say_is_no_report() -> None:
    assert understand("well done", "working") == NOT_UNDERSTOOD


# Languages


@pytest.mark.parametrize("locale", ["en-US", "en-GB", "en_AU", "en"])
def test_every_kind_of_english_is_english(locale: str) -> None:
    assert understand("stop", locale=locale).command == Stop()


@pytest.mark.parametrize("locale", ["fr-FR", "", "../en", "xx"])
def test_a_language_without_sentences_is_named_with_those_there_are(locale: str) -> None:
    with pytest.raises(CoachError, match="only in: en"):
        understand("stop", locale=locale)

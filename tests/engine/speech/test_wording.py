"""How a phrase becomes a line: its ways in turn, the library's own texts, what is left unsaid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cues import Amount, Name, Priority, Say, Term, Verbosity, say
from engine.library.load import embedded_library
from engine.speech.phrases import LIBRARY_TEXTS, PHRASES
from engine.speech.wording import Wording, embedded_wording
from engine.units import Load

LIBRARY = embedded_library()
WORDING = embedded_wording()
BRIEF, TONES = Verbosity.BRIEF, Verbosity.TONES
SQUAT = LIBRARY.exercises["goblet_squat"]


def about(phrase: str, id: str, variant: int = 0, priority: Priority = Priority.NORMAL) -> Say:
    return Say(phrase, (("exercise", Name(id)),), variant, priority)


def test_the_ways_of_a_phrase_come_in_turn_and_begin_again() -> None:
    ways = WORDING.variants("begin")
    lines = [WORDING.words(Say("begin", (), variant)) for variant in range(2 * ways)]
    assert lines[ways:] == lines[:ways]
    assert len(set(lines)) == ways > 1


@given(st.integers(), st.sampled_from(sorted(PHRASES)), st.sampled_from(Verbosity))
def test_any_variant_of_any_phrase_without_any_argument_is_answered(
    variant: int, phrase: str, verbosity: Verbosity
) -> None:
    line = WORDING.words(Say(phrase, (), variant), verbosity)
    assert "{" not in line
    assert line == WORDING.words(Say(phrase, (), variant), verbosity)


def test_what_is_no_phrase_is_left_unsaid() -> None:
    assert WORDING.words(say("no_such_phrase")) == ""
    assert WORDING.variants("no_such_phrase") == 0


def test_an_exercise_with_a_single_set_is_not_counted_one_of_one() -> None:
    args: dict[str, Term] = {"exercise": Name("push_up"), "set": 1, "amount": Amount(8, "reps")}
    assert WORDING.words(say("announce", of=1, **args)) == "Push-up. One set, eight reps."
    assert WORDING.words(say("announce", of=2, **args)) == "Push-up. Set one of two, eight reps."


def test_each_sentence_of_a_line_begins_with_a_capital() -> None:
    said = Say("announce_again", (("exercise", Name("push_up")),), 2)
    assert WORDING.words(said).startswith("Push-ups once more. Set ")


def test_counts_have_neither_capital_nor_full_stop() -> None:
    assert WORDING.words(say("number", n=8)) == "eight"
    assert WORDING.words(say("phase", word="down")) == "down"


def test_explanations_are_the_librarys_own_and_whole() -> None:
    assert WORDING.words(about("set_up", SQUAT.id)) == SQUAT.set_up
    assert WORDING.words(about("how_to", SQUAT.id, variant=5)) == " ".join(SQUAT.how_to)
    march = LIBRARY.moves["march"]
    assert WORDING.words(about("move_how_to", "march")) == " ".join(march.how_to)


@pytest.mark.parametrize(
    ("phrase", "texts"), [("form_cue", SQUAT.cues), ("caution", SQUAT.cautions)]
)
def test_cues_and_cautions_take_turns(phrase: str, texts: tuple[str, ...]) -> None:
    lines = [WORDING.words(about(phrase, SQUAT.id, variant)) for variant in range(len(texts))]
    assert lines == list(texts)
    assert WORDING.words(about(phrase, SQUAT.id, len(texts))) == texts[0]


@pytest.mark.parametrize("phrase", sorted(LIBRARY_TEXTS))
def test_the_librarys_texts_are_said_of_everything_that_has_them(phrase: str) -> None:
    for id in LIBRARY.exercises:
        assert WORDING.words(about(phrase, id))
    for id in ("no_such_thing", "squat"):
        assert WORDING.words(about(phrase, id)) == ""
    for id in LIBRARY.moves:
        has_none = phrase in ("set_up", "caution")
        assert bool(WORDING.words(about(phrase, id))) is not has_none
    assert WORDING.words(say(phrase)) == ""


def test_a_cue_that_nobody_asked_for_is_for_full_words_only() -> None:
    unasked = about("form_cue", SQUAT.id, priority=Priority.LOW)
    assert WORDING.words(unasked) == SQUAT.cues[0]
    assert WORDING.words(unasked, BRIEF) == ""
    assert WORDING.words(unasked, TONES) == ""
    assert WORDING.words(about("how_to", SQUAT.id), TONES) == " ".join(SQUAT.how_to)


def test_fewer_words_and_ticks() -> None:
    args: dict[str, Term] = {"set": 2, "of": 3, "amount": Amount(8, "reps"), "load": Load.of(12)}
    announced = say("announce_same", **args)
    assert WORDING.words(announced) == "Set two of three, eight reps, twelve kilos."
    assert WORDING.words(announced, BRIEF) == "Set two, eight reps, twelve kilos."
    assert WORDING.words(announced, TONES) == "Set two, eight reps, twelve kilos."
    assert WORDING.words(say("number", n=3), BRIEF) == "three"
    assert WORDING.words(say("number", n=3), TONES) == ""
    assert WORDING.words(say("praise"), BRIEF) == ""


def test_a_locale_falls_back_on_its_language() -> None:
    assert Wording(LIBRARY, "en-GB").words(say("get_ready")) == "Get ready."
    assert Wording(LIBRARY, "en_US").words(say("get_ready")) == "Get ready."

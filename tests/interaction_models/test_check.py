"""The checks: the files as they are have no fault, and each kind of fault is found and named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hassil.parse_expression import parse_sentence

from engine.errors import Fault
from engine.library.load import embedded_library
from interaction_models.build import Intent, Slot, model_of, write
from interaction_models.check import check, model_faults, source_faults
from interaction_models.lists import Value
from interaction_models.source import Block, Source, read

SOURCE = read("en-US", embedded_library())
MODEL = model_of(SOURCE)


def block(command: str, *templates: str, fixed: dict[str, str] | None = None) -> Block:
    sentences = tuple(parse_sentence(template, keep_text=True) for template in templates)
    return Block(command, sentences, fixed or {}, alexa=True)


def with_block(added: Block) -> Source:
    return replace(SOURCE, blocks=(*SOURCE.blocks, added))


def problems(faults: Iterator[Fault]) -> str:
    return "\n".join(str(fault) for fault in faults)


def test_the_sentences_and_the_models_have_no_fault() -> None:
    assert [str(fault) for fault in check()] == []


def test_a_stale_model_is_told_with_its_mend(tmp_path: Path) -> None:
    (file,) = write(tmp_path)
    assert check(tmp_path) == []
    file.write_text(file.read_text("utf-8").replace("never mind", "no matter what"), "utf-8")
    (fault,) = check(tmp_path)
    assert (
        str(fault) == "alexa/en-US.json: file: is not what is built now, try `stride models build`"
    )


def test_a_missing_model_is_told(tmp_path: Path) -> None:
    assert len(check(tmp_path)) == 1


@pytest.mark.parametrize(
    ("added", "problem"),
    [
        (block("done", "did [{count:reps}]"), "where it may be dropped"),
        (block("done", "did ({count:reps}|it)"), "where it may be dropped"),
        (block("skip", "skip {animal:animal}"), "uses the unknown list animal"),
        (block("dance", "let's dance"), "dance: is no command"),
        (block("done", "ten {felt:effort}", fixed={"reps": "10"}), "has a slot beside fixed ones"),
        (block("failed", "failed with {unit:unit}"), "other slot combinations"),
        (block("done", "did {minutes:reps}"), "lists other lists than are used: done"),
    ],
)
def test_a_faulty_template_is_told(added: Block, problem: str) -> None:
    if problem.startswith("lists other lists"):
        problem = "lists other lists than are used"
    assert problem in problems(source_faults(with_block(added)))


def test_a_command_without_an_intent_is_told() -> None:
    fewer = tuple(meaning for meaning in SOURCE.meanings if meaning.command != "pause")
    told = problems(source_faults(replace(SOURCE, meanings=fewer)))
    assert "pause: is a command without an intent" in told


def test_a_slot_that_the_command_lacks_is_told() -> None:
    changed = tuple(
        replace(meaning, slots={"colour": ("unit",)}) if meaning.command == "skip" else meaning
        for meaning in SOURCE.meanings
    )
    assert "skip: has no slot colour" in problems(source_faults(replace(SOURCE, meanings=changed)))


def test_an_id_that_the_command_does_not_know_is_told() -> None:
    lists = {**SOURCE.lists, "unit": (Value("stone", ("stone", "stones")),)}
    assert "cannot have unit 'stone'" in problems(source_faults(replace(SOURCE, lists=lists)))


@pytest.mark.parametrize(
    ("added", "problem"),
    [
        (Intent("SkipIntent", (), ("pass over",)), "SkipIntent: is there twice"),
        (Intent("NewIntent", (), ()), "has no samples"),
        (Intent("NewIntent", (), ("never mind",)), "AMAZON.CancelIntent has too"),
        (Intent("NewIntent", (), ("just beeps",)), "VerbosityIntent has too"),
        (Intent("NewIntent", (), ("call 911",)), "has marks or digits in 'call 911'"),
        (Intent("NewIntent", (), ("Hurry Up",)), "has marks or digits"),
        (Intent("NewIntent", (), ("ask strong stride",)), "says the invocation name"),
        (Intent("NewIntent", (Slot("n", "AMAZON.NUMBER"),), ("hurry",)), "never uses the slot n"),
        (
            Intent("NewIntent", (Slot("n", "AMAZON.NUMBER"),), ("{n}",)),
            "has '<AMAZON.NUMBER>', which DoneIntent has too",
        ),
        (Intent("NewIntent", (Slot("n", "NOTHING"),), ("so {n}",)), "has the unknown type NOTHING"),
        (
            Intent("NewIntent", (Slot("level", "UNIT_WORDS"),), ("so {level}",)),
            "level: has the types AMAZON.NUMBER and UNIT_WORDS",
        ),
        (
            Intent("NewIntent", (Slot("unit_words", "UNIT_WORDS"),), ("so {unit_words}",)),
            "unit_words: is an intent's or a type's name too",
        ),
        (
            Intent("AMAZON.LoopOnIntent", (Slot("n", "UNIT_WORDS"),), ("loop {n}",)),
            "is built in and cannot have slots",
        ),
    ],
)
def test_an_intent_that_amazon_would_refuse_is_told(added: Intent, problem: str) -> None:
    model = replace(MODEL, intents=(*MODEL.intents, added))
    assert problem in problems(model_faults(model, "model"))


def test_a_required_intent_that_is_missing_is_told() -> None:
    fewer = tuple(intent for intent in MODEL.intents if intent.name != "AMAZON.HelpIntent")
    told = problems(model_faults(replace(MODEL, intents=fewer), "model"))
    assert "AMAZON.HelpIntent: is missing" in told


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ((Value("kg", ("kilo",)), Value("lb", ("kilo",))), "says 'kilo' for kg and lb"),
        ((Value("kg", ("k" * 141,)),), "at most 140 characters"),
    ],
)
def test_a_faulty_slot_type_is_told(values: tuple[Value, ...], problem: str) -> None:
    model = replace(MODEL, types={**MODEL.types, "UNIT_WORDS": values})
    assert problem in problems(model_faults(model, "model"))

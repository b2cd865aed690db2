"""Reads ``intents.yaml`` and a language's sentences into values for the builder and the checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import yaml
from hassil.expression import Sentence
from hassil.parse_expression import parse_sentence

from engine.library.model import Library
from engine.session.slots import MORE, slot_named
from interaction_models.lists import ListsData, Value, lists_of

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Combination:
    """Slots that may come together, and a sentence that has them in this state."""

    slots: frozenset[str]
    example: str
    state: str


@dataclass(frozen=True)
class Meaning:
    """A command as Alexa has it. ``slots`` names each slot's lists; the command's own name among
    them stands for the whole sentences that fix the slot."""

    command: str
    intent: str
    bare: str | None
    also: tuple[str, ...]
    own: str | None
    slots: Mapping[str, tuple[str, ...]]
    combinations: tuple[Combination, ...]
    of_engine: bool

    def own_intent(self, value: str) -> str:
        """The intent that means this value of the slot ``own`` and nothing else."""
        camel = "".join(word.capitalize() for word in value.split("_"))
        return f"{self.intent.removesuffix('Intent')}{camel}Intent"


@dataclass(frozen=True)
class Block:
    """Templates of one command that need the same state and fix the same slots."""

    command: str
    sentences: tuple[Sentence, ...]
    fixed: Mapping[str, str]
    alexa: bool


@dataclass(frozen=True)
class Source:
    """All there is to know of one locale."""

    locale: str
    invocation: str
    types: Mapping[str, str]
    plain: Mapping[str, str]
    meanings: tuple[Meaning, ...]
    blocks: tuple[Block, ...]
    rules: Mapping[str, Sentence]
    lists: Mapping[str, tuple[Value, ...]]
    """The lists of values; those of numbers have a type of Alexa's own."""

    def blocks_of(self, command: str) -> Iterator[Block]:
        return (block for block in self.blocks if block.command == command)

    def slot_name(self, slot: str, of_list: str) -> str:
        """What Alexa calls a slot that a list's values fill; a further value keeps its ending."""
        of_command, _, place = slot_named(slot)
        name = of_command if self.plain.get(of_command) == of_list else f"{of_command}_{of_list}"
        return f"{name}_{MORE[place - 1]}" if place else name

    def type_name(self, of_list: str) -> str:
        """The slot type of a list: Amazon's own, or ours, which no slot or intent is called."""
        return self.types.get(of_list, f"{of_list}_words".upper())


class _CombinationData(TypedDict):
    slots: list[str]
    example: str
    state: NotRequired[str]


class _MeaningData(TypedDict):
    intent: str
    bare: NotRequired[str]
    also: NotRequired[list[str]]
    own: NotRequired[str]
    slots: NotRequired[dict[str, list[str]]]
    combinations: NotRequired[list[_CombinationData]]


class _IntentsData(TypedDict):
    invocation: dict[str, str]
    types: dict[str, str]
    plain: dict[str, str]
    commands: dict[str, _MeaningData]
    channel: dict[str, _MeaningData]


class _BlockData(TypedDict):
    sentences: list[str]
    slots: NotRequired[dict[str, object]]
    metadata: NotRequired[dict[str, bool]]


class _SentencesData(ListsData):
    intents: dict[str, dict[str, list[_BlockData]]]
    expansion_rules: dict[str, str]


def read(locale: str, library: Library) -> Source:
    """The source of a locale such as ``en-US``; OSError or KeyError where there is none."""
    language = locale.split("-")[0]
    intents = cast("_IntentsData", _yaml(HERE / "intents.yaml"))
    said = cast("_SentencesData", _yaml(HERE / "sentences" / f"{language}.yaml"))
    rules = {name: parse_sentence(rule) for name, rule in said["expansion_rules"].items()}
    return Source(
        locale=locale,
        invocation=intents["invocation"][locale],
        types=intents["types"],
        plain=intents["plain"],
        meanings=(
            *(_meaning(name, data, True) for name, data in intents["commands"].items()),
            *(_meaning(name, data, False) for name, data in intents["channel"].items()),
        ),
        blocks=tuple(_blocks(said["intents"])),
        rules=rules,
        lists=dict(lists_of(said, library, language, intents["types"])),
    )


def _yaml(file: Path) -> object:
    return yaml.safe_load(file.read_text("utf-8"))


def _meaning(command: str, data: _MeaningData, of_engine: bool) -> Meaning:
    return Meaning(
        command=command,
        intent=data["intent"],
        bare=data.get("bare"),
        also=tuple(data.get("also", ())),
        own=data.get("own"),
        slots={slot: tuple(lists) for slot, lists in data.get("slots", {}).items()},
        combinations=tuple(
            Combination(frozenset(item["slots"]), item["example"], item.get("state", "resting"))
            for item in data.get("combinations", ())
        ),
        of_engine=of_engine,
    )


def _blocks(intents: Mapping[str, Mapping[str, Sequence[_BlockData]]]) -> Iterator[Block]:
    for command, intent in intents.items():
        for data in intent["data"]:
            yield Block(
                command=command,
                sentences=tuple(parse_sentence(s, keep_text=True) for s in data["sentences"]),
                fixed={slot: str(value) for slot, value in data.get("slots", {}).items()},
                alexa=data.get("metadata", {}).get("alexa", True),
            )

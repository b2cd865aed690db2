"""The values a slot may have and every way to say them, as Alexa's slot types need them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from hassil.numbers import get_rbnf_engine
from hassil.parse_expression import parse_sentence

from engine.library.model import Library
from interaction_models.expand import samples_of

Said = tuple[str, str]
"""An id and one way to say it."""


@dataclass(frozen=True)
class Value:
    """An id and every way to say it, the plainest first."""

    id: str
    words: tuple[str, ...]


class _Listed(TypedDict):
    values: list[dict[str, object]]


# "from" can be no field of a class.
_Numbers = TypedDict(
    "_Numbers",
    {"say": list[str], "from": int, "to": int, "times": float, "plus": float},
    total=False,
)


class ListsData(TypedDict):
    """The parts of a sentences file that make lists."""

    lists: dict[str, _Listed]
    library: dict[str, list[dict[str, object]]]
    numbers: dict[str, list[_Numbers]]


def lists_of(
    data: ListsData, library: Library, language: str, amazons: Container[str]
) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Every list that is a slot type of ours, by name; ``amazons`` have a type of Alexa's."""
    for name, listed in data["lists"].items():
        yield name, _gathered(_written(listed["values"]))
    for name, more in data["library"].items():
        yield name, _gathered([*_written(more), *_names(library)])
    for name, patterns in data["numbers"].items():
        if name not in amazons:
            yield name, _gathered(_numbers(patterns, language))


def _written(values: Sequence[Mapping[str, object]]) -> Iterator[Said]:
    for value in values:
        for words in samples_of(parse_sentence(str(value["in"])), {}):
            yield str(value["out"]), words


def _names(library: Library) -> Iterator[Said]:
    for exercise in library.exercises.values():
        for name in (exercise.name, exercise.plural, *exercise.aliases):
            yield exercise.id, _spoken(name)
    for family in library.families.values():
        for name in (family.name, family.plural, *family.words):
            yield family.id, _spoken(name)


def _spoken(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())


def _numbers(patterns: Sequence[_Numbers], language: str) -> Iterator[Said]:
    """Alexa's own number type has no fractions, so these are types of their own."""
    engine = get_rbnf_engine(language)
    for pattern in patterns:
        low = pattern.get("from", 0)
        for number in range(low, pattern.get("to", low) + 1):
            words = engine.format_number(number).text.replace("-", " ")
            for phrase in pattern["say"]:
                said = phrase.replace("{n}", words).replace("{d}", str(number))
                value = round(number * pattern.get("times", 1) + pattern.get("plus", 0), 4)
                yield f"{value:.10g}", said


def _gathered(pairs: Iterable[Said]) -> tuple[Value, ...]:
    words: dict[str, dict[str, None]] = {}
    for id, phrase in pairs:
        words.setdefault(id, {})[phrase] = None
    return tuple(Value(id, tuple(phrases)) for id, phrases in words.items())

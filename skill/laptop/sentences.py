"""Reads a language's sentences and compiles them for matching, once for each language.

Numbers, durations and the library's names are written out as plain words here: digits and words
then mean the same by construction, and a long list costs no more to match than a short one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypedDict, cast

from engine.errors import CoachError
from engine.library.load import embedded_library
from engine.library.model import Library
from engine.session.commands import COMMANDS

if TYPE_CHECKING:
    from hassil.intents import TextSlotList

    from skill.laptop.matching import Templates

Spoken = tuple[str, object]
"""Words and the value they mean."""


@dataclass(frozen=True)
class Sentences:
    """One language's templates, compiled, and the words that may be left out."""

    templates: Templates
    fillers: re.Pattern[str]
    openers: re.Pattern[str]
    hedges: re.Pattern[str]
    """The fillers too."""
    clauses: re.Pattern[str]
    """What stands between two of them."""
    spellings: Mapping[str, str]


@cache
def sentences_of(language: str) -> Sentences:
    """The sentences of a language such as ``en``; 0.2 to 0.3 s the first time.

    Raises:
        CoachError: there are none.
    """
    source = _read(language)
    return Sentences(
        templates=_compiled(source, embedded_library()),
        fillers=_any_of(source["fillers"]),
        openers=_any_of(source["openers"]),
        hedges=_any_of([*source["fillers"], *source["hedges"]]),
        clauses=re.compile(rf"[,.;:!?…\n]|{_any_of(source['joiners']).pattern}", re.IGNORECASE),
        spellings=source["spellings"],
    )


EXACT = 4
"""Decimals of a converted number: a tenth of a metre of a kilometre."""
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# "from" can be no field of a class.
_Numbers = TypedDict(
    "_Numbers",
    {"say": list[str], "from": int, "to": int, "times": float, "plus": float},
    total=False,
)


class _Dates(TypedDict):
    months: list[list[str]]
    days: list[list[str]]
    say: list[str]


class _NumberWords(TypedDict):
    ones: list[str]
    tens: list[str]
    hundreds: list[list[str]]
    joins: list[str]


class _Source(TypedDict):
    language: str
    fillers: list[str]
    openers: list[str]
    hedges: list[str]
    joiners: list[str]
    spellings: dict[str, str]
    plurals: list[tuple[str, str]]
    number_words: _NumberWords
    numbers: dict[str, list[_Numbers]]
    dates: dict[str, _Dates]
    library: dict[str, list[dict[str, str]]]
    lists: dict[str, object]
    expansion_rules: dict[str, str]
    intents: dict[str, object]


def _read(language: str) -> _Source:
    import yaml

    folder = files("interaction_models") / "sentences"
    file = folder / f"{language}.yaml"
    if not language.isalpha() or not file.is_file():
        known = ", ".join(sorted(entry.name.split(".")[0] for entry in folder.iterdir()))
        raise CoachError(f"There are no sentences in the language {language!r}, only in: {known}.")
    # The C reader, where PyYAML was built with it, is ten times as fast.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = yaml.load(file.read_text("utf-8"), Loader=loader)  # noqa: S506  (both are safe)
    # As in what is heard, "what's" is "whats". JSON itself has no apostrophes to lose.
    return cast("_Source", json.loads(json.dumps(source).replace("'", "")))


def _compiled(source: _Source, library: Library) -> Templates:
    from hassil.intents import Intents

    from skill.laptop.matching import Phrases, Templates

    intents = Intents.from_dict(
        {
            "language": source["language"],
            # A channel's own command, such as Alexa's link code, is none of the laptop's.
            "intents": {name: data for name, data in source["intents"].items() if name in COMMANDS},
            "lists": source["lists"],
            "expansion_rules": source["expansion_rules"],
        }
    )
    for name, listed in intents.slot_lists.items():
        intents.slot_lists[name] = Phrases(_written(cast("TextSlotList", listed)))
    for name, patterns in source["numbers"].items():
        intents.slot_lists[name] = Phrases(_counted(patterns, source["number_words"]))
    for name, dates in source["dates"].items():
        intents.slot_lists[name] = Phrases(_dated(dates))
    for name, more in source["library"].items():
        own = [(value["in"], value["out"]) for value in more]
        intents.slot_lists[name] = Phrases([*own, *_names(library, source["plurals"])])
    return Templates(intents)


def _written(listed: TextSlotList) -> Iterator[Spoken]:
    """The list's templates written out."""
    from hassil.sample import sample_expression

    for value in listed.values:
        for text in sample_expression(value.text_in):
            yield " ".join(text.split()), value.value_out


def _counted(patterns: Sequence[_Numbers], words: _NumberWords) -> Iterator[Spoken]:
    for pattern in patterns:
        low = pattern.get("from", 0)
        for number in range(low, pattern.get("to", low) + 1):
            value = round(number * pattern.get("times", 1) + pattern.get("plus", 0), EXACT)
            for phrase in pattern["say"]:
                yield phrase.replace("{d}", str(number)).replace("{n}", str(number)), value
                if "{n}" in phrase:
                    for spoken in _spelled(number, words):
                        yield phrase.replace("{n}", spoken), value


def _dated(dates: _Dates) -> Iterator[Spoken]:
    """Every day of a leap year, as MM-DD."""
    for month, names in enumerate(dates["months"], start=1):
        for day, ordinals in enumerate(dates["days"][: _LENGTHS[month - 1]], start=1):
            value = f"{month:02}-{day:02}"
            for phrase in dates["say"]:
                for name in names:
                    said = phrase.replace("{month}", name).replace("{mm}", f"{month:02}")
                    for ordinal in [*ordinals, str(day)] if "{day}" in said else [""]:
                        yield said.replace("{day}", ordinal).replace("{dd}", f"{day:02}"), value


def _spelled(number: int, words: _NumberWords) -> Iterable[str]:
    hundreds, rest = divmod(number, 100)
    if rest < len(words["ones"]):
        tail = words["ones"][rest]
    else:
        tens, ones = divmod(rest, 10)
        tail = words["tens"][tens - 2] + (f" {words['ones'][ones]}" if ones else "")
    if not hundreds:
        return [tail]
    heads = words["hundreds"][hundreds - 1]
    if not rest:
        return heads
    return [f"{head}{join}{tail}" for head in heads for join in words["joins"]]


def _names(library: Library, plurals: Sequence[tuple[str, str]]) -> Iterator[Spoken]:
    """What exercises and families are called; an alias in the plural too."""
    for exercise in library.exercises.values():
        for name in (exercise.name, exercise.plural, *exercise.aliases):
            yield _said(name), exercise.id
    for family in library.families.values():
        for name in (family.name, family.plural, *family.words):
            yield _said(name), family.id
    for exercise in library.exercises.values():
        for alias in map(_said, exercise.aliases):
            ending = next((add for end, add in plurals if alias.endswith(end)), "")
            yield alias + ending, exercise.id


def _said(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("'", "").split())


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

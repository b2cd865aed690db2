"""Templates and the exercise library become an Alexa interaction model; the same each time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engine.library.load import embedded_library
from interaction_models.expand import samples_of
from interaction_models.lists import Value
from interaction_models.source import HERE, Block, Meaning, Source, read

LOCALES = ("en-US",)
MODELS = HERE / "alexa"
"""Where the built models are kept, a file for each locale."""


@dataclass(frozen=True)
class Slot:
    """A slot of an Alexa intent."""

    name: str
    type: str


@dataclass(frozen=True)
class Intent:
    """An intent of the model, its samples in the order of the templates."""

    name: str
    slots: tuple[Slot, ...]
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """What Amazon's console calls a language model."""

    invocation: str
    intents: tuple[Intent, ...]
    types: Mapping[str, tuple[Value, ...]]


def build(locale: str = "en-US") -> str:
    """The text of the locale's model file."""
    model = model_of(read(locale, embedded_library()))
    language_model = {
        "invocationName": model.invocation,
        "intents": [_intent(intent) for intent in model.intents],
        "types": [
            {"name": name, "values": [_value(value) for value in values]}
            for name, values in model.types.items()
        ],
    }
    document = {"interactionModel": {"languageModel": language_model}}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def write(models: Path = MODELS) -> list[Path]:
    """Build every locale's model into its file."""
    written = []
    for locale in LOCALES:
        file = models / f"{locale}.json"
        file.write_text(build(locale), "utf-8")
        written.append(file)
    return written


def _intent(intent: Intent) -> dict[str, object]:
    written: dict[str, object] = {"name": intent.name}
    if intent.slots:
        written["slots"] = [{"name": slot.name, "type": slot.type} for slot in intent.slots]
    return written | {"samples": list(intent.samples)}


def _value(value: Value) -> dict[str, object]:
    first, *others = value.words
    return {"id": value.id, "name": {"value": first, "synonyms": others}}


def model_of(source: Source) -> Model:
    """The model before it is text. Types are in order of name, so that a new one moves no other."""
    drafts = [_drafted(meaning, source) for meaning in source.meanings]
    intents = tuple(intent for draft in drafts for intent in _intents(draft))
    used = {slot.type for intent in intents for slot in intent.slots}
    types = {source.type_name(name): values for name, values in source.lists.items()}
    for draft in drafts:
        types.update({name: _values(ids) for name, ids in draft.phrases.items()})
    return Model(
        invocation=source.invocation,
        intents=intents,
        types={name: types[name] for name in sorted(types) if name in used},
    )


@dataclass
class _Draft:
    """One command while its blocks are being read."""

    meaning: Meaning
    samples: dict[str, None] = field(default_factory=dict)
    slots: dict[str, Slot] = field(default_factory=dict)
    phrases: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """Whole sentences of the types made of them, by type and id."""
    own: dict[str, list[str]] = field(default_factory=dict)
    """Whole sentences that are an intent of their own, by its name."""


def _drafted(meaning: Meaning, source: Source) -> _Draft:
    draft = _Draft(meaning)
    for block in source.blocks_of(meaning.command):
        if block.alexa and block.fixed:
            _add_phrases(draft, block, source)
        elif block.alexa:
            for template in block.sentences:
                for sample in samples_of(template, source.rules):
                    draft.samples[_with_slots(sample, draft, source)] = None
    return draft


def _add_phrases(draft: _Draft, block: Block, source: Source) -> None:
    """A sample cannot fix a slot: the sentences become values of one, or an intent that does."""
    ((slot, id),) = block.fixed.items()
    phrases = [s for template in block.sentences for s in samples_of(template, source.rules)]
    if slot == draft.meaning.own:
        draft.own.setdefault(draft.meaning.own_intent(id), []).extend(phrases)
        return
    type_name = f"{draft.meaning.command}_{slot}_words".upper()
    draft.phrases.setdefault(type_name, {}).setdefault(id, []).extend(phrases)
    name = source.slot_name(slot, draft.meaning.command)
    draft.slots[name] = Slot(name, type_name)
    draft.samples[f"{{{name}}}"] = None


def _with_slots(sample: str, draft: _Draft, source: Source) -> str:
    def named(found: re.Match[str]) -> str:
        of_list, slot = found[1], found[2]
        name = source.slot_name(slot, of_list)
        draft.slots[name] = Slot(name, source.type_name(of_list))
        return f"{{{name}}}"

    return re.sub(r"\{(\w+):(\w+)\}", named, sample)


def _intents(draft: _Draft) -> Iterator[Intent]:
    meaning = draft.meaning
    samples = tuple(draft.samples)
    if meaning.bare is not None:
        yield Intent(meaning.bare, (), tuple(s for s in samples if "{" not in s))
        samples = tuple(s for s in samples if "{" in s)
    yield Intent(meaning.intent, tuple(draft.slots.values()), samples)
    for name, phrases in draft.own.items():
        yield Intent(name, (), tuple(dict.fromkeys(phrases)))
    for name in meaning.also:
        yield Intent(name, (), ())


def _values(ids: Mapping[str, list[str]]) -> tuple[Value, ...]:
    return tuple(Value(id, tuple(dict.fromkeys(phrases))) for id, phrases in ids.items())

"""Every fault of the sentences, the intents and the models made of them, each with its mend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from engine.errors import Fault
from engine.library.load import embedded_library
from engine.session.commands import COMMANDS, Unknown
from engine.session.slots import command_of, slot_named
from interaction_models.build import LOCALES, MODELS, Intent, Model, build, model_of
from interaction_models.expand import slots_of
from interaction_models.source import Meaning, Source, read

REQUIRED = (
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.FallbackIntent",
    "AMAZON.NavigateHomeIntent",
    # With audio playback also:
    "AMAZON.PauseIntent",
    "AMAZON.ResumeIntent",
)
"""Amazon's certification refuses a skill without them."""

LONGEST_VALUE = 140
"""Characters of a slot value; one longer value makes every request invalid."""

SAMPLE = re.compile(r"(?:[a-z'.\- ]|\{[a-z]+(?:_[a-z]+)*\})+")
"""What Amazon lets stand in a sample: letters, apostrophes, full stops, hyphens, spaces, slots."""


def check(models: Path = MODELS) -> list[Fault]:
    """The faults of every locale; none means that the files in ``models`` can be deployed."""
    return [fault for locale in LOCALES for fault in _locale_faults(locale, models)]


def _locale_faults(locale: str, models: Path) -> Iterator[Fault]:
    source = read(locale, embedded_library())
    found = list(source_faults(source))
    # A model cannot be made of a source whose names do not fit together.
    if not found:
        found.extend(model_faults(model_of(source), f"alexa/{locale}.json"))
        file = models / f"{locale}.json"
        if not file.is_file() or file.read_text("utf-8") != build(locale):
            advice = "`stride models build`"
            found.append(Fault(f"alexa/{locale}.json", "file", "is not what is built now", advice))
    yield from found


def source_faults(source: Source) -> Iterator[Fault]:
    """What is wrong in the YAML files themselves."""
    known = {meaning.command for meaning in source.meanings}
    for missing in sorted(set(COMMANDS) - known):
        yield Fault("intents.yaml", missing, "is a command without an intent", "an entry for it")
    for block in source.blocks:
        if block.command not in known:
            yield Fault("sentences", block.command, "is no command", "a name of intents.yaml")
    for meaning in source.meanings:
        yield from _meaning_faults(meaning, source)
        yield from _template_faults(meaning, source)


def _meaning_faults(meaning: Meaning, source: Source) -> Iterator[Fault]:
    if not meaning.of_engine:
        return
    kind = COMMANDS.get(meaning.command)
    if kind is None:
        yield Fault("intents.yaml", meaning.command, "is no command", "one of commands.py")
        return
    for slot in sorted(set(meaning.slots) - {field.name for field in fields(kind)}):
        yield Fault("intents.yaml", meaning.command, f"has no slot {slot}", "a field's name")
    for slot, lists in meaning.slots.items():
        for value in (value for name in lists for value in source.lists.get(name, ())):
            if isinstance(command_of(meaning.command, {slot: value.id}), Unknown):
                problem = f"cannot have {slot} {value.id!r}"
                yield Fault("sentences", meaning.command, problem, "an id of the command's slot")


def _template_faults(meaning: Meaning, source: Source) -> Iterator[Fault]:
    combinations: set[frozenset[str]] = set()
    lists: set[tuple[str, str]] = set()
    for block in source.blocks_of(meaning.command):
        if block.alexa:
            lists.update((slot, meaning.command) for slot in block.fixed if slot != meaning.own)
        for template in block.sentences:
            found = list(slots_of(template.expression, source.rules))
            said = {(slot_named(slot)[0], name) for name, slot, _ in found}
            combinations.add(frozenset(block.fixed) | {slot for slot, _ in said})
            lists |= said
            for problem, advice in _slot_problems(found, source, bool(block.fixed)):
                yield Fault("sentences", f"{meaning.command}: {template.text}", problem, advice)
    if combinations != {combination.slots for combination in meaning.combinations}:
        listed = sorted(", ".join(sorted(slots)) or "none" for slots in combinations)
        problem = "lists other slot combinations than its sentences have"
        yield Fault("intents.yaml", meaning.command, problem, "; ".join(listed))
    if lists != {(slot, name) for slot, names in meaning.slots.items() for name in names}:
        used = ", ".join(sorted(f"{slot} from {name}" for slot, name in lists))
        yield Fault("intents.yaml", meaning.command, "lists other lists than are used", used)


def _slot_problems(
    found: list[tuple[str, str, bool]], source: Source, fixed: bool
) -> Iterator[tuple[str, str]]:
    for name, slot, loose in found:
        if name not in source.lists and name not in source.types:
            yield f"uses the unknown list {name}", "a list of the file, or add it"
        if loose:
            yield (
                f"has the slot {slot} where it may be dropped",
                "a template without it and one with",
            )
    if fixed and found:
        yield "has a slot beside fixed ones", "a list whose values carry the fixed value"


def model_faults(model: Model, file: str) -> Iterator[Fault]:
    """What Amazon would refuse, or mistake for another intent."""
    names = [intent.name for intent in model.intents]
    for missing in [name for name in REQUIRED if name not in names]:
        yield Fault(file, missing, "is missing", "adding it to intents.yaml")
    for doubled in sorted({name for name in names if names.count(name) > 1}):
        yield Fault(file, doubled, "is there twice", "one entry in intents.yaml")
    for intent in model.intents:
        for problem, advice in _intent_problems(intent, model):
            yield Fault(file, intent.name, problem, advice)
    yield from _doubled_samples(model, file)
    yield from _slot_name_faults(model, file)
    yield from _type_faults(model, file)


def _intent_problems(intent: Intent, model: Model) -> Iterator[tuple[str, str]]:
    built_in = intent.name.startswith("AMAZON.")
    if not intent.samples and not built_in:
        yield "has no samples", "sentences for it"
    if intent.slots and built_in:
        yield "is built in and cannot have slots", "an intent of its own for them"
    for slot in intent.slots:
        if not any(f"{{{slot.name}}}" in sample for sample in intent.samples):
            yield f"never uses the slot {slot.name}", "a sample with it"
        if not slot.type.startswith("AMAZON.") and slot.type not in model.types:
            yield f"has the unknown type {slot.type}", "a list of that name"
    for sample in intent.samples:
        if not SAMPLE.fullmatch(sample):
            yield f"has marks or digits in {sample!r}", "letters, apostrophes and slots alone"
        if model.invocation in sample:
            yield f"says the invocation name in {sample!r}", "another wording"


def _doubled_samples(model: Model, file: str) -> Iterator[Fault]:
    """The same words for two intents; slots of one type are the same words to Alexa."""
    owner: dict[str, str] = {}
    for intent in model.intents:
        for sample in intent.samples:
            heard = sample
            for slot in intent.slots:
                heard = heard.replace(f"{{{slot.name}}}", f"<{slot.type}>")
            for words in (heard, *_phrases(heard, model)):
                if owner.setdefault(words, intent.name) != intent.name:
                    problem = f"has {words!r}, which {owner[words]} has too"
                    yield Fault(file, intent.name, problem, "another wording for one of them")


def _slot_name_faults(model: Model, file: str) -> Iterator[Fault]:
    """A slot name has one type in all intents, and no intent or type has its name."""
    taken = {name.lower() for name in (*model.types, *(intent.name for intent in model.intents))}
    types: dict[str, str] = {}
    for slot in (slot for intent in model.intents for slot in intent.slots):
        if types.setdefault(slot.name, slot.type) != slot.type:
            problem = f"has the types {types[slot.name]} and {slot.type}"
            yield Fault(file, slot.name, problem, "another name for one of them")
        if slot.name.lower() in taken:
            yield Fault(file, slot.name, "is an intent's or a type's name too", "another name")


def _phrases(heard: str, model: Model) -> Iterator[str]:
    """A sample that is one slot is, to the ear, every value of that slot's type."""
    alone = re.fullmatch(r"<(\w+)>", heard)
    for value in model.types.get(alone[1], ()) if alone else ():
        yield from value.words


def _type_faults(model: Model, file: str) -> Iterator[Fault]:
    for name, values in model.types.items():
        owner: dict[str, str] = {}
        for value in values:
            for words in value.words:
                if owner.setdefault(words, value.id) != value.id:
                    problem = f"says {words!r} for {owner[words]} and {value.id}"
                    yield Fault(file, name, problem, "another wording for one of them")
                if len(words) > LONGEST_VALUE:
                    problem = f"has the long value {words[:40]!r}…"
                    yield Fault(file, name, problem, f"at most {LONGEST_VALUE} characters")

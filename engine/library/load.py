"""Reads the exercise files and reports every fault in them at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from engine.errors import Fault, LibraryError
from engine.library.check import cross_faults
from engine.library.fields import Fields
from engine.library.model import (
    Exercise,
    Experience,
    Family,
    Gear,
    Laterality,
    Library,
    Measure,
    Move,
    Pattern,
    Place,
    Position,
    RestClass,
)
from engine.units import Basis, seconds

MOVES, FAMILIES, SOURCES = "moves.toml", "families.toml", "sources.toml"


@cache
def embedded_library() -> Library:
    """The library that ships with the engine, read once."""
    return load_library(files("engine.library") / "data")


def load_library(folder: Traversable) -> Library:
    """Read every ``*.toml`` of a folder.

    Raises:
        LibraryError: with every fault of every file.
    """
    faults: list[Fault] = []
    tables = dict(_tables(folder, faults))
    library = Library(
        exercises=_exercises(tables, faults),
        moves={k: _move(f) for k, f in _entries(tables, MOVES, faults)},
        families={k: _family(f) for k, f in _entries(tables, FAMILIES, faults)},
        sources={k: _source(f) for k, f in _entries(tables, SOURCES, faults)},
    )
    faults.extend(cross_faults(library))
    if faults:
        raise LibraryError(tuple(faults))
    return library


def _tables(folder: Traversable, faults: list[Fault]) -> Iterator[tuple[str, dict[str, object]]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            try:
                yield entry.name, tomllib.loads(entry.read_text("utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                advice = "mending the TOML near there"
                faults.append(Fault(entry.name, "file", f"is not readable ({error})", advice))


def _exercises(tables: Mapping[str, dict[str, object]], faults: list[Fault]) -> dict[str, Exercise]:
    found: dict[str, Exercise] = {}
    for name in tables:
        if name in (MOVES, FAMILIES, SOURCES):
            continue
        for key, fields in _entries(tables, name, faults):
            if key in found:
                faults.append(Fault(name, key, "is defined twice", "another id"))
            found[key] = _exercise(fields)
    return found


def _entries(
    tables: Mapping[str, dict[str, object]], name: str, faults: list[Fault]
) -> Iterator[tuple[str, Fields]]:
    for key, value in tables.get(name, {}).items():
        if not isinstance(value, dict):
            faults.append(Fault(name, key, "is not a table", f"[{key}]"))
            continue
        fields = Fields(name, key, value)
        yield key, fields
        faults.extend(fields.faults())


def _exercise(f: Fields) -> Exercise:
    loadable = f.flag("loadable")
    return Exercise(
        id=f.key,
        name=f.text("name"),
        plural=f.text("plural"),
        aliases=f.texts("aliases", at_least=1),
        pattern=f.choice("pattern", Pattern),
        rung=f.number("rung", least=1) if f.has("rung") else None,
        level=f.choice("level", Experience),
        muscles=f.texts("muscles", at_least=1),
        also=f.texts("also"),
        gear=f.gear_sets("gear", Gear),
        position=f.choice("position", Position),
        set_up=f.text("set_up"),
        set_up_ms=seconds(f.number("set_up_s")),
        laterality=f.choice("laterality", Laterality),
        measure=f.choice("measure", Measure),
        low=f.number("low", least=1),
        high=f.number("high", least=1),
        sets=f.number("sets", least=1),
        tempo=f.tempo("tempo"),
        basis=f.choice("load_basis", Basis) if loadable else None,
        rest=f.choice("rest", RestClass),
        how_to=f.texts("how_to", at_least=3),
        cues=f.texts("cues", at_least=3),
        cautions=f.texts("cautions", at_least=1),
        easier=f.texts("easier"),
        harder=f.texts("harder"),
        avoid_with=f.choices("avoid_with", Place),
        source=f.text("source"),
        phases=f.pair("phases", ("down", "up")),
        impact=f.number("impact") if f.has("impact") else 0,
        self_contained=f.flag("self_contained") if f.has("self_contained") else False,
        space=f.flag("space") if f.has("space") else False,
        asked_only=f.flag("asked_only") if f.has("asked_only") else False,
        mild_only=f.choices("mild_only", Place) if f.has("mild_only") else frozenset(),
    )


def _move(f: Fields) -> Move:
    return Move(
        id=f.key,
        name=f.text("name"),
        plural=f.text("plural"),
        position=f.choice("position", Position),
        set_up_ms=seconds(f.number("set_up_s")),
        per_side=f.flag("per_side"),
        how_to=f.texts("how_to", at_least=1),
        cues=f.texts("cues", at_least=2),
        avoid_with=f.choices("avoid_with", Place),
        impact=f.number("impact"),
    )


def _family(f: Fields) -> Family:
    return Family(
        id=f.key,
        name=f.text("name"),
        plural=f.text("plural"),
        words=f.texts("words", at_least=1),
        members=f.texts("members", at_least=1),
    )


def _source(f: Fields) -> str:
    title = f.text("title")
    return f"{title} ({f.text('date')})" if f.has("date") else title

"""What the coach means, in words: a phrase with its arguments becomes a line to be spoken."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluent.runtime import FluentResource

from engine.cues import Amount, Name, Priority, Say, Verbosity
from engine.errors import Fault, WordingError
from engine.library.load import embedded_library
from engine.library.model import Library
from engine.speech.catalogue import Catalogue
from engine.speech.check import faults_of
from engine.speech.library_texts import library_text
from engine.speech.phrases import LIBRARY_TEXTS
from engine.speech.terms import Terms
from engine.speech.texts import Text

REMEMBERED = 4096
"""Lines kept; a session of an hour says some hundreds."""

FULL = Verbosity.FULL

TICKED = frozenset({"number", "phase"})
"""Phrases that ticks stand in for, however important: the rest of a count may still be words."""

REASON, OTHER_REASON = "because_", "because_other"

_SENTENCE = re.compile(r"(?:^|(?<=[.?!] ))[^\W\d_]")


@cache
def embedded_wording(locale: str = "en") -> Wording:
    """The wording that ships with the engine, for the library that does, read once."""
    return Wording(embedded_library(), locale)


class Wording:
    """One language's way of saying everything. Immutable; safe to share between threads."""

    def __init__(
        self, library: Library, locale: str = "en", folder: Traversable | None = None
    ) -> None:
        """Read the wording of a locale such as "en" or "en-GB": its own file or its language's.

        Raises:
            WordingError: with every fault of the file, or that there is none.
        """
        file = _file(folder or files("engine.speech") / "data", locale)
        resource = FluentResource(_text_of(file))
        faults = faults_of(file.name, resource)
        if faults:
            raise WordingError(faults)
        language = re.split("[-_]", locale)[0]
        self._library = library
        self._catalogue = Catalogue(language, resource)
        self._terms = Terms(language, library, self._catalogue)
        self._remembered = lru_cache(REMEMBERED)(self._compose)

    def words(self, said: Say, verbosity: Verbosity = FULL) -> str:
        """The line to be spoken, or "" where the verbosity leaves it unsaid. Never raises.

        What must be kept is said in every verbosity, though ticks still replace the count. Of the
        library's texts those of low priority, which nobody asked for, are for full words only.
        """
        return self._remembered(said, verbosity)

    def variants(self, phrase: str, verbosity: Verbosity = FULL) -> int:
        """In how many ways a phrase may be said; 0 for the library's texts."""
        return len(self._catalogue.ways(phrase, verbosity))

    def _compose(self, said: Say, verbosity: Verbosity) -> str:
        if said.phrase in LIBRARY_TEXTS:
            asked = said.priority is not Priority.LOW
            return library_text(self._library, said) if asked or verbosity is FULL else ""
        way = self._way(said, verbosity)
        if way is None or way.silent:
            return ""
        line = self._catalogue.said(way, self._values(said, way))
        return _SENTENCE.sub(_capital, line) if line.endswith((".", "?", "!")) else line

    def _way(self, said: Say, verbosity: Verbosity) -> Text | None:
        phrase = self._known(said.phrase)
        ways = self._catalogue.ways(phrase, verbosity)
        kept = said.priority is Priority.KEEP and said.phrase not in TICKED
        if kept and any(way.silent for way in ways):
            ways = self._catalogue.ways(phrase, FULL)
        return ways[said.variant % len(ways)] if ways else None

    def _known(self, phrase: str) -> str:
        """The phrase, or for a reason that has no words of its own one that is always true."""
        unknown = phrase.startswith(REASON) and not self._catalogue.ways(phrase, FULL)
        return OTHER_REASON if unknown else phrase

    def _values(self, said: Say, way: Text) -> dict[str, str | int]:
        """A value for each variable: no words at all for what the phrase was not given."""
        values: dict[str, str | int] = dict.fromkeys(way.uses, "")
        for name, term in said.args:
            if name in values:
                values[name] = self._terms.words(name, term)
            if f"and-{name}" in values:
                values[f"and-{name}"] = self._terms.after_comma(self._terms.words(name, term))
            if f"{name}-many" in values and isinstance(term, Name):
                values[f"{name}-many"] = self._terms.plural(term.id)
            if f"{name}-count" in values and isinstance(term, int | Amount):
                values[f"{name}-count"] = term if isinstance(term, int) else term.count
        return values


def _file(folder: Traversable, locale: str) -> Traversable:
    """The locale's own file, or its language's."""
    names = (f"{locale.replace('_', '-')}.ftl", f"{re.split('[-_]', locale)[0]}.ftl")
    for name in names:
        if (folder / name).is_file():
            return folder / name
    there = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".ftl"))
    advice = " or ".join(there) or "adding one"
    raise WordingError((Fault(names[0], "file", "is not there", advice),))


def _text_of(file: Traversable) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        fault = Fault(file.name, "file", f"is not UTF-8 ({error.reason})", "saving it as UTF-8")
        raise WordingError((fault,)) from error


def _capital(letter: re.Match[str]) -> str:
    return letter[0].upper()

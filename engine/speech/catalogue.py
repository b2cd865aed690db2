"""One language's wording file: its phrases, and its pieces of which arguments are made."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from engine.cues import Verbosity
from engine.speech.texts import Text, texts_of

WAY = re.compile(r"(?:(?P<verbosity>brief|tones)-)?(?P<letter>[a-z])")
"""The name of one way of saying a phrase."""

_FALLBACK = {
    Verbosity.FULL: (Verbosity.FULL,),
    Verbosity.BRIEF: (Verbosity.BRIEF, Verbosity.FULL),
    Verbosity.TONES: (Verbosity.TONES, Verbosity.BRIEF, Verbosity.FULL),
}


class Catalogue:
    """Texts that Fluent formats. The file's soundness is ``engine.speech.check``'s affair."""

    def __init__(self, language: str, resource: ast.Resource) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(resource)
        given: dict[tuple[str, Verbosity], tuple[Text, ...]] = {}
        for text in texts_of(resource):
            way = WAY.fullmatch(text.attribute or "")
            if way:
                key = (text.message, Verbosity(way["verbosity"] or "full"))
                given[key] = (*given.get(key, ()), text)
        self._given = given

    def ways(self, phrase: str, verbosity: Verbosity) -> tuple[Text, ...]:
        """How a phrase may be said; where no terser ways are given, the fuller ones."""
        levels = (self._given.get((phrase, level)) for level in _FALLBACK[verbosity])
        return next((ways for ways in levels if ways), ())

    def __contains__(self, piece: str) -> bool:
        return self._bundle.has_message(piece)

    def piece(self, name: str, **values: str | int) -> str:
        """A piece in its place. ``name`` must be one of the file's."""
        pattern = self._bundle.get_message(name).value
        words, _ = self._bundle.format_pattern(pattern, values) if pattern else ("", [])
        return str(words)

    def said(self, way: Text, values: Mapping[str, str | int]) -> str:
        """A phrase in one of its ways, with a value for each variable that it uses."""
        pattern = self._bundle.get_message(way.message).attributes[way.attribute or ""]
        words, _ = self._bundle.format_pattern(pattern, dict(values))
        return str(words)

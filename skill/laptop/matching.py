"""Finds a sentence's template among a thousand: hassil is asked only of those that may fit.

Every template needs some words; an index by the rarest of them leaves a few dozen for hassil to
match. Values of lists are found by whole words in a dictionary instead of character by character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hassil.expression import TextChunk
from hassil.intents import Intent, IntentData, Intents, TextSlotList, TextSlotValue
from hassil.recognize import recognize_all

if TYPE_CHECKING:
    from hassil.expression import Sentence
    from hassil.recognize import RecognizeResult

_WORD = re.compile(r"[0-9.]+|[^\s0-9]+")
"""Digits stand apart from the letters they are typed to: "10reps"."""
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class Phrases(TextSlotList):
    """A list of plain words with their values. The first value for the same words stays."""

    def __init__(self, spoken: Iterable[tuple[str, object]]) -> None:
        super().__init__(name=None, values=[])
        self.meant: dict[str, object] = {}
        for words, value in spoken:
            self.meant.setdefault(words, value)
        self._longest = max(len(words.split()) for words in self.meant)

    def get_candidates(self, text: str) -> list[TextSlotValue]:
        """What may stand at the start of the text: any number of its words, or digits alone."""
        digits = _DIGITS.match(text)
        found = {digits[0]: None} if digits else {}
        words = text.split(maxsplit=self._longest)[: self._longest]
        for count in range(len(words)):
            found[" ".join(words[: count + 1])] = None
        return [
            TextSlotValue(TextChunk(said), self.meant[said]) for said in found if said in self.meant
        ]


class Templates:
    """A language's templates, parsed and indexed by a word that each cannot do without."""

    def __init__(self, intents: Intents) -> None:
        self.intents = intents
        self._entries = [
            (name, data)
            for name, intent in intents.intents.items()
            for block in intent.data
            for data in _apart(block)
        ]
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._index([_needed(data, intents.expansion_rules) for _, data in self._entries])

    def best(self, text: str, state: str) -> RecognizeResult | None:
        """What fits the whole text with the most words of its own; of equals the first.

        Within a template as few values as will do: "one hundred and fifty" is one number.
        """
        fitting: dict[int, RecognizeResult] = {}
        for result in recognize_all(text, self._likely(text), intent_context={"state": state}):
            other = fitting.setdefault(id(result.intent_data), result)
            if len(result.entities) < len(other.entities):
                fitting[id(result.intent_data)] = result
        return max(fitting.values(), key=lambda fit: fit.text_chunks_matched, default=None)

    def _index(self, needed: Sequence[Iterable[frozenset[str]]]) -> None:
        """Of the clauses of a template, each a choice of words, the rarest one is enough."""
        uses = Counter(word for clauses in needed for clause in clauses for word in clause)
        for place, clauses in enumerate(needed):
            rarest = min(clauses, key=lambda clause: sum(uses[w] for w in clause), default=None)
            if rarest is None:
                self._always.append(place)
            for word in rarest or ():
                self._by_word.setdefault(word, []).append(place)

    def _likely(self, text: str) -> Intents:
        places = set(self._always)
        for word in _WORD.findall(text):
            places.update(self._by_word.get(word, ()))
        likely: dict[str, Intent] = {}
        for place in sorted(places):
            name, data = self._entries[place]
            likely.setdefault(name, Intent(name)).data.append(data)
        return replace(self.intents, intents=likely)


def _apart(block: IntentData) -> Iterator[IntentData]:
    """A block for each of its sentences."""
    for sentence in block.sentence_texts:
        yield replace(block, sentence_texts=[sentence])


def _needed(data: IntentData, rules: Mapping[str, Sentence]) -> frozenset[frozenset[str]]:
    (sentence,) = data.sentences
    return sentence.get_required_clauses(dict(rules))

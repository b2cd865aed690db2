"""Numbers in words, by the Unicode rules of a language."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from unicode_rbnf import RbnfEngine

REMEMBERED = 1024
"""Numbers kept in words, for the counts of a session come again and again."""

CARDINALS = ("spellout-cardinal-verbose", "spellout-cardinal", "spellout-numbering")
ORDINALS = ("spellout-ordinal", "spellout-ordinal-masculine", "spellout-cardinal")
"""Rule sets in order of preference: the verbose one says "two hundred and five"."""


class Numbers:
    """A language's number words, without hyphens: "twenty five"."""

    def __init__(self, language: str) -> None:
        self._rules = RbnfEngine.for_language(language)
        self.cardinal = lru_cache(REMEMBERED)(self._cardinal)
        """For counting: "eight"."""
        self.ordinal = lru_cache(64)(self._ordinal)
        """For dates: "third"."""

    def decimal(self, hundredths: int) -> str:
        """A number of hundredths: "twelve point six"."""
        if hundredths % 100 == 0:
            return self.cardinal(hundredths // 100)
        return self._spelt(Decimal(hundredths) / 100, CARDINALS)

    def _cardinal(self, number: int) -> str:
        return self._spelt(number, CARDINALS)

    def _ordinal(self, number: int) -> str:
        return self._spelt(number, ORDINALS)

    def _spelt(self, number: int | Decimal, wanted: tuple[str, ...]) -> str:
        rules = next(name for name in wanted if name in self._rules.rulesets)
        words = self._rules.format_number(number, ruleset_names=[rules]).text
        return words.replace("-", " ")

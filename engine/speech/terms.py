"""Arguments of phrases in words: names, amounts, loads, lengths of time, days, lists, codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from engine.cues import Amount, Day, Days, Distance, Name, Names, Remaining, Span, Term
from engine.library.model import Exercise, Family, Library, Move
from engine.speech.catalogue import Catalogue
from engine.speech.numbers import Numbers
from engine.units import Load, Ms

REMEMBERED = 1024
"""Terms kept in words; a session has a few dozen."""

REGIONS = {"en": "en_001"}
"""Where a language's lists differ by region: the world's English has no comma before "and"."""

SHORT_S = 100
"""Up to here a length of time is said in seconds, as a coach would: "seventy five seconds"."""
CLOSE_S = 180
"""Up to here to ten seconds, from here on to the half minute."""
COARSE_S = 600
"""From here on to the minute."""

QUARTERS = {25: "quarter", 50: "half", 75: "three_quarters"}


class Terms:
    """Total: an id, a code, a noun or a day that nobody knows still gets some words."""

    def __init__(self, language: str, library: Library, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._numbers = Numbers(language)
        self._locale = Locale.parse(REGIONS.get(language, language))
        things = (library.families, library.moves, library.exercises)
        self._named = {id: thing for kind in things for id, thing in kind.items()}
        self.words = lru_cache(REMEMBERED)(self._words)
        """An argument's words, by the argument's name and value."""

    def _words(self, argument: str, term: Term) -> str:
        match term:
            case int():
                return self._numbers.cardinal(term)
            case str():
                return self._code(argument, term)
            case Name(id):
                return self._name(id)
            case Names(ids):
                return self._listed(self.plural(id) for id in ids)
            case Day(day, today):
                return self._day(day, today)
            case Days(dates, today):
                return self._listed(self._day(day, today) for day in dates)
            case _:
                return self._measured(term)

    def _measured(self, term: Span | Remaining | Amount | Distance | Load) -> str:
        match term:
            case Span(ms):
                return self._span(ms)
            case Remaining():
                return self._catalogue.piece("time-unknown")
            case Amount(count, noun):
                return self._amount(count, noun)
            case Distance():
                return self._distance(term)
            case Load():
                return self._load(term)

    def plural(self, id: str) -> str:
        """Several of an exercise, a move or a family: "goblet squats"."""
        thing = self._named.get(id)
        return thing.plural if thing else _readable(id)

    def after_comma(self, words: str) -> str:
        """A further detail, as it follows others."""
        return self._catalogue.piece("and-more", detail=words)

    def _name(self, id: str) -> str:
        thing = self._named.get(id)
        return _within_a_sentence(thing) if thing else _readable(id)

    def _code(self, argument: str, code: str) -> str:
        """Codes joined by commas make a list."""
        if "," in code:
            return self._listed(self._code(argument, part) for part in code.split(",") if part)
        for piece in (f"{argument}-{code}", f"{argument}-other"):
            if piece in self._catalogue:
                return self._catalogue.piece(piece)
        return _readable(code)

    def _listed(self, items: Iterable[str]) -> str:
        return format_list(tuple(items), style="standard", locale=self._locale)

    def _amount(self, count: int, noun: str) -> str:
        piece = f"amount-{noun}"
        known = piece if piece in self._catalogue else "amount-other"
        return self._catalogue.piece(known, number=self._numbers.cardinal(count), count=count)

    # Time

    def _span(self, ms: Ms) -> str:
        whole = (max(ms, 0) + 500) // 1000
        if whole == 0:
            return self._catalogue.piece("time-none")
        if whole == 90:
            return self._catalogue.piece("time-minute_and_half")
        if whole <= SHORT_S and whole != 60:
            return self._amount(whole, "seconds")
        if whole < CLOSE_S:
            tens = (whole + 5) // 10 * 10
            return self._joined(tens // 60, "minutes", tens % 60, "seconds")
        halves = (whole + 15) // 30
        if whole < COARSE_S and halves % 2:
            return self._and_half(halves // 2)
        minutes = (whole + 30) // 60
        return self._joined(minutes // 60, "hours", minutes % 60, "minutes")

    def _joined(self, longer: int, of: str, shorter: int, parts: str) -> str:
        if of == "minutes" and longer > 1 and shorter == 30:
            return self._and_half(longer)
        if not longer:
            return self._amount(shorter, parts)
        if not shorter:
            return self._amount(longer, of)
        first, second = self._amount(longer, of), self._amount(shorter, parts)
        return self._catalogue.piece("time-both", longer=first, shorter=second)

    def _and_half(self, minutes: int) -> str:
        return self._catalogue.piece("time-and_half", whole=self._numbers.cardinal(minutes))

    def _day(self, day: str, today: str) -> str:
        """By its weekday alone up to six days ahead, with the date beyond and behind."""
        try:
            then, now = date.fromisoformat(day), date.fromisoformat(today)
        except ValueError:
            return self._catalogue.piece("day-unknown")
        close = {-1: "day-yesterday", 0: "day-today", 1: "day-tomorrow"}
        ahead = (then - now).days
        if ahead in close:
            return self._catalogue.piece(close[ahead])
        weekday = format_date(then, "EEEE", locale=self._locale)
        if 0 < ahead < 7:
            return self._catalogue.piece("day-near", weekday=weekday)
        ordinal = self._numbers.ordinal(then.day)
        month = format_date(then, "MMMM", locale=self._locale)
        return self._catalogue.piece("day-far", weekday=weekday, ordinal=ordinal, month=month)

    # Loads and distances

    def _load(self, load: Load) -> str:
        number, count = self._number(load.hundredths)
        weight = self._catalogue.piece(f"load-{load.unit}", number=number, count=count)
        return self._catalogue.piece(f"load-{load.basis}", weight=weight)

    def _distance(self, distance: Distance) -> str:
        number, count = self._number(distance.hundredths)
        return self._catalogue.piece(f"distance-{distance.unit}", number=number, count=count)

    def _number(self, hundredths: int) -> tuple[str, int]:
        """A number in words, and the count that chooses its noun's form."""
        whole, rest = divmod(hundredths, 100)
        if rest not in QUARTERS:
            return self._numbers.decimal(hundredths), 2 if rest else whole
        if whole:
            words = self._numbers.cardinal(whole)
            return self._catalogue.piece(f"number-and_{QUARTERS[rest]}", whole=words), 2
        return self._catalogue.piece(f"number-{QUARTERS[rest]}"), 1


def _within_a_sentence(thing: Exercise | Move | Family) -> str:
    """The announced name, its first letter small unless the plural's is large: "Russian twist"."""
    name, plural = thing.name, thing.plural
    first = plural[:1] if plural[:1].lower() == name[:1].lower() else name[:1].lower()
    return first + name[1:]


def _readable(id: str) -> str:
    return id.replace("_", " ")

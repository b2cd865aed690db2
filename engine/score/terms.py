"""The arguments of phrases as single tokens that read back as what they were."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from fractions import Fraction

from engine.cues import Amount, Day, Days, Distance, Name, Names, Remaining, Span, Term
from engine.units import Basis, Load, Ms, Unit

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_WORD = rf"(?:[A-Za-z_][\w.-]*|{_QUOTED})"
_DATE = r"\d{4}-\d\d-\d\d"
_NUMBER = r"-?\d+(?:\.\d+)?"
_BARE_WORD = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_SPAN_PLACES, _LOAD_PLACES, _DISTANCE_PLACES = 3, 2, 2

TOKEN = rf'(?:[^\s"]|{_QUOTED})+'
"""A pattern that a written term matches as a whole, spaces in it included."""


def term_text(term: Term) -> str:
    """``60s``, ``@squat``, ``[squat,lunge]``, ``8:reps``, ``left``, ``3`` and so on."""
    match term:
        case Span(ms):
            return f"{_decimal(ms, _SPAN_PLACES)}s"
        case Remaining():
            return "<remaining>"
        case Name(id):
            return f"@{_word(id)}"
        case Names(ids):
            return f"[{','.join(map(_word, ids))}]"
        case Amount(count, noun):
            return f"{count}:{_word(noun)}"
        case str():
            return _word(term)
        case int():
            return str(term)
        case _:
            return _further_text(term)


def _further_text(term: Day | Days | Distance | Load) -> str:
    """``2026-12-24/2026-12-01``, ``[2026-12-02]/2026-12-01``, ``10.5km``, ``12.5kg/per_hand``."""
    match term:
        case Day(date, today):
            return f"{date}/{today}"
        case Days(dates, today):
            return f"[{','.join(dates)}]/{today}"
        case Distance(hundredths, distance_unit):
            return f"{_decimal(hundredths, _DISTANCE_PLACES)}{distance_unit}"
        case Load(hundredths, unit, basis):
            basis_text = "" if basis is Basis.TOTAL else f"/{basis}"
            return f"{_decimal(hundredths, _LOAD_PLACES)}{unit}{basis_text}"


def read_term(text: str) -> Term:
    """What ``term_text`` wrote. Raises ValueError for what it never writes."""
    for pattern, build in _READERS:
        match = pattern.fullmatch(text)
        if match:
            return build(match)
    raise ValueError(f"{text} is no argument of a phrase")


def _load(match: re.Match[str]) -> Load:
    basis = Basis(match[3]) if match[3] else Basis.TOTAL
    return Load(_whole(match[1], _LOAD_PLACES), Unit(match[2]), basis)


def _days(match: re.Match[str]) -> Days:
    return Days(tuple(match[1].split(",")) if match[1] else (), match[2])


def _distance(match: re.Match[str]) -> Distance:
    return Distance(_whole(match[1], _DISTANCE_PLACES), match[2])


def _names(match: re.Match[str]) -> Names:
    return Names(tuple(_read_word(word) for word in re.findall(_WORD, match[1])))


def _word(text: str) -> str:
    return text if _BARE_WORD.fullmatch(text) else json.dumps(text)


def _read_word(text: str) -> str:
    return str(json.loads(text)) if text.startswith('"') else text


def _decimal(value: int, places: int) -> str:
    whole, rest = divmod(abs(value), 10**places)
    digits = f"{whole}.{rest:0{places}}".rstrip("0").rstrip(".")
    return f"-{digits}" if value < 0 else digits


def _whole(text: str, places: int) -> int:
    return int(Fraction(text) * 10**places)


_BASES = "|".join(Basis)
_UNITS = "|".join(Unit)
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Term]], ...] = tuple(
    (re.compile(pattern, re.ASCII), build)
    for pattern, build in (
        (r"-?\d+", lambda match: int(match[0])),
        (rf"({_NUMBER})s", lambda match: Span(Ms(_whole(match[1], _SPAN_PLACES)))),
        (r"<remaining>", lambda match: Remaining()),
        (rf"@({_WORD})", lambda match: Name(_read_word(match[1]))),
        (rf"\[((?:{_WORD},?)*)\]", _names),
        (rf"(-?\d+):({_WORD})", lambda match: Amount(int(match[1]), _read_word(match[2]))),
        (rf"({_DATE})/({_DATE})", lambda match: Day(match[1], match[2])),
        (rf"\[((?:{_DATE},?)*)\]/({_DATE})", _days),
        (rf"({_NUMBER})(km|mi)", _distance),
        (rf"({_NUMBER})({_UNITS})(?:/({_BASES}))?", _load),
        (_WORD, lambda match: _read_word(match[0])),
    )
)

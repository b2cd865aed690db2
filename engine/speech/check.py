"""Finds what is wrong with a wording file before anybody hears it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase

from fluent.syntax import ast

from engine.errors import Fault
from engine.library.model import Gear, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Goal
from engine.plan.athlete.runs import RunKind
from engine.plan.model import Focus
from engine.plan.planner.kinds import MOBILITY
from engine.speech.catalogue import WAY
from engine.speech.phrases import PHRASES
from engine.speech.texts import Text, texts_of
from engine.units import Basis, Side, Unit

COUNTED = ("number", "count")
FORMS = ("{}", "and-{}", "{}-many", "{}-count")
"""An argument's variables: its words, those after a comma, its plural, its bare number."""


def _pieces() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "and-more", ("detail",)
    codes: Mapping[str, Iterable[str]] = {
        "side": Side,
        "place": Place,
        "gear": (*Gear, "other"),
        "focus": (*Focus, MOBILITY, "other"),
        "kind": (*RunKind, "other"),
        "weekday": Weekday,
        "unit": Unit,
        "goal": (*Goal, "other"),
    }
    yield from ((f"{kind}-{code}", ()) for kind, known in codes.items() for code in known)
    yield from (("word-hold", ()), *_of_amounts(), *_of_time())


def _of_amounts() -> Iterator[tuple[str, tuple[str, ...]]]:
    nouns = (
        *("reps", "seconds", "contacts", "sets", "exercises", "sessions"),
        *("minutes", "hours", "days", "weeks", "other"),
    )
    yield from ((f"amount-{noun}", COUNTED) for noun in nouns)
    yield from ((f"load-{unit}", COUNTED) for unit in Unit)
    yield from ((f"load-{basis}", ("weight",)) for basis in Basis)
    yield from ((f"distance-{unit}", COUNTED) for unit in ("km", "mi"))
    for fraction in ("quarter", "half", "three_quarters"):
        yield from ((f"number-{fraction}", ()), (f"number-and_{fraction}", ("whole",)))


def _of_time() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((f"time-{name}", ()) for name in ("none", "unknown", "minute_and_half"))
    yield from (("time-and_half", ("whole",)), ("time-both", ("longer", "shorter")))
    yield from ((f"day-{name}", ()) for name in ("today", "tomorrow", "yesterday", "unknown"))
    yield from (("day-near", ("weekday",)), ("day-far", ("weekday", "ordinal", "month")))


PIECES: Mapping[str, tuple[str, ...]] = dict(_pieces())
"""Each piece that a file must have, with the variables it is given."""

OPEN_ENDED = {"amount-": COUNTED}
"""Kinds of pieces that may have more members than those above."""


def faults_of(file: str, resource: ast.Resource) -> tuple[Fault, ...]:
    """Every fault of a wording file."""
    texts = tuple(texts_of(resource))
    found = (
        *_unreadable(resource),
        *_twice(resource),
        *_missing(texts),
        *(fault for text in texts for fault in _faults_in(text)),
        *_gaps(texts),
    )
    return tuple(Fault(file, key, problem, advice) for key, problem, advice in found)


Found = tuple[str, str, str]
"""Key, problem, advice."""


def _unreadable(resource: ast.Resource) -> Iterator[Found]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            words = " ".join((entry.content or "").split())[:40]
            reason = "; ".join(note.message or "" for note in entry.annotations)
            yield "file", f'is not Fluent at "{words}" ({reason})', "mending it there"


def _twice(resource: ast.Resource) -> Iterator[Found]:
    messages = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    keys = [entry.id.name for entry in messages]
    keys += [f"{entry.id.name}.{way.id.name}" for entry in messages for way in entry.attributes]
    for key, times in Counter(keys).items():
        if times > 1:
            yield key, "is there twice", "another name, or leaving one out"


def _missing(texts: tuple[Text, ...]) -> Iterator[Found]:
    there = {text.message for text in texts}
    for phrase in PHRASES:
        if phrase not in there:
            yield phrase, "is missing", f"{phrase} = with .a and so on below it"
    for piece in PIECES:
        if piece not in there:
            yield piece, "is missing", f"{piece} = and its words"


def _faults_in(text: Text) -> Iterator[Found]:
    if text.message in PHRASES:
        given = PHRASES[text.message]
        forms = {form.format(name) for name in given for form in FORMS}
        if not WAY.fullmatch(text.attribute or ""):
            yield text.key, "is no way of saying a phrase", ".a, .brief-a or .tones-a"
    else:
        known = _piece_given(text.message)
        if known is None:
            yield text.key, "is neither a phrase nor a piece", "one of those in phrases.py"
            return
        given, forms = known, set(known)
        if text.attribute:
            yield text.key, "belongs to a piece", "a value of the piece's own"
    for name in sorted(text.uses - forms):
        yield text.key, f"uses ${name}, which it is not given", _one_of(given)
    yield from _misuses(text)


def _misuses(text: Text) -> Iterator[Found]:
    words = {name for name in text.uses if not name.endswith("count")}
    for name in sorted(text.chooses & words):
        yield text.key, f"chooses by ${name}, which is words", "choosing by a count"
    for name in sorted(text.says - words):
        yield text.key, f"says ${name}, a bare number", "the variable that is in words"
    for name in sorted(text.logic):
        yield text.key, f"holds a {name}", "plain words and variables"


def _piece_given(piece: str) -> tuple[str, ...] | None:
    """The variables of a piece; None where there can be no such piece."""
    open_ended = (given for kind, given in OPEN_ENDED.items() if piece.startswith(kind))
    return PIECES[piece] if piece in PIECES else next(open_ended, None)


def _one_of(given: tuple[str, ...]) -> str:
    return " or ".join(f"${name}" for name in given) or "saying it without"


def _gaps(texts: tuple[Text, ...]) -> Iterator[Found]:
    """Ways are lettered from a without a gap, and the full ones are never lacking."""
    lettered: dict[tuple[str, str], set[str]] = {(phrase, ""): set() for phrase in PHRASES}
    for text in texts:
        way = WAY.fullmatch(text.attribute or "")
        if way and text.message in PHRASES:
            lettered.setdefault((text.message, way["verbosity"] or ""), set()).add(way["letter"])
    there = {text.message for text in texts}
    for (phrase, verbosity), letters in lettered.items():
        wanted = list(ascii_lowercase[: max(len(letters), 1)])
        if phrase in there and sorted(letters) != wanted:
            dashed = f"{verbosity}-" if verbosity else ""
            missing = next(letter for letter in wanted if letter not in letters)
            yield phrase, f"lacks .{dashed}{missing}", "lettering its ways from a on"

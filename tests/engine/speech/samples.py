"""The contract of phrases as a test needs it: each argument's kind, and values to fill it with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.cues import Amount, Day, Days, Distance, Name, Names, Remaining, Say, Span, Term
from engine.speech import phrases
from engine.units import Basis, Load, Ms, Unit

CODES = {
    "focus": "legs",
    "gear": "dumbbell",
    "goal": "trail",
    "kind": "hard",
    "place": "knee",
    "side": "left",
    "unit": "lb",
    "weekday": "tue,thu",
    "word": "down",
}
"""A value of each argument that is a code."""

ONE: dict[str, Term] = {
    "Amount": Amount(1, "reps"),
    "Day": Day("2026-12-01", "2026-12-01"),
    "Days": Days(("2026-12-02",), "2026-12-01"),
    "Distance": Distance(100, "km"),
    "Load": Load.of(1),
    "Name": Name("russian_twist"),
    "Names": Names(("push_up",)),
    "Remaining": Remaining(),
    "Span": Span(Ms(1000)),
    "int": 1,
    "list": "band",
}
MANY: dict[str, Term] = {
    "Amount": Amount(12, "sets"),
    "Day": Day("2026-12-24", "2026-12-01"),
    "Days": Days(("2026-12-01", "2026-12-03", "2026-12-06"), "2026-12-01"),
    "Distance": Distance(1250, "mi"),
    "Load": Load.of(12.5, Unit.LB, Basis.PER_HAND),
    "Name": Name("goblet_squat"),
    "Names": Names(("goblet_squat", "one_leg_rdl", "forearm_plank")),
    "Remaining": Span(Ms(19 * 60_000)),
    "Span": Span(Ms(90_000)),
    "int": 21,
    "list": "dumbbell,step,band",
}


@dataclass(frozen=True)
class Argument:
    name: str
    kind: str
    """A Term's type, ``list`` for codes joined by commas, or "" for one code."""
    optional: bool

    def value(self, values: dict[str, Term]) -> Term:
        return values[self.kind] if self.kind else CODES[self.name]


def _contract() -> Iterator[tuple[str, tuple[Argument, ...]]]:
    tables = (text for name, text in vars(phrases).items() if name.strip("_").isupper())
    for table in tables:
        for line in table.splitlines() if isinstance(table, str) else ():
            phrase, *words = line.split() or [""]
            if phrase in phrases.PHRASES:
                yield phrase, tuple(_argument(word) for word in words)


def _argument(word: str) -> Argument:
    name, _, kind = word.rstrip("?").partition(":")
    return Argument(name, kind or ("" if name in CODES else "int"), word.endswith("?"))


ARGUMENTS = dict(_contract())
"""Every phrase with its arguments."""


def says(phrase: str, variant: int = 0) -> Iterator[Say]:
    """The phrase with one of everything and with many, with and without what may be absent."""
    for values in (ONE, MANY):
        for absent in (False, True):
            args = tuple(
                (argument.name, argument.value(values))
                for argument in ARGUMENTS[phrase]
                if not (absent and argument.optional)
            )
            yield Say(phrase, args, variant)

"""What is said of words that may give way, and of calls that may be dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress

from engine.cues import Priority, Say
from engine.score.line import BREATH, GAP, Line
from engine.score.model import Placed


def needed(words: Iterable[Say]) -> list[Say]:
    """The words that must be said."""
    return [word for word in words if word.priority is not Priority.LOW]


def chosen(
    line: Line, words: Sequence[Say], clear: Callable[[Sequence[Placed]], bool]
) -> list[Placed]:
    """All words that must be said, and of the others, first come first served, what stays clear.

    ``clear`` judges the whole sequence, since a word more moves all that follow it.
    """
    taken = [word.priority is not Priority.LOW for word in words]
    for index, kept in enumerate(taken):
        trial = [*taken[:index], True, *taken[index + 1 :]]
        placed = [] if kept else line.in_turn(compress(words, trial))
        if placed and clear(placed):
            taken = trial
    return line.in_turn(compress(words, taken))


def around(
    words: Sequence[Placed], calls: Iterable[Placed], floor: int, until: int
) -> list[Placed]:
    """The calls that words and more important calls leave room for, in that order."""
    kept: list[Placed] = []
    for call in calls:
        inside = call.length > 0 and floor <= call.at and call.end <= until
        if inside and clear_of(words, call, GAP) and clear_of(kept, call, BREATH):
            kept.append(call)
    return kept


def clear_of(others: Iterable[Placed], placed: Placed, margin: int) -> bool:
    """Whether a sound keeps ``margin`` from all the others."""
    return all(
        placed.end + margin <= other.at or other.end + margin <= placed.at for other in others
    )

"""Cutting and appending scores: each gives a new one."""

from __future__ import annotations

from dataclasses import replace

from engine.score.model import Mark, Placed, Score
from engine.units import Ms


def trimmed(score: Score, from_ms: Ms) -> Score:
    """What is left of a score from an offset on; only ever shortened, never expanded.

    A sound that began before is dropped whole, since half a word is none; a mark that is on
    keeps what is left of it. An offset before the beginning leaves all, one past the end nothing.
    """
    offset = max(0, from_ms)
    if offset > score.total:
        return Score()
    return Score(
        tuple(_placed_later(each, -offset) for each in score.placed if each.at >= offset),
        tuple(
            replace(mark, start=Ms(max(0, mark.start - offset)), end=Ms(mark.end - offset))
            for mark in score.marks
            if mark.end > offset or mark.start >= offset
        ),
        Ms(score.total - offset),
    )


def joined(*scores: Score) -> Score:
    """The scores one right after the other; none gives an empty score."""
    placed: list[Placed] = []
    marks: list[Mark] = []
    total = 0
    for score in scores:
        placed.extend(_placed_later(each, total) for each in score.placed)
        marks.extend(_mark_later(mark, total) for mark in score.marks)
        total += score.total
    return Score(tuple(placed), tuple(marks), Ms(total))


def _placed_later(placed: Placed, by: int) -> Placed:
    return replace(placed, at=Ms(placed.at + by))


def _mark_later(mark: Mark, by: int) -> Mark:
    return replace(mark, start=Ms(mark.start + by), end=Ms(mark.end + by))

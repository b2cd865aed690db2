"""What each exercise asks of the athlete next: where it stands, or less."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.library.model import Exercise, Library, Place
from engine.plan.book import Book
from engine.plan.model import Level
from engine.plan.progression.loads import at_percent, weights_for
from engine.plan.progression.model import strength
from engine.plan.workout.prescribe import Aim

AS_THEY_ARE = 100
"""Per cent of the loads in usual weeks."""
TENDER_FROM, BLOCKED_FROM = 1, 3
"""Levels of pain on file between which an exercise is kept at the low end of its range."""


def aims_of(
    book: Book, library: Library, percent: int, *, repeats: bool, slow: bool
) -> tuple[tuple[str, Aim], ...]:
    """By exercise id. ``percent``: of its load; ``repeats``: its last dose once more; ``slow``:
    lowerings may be as slow as they have become."""
    aches = book.profile.aches
    tender = frozenset(a.place for a in aches if TENDER_FROM <= a.level < BLOCKED_FROM)
    found: list[tuple[str, Aim]] = []
    for level in _leading(book.training.levels):
        exercise = library.exercises.get(level.exercise)
        if exercise is None:
            continue
        if repeats and level.last_target:
            level = replace(level, target=level.last_target, load=level.last_load, why=None)
        level = level if slow else replace(level, slower_s=0)
        found.append((exercise.id, _aim(level, exercise, percent, tender, book)))
    return tuple(found)


def _leading(levels: Iterable[Level]) -> tuple[Level, ...]:
    """Each exercise once: of two sides the weaker leads both."""
    weakest: dict[str, Level] = {}
    for level in levels:
        other = weakest.get(level.exercise)
        if other is None or strength(level) < strength(other):
            weakest[level.exercise] = level
    return tuple(weakest.values())


def _aim(
    level: Level, exercise: Exercise, percent: int, tender: frozenset[Place], book: Book
) -> Aim:
    weights = weights_for(exercise, book.profile.gear, book.profile.weights)
    hurts = bool(exercise.avoid_with & tender)
    return Aim(
        None if hurts else level.target,
        level.load and at_percent(level.load, percent, weights),
        level.slower_s,
        level.more_rest_s,
        level.more_sets,
        level.target > exercise.high,
        None if hurts or percent != AS_THEY_ARE else level.why,
    )

"""Which slots a session fills, in order of priority, and how the athlete's goal bends that."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.library.model import Pattern
from engine.plan.athlete.profile import Goal
from engine.plan.model import Focus
from engine.plan.workout.templates import KIND_OF, SLOTS

THIRD = 2
COVERING = 5
"""So many exercises keep a core one where hip work moves up."""


def slots_for(kind: str, focus: Focus, goal: Goal, size: int) -> tuple[Pattern, ...]:
    """All slots of a session type, the most important first; it takes about the first ``size``."""
    slots = SLOTS[kind or KIND_OF[focus]]
    if goal is Goal.RESILIENCE and kind in ("A", "B") and size >= COVERING:
        return _third(slots, Pattern.LATERAL_HIP)
    if goal is Goal.BONE:
        return _two_legged(slots, kind)
    return slots


TWO_LEGGED: Mapping[str, tuple[Pattern, Pattern]] = MappingProxyType(
    {
        "B": (Pattern.HIP_EXTENSION, Pattern.HINGE),
        "F": (Pattern.LUNGE, Pattern.SQUAT),
    }
)
"""Slots that give way to a lift on two legs where bones are the goal: it can be loaded more."""


def _two_legged(slots: tuple[Pattern, ...], kind: str) -> tuple[Pattern, ...]:
    old, new = TWO_LEGGED.get(kind, (None, None))
    return tuple(new if new and slot is old else slot for slot in slots)


def _third(slots: tuple[Pattern, ...], pattern: Pattern) -> tuple[Pattern, ...]:
    """Hip and core work comes third: it spared novice runners injuries (Leppänen 2024)."""
    others = tuple(slot for slot in slots if slot is not pattern)
    return (*others[:THIRD], pattern, *others[THIRD:])

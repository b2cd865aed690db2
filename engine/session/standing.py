"""What outlasts a session: a fold over its facts, which the next session begins with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.cues import Verbosity
from engine.library.model import Place
from engine.session.commands import Symptom
from engine.session.facts import (
    ClearanceGiven,
    ExerciseMet,
    Fact,
    PainGone,
    PainReported,
    SessionStarted,
    UnwellReported,
)
from engine.session.state import Course, Idle, State
from engine.units import HOUR, Instant, Ms

DAY = Ms(24 * HOUR)
DIZZY_TWICE_WITHIN = Ms(30 * DAY)
"""Dizzy a second time within thirty days: a professional should say yes first."""


@dataclass(frozen=True)
class Standing:
    """An athlete's standing between sessions."""

    consented: bool = False
    needs_clearance: bool = False
    met: tuple[tuple[str, int], ...] = ()
    """In how many sessions each exercise was introduced."""
    blocked: tuple[tuple[Place, Instant], ...] = ()
    """Places that hurt, each until a moment."""
    after_pain: bool = False
    """Pain was reported since the last session began."""
    dizzy_at: Instant | None = None
    verbosity: Verbosity = Verbosity.FULL
    sessions: int = 0
    """Begun so far."""
    first_at: Instant | None = None
    """When the first session began: training weeks count from it."""

    def blocked_at(self, at: Instant) -> frozenset[Place]:
        """The places still to be spared at a moment."""
        return frozenset(place for place, until in self.blocked if until > at)

    def opening(self, at: Instant) -> State:
        """A state with no session, ready for one."""
        return State(
            Idle(),
            Course(
                consented=self.consented,
                needs_clearance=self.needs_clearance,
                met=self.met,
                blocked=self.blocked_at(at),
                after_pain=self.after_pain,
                verbosity=self.verbosity,
                sessions=self.sessions,
            ),
        )

    def week_at(self, at: Instant) -> int:
        """Which week of training it is, from 1."""
        return 1 if self.first_at is None else 1 + max(0, at - self.first_at) // (7 * DAY)


def folded(standing: Standing, facts: Iterable[Fact]) -> Standing:
    """The standing after these facts, in their order."""
    for fact in facts:
        standing = _after(standing, fact)
    return standing


def _after(standing: Standing, fact: Fact) -> Standing:
    match fact:
        case SessionStarted(at=at, consented=consented):
            return replace(
                standing,
                consented=standing.consented or consented,
                after_pain=False,
                sessions=standing.sessions + 1,
                first_at=standing.first_at or at,
            )
        case ExerciseMet(exercise=exercise):
            met = dict(standing.met)
            met[exercise] = met.get(exercise, 0) + 1
            return replace(standing, met=tuple(met.items()))
        case PainReported(at=at, place=place, block_days=days):
            blocked = dict(standing.blocked)
            if days:
                blocked[place] = max(blocked.get(place, at), Instant(at + days * DAY))
            return replace(standing, blocked=tuple(blocked.items()), after_pain=True)
        case PainGone(place=place):
            left = tuple(item for item in standing.blocked if place not in (None, item[0]))
            return replace(standing, blocked=left)
        case UnwellReported(at=at, symptom=symptom):
            return _unwell(standing, at, symptom)
        case ClearanceGiven():
            return replace(standing, needs_clearance=False)
        case _:
            return standing


def _unwell(standing: Standing, at: Instant, symptom: Symptom) -> Standing:
    if symptom.locks:
        return replace(standing, needs_clearance=True)
    if symptom is not Symptom.DIZZY:
        return standing
    before = standing.dizzy_at
    again = before is not None and at - before <= DIZZY_TWICE_WITHIN
    return replace(standing, needs_clearance=standing.needs_clearance or again, dizzy_at=at)

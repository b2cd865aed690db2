"""What the next session asks for, from how this one went: reps and holds, one step at a time.

Loads and rungs of the ladder are left where they are: those steps need the athlete's weights and
several sessions.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.library.model import Measure

STEP = {Measure.REPS: 1, Measure.HOLD: 5, Measure.CONTACTS: 1}
"""Added when all sets were reached: one rep, five seconds (double progression)."""


@dataclass(frozen=True)
class Result:
    """How the sets of one exercise went, both sides of every set counted."""

    measure: Measure
    low: int
    high: int
    target: int
    """What the first set asked for."""
    actuals: tuple[int, ...]
    felt_easy: bool = False
    felt_hard: bool = False
    complete: bool = True
    """No set was skipped, swapped or lowered."""


def next_target(result: Result) -> int:
    """The target for next time, within the range.

    It rises when every set reached it and none felt too hard, twice as far after "too easy"; it
    never falls below the low end, and holds otherwise.
    """
    reached = result.complete and min(result.actuals, default=0) >= result.target
    if not reached or result.felt_hard:
        return result.target
    step = STEP[result.measure] * (2 if result.felt_easy else 1)
    return max(result.low, min(result.high, result.target + step))

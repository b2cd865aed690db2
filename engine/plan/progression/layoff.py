"""Coming back after a gap: less at first, then loads that climb back by a tenth a week.

The gaps and their cuts are engineering judgement on detraining studies (Halonen 2024, Caterisano
2019); so is the climb, which keeps every rise near ten per cent.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engine.plan.progression.model import Layoff, Training

AS_PLANNED_UP_TO = 10
"""Days without a session that change nothing."""
CLIMB_PERCENT = 110
FULL_FROM_PERCENT = 97
"""What is so near to the old weight is the old weight."""


def layoff_on(training: Training, day: date, back: date | None = None) -> Layoff | None:
    """What a layoff asks for on a day; None where everything is as usual.

    ``back`` is the day of the first session from now on, where that is another day: a plan of
    later weeks must not take its own sessions for missed.
    """
    return _as_of(begun_on(training, day if back is None else min(back, day)), day)


def begun_on(training: Training, back: date) -> Layoff | None:
    """The layoff that the next session, on the day ``back``, begins or goes on with."""
    if training.latest is not None:
        earlier = replace(training, latest=None)
        kept = begun_on(earlier, training.latest.day)
    else:
        kept = training.layoff
    last = training.last_day
    new = _after(last, back) if last else None
    still = _as_of(kept, last) if last else None
    if kept is not None and still is not None and (new is None or _less(still, new)):
        return kept if new is None else _again(kept, still, back)
    return new


def _after(last: date, back: date) -> Layoff | None:
    """What a gap asks for."""
    gap = (back - last).days
    if gap <= AS_PLANNED_UP_TO:
        return None
    if gap <= 14:
        return Layoff(back, back + timedelta(days=1), repeats=True)
    if gap <= 28:
        return Layoff(back, back + timedelta(weeks=1), 90, fewer_sets=1)
    if gap <= 56:
        return Layoff(back, back + timedelta(weeks=2), 80, most_sets=2, rir=3)
    until = back + timedelta(weeks=3)
    return Layoff(back, until, 65, most_sets=2, rir=4, easier_rungs=True, reassess=gap > 180)


def _less(still: Layoff, new: Layoff) -> bool:
    return still.load_percent < new.load_percent


def _again(kept: Layoff, still: Layoff, back: date) -> Layoff:
    """A gap in the middle of a comeback begins its weeks anew, from where the loads were."""
    return replace(still, since=back, until=back + (kept.until - kept.since))


def _as_of(layoff: Layoff | None, day: date) -> Layoff | None:
    if layoff is None or day < layoff.until:
        return layoff
    percent = layoff.load_percent
    for _ in range((day - layoff.until).days // 7 + 1):
        percent = percent * CLIMB_PERCENT // 100
        if percent >= FULL_FROM_PERCENT:
            return None
    return Layoff(layoff.since, layoff.until, percent)

"""Why a session is on a day as it is, and why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from engine.cues import Day
from engine.plan.athlete.calendar import DAYS
from engine.plan.athlete.days import Readiness
from engine.plan.athlete.runs import RunKind
from engine.plan.model import Phase, Workout
from engine.plan.planner.kinds import FOCUS_OF, RACE_WEEK, has_legs
from engine.plan.planner.placement import after_sudden, light_before
from engine.plan.planner.races import Nearness
from engine.plan.planner.rules import Placed, Setting, barred
from engine.plan.planner.wishes import Spot
from engine.plan.reasons import Reason, because
from engine.plan.workout.reasons import OF_FOCUS

SPIKE_PERCENT, SPIKE_DAYS = 110, 30
"""One run more than a tenth longer than the longest of the last thirty days raises the risk of
injury by two thirds (Frandsen 2025): nothing else rises in that week."""


def why_session(
    at: Setting, index: int, workout: Workout, spot: Spot, recovers: bool
) -> tuple[Reason, ...]:
    """Why this day and this session, the most telling first; ``recovers``: from an illness."""
    focus = OF_FOCUS[workout.focus]
    return (
        *_why_day(at, index, workout.phase),
        *_why_easier(at, index, spot, recovers),
        _of_day(at.week.kinds[index], Day(spot.day.isoformat(), at.today.isoformat())),
        *_why_kind(workout),
        *(reason for reason in workout.reasons if reason.code != focus),
    )


def _why_day(at: Setting, index: int, phase: Phase) -> Iterator[Reason]:
    day, near = at.week.days[index], at.near[index]
    race = Day(near.race.day.isoformat(), day.isoformat()) if near.race else None
    if at.book.diary.on(day).pinned:
        yield because("moved_here")
    if near.nearness is Nearness.LAST_WEEK:
        yield because("phase_race_week", day=race)
    elif near.nearness is Nearness.TAPER:
        yield because("phase_taper", day=race)
    elif near.nearness in (Nearness.LIGHT, Nearness.LEGS_REST):
        yield because("phase_recovery")
    elif phase is Phase.DELOAD:
        yield because("phase_deload")


def _why_easier(at: Setting, index: int, spot: Spot, recovers: bool) -> Iterator[Reason]:
    """What makes it less than usual beside races and easy weeks."""
    if recovers:
        yield because("after_illness")
    if at.book.diary.on(spot.day).readiness is Readiness.AMBER:
        yield because("easier_day")
    if (following := light_before(at, index, spot.kind)) is not None:
        yield because("before_hard", kind=following.value)
    if after_sudden(at, index, spot.kind):
        yield because("after_sudden")
    layoff = spot.layoff
    if layoff is not None and not layoff.repeats and spot.day < layoff.until:
        yield because("comeback")


def _of_day(kind: RunKind | None, day: Day) -> Reason:
    if kind is None:
        return because("day_free", day=day)
    if kind in (RunKind.EASY, RunKind.CROSS):
        return because("day_easy_run", day=day)
    return because("day_after_hard", day=day)


def _why_kind(workout: Workout) -> Iterator[Reason]:
    kind = "race" if workout.kind == RACE_WEEK else FOCUS_OF[workout.kind].value
    yield because(f"kind_{kind}")


def why_rest(at: Setting, index: int, placed: Placed) -> tuple[Reason, ...]:
    """Why there is no session on a day: a rule, sore legs, or simply enough for the week."""
    rule = barred(at, index)
    if rule is not None:
        return (rule,)
    if at.near[index].nearness is Nearness.LEGS_REST:
        return (because("after_race"),)
    if at.near[index].nearness is Nearness.LAST_WEEK:
        return (because("race_week_enough"),)
    if _legs_beside(at, index, placed):
        return (because("legs_rested"),)
    if at.week.kinds[index] is None and at.week.rest_days - _rest_days_used(at, placed) == 1:
        return (because("keeps_rest_day"),)
    return (because("enough", count=len(placed)),)


def _legs_beside(at: Setting, index: int, placed: Placed) -> bool:
    yesterday = placed.get(index - 1) if index else at.kind_before
    tomorrow = placed.get((index + 1) % DAYS)
    return any(kind is not None and has_legs(kind) for kind in (yesterday, tomorrow))


def _rest_days_used(at: Setting, placed: Placed) -> int:
    return sum(at.week.kinds[index] is None for index in placed)


def spiked(at: Setting) -> bool:
    """Whether a run of this week was much longer than every one of the thirty days before it."""
    done = [run for run in at.book.runs if run.done and run.distance_m]
    for run in done:
        if not at.week.start <= run.day <= at.week.days[-1]:
            continue
        earlier = [
            other.distance_m or 0
            for other in done
            if timedelta(0) < run.day - other.day <= timedelta(SPIKE_DAYS)
        ]
        if earlier and (run.distance_m or 0) * 100 > max(earlier) * SPIKE_PERCENT:
            return True
    return False

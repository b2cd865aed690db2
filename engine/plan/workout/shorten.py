"""Makes a workout fit once its spoken length is known: rests give way first, then a set goes."""

from __future__ import annotations

from dataclasses import replace

from engine.plan.model import PlannedSet, RestKind, Workout
from engine.units import Ms, seconds

SHORTEST_REST = seconds(5)
REST_KEPT_PERCENT = 75
"""A rest keeps three quarters of itself: shorter ones cost strength (below a minute, preprint
medRxiv 25336351)."""


def shorter(workout: Workout, by: Ms) -> Workout:
    """The workout about ``by`` shorter, or the same where nothing more can give way."""
    spare = sum(_spare(planned) for planned in workout.sets)
    if by <= spare:
        return replace(workout, sets=_with_rests_cut(workout.sets, by, spare))
    cut = _with_rests_cut(workout.sets, Ms(spare), spare) if spare else workout.sets
    return replace(workout, sets=_without_a_set(workout, cut))


def _spare(planned: PlannedSet) -> int:
    if planned.rest_kind not in (RestKind.REST, RestKind.CHANGE):
        return 0
    least = max(SHORTEST_REST, planned.rest_ms * REST_KEPT_PERCENT // 100)
    return max(0, planned.rest_ms - least)


def _with_rests_cut(sets: tuple[PlannedSet, ...], by: Ms, spare: int) -> tuple[PlannedSet, ...]:
    """Each rest gives its share, rounded up to whole seconds."""
    return tuple(
        replace(planned, rest_ms=Ms(planned.rest_ms - _share(_spare(planned), by, spare)))
        for planned in sets
    )


def _share(own: int, by: Ms, spare: int) -> int:
    return min(own, -(-own * by // spare // 1000) * 1000) if own else 0


def _without_a_set(workout: Workout, sets: tuple[PlannedSet, ...]) -> tuple[PlannedSet, ...]:
    """The exercise that matters least of those with most sets loses its last one."""
    counts = {planned.exercise: planned.of for planned in sets if planned.main}
    most = max(counts.values(), default=1)
    if most == 1:
        return sets
    order = [id for id, _ in workout.patterns if counts.get(id) == most]
    loser = order[-1] if order else next(id for id, count in counts.items() if count == most)
    return tuple(
        replace(planned, of=most - 1) if planned.main and planned.exercise == loser else planned
        for planned in sets
        if not (planned.main and planned.exercise == loser and planned.number == most)
    )

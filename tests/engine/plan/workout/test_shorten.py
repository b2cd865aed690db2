"""A workout that is too long when spoken gives up rest first, and then sets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.library.load import embedded_library
from engine.plan.workout.builtin import BUILTIN_IDS, builtin
from engine.plan.workout.shorten import REST_KEPT_PERCENT, SHORTEST_REST, shorter
from engine.plan.workout.timing import planned_ms
from engine.units import Ms, seconds

LIBRARY = embedded_library()


@given(st.sampled_from(BUILTIN_IDS), st.integers(1, 20_000))
def test_a_little_too_long_costs_rest_alone(id: str, by: int) -> None:
    before = builtin(LIBRARY, id, week=6)
    after = shorter(before, Ms(by))
    saved = planned_ms(before.sets) - planned_ms(after.sets)
    if len(after.sets) != len(before.sets):
        return  # the rests had not that much to give
    assert by <= saved <= by + seconds(1) * len(before.sets)
    for old, new in zip(before.sets, after.sets, strict=True):
        kept = max(SHORTEST_REST, old.rest_ms * REST_KEPT_PERCENT // 100)
        assert new.rest_ms >= min(old.rest_ms, kept)


@given(st.sampled_from(BUILTIN_IDS))
def test_far_too_long_costs_one_set_of_what_matters_least(id: str) -> None:
    before = builtin(LIBRARY, id, week=6)
    after = shorter(before, Ms(10 * 60_000))
    most = max(planned.of for planned in before.sets if planned.main)
    lost = {(s.exercise, s.number) for s in before.sets if s.main} - {
        (s.exercise, s.number) for s in after.sets if s.main
    }
    assert len(lost) == 1
    exercise, number = lost.pop()
    assert number == most
    assert {s.of for s in after.sets if s.exercise == exercise and s.main} == {most - 1}


def test_a_workout_of_single_sets_is_left_alone() -> None:
    workout = builtin(LIBRARY, "beginner-full-15")
    for _ in range(20):
        workout = shorter(workout, Ms(10 * 60_000))
    assert {planned.of for planned in workout.sets} == {1}
    assert shorter(workout, Ms(10 * 60_000)) == workout

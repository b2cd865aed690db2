"""Warm-up and cool-down: exact seconds, both sides, and nothing that would hurt."""

from __future__ import annotations

import pytest

from engine.library.model import Library, Measure, Place
from engine.plan.model import Block, PlannedSet, RestKind
from engine.plan.workout.routine import SPARE_COOL_DOWN, SPARE_WARM_UP, cool_down, warm_up
from engine.plan.workout.timing import planned_ms
from engine.units import Side, seconds

NONE: frozenset[Place] = frozenset()
EVERYWHERE = frozenset(Place)


def moves(sets: tuple[PlannedSet, ...]) -> list[tuple[str, int]]:
    return [(planned.exercise, planned.target) for planned in sets]


@pytest.mark.parametrize(
    ("minutes", "warm", "cool"), [(15, 120, 60), (20, 180, 60), (30, 240, 120), (45, 360, 180)]
)
@pytest.mark.parametrize("blocked", [NONE, EVERYWHERE, *(frozenset({place}) for place in Place)])
def test_warm_up_and_cool_down_take_their_seconds_whatever_hurts(
    library: Library, minutes: int, warm: int, cool: int, blocked: frozenset[Place]
) -> None:
    assert planned_ms(warm_up(library, minutes, blocked, gentle=False)) == seconds(warm)
    assert planned_ms(cool_down(library, minutes, blocked)) == seconds(cool)


@pytest.mark.parametrize("minutes", [15, 20, 30, 45])
def test_no_move_is_left_that_would_hurt(library: Library, minutes: int) -> None:
    for place in Place:
        pain = frozenset({place})
        sets = warm_up(library, minutes, pain, gentle=False) + cool_down(library, minutes, pain)
        assert not any(library.moves[planned.exercise].avoid_with & pain for planned in sets)


def test_moves_are_timed_holds_without_lead_or_rest(library: Library) -> None:
    for planned in warm_up(library, 45, NONE, gentle=False):
        assert planned.block is Block.WARM_UP
        assert planned.measure is Measure.HOLD
        assert planned.low == planned.target == planned.high
        assert (planned.lead_ms, planned.rest_ms, planned.rest_kind) == (0, 0, RestKind.NONE)


def test_a_one_sided_move_shares_its_seconds_left_then_right(library: Library) -> None:
    walk, left, right = cool_down(library, 15, NONE)
    assert (walk.exercise, walk.side, walk.target) == ("walk_breathe", None, 30)
    assert (left.exercise, left.side, left.target) == ("calf_stretch", Side.LEFT, 15)
    assert (right.exercise, right.side, right.target) == ("calf_stretch", Side.RIGHT, 15)


def test_the_gentle_march_where_others_jog(library: Library) -> None:
    assert moves(warm_up(library, 20, NONE, gentle=False))[0] == ("jog_on_spot", 45)
    assert moves(warm_up(library, 20, NONE, gentle=True))[0] == ("march", 45)


def test_a_move_that_would_hurt_gives_way_to_one_not_yet_done(library: Library) -> None:
    knee = frozenset({Place.KNEE})
    assert moves(warm_up(library, 15, knee, gentle=True)) == [
        *(("march", 30), ("hinge_reach", 30), ("wall_push_ups", 30), ("easy_bridges", 30)),
    ]


def test_the_second_rehearsal_is_numbered(library: Library) -> None:
    *_, first, second = warm_up(library, 45, NONE, gentle=False)
    assert (first.exercise, first.number, first.of, first.target) == ("practice_reps", 1, 2, 30)
    assert (second.exercise, second.number, second.of, second.target) == ("practice_reps", 2, 2, 60)


def test_the_last_resort_hurts_nobody(library: Library) -> None:
    for spare in (SPARE_WARM_UP, SPARE_COOL_DOWN):
        assert not library.moves[spare[-1]].avoid_with

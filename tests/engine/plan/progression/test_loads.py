"""The next weight up and down: usual steps, or what the athlete owns; exact in both units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library.model import Gear, Pattern
from engine.plan.progression.loads import at_percent, heavier, is_large, lighter, mass, weights_for
from engine.units import Basis, Load, Unit
from tests.engine.plan.progression.doing import OWNED, exercise, kg, pounds

LEGS, UPPER = Pattern.SQUAT, Pattern.PULL_HORIZONTAL


@pytest.mark.parametrize(
    ("load", "pattern", "up"),
    [
        (kg(30), LEGS, kg(32.5)),
        (kg(80), LEGS, kg(85)),
        (kg(16), LEGS, kg(17.5)),
        (kg(10), UPPER, kg(11.25)),
        (kg(40), UPPER, kg(41.25)),
        (kg(50), LEGS, kg(52.5)),
        (kg(0.5), UPPER, kg(1.25)),
        (kg(0), LEGS, kg(2.5)),
        (pounds(100), LEGS, pounds(105)),
        (pounds(31.5), LEGS, pounds(35)),
        (pounds(20), UPPER, pounds(22.5)),
    ],
)
def test_legs_rise_by_five_per_cent_and_the_rest_by_three(
    load: Load, pattern: Pattern, up: Load
) -> None:
    assert heavier(load, pattern) == up


@pytest.mark.parametrize(
    ("load", "up", "down"),
    [
        (kg(8), kg(10), None),
        (kg(10), kg(12), kg(8)),
        (kg(11), kg(12), kg(10)),
        (kg(14), None, kg(12)),
        (pounds(20), kg(10), kg(8)),
    ],
)
def test_weights_owned_are_stepped_through_one_by_one(
    load: Load, up: Load | None, down: Load | None
) -> None:
    assert heavier(load, LEGS, OWNED) == up
    assert lighter(load, OWNED) == down


def test_a_weight_above_all_that_are_told_moves_in_usual_steps() -> None:
    assert heavier(kg(80), LEGS, OWNED) == kg(85)
    assert lighter(kg(80), OWNED) == kg(72)
    assert at_percent(kg(80), 90, OWNED) == kg(72)


def test_another_weight_keeps_what_its_number_counts() -> None:
    pair = Load.of(10, basis=Basis.PER_HAND)
    assert heavier(pair, UPPER, OWNED) == Load.of(12, basis=Basis.PER_HAND)
    assert lighter(pair) == Load.of(9, basis=Basis.PER_HAND)


@pytest.mark.parametrize(
    ("load", "down"),
    [
        (kg(40), kg(36)),
        (kg(12.5), kg(11)),
        (kg(1), kg(0.5)),
        (kg(0.5), None),
        (kg(0), None),
        (pounds(35), pounds(31.5)),
    ],
)
def test_a_tenth_less_goes_down_to_half_a_unit(load: Load, down: Load | None) -> None:
    assert lighter(load) == down


@pytest.mark.parametrize(
    ("percent", "owned", "load"),
    [
        (100, (), kg(12)),
        (100, OWNED, kg(12)),
        (90, (), kg(10.5)),
        (65, (), kg(7.5)),
        (90, OWNED, kg(10)),
        (80, OWNED, kg(8)),
        (50, OWNED, kg(8)),
    ],
)
def test_a_part_of_a_weight_is_one_that_can_be_lifted(
    percent: int, owned: tuple[Load, ...], load: Load
) -> None:
    assert at_percent(kg(12), percent, owned) == load


def test_a_part_of_almost_nothing_is_no_more_than_it() -> None:
    assert at_percent(kg(0.25), 50) == kg(0.25)


@pytest.mark.parametrize(
    ("old", "new", "large"),
    [
        (kg(10), kg(11), False),
        (kg(10), kg(11.01), True),
        (kg(10), kg(12), True),
        (kg(0), kg(1.25), True),
        (pounds(10), pounds(11), False),
    ],
)
def test_more_than_a_tenth_is_a_large_step(old: Load, new: Load, large: bool) -> None:
    assert is_large(old, new) is large


def test_units_are_converted_only_to_compare_and_exactly() -> None:
    assert mass(kg(45.36)) > mass(pounds(100)) > mass(kg(45.35))
    assert mass(None) == 0


def test_plates_are_not_bound_to_the_dumbbells_at_home() -> None:
    everything = frozenset(Gear)
    assert weights_for(exercise("barbell_squat"), everything, OWNED) == ()
    assert weights_for(exercise("one_arm_cable_row"), everything, OWNED) == ()
    assert weights_for(exercise("goblet_squat"), everything, OWNED) == OWNED
    assert weights_for(exercise("goblet_squat"), frozenset(), OWNED) == OWNED


loads = st.builds(Load, st.integers(0, 40_000), st.sampled_from(Unit))
owned = st.lists(loads, max_size=8).map(tuple)


@given(loads, st.sampled_from(Pattern), owned)
def test_up_is_heavier_and_down_is_lighter_and_nothing_is_skipped(
    load: Load, pattern: Pattern, weights: tuple[Load, ...]
) -> None:
    up, down = heavier(load, pattern, weights), lighter(load, weights)
    assert up is None or mass(up) > mass(load)
    assert down is None or mass(down) < mass(load)
    if any(mass(weight) >= mass(load) for weight in weights):
        between = [w for w in weights if up and mass(load) < mass(w) < mass(up)]
        assert between == []


@given(loads, st.integers(1, 120), owned)
def test_a_part_is_never_more_than_the_whole(
    load: Load, percent: int, weights: tuple[Load, ...]
) -> None:
    assert mass(at_percent(load, percent, weights)) <= mass(load)

"""One exercise, one session: what rises, what holds and what goes down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.cues import Amount, Name
from engine.plan.model import Effort, Level
from engine.plan.progression.step import Step, Terms, stepped
from tests.engine.plan.progression.doing import (
    EASY,
    HARD,
    MONDAY,
    OWNED,
    RIGHT,
    did,
    exercise,
    kg,
    reach,
    standing,
)


def terms(id: str, **more: object) -> Terms:
    this = exercise(id)
    usual = Terms(this, MONDAY, reach().rung(this, +1), reach().rung(this, -1))
    return replace(usual, **more)  # type: ignore[arg-type]


def goblet(*actuals: int, load: float = 16, **how: object) -> tuple[Level, Step]:
    before = standing("goblet_squat", how.pop("at", 8), kg(16))  # type: ignore[arg-type]
    limits = how.pop("terms", {})
    result = did("goblet_squat", *actuals, load=kg(load), target=before.target, **how)  # type: ignore[arg-type]
    return before, stepped(before, result, terms("goblet_squat", **limits))  # type: ignore[arg-type]


# Inside the range


@pytest.mark.parametrize("effort", [RIGHT, None])
def test_silence_counts_as_just_right_for_reps(effort: Effort | None) -> None:
    assert goblet(8, 8, effort=effort)[1].level.target == 9


def test_assumed_sets_raise_reps() -> None:
    assert goblet(8, 8, effort=None, said=False)[1].level.target == 9


@pytest.mark.parametrize(
    ("id", "target", "effort", "following"),
    [
        ("goblet_squat", 11, EASY, 12),
        ("forearm_plank", 30, EASY, 40),
        ("forearm_plank", 43, RIGHT, 45),
        ("suitcase_carry", 20, RIGHT, 25),
        ("pogo_fast", 15, RIGHT, 16),
        ("pogo_fast", 15, EASY, 16),
    ],
)
def test_reps_seconds_and_landings_rise_at_their_own_pace_up_to_the_top(
    id: str, target: int, effort: Effort, following: int
) -> None:
    step = stepped(standing(id, target), did(id, target, effort=effort), terms(id))
    assert step.level.target == following


def test_a_hold_says_seconds_and_reps_say_reps() -> None:
    held = stepped(standing("forearm_plank", 30), did("forearm_plank", 30), terms("forearm_plank"))
    assert dict(held.reason.facts) == {  # type: ignore[union-attr]
        "exercise": Name("forearm_plank"),
        "amount": Amount(35, "seconds"),
    }


def test_more_than_was_asked_for_still_rises_by_one() -> None:
    assert goblet(12, 12)[1].level.target == 9


# What holds


@pytest.mark.parametrize(
    "how",
    [
        {"complete": False},
        {"terms": {"may_rise": False}},
        {"terms": {"may_rise": False}, "effort": EASY},
    ],
)
def test_a_session_cut_short_or_meant_to_be_easy_changes_nothing(how: dict[str, object]) -> None:
    before, step = goblet(8, 8, **how)
    assert (step.level, step.reason) == (before, None)


def test_an_exercise_not_done_changes_nothing() -> None:
    before, step = goblet()
    assert step == Step(before)


def test_sets_that_were_cut_off_and_only_assumed_are_no_miss() -> None:
    before, step = goblet(8, 5, said=False)
    assert step.level == before


def test_too_hard_holds_and_forgets_the_streak() -> None:
    before = standing("goblet_squat", 12, kg(16), streak=1, fails=1)
    result = did("goblet_squat", 12, 12, load=kg(16), effort=HARD)
    step = stepped(before, result, terms("goblet_squat"))
    assert (step.level.target, step.level.streak, step.level.fails) == (12, 0, 0)


def test_a_good_session_in_between_makes_a_miss_the_first_again() -> None:
    before = standing("goblet_squat", 9, kg(16), fails=1)
    result = did("goblet_squat", 9, 9, load=kg(16))
    assert stepped(before, result, terms("goblet_squat")).level.fails == 0
    easy = stepped(before, result, terms("goblet_squat", may_rise=False))
    assert (easy.level.fails, easy.level.target) == (0, 9)


def test_less_than_where_it_stands_was_asked_for_and_done_so_it_stays_there() -> None:
    before = standing("goblet_squat", 11, kg(16))
    result = did("goblet_squat", 8, 8, load=kg(16))
    assert stepped(before, result, terms("goblet_squat")).level.target == 11


# The top of the range


def at_top(id: str, effort: Effort | None, said: bool = True, **more: object) -> Step:
    top = exercise(id).high
    load = kg(30) if exercise(id).loadable else None
    before = standing(id, top, load, streak=1, **more)
    return stepped(before, did(id, top, top, load=load, effort=effort, said=said), terms(id))


@pytest.mark.parametrize("id", ["goblet_squat", "bw_squat", "forearm_plank"])
def test_silence_never_leads_past_the_top(id: str) -> None:
    step = at_top(id, None)
    assert (step.code, step.rung, step.level.streak) == ("", None, 1)


def test_assumed_sets_never_raise_a_load_but_may_raise_a_rung() -> None:
    assert at_top("goblet_squat", EASY, said=False).code == ""
    assert at_top("bw_squat", RIGHT, said=False).code == "rung_up"


def test_nothing_steps_up_while_it_may_not_but_it_is_not_forgotten() -> None:
    top = standing("goblet_squat", 12, kg(30))
    done = did("goblet_squat", 12, 12, load=kg(30), effort=EASY)
    held = stepped(top, done, terms("goblet_squat", may_step=False))
    assert (held.code, held.level.streak, held.level.load) == ("hold_steady", 1, kg(30))
    again = stepped(held.level, replace(done, effort=RIGHT), terms("goblet_squat"))
    assert again.code == "load_up"


def test_with_no_heavier_weight_the_next_rung_takes_over() -> None:
    top = standing("goblet_squat", 12, kg(14), streak=1)
    done = did("goblet_squat", 12, 12, load=kg(14))
    step = stepped(top, done, terms("goblet_squat", weights=OWNED))
    assert (step.code, step.rung and step.rung.id) == ("rung_up", "one_leg_squat_to_chair")
    assert step.level.load == kg(14)


def test_a_weight_that_nobody_told_cannot_rise_so_the_ladder_does() -> None:
    done = did("goblet_squat", 12, 12, effort=EASY)
    step = stepped(standing("goblet_squat", 12), done, terms("goblet_squat"))
    assert step.code == "rung_up"


def lever(level: Level, day: int = 0, **more: object) -> Step:
    done = did(level.exercise, level.target, level.target, load=level.load, effort=EASY)
    alone = terms(level.exercise, up=None, day=MONDAY + timedelta(days=day), **more)
    return stepped(level, done, alone)


def test_where_load_and_ladder_end_the_lowering_slows_then_sets_are_added() -> None:
    slower = lever(standing("push_up", 15))
    assert (slower.code, slower.level.slower_s, slower.level.target) == ("slower", 1, 6)
    twice = lever(replace(slower.level, target=15))
    assert twice.level.slower_s == 2
    added = lever(replace(twice.level, target=15))
    assert (added.code, added.level.more_sets, added.level.target) == ("set_added", 1, 6)


def test_a_set_is_added_at_most_every_two_weeks_and_twice_in_all() -> None:
    slow = standing("push_up", 15, slower_s=2)
    first = replace(lever(slow).level, target=15)
    assert lever(first, day=13).code == "hold_steady"
    second = lever(first, day=14)
    assert second.level.more_sets == 2
    assert lever(replace(second.level, target=15), day=100).code == "hold_steady"


@pytest.mark.parametrize(
    ("id", "code"),
    [
        ("slow_squat", "set_added"),
        ("sit_to_stand", "slower"),
        ("forearm_plank", "set_added"),
        ("pogo_fast", "hold_steady"),
    ],
)
def test_a_lowering_of_four_seconds_and_a_hold_cannot_slow_down(id: str, code: str) -> None:
    assert lever(standing(id, exercise(id).high)).code == code


def test_no_rep_is_longer_than_eight_seconds() -> None:
    long = exercise("slow_squat")
    assert long.tempo is not None
    tempo = replace(long.tempo, lower=3, pause_low=3, lift=2)
    slow = replace(long, tempo=tempo)
    done = did("slow_squat", 12, 12, effort=EASY)
    step = stepped(standing("slow_squat", 12), done, Terms(slow, MONDAY))
    assert step.code == "set_added"


def test_more_weight_makes_the_lowering_usual_again() -> None:
    step = at_top("goblet_squat", RIGHT, slower_s=1)
    assert (step.code, step.level.slower_s) == ("load_up", 0)


def test_a_large_step_of_a_loaded_hold_is_earned_in_seconds() -> None:
    before = standing("suitcase_carry", 40, kg(10))
    done = did("suitcase_carry", 40, load=kg(10), effort=EASY)
    step = stepped(before, done, terms("suitcase_carry", weights=OWNED))
    assert (step.code, step.level.target) == ("load_earned", 55)


def test_what_is_earned_says_how_many_reps_and_for_which_weight() -> None:
    before = standing("bent_over_row", 12, kg(10), streak=1)
    done = did("bent_over_row", 12, 12, load=kg(10))
    step = stepped(before, done, terms("bent_over_row", weights=OWNED))
    assert dict(step.reason.facts) == {  # type: ignore[union-attr]
        "exercise": Name("bent_over_row"),
        "amount": Amount(15, "reps"),
        "load": kg(12),
    }


def test_falling_short_of_earned_reps_is_no_miss() -> None:
    before = standing("bent_over_row", 15, kg(10))
    done = did("bent_over_row", 15, 13, target=15, load=kg(10))
    assert stepped(before, done, terms("bent_over_row")) == Step(before)


# Down


def missed(before: Level, **more: object) -> Step:
    done = did(before.exercise, 10, 7, target=10, load=before.load, effort=None, failed=True)
    return stepped(before, done, terms(before.exercise, **more))


def test_a_miss_counts_in_easy_weeks_and_in_sessions_cut_short_too() -> None:
    before = standing("goblet_squat", 10, kg(16), fails=1)
    done = did("goblet_squat", 7, target=10, load=kg(16), failed=True, complete=False)
    step = stepped(before, done, terms("goblet_squat", may_rise=False))
    assert (step.code, step.level.load) == ("load_down", kg(14))


def test_a_set_told_short_is_a_miss_whatever_it_is_called() -> None:
    step = goblet(8, 7)[1]
    assert (step.code, step.level.fails) == ("repeat", 1)


def test_the_second_miss_goes_to_the_next_weight_owned() -> None:
    before = standing("bent_over_row", 10, kg(12), fails=1)
    assert missed(before, weights=OWNED).level.load == kg(10)


def test_with_no_lighter_weight_or_none_at_all_a_rung_goes_down() -> None:
    lightest = missed(standing("bent_over_row", 10, kg(8), fails=1), weights=OWNED)
    assert (lightest.code, lightest.rung and lightest.rung.id) == (
        "rung_down",
        "band_back_extension",
    )
    bare = missed(standing("push_up", 10, fails=1))
    assert (bare.code, bare.level.target) == ("rung_down", 6)
    assert bare.rung == exercise("knee_return_push_up")


def test_what_was_made_harder_by_a_lever_loses_the_lever_first() -> None:
    before = standing("push_up", 10, fails=1, slower_s=2, more_sets=1)
    step = missed(before)
    assert (step.code, step.rung) == ("eased", None)
    assert (step.level.slower_s, step.level.more_sets, step.level.target) == (0, 0, 6)


def test_at_the_foot_of_the_ladder_the_low_end_is_all_that_is_left() -> None:
    step = missed(standing("sit_to_stand", 10, fails=1))
    assert (step.code, step.rung, step.level.target) == ("low_end", None, 8)


def test_pain_overrides_all_and_takes_a_tenth_off_a_weight() -> None:
    before = standing("goblet_squat", 12, kg(30), streak=1, fails=1)
    done = did("goblet_squat", 12, 12, load=kg(30), effort=EASY, failed=True, hurt=True)
    step = stepped(before, done, terms("goblet_squat"))
    assert (step.code, step.rung and step.rung.id) == ("pain_down", "band_squat")
    assert (step.level.load, step.level.target) == (kg(27), 12)
    assert (step.level.streak, step.level.fails) == (0, 0)


def test_pain_at_the_foot_of_the_ladder_with_the_lightest_weight_still_says_so() -> None:
    before = standing("kneeling_press", 8, kg(8))
    done = did("kneeling_press", load=kg(8), hurt=True)
    step = stepped(before, done, terms("kneeling_press", weights=OWNED))
    assert (step.code, step.rung, step.level.load) == ("pain_down", None, kg(8))


# The athlete's own weights


@pytest.mark.parametrize(
    ("said", "used", "kept"),
    [(True, 20, 20), (False, 20, 16), (True, 12, 12), (False, 12, 12)],
)
def test_the_weight_chosen_counts_but_never_rises_unsaid(said: bool, used: int, kept: int) -> None:
    assert goblet(8, 8, load=used, said=said)[1].level.load == kg(kept)


def test_a_weight_of_an_easy_or_a_lowered_session_does_not_stick() -> None:
    assert goblet(8, 8, load=14, terms={"may_rise": False})[1].level.load == kg(16)
    assert goblet(8, 8, load=14, complete=False, effort=HARD)[1].level.load == kg(16)


def test_the_first_weight_told_is_where_it_stands() -> None:
    done = did("goblet_squat", 8, 8, load=kg(12), said=False, complete=False)
    step = stepped(standing("goblet_squat", 8), done, terms("goblet_squat"))
    assert step.level.load == kg(12)


def test_a_weight_where_none_belongs_is_forgotten() -> None:
    done = did("bw_squat", 10, 10, load=kg(12))
    assert stepped(standing("bw_squat", 10), done, terms("bw_squat")).level.load is None

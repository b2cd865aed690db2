"""What past sessions come to, and that a session counts once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.library.model import Experience, Pattern
from engine.plan.model import Dosage, Phase
from engine.plan.progression.fold import footing_of, settled, with_latest, with_session
from engine.plan.progression.model import Training
from engine.plan.reasons import because
from engine.session.codec import restore, snapshot
from engine.units import Side
from tests.engine.plan.progression.doing import (
    DUMBBELLS,
    EASY,
    GYM,
    LIBRARY,
    MONDAY,
    OWNED,
    after,
    both,
    did,
    kg,
    on,
    reach,
    session,
    standing,
)

BARE = reach(Experience.INTERMEDIATE, frozenset())


def squats(day: int, *actuals: int, target: int | None = None, **how: object) -> object:
    return session(on(day), did("bw_squat", *actuals, target=target, **how))  # type: ignore[arg-type]


# Levels


def test_a_level_keeps_its_first_its_last_and_its_best() -> None:
    training = after(
        [
            session(MONDAY, did("goblet_squat", 8, 8, load=kg(16))),
            session(on(3), did("goblet_squat", 9, 11, target=9, load=kg(16))),
            session(on(7), did("goblet_squat", 10, 10, load=kg(16))),
        ]
    )
    level = training.level("goblet_squat")
    assert level is not None
    assert (level.first, level.first_target, level.first_load) == (MONDAY, 8, kg(16))
    assert (level.last, level.last_target, level.last_load) == (on(7), 10, kg(16))
    assert (level.best, level.best_load, level.best_on) == (11, kg(16), on(3))
    assert (level.times, level.target) == (3, 11)


def test_a_heavier_weight_is_a_better_best_than_more_reps() -> None:
    training = after(
        [
            session(MONDAY, did("goblet_squat", 12, load=kg(16))),
            session(on(3), did("goblet_squat", 8, load=kg(20))),
            session(on(7), did("goblet_squat", 12, load=kg(16))),
        ]
    )
    level = training.level("goblet_squat")
    assert level is not None
    assert (level.best, level.best_load) == (8, kg(20))


def test_each_side_has_its_own_level_and_the_weaker_one_is_asked_for() -> None:
    left, right = both("one_leg_bridge", 8, 8)
    training = after([session(MONDAY, left, replace(right, actuals=(8, 6)))])
    sides = {side: training.level("one_leg_bridge", side) for side in (Side.LEFT, Side.RIGHT)}
    assert {side: level and level.target for side, level in sides.items()} == {
        Side.LEFT: 9,
        Side.RIGHT: 8,
    }
    assert training.level("one_leg_bridge") == sides[Side.RIGHT]
    assert training.level("push_up") is None


def test_an_exercise_with_one_level_has_it_for_either_side() -> None:
    training = after([session(MONDAY, did("push_up", 8))])
    assert training.level("push_up", Side.LEFT) == training.level("push_up")


def test_of_two_weights_the_lighter_is_the_weaker_whatever_its_unit() -> None:
    left, right = both("weighted_split_squat", 8, load=kg(10))
    pounds = replace(right, load=replace(kg(20), unit=type(kg(1).unit)("lb")))
    level = after([session(MONDAY, left, pounds)]).level("weighted_split_squat")
    assert level is not None
    assert level.side is Side.RIGHT


def test_pain_before_the_first_rep_is_kept_without_a_session() -> None:
    training = after([session(MONDAY, did("goblet_squat", hurt=True))])
    level = training.level("goblet_squat")
    assert level is not None
    assert (level.times, level.last, level.first) == (0, None, None)
    assert dict(training.rungs) == {Pattern.SQUAT: "band_squat"}
    assert (training.sessions, training.weeks, training.streak) == (0, (), 0)


# Ladders


def top_twice(id: str, first: int = 0) -> list[object]:
    top = LIBRARY.exercises[id].high
    return [session(on(first + 3 * n), did(id, top, top)) for n in range(2)]


def test_a_rung_reached_is_where_the_pattern_stands_from_then_on() -> None:
    training = after(top_twice("bw_squat"), BARE)  # type: ignore[arg-type]
    assert dict(training.rungs) == {Pattern.SQUAT: "slow_squat"}
    entered = training.level("slow_squat")
    assert entered is not None
    assert (entered.target, entered.times, entered.changed) == (8, 0, on(3))
    assert entered.why is not None
    assert entered.why.code == "rung_up"


def test_a_rung_entered_again_begins_at_its_low_end_with_the_weight_it_had() -> None:
    begun = Training(levels=(standing("goblet_squat", 11, kg(24), fails=1),))
    training = after(top_twice("slow_squat"), reach(gear=DUMBBELLS), begun)  # type: ignore[arg-type]
    level = training.level("goblet_squat")
    assert level is not None
    assert (level.target, level.load, level.fails) == (8, kg(24), 0)


def test_jumps_of_a_new_kind_begin_at_their_usual_number() -> None:
    training = after(top_twice("pogo_low"))  # type: ignore[arg-type]
    level = training.level("squat_jump_stick")
    assert level is not None
    assert level.target == LIBRARY.exercises["squat_jump_stick"].high


def test_a_one_sided_rung_is_entered_on_both_sides() -> None:
    training = after(top_twice("slow_squat"), BARE)  # type: ignore[arg-type]
    entered = {
        level.side for level in training.levels if level.exercise == "one_leg_squat_to_chair"
    }
    assert entered == {Side.LEFT, Side.RIGHT}


def test_a_step_up_on_an_easier_exercise_never_falls_behind_what_was_reached() -> None:
    begun = Training(rungs=((Pattern.SQUAT, "barbell_squat"),))
    training = after(top_twice("bw_squat"), BARE, begun)  # type: ignore[arg-type]
    assert dict(training.rungs) == {Pattern.SQUAT: "barbell_squat"}


def test_a_step_down_always_counts() -> None:
    begun = Training(rungs=((Pattern.SQUAT, "barbell_squat"),))
    fails = [session(on(day), did("slow_squat", 10, 7, failed=True)) for day in (0, 3)]
    training = after(fails, BARE, begun)
    assert dict(training.rungs) == {Pattern.SQUAT: "bw_squat"}


def test_a_rung_that_the_library_has_lost_is_replaced() -> None:
    begun = Training(rungs=((Pattern.SQUAT, "gone"),))
    training = after(top_twice("bw_squat"), BARE, begun)  # type: ignore[arg-type]
    assert dict(training.rungs) == {Pattern.SQUAT: "slow_squat"}


def test_a_family_steps_up_once_in_seven_days() -> None:
    begun = Training(
        levels=(standing("db_rdl", 12, kg(40), streak=1), standing("glute_bridge", 15, streak=1)),
        first=MONDAY,
    )
    first = after([session(MONDAY, did("db_rdl", 12, 12, load=kg(40)))], begun=begun)
    assert first.stepped == (("hinge", MONDAY),)
    bridge = did("glute_bridge", 15, 15)
    assert after([session(on(6), bridge)], begun=first).rungs == ()
    assert after([session(on(7), bridge)], begun=first).rungs != ()


# One session, once


def test_a_later_version_of_the_session_takes_the_place_of_the_earlier() -> None:
    stopped = session(MONDAY, did("bw_squat", 10, complete=False), id="one")
    whole = session(MONDAY, did("bw_squat", 10, 10), id="one")
    training = with_latest(with_latest(Training(), stopped, reach()), whole, reach())
    assert training.sessions == 0
    assert settled(training, reach()) == with_session(Training(), whole, reach())


def test_another_session_on_the_same_day_folds_the_one_before() -> None:
    first = session(MONDAY, did("bw_squat", 10, 10), id="one")
    second = session(MONDAY, did("push_up", 8), id="two")
    training = with_latest(with_latest(Training(), first, reach()), second, reach())
    assert training.sessions == 1
    assert settled(training, reach()).sessions == 2


def test_settling_twice_is_settling_once() -> None:
    training = with_latest(Training(), session(MONDAY, did("bw_squat", 10)), reach())
    once = settled(training, reach())
    assert settled(once, reach()) == once
    assert once.latest is None


# The athlete


def test_what_is_over_five_weeks_ago_is_let_go_of() -> None:
    long_ago = session(MONDAY, did("push_up", 8, 6, target=8, failed=True))
    kept = after([long_ago, session(on(35), did("push_up", 8))])
    assert [done.day for done in kept.recent] == [MONDAY, on(35)]
    assert kept.failures == ((MONDAY, "push_up"),)
    gone = after([long_ago, session(on(36), did("push_up", 8))])
    assert [done.day for done in gone.recent] == [on(36)]
    assert gone.failures == ()


def test_a_past_session_is_kept_in_one_line() -> None:
    done = session(MONDAY, did("push_up", 8), kind="B", dosage=Dosage.LIGHT, phase=Phase.RECOVERY)
    line = after([done]).recent[0]
    assert (line.day, line.kind, line.legs, line.completed) == (MONDAY, "B", True, True)
    assert (line.dosage, line.phase) == (Dosage.LIGHT, Phase.RECOVERY)


def test_weeks_are_summed_and_both_sides_of_a_set_are_one() -> None:
    monday = session(MONDAY, did("push_up", 8, 8), *both("one_leg_bridge", 8, 8, 8), minutes=28)
    thursday = session(on(3), did("push_up", 9, 8, target=9, failed=True), minutes=20)
    week = after([monday, thursday]).weeks[0]
    assert (week.monday, week.sessions, week.sets, week.minutes) == (MONDAY, 2, 7, 48)
    assert dict(week.patterns) == {Pattern.PUSH_HORIZONTAL: 4, Pattern.HIP_EXTENSION: 3}
    assert week.rises == 2


def test_what_hurt_before_the_first_rep_is_no_set() -> None:
    week = after([session(MONDAY, did("push_up", 8), did("bw_squat", hurt=True))]).weeks[0]
    assert dict(week.patterns) == {Pattern.PUSH_HORIZONTAL: 1}


def test_sixteen_weeks_are_kept() -> None:
    training = after([session(on(7 * n), did("push_up", 8)) for n in range(20)])
    assert len(training.weeks) == 16
    assert training.weeks[0].monday == on(7 * 4)
    assert (training.first, training.sessions) == (MONDAY, 20)


@pytest.mark.parametrize(
    ("days", "streak", "best"),
    [
        ((0,), 1, 1),
        ((0, 3, 6), 1, 1),
        ((0, 13, 14), 3, 3),
        ((0, 7, 21), 1, 2),
        ((0, 7, 14, 28, 35), 2, 3),
    ],
)
def test_a_streak_is_weeks_in_a_row(days: tuple[int, ...], streak: int, best: int) -> None:
    training = after([session(on(day), did("push_up", 8)) for day in days])
    assert (training.streak, training.best_streak) == (streak, best)


@pytest.mark.parametrize("phase", Phase)
def test_easy_weeks_keep_the_streak(phase: Phase) -> None:
    weeks = [session(MONDAY, did("push_up", 8)), session(on(7), did("push_up", 8), phase=phase)]
    assert after(weeks).streak == 2


def test_a_session_told_late_finds_its_own_week() -> None:
    training = after([session(on(day), did("push_up", 8)) for day in (0, 7, 2)])
    assert [week.sessions for week in training.weeks] == [2, 1]
    assert (training.streak, training.sessions, training.first) == (2, 3, MONDAY)
    assert [done.day for done in training.recent] == [MONDAY, on(2), on(7)]


def test_nothing_rises_in_the_first_session_after_an_illness_and_then_it_does() -> None:
    ill = replace(after([session(MONDAY, did("push_up", 8))]), ill=True)
    back = after([session(on(3), did("push_up", 9))], begun=ill)
    assert back.level("push_up") == replace(
        ill.level("push_up"),  # type: ignore[type-var]
        last=on(3),
        last_target=9,
        times=2,
        best=9,
        best_on=on(3),
    )
    assert not back.ill
    assert after([session(on(6), did("push_up", 9))], begun=back).level("push_up").target == 10  # type: ignore[union-attr]


# The footing of a session


def test_a_footing_has_what_the_session_needs_and_no_more() -> None:
    training = after([session(MONDAY, did("push_up", 8), did("bw_squat", 10))])
    footing = footing_of(training, on(3), reach(weights=OWNED), ["push_up", "bird_dog"])
    assert footing.levels == (training.level("push_up"),)
    assert (footing.gear, footing.weights) == (GYM, OWNED)
    assert footing_of(training, on(3), reach()).levels == training.levels


@pytest.mark.parametrize(("day", "week"), [(0, 1), (6, 1), (7, 2), (-3, 1)])
def test_training_weeks_count_from_the_first_session(day: int, week: int) -> None:
    training = after([session(MONDAY, did("push_up", 8))])
    assert footing_of(training, on(day), reach()).week == week
    assert footing_of(Training(), on(day), reach()).week == 1


def test_what_may_rise_follows_from_the_day_and_the_gap() -> None:
    training = after([session(MONDAY, did("push_up", 8))])
    assert footing_of(training, on(3), reach()).may_rise
    assert not footing_of(training, on(3), reach(), easy=True).may_rise
    assert not footing_of(replace(training, ill=True), on(3), reach()).may_rise
    repeats = footing_of(training, on(12), reach())
    assert (repeats.may_rise, repeats.may_load) == (True, True)
    back = footing_of(training, on(40), reach())
    assert (back.may_rise, back.may_load) == (False, False)


def test_while_loads_climb_back_reps_without_one_rise() -> None:
    training = after([session(MONDAY, did("push_up", 8), did("goblet_squat", 8, load=kg(20)))])
    later = [
        session(on(day), did("push_up", 9), did("goblet_squat", 9, load=kg(16)))
        for day in (40, 47, 54)
    ]
    training = after(later, begun=training)
    push_up, squat = training.level("push_up"), training.level("goblet_squat")
    assert push_up is not None
    assert push_up.target == 10
    assert squat is not None
    assert (squat.target, squat.load) == (9, kg(20))


# Kept in storage


def test_all_of_it_survives_storage() -> None:
    done = [
        session(MONDAY, did("goblet_squat", 12, 12, load=kg(10), effort=EASY)),
        session(on(40), did("push_up", 8, 6, target=8, failed=True), *both("one_leg_bridge", 8)),
    ]
    latest = session(on(43), did("bw_squat", 15, hurt=True))
    training = with_latest(after(done, reach(weights=OWNED)), latest, reach())
    assert training.layoff is not None
    assert restore(Training, snapshot(training)) == training


def test_the_reason_of_a_change_is_kept_with_its_facts() -> None:
    level = after([session(MONDAY, did("push_up", 8))]).level("push_up")
    assert level is not None
    assert level.why is not None
    assert level.why.code == "rep_up"
    assert level.why != because("rep_up")

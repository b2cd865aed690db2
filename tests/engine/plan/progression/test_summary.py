"""How did I do last week, how is my squat going, what's my streak, what's my best plank."""

from __future__ import annotations

import pytest

from engine.library.model import Experience, Pattern
from engine.plan.progression.model import Training, WeekDone
from engine.plan.progression.summary import best_of, course_of, streak_on, week_done, weeks_done
from engine.units import Side
from tests.engine.plan.progression.doing import (
    LIBRARY,
    MONDAY,
    after,
    both,
    did,
    kg,
    on,
    reach,
    session,
)

BARE = reach(Experience.INTERMEDIATE, frozenset())
TWO_WEEKS = after(
    [
        session(MONDAY, did("push_up", 8, 8), minutes=20),
        session(on(3), did("push_up", 9, 9), did("bw_squat", 10), minutes=25),
        session(on(8), did("forearm_plank", 30, 30), minutes=15),
    ]
)


def test_a_week_and_several_are_summed() -> None:
    first = week_done(TWO_WEEKS, MONDAY)
    assert (first.sessions, first.sets, first.minutes, first.rises) == (2, 5, 45, 3)
    both_weeks = weeks_done(TWO_WEEKS, on(7), 2)
    assert (both_weeks.monday, both_weeks.sessions, both_weeks.minutes) == (MONDAY, 3, 60)
    assert dict(both_weeks.patterns)[Pattern.PUSH_HORIZONTAL] == 4
    assert weeks_done(TWO_WEEKS, on(7), 1) == week_done(TWO_WEEKS, on(7))


def test_a_week_without_a_session_is_zeros() -> None:
    assert week_done(TWO_WEEKS, on(14)) == WeekDone(on(14))
    assert weeks_done(Training(), on(14), 4) == WeekDone(on(-7))


@pytest.mark.parametrize(("day", "streak"), [(8, 2), (13, 2), (14, 2), (20, 2), (21, 0), (90, 0)])
def test_a_streak_lives_until_a_whole_week_went_by_without_a_session(day: int, streak: int) -> None:
    assert streak_on(TWO_WEEKS, on(day)) == streak


def test_nobody_has_a_streak_before_the_first_session() -> None:
    assert streak_on(Training(), MONDAY) == 0


# How it goes


def test_an_exercise_goes_from_its_first_to_where_it_stands() -> None:
    course = course_of(TWO_WEEKS, LIBRARY, "push_up")
    assert course is not None
    assert (course.began.first_target, course.now.target, course.times) == (8, 10, 2)
    assert course.went_up


def test_a_family_goes_from_its_first_exercise_to_its_present_one() -> None:
    tops = [session(on(3 * n), did("bw_squat", 15, 15)) for n in range(2)]
    training = after([*tops, session(on(6), did("slow_squat", 8, 8))], BARE)
    course = course_of(training, LIBRARY, "squat")
    assert course is not None
    assert (course.began.exercise, course.now.exercise) == ("bw_squat", "slow_squat")
    assert (course.times, course.went_up) == (3, True)


def test_what_was_only_planned_is_not_how_it_goes() -> None:
    tops = [session(on(3 * n), did("bw_squat", 15, 15)) for n in range(2)]
    training = after(tops, BARE)
    course = course_of(training, LIBRARY, "squat")
    assert course is not None
    assert course.now.exercise == "bw_squat"
    assert course_of(training, LIBRARY, "slow_squat") is None


def test_what_was_never_done_has_no_course() -> None:
    assert course_of(TWO_WEEKS, LIBRARY, "bird_dog") is None
    assert course_of(TWO_WEEKS, LIBRARY, "row") is None
    assert course_of(TWO_WEEKS, LIBRARY, "no_such_thing") is None


def test_what_went_down_did_not_go_up() -> None:
    fails = [
        session(on(day), did("goblet_squat", 10, 7, target=10, load=kg(20), failed=True))
        for day in (0, 3)
    ]
    course = course_of(after(fails), LIBRARY, "goblet_squat")
    assert course is not None
    assert (course.now.load, course.went_up) == (kg(18), False)


def test_of_two_sides_the_weaker_tells_how_it_goes_and_a_session_counts_once() -> None:
    left, right = both("one_leg_bridge", 8, 8)
    training = after([session(MONDAY, did("push_up", 8), left, right)])
    lagging = session(on(3), *both("one_leg_bridge", 9, 9)[:1], did("push_up", 9))
    course = course_of(after([lagging], begun=training), LIBRARY, "one_leg_bridge")
    assert course is not None
    assert course.times == 2
    even = course_of(training, LIBRARY, "one_leg_bridge")
    assert even is not None
    assert (even.now.side, even.times) == (Side.LEFT, 1)


# The best


def test_the_best_is_the_heaviest_and_then_the_most() -> None:
    training = after(
        [
            session(MONDAY, did("bw_squat", 15)),
            session(on(3), did("goblet_squat", 8, load=kg(20))),
            session(on(6), did("goblet_squat", 12, load=kg(16))),
        ]
    )
    best = best_of(training, LIBRARY, "squat")
    assert best is not None
    assert (best.exercise, best.best, best.best_load) == ("goblet_squat", 8, kg(20))


def test_the_best_plank_is_a_hold_though_plank_jacks_have_more_reps() -> None:
    training = after([session(MONDAY, did("forearm_plank", 40), did("plank_jacks", 60))])
    best = best_of(training, LIBRARY, "plank")
    assert best is not None
    assert (best.exercise, best.best) == ("forearm_plank", 40)
    jacks = after([session(MONDAY, did("plank_jacks", 60))])
    only = best_of(jacks, LIBRARY, "plank")
    assert only is not None
    assert only.best == 60


def test_nothing_done_has_no_best() -> None:
    assert best_of(Training(), LIBRARY, "plank") is None
    assert best_of(TWO_WEEKS, LIBRARY, "no_such_thing") is None
    hurt = after([session(MONDAY, did("bw_squat", hurt=True))])
    assert best_of(hurt, LIBRARY, "bw_squat") is None

"""A session as progression reads it, and that its last words are what the next one asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.cues import Amount, Name
from engine.library.model import Experience, Gear, Place
from engine.plan.model import Dosage, Effort, Footing, Level, Phase, Workout
from engine.plan.progression.fold import footing_of, with_session
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.progression.outcome import Reach
from engine.session.close import summary
from engine.session.codec import restore, snapshot
from engine.session.commands import Done, Failed, GiveEffort, Pain, Skip, Stop, Swap
from engine.session.results import next_time, session_result
from engine.session.turn import Turn
from engine.units import MINUTE, Load, Side
from tests.engine.session.scenario import (
    CIRCUIT,
    PAIRS,
    WITH_A_BAND,
    Session,
    later,
    with_load,
    with_targets,
)
from tests.samples import LIBRARY

DAY = date(2026, 11, 23)
TOO_HARD, TOO_EASY, RIGHT = (GiveEffort(Effort(e)) for e in ("too_hard", "too_easy", "right"))


def result(of: Session) -> SessionResult:
    return session_result("one", of.state, of.workout, LIBRARY, DAY)


def results(of: Session) -> dict[tuple[str, Side | None], ExerciseResult]:
    return {(each.exercise, each.side): each for each in result(of).exercises}


def one(of: Session, exercise: str, side: Side | None = None) -> ExerciseResult:
    return results(of)[exercise, side]


# The session


def test_a_whole_session_is_read_with_its_day_and_what_it_was_for() -> None:
    light = replace(CIRCUIT, kind="A", dosage=Dosage.LIGHT, phase=Phase.TAPER)
    done = result(Session(light).begins().to_the_end())
    assert (done.session, done.day, done.kind, done.legs) == ("one", DAY, "A", True)
    assert (done.dosage, done.phase, done.completed) == (Dosage.LIGHT, Phase.TAPER, True)
    assert [each.exercise for each in done.exercises] == list(CIRCUIT.exercises)


def test_minutes_are_those_of_the_session_whenever_it_is_read() -> None:
    session = Session().begins().to_the_end()
    minutes = result(session).minutes
    assert 10 <= minutes <= 20
    session.waits(60 * MINUTE).hears(RIGHT)
    assert result(session).minutes == minutes
    assert result(Session()).minutes == 1


def test_a_session_stopped_early_is_not_complete_and_has_what_was_done() -> None:
    session = Session().begins().until_rest_after("back_extension").hears(Stop())
    done = result(session)
    assert not done.completed
    assert [each.exercise for each in done.exercises] == ["bw_squat", "back_extension"]
    assert not any(each.complete for each in done.exercises)


@pytest.mark.parametrize(("may_rise", "easy"), [(True, False), (False, True)])
def test_a_day_on_which_nothing_may_rise_is_an_easy_one(may_rise: bool, easy: bool) -> None:
    workout = replace(CIRCUIT, footing=Footing(may_rise=may_rise))
    assert result(Session(workout)).easy is easy
    assert not result(Session()).easy


# Each exercise


def test_sets_that_a_player_ran_are_assumed_and_complete() -> None:
    squats = one(Session().begins().to_the_end(), "bw_squat")
    assert (squats.target, squats.actuals) == (10, (10, 10))
    assert (squats.said, squats.complete, squats.effort, squats.failed) == (
        False,
        True,
        None,
        False,
    )


def test_sets_are_said_only_when_every_one_was() -> None:
    session = Session().begins().until_set("bw_squat").counts(10).hears(Done(reps=10))
    session.until_set("bw_squat", 2).counts(10).hears(Done(reps=12))
    assert one(session.to_the_end(), "bw_squat").said
    half = Session().begins().until_set("bw_squat").counts(10).hears(Done(reps=10)).to_the_end()
    assert not one(half, "bw_squat").said


def test_a_set_told_short_could_not_be_finished() -> None:
    session = Session().begins().until_set("bw_squat", 2).counts(9).hears(Done(reps=8))
    squats = one(session.to_the_end(), "bw_squat")
    assert (squats.failed, squats.actuals) == (True, (10, 8))


def test_falling_short_of_reps_beyond_the_range_is_no_failure() -> None:
    session = Session(with_targets(CIRCUIT, "bw_squat", 18)).begins().until_set("bw_squat")
    assert not one(session.counts(18).hears(Done(reps=16)).to_the_end(), "bw_squat").failed


def test_a_failed_set_lowers_what_follows_and_is_not_complete() -> None:
    session = Session(with_targets(CIRCUIT, "bw_squat", 14)).begins().until_set("bw_squat")
    squats = one(session.counts(9).hears(Failed(reps=9)).to_the_end(), "bw_squat")
    assert (squats.failed, squats.complete, squats.target) == (True, False, 14)
    assert squats.effort is Effort.TOO_HARD


def test_a_target_lowered_for_pain_is_not_complete() -> None:
    session = Session(with_targets(CIRCUIT, "bw_squat", 14)).begins().until_set("bw_squat")
    session.counts(14).plays().hears(Pain(Place.KNEE, level=1)).to_the_end()
    squats = one(session, "bw_squat")
    assert (squats.actuals, squats.complete, squats.hurt) == ((14, 10), False, False)


@pytest.mark.parametrize(
    ("first", "of_the_round", "effort"),
    [
        (TOO_HARD, RIGHT, Effort.TOO_HARD),
        (TOO_EASY, RIGHT, Effort.TOO_EASY),
        (None, RIGHT, Effort.RIGHT),
        (None, None, None),
    ],
)
def test_the_effort_is_the_furthest_from_right_that_was_told(
    first: GiveEffort | None, of_the_round: GiveEffort | None, effort: Effort | None
) -> None:
    session = Session(with_targets(CIRCUIT, "bw_squat", 12)).begins()
    session.until_rest_after("bw_squat")
    session = session.hears(first) if first else session
    session.until_set("hip_hinge_drill", 2).plays()
    session = session.hears(of_the_round) if of_the_round else session.is_silent()
    assert one(session.to_the_end(), "bw_squat").effort is effort


def test_each_side_is_read_for_itself() -> None:
    session = Session(PAIRS).begins().until_set("side_plank", 1, Side.RIGHT).counts(20)
    session.hears(Done(seconds=15)).to_the_end()
    left, right = (one(session, "side_plank", side) for side in (Side.LEFT, Side.RIGHT))
    assert (left.failed, right.failed) == (False, True)
    assert ("side_plank", None) not in results(session)


def test_a_side_that_was_not_reached_is_left_out() -> None:
    session = Session(PAIRS).begins().until_set("side_plank", 1, Side.RIGHT).hears(Stop())
    sides = [side for exercise, side in results(session) if exercise == "side_plank"]
    assert sides == [Side.LEFT]


def test_the_weight_is_the_last_one_used() -> None:
    session = Session(with_load(PAIRS, "goblet_squat", Load.of(16))).begins()
    session.until_rest_after("goblet_squat").hears(TOO_HARD)
    session.to_the_end()
    squats = one(session, "goblet_squat")
    assert (squats.load, squats.complete) == (Load.of(14), False)


def test_what_was_swapped_away_is_not_complete_and_what_came_in_is() -> None:
    session = Session().begins().until_lead_in("bw_squat", 2).hears(Swap())
    new = session.planned.exercise
    session.to_the_end()
    assert not one(session, "bw_squat").complete
    assert one(session, new).complete


def test_what_was_never_done_is_not_read() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Skip()).to_the_end()
    assert ("bw_squat", None) not in results(session)


def test_what_hurt_is_read_even_before_its_first_rep() -> None:
    session = Session().begins().until_set("bw_squat").hears(Pain(Place.KNEE, level=4))
    squats = one(session.to_the_end(), "bw_squat")
    assert (squats.hurt, squats.actuals, squats.complete, squats.said) == (True, (), False, False)


def test_both_sides_hurt_where_one_was_not_reached() -> None:
    session = Session(PAIRS).begins().until_set("side_plank", 1, Side.LEFT).counts(9)
    session.hears(Pain(Place.SHOULDER, level=4)).to_the_end()
    assert one(session, "side_plank", Side.LEFT).actuals == (9,)
    assert one(session, "side_plank", Side.RIGHT).actuals == ()
    assert one(session, "side_plank", Side.RIGHT).hurt


# What comes next


def footed(workout: Workout, training: Training, weights: tuple[Load, ...] = ()) -> Workout:
    reach = reach_of(workout, weights)
    return replace(workout, footing=footing_of(training, DAY, reach, workout.exercises))


def reach_of(workout: Workout, weights: tuple[Load, ...] = ()) -> Reach:
    return Reach(LIBRARY, workout.experience, workout.gear, workout.limits, weights)


def prescribed(session: Session, training: Training) -> Training:
    return with_session(training, result(session), reach_of(session.workout))


TOPPED = Training(
    levels=(
        Level("goblet_squat", None, 12, Load.of(30), streak=1),
        Level("plank_leg_lift", None, 45, streak=1),
    ),
    first=date(2026, 10, 1),
)


def at_the_top(training: Training = TOPPED) -> Session:
    """Every set of the goblet squat told, at the top of its range."""
    workout = with_load(with_targets(PAIRS, "goblet_squat", 12), "goblet_squat", Load.of(30))
    session = Session(footed(workout, training)).begins()
    for number in (1, 2, 3):
        session.until_set("goblet_squat", number).counts(12).hears(Done(reps=12))
    return session.hears(RIGHT)


@pytest.mark.parametrize("workout", [CIRCUIT, PAIRS, WITH_A_BAND])
def test_what_next_time_asks_for_is_what_the_fold_will_have(workout: Workout) -> None:
    session = Session(footed(workout, Training())).begins().to_the_end()
    after = prescribed(session, Training())
    for outcome in next_time(result(session), session.workout, LIBRARY):
        level = after.level(outcome.exercise.id)
        assert level is not None
        assert outcome.leading.level.target == level.target


def test_a_step_in_weight_comes_out_as_the_fold_has_it() -> None:
    session = at_the_top()
    outcomes = next_time(result(session), session.workout, LIBRARY)
    squats = next(each for each in outcomes if each.exercise.id == "goblet_squat")
    level = prescribed(session, TOPPED).level("goblet_squat")
    assert level is not None
    assert (level.load, level.target) == (Load.of(32.5), 8)
    assert squats.leading.level.load == level.load


def test_the_last_words_name_a_new_weight_with_its_reason() -> None:
    session = at_the_top()
    words = summary(Turn.of(session.state, session.at, session.workout, LIBRARY))
    told = {word.phrase: dict(word.args) for word in words}
    assert told["because_load_up"] == {
        "exercise": Name("goblet_squat"),
        "load": Load.of(32.5),
        "amount": Amount(8, "reps"),
    }


def test_the_last_words_name_more_reps_as_such() -> None:
    training = Training(levels=(Level("goblet_squat", None, 9, Load.of(16)),))
    workout = with_load(with_targets(PAIRS, "goblet_squat", 9), "goblet_squat", Load.of(16))
    session = Session(footed(workout, training)).begins().to_the_end()
    assert session.told("summary_up") == {
        "exercise": Name("goblet_squat"),
        "amount": Amount(10, "reps"),
    }


def test_on_an_easy_day_nothing_is_promised() -> None:
    workout = replace(CIRCUIT, footing=Footing(may_rise=False))
    session = Session(workout).begins().to_the_end()
    assert "summary" in session.said
    assert "summary_up" not in session.said


def test_a_weight_that_is_too_heavy_goes_to_one_that_the_athlete_has() -> None:
    owned = tuple(Load.of(kg) for kg in (8, 12, 16))
    workout = footed(with_load(PAIRS, "goblet_squat", Load.of(16)), Training(), owned)
    session = Session(workout).begins().until_rest_after("goblet_squat").hears(TOO_HARD)
    assert {planned.load for planned in later(session, "goblet_squat")} == {Load.of(12)}


def test_where_no_weight_is_lighter_the_reps_go_down_and_the_weight_stays() -> None:
    lightest = with_load(with_targets(PAIRS, "goblet_squat", 12), "goblet_squat", Load.of(8))
    workout = footed(lightest, Training(), (Load.of(8), Load.of(12)))
    session = Session(workout).begins().until_rest_after("goblet_squat").hears(TOO_HARD)
    assert [(s.target, s.load) for s in later(session, "goblet_squat")] == [(10, Load.of(8))] * 2


def test_too_easy_never_lowers_reps_that_were_to_earn_a_weight() -> None:
    session = Session(with_targets(PAIRS, "goblet_squat", 15)).begins()
    session.until_rest_after("goblet_squat").hears(TOO_EASY)
    assert session.said[0] == "at_top"
    assert {planned.target for planned in later(session, "goblet_squat")} == {15}


def test_the_footing_travels_with_the_workout() -> None:
    training = prescribed(at_the_top(), TOPPED)
    workout = replace(footed(PAIRS, training, (Load.of(8),)), kind="A")
    assert workout.footing is not None
    assert workout.footing.stepped == {"squat"}
    assert restore(Workout, snapshot(workout)) == workout


def test_a_newcomer_without_a_footing_is_read_from_the_workout_itself() -> None:
    session = Session(CIRCUIT).begins().to_the_end()
    steps = next_time(result(session), CIRCUIT, LIBRARY)
    assert CIRCUIT.footing is None
    assert CIRCUIT.experience is Experience.BEGINNER
    assert Gear.BARBELL not in CIRCUIT.gear
    assert all(outcome.rises for outcome in steps)

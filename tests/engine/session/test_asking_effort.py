"""When the coach asks how sets felt, when it does not, and what an answer is about."""

from __future__ import annotations

import pytest

from engine.plan.model import Workout
from engine.session.commands import Done, Effort, GiveEffort, No, Ready, Yes
from engine.session.facts import EffortGiven
from engine.session.state import Asking
from engine.units import Side
from tests.engine.session.scenario import CIRCUIT, PAIRS, STRAIGHT, Session

TOO_HARD, RIGHT = GiveEffort(Effort.TOO_HARD), GiveEffort(Effort.RIGHT)


def after(exercise: str, of: Workout = CIRCUIT) -> Session:
    """In the rest after the first set of an exercise."""
    return Session(of).begins().until_rest_after(exercise)


def effort_questions(of: Workout) -> list[tuple[str, int, Side | None]]:
    """After which sets a hands-free session asks how it felt."""
    session, found = Session(of).begins(), []
    while session.name != "finished":
        session.goes_on()
        if isinstance(session.phase, Asking):
            last = session.state.course.logs[-1]
            found.append((last.exercise, last.set, last.side))
    return found


def test_a_circuit_asks_once_after_its_last_round() -> None:
    assert effort_questions(CIRCUIT) == [("hip_hinge_drill", 2, None)]


def test_pairs_ask_after_the_last_set_of_each_exercise() -> None:
    assert effort_questions(PAIRS) == [
        ("goblet_squat", 3, None),
        ("bent_over_row", 3, None),
        ("one_leg_calf_raise_step", 2, Side.RIGHT),
        ("plank_leg_lift", 2, None),
        ("db_rdl", 2, None),
        ("side_plank", 2, Side.RIGHT),
    ]


def test_straight_sets_ask_after_the_last_set_of_each_exercise() -> None:
    asked = effort_questions(STRAIGHT)
    assert [exercise for exercise, _, _ in asked] == list(STRAIGHT.exercises)
    assert {side for _, _, side in asked} == {None, Side.RIGHT}


def test_it_is_not_asked_when_it_was_told_with_the_set() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).counts(8)
    session.hears(Done(reps=8, effort=Effort.RIGHT))
    assert session.name == "resting"


def test_it_is_not_asked_of_a_round_whose_last_set_was_told() -> None:
    session = Session().begins().until_set("hip_hinge_drill", 2).counts(8)
    session.hears(Done(reps=8, effort=Effort.RIGHT))
    assert session.name == "resting"


def test_an_effort_told_of_an_earlier_set_does_not_stop_the_question() -> None:
    session = after("goblet_squat", PAIRS).hears(RIGHT).until_set("goblet_squat", 3).plays()
    assert session.question == "effort"


def test_the_answer_is_of_the_exercise_asked_about() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays().hears(TOO_HARD)
    assert [fact.exercise for fact in session.facts(EffortGiven)] == ["goblet_squat"]
    assert session.name == "resting"


def test_the_answer_after_a_circuit_is_of_the_whole_round() -> None:
    session = Session().begins().until_set("hip_hinge_drill", 2).plays().hears(TOO_HARD)
    assert [fact.exercise for fact in session.facts(EffortGiven)] == [None]
    assert {log.effort for log in session.state.course.logs} == {Effort.TOO_HARD}


def test_silence_no_and_ready_leave_it_open_and_go_on() -> None:
    for answer in (No(), Ready()):
        session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays().hears(answer)
        assert session.name in ("resting", "preparing")
        assert session.facts(EffortGiven) == []
    silent = Session(PAIRS).begins().until_set("goblet_squat", 3).plays().is_silent()
    assert silent.facts(EffortGiven) == []


def test_yes_means_that_it_felt_right() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays().hears(Yes())
    assert [fact.effort for fact in session.facts(EffortGiven)] == [Effort.RIGHT]


def test_an_answer_after_the_rest_is_over_leads_into_the_next_set() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays()
    session.waits(300_000).hears(RIGHT)
    assert session.name == "preparing"
    assert session.planned.exercise == "bent_over_row"


@pytest.mark.parametrize(
    ("rir", "effort"),
    [
        (0, Effort.TOO_HARD),
        (1, Effort.TOO_HARD),
        (2, Effort.RIGHT),
        (3, Effort.RIGHT),
        (4, Effort.TOO_EASY),
        (5, Effort.TOO_EASY),
    ],
)
def test_reps_in_the_tank_are_an_effort(rir: int, effort: Effort) -> None:
    session = after("goblet_squat", PAIRS).hears(GiveEffort(rir=rir))
    fact = session.facts(EffortGiven)[0]
    assert (fact.effort, fact.rir) == (effort, rir)

"""How long and how many: numbers that are right to the second and to the set."""

from __future__ import annotations

from engine.cues import Amount, Name, Remaining, Span
from engine.session.commands import HowLong, HowMany, Pause, Start
from engine.units import Ms, Side
from tests.engine.session.scenario import PAIRS, Session


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


def span(seconds: int) -> Span:
    return Span(Ms(seconds * 1000))


# How long


def test_how_long_in_a_rest_counts_the_lead_in_of_the_next_set() -> None:
    session = after_squats().hears(HowLong())
    assert session.told("time_left_rest") == {"span": span(12 + 13), "total": Remaining()}
    session.waits(5_000).hears(HowLong())
    assert session.told("time_left_rest")["span"] == span(20)


def test_how_long_rounds_up_to_the_second() -> None:
    session = after_squats().waits(4_300).hears(HowLong())
    assert session.told("time_left_rest")["span"] == span(21)


def test_how_long_in_a_set_is_what_is_left_of_the_count() -> None:
    session = Session().begins().until_set("bw_squat").waits(20_000).hears(HowLong())
    assert session.told("time_left_set") == {"span": span(30), "total": Remaining()}
    hold = Session().begins().until_set("forearm_plank").waits(6_500).hears(HowLong())
    assert hold.told("time_left_set")["span"] == span(14)


def test_how_long_in_a_pause_stands_still() -> None:
    session = after_squats().waits(2_000).hears(Pause()).waits(900_000).hears(HowLong())
    assert session.told("time_left_rest")["span"] == span(23)
    in_set = Session().begins().until_set("bw_squat").waits(20_000).hears(Pause())
    assert in_set.waits(900_000).hears(HowLong()).told("time_left_set")["span"] == span(30)


def test_how_long_at_the_question_of_effort_is_the_rest_that_runs() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays()
    session.waits(4_000).hears(HowLong())
    assert session.told("time_left_rest")["span"] == span(10 - 4 + 10)
    assert session.question == "effort"


def test_how_long_at_a_question_that_outlived_the_rest_says_that_it_is_over() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat", 3).plays()
    session.waits(600_000).hears(HowLong())
    assert "rest_over" in session.said


def test_how_long_past_the_rest_before_the_cool_down_says_that_it_is_over() -> None:
    session = Session().begins().until_set("hip_hinge_drill", 2).plays()
    assert session.question == "effort"
    session.waits(60_000).hears(HowLong())
    assert "rest_over" in session.said


def test_how_long_before_and_between_is_the_whole_session() -> None:
    briefing = Session().hears(Start())
    for session in (briefing, Session().begins().until_lead_in("back_extension")):
        session.hears(HowLong())
        assert session.told("time_left") == {"total": Remaining()}


# How many


def test_how_many_counts_the_set_in_hand() -> None:
    session = Session().begins().until_set("bw_squat").counts(4).hears(HowMany())
    assert session.told("sets_left_exercise") == {
        "amount": Amount(2, "sets"),
        "exercise": Name("bw_squat"),
        "total": Amount(10, "sets"),
    }


def test_how_many_in_a_rest_counts_from_the_next_set_on() -> None:
    session = after_squats().hears(HowMany())
    assert session.told("sets_left_exercise") == {
        "amount": Amount(2, "sets"),
        "exercise": Name("back_extension"),
        "total": Amount(9, "sets"),
    }


def test_both_sides_are_one_set() -> None:
    session = Session(PAIRS).begins().until_set("side_plank", 1, Side.RIGHT).hears(HowMany())
    assert session.told("sets_left_exercise") == {
        "amount": Amount(2, "sets"),
        "exercise": Name("side_plank"),
        "total": Amount(3, "sets"),
    }


def test_how_many_in_the_warm_up_and_of_the_last_exercise_is_one_number() -> None:
    assert Session().begins().hears(HowMany()).told("sets_left")["amount"] == Amount(10, "sets")
    last = Session().begins().until_set("hip_hinge_drill", 2).hears(HowMany())
    assert last.told("sets_left") == {"amount": Amount(1, "sets")}


def test_in_the_cool_down_no_set_is_left() -> None:
    assert Session().begins().until_cool_down().hears(HowMany()).said[0] == "whats_next_end"

"""A session on a smart speaker, from the first launch to the summary, and what is kept of it."""

from __future__ import annotations

import pytest

from engine.session.facts import Source
from skill.alexa.handlers import DELIVERY
from skill.bootstrap import House
from skill.service.history import history
from skill.service.records import Channel, Status
from tests.skill.alexa.echo import USER, Answer, Echo

MINUTE = 60_000


def answers(echo: Echo, asked: Answer) -> Answer:
    """What a willing athlete says to the coach's last question."""
    echo.hears_out()
    echo.clock.passes(1_500)
    question = asked.reprompt.lower()
    if "too easy" in question:
        return echo.says("EffortIntent", level_felt="right")
    return echo.says("DoneIntent", reps="7") if "done" in question else echo.says("ReadyIntent")


def until_over(echo: Echo, answer: Answer) -> Answer:
    for _ in range(80):
        if not answer.listens:
            return answer
        answer = answers(echo, answer)
    raise AssertionError("the session does not come to an end")


def athlete_of(house: House, echo: Echo) -> str:
    return house.coach.athlete_on(Channel.ALEXA, USER, echo.clock.now())


def test_a_launch_and_one_ready_reach_the_first_exercise(echo: Echo) -> None:
    launched = echo.launches()
    assert "not a doctor" in launched.words
    assert "start with the word Alexa" in launched.words
    assert launched.reprompt in launched.words
    echo.hears_out()
    begun = echo.says("ReadyIntent")
    assert "First we warm up." in begun.words


def test_a_session_goes_from_launch_to_summary_on_short_answers(house: House, echo: Echo) -> None:
    began = echo.clock.now()
    last = until_over(echo, echo.launches())
    assert "The work is done" in last.words
    assert "ten sets" in last.words
    echo.hears_out()
    assert 15 * MINUTE < echo.clock.now() - began < 22 * MINUTE
    echo.launches()
    (session,) = history(house.store, athlete_of(house, echo))
    assert session.status is Status.COMPLETED
    assert {done.actual for done in session.sets} == {7}
    assert {done.source for done in session.sets} == {Source.SAID}
    assert len(session.sets) == 10


def test_the_second_launch_of_the_day_tells_that_all_is_done(echo: Echo) -> None:
    until_over(echo, echo.launches())
    echo.hears_out()
    echo.clock.passes(MINUTE)
    again = echo.launches()
    assert "over" in again.words
    assert "Today we have" not in again.words


def test_words_on_the_way_are_answered_and_lose_nothing(house: House, echo: Echo) -> None:
    echo.launches()
    echo.clock.passes(5_000)
    assert "minutes" in echo.says("TodayIntent").words
    echo.hears_out()
    echo.says("ReadyIntent")
    echo.hears_out()
    echo.says("ReadyIntent")
    echo.clock.passes(40_000)
    assert echo.says("AMAZON.PauseIntent").listens
    echo.clock.passes(10 * MINUTE)
    resumed = echo.says("AMAZON.ResumeIntent")
    assert resumed.listens
    echo.hears_out()
    assert "Nine reps" in echo.says("DoneIntent", reps="nine").words
    (session,) = history(house.store, athlete_of(house, echo))
    assert [(done.exercise, done.actual) for done in session.sets] == [("bw_squat", 9)]


def test_a_session_that_was_stopped_is_taken_up_by_the_next_launch(echo: Echo) -> None:
    echo.launches()
    echo.hears_out()
    echo.says("ReadyIntent")
    echo.hears_out()
    echo.says("ReadyIntent")
    echo.hears_out()
    echo.says("DoneIntent", reps="10")
    echo.clock.passes(3_000)
    assert "one set" in echo.says("AMAZON.StopIntent").words
    echo.clock.passes(MINUTE)
    assert "back extensions" in echo.says("AMAZON.ResumeIntent").words.lower()


def test_a_session_goes_on_after_alexa_has_closed_it(echo: Echo) -> None:
    echo.launches()
    echo.hears_out()
    echo.says("ReadyIntent")
    echo.sends({"type": "SessionEndedRequest", "reason": "EXCEEDED_MAX_REPROMPTS"})
    echo.clock.passes(60 * MINUTE)
    back = echo.launches()
    assert "Welcome back" in back.words
    assert "bodyweight squats" in back.words


def test_a_repeated_request_gets_the_very_same_answer_and_counts_once(
    house: House, echo: Echo
) -> None:
    echo.launches()
    for _ in range(2):
        echo.hears_out()
        echo.says("ReadyIntent")
    echo.hears_out()
    envelope = echo.envelope(
        {
            "type": "IntentRequest",
            "intent": {"name": "DoneIntent", "slots": {"reps": {"name": "reps", "value": "8"}}},
        }
    )
    first = echo.posts(envelope)
    echo.clock.passes(4_000)
    assert echo.posts(envelope).text == first.text
    (session,) = history(house.store, athlete_of(house, echo))
    assert len(session.sets) == 1


def test_a_replayed_request_does_not_move_time(house: House, echo: Echo) -> None:
    echo.launches()
    old = echo.envelope({"type": "LaunchRequest", "timestamp": "2025-01-05T08:00:00Z"})
    echo.posts(old)
    present = house.coach.present(athlete_of(house, echo), echo.clock.now(), DELIVERY)
    assert present.state.course.last_at == echo.clock.now()


def test_a_number_that_alexa_misheard_is_asked_again_and_not_logged(
    house: House, echo: Echo
) -> None:
    echo.launches()
    for _ in range(2):
        echo.hears_out()
        echo.says("ReadyIntent")
    echo.hears_out()
    again = echo.says("DoneIntent", reps="?")
    assert again.listens
    assert "how many" in again.words.lower()
    assert not any(s.sets for s in history(house.store, athlete_of(house, echo)))


def test_names_that_nobody_knows_come_back_without_breaking_the_answer(echo: Echo) -> None:
    echo.launches()
    echo.hears_out()
    echo.says("ReadyIntent")
    words = 'rock & roll <break time="99s"/> "squats"'
    assert "rock & roll" in echo.says("NextIntent", to=words).words


@pytest.mark.parametrize("visit", ["person", "user"])
def test_two_people_in_one_home_have_a_session_each(visit: str, echo: Echo) -> None:
    echo.launches()
    echo.hears_out()
    echo.says("ReadyIntent")
    if visit == "person":
        echo.person = "amzn1.ask.person.OTHER"
    else:
        echo.user = "amzn1.ask.account.OTHER"
    assert "not a doctor" in echo.launches().words

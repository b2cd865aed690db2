""" "Link code …" joins an Alexa account to the athlete who sees the code."""

from __future__ import annotations

from skill.bootstrap import House
from skill.service.linking import new_code
from skill.service.records import Channel
from tests.samples import MONDAY
from tests.skill.alexa.echo import USER, Echo


def athlete_on_alexa(house: House, external_id: str = USER) -> str:
    return house.coach.athlete_on(Channel.ALEXA, external_id, MONDAY)


def test_a_code_makes_the_account_that_athlete(house: House, echo: Echo) -> None:
    athlete = house.coach.athlete_on(Channel.LAPTOP, "sam", MONDAY)
    code = new_code(house.store, athlete, MONDAY)
    answer = echo.says("LinkCodeIntent", code=code)
    assert "one log" in answer.words
    assert answer.listens
    assert athlete_on_alexa(house) == athlete


def test_a_repeated_request_gets_the_same_answer_though_the_code_is_used_up(
    house: House, echo: Echo
) -> None:
    athlete = house.coach.athlete_on(Channel.LAPTOP, "sam", MONDAY)
    slot = {"code": {"name": "code", "value": new_code(house.store, athlete, MONDAY)}}
    envelope = echo.envelope(
        {"type": "IntentRequest", "intent": {"name": "LinkCodeIntent", "slots": slot}}
    )
    assert echo.posts(envelope).text == echo.posts(envelope).text
    assert "one log" in echo.answers[-1].words


def test_a_code_is_good_for_ten_minutes_and_one_use(house: House, echo: Echo) -> None:
    athlete = house.coach.athlete_on(Channel.LAPTOP, "sam", MONDAY)
    code = new_code(house.store, athlete, MONDAY)
    echo.clock.passes(10 * 60_000)
    assert "don't know that code" in echo.says("LinkCodeIntent", code=code).words
    fresh = new_code(house.store, athlete, echo.clock.now())
    assert "one log" in echo.says("LinkCodeIntent", code=fresh).words
    assert "don't know that code" in echo.says("LinkCodeIntent", code=fresh).words


def test_a_code_that_was_not_understood_is_asked_again(house: House, echo: Echo) -> None:
    before = athlete_on_alexa(house)
    for slots in ({}, {"code": "?"}, {"code": "0000"}):
        answer = echo.says("LinkCodeIntent", **slots)
        assert "don't know that code" in answer.words
        assert answer.listens
    assert athlete_on_alexa(house) == before


def test_the_person_whose_voice_is_known_is_joined_alone(house: House, echo: Echo) -> None:
    household = athlete_on_alexa(house)
    echo.person = "amzn1.ask.person.SAM"
    athlete = house.coach.athlete_on(Channel.LAPTOP, "sam", MONDAY)
    echo.says("LinkCodeIntent", code=new_code(house.store, athlete, MONDAY))
    assert athlete_on_alexa(house, "amzn1.ask.person.SAM") == athlete
    assert athlete_on_alexa(house) == household

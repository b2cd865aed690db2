"""Facts, heard events and answers: what every store promises, in memory or in SQL."""

from __future__ import annotations

from engine.units import Instant
from skill.service.ports import Store
from tests.skill.storage.examples import (
    DAY,
    MORNING,
    a_fact,
    a_heard,
    a_session,
    an_athlete,
    keep,
)


def test_facts_come_back_in_the_order_of_their_numbers(store: Store) -> None:
    keep(store, an_athlete(), a_session("s1"), a_session("s2"))
    with store.begin() as unit:
        unit.add_facts("ann", "s1", [a_fact(10), a_fact(2)])
        unit.add_facts("ann", "s1", [a_fact(1)])
        unit.add_facts("ann", "s2", [a_fact(1, "other")])
        unit.commit()
    with store.begin() as unit:
        assert list(unit.facts("ann", "s1")) == [a_fact(1), a_fact(2), a_fact(10)]
        assert list(unit.facts("ann", "s2")) == [a_fact(1, "other")]


def test_heard_events_come_back_in_the_order_of_their_numbers(store: Store) -> None:
    keep(store, an_athlete(), a_session("s1"), a_session("s2"))
    with store.begin() as unit:
        unit.add_heard("ann", "s1", [a_heard(10), a_heard(2)])
        unit.add_heard("ann", "s2", [a_heard(1)])
        unit.commit()
    with store.begin() as unit:
        assert list(unit.heard("ann", "s1")) == [a_heard(2), a_heard(10)]
        assert list(unit.heard("ann", "s2")) == [a_heard(1)]


def test_adding_nothing_adds_nothing(store: Store) -> None:
    keep(store, an_athlete(), a_session())
    with store.begin() as unit:
        unit.add_facts("ann", "s1", [])
        unit.add_heard("ann", "s1", [])
        unit.commit()
    with store.begin() as unit:
        assert list(unit.facts("ann", "s1")) == []
        assert list(unit.heard("ann", "s1")) == []


def test_an_answer_comes_back_byte_for_byte_to_its_athlete_alone(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    answer = '{"say": "Zwölf!\\r\\n  ½ \u2028 💪"}\r\n'
    with store.begin() as unit:
        unit.keep_answer("ann", "r1", answer, MORNING)
        unit.commit()
    with store.begin() as unit:
        assert unit.answer_to("ann", "r1") == answer
        assert unit.answer_to("bob", "r1") is None
        assert unit.answer_to("ann", "r2") is None


def test_a_new_answer_sweeps_out_that_athletes_answers_of_over_a_day_ago(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    with store.begin() as unit:
        unit.keep_answer("ann", "old", "a", MORNING)
        unit.keep_answer("ann", "a day old", "b", Instant(MORNING + 1))
        unit.keep_answer("bob", "old", "c", MORNING)
        unit.keep_answer("ann", "new", "d", Instant(MORNING + 1 + DAY))
        assert unit.answer_to("ann", "old") is None
        assert unit.answer_to("ann", "a day old") == "b"
        assert unit.answer_to("ann", "new") == "d"
        assert unit.answer_to("bob", "old") == "c"

"""What every store promises of a turn as a whole, in memory or in SQL."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from engine.units import Ms
from skill.service.ports import StaleSession, StorageFault, Store, UnitOfWork
from skill.service.records import Channel
from tests.skill.storage.examples import (
    MORNING,
    a_fact,
    a_heard,
    a_run,
    a_session,
    an_athlete,
    keep,
)


def test_nobody_is_found_where_nobody_was_added(store: Store) -> None:
    with store.begin() as unit:
        assert unit.athlete("ann") is None
        assert unit.athlete_on(Channel.ALEXA, "amzn1") is None
        assert unit.session("ann", "s1") is None
        assert unit.latest_session("ann") is None
        assert list(unit.sessions("ann", at_most=5)) == []
        assert list(unit.facts("ann", "s1")) == []
        assert list(unit.heard("ann", "s1")) == []
        assert unit.answer_to("ann", "r1") is None
        assert list(unit.runs("ann", since="")) == []
        assert unit.take_link_code("4711", at=MORNING) is None


def test_leaving_without_a_commit_keeps_nothing(store: Store) -> None:
    with store.begin() as unit:
        unit.add_athlete(an_athlete())
        assert unit.athlete("ann") == an_athlete()
    with store.begin() as unit:
        assert unit.athlete("ann") is None


def test_an_error_on_the_way_keeps_nothing(store: Store) -> None:
    def fail_on_the_way() -> None:
        with store.begin() as unit:
            unit.add_athlete(an_athlete())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_on_the_way()
    with store.begin() as unit:
        assert unit.athlete("ann") is None


def test_what_follows_a_commit_needs_another(store: Store) -> None:
    with store.begin() as unit:
        unit.add_athlete(an_athlete("ann"))
        unit.commit()
        unit.add_athlete(an_athlete("bob"))
    with store.begin() as unit:
        assert unit.athlete("ann") is not None
        assert unit.athlete("bob") is None


def test_a_unit_of_work_is_of_no_use_outside_its_block(store: Store) -> None:
    unit = store.begin()
    with pytest.raises(RuntimeError, match="with block"):
        unit.athlete("ann")
    with unit:
        unit.add_athlete(an_athlete())
    with pytest.raises(RuntimeError, match="with block"):
        unit.commit()


def test_nothing_of_a_stale_turn_can_be_kept(store: Store) -> None:
    keep(store, an_athlete(), a_session())
    with store.begin() as unit:
        unit.add_facts("ann", "s1", [a_fact(1)])
        with pytest.raises(StaleSession):
            unit.save_session(a_session(version=9))
        assert list(unit.facts("ann", "s1")) == []
        assert unit.session("ann", "s1") == a_session()
        with pytest.raises(StaleSession):
            unit.commit()
    with store.begin() as unit:
        assert list(unit.facts("ann", "s1")) == []


REFUSED: dict[str, Callable[[UnitOfWork], None]] = {
    "an athlete twice": lambda unit: unit.add_athlete(an_athlete()),
    "an identity of nobody": lambda unit: unit.join(Channel.ALEXA, "me", "nobody"),
    "a link code of nobody": lambda unit: unit.add_link_code("1", "nobody", MORNING),
    "a session of nobody": lambda unit: unit.add_session(a_session("s2", "nobody")),
    "a session twice": lambda unit: unit.add_session(a_session("s1", state="{}")),
    "a fact of no session": lambda unit: unit.add_facts("ann", "s2", [a_fact(9)]),
    "a fact's number twice": lambda unit: unit.add_facts("ann", "s1", [a_fact(1, "new")]),
    "a fact's id twice": lambda unit: unit.add_facts("ann", "s1", [a_fact(9, "fact-1")]),
    "a heard event of no session": lambda unit: unit.add_heard("ann", "s2", [a_heard(9)]),
    "a heard event's number twice": lambda unit: unit.add_heard("ann", "s1", [a_heard(1)]),
    "an answer of nobody": lambda unit: unit.keep_answer("nobody", "r2", "", MORNING),
    "an answer twice": lambda unit: unit.keep_answer("ann", "r1", "other", MORNING),
    "a run of nobody": lambda unit: unit.add_run("nobody", a_run("r2")),
    "a run twice": lambda unit: unit.add_run("ann", a_run("r1", done=True)),
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED.keys())
def test_what_contradicts_the_kept_is_refused_with_all_of_its_turn(
    store: Store, refused: Callable[[UnitOfWork], None]
) -> None:
    keep(store, an_athlete(), a_session())
    with store.begin() as unit:
        unit.add_facts("ann", "s1", [a_fact(1)])
        unit.add_heard("ann", "s1", [a_heard(1)])
        unit.keep_answer("ann", "r1", "yes", MORNING)
        unit.add_run("ann", a_run("r0", "2025-10-08"))
        unit.add_run("ann", a_run("r1"))
        unit.commit()
    with store.begin() as unit:
        unit.add_facts("ann", "s1", [a_fact(2)])
        unit.remove_runs("ann", "2025-10-08", done=False)
        with pytest.raises(StorageFault):
            refused(unit)
        with pytest.raises(StorageFault):
            unit.commit()
    with store.begin() as unit:
        assert list(unit.facts("ann", "s1")) == [a_fact(1)]
        assert list(unit.heard("ann", "s1")) == [a_heard(1)]
        assert unit.answer_to("ann", "r1") == "yes"
        assert list(unit.runs("ann", since="")) == [a_run("r0", "2025-10-08"), a_run("r1")]
        assert unit.session("ann", "s1") == a_session()


def test_a_turn_waits_no_longer_than_its_patience_for_another(
    open_one: Callable[[Ms], Store],
) -> None:
    store = open_one(Ms(20))
    with store.begin() as first:
        first.add_athlete(an_athlete("ann"))
        with store.begin() as second, pytest.raises(StorageFault, match="busy"):
            second.athlete("ann")
        first.commit()
    with store.begin() as third:
        assert third.athlete("ann") == an_athlete("ann")


def test_turns_at_once_take_their_turns_and_none_is_lost(store: Store) -> None:
    keep(store, an_athlete(), a_session())

    def turn(number: int) -> None:
        with store.begin() as unit:
            session = unit.session("ann", "s1")
            assert session is not None
            unit.save_session(replace(session, version=session.version + 1))
            unit.add_facts("ann", "s1", [a_fact(number)])
            unit.commit()

    with ThreadPoolExecutor(max_workers=4) as threads:
        list(threads.map(turn, range(40)))
    with store.begin() as unit:
        assert unit.session("ann", "s1") == a_session(version=41)
        assert list(unit.facts("ann", "s1")) == [a_fact(number) for number in range(40)]

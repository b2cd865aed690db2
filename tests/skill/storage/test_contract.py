"""What every store promises to the service, in memory or in SQL."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from engine.units import HOUR, Instant, Ms
from skill.service.ports import StaleSession, StorageFault, Store, UnitOfWork
from skill.service.records import Athlete, Channel, SessionRecord, Status
from tests.skill.storage.examples import MORNING, a_fact, a_heard, a_session, an_athlete

DAY = 24 * HOUR


def keep(store: Store, *kept: Athlete | SessionRecord) -> None:
    """Add these in one unit of work."""
    with store.begin() as unit:
        for one in kept:
            if isinstance(one, Athlete):
                unit.add_athlete(one)
            else:
                unit.add_session(one)
        unit.commit()


def test_an_athlete_comes_back_as_added(store: Store) -> None:
    bare = Athlete(id="bob", name=None, time_zone=None, created_at=MORNING)
    keep(store, an_athlete(), bare)
    with store.begin() as unit:
        assert unit.athlete("ann") == an_athlete()
        assert unit.athlete("bob") == bare


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


def test_a_saved_athlete_replaces_the_former_one_and_nobody_else(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    changed = replace(an_athlete("ann"), name=None, consented_at=None, notes='{"met": ["plank"]}')
    with store.begin() as unit:
        unit.save_athlete(changed)
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete("ann") == changed
        assert unit.athlete("bob") == an_athlete("bob")


def test_an_athlete_who_was_never_added_cannot_be_saved(store: Store) -> None:
    with store.begin() as unit, pytest.raises(StorageFault):
        unit.save_athlete(an_athlete())


def test_an_identity_leads_to_its_athlete_on_its_channel_alone(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "me", "ann")
        unit.join(Channel.LAPTOP, "me", "bob")
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete_on(Channel.ALEXA, "me") == an_athlete("ann")
        assert unit.athlete_on(Channel.LAPTOP, "me") == an_athlete("bob")
        assert unit.athlete_on(Channel.LAPTOP, "you") is None


def test_an_athlete_may_come_from_several_places(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "kitchen", "ann")
        unit.join(Channel.ALEXA, "hall", "ann")
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete_on(Channel.ALEXA, "kitchen") == an_athlete()
        assert unit.athlete_on(Channel.ALEXA, "hall") == an_athlete()


def test_joining_again_moves_the_identity_to_the_other_athlete(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "kitchen", "ann")
        unit.join(Channel.ALEXA, "hall", "ann")
        unit.commit()
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "kitchen", "bob")
        unit.join(Channel.ALEXA, "kitchen", "bob")
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete_on(Channel.ALEXA, "kitchen") == an_athlete("bob")
        assert unit.athlete_on(Channel.ALEXA, "hall") == an_athlete("ann")


def test_a_link_code_is_taken_once(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        unit.commit()
    with store.begin() as unit:
        assert unit.take_link_code("0815", at=MORNING) is None
        assert unit.take_link_code("4711", at=MORNING) == "ann"
        assert unit.take_link_code("4711", at=MORNING) is None
        unit.commit()
    with store.begin() as unit:
        assert unit.take_link_code("4711", at=MORNING) is None


def test_a_link_code_taken_without_a_commit_can_be_taken_again(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        unit.commit()
    with store.begin() as unit:
        unit.take_link_code("4711", at=MORNING)
    with store.begin() as unit:
        assert unit.take_link_code("4711", at=MORNING) == "ann"


@pytest.mark.parametrize(("after", "whose"), [(9, "ann"), (10, None), (11, None)])
def test_a_link_code_ends_at_its_moment(store: Store, after: int, whose: str | None) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        assert unit.take_link_code("4711", at=Instant(MORNING + after)) == whose


def test_nobody_can_take_over_a_code_that_is_out(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        unit.commit()
    with store.begin() as unit, pytest.raises(StorageFault):
        unit.add_link_code("4711", "bob", until=Instant(MORNING + 20))
    with store.begin() as unit:
        assert unit.take_link_code("4711", at=MORNING) == "ann"


def test_a_code_long_over_is_free_again(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    later = Instant(MORNING + DAY + 1)
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=MORNING)
        unit.add_link_code("4711", "bob", until=later)
        assert unit.take_link_code("4711", at=MORNING) == "bob"


@pytest.mark.parametrize("status", list(Status))
def test_a_session_comes_back_as_added(store: Store, status: Status) -> None:
    session = a_session(status=status)
    keep(store, an_athlete(), session)
    with store.begin() as unit:
        assert unit.session("ann", "s1") == session
        assert unit.latest_session("ann") == session


def test_the_latest_session_is_the_one_opened_last(store: Store) -> None:
    keep(
        store,
        an_athlete(),
        a_session("s2", opened_at=MORNING + 2),
        a_session("s3", opened_at=MORNING + 3, status=Status.PARTIAL),
        a_session("s9", opened_at=MORNING + 1),
    )
    with store.begin() as unit:
        latest = unit.latest_session("ann")
        assert latest is not None
        assert latest.id == "s3"
        assert [one.id for one in unit.sessions("ann", at_most=9)] == ["s3", "s2", "s9"]
        assert [one.id for one in unit.sessions("ann", at_most=2)] == ["s3", "s2"]


def test_of_two_sessions_opened_at_once_the_later_id_is_the_latest(store: Store) -> None:
    keep(store, an_athlete(), a_session("s2"), a_session("s1"))
    with store.begin() as unit:
        assert [one.id for one in unit.sessions("ann", at_most=9)] == ["s2", "s1"]


def test_athletes_do_not_see_each_others_sessions(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"), a_session("s1", "ann"))
    with store.begin() as unit:
        assert unit.session("bob", "s1") is None
        assert unit.latest_session("bob") is None
        assert list(unit.sessions("bob", at_most=9)) == []


def test_a_new_session_has_version_one(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit, pytest.raises(ValueError, match="version 1, not 2"):
        unit.add_session(a_session(version=2))


def test_a_session_is_saved_under_the_next_version(store: Store) -> None:
    keep(store, an_athlete(), a_session("s1"), a_session("s2"))
    changed = a_session("s1", version=2, state='{"kind": "resting"}', status=Status.SAFETY)
    with store.begin() as unit:
        unit.save_session(changed)
        unit.commit()
    with store.begin() as unit:
        assert unit.session("ann", "s1") == changed
        assert unit.session("ann", "s2") == a_session("s2")


@pytest.mark.parametrize("version", [1, 2, 4])
def test_any_other_version_is_stale(store: Store, version: int) -> None:
    keep(store, an_athlete(), a_session())
    with store.begin() as unit:
        unit.save_session(a_session(version=2))
        unit.commit()
    with store.begin() as unit, pytest.raises(StaleSession):
        unit.save_session(a_session(version=version, state="{}"))
    with store.begin() as unit:
        assert unit.session("ann", "s1") == a_session(version=2)


def test_a_session_that_was_never_added_is_stale(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit, pytest.raises(StaleSession):
        unit.save_session(a_session(version=2))


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
        unit.commit()
    with store.begin() as unit:
        unit.add_facts("ann", "s1", [a_fact(2)])
        with pytest.raises(StorageFault):
            refused(unit)
        with pytest.raises(StorageFault):
            unit.commit()
    with store.begin() as unit:
        assert list(unit.facts("ann", "s1")) == [a_fact(1)]
        assert list(unit.heard("ann", "s1")) == [a_heard(1)]
        assert unit.answer_to("ann", "r1") == "yes"
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

"""Sessions and their versions: what every store promises, in memory or in SQL."""

from __future__ import annotations

import pytest

from skill.service.ports import StaleSession, Store
from skill.service.records import Status
from tests.skill.storage.examples import MORNING, a_session, an_athlete, keep


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

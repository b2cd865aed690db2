"""Runs, planned and done: what every store promises, in memory or in SQL."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skill.service.ports import Store
from skill.service.records import RunRecord
from skill.storage import TimeOrderedIds
from tests.skill.storage.examples import a_run, an_athlete, keep

EVER = ""
"""Sorts before every date."""


def log(store: Store, *runs: RunRecord, whose: str = "ann") -> None:
    """Add these in one unit of work."""
    with store.begin() as unit:
        for run in runs:
            unit.add_run(whose, run)
        unit.commit()


def kept(store: Store, since: str = EVER, whose: str = "ann") -> list[str]:
    """The ids of the runs that are found, in their order."""
    with store.begin() as unit:
        return [run.id for run in unit.runs(whose, since)]


@pytest.fixture
def runners(store: Store) -> Store:
    """A store that knows two athletes."""
    keep(store, an_athlete("ann"), an_athlete("bob"))
    return store


def test_a_run_comes_back_as_added(runners: Store) -> None:
    bare = RunRecord("r2", "2025-10-10", "hard", done=True, distance_m=None, minutes=None)
    log(runners, a_run("r1"), bare)
    with runners.begin() as unit:
        assert list(unit.runs("ann", EVER)) == [a_run("r1"), bare]


def test_whether_a_run_was_done_comes_back_as_a_plain_yes_or_no(runners: Store) -> None:
    log(runners, a_run("r1", done=False), a_run("r2", done=True))
    with runners.begin() as unit:
        assert [run.done for run in unit.runs("ann", EVER)] == [False, True]
        assert all(type(run.done) is bool for run in unit.runs("ann", EVER))


def test_a_run_is_one_that_was_told_unless_its_source_is_named(runners: Store) -> None:
    log(runners, RunRecord("r1", "2025-10-09", "long", True, 21_000, 130))
    with runners.begin() as unit:
        assert [run.source for run in unit.runs("ann", EVER)] == ["said"]


def test_runs_come_in_the_order_of_their_days_and_of_their_ids_on_one_day(runners: Store) -> None:
    log(
        runners,
        a_run("r1", "2025-11-01"),
        a_run("r4", "2025-10-09"),
        a_run("r2", "2026-01-01"),
        a_run("r3", "2025-10-09", done=True),
    )
    assert kept(runners) == ["r3", "r4", "r1", "r2"]


def test_runs_told_one_after_the_other_on_one_day_stay_in_that_order(runners: Store) -> None:
    ids = TimeOrderedIds()
    told = [ids.new() for _ in range(20)]
    log(runners, *(a_run(run_id) for run_id in told))
    assert kept(runners) == told


@pytest.mark.parametrize(
    ("since", "found"),
    [
        ("2025-10-09", ["r1", "r2", "r3"]),
        ("2025-10-10", ["r2", "r3"]),
        ("2025-10-11", ["r3"]),
        ("2026-02-01", ["r3"]),
        ("2026-02-02", []),
    ],
)
def test_runs_are_found_from_a_day_on_that_day_included(
    runners: Store, since: str, found: list[str]
) -> None:
    log(runners, a_run("r1", "2025-10-09"), a_run("r2", "2025-10-10"), a_run("r3", "2026-02-01"))
    assert kept(runners, since) == found


def test_athletes_neither_see_nor_remove_each_others_runs(runners: Store) -> None:
    log(runners, a_run("r1", kind="easy"), whose="ann")
    log(runners, a_run("r1", kind="hard"), a_run("r2"), whose="bob")
    with runners.begin() as unit:
        unit.remove_runs("bob", "2025-10-09", done=False)
        unit.commit()
    assert kept(runners, whose="bob") == []
    with runners.begin() as unit:
        assert list(unit.runs("ann", EVER)) == [a_run("r1", kind="easy")]


@pytest.mark.parametrize(("done", "left"), [(False, ["r3"]), (True, ["r1", "r2"])])
def test_planned_and_done_runs_of_a_day_are_removed_apart(
    runners: Store, done: bool, left: list[str]
) -> None:
    log(runners, a_run("r1"), a_run("r2"), a_run("r3", done=True))
    with runners.begin() as unit:
        unit.remove_runs("ann", "2025-10-09", done)
        unit.commit()
    assert kept(runners) == left


def test_runs_of_other_days_stay(runners: Store) -> None:
    log(runners, a_run("r1", "2025-10-08"), a_run("r2", "2025-10-09"), a_run("r3", "2025-10-10"))
    with runners.begin() as unit:
        unit.remove_runs("ann", "2025-10-09", done=False)
        unit.commit()
    assert kept(runners) == ["r1", "r3"]


@pytest.mark.parametrize("whose", ["ann", "nobody"])
def test_removing_where_there_is_no_run_removes_nothing(runners: Store, whose: str) -> None:
    log(runners, a_run("r1"))
    with runners.begin() as unit:
        unit.remove_runs(whose, "2025-10-09", done=True)
        unit.remove_runs(whose, "2025-10-10", done=False)
        unit.commit()
    assert kept(runners) == ["r1"]


def test_a_run_takes_the_place_of_the_one_planned_in_one_turn(runners: Store) -> None:
    log(runners, a_run("r1"), a_run("r2", done=True))
    changed = replace(a_run("r3"), kind="hard", distance_m=None)
    with runners.begin() as unit:
        unit.remove_runs("ann", changed.day, changed.done)
        unit.add_run("ann", changed)
        unit.commit()
    with runners.begin() as unit:
        assert list(unit.runs("ann", EVER)) == [a_run("r2", done=True), changed]


def test_a_removal_without_a_commit_removes_nothing(runners: Store) -> None:
    log(runners, a_run("r1"))
    with runners.begin() as unit:
        unit.remove_runs("ann", "2025-10-09", done=False)
        assert list(unit.runs("ann", EVER)) == []
    assert kept(runners) == ["r1"]

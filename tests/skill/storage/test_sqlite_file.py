"""What the SQL store promises of its file: it survives, it stays whole, and its faults are told."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from engine.units import Instant, Ms
from skill.service.ports import StaleSession, StorageFault
from skill.service.records import Athlete, RunRecord, SessionRecord, Status
from skill.storage import SqlStore, open_store
from tests.skill.storage.examples import MORNING, a_fact, a_run, a_session, an_athlete

ROOT = Path(__file__).parents[3]

moments = st.integers(0, 2**53).map(Instant)
texts = st.text()
whole_numbers = st.integers(0, 2**31 - 1)


def keep_ann(store: SqlStore) -> None:
    with store.begin() as unit:
        unit.add_athlete(an_athlete())
        unit.add_session(a_session())
        unit.commit()


def test_what_was_committed_is_there_after_reopening(url: str) -> None:
    with closing(open_store(url)) as store:
        keep_ann(store)
    with closing(open_store(url)) as store, store.begin() as unit:
        assert unit.athlete("ann") == an_athlete()
        assert unit.session("ann", "s1") == a_session()


@pytest.mark.parametrize(("commit", "found"), [("unit.commit()", True), ("pass", False)])
def test_a_killed_process_leaves_what_it_committed_and_nothing_else(
    url: str, commit: str, found: bool
) -> None:
    script = f"""
import os, sys
from skill.storage import open_store
from tests.skill.storage.examples import an_athlete
with open_store(sys.argv[1]).begin() as unit:
    unit.add_athlete(an_athlete())
    {commit}
    os._exit(9)
"""
    ended = subprocess.run([sys.executable, "-c", script, url], cwd=ROOT, timeout=60)
    assert ended.returncode == 9
    with closing(open_store(url)) as store, store.begin() as unit:
        assert (unit.athlete("ann") is not None) is found


def test_a_stale_save_from_another_process_view_is_refused(url: str) -> None:
    with closing(open_store(url)) as one, closing(open_store(url)) as other:
        keep_ann(one)
        with one.begin() as unit:
            unit.save_session(a_session(version=2))
            unit.commit()
        with other.begin() as unit, pytest.raises(StaleSession):
            unit.save_session(a_session(version=2))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
def test_every_connection_keeps_the_promises(
    sql_store: SqlStore, pragma: str, value: str | int
) -> None:
    with sql_store.engine.connect() as first, sql_store.engine.connect() as second:
        for connection in (first, second):
            driver = connection.connection.driver_connection
            assert driver is not None
            assert driver.execute(f"PRAGMA {pragma}").fetchone() == (value,)
            # Anything else is the driver beginning transactions on its own.
            assert driver.isolation_level is None


def test_an_athletes_rows_go_with_the_athlete(sql_store: SqlStore) -> None:
    keep_ann(sql_store)
    with sql_store.begin() as unit:
        unit.add_facts("ann", "s1", [a_fact(1)])
        unit.add_link_code("4711", "ann", MORNING)
        unit.add_run("ann", a_run())
        unit.commit()
    with sql_store.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM athlete")
        for table in ("session", "fact", "link_code", "run"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0


def test_facts_keep_their_order_even_where_sqlite_would_turn_it_round(sql_store: SqlStore) -> None:
    keep_ann(sql_store)
    sql_store.close()

    def turn_round(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA reverse_unordered_selects = ON").close()

    event.listen(sql_store.engine, "connect", turn_round)
    with sql_store.begin() as unit:
        unit.add_facts("ann", "s1", [a_fact(1), a_fact(2), a_fact(3)])
        assert list(unit.facts("ann", "s1")) == [a_fact(1), a_fact(2), a_fact(3)]


def test_a_full_disk_is_told_and_costs_only_its_turn(sql_store: SqlStore) -> None:
    keep_ann(sql_store)
    with sql_store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    sql_store.close()

    def fill_disk(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}").close()

    event.listen(sql_store.engine, "connect", fill_disk)
    big = a_session(version=2, state="x" * 100_000)
    with sql_store.begin() as unit, pytest.raises(StorageFault, match=r"the disk is full; free"):
        unit.save_session(big)
    with sql_store.begin() as unit:
        assert unit.session("ann", "s1") == a_session()

    event.remove(sql_store.engine, "connect", fill_disk)
    sql_store.close()
    with sql_store.begin() as unit:
        unit.save_session(big)
        unit.commit()
    with sql_store.begin() as unit:
        assert unit.session("ann", "s1") == big


def test_a_database_locked_by_another_program_is_told(file: Path, url: str) -> None:
    with (
        closing(open_store(url, Ms(20))) as store,
        closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        keep_ann(store)
        other.execute("BEGIN IMMEDIATE")
        with store.begin() as unit, pytest.raises(StorageFault, match="is busy: another program"):
            unit.athlete("ann")
        other.execute("ROLLBACK")
        with store.begin() as unit:
            assert unit.athlete("ann") == an_athlete()


def test_a_database_that_was_taken_away_is_told(file: Path, sql_store: SqlStore) -> None:
    sql_store.close()
    for left in file.parent.iterdir():
        left.unlink()
    file.parent.rmdir()
    with pytest.raises(StorageFault, match="cannot be opened"), sql_store.begin():
        pass
    file.parent.mkdir()


def test_a_damaged_database_is_told(file: Path, sql_store: SqlStore) -> None:
    keep_ann(sql_store)
    sql_store.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + bytes(len(whole) - 100))
    with pytest.raises(StorageFault, match="is damaged"), sql_store.begin():
        pass


def test_every_fault_is_one_sentence_that_names_the_file(file: Path, sql_store: SqlStore) -> None:
    with sql_store.begin() as unit, pytest.raises(StorageFault) as fault:
        unit.add_session(a_session())
    assert str(fault.value) == (
        f"The database file {file} refused this turn, since it contradicts what is kept already: "
        "FOREIGN KEY constraint failed."
    )


def test_text_that_no_database_can_hold_is_told(sql_store: SqlStore) -> None:
    with sql_store.begin() as unit, pytest.raises(StorageFault, match="can neither keep nor read"):
        unit.add_athlete(an_athlete(name="half a pair: \ud83d"))


def test_a_status_from_a_version_to_come_is_told(file: Path, sql_store: SqlStore) -> None:
    keep_ann(sql_store)
    with sql_store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE session SET status = 'dreaming'")
    with sql_store.begin() as unit, pytest.raises(StorageFault, match="dreaming"):
        unit.latest_session("ann")


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """For many examples of one test, none of which commits."""
    with closing(open_store(f"sqlite:///{tmp_path_factory.mktemp('shared')}/stride.db")) as store:
        yield store


@given(
    st.builds(
        Athlete,
        id=st.just("ann"),
        name=st.none() | texts,
        time_zone=st.none() | texts,
        created_at=moments,
        consented_at=st.none() | moments,
        notes=texts,
        profile=texts,
        training=texts,
        diary=texts,
    ),
    st.builds(
        SessionRecord,
        athlete_id=st.just("ann"),
        id=texts,
        day=texts,
        status=st.sampled_from(Status),
        version=st.just(1),
        opened_at=moments,
        changed_at=moments,
        workout=texts,
        state=texts,
        aired=texts,
    ),
    st.builds(
        RunRecord,
        id=texts,
        day=texts,
        kind=texts,
        done=st.booleans(),
        distance_m=st.none() | whole_numbers,
        minutes=st.none() | whole_numbers,
        source=texts,
    ),
)
def test_any_text_moment_and_number_comes_back_as_it_was(
    shared_store: SqlStore, athlete: Athlete, session: SessionRecord, run: RunRecord
) -> None:
    with shared_store.begin() as unit:
        unit.add_athlete(athlete)
        unit.add_session(session)
        unit.add_run("ann", run)
        assert unit.athlete("ann") == athlete
        assert unit.latest_session("ann") == session
        assert list(unit.runs("ann", since="")) == [run]

"""A database file as a former version left it is brought up to date, and keeps all that it held.

The files in ``past`` were written by those versions themselves and never change.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from engine.units import Instant
from skill.service.records import (
    Athlete,
    Channel,
    FactRecord,
    HeardRecord,
    SessionRecord,
    Status,
)
from skill.storage import check, open_store, upgrade
from skill.storage.tables import HEAD
from tests.skill.storage.examples import MORNING, a_run

PAST = sorted((Path(__file__).parent / "past").glob("*.sql"), key=lambda dump: dump.stem)

ANN = Athlete(
    id="ann",
    name="Ann",
    time_zone="Europe/Oslo",
    created_at=MORNING,
    consented_at=Instant(MORNING + 5),
    notes='{"verbosity": "brief"}',
)

OVER = SessionRecord(
    athlete_id="ann",
    id="s1",
    day="2025-10-09",
    status=Status.PARTIAL,
    version=2,
    opened_at=MORNING,
    changed_at=Instant(MORNING + 9),
    workout='{"blocks": []}',
    state='{"kind": "finished"}',
)

Rows = Mapping[str, Sequence[Mapping[str, object]]]


def make(file: Path, dump: Path) -> None:
    """The database file of that former version."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))


def rows_of(file: Path) -> Rows:
    """Every table's rows, by column."""
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        master = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for (table,) in master.fetchall()
            if table != "alembic_version"
        }


@pytest.fixture
def first(file: Path) -> Path:
    """A database of the first version, with two athletes and their sessions."""
    make(file, PAST[0])
    return file


def test_every_version_before_this_one_left_a_file_to_try() -> None:
    steps = int(HEAD.removeprefix("stride_"))
    assert [dump.stem for dump in PAST] == [f"stride_{number:04}" for number in range(1, steps)]


@pytest.mark.parametrize("dump", PAST, ids=lambda dump: dump.stem)
def test_no_value_of_any_row_is_lost_or_changed(file: Path, url: str, dump: Path) -> None:
    make(file, dump)
    before = rows_of(file)
    assert all(before.values())
    assert check(url) == (
        f"The database file {file} is of an older version: run `stride db upgrade`.",
    )
    upgrade(url)
    after = rows_of(file)
    assert check(url) == ()
    for table, rows in before.items():
        columns = set(rows[0])
        assert [{name: row[name] for name in columns} for row in after[table]] == rows


def test_what_the_first_version_kept_is_found_when_its_file_is_opened(
    first: Path, url: str
) -> None:
    with closing(open_store(url)) as store, store.begin() as unit:
        assert unit.athlete_on(Channel.LAPTOP, "Ann") == ANN
        assert unit.athlete_on(Channel.ALEXA, "kitchen") == ANN
        assert unit.athlete_on(Channel.ALEXA, "hall") == Athlete(
            id="bob", name=None, time_zone=None, created_at=Instant(MORNING + 6)
        )
        assert list(unit.sessions("ann", at_most=9)) == [OVER]
        assert [one.status for one in unit.sessions("bob", at_most=9)] == [Status.OPEN]
        assert list(unit.facts("ann", "s1")) == [
            FactRecord("fact-1", 1, "set_logged", Instant(MORNING + 1), '{"reps": 8}'),
            FactRecord("fact-2", 2, "set_logged", Instant(MORNING + 2), '{"reps": 7}'),
        ]
        assert list(unit.heard("ann", "s1")) == [
            HeardRecord(1, Instant(MORNING + 1), '{"kind": "done"}')
        ]
        assert unit.answer_to("ann", "r1") == '{"say": "Zwölf!"}'
        assert unit.take_link_code("4711", at=MORNING) == "ann"


def test_an_athlete_of_the_first_version_goes_on_with_a_plan(first: Path, url: str) -> None:
    planned = replace(ANN, profile='{"minutes": 30}', training='{"streak": 1}', diary='{"a": 1}')
    with closing(open_store(url)) as store, store.begin() as unit:
        assert list(unit.runs("ann", since="")) == []
        unit.save_athlete(planned)
        unit.add_run("ann", a_run())
        unit.commit()
    with closing(open_store(url)) as store, store.begin() as unit:
        assert unit.athlete("ann") == planned
        assert list(unit.runs("ann", since="")) == [a_run()]
        assert unit.session("ann", "s1") == OVER


def test_a_first_version_that_is_still_running_neither_fails_nor_harms(
    first: Path, url: str
) -> None:
    with closing(open_store(url)) as store:
        with store.begin() as unit:
            unit.save_athlete(replace(ANN, training='{"streak": 1}'))
            unit.commit()
        with closing(sqlite3.connect(first)) as old:
            old.execute("UPDATE athlete SET name = 'Anna', notes = '{}' WHERE id = 'ann'")
            old.execute(
                "INSERT INTO athlete (id, name, time_zone, created_at, consented_at, notes) "
                "VALUES ('cem', NULL, NULL, 0, NULL, '{}')"
            )
            old.commit()
        with store.begin() as unit:
            assert unit.athlete("ann") == replace(
                ANN, name="Anna", notes="{}", training='{"streak": 1}'
            )
            assert unit.athlete("cem") == Athlete("cem", None, None, Instant(0))

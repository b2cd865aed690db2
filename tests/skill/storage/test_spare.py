"""The spare place for one session: what can be read of the own database is in it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from skill.service.ports import StorageFault
from skill.storage import open_store
from skill.storage.spare import open_spare
from tests.skill.storage.examples import an_athlete


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    folder = tmp_path / "spare"
    folder.mkdir()
    return folder


def test_all_that_was_kept_is_there_even_what_waits_beside_the_file(
    url: str, file: Path, spare: Path
) -> None:
    with closing(open_store(url)) as own, own.begin() as unit:
        unit.add_athlete(an_athlete())
        unit.commit()
        assert Path(f"{file}-wal").stat().st_size > 0
        with closing(open_spare(url, spare)) as store, store.begin() as copy:
            assert copy.athlete("ann") == an_athlete()


def test_what_is_written_there_does_not_reach_the_own_database(url: str, spare: Path) -> None:
    open_store(url).close()
    with closing(open_spare(url, spare)) as store, store.begin() as unit:
        unit.add_athlete(an_athlete())
        unit.commit()
    with closing(open_store(url)) as own, own.begin() as unit:
        assert unit.athlete("ann") is None


@pytest.mark.parametrize(
    "content", [None, b"", b"Dear diary", b"SQLite format 3\x00" + b"\xff" * 900]
)
def test_without_anything_readable_it_is_empty(
    url: str, file: Path, spare: Path, content: bytes | None
) -> None:
    if content is not None:
        file.write_bytes(content)
    with closing(open_spare(url, spare)) as store, store.begin() as unit:
        assert unit.athlete("ann") is None


def test_a_database_server_has_no_file_to_copy(spare: Path) -> None:
    with closing(open_spare("postgresql://ann@nowhere/stride", spare)) as store:
        assert store.where.endswith("spare.db")


def test_without_room_for_it_either_there_is_a_fault(url: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("no folder")
    with pytest.raises(StorageFault):
        open_spare(url, tmp_path / "taken")

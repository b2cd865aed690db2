"""Which databases are opened, which are refused and left alone, and what each refusal says."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from skill.service.ports import StorageFault
from skill.storage import StorageRefused, check, open_store, upgrade
from skill.storage.connect import address_of
from tests.skill.storage.examples import an_athlete

ROOT = Path(__file__).parents[3]


def run_sql(file: Path, *statements: str) -> None:
    """As another program would, outside of any store."""
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file's bytes, by name."""
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def make_ours(file: Path) -> None:
    """A database of this version that holds one athlete."""
    with closing(open_store(f"sqlite:///{file}")) as store, store.begin() as unit:
        unit.add_athlete(an_athlete())
        unit.commit()


def make_text(file: Path) -> None:
    file.write_text("Dear diary, today I ran eleven kilometres.\n")


def make_a_short_text(file: Path) -> None:
    file.write_text("SQLite")


def make_foreign(file: Path) -> None:
    run_sql(file, "CREATE TABLE recipe (name TEXT)", "INSERT INTO recipe VALUES ('soup')")


def make_foreign_wal(file: Path) -> None:
    run_sql(file, "PRAGMA journal_mode = WAL", "CREATE TABLE recipe (name TEXT)")


def make_foreign_alembic(file: Path) -> None:
    run_sql(
        file,
        "CREATE TABLE recipe (name TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('0001')",
    )


def make_foreign_alembic_unversioned(file: Path) -> None:
    run_sql(
        file, "CREATE TABLE recipe (name TEXT)", "CREATE TABLE alembic_version (version_num TEXT)"
    )


def make_newer(file: Path) -> None:
    make_ours(file)
    run_sql(file, "UPDATE alembic_version SET version_num = 'stride_0999'")


def make_torn(file: Path) -> None:
    """Ours once; then the disk lost all but the first page's header."""
    make_ours(file)
    file.write_bytes(file.read_bytes()[:100] + b"\xff" * 8000)


REFUSED = {
    make_text: "is not a SQLite database",
    make_a_short_text: "is not a SQLite database",
    make_foreign: "belongs to another program",
    make_foreign_wal: "belongs to another program",
    make_foreign_alembic: "belongs to another program",
    make_foreign_alembic_unversioned: "belongs to another program",
    make_newer: "newer version of Strong Stride",
    make_torn: "is damaged",
    Path.mkdir: "is not a file",
}


@pytest.mark.parametrize(("made", "why"), REFUSED.items())
@pytest.mark.parametrize("entered", [open_store, upgrade])
def test_what_is_not_ours_to_use_is_refused_and_left_untouched(
    file: Path, url: str, made: Callable[[Path], None], why: str, entered: Callable[[str], object]
) -> None:
    made(file)
    before = file.is_file() and everything_in(file.parent)
    with pytest.raises(StorageRefused, match=why) as refusal:
        entered(url)
    assert (file.is_file() and everything_in(file.parent)) == before
    assert str(file) in str(refusal.value)
    assert check(url) == (str(refusal.value),)


def test_a_foreign_database_left_by_a_crash_keeps_its_unfinished_business(
    file: Path, url: str, tmp_path: Path
) -> None:
    live = tmp_path / "live.db"
    with closing(sqlite3.connect(live)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.commit()
        for end in ("", "-wal"):
            shutil.copy(f"{live}{end}", f"{file}{end}")
    before = [Path(f"{file}{end}").read_bytes() for end in ("", "-wal")]
    with pytest.raises(StorageFault, match="belongs to another program"):
        open_store(url)
    assert [Path(f"{file}{end}").read_bytes() for end in ("", "-wal")] == before


@pytest.mark.parametrize("made", [Path.touch, lambda file: run_sql(file, "VACUUM")])
def test_an_empty_file_becomes_a_database(
    file: Path, url: str, made: Callable[[Path], None]
) -> None:
    made(file)
    make_ours(file)
    assert check(url) == ()


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/not/yet/there/stride.db"
    open_store(url).close()
    assert check(url) == ()


def test_a_place_with_odd_signs_in_its_name_is_a_place_too(tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1, größer & [ok]"
    url = f"sqlite:///{folder}/my data.db"
    for _ in range(2):
        open_store(url).close()
        assert check(url) == ()
    assert [one.name for one in folder.iterdir()] == ["my data.db"]


def test_a_relative_place_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(open_store("sqlite:///stride.db")) as store:
        assert store.where == f"file {tmp_path}/stride.db"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    make_text(tmp_path / "diary")
    with pytest.raises(StorageFault, match="diary cannot be made"):
        open_store(f"sqlite:///{tmp_path}/diary/stride.db")
    assert list(everything_in(tmp_path)) == ["diary"]


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user who owns nothing, where the tests run as root, whom no permission stops."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that anyone may read and nobody may write, with a database of ours in it."""
    # pytest's own folder is closed to other users altogether.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_ours(folder / "ours.db")
        (folder / "ours.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("new.db", "mend their permissions"),
        ("deeper/new.db", "Permission denied"),
        ("ours.db", "allow this user to write"),
    ],
)
def test_an_unwritable_folder_is_refused_and_left_untouched(
    locked_folder: Path, name: str, why: str
) -> None:
    before = everything_in(locked_folder)
    with without_rights(), pytest.raises(StorageFault, match=why) as fault:
        open_store(f"sqlite:///{locked_folder}/{name}")
    assert not isinstance(fault.value, StorageRefused)
    assert everything_in(locked_folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_read_only_file_can_be_read_and_says_why_it_keeps_nothing(locked_folder: Path) -> None:
    locked_folder.chmod(0o777)
    with (
        without_rights(),
        closing(open_store(f"sqlite:///{locked_folder}/ours.db")) as store,
        store.begin() as unit,
    ):
        assert unit.athlete("ann") == an_athlete()
        with pytest.raises(StorageFault, match="it is read-only; allow this user"):
            unit.add_athlete(an_athlete("bob"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_file_that_may_not_be_read_is_refused(locked_folder: Path) -> None:
    (locked_folder / "ours.db").chmod(0)
    with without_rights(), pytest.raises(StorageFault, match="Permission denied"):
        open_store(f"sqlite:///{locked_folder}/ours.db")


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:stride.db?uri=true",
        "sqlite:///file:memdb?mode=memory&uri=true",
        "/home/ann/stride.db",
        "",
        "mystery://somewhere/stride",
        "postgresql+nodriver://ann@somewhere/stride",
    ],
)
def test_an_address_that_cannot_keep_data_is_refused(url: str) -> None:
    with pytest.raises(StorageFault):
        open_store(url)


def test_no_refusal_tells_a_password() -> None:
    url = "postgresql+nodriver://ann:tops3cret@somewhere/stride?sslpassword=tops3cret"
    told = (*check(url), *check("ann:tops3cret@somewhere"), address_of(url).where)
    assert "tops3cret" not in " ".join(told)
    assert told[-1] == "at postgresql+nodriver://ann:***@somewhere/stride"


def test_a_database_is_ours_only_if_it_is_whole(file: Path, url: str) -> None:
    make_ours(file)
    assert check(url) == ()
    run_sql(file, "DROP INDEX ix_session_athlete_id_opened_at_id", "DROP TABLE heard")
    found = " ".join(check(url))
    assert "add_index ix_session_athlete_id_opened_at_id" in found
    assert "add_table heard" in found


def test_a_changed_column_is_found(file: Path, url: str) -> None:
    make_ours(file)
    run_sql(
        file, "ALTER TABLE answer DROP COLUMN answer", "ALTER TABLE answer ADD COLUMN answer INT"
    )
    assert any("modify_type answer answer INTEGER TEXT" in problem for problem in check(url))


@pytest.mark.parametrize("made", [Path.touch, lambda file: None])
def test_checking_makes_nothing(file: Path, url: str, made: Callable[[Path], None]) -> None:
    made(file)
    before = everything_in(file.parent)
    assert check(url) == (
        f"The database file {file} holds no tables yet: run `stride db upgrade`.",
    )
    assert everything_in(file.parent) == before


def test_opening_an_up_to_date_database_needs_no_migration_machinery(file: Path, url: str) -> None:
    make_ours(file)
    script = (
        "import sys; from skill.storage import open_store; open_store(sys.argv[1]).close(); "
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, url], cwd=ROOT, check=True, timeout=60)


def test_migrating_prints_nothing(url: str, capfd: pytest.CaptureFixture[str]) -> None:
    upgrade(url)
    assert capfd.readouterr() == ("", "")


def test_upgrading_twice_changes_nothing(file: Path, url: str) -> None:
    upgrade(url)
    before = everything_in(file.parent)
    upgrade(url)
    assert everything_in(file.parent) == before

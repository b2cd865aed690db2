"""The steps that bring a database from any former version to the tables of this one."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from alembic import command
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from skill.service.ports import StorageFault
from skill.storage import SqlStore, check, open_store, schema, upgrade
from skill.storage.connect import address_of
from skill.storage.schema import MIGRATIONS, Standing, migrations, standing
from skill.storage.tables import HEAD, metadata

ROOT = Path(__file__).parents[3]

START_TOGETHER = """
import sys
from skill.service.records import Athlete
from skill.storage import open_store
print("ready", flush=True)
sys.stdin.readline()
store = open_store(sys.argv[1])
with store.begin() as unit:
    unit.add_athlete(Athlete(sys.argv[2], None, None, 0))
    unit.commit()
store.close()
"""

NEXT = f"stride_{int(HEAD.removeprefix('stride_')) + 1:04}"

NEXT_STEP = f'''
"""A step that fails half way."""
from alembic import op
import sqlalchemy as sa
revision = "{NEXT}"
down_revision = "{HEAD}"
def upgrade() -> None:
    op.create_table("extra", sa.Column("id", sa.Text, primary_key=True))
    op.execute("{{statement}}")
'''


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of a version to come, one step on; returns the file of the step."""
    folder = tmp_path / "100% migrations"
    shutil.copytree(MIGRATIONS, folder)
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "HEAD", NEXT)
    return folder / "versions" / "9999_next.py"


def tables_of(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_the_last_step_is_the_one_that_the_tables_name(sql_store: SqlStore) -> None:
    with sql_store.engine.connect() as connection:
        steps = ScriptDirectory.from_config(migrations(connection))
    assert steps.get_heads() == [HEAD]
    assert max(step.revision for step in steps.walk_revisions()) == HEAD


def test_the_steps_lead_to_the_tables(url: str) -> None:
    upgrade(url)
    assert check(url) == ()


def test_the_steps_can_be_written_for_a_database_server() -> None:
    written = StringIO()
    server = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    with Operations.context(server):
        for step in reversed([*ScriptDirectory(str(MIGRATIONS)).walk_revisions()]):
            step.module.upgrade()
    statements = " ".join(written.getvalue().split())
    for table in metadata.tables:
        assert f"CREATE TABLE {table} (" in statements
    for name in ("profile", "training", "diary"):
        assert f"ALTER TABLE athlete ADD COLUMN {name} TEXT DEFAULT '{{}}' NOT NULL;" in statements


def test_an_older_database_is_brought_up_to_date_when_opened(
    file: Path, url: str, next_version: Path
) -> None:
    with pytest.MonkeyPatch.context() as before:
        before.setattr(schema, "HEAD", HEAD)
        open_store(url).close()
    next_version.write_text(NEXT_STEP.format(statement="SELECT 1"))
    assert check(url) == (
        f"The database file {file} is of an older version: run `stride db upgrade`.",
    )
    open_store(url).close()
    assert "extra" in tables_of(file)
    assert standing(address_of(url)) is Standing.CURRENT


def test_a_step_that_fails_leaves_the_database_as_it_was(
    file: Path, url: str, next_version: Path
) -> None:
    with pytest.MonkeyPatch.context() as before:
        before.setattr(schema, "HEAD", HEAD)
        open_store(url).close()
    kept = file.read_bytes()
    next_version.write_text(NEXT_STEP.format(statement="SELECT * FROM nowhere"))
    with pytest.raises(StorageFault, match="no such table: nowhere"):
        open_store(url)
    assert file.read_bytes() == kept


def test_a_database_at_a_step_that_never_was_is_refused(file: Path, url: str) -> None:
    upgrade(url)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'stride_0000'")
        connection.commit()
    kept = file.read_bytes()
    with pytest.raises(StorageFault, match="cannot be upgraded"):
        upgrade(url)
    assert file.read_bytes() == kept


def test_a_new_database_that_cannot_be_finished_is_left_without_tables(
    file: Path, url: str, next_version: Path
) -> None:
    next_version.write_text(NEXT_STEP.format(statement="SELECT * FROM nowhere"))
    with pytest.raises(StorageFault):
        open_store(url)
    assert tables_of(file) == set()


def test_a_new_step_starts_from_the_template(
    url: str, next_version: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    upgrade_to_head_of_today(url)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX ix_answer_athlete_id_at")
        command.revision(migrations(connection), "Next", autogenerate=True, rev_id=NEXT)
    engine.dispose()
    (written,) = next_version.parent.glob(f"{NEXT}*.py")
    step = written.read_text()
    compile(step, written.name, "exec")
    assert step.startswith('"""Next."""')
    assert f'revision = "{NEXT}"\ndown_revision = "{HEAD}"' in step
    # SQLite alters a table only by copying it.
    assert 'with op.batch_alter_table("answer"' in step.replace("'", '"')
    assert "ix_answer_athlete_id_at" in step


def upgrade_to_head_of_today(url: str) -> None:
    with pytest.MonkeyPatch.context() as before:
        before.setattr(schema, "HEAD", HEAD)
        upgrade(url)


def test_processes_that_start_at_once_make_one_database(file: Path, url: str) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", START_TOGETHER, url, f"athlete {number}"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in started:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    told = [one.communicate(timeout=60) for one in started]
    assert told == [("", "")] * 4
    assert [one.returncode for one in started] == [0] * 4
    assert check(url) == ()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM athlete").fetchone() == (4,)
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [(HEAD,)]

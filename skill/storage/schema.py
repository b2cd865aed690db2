"""Whether a database is ours and up to date, and how it becomes so.

Alembic is imported inside the functions that need it: opening a database that is up to date, as
nearly every start does, never pays for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, column, inspect, select, table
from sqlalchemy.exc import OperationalError, ProgrammingError

from engine.units import MINUTE
from skill.service.ports import StorageFault
from skill.storage.connect import Address, address_of, looking, looks_new, writing
from skill.storage.faults import StorageRefused, faults_told
from skill.storage.tables import HEAD, metadata

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"

_VERSION = table("alembic_version", column("version_num"))
_OURS = HEAD.partition("_")[0]


class Standing(Enum):
    """How a database stands to the tables of this version."""

    EMPTY = auto()
    """No tables, or no file yet."""
    OLDER = auto()
    CURRENT = auto()


def standing(address: Address) -> Standing:
    """Look without changing anything.

    Raises:
        StorageFault: the database is not ours, is newer than this version, or cannot be read.
    """
    if address.path and looks_new(address.path):
        return Standing.EMPTY
    with faults_told(address.where), _connected(looking(address)) as connection:
        revisions = _revisions(connection)
        if revisions == [HEAD]:
            return Standing.CURRENT
        if not revisions and not set(inspect(connection).get_table_names()) - {_VERSION.name}:
            return Standing.EMPTY
    return _older(address, revisions)


def upgrade(url: str) -> None:
    """Bring a database to this version's tables, all of the way or not at all.

    Makes a missing file and its folder. Several processes may do this at once: the first one
    works, the others wait for it.

    Raises:
        StorageFault: as ``standing``, or the database cannot be written; it is as it was.
    """
    from alembic import command
    from alembic.util import CommandError

    address = address_of(url)
    if standing(address) is Standing.CURRENT:
        return
    _make_folder(address)
    try:
        with (
            faults_told(address.where),
            _connected(writing(address, patience=MINUTE)) as connection,
            connection.begin(),
        ):
            command.upgrade(migrations(connection), "head")
    except CommandError as error:
        raise StorageRefused(
            f"The database {address.where} cannot be upgraded and was left as it is: {error}; "
            "bring back your last good copy."
        ) from error


def check(url: str) -> Sequence[str]:
    """What is wrong with a database, a sentence each; changes nothing and raises nothing."""
    try:
        address = address_of(url)
        found = standing(address)
        if found is not Standing.CURRENT:
            state = "holds no tables yet" if found is Standing.EMPTY else "is of an older version"
            return (f"The database {address.where} {state}: run `stride db upgrade`.",)
        with faults_told(address.where), _connected(looking(address)) as connection:
            return tuple(
                f"The database {address.where} is not as this version made it "
                f"(to mend: {difference}): bring back your last good copy."
                for difference in _differences(connection)
            )
    except StorageFault as fault:
        return (str(fault),)


def migrations(connection: Connection) -> Config:
    """Alembic's configuration for one connection; needs no file beside the package."""
    from alembic.config import Config

    config = Config()
    # A percent sign in the path would start an interpolation.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _revisions(connection: Connection) -> Sequence[str]:
    try:
        return list(connection.scalars(select(_VERSION.c.version_num)))
    except (OperationalError, ProgrammingError):
        connection.rollback()
        if inspect(connection).has_table(_VERSION.name):
            raise
        return []


def _older(address: Address, revisions: Sequence[str]) -> Standing:
    """Tell our own past from our future and from other programs."""
    if len(revisions) != 1 or revisions[0].partition("_")[0] != _OURS:
        raise StorageRefused(
            f"The database {address.where} belongs to another program and was left as it is: "
            "choose another place with STRIDE_DATABASE_URL."
        )
    if revisions[0] > HEAD:
        raise StorageRefused(
            f"The database {address.where} was made by a newer version of Strong Stride "
            f"({revisions[0]}, this one knows {HEAD}) and was left as it is: "
            "update Strong Stride."
        )
    return Standing.OLDER


def _make_folder(address: Address) -> None:
    if address.path is None:
        return
    try:
        address.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFault(
            f"The folder {address.path.parent} cannot be made ({error.strerror}): "
            "choose another place with STRIDE_DATABASE_URL."
        ) from error


def _differences(connection: Connection) -> Iterator[str]:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    for difference in compare_metadata(context, metadata):
        # A changed column comes as a list of changes, anything else as one tuple.
        for change in difference if isinstance(difference, list) else [difference]:
            told = (part for part in change if part is not None and not isinstance(part, dict))
            yield " ".join(str(getattr(part, "name", part)) for part in told)

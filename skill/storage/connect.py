"""From a database URL to connections that keep the promises of this room."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from engine.units import SECOND, Ms
from skill.service.ports import StorageFault
from skill.storage.faults import StorageRefused

PATIENCE = Ms(5 * SECOND)
"""How long a turn waits for another's lock. A turn holds it for milliseconds, and Alexa waits
8 s for an answer."""

_MAGIC = b"SQLite format 3\x00"
"""How every SQLite file begins (sqlite.org/fileformat.html)."""


@dataclass(frozen=True)
class Address:
    """Where the data live."""

    url: URL
    where: str
    """How the operator knows it, without a password: fits after "The database"."""
    path: Path | None
    """SQLite's one file, absolute; None for a database server."""


def address_of(url: str) -> Address:
    """Read a SQLAlchemy URL, without touching what it names.

    Raises:
        StorageFault: it is no URL, or one that would keep nothing.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StorageRefused(
            "STRIDE_DATABASE_URL is not a database URL: "
            "write it like sqlite:////home/me/stride.db, with four slashes before a full path."
        ) from error
    if parsed.get_backend_name() != "sqlite":
        return Address(parsed, f"at {parsed.set(query={}).render_as_string()}", None)
    if not parsed.database or parsed.database.startswith((":", "file:")) or "mode" in parsed.query:
        raise StorageRefused(
            "STRIDE_DATABASE_URL names no plain file, so the athlete's data might be lost: "
            "write it like sqlite:////home/me/stride.db."
        )
    path = Path(parsed.database).absolute()
    return Address(parsed.set(database=str(path)), f"file {path}", path)


def looks_new(path: Path) -> bool:
    """Whether there is no file yet, or an empty one; reads 16 bytes and opens no database.

    Raises:
        StorageFault: what is there is no SQLite database, or may not be read.
    """
    try:
        if not path.exists():
            return True
        if not path.is_file():
            raise StorageRefused(f"{path} is not a file: name a file with STRIDE_DATABASE_URL.")
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise StorageFault(
            f"The database file {path} cannot be read ({error.strerror}): "
            "mend its permissions or choose another place with STRIDE_DATABASE_URL."
        ) from error
    if start and start != _MAGIC:
        raise StorageRefused(
            f"The file {path} is not a SQLite database and was left as it is: "
            "choose another place with STRIDE_DATABASE_URL."
        )
    return not start


def looking(address: Address) -> Engine:
    """An engine for reading that changes no byte of a SQLite file, nor leaves one beside it."""
    path = address.path
    if path is None:
        return _engine(address.url)
    # A read-only connection would leave -wal and -shm files beside a database that nobody uses,
    # and an immutable one would not see what still waits in a -wal file.
    mode = "mode=ro" if _something_waits(path) else "mode=ro&immutable=1"
    uri = f"{path.as_uri()}?{mode}"
    return create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(uri, uri=True), poolclass=NullPool
    )


def writing(address: Address, patience: Ms = PATIENCE) -> Engine:
    """An engine whose transactions are whole, durable and one at a time (on SQLite)."""
    if address.path is None:
        return _engine(address.url)
    made = create_engine(address.url, connect_args={"timeout": patience / SECOND})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _something_waits(path: Path) -> bool:
    # Another process may take the file away at any moment.
    with suppress(FileNotFoundError):
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    return False


def _engine(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise StorageRefused(
            f"The database {url.drivername} needs a driver that is not installed: {error}."
        ) from error


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # Python's own transaction control begins late and leaves DDL outside; _begin does it instead.
    connection.isolation_level = None
    try:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        # The pool forgets a connection that fails here without closing it.
        connection.close()
        raise


def _begin(connection: Connection) -> None:
    # A turn reads, thinks and writes: taking the write lock only at the first write would fail at
    # once, without waiting, whenever another turn wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")

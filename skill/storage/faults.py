"""A database's own words turned into a sentence for the operator."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from skill.service.ports import StorageFault

TROUBLE = (DBAPIError, PoolTimeout, ValueError)
"""What a call to the database may raise through no mistake of its caller. ValueError: text that
cannot be encoded (half of a surrogate pair), or a stored word that this version does not know."""

_PRIMARY = 0xFF
"""SQLite's extended result codes keep the primary code in their lowest byte."""

_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full; free some space and try again",
    sqlite3.SQLITE_READONLY: (
        "cannot be written: it is read-only; allow this user to write the file and its folder"
    ),
    sqlite3.SQLITE_BUSY: (
        "is busy: another program has kept it locked too long; close that program or try again"
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened: this user may not use the file or its folder; "
        "mend their permissions or choose another place with STRIDE_DATABASE_URL"
    ),
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written: the disk reports a fault or has no space left; "
        "check the disk, and copy the file before anything else"
    ),
    sqlite3.SQLITE_CORRUPT: "is damaged; put it aside and bring back your last good copy",
    sqlite3.SQLITE_NOTADB: "is damaged; put it aside and bring back your last good copy",
}

_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class StorageRefused(StorageFault):
    """What is there is not ours to use, and stays as it is. Any other fault may pass."""


def fault_of(error: Exception, where: str) -> StorageFault:
    """The sentence for one of ``TROUBLE``; ``where`` names the database to the operator."""
    kind = StorageRefused if _code(error) in _BROKEN else StorageFault
    return kind(f"The database {where} {_reason(error)}.")


@contextmanager
def faults_told(where: str) -> Iterator[None]:
    """Within it, ``TROUBLE`` comes out as StorageFault."""
    try:
        yield
    except TROUBLE as error:
        raise fault_of(error, where) from error


def _reason(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    words = str(cause).strip().splitlines()[:1]
    said = words[0].rstrip(".") if words else type(cause).__name__
    if isinstance(error, IntegrityError):
        return f"refused this turn, since it contradicts what is kept already: {said}"
    if isinstance(error, ValueError):
        return f"met a value that this version can neither keep nor read: {said}"
    if isinstance(error, PoolTimeout):
        return "is busy: too many turns are waiting for it; try again"
    return _SQLITE.get(_code(error), f"cannot be used: {said}; run `stride doctor` to see more")


def _code(error: Exception) -> int:
    """SQLite's primary result code; 0 where there is none."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return int(getattr(cause, "sqlite_errorcode", 0)) & _PRIMARY

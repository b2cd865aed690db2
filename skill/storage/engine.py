"""Opening a database."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from engine.units import Ms
from skill.storage.connect import PATIENCE, address_of, writing
from skill.storage.faults import TROUBLE, fault_of
from skill.storage.schema import Standing, standing, upgrade
from skill.storage.unit_of_work import SqlUnitOfWork


@dataclass(frozen=True)
class SqlStore:
    """An open database; threads may share it."""

    engine: Engine
    where: str
    """How the operator knows it: fits after "The database"."""

    def begin(self) -> SqlUnitOfWork:
        """A turn. On SQLite it holds the only write lock from its first call to its end."""
        return SqlUnitOfWork(self.engine, self.where)

    def close(self) -> None:
        """Let go of every connection; the store may be used again and then opens new ones."""
        self.engine.dispose()


def open_store(url: str, patience: Ms = PATIENCE) -> SqlStore:
    """Open a database by its SQLAlchemy URL; a new or older one is brought up to date first.

    Raises:
        StorageRefused: it is not ours, is newer than this version, or is damaged.
        StorageFault: it cannot be used now. In both cases it is as it was.
    """
    address = address_of(url)
    if standing(address) is not Standing.CURRENT:
        upgrade(url)
    engine = writing(address, patience)
    try:
        # The first turn should not be the one that finds out.
        engine.connect().close()
    except TROUBLE as error:
        engine.dispose()
        raise fault_of(error, address.where) from error
    return SqlStore(engine, address.where)

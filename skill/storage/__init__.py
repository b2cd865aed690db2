"""The athlete's data on disk: the one room that knows SQLAlchemy and Alembic."""

from skill.storage.engine import SqlStore, open_store
from skill.storage.faults import StorageRefused
from skill.storage.ids import TimeOrderedIds
from skill.storage.schema import check, upgrade

__all__ = ["SqlStore", "StorageRefused", "TimeOrderedIds", "check", "open_store", "upgrade"]

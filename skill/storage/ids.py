"""Ids that sort by the moment they were made."""

from __future__ import annotations

from uuid6 import uuid7


class TimeOrderedIds:
    """Makes UUIDv7 texts; two made one after the other in this process sort in that order."""

    def new(self) -> str:
        """36 lower-case characters, so that text order is time order."""
        return str(uuid7())

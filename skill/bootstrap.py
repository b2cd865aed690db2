"""The one place that names concrete adapters."""

from __future__ import annotations

from dataclasses import dataclass

from engine.library.load import embedded_library
from engine.speech.wording import embedded_wording
from skill.clock import machine_zone
from skill.config import Settings
from skill.service.coach import Coach
from skill.service.ports import Store
from skill.service.scripts import Scripts
from skill.storage import TimeOrderedIds, open_store


@dataclass(frozen=True)
class House:
    """Everything a channel may need, put together once."""

    settings: Settings
    store: Store
    coach: Coach

    def close(self) -> None:
        """Let go of the database; nothing is lost."""
        self.store.close()


def open_house(settings: Settings, store: Store | None = None) -> House:
    """Open storage, library and wording.

    Raises:
        StorageFault: the database is refused.
        DataError: the exercise library or the wording is faulty.
    """
    scripts = Scripts(embedded_wording(settings.locale.split("-")[0]), embedded_library())
    opened = open_store(settings.database_url) if store is None else store
    return House(settings, opened, Coach(opened, TimeOrderedIds(), scripts, machine_zone()))

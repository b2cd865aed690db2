"""A coach behind its door, over memory and over a real SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from engine.library.load import embedded_library
from engine.speech.wording import embedded_wording
from skill.service.coach import Coach
from skill.service.ports import Store
from skill.service.scripts import Scripts
from skill.storage import SqlStore, TimeOrderedIds, open_store
from tests.fakes import MemoryStore


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    opened: SqlStore = open_store(f"sqlite:///{tmp_path / 'coach.db'}")
    yield opened
    opened.close()


def coach_over(store: Store, zone: str = "UTC") -> Coach:
    scripts = Scripts(embedded_wording(), embedded_library())
    return Coach(store, TimeOrderedIds(), scripts, ZoneInfo(zone))


@pytest.fixture
def coach(store: Store) -> Coach:
    return coach_over(store)

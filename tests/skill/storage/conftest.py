"""Stores to hold to the contract, and a fresh database file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TypeAlias

import pytest

from engine.units import Ms
from skill.service.ports import Store
from skill.storage import SqlStore, open_store
from skill.storage.connect import PATIENCE
from tests.fakes import MemoryStore

OpenStore: TypeAlias = Callable[[Ms], Store]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database may be made; there is none yet."""
    return tmp_path / "stride.db"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite:///{file}"


@pytest.fixture
def sql_store(url: str) -> Iterator[SqlStore]:
    with closing(open_store(url)) as store:
        yield store


@pytest.fixture(params=["memory", "sql"])
def open_one(request: pytest.FixtureRequest, url: str) -> Iterator[OpenStore]:
    """Opens a new store of either kind that waits so long for its turn."""
    with ExitStack() as opened:

        def in_memory(patience: Ms) -> Store:
            return MemoryStore(patience)

        def in_sql(patience: Ms) -> Store:
            return opened.enter_context(closing(open_store(url, patience)))

        yield in_memory if request.param == "memory" else in_sql


@pytest.fixture
def store(open_one: OpenStore) -> Store:
    """An empty store of either kind."""
    return open_one(PATIENCE)

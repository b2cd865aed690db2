"""The skill as a whole, behind its web address, over memory."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from engine.library.load import embedded_library
from engine.speech.wording import embedded_wording
from skill.app import create_app
from skill.bootstrap import House
from skill.config import Settings
from skill.service.coach import Coach
from skill.service.scripts import Scripts
from skill.storage import TimeOrderedIds
from tests.fakes import MemoryStore
from tests.skill.alexa.echo import Echo, HandClock

SETTINGS = Settings(database_url="sqlite:///unused.db", alexa_verify=False)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def house(store: MemoryStore) -> House:
    scripts = Scripts(embedded_wording(), embedded_library())
    return House(SETTINGS, store, Coach(store, TimeOrderedIds(), scripts, ZoneInfo("UTC")))


@pytest.fixture
def app(house: House, clock: HandClock) -> Flask:
    return create_app(SETTINGS, house, clock)


@pytest.fixture
def echo(app: Flask, clock: HandClock) -> Echo:
    return Echo(app.test_client(), clock)

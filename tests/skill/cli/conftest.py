"""A fresh machine for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.skill.cli.machine import Indoors, Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path, f"sqlite:///{tmp_path / 'data' / 'stride.db'}")


@pytest.fixture
def indoors(machine: Machine) -> Indoors:
    return Indoors(machine.folder, machine.url)

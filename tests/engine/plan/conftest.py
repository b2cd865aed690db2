"""What the tests of the plan share: the library that ships, and what the athletes have."""

from __future__ import annotations

import pytest

from engine.library.load import embedded_library
from engine.library.model import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return embedded_library()

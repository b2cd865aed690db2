"""Golden scores: one cue a line under tests/golden, rewritten by ``--update-golden``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.score.model import Score
from engine.score.text import to_text

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture
def is_golden(request: pytest.FixtureRequest) -> Callable[[Score, str], None]:
    """Compares a score with the golden file of that name."""

    def check(score: Score, name: str) -> None:
        path = GOLDEN / f"{name}.score.txt"
        if request.config.getoption("--update-golden", default=False):
            path.write_text(to_text(score), encoding="utf-8")
        assert path.exists(), f"no {path.name}: run with --update-golden and read what it says"
        assert to_text(score).splitlines() == path.read_text(encoding="utf-8").splitlines()

    return check

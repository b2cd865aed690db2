"""The pictures of `make report`: they are drawn, and there is something in them."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from tests.stories.years.cast import OLDER
from tests.stories.years.living import year_of

PNG = b"\x89PNG\r\n"


@pytest.fixture(autouse=True)
def matplotlib() -> None:
    if importlib.util.find_spec("matplotlib") is None:
        reason = "no matplotlib here; pip install '.[report]' brings it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def test_a_year_is_drawn_as_two_pictures(tmp_path: Path) -> None:
    from tests.stories.report import draw, page

    pictures = draw(year_of(OLDER), tmp_path)
    for picture in pictures:
        assert picture.read_bytes().startswith(PNG)
        assert picture.stat().st_size > 20_000
    assert all(picture.name in page(pictures) for picture in pictures)


def test_every_muscle_group_and_kind_of_run_has_a_colour_of_its_own() -> None:
    from engine.plan.athlete.runs import RunKind
    from tests.stories.report import GROUP_COLOURS, RUN_COLOURS
    from tests.stories.years.body import GROUPS

    assert set(GROUP_COLOURS) == set(GROUPS.values())
    assert set(RUN_COLOURS) == set(RunKind)
    for colours in (GROUP_COLOURS, RUN_COLOURS):
        assert len(set(colours.values())) == len(colours)

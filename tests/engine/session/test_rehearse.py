"""A session played ahead of time: it always comes to an end, and takes as long as it takes."""

from __future__ import annotations

import pytest

from engine.cues import Cue
from engine.session.rehearse import rehearse
from engine.session.state import Finished
from engine.units import Instant, Ms
from tests.samples import FIRST, LIBRARY, MONDAY, states

MOST = 200


def lasts(cues: tuple[Cue, ...]) -> Ms:
    return Ms(sum(getattr(cue, "ms", 0) or 60_000 for cue in cues))


@pytest.mark.parametrize("name", states())
@pytest.mark.parametrize("ahead", [-3_600_000, 0, 3_600_000])
def test_it_ends_from_every_state_even_by_a_clock_that_is_behind(name: str, ahead: int) -> None:
    at = Instant(MONDAY + ahead)
    passages = rehearse(states()[name], (), at, FIRST, LIBRARY, lasts)
    seen = [passage for _, passage in zip(range(MOST), passages, strict=False)]
    assert len(seen) < MOST


def test_hands_free_it_comes_to_the_summary() -> None:
    passages = list(rehearse(states()["resting"], (), MONDAY, FIRST, LIBRARY, lasts))
    assert isinstance(passages[-1].state.phase, Finished)
    began = [passage.began for passage in passages]
    assert began == sorted(began)


def test_a_voice_that_takes_no_time_does_not_hold_it_up_for_ever() -> None:
    passages = rehearse(states()["working"], (), MONDAY, FIRST, LIBRARY, lambda cues: Ms(0))
    assert len([passage for _, passage in zip(range(MOST), passages, strict=False)]) < MOST

"""Whole sessions, heard with closed eyes; the transcripts are for people to read."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from engine.library.load import embedded_library
from engine.speech.wording import embedded_wording
from skill.service.coach import Coach
from skill.service.history import history
from skill.service.records import Channel, Status
from skill.service.scripts import Scripts
from skill.storage import TimeOrderedIds
from tests.fakes import MemoryStore
from tests.stories.telling import Telling, speeches
from tests.stories.week import days_of, week

HERE = Path(__file__).parent
SESSIONS = sorted(HERE.glob("*_session.yaml"))
WEEKS = sorted(HERE.glob("*_week.yaml"))
SEEING = ("screen", "picture", "photo", "click", "watch the", "see the", "look at", "display")


def coach_over(store: MemoryStore) -> Coach:
    scripts = Scripts(embedded_wording(), embedded_library())
    return Coach(store, TimeOrderedIds(), scripts, ZoneInfo("UTC"))


@pytest.mark.parametrize("file", SESSIONS, ids=lambda file: file.stem)
def test_the_story_is_told_as_it_was_written_down(file: Path, update_golden: bool) -> None:
    telling = Telling(coach_over(MemoryStore()), speeches(file))
    compare(telling.tell(), file, update_golden)
    assert telling.says == [], "the story never came to these words"


@pytest.mark.parametrize("file", WEEKS, ids=lambda file: file.stem)
def test_the_week_is_told_as_it_was_written_down(file: Path, update_golden: bool) -> None:
    compare(week(coach_over(MemoryStore()), days_of(file)), file, update_golden)


def compare(told: str, file: Path, update: bool) -> None:
    golden = file.with_suffix(".txt")
    if update:
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    assert not [word for word in SEEING if word in told.lower()]


def test_the_first_session_is_logged_as_it_was_said() -> None:
    store = MemoryStore()
    coach = coach_over(store)
    Telling(coach, speeches(HERE / "first_session.yaml")).tell()
    athlete = coach.athlete_on(Channel.LAPTOP, "me", 0)  # type: ignore[arg-type]
    (session,) = history(store, athlete)
    assert session.status is Status.COMPLETED
    said = [(done.exercise, done.actual) for done in session.sets if done.source == "said"]
    assert ("bw_squat", 10) in said
    assert ("calf_raise_two", 11) in said

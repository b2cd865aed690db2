"""How it goes, from what past sessions come to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from engine.cues import Amount, Name
from engine.plan.model import Level
from engine.plan.progression.model import Training, WeekDone
from engine.plan.reasons import because
from engine.session.commands import Best, Command, Period, Progress, Streak
from engine.units import Load
from tests.engine.dialogue.runners import on
from tests.engine.dialogue.talk import MONDAY

LAST = MONDAY - timedelta(days=7)
EARLIER = LAST - timedelta(days=20)
SQUAT = Level(
    "goblet_squat",
    None,
    target=9,
    load=Load.of(16),
    first=LAST - timedelta(days=14),
    first_target=8,
    first_load=Load.of(12),
    last=LAST,
    last_target=8,
    last_load=Load.of(16),
    times=5,
    best=12,
    best_load=Load.of(16),
    best_on=LAST,
    why=because("rep_up", exercise=Name("goblet_squat"), amount=Amount(9, "reps")),
)
BODYWEIGHT = Level(
    "bw_squat", None, target=15, first=LAST - timedelta(days=60), first_target=10,
    last=EARLIER, last_target=15, times=8, best=15, best_on=EARLIER,
)  # fmt: skip
PLANK = Level(
    "forearm_plank", None, target=45, first=LAST, first_target=45, last=LAST, last_target=45,
    times=1, best=50, best_on=MONDAY,
)  # fmt: skip
TRAINING = Training(
    levels=(SQUAT, BODYWEIGHT, PLANK),
    weeks=(
        WeekDone(LAST - timedelta(days=7), sessions=1, sets=15, minutes=20),
        WeekDone(LAST, sessions=2, sets=30, minutes=41, rises=3),
    ),
    sessions=3,
    streak=2,
    best_streak=5,
)


def said(command: Command, training: Training = TRAINING) -> str:
    talk = on(MONDAY, training=training)
    before = talk.book
    words = talk.say(command)
    assert talk.book == before
    return words


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            Progress(period=Period.LAST_WEEK),
            (
                "Last week you did two sessions, with thirty sets in forty one minutes. "
                "You went up in three exercises."
            ),
        ),
        (
            Progress(),
            (
                "Last week you did two sessions, with thirty sets in forty one minutes. "
                "You went up in three exercises."
            ),
        ),
        (Progress(period=Period.WEEK), "There is no session in the log this week yet."),
        (
            Progress(period=Period.MONTH),
            (
                "In the last four weeks you did three sessions, with forty five sets in "
                "one hour and one minute. You went up in three exercises."
            ),
        ),
        (
            Progress("goblet_squat"),
            (
                "Your goblet squats are going up. Last time it was eight reps, sixteen kilos. "
                "Your goblet squats went well, so the aim is nine reps now."
            ),
        ),
        (
            Progress("squat"),
            (
                "You have moved on from bodyweight squats to goblet squats, with eight reps, "
                "sixteen kilos last time. "
                "Your goblet squats went well, so the aim is nine reps now."
            ),
        ),
        (Progress("plank"), "Your forearm planks are steady, at forty five seconds."),
        (Progress("push_up"), "We have not done any push-ups yet."),
        (Progress("juggling"), "I don't know an exercise by that name."),
        (Streak(), "You have trained for two weeks in a row. Your longest was five weeks."),
        (Best("plank"), "Your best forearm planks so far: fifty seconds, today."),
        (
            Best("squat"),
            (
                "Your best goblet squats so far: twelve reps, sixteen kilos, "
                "on Monday the sixteenth of November."
            ),
        ),
        (Best("push_up"), "We have not done any push-ups yet."),
        (Best("juggling"), "I don't know an exercise by that name."),
        (Best(), "Your best in what? Ask, for example, for your best plank."),
    ],
)
def test_what_past_sessions_come_to(command: Command, words: str) -> None:
    assert said(command) == words


@pytest.mark.parametrize("period", Period)
def test_a_time_without_sessions_is_no_reproach(period: Period) -> None:
    words = said(Progress(period=period), Training())
    assert words
    assert not any(blame in words.lower() for blame in ("miss", "only", "should", "fail"))


def test_a_streak_begins_ends_and_begins_again() -> None:
    assert "first session" in said(Streak(), Training())
    week = WeekDone(LAST - timedelta(days=14), sessions=1)
    ended = Training(weeks=(week,), streak=3, best_streak=3, sessions=3)
    assert said(Streak(), ended).startswith("A new streak begins with your next session.")
    going = Training(weeks=(WeekDone(LAST, sessions=1),), streak=3, best_streak=3, sessions=3)
    assert said(Streak(), going) == "You have trained for three weeks in a row."


def test_before_the_first_session_there_is_nothing_to_look_back_on() -> None:
    talk = on(MONDAY)
    for period in (None, *Period):
        talk.say(Progress(period=period))
        assert talk.phrases == ("progress_first",)

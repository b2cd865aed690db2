"""What a player reports at the end of a script, and when it listens to a pipe meanwhile."""

from __future__ import annotations

import pytest

from engine.cues import Question
from engine.session.commands import Done, HowLong
from engine.session.events import Played, Silence
from engine.session.facts import Ending
from engine.session.rehearse import ANSWER_WITHIN
from engine.session.state import (
    Asking,
    Briefing,
    Finished,
    Idle,
    Paused,
    Phase,
    Preparing,
    Resting,
    State,
    Working,
)
from engine.units import Instant, Ms
from skill.laptop.player import Playing, Window, spoken, state_name
from skill.service.reply import Line, Script
from tests.samples import FIRST, LIBRARY, MONDAY, first_main

TOTAL = Ms(60_000)
OVER = Instant(MONDAY + TOTAL)
MAIN = first_main()


def playing(phase: Phase, *lines: Line) -> Playing:
    return Playing(State(phase), FIRST, LIBRARY, Script(lines, (), TOTAL), MONDAY)


def said(at: int, length: int) -> Line:
    return Line(Ms(at), Ms(length), "Words.")


PREPARING = Preparing("lead:1", MAIN)
WORKING = Working("set:1", MAIN, MONDAY)
WARMING_UP = Working("set:0", 0, MONDAY)
RESTING = Resting("rest:1", MAIN, MONDAY, Instant(MONDAY + 30_000))
BRIEFING = Briefing("brief:1")
ASKING = Asking("ask:1", Question.EFFORT, RESTING)
PAUSED = Paused(RESTING, MONDAY)
FINISHED = Finished(Ending.COMPLETED, MONDAY, 0)


@pytest.mark.parametrize("phase", [PREPARING, WORKING, WARMING_UP, RESTING])
def test_a_step_is_reported_as_played_at_its_end(phase: Preparing | Working | Resting) -> None:
    script = playing(phase)
    assert script.ends_at == OVER
    assert script.report(OVER) == Played(phase.step, OVER)


@pytest.mark.parametrize("phase", [BRIEFING, ASKING])
def test_a_question_is_reported_as_unanswered_eight_seconds_after_its_end(phase: Phase) -> None:
    script = playing(phase)
    assert script.ends_at == OVER + ANSWER_WITHIN
    assert script.report(OVER) == Silence(OVER)


def test_a_pause_has_no_end() -> None:
    assert playing(PAUSED).ends_at is None


@pytest.mark.parametrize("held", [FINISHED, Idle()])
@pytest.mark.parametrize("question", [Question.PROFILE, Question.YES_NO])
def test_a_question_beside_a_session_waits_for_its_answer(
    held: Finished | Idle, question: Question
) -> None:
    assert playing(Asking("ask:1", question, held)).ends_at is None


@pytest.mark.parametrize("question", [Question.PAIN_PLACE, Question.PAIN_LEVEL])
def test_a_question_about_pain_never_waits_for_ever(question: Question) -> None:
    assert playing(Asking("ask:1", question, Idle())).ends_at == OVER + ANSWER_WITHIN


@pytest.mark.parametrize("phase", [FINISHED, Idle()])
def test_after_a_session_nothing_is_reported(phase: Phase) -> None:
    assert playing(phase).report(OVER) is None


def test_a_set_is_listened_to_at_the_end_of_its_count() -> None:
    assert playing(WORKING).window == Window(OVER, "set:1")


@pytest.mark.parametrize("phase", [PREPARING, WARMING_UP, FINISHED])
def test_nothing_is_listened_for_in_a_lead_in_a_move_or_at_the_end(phase: Phase) -> None:
    assert playing(phase).window is None


def test_a_rest_is_listened_to_after_its_words() -> None:
    window = playing(RESTING, said(0, 1_500), said(1_750, 2_000), said(25_000, 900)).window
    assert window is not None
    assert window.opens == MONDAY + 3_750


def test_a_rest_full_of_words_is_listened_to_before_its_end() -> None:
    window = playing(RESTING, said(0, 45_000)).window
    assert window is not None
    assert window.opens == RESTING.until - 1


def test_a_longer_rest_is_the_same_rest() -> None:
    longer = Resting("rest:2", MAIN, RESTING.began, Instant(RESTING.until + 30_000))
    names = [window.once for phase in (RESTING, longer) if (window := playing(phase).window)]
    assert len(names) == 2
    assert len(set(names)) == 1


@pytest.mark.parametrize("phase", [BRIEFING, ASKING])
def test_a_question_is_listened_to_from_its_end_on(phase: Phase) -> None:
    window = playing(phase).window
    assert window is not None
    assert window.opens == OVER


def test_a_pause_listens_for_any_number_of_lines() -> None:
    assert playing(PAUSED).window == Window(OVER, "")


def test_done_at_the_end_of_a_count_is_all_of_it_and_a_question_comes_before() -> None:
    script = playing(WORKING)
    assert script.heard_at(Done(), OVER) == OVER
    count = FIRST.sets[MAIN].work_ms
    assert script.heard_at(HowLong(), OVER) == MONDAY + min(TOTAL, count) - 1
    assert playing(RESTING).heard_at(HowLong(), OVER) == OVER


@pytest.mark.parametrize(
    ("lines", "until"),
    [
        ((), 0),
        ((said(0, 900),), 900),
        ((said(0, 900), said(1_150, 500), said(9_000, 500)), 1_650),
        ((said(9_000, 500),), 0),
    ],
)
def test_a_passage_ends_where_a_longer_quiet_begins(lines: tuple[Line, ...], until: int) -> None:
    assert spoken(lines) == until


def test_a_question_is_part_of_the_state_that_sentences_are_read_in() -> None:
    assert state_name(State(ASKING)) == "asking:effort"
    assert state_name(State(RESTING)) == "resting"

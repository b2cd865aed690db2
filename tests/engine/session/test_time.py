"""What time, silence and players do to a session, and what they cannot do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cues import Name
from engine.session.commands import Done, HowLong, Pause, Ready, Resume, Start, WhereAmI
from engine.session.facts import SessionFinished, SetLogged, Source
from engine.units import HOUR
from tests.engine.session.scenario import CIRCUIT, PAIRS, STRAIGHT, Session

DAY = 24 * HOUR


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


# Time alone


def test_an_overdue_rest_becomes_the_lead_in() -> None:
    session = after_squats().passes(12_000)
    assert session.name == "preparing"
    assert session.said[0] == "announce"
    assert session.planned.exercise == "back_extension"


def test_a_rest_is_not_over_a_moment_too_soon() -> None:
    session = after_squats().passes(11_999)
    assert session.name == "resting"
    assert session.outcome.cues == ()


def test_an_overdue_set_becomes_a_question_and_nothing_is_logged() -> None:
    session = Session().begins().until_set("bw_squat").passes(50_000)
    assert session.question == "reps"
    assert session.said == ["ask_done"]
    assert session.facts(SetLogged) == []


def test_an_overdue_hold_asks_whether_it_was_held() -> None:
    session = Session().begins().until_set("forearm_plank").passes(20_000)
    assert session.said == ["ask_hold_done"]


def test_a_set_is_not_over_before_its_last_rep() -> None:
    session = Session().begins().until_set("bw_squat").passes(49_999)
    assert session.name == "working"
    assert session.outcome.cues == ()


@pytest.mark.parametrize("ms", [60_000, DAY, 30 * DAY])
def test_time_alone_never_logs_a_set_nor_ends_a_session(ms: int) -> None:
    for where in (
        Session().hears(Start()),
        Session().begins(),
        Session().begins().until_lead_in("bw_squat"),
        Session().begins().until_set("bw_squat"),
        after_squats(),
        after_squats().hears(Pause()),
        Session().begins().until_set("bw_squat").counts(3).hears(Done()),
        Session(PAIRS).begins().until_set("goblet_squat", 3).plays(),
    ):
        sets, ends = len(where.facts(SetLogged)), len(where.facts(SessionFinished))
        for _ in range(5):
            where.passes(ms)
        assert len(where.facts(SetLogged)) == sets
        assert len(where.facts(SessionFinished)) == ends


def test_time_alone_does_not_complete_a_session_in_its_last_stretch() -> None:
    session = Session().begins().until_cool_down().plays().plays()
    assert session.index == len(session.sets) - 1
    session.passes(DAY)
    assert session.facts(SessionFinished) == []


def test_a_day_later_the_rest_is_over_and_the_coach_says_so() -> None:
    session = after_squats().waits(DAY).hears(HowLong())
    assert session.told("rest_over") == {"exercise": Name("back_extension")}
    assert session.name == "preparing"


def test_a_day_later_the_set_is_asked_about() -> None:
    session = Session().begins().until_set("bw_squat").waits(DAY).hears(WhereAmI())
    assert session.question == "reps"
    assert session.told("where")["exercise"] == Name("bw_squat")


def test_a_moment_earlier_than_the_last_counts_as_the_last() -> None:
    session = after_squats()
    until = session.ends_at
    session.waits(-60_000).hears(Pause(), Resume())
    assert session.ends_at == until


def test_after_the_last_stretch_the_summary_is_heard_whatever_is_said() -> None:
    session = Session().begins().until_cool_down().plays().plays()
    session.waits(16_000).hears(Done())
    assert "summary" in session.said


# Silence


def test_silence_changes_nothing_but_questions_and_briefings() -> None:
    for where in (
        Session(),
        Session().begins().until_lead_in("bw_squat"),
        Session().begins().until_set("bw_squat").counts(2),
        after_squats().hears(Pause()),
        Session().begins().to_the_end(),
    ):
        before = where.phase
        where.is_silent()
        assert where.phase == before
        assert where.outcome.cues == ()
        assert where.outcome.facts == ()


def test_an_overdue_set_nobody_answers_for_is_logged_as_assumed() -> None:
    session = Session().begins().until_set("bw_squat").passes(50_000).is_silent()
    assert session.log == [("bw_squat", 1, 10, "assumed")]
    assert session.name == "resting"


def test_an_unanswered_effort_goes_on_with_the_rest_that_is_left() -> None:
    session = Session(PAIRS).begins().until_set("bent_over_row", 3).plays()
    began = session.at
    session.is_silent()
    assert session.name == "resting"
    assert session.ends_at == began + 52_000


# Players


def test_a_played_set_is_logged_as_prescribed_and_assumed() -> None:
    session = Session().begins().until_set("bw_squat").plays()
    fact = session.last_logged
    assert (fact.actual, fact.source) == (10, Source.ASSUMED)


@pytest.mark.parametrize("step", ["", "set:7:1", "nothing", "lead:7:9"])
def test_the_report_of_another_step_is_ignored(step: str) -> None:
    session = Session().begins().until_set("bw_squat").waits(50_000).hears_of(step)
    assert session.name == "working"
    assert session.outcome.cues == ()
    assert session.outcome.facts == ()


def test_a_report_that_comes_too_early_is_ignored() -> None:
    session = Session().begins().until_set("bw_squat")
    session.waits(49_000).hears_of(session.step)
    assert session.name == "working"
    assert session.log == []
    resting = after_squats()
    resting.waits(5_000).hears_of(resting.step)
    assert resting.name == "resting"


def test_a_players_clock_may_be_a_blink_ahead() -> None:
    session = Session().begins().until_set("bw_squat")
    session.waits(49_800).hears_of(session.step)
    assert session.log == [("bw_squat", 1, 10, "assumed")]


def test_a_report_twice_counts_once() -> None:
    session = Session().begins().until_set("bw_squat")
    step = session.step
    session.waits(50_000).hears_of(step).hears_of(step)
    assert len(session.log) == 1
    assert session.name == "resting"


def test_a_late_report_of_a_set_that_was_stopped_changes_nothing() -> None:
    session = Session().begins().until_set("bw_squat")
    step = session.step
    session.counts(4).hears(Done(), Done(reps=4)).waits(30_000).hears_of(step)
    assert session.log == [("bw_squat", 1, 4, "said")]


def test_no_player_moves_a_pause() -> None:
    session = Session().begins().until_set("bw_squat").counts(4)
    step = session.step
    session.hears(Pause()).waits(60_000).hears_of(step)
    assert session.name == "paused"
    assert session.log == []


def test_no_step_has_the_name_of_an_earlier_one() -> None:
    session, names = Session(STRAIGHT).begins(), []
    while session.name != "finished":
        names.append(session.step)
        session.goes_on()
    assert len(names) == len(set(names))


@settings(max_examples=80, deadline=None)
@given(late=st.lists(st.integers(0, 5_000), max_size=60))
def test_however_late_the_players_are_every_set_is_logged_once(late: list[int]) -> None:
    session = Session(CIRCUIT).hears(Start(), Ready())
    for delay in late:
        if session.name != "finished":
            session.waits(delay).goes_on()
    session.to_the_end()
    assert len(session.log) == 10
    assert {entry[3] for entry in session.log} == {"assumed"}


STATES: dict[str, Callable[[], Session]] = {
    "rest": after_squats,
    "set": lambda: Session().begins().until_set("bw_squat").counts(4),
    "lead-in": lambda: Session().begins().until_lead_in("bw_squat"),
}


@pytest.mark.parametrize("where", STATES)
def test_two_elapsed_reports_of_one_moment_are_as_good_as_one(where: str) -> None:
    session = STATES[where]().passes(60_000)
    phase = session.phase
    session.passes(0)
    assert session.phase == phase
    assert session.outcome.cues == ()

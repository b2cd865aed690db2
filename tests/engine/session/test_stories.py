"""Whole sessions: hands-free from briefing to goodbye, and whatever is said on the way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cues import Count, Hold, Name, Rest, Say
from engine.plan.model import RestKind
from engine.session.commands import Command, Done, Pause, Resume, Stop
from engine.session.facts import (
    Ending,
    ExerciseMet,
    SessionFinished,
    SessionReopened,
    SessionStarted,
    SetLogged,
)
from tests.engine.session.scenario import (
    CIRCUIT,
    PAIRS,
    STRAIGHT,
    WITH_A_BAND,
    WORDING,
    Session,
)
from tests.samples import SPOKEN

WORKOUTS = {"circuit": CIRCUIT, "pairs": PAIRS, "straight": STRAIGHT, "band": WITH_A_BAND}


@pytest.mark.parametrize("of", WORKOUTS)
def test_an_unattended_session_goes_hands_free_to_its_end(of: str) -> None:
    workout = WORKOUTS[of]
    session = Session(workout).begins().to_the_end()
    planned = [(s.exercise, s.number, s.side, s.target) for s in workout.sets if s.main]
    logged = [(f.exercise, f.set, f.side, f.actual) for f in session.facts(SetLogged)]
    assert logged == planned
    assert [fact.ending for fact in session.facts(SessionFinished)] == [Ending.COMPLETED]
    assert {fact.exercise for fact in session.facts(ExerciseMet)} == set(workout.exercises)


@pytest.mark.parametrize("of", WORKOUTS)
def test_warm_up_and_cool_down_are_never_logged(of: str) -> None:
    session = Session(WORKOUTS[of]).begins().to_the_end()
    assert {fact.exercise for fact in session.facts(SetLogged)} == set(WORKOUTS[of].exercises)


@pytest.mark.parametrize("of", WORKOUTS)
def test_an_attended_session_never_says_a_sentence_twice_in_a_row(of: str) -> None:
    session = Session(WORKOUTS[of]).begins().to_the_end()
    spoken = [WORDING.words(word) for word in session.heard_words]
    assert [line for line, following in pairwise(spoken) if line == following] == []


@pytest.mark.parametrize("of", WORKOUTS)
def test_every_exercise_is_announced_with_its_name_and_dose_before_its_first_set(of: str) -> None:
    session = Session(WORKOUTS[of]).begins()
    announced: list[str] = []
    while session.name != "finished":
        announced += [
            name.id
            for word in session.words
            if word.phrase == "announce" and isinstance(name := dict(word.args)["exercise"], Name)
        ]
        counted = any(isinstance(cue, Count | Hold) for cue in session.outcome.cues)
        if counted and session.planned.main:
            assert session.planned.exercise in announced
        session.goes_on()
    assert announced == list(WORKOUTS[of].exercises)


@pytest.mark.parametrize("of", WORKOUTS)
def test_a_rest_is_as_long_as_planned_when_nobody_says_a_word(of: str) -> None:
    session = Session(WORKOUTS[of]).begins()
    while session.name != "finished":
        for cue in session.outcome.cues:
            before = session.sets[session.index - 1] if session.name == "resting" else None
            if isinstance(cue, Rest) and before and "logged" in session.said:
                assert cue.ms == before.rest_ms
                assert ("rest" in session.said) == (before.rest_kind is RestKind.REST)
        session.goes_on()


@pytest.mark.parametrize("of", WORKOUTS)
def test_the_right_side_follows_the_left_after_a_word_to_switch(of: str) -> None:
    session = Session(WORKOUTS[of]).begins()
    while session.name != "finished":
        switching = session.name == "preparing" and session.planned.side == "right"
        assert not switching or session.told("switch_sides") == {"side": "right"}
        session.goes_on()


def test_the_end_tells_minutes_sets_best_next_time_and_next_day() -> None:
    session = Session().begins().until_set("bw_squat").counts(9).hears(Done(reps=14)).to_the_end()
    assert session.said == ["summary", "summary_best", "summary_up", "next_day", "goodbye"]
    assert all(isinstance(cue, Say) for cue in session.outcome.cues)


def test_a_session_as_prescribed_has_no_best_to_tell() -> None:
    assert "summary_best" not in Session().begins().to_the_end().said


def test_the_best_of_a_session_is_the_set_that_went_furthest_past_its_target() -> None:
    session = Session().begins().until_set("bw_squat").counts(9).hears(Done(reps=14)).to_the_end()
    best = session.told("summary_best")
    assert best["exercise"] == Name("bw_squat")


def test_praise_comes_now_and_then_not_after_every_set() -> None:
    session = Session(STRAIGHT).begins().to_the_end()
    praised = sum(word.phrase == "praise" for word in session.heard_words)
    assert 1 <= praised <= len(session.log) // 3


def test_a_morning_told_from_start_to_goodbye() -> None:
    """Ready, ten squats, a pause in the rest, a number put right, a stop, and on in the evening."""
    session = Session().begins().until_set("bw_squat").counts(9).hears(Done())
    session.waits(3_000).hears(Pause()).waits(120_000).hears(Resume())
    assert session.ends_at - session.at == 9_000
    session.hears(Done(reps=9))
    session.until_set("back_extension").counts(5).hears(Stop())
    assert session.log == [("bw_squat", 1, 9, "said")]
    session.waits(8 * 3_600_000).hears(Resume()).to_the_end()
    assert len(session.log) == 10
    kinds = [type(fact) for fact in session.kept]
    assert kinds[0] is SessionStarted
    assert kinds[-1] is SessionFinished


MOMENTS = st.integers(0, 40_000)
STEPS = st.integers(0, 60)
HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("hears"), st.sampled_from(SPOKEN), MOMENTS),
        st.tuples(st.just("goes on"), st.none(), MOMENTS),
        st.tuples(st.just("passes"), st.none(), MOMENTS),
    ),
    max_size=60,
)


def lived(of: str, steps: int, happenings: list[tuple[str, Command | None, int]]) -> Session:
    """So many steps hands-free, then these happenings, each some milliseconds after the last."""
    session = Session(WORKOUTS[of]).begins()
    for _ in range(steps):
        if session.name != "finished":
            session.goes_on()
    for kind, command, ms in happenings:
        if kind == "hears" and command is not None:
            session.waits(ms).hears(command)
        elif kind == "passes":
            session.passes(ms)
        elif session.name not in ("finished", "idle"):
            session.goes_on()
    return session


@settings(max_examples=200, deadline=None)
@given(of=st.sampled_from(sorted(WORKOUTS)), steps=STEPS, happenings=HAPPENINGS)
def test_whatever_is_said_the_words_are_known_and_the_record_makes_sense(
    of: str, steps: int, happenings: list[tuple[str, Command | None, int]]
) -> None:
    session = lived(of, steps, happenings)
    begun = open_now = False
    for fact in session.kept:
        match fact:
            case SessionStarted() | SessionReopened():
                assert not open_now
                begun = open_now = True
            case SessionFinished():
                assert open_now
                open_now = False
            case SetLogged():
                assert begun


@settings(max_examples=100, deadline=None)
@given(of=st.sampled_from(sorted(WORKOUTS)), steps=STEPS, happenings=HAPPENINGS)
def test_whatever_is_said_a_session_can_always_be_stopped_in_one_word(
    of: str, steps: int, happenings: list[tuple[str, Command | None, int]]
) -> None:
    session = lived(of, steps, happenings).hears(Stop())
    assert session.name in ("finished", "idle")
    assert all(isinstance(cue, Say) for cue in session.outcome.cues)


@settings(max_examples=150, deadline=None)
@given(of=st.sampled_from(sorted(WORKOUTS)), steps=STEPS, happenings=HAPPENINGS)
def test_whatever_was_said_the_session_comes_to_its_end_hands_free(
    of: str, steps: int, happenings: list[tuple[str, Command | None, int]]
) -> None:
    session = lived(of, steps, happenings)
    if session.name == "paused":
        session.hears(Resume())
    if session.name != "idle":
        session.to_the_end()
    logged = [(log.exercise, log.set, log.side) for log in session.state.course.logs]
    assert len(logged) == len(set(logged))

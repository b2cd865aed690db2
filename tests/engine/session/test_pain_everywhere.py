"""Pain in every state: of which exercise it is, what is kept, and what the rest is spared."""

from __future__ import annotations

import pytest

from engine.library.model import Place
from engine.session.commands import (
    Back,
    Command,
    Done,
    Easier,
    LessRest,
    MoreRest,
    Next,
    Pain,
    Pause,
    Ready,
    Resume,
    Skip,
    Start,
    StartOver,
    Stop,
    Swap,
    Symptom,
    Unwell,
    WhereAmI,
    Yes,
)
from engine.session.facts import PainReported
from tests.engine.session.scenario import Session
from tests.samples import LIBRARY


def loading(*places: Place) -> set[str]:
    """Exercises that load any of the places, by the library's word."""
    return {e.id for e in LIBRARY.exercises.values() if e.avoid_with & set(places)}


def in_squats(reps: int = 5) -> Session:
    return Session().begins().until_set("bw_squat").counts(reps)


def reported(session: Session) -> PainReported:
    return session.facts(PainReported)[-1]


# Of which exercise


def test_pain_in_the_last_set_of_an_exercise_is_of_that_exercise() -> None:
    session = Session().begins().until_set("bw_squat", 2).counts(5)
    session.hears(Pain(Place.KNEE, level=3))
    assert reported(session).exercise == "bw_squat"
    assert "back_extension" in session.left


def test_pain_before_the_first_rep_is_of_the_exercise_in_hand() -> None:
    session = Session().begins().until_set("calf_raise_two").waits(1_000)
    session.hears(Pain(Place.CALF, level=4))
    assert reported(session).exercise == "calf_raise_two"
    assert "back_extension" in session.left
    assert "calf_raise_two" not in session.left


def test_pain_in_a_rest_is_of_the_exercise_just_done() -> None:
    session = Session().begins().until_rest_after("calf_raise_two")
    session.hears(Pain(Place.CALF, level=4))
    assert reported(session).exercise == "calf_raise_two"
    assert "calf_raise_two" not in session.left
    assert "forearm_plank" in session.left


def test_pain_while_paused_in_a_set_keeps_its_reps_and_is_of_its_exercise() -> None:
    session = Session().begins().until_set("calf_raise_two").counts(6)
    session.hears(Pause()).waits(30_000).hears(Pain(Place.CALF, level=4))
    assert session.log[-1] == ("calf_raise_two", 1, 6, "assumed")
    assert reported(session).exercise == "calf_raise_two"


def test_pain_told_when_the_count_was_over_keeps_the_whole_set() -> None:
    session = in_squats().waits(60_000).hears(Pain(Place.KNEE, level=4))
    assert session.log == [("bw_squat", 1, 10, "assumed")]


def test_pain_at_the_question_for_reps_keeps_the_count() -> None:
    session = in_squats(6).hears(Done(), Pain(Place.KNEE, level=4))
    assert session.log == [("bw_squat", 1, 6, "assumed")]


# In every state


def test_pain_told_without_a_session_is_noted_for_the_plans() -> None:
    session = Session().hears(Pain(Place.KNEE, level=4))
    assert session.name == "idle"
    assert reported(session).exercise is None
    assert session.state.course.blocked == {Place.KNEE}


@pytest.mark.parametrize("level", [4, 6])
def test_pain_told_in_the_briefing_spares_the_place_from_the_start(level: int) -> None:
    session = Session().hears(Start(), Pain(Place.KNEE, level=level))
    assert session.name == "briefing"
    session.hears(Ready())
    assert not loading(Place.KNEE) & set(session.left)


@pytest.mark.parametrize("level", [4, 6])
def test_pain_told_in_the_warm_up_spares_the_place_in_the_main_block(level: int) -> None:
    session = Session().begins().plays().waits(3_000).hears(Pain(Place.KNEE, level=level))
    assert not loading(Place.KNEE) & set(session.left)


def test_pain_told_in_the_warm_up_spares_the_place_in_the_moves_to_come() -> None:
    session = Session().begins().waits(3_000).hears(Pain(Place.KNEE, level=6))
    ahead = [s.exercise for s in session.sets[session.index :] if not s.main]
    hurting = {m.id for m in LIBRARY.moves.values() if Place.KNEE in m.avoid_with}
    assert not hurting & set(ahead)


@pytest.mark.parametrize("level", [3, 6])
def test_pain_told_in_the_cool_down_goes_on_with_the_cool_down(level: int) -> None:
    session = Session().begins().until_cool_down().hears(Pain(Place.KNEE, level=level))
    assert reported(session).block_days > 0
    assert session.to_the_end().name == "finished"


def test_pain_told_after_the_end_is_noted() -> None:
    session = Session().begins().to_the_end().hears(Pain(), Pain(Place.KNEE, level=5))
    assert session.name == "finished"
    assert reported(session).place is Place.KNEE


def test_any_question_is_answered_while_pain_is_asked_about_after_the_end() -> None:
    session = Session().begins().to_the_end().hears(Pain(), WhereAmI())
    assert session.question == "pain_place"


@pytest.mark.parametrize("hurt", [Pain(Place.KNEE), Pain(Place.KNEE, level=6)])
def test_a_session_stopped_for_pain_spares_the_place_when_taken_up_again(hurt: Pain) -> None:
    session = in_squats()
    commands = (hurt, Stop()) if hurt.level is None else (Stop(), hurt)
    session.hears(*commands, Resume())
    assert session.name != "preparing" or not loading(Place.KNEE) & set(session.left)


def test_pain_at_another_question_ends_that_question() -> None:
    session = in_squats(3).hears(StartOver(), Pain(Place.KNEE, level=4))
    assert session.log == [("bw_squat", 1, 3, "assumed")]
    assert not loading(Place.KNEE) & set(session.left)


def test_pain_in_the_lead_in_back_into_a_set_keeps_the_reps_done_before() -> None:
    session = Session().begins().until_set("calf_raise_two").counts(6)
    session.hears(Pause(), Resume(), Pain(Place.CALF, level=4))
    assert session.log[-1] == ("calf_raise_two", 1, 6, "assumed")
    assert reported(session).exercise == "calf_raise_two"


@pytest.mark.parametrize("level", [4, 6])
def test_back_does_not_lead_to_what_hurt(level: int) -> None:
    session = in_squats().hears(Pain(Place.KNEE, level=level), Back())
    assert session.planned.exercise not in loading(Place.KNEE)


STEERING: tuple[Command, ...] = (
    *(Next(), Next("plank"), Skip(), Back(), Swap(), Easier(), MoreRest(), LessRest()),
    *(StartOver(), Done(), Yes()),
)


@pytest.mark.parametrize("word", STEERING, ids=repr)
def test_a_paused_question_of_pain_is_not_walked_around(word: Command) -> None:
    session = in_squats().hears(Pain(Place.KNEE), Pause(), word)
    if session.name == "paused":
        session.hears(Resume())
    assert session.question == "pain_level"


@pytest.mark.parametrize("word", STEERING, ids=repr)
def test_no_word_at_a_paused_question_of_pain_brings_an_ended_session_back(word: Command) -> None:
    completed = Session().begins().to_the_end().hears(Pain(Place.KNEE), Pause(), word)
    assert completed.name in ("asking", "paused", "finished")
    ended = in_squats().hears(Unwell(Symptom.CHEST_PAIN), Pain(Place.KNEE), Pause(), word)
    assert ended.name in ("asking", "paused", "finished")

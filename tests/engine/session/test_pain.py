"""Pain: the set stops, the coach asks where and how bad, and leaves the place alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cues import Name, Priority
from engine.library.model import Pattern, Place
from engine.session.commands import (
    Back,
    Cancel,
    Command,
    Done,
    Next,
    Pain,
    PainGone,
    Ready,
    Skip,
    StartOver,
    Symptom,
    Unwell,
)
from engine.session.facts import (
    ExerciseSwapped,
    PainReported,
    SessionFinished,
    StepSkipped,
    TargetChanged,
)
from engine.session.facts import PainGone as PainIsGone
from engine.units import Side
from tests.engine.session.scenario import (
    CIRCUIT,
    PAIRS,
    STRAIGHT,
    WITH_A_BAND,
    Session,
    with_targets,
)
from tests.samples import LIBRARY

REGION_DAYS, EXERCISE_DAYS = 14, 7
WORKOUTS = {
    "circuit": CIRCUIT,
    "pairs": PAIRS,
    "straight": STRAIGHT,
    "with a band": WITH_A_BAND,
}


def loading(*places: Place) -> set[str]:
    """Exercises that load any of the places, by the library's word."""
    return {e.id for e in LIBRARY.exercises.values() if e.avoid_with & set(places)}


def in_squats(reps: int = 5) -> Session:
    return Session().begins().until_set("bw_squat").counts(reps)


def reported(session: Session) -> PainReported:
    return session.facts(PainReported)[-1]


# Asking


def test_the_set_stops_its_reps_are_kept_and_the_place_is_asked() -> None:
    session = in_squats(5).hears(Pain())
    assert session.said == ["set_stopped", "ask_pain_place"]
    assert session.log == [("bw_squat", 1, 5, "assumed")]
    assert session.question == "pain_place"


def test_the_place_told_the_level_is_asked_of_that_place() -> None:
    session = in_squats().hears(Pain(), Pain(Place.KNEE, Side.LEFT))
    assert session.question == "pain_level"
    assert session.told("ask_pain_level") == {"place": "knee"}
    session.hears(Pain(level=3))
    fact = reported(session)
    assert (fact.place, fact.side, fact.level) == (Place.KNEE, Side.LEFT, 3)
    assert fact.exercise == "bw_squat"


def test_a_bare_number_answers_how_bad() -> None:
    assert reported(in_squats().hears(Pain(Place.KNEE), Done(reps=4))).level == 4


def test_a_number_beyond_ten_is_no_level() -> None:
    session = in_squats().hears(Pain(Place.KNEE), Done(reps=40))
    assert session.question == "pain_level"


def test_a_level_told_before_the_place_is_not_asked_for_again() -> None:
    session = in_squats().hears(Pain(level=3), Pain(Place.KNEE))
    assert reported(session).level == 3


@pytest.mark.parametrize("answer", [Next(), Skip(), Back(), StartOver(), Ready()])
def test_nothing_else_goes_on_before_the_question_of_pain_is_answered(answer: Command) -> None:
    session = in_squats().hears(Pain(Place.KNEE), answer)
    assert session.question == "pain_level"
    assert session.hears(Pain(level=4)).log == [("bw_squat", 1, 5, "assumed")]
    assert not loading(Place.KNEE) & set(session.left)


def test_an_unanswered_level_counts_as_five() -> None:
    session = in_squats().hears(Pain(Place.KNEE)).is_silent()
    assert (reported(session).place, reported(session).level) == (Place.KNEE, 5)
    assert not loading(Place.KNEE) & set(session.left)


def test_an_unanswered_place_ends_the_session() -> None:
    session = in_squats().hears(Pain()).is_silent()
    assert (reported(session).place, reported(session).level) == (Place.OTHER, 5)
    assert session.facts(SessionFinished)[0].ending == "safety"
    assert "pain_end" in session.said


def test_feeling_unwell_at_the_question_does_not_lose_the_pain() -> None:
    session = in_squats().hears(Pain(Place.KNEE), Unwell(Symptom.DIZZY))
    assert session.name == "finished"
    assert [fact.place for fact in session.facts(PainReported)] == [Place.KNEE]


# The bands


@pytest.mark.parametrize("level", [0, 1, 2])
def test_up_to_two_goes_on_at_the_low_end(level: int) -> None:
    session = Session(with_targets(CIRCUIT, "bw_squat", 14)).begins().until_set("bw_squat")
    session.counts(5).hears(Pain(Place.KNEE, level=level))
    assert "pain_small" in session.said
    assert reported(session).block_days == 0
    assert session.state.course.blocked == frozenset()
    assert {s.target for s in session.sets[session.index :] if s.exercise == "bw_squat"} == {10}
    assert [(f.target, f.why) for f in session.facts(TargetChanged)] == [(10, "pain")]
    assert session.facts(ExerciseSwapped) == []


@pytest.mark.parametrize("level", [3, 4])
def test_three_or_four_changes_the_exercise_for_one_that_spares_the_place(level: int) -> None:
    session = in_squats().hears(Pain(Place.KNEE, level=level))
    swap = session.facts(ExerciseSwapped)[0]
    assert (swap.old, swap.why) == ("bw_squat", "pain")
    assert session.told("pain_swap") == {"old": Name("bw_squat"), "new": Name(swap.new)}
    assert reported(session).block_days == EXERCISE_DAYS
    assert not loading(Place.KNEE) & set(session.left)
    assert session.name == "preparing"


@pytest.mark.parametrize("level", [5, 7, 10])
def test_five_and_more_ends_all_work_for_the_place(level: int) -> None:
    session = in_squats().hears(Pain(Place.KNEE, level=level))
    assert "pain_region" in session.said
    assert reported(session).block_days == REGION_DAYS
    assert not ({"bw_squat"} | loading(Place.KNEE)) & set(session.left)
    assert session.facts(ExerciseSwapped) == []
    assert session.name == "resting"
    assert "next_up" in session.said
    assert session.planned.exercise == "back_extension"


def test_a_lower_back_that_hurts_badly_is_not_put_to_work_again() -> None:
    session = in_squats().hears(Pain(Place.LOWER_BACK, level=7))
    working = {id for id in session.left if "lower_back" in LIBRARY.exercises[id].muscles}
    assert working == set()
    assert "back_extension" not in session.left


@pytest.mark.parametrize("place", [Place.BONE, Place.SHIN])
@pytest.mark.parametrize("level", [1, 4, 8])
def test_a_sore_bone_or_shin_ends_work_and_impact_at_any_level(place: Place, level: int) -> None:
    session = in_squats().hears(Pain(place, level=level))
    assert "pain_bone" in session.said
    assert reported(session).block_days == REGION_DAYS
    assert "bw_squat" not in session.left
    assert not any(LIBRARY.exercises[id].impact for id in session.left)
    assert place in session.state.course.blocked


def test_a_place_unknown_at_three_leaves_the_exercise() -> None:
    session = in_squats().hears(Pain(Place.OTHER, level=3))
    assert "bw_squat" not in session.left
    assert session.name == "preparing"


def test_a_place_unknown_at_five_ends_the_session() -> None:
    session = in_squats().hears(Pain(Place.OTHER, level=5))
    assert session.facts(SessionFinished)[0].ending == "safety"
    assert session.log == [("bw_squat", 1, 5, "assumed")]


def test_where_nothing_else_is_left_the_session_ends_for_safety() -> None:
    session = Session().begins().until_set("hip_hinge_drill", 2).counts(4)
    session.hears(Pain(Place.LOWER_BACK, level=6))
    assert session.facts(SessionFinished)[0].ending == "safety"
    assert "pain_end" in session.said


@pytest.mark.parametrize("place", [Place.ACHILLES, Place.CALF])
def test_a_heel_hold_is_no_stand_in_for_a_calf_or_achilles_that_hurts_at_four(
    place: Place,
) -> None:
    session = Session().begins().until_set("calf_raise_two").counts(4)
    session.hears(Pain(place, level=4))
    ladders = (Pattern.CALF_STRAIGHT, Pattern.CALF_BENT)
    assert not [id for id in session.left if LIBRARY.exercises[id].pattern in ladders]


def test_words_of_pain_are_kept_whatever_is_cut() -> None:
    for level in (1, 3, 6):
        session = in_squats().hears(Pain(Place.KNEE, level=level))
        kept = [word for word in session.words if word.priority is Priority.KEEP]
        assert {word.phrase for word in kept} >= {"set_stopped"}
        assert any(word.phrase.startswith("pain_") for word in kept)


# Gone again


def test_a_place_that_is_fine_again_may_be_loaded() -> None:
    session = in_squats().hears(Pain(Place.KNEE, level=4), PainGone(Place.KNEE))
    assert session.state.course.blocked == frozenset()
    assert session.told("pain_gone") == {"place": "knee"}
    assert [fact.place for fact in session.facts(PainIsGone)] == [Place.KNEE]


def test_all_pain_gone_clears_every_place() -> None:
    session = in_squats().hears(Pain(Place.KNEE, level=4), Pain(Place.CALF, level=4), PainGone())
    assert session.state.course.blocked == frozenset()
    assert "pain_gone_all" in session.said


def test_pain_gone_where_none_was_is_answered() -> None:
    session = Session().hears(PainGone(Place.KNEE))
    assert session.said == ["not_blocked"]
    assert session.kept == []


def test_a_cancelled_question_of_pain_ends_nothing() -> None:
    session = in_squats().hears(Pain(Place.KNEE), Cancel())
    assert session.name == "preparing"


# Always


@settings(max_examples=150, deadline=None)
@given(
    of=st.sampled_from(sorted(WORKOUTS)),
    place=st.sampled_from(Place),
    level=st.integers(3, 10),
    steps=st.integers(0, 45),
    seconds=st.integers(0, 30),
)
def test_whatever_hurts_is_not_loaded_again_in_the_session(
    of: str, place: Place, level: int, steps: int, seconds: int
) -> None:
    session = Session(WORKOUTS[of]).begins()
    for _ in range(steps):
        if session.name != "finished":
            session.goes_on()
    session.waits(seconds * 1000).hears(Pain(place, level=level))
    done_before = len(session.state.course.logs)
    session.to_the_end()
    afterwards = {log.exercise for log in session.state.course.logs[done_before:]}
    assert not loading(place) & afterwards


def test_what_is_dropped_for_pain_is_on_record_as_skipped() -> None:
    session = in_squats().hears(Pain(Place.KNEE, level=6))
    assert [(f.exercise, f.sets) for f in session.facts(StepSkipped)] == [("bw_squat", 1)]

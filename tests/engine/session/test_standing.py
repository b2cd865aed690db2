"""What outlasts a session: folded from its facts, and what the next session makes of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library.model import Place
from engine.session.commands import (
    Cleared,
    Done,
    Effort,
    GiveEffort,
    Pain,
    Skip,
    Stop,
    Swap,
    Symptom,
    Unwell,
)
from engine.session.facts import (
    ClearanceGiven,
    ExerciseMet,
    PainGone,
    PainReported,
    SessionStarted,
    UnwellReported,
)
from engine.session.results import next_time, session_result
from engine.session.standing import DAY, Standing, folded
from engine.units import Instant
from tests.engine.session.scenario import Session
from tests.samples import LIBRARY, MONDAY


def at(days: float) -> Instant:
    return Instant(int(MONDAY + days * DAY))


def dizzy(day: float) -> UnwellReported:
    return UnwellReported(1, at(day), Symptom.DIZZY)


def hurt(place: Place, days: int, day: float = 0, level: int = 4) -> PainReported:
    return PainReported(1, at(day), place, None, level, None, days)


def targets_after(session: Session) -> dict[str, int]:
    result = session_result("s", session.state, session.workout, LIBRARY, date(2026, 1, 5))
    found = next_time(result, session.workout, LIBRARY)
    return {outcome.exercise.id: outcome.leading.level.target for outcome in found}


# Folding


def test_without_facts_nothing_changes() -> None:
    assert folded(Standing(), ()) == Standing()


def test_consent_once_given_stays() -> None:
    yes, no = SessionStarted(1, at(0), "x", True), SessionStarted(1, at(1), "x", False)
    assert folded(Standing(), (yes, no)).consented
    assert not folded(Standing(), (no,)).consented


def test_sessions_are_counted_and_the_first_one_dated() -> None:
    starts = [SessionStarted(1, at(day), "x", True) for day in (0, 2, 9)]
    standing = folded(Standing(), starts)
    assert standing.sessions == 3
    assert standing.first_at == at(0)


@pytest.mark.parametrize(("day", "week"), [(0, 1), (6.9, 1), (7, 2), (13.9, 2), (14, 3)])
def test_training_weeks_count_from_the_first_session(day: float, week: int) -> None:
    assert Standing(first_at=at(0)).week_at(at(day)) == week
    assert Standing().week_at(at(day)) == 1


def test_a_place_is_spared_for_its_days_and_no_longer() -> None:
    standing = folded(Standing(), (hurt(Place.KNEE, 7),))
    assert standing.blocked_at(at(6.9)) == {Place.KNEE}
    assert standing.blocked_at(at(7)) == frozenset()


def test_a_second_report_never_shortens_the_first() -> None:
    standing = folded(Standing(), (hurt(Place.KNEE, 14), hurt(Place.KNEE, 7, day=1)))
    assert standing.blocked_at(at(13)) == {Place.KNEE}


def test_a_little_pain_spares_nothing_but_brings_the_safety_note() -> None:
    standing = folded(Standing(), (hurt(Place.KNEE, 0, level=2),))
    assert standing.blocked == ()
    assert standing.after_pain
    assert not folded(standing, (SessionStarted(1, at(1), "x", True),)).after_pain


def test_pain_gone_frees_its_place_or_all() -> None:
    two = (hurt(Place.KNEE, 7), hurt(Place.CALF, 7))
    one = folded(Standing(), (*two, PainGone(1, at(1), Place.KNEE)))
    assert one.blocked_at(at(1)) == {Place.CALF}
    assert folded(Standing(), (*two, PainGone(1, at(1), None))).blocked == ()


@pytest.mark.parametrize(("second", "locked"), [(0.5, True), (30, True), (30.1, False)])
def test_dizzy_twice_within_thirty_days_needs_clearance(second: float, locked: bool) -> None:
    assert not folded(Standing(), (dizzy(0),)).needs_clearance
    assert folded(Standing(), (dizzy(0), dizzy(second))).needs_clearance is locked


def test_dizzy_again_after_long_counts_from_then() -> None:
    assert folded(Standing(), (dizzy(0), dizzy(40), dizzy(60))).needs_clearance


@pytest.mark.parametrize("symptom", Symptom)
def test_only_what_could_be_serious_locks_at_once(symptom: Symptom) -> None:
    mild = {Symptom.DIZZY, Symptom.NAUSEA, Symptom.WINDED, Symptom.ILL}
    standing = folded(Standing(), (UnwellReported(1, at(0), symptom),))
    assert standing.needs_clearance is (symptom not in mild)


def test_clearance_opens_the_way_again() -> None:
    facts = (UnwellReported(1, at(0), Symptom.FAINTING), ClearanceGiven(2, at(3)))
    assert not folded(Standing(), facts).needs_clearance


@given(st.lists(st.sampled_from(["bw_squat", "plank", "row"]), max_size=20), st.integers(0, 20))
def test_folding_in_two_parts_is_folding_at_once(met: list[str], cut: int) -> None:
    facts = [ExerciseMet(i + 1, at(i), exercise) for i, exercise in enumerate(met)]
    in_parts = folded(folded(Standing(), facts[:cut]), facts[cut:])
    assert in_parts == folded(Standing(), facts)


# The next session


def session_after(*sessions: Session) -> Session:
    standing = Standing()
    for each in sessions:
        standing = folded(standing, each.kept)
    return Session(standing=standing)


def told_in_lead_in(session: Session) -> list[str]:
    return session.begins().until_lead_in("bw_squat").said


def test_the_full_how_to_comes_in_the_first_two_sessions_only() -> None:
    first = Session()
    assert "how_to" in told_in_lead_in(first)
    second = session_after(first.to_the_end())
    assert "how_to" in told_in_lead_in(second)
    third = session_after(first, second.to_the_end())
    words = told_in_lead_in(third)
    assert "how_to" not in words
    assert "form_cue" in words
    assert "set_up" in words


def test_an_exercise_is_met_once_a_session_however_many_sets_it_has() -> None:
    session = Session().begins().to_the_end()
    met = [fact.exercise for fact in session.facts(ExerciseMet)]
    assert sorted(met) == sorted(set(met)) == sorted(session.workout.exercises)


def test_a_set_later_in_the_session_has_one_cue_and_no_how_to() -> None:
    session = Session().begins().until_lead_in("bw_squat", 2)
    assert "how_to" not in session.said
    assert session.said[-1] == "form_cue"


def test_the_second_session_has_no_first_use_words() -> None:
    second = session_after(Session().begins().to_the_end())
    second.begins()
    assert "first_use" not in [word.phrase for word in second.heard_words]
    assert second.facts(SessionStarted)[0].consented


def test_a_place_that_hurt_is_spared_by_the_next_sessions_swaps() -> None:
    hurting = Session().begins().until_set("forearm_plank").counts(5)
    hurting.hears(Pain(Place.SHOULDER, level=6))
    following = session_after(hurting)
    assert following.state.course.blocked == {Place.SHOULDER}
    following.begins().until_lead_in("hip_hinge_drill").hears(Swap())
    loading = {e.id for e in LIBRARY.exercises.values() if Place.SHOULDER in e.avoid_with}
    assert following.planned.exercise not in loading


def test_after_pain_the_next_briefing_has_the_safety_note() -> None:
    hurting = Session().begins().until_set("bw_squat").counts(5).hears(Pain(Place.KNEE, level=1))
    following = session_after(hurting.to_the_end())
    assert "safety_note" in [word.phrase for word in following.begins().heard_words]


def test_after_an_emergency_the_next_session_waits_for_clearance() -> None:
    ended = Session().begins().hears(Unwell(Symptom.NUMBNESS))
    assert session_after(ended).state.course.needs_clearance
    assert not session_after(ended.hears(Cleared())).state.course.needs_clearance


# What goes up


def test_what_was_done_as_asked_goes_up_by_a_step() -> None:
    assert targets_after(Session().begins().to_the_end()) == {
        "bw_squat": 11,
        "back_extension": 9,
        "calf_raise_two": 13,
        "forearm_plank": 25,
        "hip_hinge_drill": 9,
    }


def test_a_set_that_fell_short_holds_its_exercise_where_it_was() -> None:
    session = Session().begins().until_set("bw_squat", 2).counts(9).hears(Done(reps=8))
    assert targets_after(session.to_the_end())["bw_squat"] == 10


def test_a_session_cut_short_raises_what_was_finished_alone() -> None:
    session = Session().begins().until_rest_after("back_extension", 2).hears(Stop())
    after = targets_after(session)
    assert after["bw_squat"] == 11
    assert after["calf_raise_two"] == 12
    assert after["forearm_plank"] == 20


def test_an_exercise_skipped_or_swapped_away_is_not_raised() -> None:
    skipped = Session().begins().until_lead_in("bw_squat", 2).hears(Skip()).to_the_end()
    assert targets_after(skipped)["bw_squat"] == 10
    swapped = Session().begins().until_lead_in("bw_squat", 2).hears(Swap()).to_the_end()
    assert targets_after(swapped)["bw_squat"] == 10


def test_too_hard_holds_and_too_easy_goes_twice_as_far() -> None:
    hard = Session().begins().until_rest_after("bw_squat", 2).hears(GiveEffort(Effort.TOO_HARD))
    hard.until_set("hip_hinge_drill", 2).plays().is_silent().to_the_end()
    assert targets_after(hard)["bw_squat"] == 10
    easy = Session().begins().until_rest_after("bw_squat", 2).hears(GiveEffort(Effort.TOO_EASY))
    easy.until_set("hip_hinge_drill", 2).plays().is_silent().to_the_end()
    assert targets_after(easy)["bw_squat"] == 12


def test_an_exercise_not_done_has_no_new_target() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Skip()).to_the_end()
    assert "bw_squat" not in targets_after(session)

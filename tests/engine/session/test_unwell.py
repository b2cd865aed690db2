"""Feeling unwell: what could be serious ends the session at once, in every state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.cues import Priority, Say
from engine.library.model import Place
from engine.session.commands import (
    Cleared,
    Command,
    Done,
    Medical,
    Pain,
    Pause,
    Ready,
    Resume,
    Start,
    StartOver,
    Stop,
    Symptom,
    Unwell,
    Yes,
)
from engine.session.facts import ClearanceGiven, SessionFinished, UnwellReported
from engine.session.standing import Standing, folded
from engine.session.state import Resting
from tests.engine.session.scenario import PAIRS, Session

EMERGENCIES = (Symptom.CHEST_PAIN, Symptom.FAINTING, Symptom.BREATHLESS, Symptom.NUMBNESS)
MINUTE = 60_000


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


EVERYWHERE: dict[str, Callable[[], Session]] = {
    "idle": Session,
    "briefing": lambda: Session().hears(Start()),
    "warm-up": lambda: Session().begins().waits(5_000),
    "lead-in": lambda: Session().begins().until_lead_in("back_extension"),
    "set": lambda: Session().begins().until_set("back_extension").counts(3),
    "set that ran out": lambda: Session().begins().until_set("bw_squat").waits(60_000),
    "rest": after_squats,
    "rest that ran out": lambda: after_squats().waits(60_000),
    "reps": lambda: Session().begins().until_set("bw_squat").counts(3).hears(Done()),
    "effort": lambda: Session(PAIRS).begins().until_set("goblet_squat", 3).plays(),
    "pain": lambda: after_squats().hears(Pain()),
    "pain level": lambda: after_squats().hears(Pain(Place.KNEE)),
    "pain without a session": lambda: Session().hears(Pain()),
    "yes or no": lambda: after_squats().hears(StartOver()),
    "pause": lambda: after_squats().hears(Pause()),
    "cool-down": lambda: Session().begins().until_cool_down(),
    "stopped": lambda: after_squats().hears(Stop()),
    "finished": lambda: Session().begins().to_the_end(),
}


@pytest.mark.parametrize("where", EVERYWHERE)
@pytest.mark.parametrize("symptom", EMERGENCIES)
def test_an_emergency_is_answered_at_once_and_first_wherever_it_is_told(
    where: str, symptom: Symptom
) -> None:
    session = EVERYWHERE[where]().hears(Unwell(symptom))
    assert session.name in ("idle", "finished")
    assert all(isinstance(cue, Say) for cue in session.outcome.cues)
    assert session.said == ["emergency"]
    assert session.words[0].priority is Priority.KEEP
    assert [fact.symptom for fact in session.facts(UnwellReported)] == [symptom]
    assert session.state.course.needs_clearance


@pytest.mark.parametrize("symptom", [*EMERGENCIES, Symptom.PREGNANCY_SIGN])
@pytest.mark.parametrize("word", [Start(), Ready(), Yes()])
def test_what_could_be_serious_locks_the_next_start_until_cleared(
    symptom: Symptom, word: Command
) -> None:
    ended = after_squats().hears(Unwell(symptom))
    session = Session(standing=folded(Standing(), ended.kept)).hears(word)
    assert session.name == "idle"
    assert session.said == ["clearance_needed"]
    session.hears(Cleared(), word)
    assert session.name == "briefing"
    assert len(session.facts(ClearanceGiven)) == 1


@pytest.mark.parametrize(
    ("symptom", "words", "locks"),
    [
        (Symptom.CHEST_PAIN, "emergency", True),
        (Symptom.FAINTING, "emergency", True),
        (Symptom.BREATHLESS, "emergency", True),
        (Symptom.NUMBNESS, "emergency", True),
        (Symptom.PREGNANCY_SIGN, "pregnancy_sign", True),
        (Symptom.DIZZY, "dizzy", False),
        (Symptom.NAUSEA, "dizzy", False),
        (Symptom.ILL, "ill", False),
        (None, "dizzy", False),
    ],
)
def test_each_symptom_ends_the_session_with_its_own_words(
    symptom: Symptom | None, words: str, locks: bool
) -> None:
    session = after_squats().hears(Unwell(symptom))
    assert session.said == [words]
    assert session.words[0].priority is Priority.KEEP
    assert [fact.ending for fact in session.facts(SessionFinished)] == ["safety"]
    assert session.state.course.needs_clearance is locks
    assert session.log == [("bw_squat", 1, 10, "assumed")]


def test_an_emergency_before_the_session_began_leaves_no_session_behind() -> None:
    session = Session().hears(Start(), Unwell(Symptom.CHEST_PAIN))
    assert session.facts(SessionFinished) == []
    assert len(session.facts(UnwellReported)) == 1


def test_after_an_emergency_only_being_cleared_opens_the_way_again() -> None:
    session = Session().hears(Unwell(Symptom.CHEST_PAIN))
    session.hears(Resume(), Start(), Stop(), Start())
    assert session.name == "idle"
    assert session.hears(Cleared(), Start()).name == "briefing"


# Out of breath but talking


def test_winded_in_a_rest_adds_a_minute() -> None:
    session = after_squats()
    until = session.ends_at
    session.waits(2_000).hears(Unwell(Symptom.WINDED))
    assert session.ends_at == until + MINUTE
    assert session.said == ["winded"]
    assert session.name == "resting"


def test_winded_in_a_set_keeps_its_reps_and_rests_a_minute() -> None:
    session = Session().begins().until_set("bw_squat").counts(6).hears(Unwell(Symptom.WINDED))
    assert session.log == [("bw_squat", 1, 6, "assumed")]
    assert isinstance(session.phase, Resting)
    assert session.ends_at == session.at + MINUTE
    assert session.planned.exercise == "back_extension"


def test_winded_in_a_pause_keeps_the_reps_of_the_set() -> None:
    session = Session().begins().until_set("bw_squat").counts(6)
    session.hears(Pause()).waits(5_000).hears(Unwell(Symptom.WINDED))
    assert session.log == [("bw_squat", 1, 6, "assumed")]


def test_winded_in_a_lead_in_rests_a_minute_before_it() -> None:
    session = Session().begins().until_lead_in("back_extension").hears(Unwell(Symptom.WINDED))
    assert session.name == "resting"
    assert session.ends_at == session.at + MINUTE
    assert session.planned.exercise == "back_extension"


def test_winded_in_the_warm_up_goes_on_with_it_a_minute_later() -> None:
    session = Session().begins().waits(10_000).hears(Unwell(Symptom.WINDED))
    assert session.ends_at == session.at + MINUTE
    session.plays()
    assert session.name == "working"
    assert session.planned.exercise == "march"


def test_winded_is_no_illness_on_record() -> None:
    session = after_squats().hears(Unwell(Symptom.WINDED))
    assert session.facts(UnwellReported) == []


@pytest.mark.parametrize("where", ["idle", "briefing", "stopped", "finished"])
def test_winded_without_work_is_answered_and_changes_nothing(where: str) -> None:
    before = EVERYWHERE[where]()
    name = before.name
    session = before.hears(Unwell(Symptom.WINDED))
    assert session.said[0] == "winded"
    assert session.name == name


# Medical questions


@pytest.mark.parametrize("where", EVERYWHERE)
def test_a_medical_question_is_never_advised_on_and_the_session_goes_on(where: str) -> None:
    session = EVERYWHERE[where]()
    facts = len(session.facts(SessionFinished))
    session.hears(Medical())
    assert session.said[0] == "medical"
    assert len(session.facts(SessionFinished)) == facts


def test_cleared_takes_the_lock_away_and_is_kept() -> None:
    session = Session(standing=Standing(needs_clearance=True)).hears(Cleared())
    assert session.said == ["cleared"]
    assert not session.state.course.needs_clearance


@pytest.mark.parametrize("symptom", [Symptom.CHEST_PAIN, Symptom.DIZZY])
def test_reps_done_before_feeling_unwell_are_kept(symptom: Symptom) -> None:
    ran_out = Session().begins().until_set("bw_squat").waits(60_000).hears(Unwell(symptom))
    assert ran_out.log == [("bw_squat", 1, 10, "assumed")]
    asked = Session().begins().until_set("bw_squat").counts(6).hears(Done(), Unwell(symptom))
    assert asked.log == [("bw_squat", 1, 6, "assumed")]
    counting = Session().begins().until_set("bw_squat").counts(6).hears(Unwell(symptom))
    assert counting.log == [("bw_squat", 1, 6, "assumed")]


def test_a_pause_costs_no_rest_of_somebody_winded() -> None:
    session = Session().begins().until_rest_after("hip_hinge_drill").hears(Pause())
    session.waits(300_000).hears(Unwell(Symptom.WINDED))
    assert session.ends_at == session.at + 37_000 + MINUTE

"""What is said before each set: name, dose, side, load, how to do it, and time to get there."""

from __future__ import annotations

import pytest

from engine.cues import Amount, LeadIn, Name, Priority
from engine.session.commands import Done, HowMany
from engine.session.standing import Standing
from engine.units import Load, Side
from tests.engine.session.scenario import PAIRS, STRAIGHT, Session, with_load
from tests.samples import LIBRARY

KNOWN = Standing(consented=True, met=(("bw_squat", 2), ("goblet_squat", 2)))


def lead_in(session: Session) -> LeadIn:
    cue = session.outcome.cues[-1]
    assert isinstance(cue, LeadIn)
    return cue


def test_a_first_set_is_announced_with_name_number_and_dose() -> None:
    session = Session().begins().until_lead_in("bw_squat")
    assert session.told("announce") == {
        "exercise": Name("bw_squat"),
        "set": 1,
        "of": 2,
        "amount": Amount(10, "reps"),
    }
    assert session.said == ["announce", "how_to"]


def test_where_to_be_is_said_once_before_or_within_the_explanation() -> None:
    assert LIBRARY.exercises["bw_squat"].self_contained
    assert not LIBRARY.exercises["back_extension"].self_contained
    session = Session().begins().until_lead_in("back_extension")
    assert session.said[-3:] == ["announce", "set_up", "how_to"]


def test_a_hold_is_announced_in_seconds() -> None:
    session = Session().begins().until_lead_in("forearm_plank")
    assert session.told("announce")["amount"] == Amount(20, "seconds")


def test_a_side_and_a_load_are_said_where_there_are_any() -> None:
    loaded = with_load(PAIRS, "goblet_squat", Load.of(12))
    session = Session(loaded).begins().until_lead_in("goblet_squat")
    assert session.told("announce")["load"] == Load.of(12)
    assert "choose_load" not in session.said
    sided = session.until_lead_in("one_leg_calf_raise_step")
    assert sided.told("announce")["side"] == "left"


def test_without_a_known_load_the_coach_says_how_to_choose_one() -> None:
    session = Session(PAIRS).begins().until_lead_in("goblet_squat")
    assert session.told("choose_load") == {"amount": Amount(12, "reps")}
    again = session.until_lead_in("goblet_squat", 2)
    assert "choose_load" not in again.said


def test_a_load_told_in_the_first_set_is_said_before_the_second() -> None:
    session = Session(PAIRS).begins().until_set("goblet_squat").counts(8)
    session.hears(Done(reps=8, load=16)).until_lead_in("goblet_squat", 2)
    assert session.told("announce_again")["load"] == Load.of(16)


def test_a_well_known_exercise_has_one_cue_in_the_place_of_its_how_to() -> None:
    session = Session(standing=KNOWN).begins().until_lead_in("bw_squat")
    assert session.said == ["announce", "set_up", "form_cue"]
    assert session.words[-1].priority is Priority.LOW


def test_back_at_an_exercise_the_name_is_said_again_with_a_cue() -> None:
    session = Session().begins().until_lead_in("bw_squat", 2)
    assert session.told("announce_again")["set"] == 2
    assert session.said == ["announce_again", "form_cue"]


def test_staying_with_an_exercise_needs_no_name() -> None:
    session = Session(STRAIGHT).begins().until_lead_in("goblet_squat", 2)
    assert session.said == ["announce_same", "form_cue"]
    assert session.until_lead_in("goblet_squat", 3).said == ["last_set", "form_cue"]


def test_the_right_side_is_only_switched_to() -> None:
    session = Session(STRAIGHT).begins().until_set("one_leg_bridge", 1, Side.LEFT).plays()
    assert session.said == ["switch_sides"]
    assert session.told("switch_sides") == {"side": "right"}
    assert lead_in(session).ms == 5_000


@pytest.mark.parametrize(
    ("exercise", "number", "ms"),
    [("bw_squat", 1, 8_000), ("back_extension", 1, 13_000), ("back_extension", 2, 10_000)],
)
def test_the_lead_in_is_as_long_as_getting_into_place_takes(
    exercise: str, number: int, ms: int
) -> None:
    assert lead_in(Session().begins().until_lead_in(exercise, number)).ms == ms


def test_form_cues_take_turns() -> None:
    session = Session(STRAIGHT, KNOWN).begins().to_the_end()
    cues = [
        word.variant
        for word in session.heard_words
        if word.phrase == "form_cue" and dict(word.args)["exercise"] == Name("goblet_squat")
    ]
    assert cues == [0, 1, 2]


def test_a_question_in_the_announcement_of_a_set_does_not_cost_its_instructions() -> None:
    session = Session().begins().until_lead_in("bw_squat").waits(2_000).hears(HowMany())
    assert session.said[0] in ("sets_left", "sets_left_exercise")
    assert session.said[-2:] == ["announce", "how_to"]


def test_whoever_is_to_hold_still_is_told_to_listen_first() -> None:
    session = Session().begins().until_lead_in("forearm_plank")
    assert session.said.index("listen_first") < session.said.index("how_to")

"""Questions to the coach: exact numbers, the place in the session, how-to's, help, small talk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.cues import Amount, Count, LeadIn, Name, Names
from engine.plan.reasons import because
from engine.session.commands import (
    About,
    Back,
    Command,
    Done,
    Effort,
    Explain,
    GiveEffort,
    Help,
    HowLong,
    HowMany,
    No,
    Pain,
    Pause,
    Ready,
    Repeat,
    Resume,
    Start,
    StartOver,
    Stop,
    Unknown,
    WhatsNext,
    WhereAmI,
    Why,
    Yes,
)
from engine.units import Side
from tests.engine.session.scenario import PAIRS, Session, with_targets


def after_squats() -> Session:
    return Session().begins().until_rest_after("bw_squat")


def in_squats(reps: int = 4) -> Session:
    return Session().begins().until_set("bw_squat").counts(reps)


EVERYWHERE: dict[str, Callable[[], Session]] = {
    "idle": Session,
    "briefing": lambda: Session().hears(Start()),
    "warm-up": lambda: Session().begins().waits(5_000),
    "lead-in": lambda: Session().begins().until_lead_in("back_extension"),
    "set": in_squats,
    "rest": after_squats,
    "reps": lambda: in_squats().hears(Done()),
    "effort": lambda: Session(PAIRS).begins().until_set("goblet_squat", 3).plays(),
    "pain place": lambda: in_squats().hears(Pain()),
    "yes or no": lambda: after_squats().hears(StartOver()),
    "pause": lambda: in_squats().hears(Pause()),
    "cool-down": lambda: Session().begins().until_cool_down(),
    "stopped": lambda: after_squats().hears(Stop()),
    "finished": lambda: Session().begins().to_the_end(),
    "pain after the end": lambda: Session().begins().to_the_end().hears(Pain()),
    "pain without a session": lambda: Session().hears(Pain()),
}
QUESTIONS: tuple[Command, ...] = (
    HowLong(),
    HowMany(),
    WhatsNext(),
    WhereAmI(),
    Repeat(),
    Explain(),
    Explain("plank"),
    Help(),
    About(),
    Unknown(),
)


@pytest.mark.parametrize("where", EVERYWHERE)
@pytest.mark.parametrize("question", QUESTIONS, ids=repr)
def test_a_question_is_answered_and_neither_logs_nor_loses_anything(
    where: str, question: Command
) -> None:
    session = EVERYWHERE[where]()
    name, log, facts = session.name, session.log, len(session.kept)
    session.hears(question)
    assert session.said
    assert session.log == log
    assert len(session.kept) == facts
    waits = isinstance(question, Explain) and where == "set"
    assert session.name == ("preparing" if waits else name)


# What is next, where am I


def test_what_is_next_in_a_set_is_the_one_after_it() -> None:
    session = in_squats().hears(WhatsNext())
    assert session.told("whats_next") == {
        "exercise": Name("back_extension"),
        "amount": Amount(8, "reps"),
    }


def test_what_is_next_in_a_rest_is_what_the_rest_leads_to() -> None:
    session = Session().begins().until_rest_after("calf_raise_two").hears(WhatsNext())
    assert session.told("whats_next") == {
        "exercise": Name("forearm_plank"),
        "amount": Amount(20, "seconds"),
    }


def test_what_is_next_may_be_a_stretch_or_the_end() -> None:
    session = Session().begins().until_set("hip_hinge_drill", 2).hears(WhatsNext())
    assert session.told("whats_next_move") == {"exercise": Name("walk_breathe")}
    last = Session().begins().until_cool_down().plays().plays().hears(WhatsNext())
    assert last.said[0] == "whats_next_end"


def test_where_am_i_names_exercise_set_and_side() -> None:
    assert in_squats().hears(WhereAmI()).told("where") == {
        "exercise": Name("bw_squat"),
        "set": 1,
        "of": 2,
    }
    sided = Session(PAIRS).begins().until_set("side_plank", 2, Side.LEFT).hears(WhereAmI())
    assert sided.told("where") == {
        "exercise": Name("side_plank"),
        "set": 2,
        "of": 2,
        "side": "left",
    }


def test_where_am_i_in_rest_warm_up_and_briefing() -> None:
    rest = after_squats().hears(WhereAmI())
    assert rest.told("where_rest") == {"exercise": Name("back_extension")}
    assert Session().begins().hears(WhereAmI()).told("where_move") == {"exercise": Name("march")}
    briefing = Session().hears(Start(), WhereAmI())
    assert isinstance(briefing.told("where_briefing")["exercises"], Names)


# Once more, and how


def test_repeat_in_a_lead_in_announces_again() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(Repeat())
    assert session.said == ["announce", "how_to"]
    assert session.name == "preparing"


def test_repeat_in_a_set_says_it_and_the_count_runs_on() -> None:
    session = in_squats().hears(Repeat())
    assert session.told("repeat_set") == {
        "exercise": Name("bw_squat"),
        "amount": Amount(10, "reps"),
    }
    count = session.outcome.cues[-1]
    assert isinstance(count, Count)
    assert (count.reps, count.since) == (10, 20_100)


def test_repeat_at_a_question_asks_it_again() -> None:
    assert in_squats().hears(Done(), Repeat()).said == ["ask_again_reps"]


def test_repeat_after_the_end_gives_the_summary_again() -> None:
    session = Session().begins().to_the_end().hears(Repeat())
    assert session.said[0] == "summary"


def test_explain_in_mid_set_waits_and_goes_on_from_the_count() -> None:
    session = in_squats(6).hears(Explain())
    assert session.name == "preparing"
    assert session.told("how_to") == {"exercise": Name("bw_squat")}
    count = session.plays().outcome.cues[-1]
    assert isinstance(count, Count)
    assert (count.first, count.reps) == (7, 4)
    assert session.plays().log == [("bw_squat", 1, 10, "assumed")]


def test_explain_of_another_exercise_in_a_set_waits_as_well() -> None:
    session = in_squats(2).hears(Explain("pallof_band"))
    assert session.told("how_to") == {"exercise": Name("pallof_band")}
    count = session.plays().outcome.cues[-1]
    assert isinstance(count, Count)
    assert count.first == 3


def test_a_family_is_explained_by_its_member_of_today() -> None:
    session = after_squats().hears(Explain("plank"))
    assert session.told("how_to") == {"exercise": Name("forearm_plank")}


def test_explain_in_a_rest_lets_the_rest_run() -> None:
    session = after_squats()
    until = session.ends_at
    assert session.waits(1_000).hears(Explain()).ends_at == until


def test_explain_in_the_warm_up_tells_the_move() -> None:
    session = Session().begins().waits(3_000).hears(Explain())
    assert session.told("move_how_to") == {"exercise": Name("march")}
    assert session.name == "working"


def test_what_nobody_knows_cannot_be_explained() -> None:
    assert after_squats().hears(Explain("juggling")).said[0] == "known_exercise_only"


# Help, and words that mean nothing now


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("idle", "help_idle"),
        ("briefing", "help_briefing"),
        ("lead-in", "help_preparing"),
        ("set", "help_working"),
        ("rest", "help_resting"),
        ("reps", "help_asking_reps"),
        ("effort", "help_asking_effort"),
        ("pain place", "help_asking_pain_place"),
        ("yes or no", "help_asking_yes_no"),
        ("pause", "help_paused"),
        ("finished", "help_finished"),
    ],
)
def test_help_tells_what_can_be_said_now(where: str, words: str) -> None:
    assert EVERYWHERE[where]().hears(Help()).said[0] == words


def test_what_is_not_understood_in_a_set_leaves_the_count_alone() -> None:
    session = in_squats(4).hears(Unknown())
    assert session.said == ["unknown_working"]
    assert session.counts(9).hears(Done()).log == [("bw_squat", 1, 10, "said")]


def test_what_is_not_understood_in_a_briefing_is_owned_up_to() -> None:
    session = Session().hears(Start(), Unknown())
    assert session.said == ["unknown_asking", "ask_ready_again"]


ROSE = because("rep_up", exercise=Name("goblet_squat"), amount=Amount(8, "reps"))


def test_why_tells_first_why_the_numbers_are_what_they_are() -> None:
    session = risen().until_rest_after("goblet_squat").hears(Back()).hears(Why())
    assert session.said[:2] == ["because_rep_up", "because_chosen_rung"]


def test_why_does_not_tell_of_a_rise_that_was_taken_back_in_the_session() -> None:
    session = risen().until_rest_after("goblet_squat").hears(GiveEffort(Effort.TOO_HARD))
    session.until_lead_in("goblet_squat", 2).hears(Why())
    assert session.said[0] == "because_chosen_rung"


def risen() -> Session:
    """A session with a goblet squat whose reps went up the last time."""
    chosen = because("chosen_rung", exercise=Name("goblet_squat"))
    of = with_targets(PAIRS, "goblet_squat", 10)
    return Session(replace(of, because=(("goblet_squat", (ROSE, chosen)),))).begins()


def test_yes_and_no_without_a_question_change_nothing() -> None:
    for word in (Yes(), No()):
        session = in_squats().hears(word)
        assert session.said == ["not_now"]
        assert session.name == "working"


def test_ready_in_a_set_changes_nothing() -> None:
    session = in_squats().hears(Ready())
    assert session.name == "working"
    assert isinstance(session.outcome.cues[-1], Count)


def test_resuming_what_runs_says_so_and_goes_on() -> None:
    session = in_squats().hears(Resume())
    assert session.said == ["not_paused"]
    assert session.name == "working"


def test_an_answered_question_in_a_lead_in_counts_in_again() -> None:
    session = Session().begins().until_lead_in("bw_squat").hears(WhereAmI())
    assert isinstance(session.outcome.cues[-1], LeadIn)
    assert session.plays().name == "working"

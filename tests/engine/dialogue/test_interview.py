"""The interview: one question a turn, left and taken up, each answer changed by one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.dialogue.interview import ORDER
from engine.dialogue.replies import READERS, SCREENING, Reply
from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Ache, Goal, Profile, Topic, Where
from engine.plan.athlete.runs import HALF_MARATHON_KM, Race, RunKind
from engine.plan.book import Book
from engine.session.commands import (
    Answer,
    Cancel,
    Command,
    Done,
    Feel,
    Feeling,
    Help,
    Next,
    No,
    Pain,
    PainGone,
    SetAge,
    SetDays,
    SetEquipment,
    SetExperience,
    SetFrequency,
    SetGoal,
    SetLongRun,
    SetMinutes,
    SetRace,
    SetRunDays,
    SetUnits,
    Setup,
    SetWeights,
    Shorten,
    Skip,
    Start,
    Stop,
    Today,
    Unknown,
    Week,
    Yes,
)
from engine.session.state import Briefing, Finished, Idle
from engine.units import Load, Side, Unit
from tests.engine.dialogue.talk import MONDAY, Talk

WHOLE: tuple[tuple[str, Command], ...] = (
    ("screening_heart", No()),
    ("screening_illness", Answer(("none",))),
    ("screening_joints", No()),
    ("screening_pregnancy", Answer(("no",))),
    ("age", Done(41)),
    ("experience", Answer(("intermediate",))),
    ("days_per_week", Answer(("2",))),
    ("minutes", Done(seconds=1800)),
    ("equipment", SetEquipment(("dumbbell", "band"))),
    ("units", Answer(("kg",))),
    ("weights", Answer(("4", "8", "12.5"))),
    ("run_days", SetRunDays(("tuesday", "thursday", "sunday"))),
    ("hard_days", Answer(("thursday",))),
    ("long_run", Answer(("sunday",))),
    ("race", Answer(("05-03",))),
    ("distance", Answer(("half_marathon",))),
    ("goal", Answer(("trail",))),
    ("pain", No()),
    ("impact_ok", Yes()),
)


def asked(talk: Talk) -> str:
    """The topic of the open question, without where it belongs and what it is about in detail."""
    return talk.asked.split(":")[1] if ":" in talk.asked else talk.asked


def up_to(topic: str) -> Talk:
    """An interview that has come to a topic."""
    talk = Talk()
    talk.say(Setup())
    for name, command in WHOLE:
        if asked(talk) == topic:
            break
        assert asked(talk) == name
        talk.say(command)
    assert asked(talk) == topic
    return talk


def test_the_whole_interview_makes_a_whole_profile_and_ends_with_the_week() -> None:
    talk = Talk()
    talk.say(Setup())
    for topic, command in WHOLE:
        assert asked(talk) == topic
        last = talk.say(command)
    assert talk.asked == ""
    assert "You train tomorrow and on Friday." in last
    assert talk.book.profile == Profile(
        experience=Experience.INTERMEDIATE,
        age=41,
        minutes=30,
        places=((Where.HOME, frozenset({Gear.DUMBBELL, Gear.BAND})),),
        weights=(Load.of(4), Load.of(8), Load.of(12.5)),
        run_days=(
            (Weekday.TUE, RunKind.EASY),
            (Weekday.THU, RunKind.HARD),
            (Weekday.SUN, RunKind.LONG),
        ),
        races=(Race(MONDAY.replace(year=2027, month=5, day=3), HALF_MARATHON_KM),),
        goal=Goal.TRAIL,
        impact_ok=True,
        answered=frozenset(topic for topic, _ in WHOLE),
    )


def test_every_topic_has_its_question_and_its_reader() -> None:
    assert ORDER.keys() <= READERS.keys()
    assert {topic for topic, _ in WHOLE} == ORDER.keys()


def test_each_question_is_asked_alone() -> None:
    talk = Talk()
    talk.say(Setup())
    for _, command in WHOLE[:-1]:
        assert sum(phrase.startswith("ask_profile_") for phrase in talk.phrases) == 1
        talk.say(command)


MISFITS: tuple[tuple[str, Command, str], ...] = (
    ("screening_heart", Done(3), "yes or a no"),
    ("age", Answer(("blue",)), "number"),
    ("age", Done(300), "years"),
    ("experience", Done(4), "beginner"),
    ("days_per_week", Done(9), "one"),
    ("days_per_week", SetFrequency(0), "one"),
    ("minutes", Done(5), "fifteen"),
    ("minutes", Answer(("long",)), "fifteen"),
    ("run_days", SetRunDays(("someday",)), "days"),
    ("run_days", SetDays(("someday",)), "days"),
    ("hard_days", Answer(("someday",)), "days"),
    ("minutes", SetMinutes(90), "fifteen"),
    ("equipment", Answer(("trampoline",)), "dumbbells"),
    ("equipment", Yes(), "dumbbells"),
    ("units", Answer(("stone",)), "pounds"),
    ("weights", Yes(), "numbers"),
    ("weights", SetWeights((9000,)), "numbers"),
    ("run_days", Yes(), "days"),
    ("run_days", Answer(("someday",)), "days"),
    ("hard_days", Done(2), "days"),
    ("long_run", Answer(("sunday", "monday")), "one day"),
    ("long_run", SetLongRun("never"), "one day"),
    ("race", Yes(), "date"),
    ("race", SetRace("2026-01-01"), "over"),
    ("race", SetRace("02-31"), "date"),
    ("race", SetRace("2099-01-01"), "three years"),
    ("distance", Yes(), "marathon"),
    ("distance", Done(900), "marathon"),
    ("goal", Yes(), "one of these"),
    ("pain", Yes(), "place"),
    ("impact_ok", Done(3), "yes or a no"),
)


@pytest.mark.parametrize(("topic", "command", "possible"), MISFITS)
def test_an_answer_that_does_not_fit_is_met_with_what_is_possible(
    topic: str, command: Command, possible: str
) -> None:
    talk = up_to(topic)
    before = talk.book
    assert possible in talk.say(command).lower()
    assert asked(talk) == topic
    assert talk.book == before


@pytest.mark.parametrize("topic", [topic for topic, _ in WHOLE])
@pytest.mark.parametrize("command", [Skip(), Cancel(), Next()])
def test_any_question_can_be_waved_off_and_leaves_what_was_there(
    topic: str, command: Command
) -> None:
    talk = up_to(topic)
    before = talk.book.profile
    talk.say(command)
    assert asked(talk) != topic
    assert replace(talk.book.profile, answered=frozenset()) == replace(before, answered=frozenset())
    assert (topic in talk.book.profile.answered) is (topic not in SCREENING)


@pytest.mark.parametrize("topic", [topic for topic, _ in WHOLE])
def test_a_stop_leaves_it_and_set_up_takes_it_up_again(topic: str) -> None:
    talk = up_to(topic)
    talk.say(Stop())
    assert talk.asked == ""
    again = Talk(book=talk.book)
    again.say(Setup())
    assert asked(again) == topic
    assert ("setup_resumed" in again.phrases) is (topic != "screening_heart")


@pytest.mark.parametrize("command", [Unknown(), Help(), Today(), Week(), Feel(Feeling.TIRED)])
def test_something_else_is_answered_and_the_question_put_again(command: Command) -> None:
    talk = up_to("minutes")
    talk.say(command)
    assert asked(talk) == "minutes"
    assert talk.phrases[-1] == "ask_profile_minutes"


def test_a_sentence_about_something_else_counts_and_the_question_stays_open() -> None:
    talk = up_to("minutes")
    talk.say(SetEquipment(("kettlebell",)))
    assert asked(talk) == "minutes"
    talk.say(Answer(("45",)))
    assert asked(talk) == "units"
    assert talk.book.profile.gear == {Gear.KETTLEBELL}


def test_a_no_is_an_answer_to_most_questions() -> None:
    talk = up_to("experience")
    talk.say(No())
    assert talk.book.profile.experience is Experience.BEGINNER
    talk = up_to("weights")
    talk.say(No())
    assert talk.book.profile.weights == ()
    assert "weights" in talk.book.profile.answered


def test_one_weight_is_confirmed_as_it_was_said() -> None:
    talk = up_to("weights")
    assert talk.say(Done(load=12.5)).startswith("Noted, twelve and a half kilos.")


def test_whoever_would_rather_start_begins() -> None:
    talk = up_to("minutes")
    talk.say(Start())
    assert isinstance(talk.state.phase, Briefing)


# Safety


def test_any_yes_of_the_screening_asks_for_a_professional_and_the_rest_is_still_asked() -> None:
    talk = up_to("screening_joints")
    assert "health professional" in talk.say(Yes())
    assert talk.book.profile.screening == {Topic.JOINTS}
    assert talk.book.profile.needs_clearance
    talk.say(Yes())
    assert "screening_more" in talk.phrases
    assert asked(talk) == "age"


def test_a_yes_once_more_is_not_cleared_by_what_was_cleared_before() -> None:
    profile = Profile(screening=frozenset({Topic.JOINTS}), cleared=True)
    for topic, cleared in (("screening_joints", True), ("screening_heart", False)):
        read = READERS[topic](profile, Reply(yes=True), MONDAY, "")
        assert read.profile is not None
        assert read.profile.cleared is cleared


def test_without_clearance_the_interview_ends_without_a_plan() -> None:
    talk = up_to("impact_ok")
    profile = replace(talk.book.profile, screening=frozenset({Topic.HEART}))
    talk.book = replace(talk.book, profile=profile)
    talk.say(No())
    assert "because_clearance_first" in talk.phrases
    assert "plan_now" not in talk.phrases


def test_children_are_declined_kindly_and_asked_nothing_more() -> None:
    talk = up_to("age")
    assert "thirteen" in talk.say(Done(12))
    assert talk.asked == ""
    assert "thirteen" in talk.say(Week())
    talk.say(Setup())
    assert asked(talk) == "age"


@pytest.mark.parametrize(
    ("years", "phrase"), [(13, "guardian"), (17, "guardian"), (65, "set_older")]
)
def test_the_young_and_the_older_get_a_word_of_care(years: int, phrase: str) -> None:
    talk = up_to("age")
    talk.say(SetAge(years))
    assert phrase in talk.phrases
    assert asked(talk) == "experience"


def test_a_place_that_hurts_is_asked_how_much_and_planned_around() -> None:
    talk = up_to("pain")
    talk.say(Pain(Place.KNEE, side=Side.LEFT))
    assert "your knee" in talk.say(Unknown())
    assert talk.asked == "setup:pain_level:knee"
    talk.say(Answer(("12",)))
    assert asked(talk) == "pain_level"
    talk.say(Done(4))
    assert talk.asked == ""  # no jumps for whoever is in pain
    assert talk.book.profile.aches == (Ache(Place.KNEE, 4, Side.LEFT, MONDAY),)


def test_pain_with_its_number_needs_no_second_question() -> None:
    talk = up_to("pain")
    assert "check" in talk.say(Pain(Place.ACHILLES, level=6))
    assert talk.asked == ""
    assert "set_pain_severe" in talk.phrases


def test_pain_of_zero_is_none() -> None:
    talk = up_to("pain")
    talk.say(Answer(("knee", "0")))
    assert talk.book.profile.aches == ()


def test_a_report_of_pain_at_another_question_is_the_sessions() -> None:
    talk = up_to("minutes")
    talk.say(Pain(Place.KNEE))
    assert talk.handled is not None
    assert talk.handled.told is None


def test_jumps_are_asked_of_those_alone_who_may() -> None:
    for change in ({"experience": Experience.BEGINNER}, {"age": 70}, {"age": 15}):
        talk = up_to("pain")
        talk.book = replace(talk.book, profile=replace(talk.book.profile, **change))
        talk.say(No())
        assert talk.asked == ""


# Again, and alone


def complete() -> Talk:
    talk = up_to("impact_ok")
    talk.say(No())
    return talk


def test_a_complete_profile_is_gone_through_again_only_if_that_is_meant() -> None:
    talk = complete()
    before = talk.book
    talk.say(Setup())
    assert talk.asked == "setup_again"
    talk.say(No())
    assert talk.book == before
    assert talk.asked == ""
    talk.say(Setup())
    talk.say(Yes())
    assert asked(talk) == "screening_heart"
    assert talk.book.profile.minutes == 30


def test_in_a_running_session_the_interview_waits() -> None:
    talk = Talk()
    talk.say(Start())
    talk.say(Yes())
    talk.say(Setup())
    assert "setup_later" in talk.phrases
    assert talk.asked == ""


CHANGES: tuple[tuple[Command, str, object], ...] = (
    (SetFrequency(3), "days_per_week", 3),
    (SetMinutes(45), "minutes", 45),
    (SetExperience(Experience.ADVANCED), "experience", Experience.ADVANCED),
    (SetAge(50), "age", 50),
    (SetGoal(Goal.BONE), "goal", Goal.BONE),
    (SetDays(("monday", "saturday")), "available", frozenset({Weekday.MON, Weekday.SAT})),
    (SetWeights((10, 5), Unit.LB), "weights", (Load.of(5, Unit.LB), Load.of(10, Unit.LB))),
    (SetUnits(Unit.LB), "units", Unit.LB),
    (SetEquipment(("none",)), "gear", frozenset()),
    (SetRunDays(("none",)), "run_days", ()),
    (
        SetLongRun("none"),
        "run_days",
        ((Weekday.TUE, RunKind.EASY), (Weekday.THU, RunKind.HARD), (Weekday.SUN, RunKind.EASY)),
    ),
    (
        SetRunDays(("tuesday",), RunKind.HARD),
        "run_days",
        ((Weekday.TUE, RunKind.HARD), (Weekday.THU, RunKind.HARD), (Weekday.SUN, RunKind.LONG)),
    ),
    (
        SetRunDays(("friday", "sunday")),
        "run_days",
        ((Weekday.FRI, RunKind.EASY), (Weekday.SUN, RunKind.LONG)),
    ),
    (SetRace("none"), "races", ()),
)


@pytest.mark.parametrize(("command", "name", "value"), CHANGES)
def test_one_sentence_changes_one_answer(command: Command, name: str, value: object) -> None:
    talk = complete()
    assert talk.say(command)
    assert getattr(talk.book.profile, name) == value
    assert talk.asked == ""
    assert talk.handled is not None
    assert talk.handled.changed


@pytest.mark.parametrize(
    "kind",
    [
        SetFrequency,
        SetMinutes,
        SetExperience,
        SetAge,
        SetGoal,
        SetDays,
        SetWeights,
        SetEquipment,
        SetRunDays,
        SetLongRun,
        SetRace,
        SetUnits,
    ],
)
def test_a_sentence_that_lacks_its_value_is_asked_for_it(kind: type[Command]) -> None:
    talk = complete()
    before = talk.book
    talk.say(kind())
    assert talk.asked.startswith("set:")
    talk.say(Cancel())
    assert talk.asked == ""
    assert talk.book == before


def test_the_value_asked_for_alone_ends_the_matter() -> None:
    talk = complete()
    talk.say(SetMinutes())
    talk.say(Answer(("45",)))
    assert talk.book.profile.minutes == 45
    assert talk.asked == ""


def test_a_race_without_its_distance_is_asked_for_it() -> None:
    talk = complete()
    talk.say(SetRace("2027-04-18"))
    assert talk.asked == "set:distance"
    talk.say(Answer(("42.2",)))
    assert [race.distance_km for race in talk.book.profile.races] == [42.2]
    assert "set_marathon" in talk.phrases


def test_a_new_week_tells_the_new_plan_and_what_does_not_fit() -> None:
    talk = complete()
    every_day = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    talk.say(SetRunDays(every_day))
    assert talk.phrases[-2:] == ("plan_now", "because_no_rest_day")
    talk.say(SetFrequency(4))
    assert "because_no_rest_day" not in talk.phrases  # once is enough


def test_units_alone_make_no_profile() -> None:
    talk = Talk()
    talk.say(SetUnits(Unit.LB))
    assert talk.book.profile.units is Unit.LB
    assert not talk.book.profile.answered


def test_the_interview_within_a_briefing_begins_the_briefing_anew() -> None:
    talk = Talk(
        book=Book(Profile(answered=frozenset(topic for topic, _ in WHOLE[:-1]) - {"minutes"}))
    )
    talk.say(Start())
    assert isinstance(talk.state.phase, Briefing)
    talk.say(Setup())
    assert asked(talk) == "minutes"
    talk.say(Done(45))
    assert isinstance(talk.state.phase, Briefing)
    assert "brief" in talk.phrases
    assert talk.workout is not None
    assert talk.workout.minutes == 45


def test_a_stop_leads_back_to_no_session() -> None:
    talk = up_to("minutes")
    talk.say(Stop())
    assert isinstance(talk.state.phase, Idle)


@pytest.mark.parametrize(
    ("topic", "command", "name", "value"),
    [
        ("goal", Answer(("21.0975",)), "goal", Goal.LONG_RACES),
        ("goal", Answer(("42.195",)), "goal", Goal.LONG_RACES),
        ("goal", Answer(("10",)), "goal", Goal.SHORT_RACES),
        ("minutes", Shorten(30), "minutes", 30),
        ("pain", PainGone(), "aches", ()),
        ("pain", Feel(Feeling.FINE), "aches", ()),
    ],
    ids=repr,
)
def test_what_means_something_else_elsewhere_is_an_answer_here(
    topic: str, command: Command, name: str, value: object
) -> None:
    talk = up_to(topic)
    talk.say(command)
    assert getattr(talk.book.profile, name) == value
    assert asked(talk) != topic


def test_that_nothing_hurts_is_safetys_at_any_other_question() -> None:
    talk = up_to("long_run")
    talk.say(PainGone())
    assert talk.phrases[0] == "not_blocked"
    assert asked(talk) == "long_run"


def test_a_kind_of_run_answers_the_question_about_that_kind() -> None:
    talk = up_to("hard_days")
    talk.say(SetRunDays(("thursday",), RunKind.HARD))
    assert asked(talk) == "long_run"
    talk.say(SetRunDays(("sunday",), RunKind.LONG))
    assert asked(talk) == "race"


def test_a_date_far_off_is_no_day_of_the_week() -> None:
    talk = up_to("long_run")
    talk.say(Answer(("05-03",)))
    assert talk.phrases[0] == "fits_day"
    assert "on Sunday" in talk.say(Answer(("2026-11-29",)))


def test_an_interview_that_leaves_today_without_a_session_ends_its_briefing() -> None:
    talk = Talk(book=Book(Profile()))
    talk.say(Start())
    talk.say(Setup())
    for topic, command in WHOLE:
        assert asked(talk) == topic
        runs = SetRunDays(("monday", "thursday"))
        hard = {"run_days": runs, "hard_days": Answer(("monday",)), "long_run": No()}
        talk.say(hard.get(topic, command))
    assert "setup_done" in talk.phrases
    assert isinstance(talk.state.phase, Finished)

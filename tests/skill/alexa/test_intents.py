"""Intents and slots become commands; what was misheard is never taken for something else."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from engine.cues import Verbosity
from engine.library.load import embedded_library
from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.runs import RunKind
from engine.plan.model import Focus
from engine.session.commands import (
    Answer,
    Back,
    Best,
    Cancel,
    Command,
    Correct,
    DistanceUnit,
    Done,
    Effort,
    Explain,
    Failed,
    Feel,
    Feeling,
    GiveEffort,
    Help,
    LessRest,
    LogRun,
    MoreRest,
    MoveSession,
    Next,
    Pain,
    PainGone,
    Pause,
    Period,
    Progress,
    RaceWhen,
    Repeat,
    SetDays,
    SetEquipment,
    SetExperience,
    SetRace,
    SetRunDays,
    SetVerbosity,
    SetWeights,
    SkipToday,
    Start,
    Stop,
    Swap,
    Symptom,
    Unknown,
    Unwell,
    Week,
)
from engine.units import Side, Unit
from skill.alexa.intents import Intents, LinkCode
from skill.alexa.requests import Call, Kind, Spoken
from tests.samples import MONDAY

INTENTS = Intents(embedded_library())
MODEL = json.loads((files("interaction_models") / "alexa" / "en-US.json").read_text("utf-8"))
LANGUAGE_MODEL = MODEL["interactionModel"]["languageModel"]


def heard(intent: str, **slots: str | Spoken) -> Command | LinkCode:
    spoken = {n: s if isinstance(s, Spoken) else Spoken(s) for n, s in slots.items()}
    return INTENTS.heard(
        Call(Kind.INTENT, "IntentRequest", "r", "u", MONDAY, intent=intent, slots=spoken)
    )


def found(words: str, id: str) -> Spoken:
    return Spoken(words, id)


@pytest.mark.parametrize(
    ("intent", "command"),
    [
        ("AMAZON.PauseIntent", Pause()),
        ("AMAZON.StopIntent", Stop()),
        ("AMAZON.NavigateHomeIntent", Stop()),
        ("AMAZON.CancelIntent", Cancel()),
        ("AMAZON.HelpIntent", Help()),
        ("AMAZON.NextIntent", Next()),
        ("AMAZON.PreviousIntent", Back()),
        ("AMAZON.RepeatIntent", Repeat()),
        ("AMAZON.FallbackIntent", Unknown()),
        ("AMAZON.ShuffleOnIntent", Unknown()),
        ("AMAZON.LoopOffIntent", Unknown()),
        ("SomebodyElsesIntent", Unknown()),
        ("", Unknown()),
        ("UnwellChestPainIntent", Unwell(Symptom.CHEST_PAIN)),
        ("UnwellIllIntent", Unwell(Symptom.ILL)),
        ("UnwellIntent", Unwell()),
        ("FeelingSoreIntent", Feel(Feeling.SORE)),
        ("FeelingIntent", Feel()),
        ("SetExperienceBeginnerIntent", SetExperience(Experience.BEGINNER)),
        ("SetExperienceLazyIntent", Unknown()),
        ("WeekIntent", Week()),
        ("SkipTodayIntent", SkipToday()),
        ("RaceWhenIntent", RaceWhen()),
        ("UnwellBoredIntent", Unknown()),
    ],
)
def test_an_intent_is_a_command(intent: str, command: Command) -> None:
    assert heard(intent) == command


def test_every_intent_of_the_model_is_known() -> None:
    unknown = [
        intent["name"] for intent in LANGUAGE_MODEL["intents"] if heard(intent["name"]) == Unknown()
    ]
    assert unknown == ["AMAZON.FallbackIntent"]


TYPICAL = {
    "AMAZON.NUMBER": "5",
    "AMAZON.DURATION": "PT30S",
    "AMAZON.FOUR_DIGIT_NUMBER": "4821",
    "AMAZON.DATE": "2027-05-03",
}


def values_of(slot: dict[str, str]) -> list[Spoken]:
    """Each value that a slot of the model may have."""
    if slot["type"] in TYPICAL:
        return [Spoken(TYPICAL[slot["type"]])]
    listed = next(t for t in LANGUAGE_MODEL["types"] if t["name"] == slot["type"])
    return [Spoken(value["name"]["value"], value["id"]) for value in listed["values"]]


@pytest.mark.parametrize(
    ("intent", "slot"),
    [
        pytest.param(intent["name"], slot, id=f"{intent['name']}.{slot['name']}")
        for intent in LANGUAGE_MODEL["intents"]
        for slot in intent.get("slots", [])
    ],
)
def test_every_value_of_every_slot_of_the_model_is_understood(
    intent: str, slot: dict[str, str]
) -> None:
    bare = heard(intent)
    for value in values_of(slot):
        command = heard(intent, **{slot["name"]: value})
        assert command not in (Unknown(), bare), value


# Numbers


@pytest.mark.parametrize(
    ("words", "reps"),
    [
        *(("10", 10), ("ten", 10), ("Ten", 10), ("twenty-five", 25), ("twenty five", 25)),
        *(("zero", 0), ("0", 0), (" 8 ", 8), ("one hundred and five", 105), ("200", 200)),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(words: str, reps: int) -> None:
    assert heard("DoneIntent", reps=words) == Done(reps=reps)


@pytest.mark.parametrize("words", ["", "?", "many", "-5", "7.5", "201", "ten or so", "१०", "1e2"])
def test_a_number_that_was_not_understood_is_never_logged_as_prescribed(words: str) -> None:
    assert heard("DoneIntent", reps=words) == Unknown()
    assert heard("DoneIntent", reps=words, load=found("eight", "8")) == Unknown()


def test_nothing_said_is_told_from_something_unreadable() -> None:
    assert heard("DoneIntent") == Done()
    assert heard("DoneIntent", reps="?") == Unknown()


@pytest.mark.parametrize(
    ("duration", "seconds"),
    [
        *(("PT40S", 40), ("PT1M30S", 90), ("PT1M", 60), ("PT1H", 3600), ("pt45s", 45)),
        *(("P0DT0H0M40S", 40), ("PT0S", 0)),
    ],
)
def test_a_duration_is_read_in_seconds(duration: str, seconds: int) -> None:
    assert heard("DoneIntent", seconds=duration) == Done(seconds=seconds)


@pytest.mark.parametrize("duration", ["", "?", "P", "PT", "PT1.5S", "P1W", "P1D", "forty", "40"])
def test_a_duration_that_was_not_understood_is_never_logged(duration: str) -> None:
    assert heard("DoneIntent", seconds=duration) == Unknown()


def test_a_load_is_read_by_its_value_in_the_model_or_as_a_number() -> None:
    kilos = found("kilos", "kg")
    assert heard("DoneIntent", load=found("seven and a half", "7.5"), unit=kilos) == Done(
        load=7.5, unit=Unit.KG
    )
    assert heard("DoneIntent", load="twelve", unit="lb") == Done(load=12, unit=Unit.LB)


def test_a_load_in_a_unit_that_nobody_knows_is_not_logged() -> None:
    assert heard("DoneIntent", load=found("eight", "8"), unit="stone") == Unknown()


def test_a_set_with_everything_said_is_read_whole() -> None:
    assert heard(
        "DoneIntent",
        reps="12",
        load=found("eight", "8"),
        unit=found("kilos", "kg"),
        side=found("each side", "both"),
        effort=found("too hard", "too_hard"),
    ) == Done(12, load=8, unit=Unit.KG, side=Side.BOTH, effort=Effort.TOO_HARD)


def test_a_feeling_that_was_not_understood_leaves_the_number_standing() -> None:
    assert heard("DoneIntent", reps="ten", effort="so so") == Done(reps=10)


@pytest.mark.parametrize("intent", ["FailedIntent", "CorrectIntent"])
def test_corrections_with_an_unreadable_number_change_nothing(intent: str) -> None:
    assert heard(intent, reps="?") == Unknown()
    readable = {"FailedIntent": Failed(6), "CorrectIntent": Correct(6)}
    assert heard(intent, reps="six") == readable[intent]


def test_of_two_slots_for_one_thing_the_readable_one_counts() -> None:
    phrase = found("i could have done two more", "2")
    assert heard("EffortIntent", rir="?", rir_effort=phrase) == GiveEffort(rir=2)
    assert heard("EffortIntent", rir="?") == Unknown()


def test_an_unreadable_time_does_not_cut_the_whole_rest() -> None:
    assert heard("LessRestIntent") == LessRest()
    assert heard("LessRestIntent", seconds="?") == Unknown()
    assert heard("MoreRestIntent", seconds="?") == MoreRest()
    assert heard("MoreRestIntent", seconds_count="20") == MoreRest(20)


# Names


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("split squats", "split_squat"),
        ("Split Squat", "split_squat"),
        ("split_squat", "split_squat"),
        ("push-ups", "push_up"),
        ("squat", "squat"),
    ],
)
def test_a_name_of_the_library_is_found_without_alexas_help(words: str, id: str) -> None:
    expected = words if "_" in words else id
    assert heard("ExplainIntent", exercise=words) == Explain(expected)
    assert heard("NextIntent", to=words) == Next(expected)


def test_a_name_that_nobody_knows_is_passed_on_as_it_was_said() -> None:
    assert heard("NextIntent", to="cartwheels") == Next("cartwheels")
    assert heard("ExplainIntent", exercise="cartwheels") == Explain("cartwheels")
    assert heard("NextIntent", to="a" * 500) == Next("a" * 60)
    assert heard("NextIntent", to=" ") == Unknown()


def test_other_values_are_read_by_their_id_where_alexa_found_none() -> None:
    assert heard("SwapIntent", missing="pull-up bar") == Swap(Gear.PULL_UP_BAR)
    assert heard("PainIntent", location="lower back") == Pain(Place.LOWER_BACK)
    assert heard("EffortIntent", level_felt="too hard") == GiveEffort(Effort.TOO_HARD)
    assert heard("StartIntent", focus="core", minutes="fifteen") == Start(Focus.CORE, 15)


# Safety


def test_pain_is_heard_whatever_else_was_not_understood() -> None:
    assert heard("PainIntent", location="elbow") == Pain(Place.OTHER)
    assert heard("PainIntent", location=found("knee", "knee"), side="?") == Pain(Place.KNEE)
    assert heard("PainIntent", level="?") == Pain()
    assert heard("PainIntent", level="11") == Pain()
    assert heard("PainIntent", level="4") == Pain(level=4)


def test_feeling_unwell_is_heard_whatever_the_symptom() -> None:
    assert heard("UnwellIntent", symptom="wobbly") == Unwell()
    assert heard("UnwellIntent", symptom=found("woozy", "dizzy")) == Unwell(Symptom.DIZZY)


def test_a_place_that_was_not_understood_does_not_clear_all_pain() -> None:
    assert heard("PainGoneIntent") == PainGone()
    assert heard("PainGoneIntent", location="elbow") == Unknown()


def test_what_a_start_leaves_open_is_told_in_the_briefing() -> None:
    assert heard("StartIntent", focus="yoga", minutes="?") == Start()
    assert heard("StartIntent", minutes="300") == Start()


def test_a_verbosity_that_was_not_understood_is_asked_again() -> None:
    assert heard("VerbosityIntent", level="louder") == Unknown()
    fewer = found("fewer words", "brief")
    assert heard("VerbosityIntent", level_verbosity=fewer) == SetVerbosity(Verbosity.BRIEF)


# Several values of one slot


def test_several_values_come_in_the_order_in_which_they_were_said() -> None:
    assert heard(
        "SetRunDaysIntent",
        days_three=found("sunday", "sunday"),
        days=found("tuesdays", "tuesday"),
        days_two=found("thursday", "thursday"),
    ) == SetRunDays(("tuesday", "thursday", "sunday"))


def test_a_single_value_is_enough() -> None:
    assert heard("SetDaysIntent", days=found("weekdays", "weekdays")) == SetDays(
        ("monday", "tuesday", "wednesday", "thursday", "friday")
    )
    assert heard("SetEquipmentIntent", items="band") == SetEquipment(("band",))


def test_of_several_values_none_may_be_unreadable() -> None:
    assert heard("SetDaysIntent", days=found("monday", "monday"), days_two="?") == Unknown()
    gear = {"items": found("a mat", "mat"), "items_two": "trampoline"}
    assert heard("SetEquipmentIntent", **gear) == Unknown()


def test_bare_answers_of_several_kinds_are_one_answer() -> None:
    assert heard(
        "AnswerIntent", value_kit_two=found("band", "band"), value_kit=found("mat", "mat")
    ) == Answer(("mat", "band"))
    assert heard("AnswerIntent", value_minutes="30") == Answer(("30",))
    assert heard("AnswerIntent", value_unit=found("kilos", "kg")) == Answer(("kg",))
    assert heard("AnswerIntent", value_distance=found("a half marathon", "21.0975")) == Answer(
        ("21.0975",)
    )
    nothing = found("none of them", "none")
    assert heard("AnswerIntent", value_answer=nothing) == Answer(("none",))
    assert heard("AnswerIntent") == Answer()


def test_weights_are_read_with_their_fractions() -> None:
    assert heard(
        "SetWeightsIntent",
        loads=found("five", "5"),
        loads_two=found("seven and a half", "7.5"),
        unit=found("kilo", "kg"),
    ) == SetWeights((5, 7.5), Unit.KG)


# Days, dates and runs


@pytest.mark.parametrize("date", ["2027-05", "2027-W18", "2027-W18-WE", "2027", "2027-SU", "?", ""])
def test_a_date_that_is_no_single_day_is_not_understood(date: str) -> None:
    assert heard("SetRaceIntent", date=date) == Unknown()
    assert heard("MoveSessionIntent", day_date=date) == Unknown()


def test_a_whole_date_and_a_day_of_ours_are_both_a_day() -> None:
    assert heard("SetRaceIntent", date="2027-05-03") == SetRace("2027-05-03")
    assert heard("MoveSessionIntent", day_date="2027-05-03") == MoveSession("2027-05-03")
    assert heard("MoveSessionIntent", day=found("tonight", "today")) == MoveSession("today")
    assert heard("MoveSessionIntent", day="sometime") == Unknown()


def test_a_run_is_read_with_all_that_was_said_of_it() -> None:
    assert heard(
        "LogRunIntent",
        distance=found("six point five", "6.5"),
        unit_length=found("miles", "mi"),
        minutes_stint="PT1H2M",
        kind=found("jog", "easy"),
        day=found("this morning", "today"),
    ) == LogRun(6.5, 62, DistanceUnit.MI, RunKind.EASY, "today")
    assert heard("LogRunIntent", minutes="40") == LogRun(minutes=40)
    assert heard("LogRunIntent", distance_named=found("a marathon", "42.195")) == LogRun(42.195)


@pytest.mark.parametrize("slots", [{"distance": "?"}, {"minutes_stint": "?"}, {"kind": "slowish"}])
def test_a_run_that_was_half_understood_is_not_kept(slots: dict[str, str]) -> None:
    assert heard("LogRunIntent", **slots) == Unknown()


def test_a_look_back_names_its_exercise_and_its_time() -> None:
    assert heard(
        "ProgressIntent", exercise="squats", period=found("last week", "last_week")
    ) == Progress("squat", Period.LAST_WEEK)
    assert heard("BestIntent", exercise=found("plank", "plank")) == Best("plank")


# Linking


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(("4821", "4821"), ("4 8 2 1", "4821"), ("482", "0482"), ("0482", "0482")),
        *(("?", None), ("", None), ("48215", None), ("four eight", None), ("٤٨٢١", None)),
    ],
)
def test_a_link_code_has_four_digits(words: str, code: str | None) -> None:
    assert heard("LinkCodeIntent", code=words) == LinkCode(code)


def test_a_link_code_may_be_missing() -> None:
    assert heard("LinkCodeIntent") == LinkCode(None)

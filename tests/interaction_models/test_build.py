"""The Alexa model: built of the one source, the same each time, and read alike by the laptop."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from engine.library.load import embedded_library
from engine.session.commands import COMMANDS
from engine.session.slots import command_of, slots_of
from interaction_models.build import LOCALES, MODELS, Intent, build, model_of, write
from interaction_models.check import REQUIRED
from interaction_models.source import Combination, Meaning, read
from skill.laptop.understand import understand

SOURCE = read("en-US", embedded_library())
MODEL = model_of(SOURCE)
INTENTS = {intent.name: intent for intent in MODEL.intents}

SPOKEN_FREELY = (
    "StartIntent",
    "ReadyIntent",
    "DoneIntent",
    "EffortIntent",
    "PainIntent",
    "UnwellIntent",
    "SwapIntent",
    "SkipIntent",
    "MoreRestIntent",
    "LessRestIntent",
    "HowLongIntent",
    "HowManyIntent",
    "ExplainIntent",
    "CorrectIntent",
    "EasierIntent",
    "HarderIntent",
    "FailedIntent",
    "UndoIntent",
    "PainGoneIntent",
    "WeekIntent",
    "MoveSessionIntent",
    "ShortenIntent",
    "SkipTodayIntent",
    "FeelingTiredIntent",
    "FeelingSoreIntent",
    "FeelingIllIntent",
    "FeelingFineIntent",
    "TravellingIntent",
    "SetupIntent",
    "AnswerIntent",
    "SetFrequencyIntent",
    "SetMinutesIntent",
    "SetExperienceIntent",
    "SetExperienceBeginnerIntent",
    "SetGoalIntent",
    "SetDaysIntent",
    "SetWeightsIntent",
    "SetEquipmentIntent",
    "SetRunDaysIntent",
    "SetLongRunIntent",
    "SetRaceIntent",
    "SetUnitsIntent",
    "ProgressIntent",
    "StreakIntent",
    "BestIntent",
    "LogRunIntent",
    "PlanRunIntent",
    "RaceWhenIntent",
    "AMAZON.StopIntent",
    "AMAZON.PauseIntent",
)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_committed_model_is_what_is_built(locale: str) -> None:
    # Mended by `stride models build`.
    assert (MODELS / f"{locale}.json").read_text("utf-8") == build(locale)


def test_a_model_is_written_beside_the_others_of_its_folder(tmp_path: Path) -> None:
    assert [file.name for file in write(tmp_path)] == ["en-US.json"]
    assert json.loads((tmp_path / "en-US.json").read_text("utf-8")) == json.loads(build())


def test_the_document_has_amazons_shape() -> None:
    language_model = json.loads(build())["interactionModel"]["languageModel"]
    assert language_model["invocationName"] == "strong stride"
    assert {intent["name"] for intent in language_model["intents"]} == set(INTENTS)
    for entry in language_model["types"]:
        assert len({value["id"] for value in entry["values"]}) == len(entry["values"])


def camel(command: str) -> str:
    return "".join("I" if word == "i" else word.capitalize() for word in command.split("_"))


@pytest.mark.parametrize("meaning", SOURCE.meanings, ids=lambda meaning: meaning.command)
def test_an_intent_is_named_after_its_command_or_built_in(meaning: Meaning) -> None:
    assert meaning.intent in INTENTS
    assert (
        meaning.intent.startswith("AMAZON.") or meaning.intent == f"{camel(meaning.command)}Intent"
    )


def test_every_command_has_an_intent() -> None:
    assert {m.command for m in SOURCE.meanings if m.of_engine} == set(COMMANDS)


@pytest.mark.parametrize("name", REQUIRED)
def test_what_amazon_requires_is_there(name: str) -> None:
    assert name in INTENTS


def utterances(intent: Intent) -> set[str]:
    """The samples, a sample that is one slot counted as that slot's phrases."""
    types = {f"{{{slot.name}}}": slot.type for slot in intent.slots}
    found = set(intent.samples)
    for sample in intent.samples:
        values = MODEL.types.get(types.get(sample, ""), ())
        found |= {words for value in values for words in value.words}
    return found


@pytest.mark.parametrize("name", SPOKEN_FREELY)
def test_free_speech_has_at_least_a_dozen_wordings(name: str) -> None:
    assert len(utterances(INTENTS[name])) >= 12


def test_next_is_built_in_when_bare_and_ours_with_an_exercise() -> None:
    assert "next" in INTENTS["AMAZON.NextIntent"].samples
    assert "go to the {to}" in INTENTS["NextIntent"].samples
    assert all("{to}" in sample for sample in INTENTS["NextIntent"].samples)


def test_a_chest_that_hurts_is_a_sample_word_for_word() -> None:
    assert "my chest hurts" in INTENTS["UnwellChestPainIntent"].samples
    places = {words for value in MODEL.types["PLACE_WORDS"] for words in value.words}
    assert not places & {"chest", "heart", "jaw"}


def test_an_alexa_slot_is_named_after_the_commands_slot_first() -> None:
    for meaning in SOURCE.meanings:
        slots = {slot.name for slot in INTENTS[meaning.intent].slots}
        assert {name.split("_")[0] for name in slots} == set(meaning.slots)


def test_several_values_of_a_slot_are_slots_of_one_type() -> None:
    slots = {slot.name: slot.type for slot in INTENTS["SetDaysIntent"].slots}
    assert list(slots) == [
        *("days", "days_two", "days_three", "days_four", "days_five", "days_six", "days_seven"),
    ]
    assert set(slots.values()) == {"DAYS_WORDS"}
    assert "i can train on {days} {days_two} and {days_three}" in INTENTS["SetDaysIntent"].samples
    assert "{value_kit} and {value_kit_two}" in INTENTS["AnswerIntent"].samples


def test_sore_legs_are_a_sample_word_for_word() -> None:
    assert "my legs are sore" in INTENTS["FeelingSoreIntent"].samples
    assert "my {location} are sore" in INTENTS["PainIntent"].samples


def test_a_state_that_alexa_cannot_know_is_left_to_the_engine() -> None:
    assert "{reps}" in INTENTS["DoneIntent"].samples
    assert "{level}" not in INTENTS["PainIntent"].samples
    assert "{value_days} and {value_days_two}" in INTENTS["AnswerIntent"].samples
    assert "{value_count}" not in INTENTS["AnswerIntent"].samples


def examples() -> list[tuple[Meaning, Combination]]:
    return [(m, c) for m in SOURCE.meanings if m.of_engine for c in m.combinations]


@pytest.mark.parametrize(
    ("meaning", "combination"), examples(), ids=lambda part: getattr(part, "example", "")
)
def test_an_example_has_the_slots_it_stands_for(meaning: Meaning, combination: Combination) -> None:
    command = understand(combination.example, combination.state).command
    assert (command.name(), set(slots_of(command))) == (meaning.command, set(combination.slots))


SAID_IN = {
    "EXERCISE_WORDS": ("explain {}", "explain", "exercise"),
    "DESTINATION_WORDS": ("go to the {}", "next", "to"),
    "GEAR_WORDS": ("I have no {}", "swap", "missing"),
    "PLACE_WORDS": ("pain in my {}", "pain", "location"),
    "FOCUS_WORDS": ("start a {} session", "start", "focus"),
    "FELT_WORDS": ("that was {}", "effort", "level"),
    "SYMPTOM_WORDS": ("I feel {}", "unwell", "symptom"),
    "SHARPNESS_WORDS": ("I feel a {}", "pain", "level"),
    "ALARM_WORDS": ("something {}", "pain", "level"),
    "LOAD_WORDS": ("with {} kilos", "done", "load"),
    "UNIT_WORDS": ("with eight {}", "done", "unit"),
    "SIDE_WORDS": ("pain in my {} knee", "pain", "side"),
    "EACH_WORDS": ("ten each {}", "done", "side"),
    "HOURS_WORDS": ("start a {} session", "start", "minutes"),
    "MODE_WORDS": ("start a {} session", "start", "mode"),
    "DAY_WORDS": ("move it to {}", "move_session", "day"),
    "DAYS_WORDS": ("I run on {}", "set_run_days", "days"),
    "WEEKDAY_WORDS": ("my long run is on {}", "set_long_run", "day"),
    "PERIOD_WORDS": ("how did I do {}", "progress", "period"),
    "KIT_WORDS": ("I own {}", "set_equipment", "items"),
    "RUN_WORDS": ("I did {} yesterday", "log_run", "kind"),
    "STRETCH_WORDS": ("I ran {} miles", "log_run", "distance"),
    "LENGTH_WORDS": ("I ran ten {}", "log_run", "unit"),
    "NAMED_WORDS": ("I ran {}", "log_run", "distance"),
    "DISTANCE_WORDS": ("I'm training for {}", "set_race", "distance"),
    "BACKGROUND_WORDS": ("put me down as {}", "set_experience", "level"),
    "GOAL_WORDS": ("my goal is {}", "set_goal", "goal"),
}
"""A sentence for each type's words, and where the laptop puts them."""


@pytest.mark.parametrize("name", sorted(SAID_IN))
def test_alexas_words_mean_the_same_on_the_laptop(name: str) -> None:
    frame, command, slot = SAID_IN[name]
    for value in MODEL.types[name]:
        for words in value.words:
            heard = understand(frame.format(words), "resting").command
            meant = slots_of(command_of(command, {slot: value.id}))[slot]
            assert (words, heard.name(), slots_of(heard).get(slot)) == (words, command, meant)


PHRASES = {
    "ANSWER_VALUE_WORDS": ("answer", "value"),
    "LOG_RUN_KIND_WORDS": ("log_run", "kind"),
    "PROGRESS_PERIOD_WORDS": ("progress", "period"),
    "SET_EQUIPMENT_ITEMS_WORDS": ("set_equipment", "items"),
    "SET_FREQUENCY_COUNT_WORDS": ("set_frequency", "count"),
    "SET_GOAL_GOAL_WORDS": ("set_goal", "goal"),
    "SET_RACE_DATE_WORDS": ("set_race", "date"),
    "SET_UNITS_UNIT_WORDS": ("set_units", "unit"),
    "DONE_REPS_WORDS": ("done", "reps"),
    "DONE_SECONDS_WORDS": ("done", "seconds"),
    "EFFORT_LEVEL_WORDS": ("effort", "level"),
    "EFFORT_RIR_WORDS": ("effort", "rir"),
    "MORE_REST_SECONDS_WORDS": ("more_rest", "seconds"),
    "PAIN_LEVEL_WORDS": ("pain", "level"),
    "START_MODE_WORDS": ("start", "mode"),
    "VERBOSITY_LEVEL_WORDS": ("verbosity", "level"),
}


def test_every_type_is_compared_with_the_laptop() -> None:
    assert set(MODEL.types) == set(SAID_IN) | set(PHRASES)


@pytest.mark.parametrize("name", sorted(PHRASES))
def test_a_type_of_whole_sentences_means_the_same_on_the_laptop(name: str) -> None:
    command, slot = PHRASES[name]
    state = "asking:profile" if command == "answer" else "working"
    for value in MODEL.types[name]:
        for words in value.words:
            assert understand(words, state).command == command_of(command, {slot: value.id})


def test_a_model_stays_small_enough_to_be_sent() -> None:
    # Engineering judgement: each optional word doubles a template's samples, unseen in its source.
    assert (MODELS / "en-US.json").stat().st_size < 1_500_000


def test_samples_are_plain_words_and_slots() -> None:
    for intent in MODEL.intents:
        for sample in intent.samples:
            assert re.fullmatch(r"(?:[a-z' ]|\{[a-z_]+\})+", sample), sample

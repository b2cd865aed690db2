"""Whatever Alexa sends, wherever a session stands: a valid answer, in words where words may be."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from engine.session.codec import snapshot
from skill.bootstrap import House
from skill.service.records import Channel, SessionRecord, Status
from tests.fakes import MemoryStore
from tests.samples import FIRST, MONDAY, states
from tests.skill.alexa.echo import USER, Echo, resolved

MODEL = json.loads((files("interaction_models") / "alexa" / "en-US.json").read_text("utf-8"))
LANGUAGE_MODEL = MODEL["interactionModel"]["languageModel"]
STATES = states()
AFTER_THE_END = {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"}


def put(house: House, state: str) -> str:
    """Let the athlete's session stand there."""
    athlete = house.coach.athlete_on(Channel.ALEXA, USER, MONDAY)
    record = SessionRecord(
        athlete_id=athlete,
        id="00000000-0000-7000-8000-000000000000",
        day="2026-01-05",
        status=Status.PARTIAL if state == "finished" else Status.OPEN,
        version=1,
        opened_at=MONDAY,
        changed_at=MONDAY,
        workout=json.dumps(snapshot(FIRST)),
        state=json.dumps(snapshot(STATES[state])),
    )
    with house.store.begin() as work:
        work.add_session(record)
        work.commit()
    return athlete


def filled(intent: dict[str, object]) -> list[dict[str, object]]:
    """The intent without slots, with each of them, and with each misheard."""
    slots = intent.get("slots", [])
    assert isinstance(slots, list)
    typical = [{slot["name"]: _typical(slot)} for slot in slots]
    misheard = [{slot["name"]: {"name": slot["name"], "value": "?"}} for slot in slots]
    empty = {slot["name"]: {"name": slot["name"]} for slot in slots}
    return [
        {"type": "IntentRequest", "intent": {"name": intent["name"], "slots": each}}
        for each in (empty, *typical, *misheard)
    ]


def _typical(slot: dict[str, str]) -> dict[str, object]:
    built_in = {
        "AMAZON.NUMBER": "5",
        "AMAZON.DURATION": "PT30S",
        "AMAZON.FOUR_DIGIT_NUMBER": "4821",
        "AMAZON.DATE": "2026-01-10",
    }
    if slot["type"] in built_in:
        return {"name": slot["name"], "value": built_in[slot["type"]]}
    listed = next(t for t in LANGUAGE_MODEL["types"] if t["name"] == slot["type"])
    value = listed["values"][-1]
    return resolved(slot["name"], value["name"]["value"], value["id"])


REQUESTS = [request for intent in LANGUAGE_MODEL["intents"] for request in filled(intent)]


@pytest.mark.parametrize("state", STATES)
def test_every_intent_is_answered_in_words_in_every_state(
    state: str, house: House, store: MemoryStore, echo: Echo
) -> None:
    put(house, state)
    before = store.kept.copied()
    for request in REQUESTS:
        store.kept = before.copied()
        answer = echo.sends(request)
        intent = request["intent"]
        assert isinstance(intent, dict)
        assert answer.words or intent["name"] in AFTER_THE_END, request
        assert answer.listens == bool(answer.reprompt)


@pytest.mark.parametrize("state", STATES)
def test_a_launch_is_answered_and_listened_after_in_every_state(
    state: str, house: House, echo: Echo
) -> None:
    put(house, state)
    answer = echo.launches()
    assert answer.words
    assert answer.listens


@pytest.mark.parametrize("state", STATES)
def test_stop_ends_the_session_on_the_device_in_every_state(
    state: str, house: House, echo: Echo
) -> None:
    put(house, state)
    assert not echo.says("AMAZON.StopIntent").listens


@pytest.mark.parametrize("state", STATES)
def test_help_and_what_was_not_understood_keep_the_microphone_open(
    state: str, house: House, store: MemoryStore, echo: Echo
) -> None:
    put(house, state)
    before = store.kept.copied()
    for intent in ("AMAZON.HelpIntent", "AMAZON.FallbackIntent", "NoSuchIntent"):
        store.kept = before.copied()
        assert echo.says(intent).listens


@pytest.mark.parametrize("state", STATES)
def test_an_emergency_is_not_followed_by_an_offer(state: str, house: House, echo: Echo) -> None:
    put(house, state)
    answer = echo.says("UnwellChestPainIntent")
    assert "emergency" in answer.words
    assert not answer.listens


SILENT = [
    {"type": "SessionEndedRequest", "reason": "USER_INITIATED"},
    {"type": "SessionEndedRequest", "reason": "A_NEW_REASON", "error": "not even an object"},
    {"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE", "message": "x"}},
    {"type": "AudioPlayer.PlaybackStarted", "token": "t", "offsetInMilliseconds": 0},
    {"type": "AudioPlayer.PlaybackStopped", "token": "t"},
    {"type": "AudioPlayer.PlaybackFinished", "token": "t"},
    {"type": "AudioPlayer.PlaybackNearlyFinished", "token": "t"},
    {"type": "AudioPlayer.PlaybackFailed", "token": "t", "error": {}},
    {"type": "PlaybackController.PauseCommandIssued"},
    {"type": "PlaybackController.NextCommandIssued"},
    {"type": "Alexa.Presentation.APL.UserEvent", "arguments": []},
    {"type": "Connections.Response", "status": {"code": "200"}},
    {"type": "AlexaSkillEvent.SkillDisabled"},
    {"type": "Something.NobodyHasHeardOf", "strange": {"a": [1]}},
]


@pytest.mark.parametrize("state", STATES)
def test_what_is_not_said_by_an_athlete_changes_nothing_and_gets_an_empty_answer(
    state: str, house: House, store: MemoryStore, echo: Echo
) -> None:
    put(house, state)
    before = store.kept.copied()
    for request in SILENT:
        assert echo.sends(request).response == {}
    assert store.kept == before


def test_whether_an_intent_can_be_fulfilled_is_answered_without_a_trace(
    store: MemoryStore, echo: Echo
) -> None:
    intent = {"name": "StartIntent", "slots": {"focus": {"name": "focus", "value": "core"}}}
    envelope = echo.envelope({"type": "CanFulfillIntentRequest", "intent": intent})
    for part in ("session", "context"):
        del envelope[part]
    assert echo.posts(envelope).response == {"canFulfillIntent": {"canFulfill": "NO"}}
    assert not store.kept.athletes


@pytest.mark.parametrize("locale", ["en-US", "en-GB", "de-DE", "xx", ""])
def test_the_coach_speaks_its_language_in_every_locale(locale: str, echo: Echo) -> None:
    echo.locale = locale
    assert "Strong Stride" in echo.launches().words

"""Alexa's envelopes: what is there is read, what is strange counts as missing, nothing raises but
the one error that has a reason."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.units import Instant
from skill.alexa.requests import BadRequest, Call, Kind, Spoken, read_call
from tests.samples import MONDAY
from tests.skill.alexa.echo import SKILL, USER, resolved

NOW = MONDAY


def envelope(**request: object) -> dict[str, Any]:
    whole = {"type": "LaunchRequest", "requestId": "r1", "locale": "en-US", **request}
    system = {"application": {"applicationId": SKILL}, "user": {"userId": USER}}
    return {"version": "1.0", "context": {"System": system}, "request": whole}


def call(tree: object, skill_id: str | None = None) -> Call:
    return read_call(json.dumps(tree).encode(), NOW, skill_id)


def reason(body: bytes, skill_id: str | None = None) -> str:
    with pytest.raises(BadRequest) as refused:
        read_call(body, NOW, skill_id)
    return str(refused.value)


def test_a_launch_is_read() -> None:
    assert call(envelope()) == Call(
        Kind.LAUNCH, "LaunchRequest", "r1", USER, NOW, locale="en-US", slots={}
    )


def test_the_person_who_speaks_is_told_from_the_account() -> None:
    tree = envelope()
    tree["context"]["System"]["person"] = {"personId": "amzn1.ask.person.SAM"}
    assert call(tree).speaker == "amzn1.ask.person.SAM"
    assert call(envelope()).speaker == USER


def test_the_account_is_taken_from_the_session_where_there_is_no_context() -> None:
    tree = envelope()
    del tree["context"]
    tree["session"] = {"application": {"applicationId": SKILL}, "user": {"userId": "other"}}
    assert call(tree, SKILL).user_id == "other"


@pytest.mark.parametrize(
    "body",
    [
        *(b"{}", b"[]", b"null", b"1", b'"LaunchRequest"', b'{"request": {}}'),
        *(b'{"request": null}', b'{"request": []}', b'{"request": {"type": "LaunchRequest"}}'),
        b'{"request": {"type": 7, "requestId": "r"}}',
        b'{"request": {"type": "LaunchRequest", "requestId": ""}}',
        b'{"request": {"type": "LaunchRequest", "requestId": "a\\u0000b"}}',
    ],
)
def test_a_body_without_a_request_is_refused(body: bytes) -> None:
    assert "request.type" in reason(body)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"launch", b'{"a": "\xff"}', b"\xff\xfe", b"[" * 10_000, b'{"a":' * 10_000],
)
def test_a_body_that_is_not_json_is_refused(body: bytes) -> None:
    assert "not JSON" in reason(body)


def test_a_number_too_long_to_read_is_refused() -> None:
    assert "not JSON" in reason(b'{"request": ' + b"9" * 5_000 + b"}")


@pytest.mark.parametrize("kind", ["LaunchRequest", "IntentRequest"])
@pytest.mark.parametrize("user", [None, {}, {"userId": None}, {"userId": ""}, {"userId": 7}, "x"])
def test_words_of_nobody_are_refused(kind: str, user: object) -> None:
    tree = envelope(type=kind)
    tree["context"]["System"]["user"] = user
    assert "userId" in reason(json.dumps(tree).encode())


@pytest.mark.parametrize(
    "kind",
    ["SessionEndedRequest", "CanFulfillIntentRequest", "AudioPlayer.PlaybackStarted", "New.Type"],
)
def test_other_requests_need_no_athlete(kind: str) -> None:
    tree = envelope(type=kind)
    del tree["context"]["System"]["user"]
    assert call(tree).type == kind


def test_another_skills_request_is_refused() -> None:
    body = json.dumps(envelope()).encode()
    assert read_call(body, NOW, SKILL).user_id == USER
    assert "another skill" in reason(body, "amzn1.ask.skill.other")


@pytest.mark.parametrize("application", [None, {}, {"applicationId": ""}, {"applicationId": 1}])
def test_a_request_that_names_no_skill_is_refused(application: object) -> None:
    tree = envelope()
    tree["context"]["System"]["application"] = application
    body = json.dumps(tree).encode()
    assert "another skill" in reason(body, SKILL)
    assert read_call(body, NOW).kind is Kind.LAUNCH


# Time


def test_the_request_knows_its_moment() -> None:
    assert call(envelope(timestamp="2026-01-05T08:01:00Z")).at == NOW + 60_000
    assert call(envelope(timestamp="2026-01-05T09:00:00.250+01:00")).at == NOW + 250


@pytest.mark.parametrize(
    "timestamp", ["2026-01-05T08:02:30Z", "2026-01-05T07:57:30Z", "2026-01-05T08:02:30+00:00"]
)
def test_a_moment_up_to_150_s_away_counts(timestamp: str) -> None:
    assert abs(call(envelope(timestamp=timestamp)).at - NOW) == 150_000


@pytest.mark.parametrize(
    "timestamp",
    [
        *("2026-01-05T08:02:31Z", "2026-01-05T07:57:29Z", "2020-01-05T08:00:00Z"),
        *("2026-01-05T08:00:05", "2026-01-05", "yesterday", "", None, 1_767_600_005_000, {}),
        *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"),
    ],
)
def test_a_moment_far_away_or_unreadable_is_the_present_one(timestamp: object) -> None:
    assert call(envelope(timestamp=timestamp)).at == NOW


# Slots


def test_slots_that_nothing_was_said_for_are_left_out() -> None:
    slots = {
        "reps": {"name": "reps", "confirmationStatus": "NONE"},
        "load": {"name": "load", "value": None},
        "side": {"name": "side", "value": 7},
        "unit": "kg",
        "seconds": None,
    }
    assert call(envelope(type="IntentRequest", intent={"name": "X", "slots": slots})).slots == {}


@pytest.mark.parametrize("words", ["", "?", "ten", "10"])
def test_what_was_said_for_a_slot_is_kept_as_it_is(words: str) -> None:
    intent = {"name": "DoneIntent", "slots": {"reps": {"name": "reps", "value": words}}}
    assert call(envelope(type="IntentRequest", intent=intent)).slots == {"reps": Spoken(words)}


def test_the_value_that_alexa_found_is_kept_by_its_id() -> None:
    slot = resolved("location", "my kneecap", "knee")
    intent = {"name": "PainIntent", "slots": {"location": slot}}
    slots = call(envelope(type="IntentRequest", intent=intent)).slots
    assert slots == {"location": Spoken("my kneecap", "knee")}


@pytest.mark.parametrize(
    "resolutions",
    [
        *(None, {}, [], {"resolutionsPerAuthority": None}, {"resolutionsPerAuthority": [None]}),
        {"resolutionsPerAuthority": [{"status": {"code": "ER_SUCCESS_NO_MATCH"}, "values": []}]},
        {"resolutionsPerAuthority": [{"status": {"code": "ER_SUCCESS_MATCH"}, "values": []}]},
        {"resolutionsPerAuthority": [{"status": {"code": "ER_SUCCESS_MATCH"}, "values": [7]}]},
        {"resolutionsPerAuthority": [{"status": 1, "values": [{"value": {"id": "knee"}}]}]},
    ],
)
def test_a_value_that_alexa_did_not_find_has_no_id(resolutions: object) -> None:
    slot = {"name": "location", "value": "elbow", "resolutions": resolutions}
    intent = {"name": "PainIntent", "slots": {"location": slot}}
    slots = call(envelope(type="IntentRequest", intent=intent)).slots
    assert slots == {"location": Spoken("elbow")}


@pytest.mark.parametrize("intent", [None, {}, "x", [], {"name": None}, {"name": "X", "slots": []}])
def test_an_intent_without_a_name_or_slots_is_still_an_intent(intent: object) -> None:
    read = call(envelope(type="IntentRequest", intent=intent))
    assert read.kind is Kind.INTENT
    assert read.slots == {}


# Never anything else

KEYS = st.sampled_from(
    [
        *("request", "type", "requestId", "context", "System", "user", "userId", "device"),
        *("person", "intent", "slots", "name", "value", "resolutions", "timestamp", "error"),
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_no_json_raises_anything_but_a_reason(tree: object) -> None:
    with suppress(BadRequest):
        assert read_call(json.dumps(tree).encode(), NOW).request_id


@given(
    st.sampled_from(["LaunchRequest", "IntentRequest", "SessionEndedRequest", "Strange.Type"]),
    st.fixed_dictionaries({}, optional={"intent": JSON, "error": JSON, "timestamp": JSON}),
    st.fixed_dictionaries({}, optional={"person": JSON, "device": JSON, "apiEndpoint": JSON}),
)
def test_strange_parts_do_not_hide_a_request(
    kind: str, request: dict[str, object], system: dict[str, object]
) -> None:
    tree = envelope(**request, type=kind)
    tree["context"]["System"] |= system
    read = call(tree)
    assert (read.type, read.user_id) == (kind, USER)
    assert abs(read.at - Instant(NOW)) <= 150_000


def test_the_token_of_the_settings_is_never_printed() -> None:
    tree = envelope()
    system = tree["context"]["System"]
    system |= {"apiEndpoint": "https://api.amazonalexa.com", "apiAccessToken": "secret"}
    read = call(tree)
    assert read.settings_api is not None
    assert read.settings_api.token == "secret"
    assert "secret" not in repr(read)

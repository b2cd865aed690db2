"""What Alexa sends becomes a :class:`Call`. The JSON is read here, since Amazon's own reader raises
on types, reasons and moments that it does not know; the SDK is handed what is sure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import (
    Intent,
    IntentRequest,
    LaunchRequest,
    Request,
    RequestEnvelope,
    SessionEndedRequest,
)

from engine.errors import CoachError
from engine.units import SECOND, Instant

TOLERANCE = 150 * SECOND
"""Amazon's own bound for how far a request's moment may be from the present one."""
LONGEST_ID = 1024


class BadRequest(CoachError):
    """The body is no request of Alexa's to this skill; the text is the reason."""


class Kind(StrEnum):
    """What is asked of the skill; values are Amazon's type names."""

    LAUNCH = "LaunchRequest"
    INTENT = "IntentRequest"
    SESSION_ENDED = "SessionEndedRequest"
    FAULT = "System.ExceptionEncountered"
    CAN_FULFILL = "CanFulfillIntentRequest"
    OTHER = ""
    """Known to Amazon or not: nothing is done about it."""


@dataclass(frozen=True)
class Spoken:
    """What was said for a slot, and the id of the value that Alexa took it for."""

    words: str
    id: str | None = None


@dataclass(frozen=True)
class SettingsApi:
    """Where the settings of the device can be asked for."""

    endpoint: str
    token: str = field(repr=False)


@dataclass(frozen=True)
class Call:
    """One request. Slots that nothing was said for are left out."""

    kind: Kind
    type: str
    """As sent."""
    request_id: str
    user_id: str
    """Empty only where no athlete is meant."""
    at: Instant
    person_id: str | None = None
    device_id: str | None = None
    intent: str = ""
    slots: Mapping[str, Spoken] = field(default_factory=dict)
    locale: str | None = None
    settings_api: SettingsApi | None = None
    fault: str = ""
    """What Alexa says went wrong before."""

    @property
    def speaker(self) -> str:
        """Who speaks: the person where the voice is known, else whose account it is."""
        return self.person_id or self.user_id


def read_call(body: bytes, now: Instant, skill_id: str | None = None) -> Call:
    """Read a request; its own moment counts if it is close to ``now``.

    Raises:
        BadRequest: it is no request, or one of another skill than ``skill_id``.
    """
    tree = _tree(body)
    type = _text(tree, "request", "type")
    request_id = _text(tree, "request", "requestId")
    if type is None or request_id is None:
        raise BadRequest("The body has no request.type or no request.requestId.")
    application = _either(tree, "application", "applicationId")
    if skill_id is not None and application != skill_id:
        raise BadRequest("The request is for another skill: its application id is not this one's.")
    kind = Kind(type) if type in set(Kind) else Kind.OTHER
    user_id = _either(tree, "user", "userId")
    if user_id is None and kind in (Kind.LAUNCH, Kind.INTENT):
        raise BadRequest("The request has no context.System.user.userId.")
    return Call(
        kind=kind,
        type=type,
        request_id=request_id,
        user_id=user_id or "",
        at=_moment(_text(tree, "request", "timestamp"), now),
        person_id=_text(tree, "context", "System", "person", "personId"),
        device_id=_text(tree, "context", "System", "device", "deviceId"),
        intent=_text(tree, "request", "intent", "name") or "",
        slots=_slots(_at(tree, "request", "intent", "slots")),
        locale=_text(tree, "request", "locale"),
        settings_api=_settings_api(tree),
        fault=_fault(tree),
    )


class _OtherRequest(Request):
    """Of a type that the SDK need not know; its own base class is abstract."""

    def __init__(self, type: str, request_id: str) -> None:
        super().__init__(object_type=type, request_id=request_id)


def envelope_of(call: Call) -> RequestEnvelope:
    """The call as the SDK's dispatcher needs it."""
    request: Request
    match call.kind:
        case Kind.LAUNCH:
            request = LaunchRequest(call.request_id)
        case Kind.INTENT:
            request = IntentRequest(call.request_id, intent=Intent(call.intent))
        case Kind.SESSION_ENDED:
            request = SessionEndedRequest(call.request_id)
        case _:
            request = _OtherRequest(call.type, call.request_id)
    return RequestEnvelope("1.0", request=request)


def call_of(handler_input: HandlerInput) -> Call:
    """The call that is being handled; it comes along as the dispatcher's context."""
    call = handler_input.context
    assert isinstance(call, Call)
    return call


def _tree(body: bytes) -> object:
    try:
        return json.loads(body.decode())
    except (ValueError, RecursionError) as error:
        raise BadRequest("The body is not JSON in UTF-8.") from error


def _at(tree: object, *path: str) -> object:
    for key in path:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _text(tree: object, *path: str) -> str | None:
    """A text of use as an id or a name; anything else counts as missing."""
    found = _at(tree, *path)
    usable = isinstance(found, str) and found.isprintable() and 0 < len(found) <= LONGEST_ID
    return str(found) if usable else None


def _either(tree: object, *path: str) -> str | None:
    """From the context, which every request has by the book, or from the session."""
    return _text(tree, "context", "System", *path) or _text(tree, "session", *path)


def _moment(timestamp: str | None, now: Instant) -> Instant:
    """A moment far from the present one is not believed: a replay must not move time."""
    try:
        said = datetime.fromisoformat(timestamp or "")
    except ValueError:
        return now
    if said.tzinfo is None:
        return now
    moment = Instant(round(said.timestamp() * SECOND))
    return moment if abs(moment - now) <= TOLERANCE else now


def _slots(tree: object) -> dict[str, Spoken]:
    if not isinstance(tree, dict):
        return {}
    return {
        str(name): Spoken(slot["value"], _resolved(slot))
        for name, slot in tree.items()
        if isinstance(slot, dict) and isinstance(slot.get("value"), str)
    }


def _resolved(slot: object) -> str | None:
    authorities = _at(slot, "resolutions", "resolutionsPerAuthority")
    for authority in authorities if isinstance(authorities, list) else ():
        values = _at(authority, "values")
        matched = _text(authority, "status", "code") == "ER_SUCCESS_MATCH"
        if matched and isinstance(values, list) and values:
            return _text(values[0], "value", "id")
    return None


def _settings_api(tree: object) -> SettingsApi | None:
    endpoint = _text(tree, "context", "System", "apiEndpoint")
    token = _at(tree, "context", "System", "apiAccessToken")
    if endpoint is None or not isinstance(token, str) or not token.isascii():
        return None
    return SettingsApi(endpoint, token) if token.isprintable() else None


def _fault(tree: object) -> str:
    """In one line, for the log; empty where there was none."""
    parts = (
        _text(tree, "request", "error", "type"),
        _text(tree, "request", "error", "message"),
        _text(tree, "request", "cause", "requestId"),
    )
    return " ".join(part for part in parts if part)

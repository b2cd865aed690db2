"""Each kind of request to the coach and back. No rules are held here: those are the engine's."""

from __future__ import annotations

import json
import logging
import secrets
import traceback
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Response

from engine.cues import say
from engine.session.commands import Command
from engine.session.events import Heard
from engine.speech.estimate import estimated_ms
from engine.speech.wording import Wording
from skill.alexa.intents import Intents, LinkCode
from skill.alexa.limits import breaches
from skill.alexa.requests import Call, Kind, call_of, envelope_of
from skill.alexa.responses import (
    nothing,
    response_of,
    said,
    spoken,
    text_of,
    unfulfillable,
)
from skill.alexa.zones import TimeZones
from skill.players.ssml import AIRTIME
from skill.service.coach import Coach, Delivery, Request
from skill.service.linking import join
from skill.service.ports import StorageFault, Store
from skill.service.records import Channel

log = logging.getLogger(__name__)

DELIVERY = Delivery(estimated_ms, AIRTIME, newcomers=(say("teach_alexa"),), beeps=False)
LOST = say("lost_place")
REMEMBERED = 1024
"""Speakers who are known even while storage is away."""


@dataclass(frozen=True)
class Reception:
    """Whom the handlers turn to."""

    coach: Coach
    store: Store
    intents: Intents
    zones: TimeZones
    remembered: OrderedDict[str, str] = field(default_factory=OrderedDict)
    """Athletes' ids by speaker."""
    guard: Lock = field(default_factory=Lock)

    @property
    def wording(self) -> Wording:
        return self.coach.scripts.wording

    def athlete_of(self, call: Call) -> str:
        """The athlete's id. Raises StorageFault for those who are not remembered either."""
        try:
            athlete = self._athlete_of(call)
        except StorageFault:
            if call.speaker not in self.remembered:
                raise
            return self.remembered[call.speaker]
        with self.guard:
            self.remembered[call.speaker] = athlete
            while len(self.remembered) > REMEMBERED:
                self.remembered.popitem(last=False)
        return athlete

    def _athlete_of(self, call: Call) -> str:
        """The zone of the device becomes that of an athlete who has none."""
        with self.store.begin() as work:
            known = work.athlete_on(Channel.ALEXA, call.speaker)
        if known is not None and known.time_zone:
            return known.id
        zone = self.zones.zone_of(call)
        return self.coach.athlete_on(Channel.ALEXA, call.speaker, call.at, zone)

    def request(self, call: Call, command: Command | None) -> Request:
        wording = self.wording
        return Request(call.request_id, lambda reply: text_of(spoken(reply, command, wording)))


class LaunchHandler(AbstractRequestHandler):
    """Somebody opened the skill and said no more."""

    def __init__(self, reception: Reception) -> None:
        self._at = reception

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return bool(is_request_type(Kind.LAUNCH)(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        call = call_of(handler_input)
        athlete = self._at.athlete_of(call)
        request = self._at.request(call, None)
        return response_of(self._at.coach.arrive(athlete, call.at, DELIVERY, request))


class IntentHandler(AbstractRequestHandler):
    """Somebody said something."""

    def __init__(self, reception: Reception) -> None:
        self._at = reception

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return bool(is_request_type(Kind.INTENT)(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        call = call_of(handler_input)
        heard = self._at.intents.heard(call)
        athlete = self._at.athlete_of(call)
        if isinstance(heard, LinkCode):
            return self._linked(call, athlete, heard)
        request = self._at.request(call, heard)
        event = Heard(heard, call.at)
        return response_of(self._at.coach.answer(athlete, event, DELIVERY, request))

    def _linked(self, call: Call, athlete: str, heard: LinkCode) -> Response:
        """A code is good for one use, so what a repeated request gets is kept here as well."""
        with self._at.store.begin() as work:
            before = work.answer_to(athlete, call.request_id)
        if before is not None:
            return response_of(before)
        code, store = heard.code, self._at.store
        if code is None or not join(store, Channel.ALEXA, call.speaker, code, call.at):
            return said(say("link_unknown"), self._at.wording)
        response = said(say("link_done"), self._at.wording, reminder=say("help_idle"))
        joined = self._at.athlete_of(call)
        with store.begin() as work:
            work.keep_answer(joined, call.request_id, text_of(response), call.at)
            work.commit()
        return response


class OtherHandler(AbstractRequestHandler):
    """Requests that are not words of an athlete: known ones without an answer, and new ones."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        call = call_of(handler_input)
        if call.kind is Kind.CAN_FULFILL:
            return unfulfillable()
        if call.fault:
            log.warning("alexa request=%s type=%s: %s", call.request_id, call.type, call.fault)
        return nothing()


class FaultHandler(AbstractExceptionHandler):
    """Whatever went wrong, the athlete hears one sentence, and the session is kept."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        call = call_of(handler_input)
        told = str(exception) if isinstance(exception, StorageFault) else _frames(exception)
        _log_fault(call, told)
        return said(LOST, self._wording)


class AlexaSkill:
    """Answers calls. One instance serves all; safe to share between threads."""

    def __init__(self, coach: Coach, store: Store, zones: TimeZones | None = None) -> None:
        intents = Intents(coach.scripts.library)
        reception = Reception(coach, store, intents, zones or TimeZones())
        self._wording = reception.wording
        builder = SkillBuilder()
        builder.add_request_handler(LaunchHandler(reception))
        builder.add_request_handler(IntentHandler(reception))
        builder.add_request_handler(OtherHandler())
        builder.add_exception_handler(FaultHandler(self._wording))
        self._skill = builder.create()

    def answer(self, call: Call) -> str:
        """The JSON to send, which Alexa will take; never raises."""
        envelope = self._skill.invoke(envelope_of(call), call)
        answer = json.dumps(self._skill.serializer.serialize(envelope))
        broken = breaches(call.type, answer)
        if not broken:
            return answer
        _log_fault(call, "; ".join(broken))
        envelope.response = said(LOST, self._wording)
        return json.dumps(self._skill.serializer.serialize(envelope))


def _frames(exception: Exception) -> str:
    """Its type and where it was raised; its text may hold what the athlete said."""
    steps = traceback.extract_tb(exception.__traceback__)
    places = " < ".join(f"{Path(step.filename).name}:{step.lineno}" for step in reversed(steps))
    return f"{type(exception).__name__} at {places}"


def _log_fault(call: Call, what: str) -> None:
    reference = secrets.token_hex(4)
    log.error(
        "fault reference=%s request=%s intent=%s: %s",
        reference,
        call.request_id,
        call.intent or call.type,
        what,
    )

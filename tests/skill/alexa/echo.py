"""A smart speaker, as far as a skill can tell: it sends Alexa's JSON and checks every answer."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from xml.etree import ElementTree

from flask.testing import FlaskClient

from engine.speech.estimate import estimated_ms
from engine.units import Instant, Ms
from skill.alexa.limits import breaches
from tests.samples import MONDAY

USER = "amzn1.ask.account.RUNNER"
SKILL = "amzn1.ask.skill.0000"


@dataclass
class HandClock:
    """Moves when it is told to."""

    at: Instant = MONDAY

    def now(self) -> Instant:
        return self.at

    def passes(self, ms: int) -> None:
        self.at = Instant(self.at + ms)


@dataclass(frozen=True)
class Answer:
    """What comes out of the speaker."""

    text: str
    """The body as sent."""

    @property
    def response(self) -> dict[str, object]:
        response = json.loads(self.text)["response"]
        assert isinstance(response, dict)
        return response

    @property
    def ssml(self) -> str:
        return ssml_in(self.response)

    @property
    def words(self) -> str:
        return words_of(self.ssml)

    @property
    def reprompt(self) -> str:
        return words_of(ssml_in(self.response.get("reprompt")))

    @property
    def listens(self) -> bool:
        return self.response.get("shouldEndSession") is False

    @property
    def length(self) -> Ms:
        """Silences to the millisecond, words as long as they are estimated."""
        silent = sum(int(ms) for ms in re.findall(r'<break time="(\d+)ms"/>', self.ssml))
        lines = re.split(r"<[^>]+>", self.ssml)
        return Ms(silent + sum(estimated_ms(words_of(f"<s>{line}</s>")) for line in lines))


def ssml_in(part: object) -> str:
    speech = part.get("outputSpeech") if isinstance(part, dict) else None
    return speech["ssml"] if isinstance(speech, dict) else ""


def words_of(ssml: str) -> str:
    """As they are heard, the mark-up gone."""
    if not ssml:
        return ""
    return " ".join(" ".join(ElementTree.fromstring(ssml).itertext()).split())


@dataclass
class Echo:
    """A device of one account. Its answers are checked here, so no test need think of it."""

    client: FlaskClient
    clock: HandClock
    user: str = USER
    device: str = "amzn1.ask.device.KITCHEN"
    person: str | None = None
    locale: str = "en-US"
    numbers: count[int] = field(default_factory=count)
    answers: list[Answer] = field(default_factory=list)

    def launches(self) -> Answer:
        return self.sends({"type": "LaunchRequest"})

    def says(self, intent: str, **slots: str) -> Answer:
        return self.sends(intent_request(intent, **slots))

    def sends(self, request: dict[str, object]) -> Answer:
        return self.posts(self.envelope(request))

    def posts(self, envelope: dict[str, object]) -> Answer:
        sent = self.client.post("/alexa", json=envelope)
        text = sent.get_data(as_text=True)
        assert sent.status_code == 200, text
        assert sent.mimetype == "application/json"
        request = envelope["request"]
        assert isinstance(request, dict)
        assert breaches(str(request["type"]), text) == ()
        self.answers.append(Answer(text))
        return self.answers[-1]

    def hears_out(self) -> None:
        """Until the last answer has been played to its end."""
        self.clock.passes(self.answers[-1].length)

    def envelope(self, request: dict[str, object]) -> dict[str, object]:
        user = {"userId": self.user}
        application = {"applicationId": SKILL}
        moment = datetime.fromtimestamp(self.clock.at / 1000, UTC).replace(tzinfo=None)
        system: dict[str, object] = {
            "application": application,
            "user": user,
            "device": {"deviceId": self.device, "supportedInterfaces": {}},
        }
        if self.person is not None:
            system["person"] = {"personId": self.person}
        return {
            "version": "1.0",
            "session": {"new": False, "sessionId": "s", "application": application, "user": user},
            "context": {"System": system},
            "request": {
                "requestId": f"amzn1.echo-api.request.{next(self.numbers)}",
                "timestamp": f"{moment.isoformat(timespec='milliseconds')}Z",
                "locale": self.locale,
                **request,
            },
        }


def intent_request(intent: str, **slots: str) -> dict[str, object]:
    """Slots as heard; ``knee=>id`` and the like are made by :func:`resolved`."""
    filled = {name: {"name": name, "value": value} for name, value in slots.items()}
    return {"type": "IntentRequest", "intent": {"name": intent, "slots": filled}}


def resolved(name: str, words: str, id: str) -> dict[str, object]:
    """A slot whose words Alexa has found in the model."""
    return {
        "name": name,
        "value": words,
        "resolutions": {
            "resolutionsPerAuthority": [
                {
                    "authority": f"amzn1.er-authority.echo-sdk.{SKILL}.{name.upper()}",
                    "status": {"code": "ER_SUCCESS_MATCH"},
                    "values": [{"value": {"name": words, "id": id}}],
                }
            ]
        },
    }

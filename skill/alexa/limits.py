"""What Alexa takes: one check that every answer passes before it is sent, and in every test.

Limits are Amazon's, where its texts differ the tighter one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import cast
from xml.etree import ElementTree

MOST_CHARACTERS = 7_999
"""Of a speech, mark-up counted: it must stay under 8000. Also of a card."""
MOST_BYTES = 24 * 1024
LONGEST_BREAK_MS = 10_000
MOST_AUDIO = 5
MOST_TOKEN, MOST_URL = 1024, 8000

SPOKEN_TO = frozenset({"LaunchRequest", "IntentRequest"})
"""Requests whose answer may speak and listen."""
UNANSWERED = frozenset(
    {"SessionEndedRequest", "System.ExceptionEncountered", "AudioPlayer.PlaybackStopped"}
)
UNPLAYABLE = frozenset({"AudioPlayer.PlaybackStarted", "AudioPlayer.PlaybackFinished"})
"""Playback that has just begun or ended cannot be answered by playing."""
PLAYER = ("AudioPlayer.", "PlaybackController.")
TAGS = frozenset({"speak", "break", "audio", "p", "s"})

_TIME = re.compile(r"(\d+)(ms|s)")

Json = Mapping[str, object]


def breaches(request: str, answer: str) -> tuple[str, ...]:
    """The rules that an answer to this type of request breaks; none when it may be sent."""
    try:
        envelope = json.loads(answer)
    except ValueError:
        return ("the answer is not JSON",)
    response = envelope.get("response") if isinstance(envelope, dict) else None
    if not isinstance(response, dict) or envelope.get("version") != "1.0":
        return ("the answer is not an envelope of version 1.0 with a response",)
    return tuple(_breaches(request, response, len(answer.encode())))


def _breaches(request: str, response: Json, size: int) -> Iterator[str]:
    if size >= MOST_BYTES:
        yield f"the answer has {size} bytes"
    yield from _of_speech("the speech", response.get("outputSpeech"))
    reprompt = response.get("reprompt")
    if reprompt is not None:
        yield from _of_speech("the reprompt", cast("Json", reprompt).get("outputSpeech"), True)
    if len(json.dumps(response.get("card"), ensure_ascii=False)) > MOST_CHARACTERS:
        yield "the card is too long"
    yield from _of_kind(request, response)
    yield from _of_directives(request, response)


def _of_kind(request: str, response: Json) -> Iterator[str]:
    ends = response.get("shouldEndSession")
    if request in UNANSWERED and response:
        yield f"{request} cannot be answered"
    if request not in SPOKEN_TO and {"outputSpeech", "reprompt", "card"} & response.keys():
        yield f"{request} cannot be answered in words"
    if request.startswith(PLAYER) and ends is False:
        yield f"{request} cannot keep a session open"
    if request == "CanFulfillIntentRequest" and "canFulfillIntent" not in response:
        yield "it does not say whether the intent can be fulfilled"
    if request in SPOKEN_TO:
        if not isinstance(ends, bool):
            yield "it does not say whether the session ends"
        elif ends and "reprompt" in response:
            yield "the session ends, but there is a reprompt"
        elif not ends and "reprompt" not in response:
            yield "the microphone opens without a reprompt"


def _of_speech(what: str, speech: object, needed: bool = False) -> Iterator[str]:
    if speech is None:
        if needed:
            yield f"{what} has no speech"
        return
    plain = cast("Json", speech)
    text = plain.get("ssml") if plain.get("type") == "SSML" else plain.get("text")
    if not isinstance(text, str):
        yield f"{what} has no text of its type"
        return
    if len(text) > MOST_CHARACTERS:
        yield f"{what} has {len(text)} characters"
    if plain.get("type") == "SSML":
        yield from _of_ssml(what, text)


def _of_ssml(what: str, text: str) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(text)  # noqa: S314  (this text is our own)
    except ElementTree.ParseError as error:
        yield f"{what} is not well-formed: {error}"
        return
    if root.tag != "speak":
        yield f"{what} begins with <{root.tag}>"
    strange = {each.tag for each in root.iter()} - TAGS
    if strange:
        yield f"{what} has tags that are not known: {', '.join(sorted(strange))}"
    if sum(1 for _ in root.iter("audio")) > MOST_AUDIO:
        yield f"{what} plays more than {MOST_AUDIO} files"
    for silence in root.iter("break"):
        time = silence.get("time", "")
        found = _TIME.fullmatch(time)
        if not found or int(found[1]) * (1000 if found[2] == "s" else 1) > LONGEST_BREAK_MS:
            yield f"{what} has a break of {time!r}"


def _of_directives(request: str, response: Json) -> Iterator[str]:
    directives = cast("list[Json]", response.get("directives", []))
    types = [str(directive.get("type")) for directive in directives]
    if request.startswith(PLAYER) and any(not t.startswith("AudioPlayer.") for t in types):
        yield f"{request} is answered by other directives than the player's"
    plays = [each for each, type in zip(directives, types, strict=True) if type.endswith(".Play")]
    if plays and request in UNPLAYABLE:
        yield f"{request} cannot be answered by playing"
    if len(plays) > 1:
        yield "it plays two streams at once"
    if plays and request in SPOKEN_TO and response.get("shouldEndSession") is not True:
        yield "it plays a stream in an open session"
    for play in plays:
        yield from _of_stream(play)


def _of_stream(play: Json) -> Iterator[str]:
    item = cast("Json", play.get("audioItem", {}))
    stream = cast("Json", item.get("stream", {}))
    url, token = str(stream.get("url", "")), str(stream.get("token", ""))
    if not url.startswith("https://") or len(url) > MOST_URL:
        yield "the stream's address is too long or not https"
    if not token or len(token) > MOST_TOKEN:
        yield "the stream's token is missing or too long"
    if (play.get("playBehavior") == "ENQUEUE") != ("expectedPreviousToken" in stream):
        yield "the stream before is named exactly where one is put behind it"

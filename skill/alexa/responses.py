"""Replies become Amazon's responses; its response types go no further than the handlers."""

from __future__ import annotations

import json

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Response
from ask_sdk_model.canfulfill import CanFulfillIntent, CanFulfillIntentValues
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech

from engine.cues import Say, say
from engine.session.commands import Cancel, Command, Help, No, Stop, Unknown, Unwell
from engine.session.state import Finished, Idle, Paused, Preparing, Resting, Working
from engine.speech.wording import Wording
from skill.players.ssml import ssml, ssml_of
from skill.service.reply import Reply

_SERIALIZER = DefaultSerializer()

NOTHING_FOLLOWS = (Stop, Cancel, No, Unwell)
"""After these nobody is offered a session where there is none."""
LISTENED_AFTER = (Help, Unknown)
"""After these even an athlete who is done for today is listened to."""


def spoken(reply: Reply, heard: Command | None, wording: Wording) -> Response:
    """The answer to a command; None is a launch."""
    speech = ssml(reply.script) if reply.script.lines else None
    if _is_the_last_word(reply, heard):
        return Response(output_speech=_speech(speech), should_end_session=True)
    reminder = reply.question or wording.words(_reminder(reply))
    return _listening(speech, ssml_of(reminder))


def said(words: Say, wording: Wording, reminder: Say | None = None) -> Response:
    """Words of the channel's own, the microphone open after them."""
    reprompt = wording.words(reminder or words)
    return _listening(ssml_of(wording.words(words)), ssml_of(reprompt))


def nothing() -> Response:
    """The answer where nothing can or need be said."""
    return Response()


def unfulfillable() -> Response:
    """Nobody is sent to this skill without having named it."""
    return Response(can_fulfill_intent=CanFulfillIntent(CanFulfillIntentValues.NO))


def text_of(response: Response) -> str:
    """As it is kept for a repeated request."""
    return json.dumps(_SERIALIZER.serialize(response))


def response_of(text: str) -> Response:
    """What :func:`text_of` made a text of."""
    response = _SERIALIZER.deserialize(text, Response)
    assert isinstance(response, Response)
    return response


def _listening(speech: str | None, reprompt: str) -> Response:
    return Response(
        output_speech=_speech(speech),
        reprompt=Reprompt(SsmlOutputSpeech(ssml=reprompt)),
        should_end_session=False,
    )


def _speech(ssml: str | None) -> SsmlOutputSpeech | None:
    return None if ssml is None else SsmlOutputSpeech(ssml=ssml)


def _is_the_last_word(reply: Reply, heard: Command | None) -> bool:
    """Whether the session on the device ends with this answer.

    An answer that begins within a set and ends in no question has aired the rest of the workout,
    its summary too.
    """
    match reply.state.phase:
        case Finished():
            return heard is not None and not isinstance(heard, LISTENED_AFTER)
        case Idle():
            return isinstance(heard, NOTHING_FOLLOWS)
        case Preparing() | Working() | Resting():
            return bool(reply.script.lines) and not reply.question
        case _:
            return False


def _reminder(reply: Reply) -> Say:
    """What is said once more to an athlete who says nothing, where no question is open."""
    if isinstance(reply.state.phase, Idle | Paused | Finished):
        return say(f"help_{reply.state.name}")
    return say("ready_to_go_on")

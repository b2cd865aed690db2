"""The check of every answer: what Alexa would refuse is named, what it takes passes."""

from __future__ import annotations

import json

import pytest

from skill.alexa.limits import breaches

SPEECH = {"type": "SSML", "ssml": "<speak>Ready?</speak>"}
REPROMPT = {"outputSpeech": SPEECH}


def problems(response: dict[str, object], request: str = "IntentRequest") -> str:
    return "; ".join(breaches(request, json.dumps({"version": "1.0", "response": response})))


def speaking(ssml: str) -> str:
    speech = {"type": "SSML", "ssml": ssml}
    return problems({"outputSpeech": speech, "shouldEndSession": True})


def playing(behavior: str = "REPLACE_ALL", **stream: str) -> dict[str, object]:
    whole = {"url": "https://example.org/a.mp3", "token": "t", **stream}
    audio = {"type": "AudioPlayer.Play", "playBehavior": behavior, "audioItem": {"stream": whole}}
    return {"directives": [audio], "shouldEndSession": True}


def test_an_answer_that_asks_and_listens_passes() -> None:
    listening = {"outputSpeech": SPEECH, "reprompt": REPROMPT, "shouldEndSession": False}
    assert problems(listening) == ""


def test_an_answer_that_says_goodbye_passes() -> None:
    assert problems({"outputSpeech": SPEECH, "shouldEndSession": True}) == ""


def test_an_open_microphone_needs_a_reprompt() -> None:
    silent = {"outputSpeech": SPEECH, "shouldEndSession": False}
    assert problems(silent) == "the microphone opens without a reprompt"
    assert "no speech" in problems({**silent, "reprompt": {}})


def test_a_reprompt_needs_an_open_microphone() -> None:
    over = {"outputSpeech": SPEECH, "reprompt": REPROMPT, "shouldEndSession": True}
    assert problems(over) == "the session ends, but there is a reprompt"


def test_an_answer_says_whether_the_session_ends() -> None:
    assert problems({"outputSpeech": SPEECH}) == "it does not say whether the session ends"


def test_speech_ends_before_its_eight_thousandth_character() -> None:
    bare = len("<speak></speak>")
    assert speaking(f"<speak>{'a' * (7_999 - bare)}</speak>") == ""
    assert "8000 characters" in speaking(f"<speak>{'a' * (8_000 - bare)}</speak>")


def test_an_answer_stays_under_twenty_four_kilobytes() -> None:
    open_end = {"shouldEndSession": True, "x": ""}
    empty = len(json.dumps({"version": "1.0", "response": open_end}))
    assert problems({**open_end, "x": "a" * (24 * 1024 - empty - 1)}) == ""
    assert "24576 bytes" in problems({**open_end, "x": "a" * (24 * 1024 - empty)})


@pytest.mark.parametrize("time", ["10000ms", "10s", "0ms"])
def test_breaks_of_up_to_ten_seconds_pass(time: str) -> None:
    assert speaking(f'<speak><break time="{time}"/></speak>') == ""


@pytest.mark.parametrize("time", ["10001ms", "11s", "1m", "-5ms", "1.5s", ""])
def test_other_breaks_are_named(time: str) -> None:
    assert f"a break of '{time}'" in speaking(f'<speak><break time="{time}"/></speak>')


@pytest.mark.parametrize(
    "ssml", ["<speak>a & b</speak>", "<speak>a < b</speak>", "<speak>", "Ready?", ""]
)
def test_mark_up_that_does_not_parse_is_named(ssml: str) -> None:
    assert "not well-formed" in speaking(ssml)


def test_strange_tags_are_named() -> None:
    assert "begins with <p>" in speaking("<p>Ready?</p>")
    assert "not known: marquee" in speaking("<speak><marquee/></speak>")


def test_six_files_are_one_too_many() -> None:
    file = '<audio src="soundbank://a"/>'
    assert speaking(f"<speak>{file * 5}</speak>") == ""
    assert "more than 5 files" in speaking(f"<speak>{file * 6}</speak>")


@pytest.mark.parametrize(
    "request_type",
    ["SessionEndedRequest", "System.ExceptionEncountered", "AudioPlayer.PlaybackStopped"],
)
def test_what_cannot_be_answered_gets_an_empty_answer(request_type: str) -> None:
    assert problems({}, request_type) == ""
    assert "cannot be answered" in problems({"shouldEndSession": True}, request_type)


@pytest.mark.parametrize(
    "request_type", ["AudioPlayer.PlaybackNearlyFinished", "PlaybackController.PauseCommandIssued"]
)
def test_players_and_buttons_are_answered_by_the_players_directives_alone(
    request_type: str,
) -> None:
    assert problems({}, request_type) == ""
    assert problems(playing(), request_type) == ""
    assert "in words" in problems({"outputSpeech": SPEECH}, request_type)
    assert "keep a session open" in problems({"shouldEndSession": False}, request_type)
    other = {"directives": [{"type": "Dialog.Delegate"}]}
    assert "other directives" in problems(other, request_type)


def test_playback_that_has_begun_or_ended_cannot_be_answered_by_playing() -> None:
    for request_type in ("AudioPlayer.PlaybackStarted", "AudioPlayer.PlaybackFinished"):
        assert "by playing" in problems(playing(), request_type)


def test_one_stream_is_played_and_the_session_ends() -> None:
    one = playing()
    assert problems(one) == ""
    assert "two streams" in problems({**one, "directives": one["directives"] * 2})  # type: ignore[operator]
    listening = {**one, "shouldEndSession": False, "reprompt": REPROMPT}
    assert "open session" in problems(listening)


def test_a_stream_behind_another_names_it_and_no_other_does() -> None:
    assert problems(playing("ENQUEUE", expectedPreviousToken="s")) == ""
    assert "behind it" in problems(playing("ENQUEUE"))
    assert "behind it" in problems(playing("REPLACE_ALL", expectedPreviousToken="s"))


def test_a_stream_has_an_https_address_and_a_short_token() -> None:
    assert "https" in problems(playing(url="http://example.org/a.mp3"))
    assert "too long" in problems(playing(url="https://" + "a" * 8_000))
    assert "token" in problems(playing(token=""))
    assert "token" in problems(playing(token="t" * 1_025))


def test_a_card_has_a_length_too() -> None:
    card = {"type": "Simple", "content": "a" * 8_000}
    assert problems({"card": card, "shouldEndSession": True}) == "the card is too long"


def test_who_asks_whether_an_intent_can_be_fulfilled_is_told() -> None:
    request_type = "CanFulfillIntentRequest"
    assert problems({"canFulfillIntent": {"canFulfill": "NO"}}, request_type) == ""
    assert "fulfilled" in problems({}, request_type)


@pytest.mark.parametrize("answer", ["", "[]", "{}", '{"version": "1.0"}', '{"response": {}}'])
def test_what_is_no_envelope_is_named(answer: str) -> None:
    assert len(breaches("IntentRequest", answer)) == 1

"""The memory in front of a voice: one clip a phrase, within its bounds, from any thread."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.errors import CoachError
from skill.audio.pcm import Pcm
from skill.audio.voice import Rendered, Voice, VoiceUnavailable

LIMIT_S = 10.0


class Wavering:
    """A Voice that never says a phrase twice the same way, as real ones may."""

    name = "wavering"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def say(self, text: str) -> Pcm:
        self.asked.append(text)
        return Pcm(1000, bytes(2 * (100 + len(self.asked))))


class Hoarse:
    """A Voice that fails the first time."""

    name = "hoarse"

    def __init__(self) -> None:
        self.tries = 0

    def say(self, text: str) -> Pcm:
        self.tries += 1
        if self.tries == 1:
            raise VoiceUnavailable("The voice is lost.")
        return Pcm(1000, bytes(2))


class Held:
    """A Voice that waits in the middle of one phrase."""

    name = "held"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()

    def say(self, text: str) -> Pcm:
        self.asked.append(text)
        if text == "long":
            self.begun.set()
            assert self.go_on.wait(LIMIT_S)
        return Pcm(1000, bytes(2))


def test_a_length_is_the_length_of_the_clip_that_is_played() -> None:
    voice: Voice = Rendered(Wavering())
    assert isinstance(voice, Rendered)
    measured = voice.length_ms("rest")
    assert voice.say("rest").length_ms == measured


def test_a_phrase_is_rendered_once() -> None:
    voice = Wavering()
    rendered = Rendered(voice)
    assert rendered.say("go") is rendered.say("go")
    rendered.length_ms("go")
    assert voice.asked == ["go"]


def test_it_goes_by_the_name_of_the_voice_behind() -> None:
    assert Rendered(Wavering()).name == "wavering"


def test_the_phrase_used_longest_ago_is_dropped_first() -> None:
    voice = Wavering()
    rendered = Rendered(voice, kept_bytes=2 * 250)
    for phrase in ("one", "two", "one", "three", "one"):
        rendered.say(phrase)
    assert voice.asked == ["one", "two", "three"]
    rendered.say("two")
    assert voice.asked == ["one", "two", "three", "two"]


def test_asking_for_a_length_counts_as_use() -> None:
    voice = Wavering()
    rendered = Rendered(voice, kept_bytes=2 * 250)
    rendered.say("one")
    rendered.say("two")
    rendered.length_ms("one")
    rendered.say("three")
    rendered.say("one")
    assert voice.asked == ["one", "two", "three"]


def test_the_newest_phrase_is_kept_though_it_alone_exceeds_the_bound() -> None:
    rendered = Rendered(Wavering(), kept_bytes=1)
    assert rendered.say("long") is rendered.say("long")


def test_a_failure_is_not_remembered() -> None:
    rendered = Rendered(Hoarse())
    with pytest.raises(VoiceUnavailable, match="lost"):
        rendered.say("go")
    assert rendered.length_ms("go") == 1


def test_a_missing_voice_is_an_error_of_the_coach() -> None:
    with pytest.raises(CoachError):
        Rendered(Hoarse()).say("go")


def test_a_known_phrase_does_not_wait_for_another_one_being_rendered() -> None:
    voice = Held()
    rendered = Rendered(voice)
    known = rendered.say("stop")
    with ThreadPoolExecutor() as pool:
        long = pool.submit(rendered.say, "long")
        assert voice.begun.wait(LIMIT_S)
        try:
            assert pool.submit(rendered.say, "stop").result(LIMIT_S) is known
        finally:
            voice.go_on.set()
        assert long.result(LIMIT_S).length_ms == 1


def test_two_threads_that_ask_for_one_phrase_get_one_clip() -> None:
    voice = Held()
    rendered = Rendered(voice)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(rendered.say, "long")
        assert voice.begun.wait(LIMIT_S)
        second = pool.submit(rendered.say, "long")
        voice.go_on.set()
        assert first.result(LIMIT_S) is second.result(LIMIT_S)
    assert voice.asked == ["long"]

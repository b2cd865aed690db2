"""Scripts as sound: exact moments, the voice's own lengths, and silence where it fails."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator

import pytest

from engine.score.model import TONE_MS, Tone, ToneKind
from engine.session.commands import Ready, Start
from engine.session.events import Heard
from engine.session.rehearse import following
from engine.speech.estimate import estimated_ms
from engine.units import Instant, Ms
from skill.audio.loudspeaker import Loudspeaker
from skill.audio.pcm import Pcm, silence
from skill.audio.voice import Rendered, VoiceUnavailable
from skill.laptop.say import Mute, Spoken
from skill.service.coach import Coach, Delivery
from skill.service.records import Channel
from skill.service.reply import Line, Reply, Script
from tests.fakes import MemoryStore
from tests.samples import MONDAY
from tests.skill.laptop.rehearsal import rehearsed
from tests.skill.service.conftest import coach_over

RATE = 8_000
LONG = 10.0


class Hum:
    """A voice that takes twenty milliseconds a letter, each phrase at its own loudness."""

    name = "hum"

    def __init__(self, mute_after: int = 10_000) -> None:
        self.said: list[str] = []
        self.mute_after = mute_after
        self.spoken = threading.Event()
        self.waiting_for = ""

    def say(self, text: str) -> Pcm:
        self.said.append(text)
        if text == self.waiting_for:
            self.spoken.set()
        if len(self.said) > self.mute_after:
            raise VoiceUnavailable("It is hoarse.")
        level = 100 + len(self.said)
        return Pcm(RATE, array("h", [level] * (len(text) * RATE // 50)).tobytes())


@pytest.fixture
def loudspeaker() -> Iterator[Loudspeaker]:
    device = Loudspeaker(RATE, mute=True)
    yield device
    device.close()


@pytest.fixture
def coach() -> Coach:
    return coach_over(MemoryStore())


def spoken(hum: Hum, loudspeaker: Loudspeaker, coach: Coach) -> Spoken:
    return Spoken(Rendered(hum), loudspeaker, coach.scripts)


def level_at(pcm: Pcm, ms: int) -> int:
    return array("h", pcm.samples)[ms * RATE // 1000]


def test_lengths_are_the_voices_own(loudspeaker: Loudspeaker, coach: Coach) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    assert sound.lengths("ten letter") == 200
    assert Mute().lengths("ten letters") == estimated_ms("ten letters")


def test_every_line_sounds_at_its_own_moment(loudspeaker: Loudspeaker, coach: Coach) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    first, second = Line(Ms(100), Ms(60), "one"), Line(Ms(1_000), Ms(60), "two")
    pcm = sound.track(Script((first, second), (), Ms(5_000)))
    assert [level_at(pcm, ms) for ms in (99, 100, 159, 160)] == [0, 101, 101, 0]
    assert [level_at(pcm, ms) for ms in (999, 1_000, 1_059)] == [0, 102, 102]


def test_a_track_ends_with_its_last_sound(loudspeaker: Loudspeaker, coach: Coach) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    pcm = sound.track(Script((Line(Ms(100), Ms(60), "one"),), (), Ms(60_000)))
    assert pcm.length_ms == 160


@pytest.mark.parametrize("kind", list(ToneKind))
def test_every_tone_sounds(loudspeaker: Loudspeaker, coach: Coach, kind: ToneKind) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    beep = Line(Ms(50), TONE_MS[kind], "", Tone(kind))
    pcm = sound.track(Script((beep,), (), Ms(1_000)))
    assert pcm.length_ms == 50 + TONE_MS[kind]
    assert any(array("h", pcm.samples)[50 * RATE // 1000 :])


def test_playing_starts_at_once_and_stops_at_once(loudspeaker: Loudspeaker, coach: Coach) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    sound.play(Script((Line(Ms(0), Ms(600_000), "x" * 30_000),), (), Ms(600_000)))
    assert loudspeaker.playing
    sound.stop()
    assert not loudspeaker.playing


def test_the_last_word_is_not_cut_off_by_the_next_passage(
    loudspeaker: Loudspeaker, coach: Coach
) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    sound.play(Script((Line(Ms(0), Ms(100), "x" * 5),), (), Ms(100)))
    before = loudspeaker.position_ms
    sound.play(Script((Line(Ms(0), Ms(600_000), "y" * 30_000),), (), Ms(600_000)))
    assert before < 100
    assert loudspeaker.playing


def test_a_script_without_a_sound_leaves_on_what_is_playing(
    loudspeaker: Loudspeaker, coach: Coach
) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    loudspeaker.play(silence(RATE, 60_000))
    sound.play(Script((), (), Ms(1_000)))
    assert loudspeaker.playing


def reply_to_ready(coach: Coach, sound: Spoken) -> tuple[str, Reply]:
    athlete = coach.athlete_on(Channel.LAPTOP, "sam", MONDAY)
    delivery = Delivery(sound.lengths)
    coach.hear(athlete, Heard(Start(), MONDAY), delivery)
    return athlete, coach.hear(athlete, Heard(Ready(), MONDAY), delivery)


def test_what_comes_next_is_rendered_before_it_is_needed(
    loudspeaker: Loudspeaker, coach: Coach
) -> None:
    hum = Hum()
    sound = spoken(hum, loudspeaker, coach)
    athlete, reply = reply_to_ready(coach, sound)
    hum.waiting_for = "Switch sides. Now your right side."
    sound.ahead(reply)
    assert hum.spoken.wait(LONG)
    sound.close()
    known = len(hum.said)
    at = Instant(reply.began + reply.script.total)
    coach.hear(athlete, following(reply.state, at), Delivery(sound.lengths))
    assert len(hum.said) == known


class Measured(Mute):
    """Takes a voice's lengths and faults, and nobody's time."""

    def __init__(self, sound: Spoken) -> None:
        self.sound = sound

    @property
    def fault(self) -> str:  # type: ignore[override]
        return self.sound.fault

    def lengths(self, text: str) -> Ms:
        return self.sound.lengths(text)


def test_a_voice_that_fails_leaves_a_silent_session_and_is_told_once(
    loudspeaker: Loudspeaker, coach: Coach
) -> None:
    hum = Hum(mute_after=20)
    sound = spoken(hum, loudspeaker, coach)
    played = rehearsed(piped=(), sound=Measured(sound), coach=coach)
    assert played.stage.warnings == ["The voice is gone: It is hoarse."]
    assert "That was the session" in " ".join(text for _, text in played.stage.seen)
    assert len(hum.said) == hum.mute_after + 1
    assert sound.lengths("never said") == estimated_ms("never said")


def test_without_its_voice_a_sound_is_silent(loudspeaker: Loudspeaker, coach: Coach) -> None:
    sound = spoken(Hum(mute_after=0), loudspeaker, coach)
    sound.play(Script((Line(Ms(0), Ms(900), "one"),), (), Ms(900)))
    assert not loudspeaker.playing


def test_a_whole_session_can_be_voiced(loudspeaker: Loudspeaker, coach: Coach) -> None:
    sound = spoken(Hum(), loudspeaker, coach)
    played = rehearsed(piped=(), sound=Measured(sound), coach=coach)
    for playing in played.stage.scripts:
        last = max((line.end for line in playing.script.lines), default=0)
        assert sound.track(playing.script).length_ms == last

"""What a voice is, and a memory in front of one: one phrase, one clip, one length."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

from engine.errors import CoachError
from skill.audio.pcm import Pcm

KEPT_BYTES = 32 * 1024 * 1024
"""About twelve minutes of speech at 22,050 samples a second: more than a session ever says."""


class VoiceUnavailable(CoachError):
    """No voice, or not for this phrase; the text is one sentence for whoever runs the program."""


@dataclass(frozen=True)
class NoVoice:
    """Why a voice could not be opened, as one sentence."""

    reason: str


class Voice(Protocol):
    """Turns text into sound. Safe to use from several threads."""

    @property
    def name(self) -> str:
        """Tells this voice from others, to a person and as part of a key."""

    def say(self, text: str) -> Pcm:
        """The spoken text as a clip. Raises VoiceUnavailable."""


class Rendered:
    """A voice that renders a phrase once and then returns the very same clip.

    A synthesiser may vary by some samples from one rendering to the next, so a length measured
    on one and a sound taken from another would not agree. The phrases used longest ago are
    dropped once all clips exceed `kept_bytes`; the newest stays even if it alone does.
    """

    def __init__(self, voice: Voice, kept_bytes: int = KEPT_BYTES) -> None:
        self._voice = voice
        self._kept_bytes = kept_bytes
        self._clips: OrderedDict[str, Pcm] = OrderedDict()
        self._bytes = 0
        self._memory = threading.Lock()
        self._rendering = threading.Lock()

    @property
    def name(self) -> str:
        """The name of the voice behind."""
        return self._voice.name

    def say(self, text: str) -> Pcm:
        """The phrase's clip; a known one never waits for another phrase's rendering.

        Raises VoiceUnavailable, and then tries again when next asked.
        """
        known = self._recalled(text)
        if known is not None:
            return known
        with self._rendering:
            clip = self._recalled(text)
            if clip is None:
                clip = self._voice.say(text)
                self._keep(text, clip)
            return clip

    def length_ms(self, text: str) -> int:
        """How long the clip that `say` returns for this phrase lasts. Raises VoiceUnavailable."""
        return self.say(text).length_ms

    def _recalled(self, text: str) -> Pcm | None:
        with self._memory:
            clip = self._clips.get(text)
            if clip is not None:
                self._clips.move_to_end(text)
            return clip

    def _keep(self, text: str, clip: Pcm) -> None:
        with self._memory:
            self._clips[text] = clip
            self._bytes += len(clip.samples)
            while self._bytes > self._kept_bytes and len(self._clips) > 1:
                _, dropped = self._clips.popitem(last=False)
                self._bytes -= len(dropped.samples)

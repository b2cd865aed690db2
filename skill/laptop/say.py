"""Scripts as sound: rendered ahead, mixed into one clip, played to the ear at once."""

from __future__ import annotations

import threading
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, Protocol

from engine.cues import Cue
from engine.score.model import TONE_MS, ToneKind
from engine.session.rehearse import rehearse
from engine.speech.estimate import estimated_ms
from engine.units import Ms
from skill.audio.pcm import Pcm, mixed, tone
from skill.audio.voice import NoVoice, Rendered, VoiceUnavailable
from skill.service.reply import Line, Reply, Script
from skill.service.scripts import Scripts

if TYPE_CHECKING:
    from skill.audio.loudspeaker import Loudspeaker

PITCH = {ToneKind.TICK: 1000, ToneKind.LOW: 440, ToneKind.HIGH: 880, ToneKind.END: 660}
"""Hertz: low, low, low, high is the count-in that every race and pedestrian light has."""
PASSAGES_AHEAD = 4
"""A lead-in, its set, the rest and the next lead-in: over a minute of speech."""
TAIL_S = 0.3
"""How long the end of a passage may still sound before the next one takes its place."""


class Sound(Protocol):
    """Voices scripts, or keeps their time in silence."""

    @property
    def fault(self) -> str:
        """Why nothing is voiced any more; empty while all is well."""

    def lengths(self, text: str) -> Ms:
        """How long this text takes."""

    def play(self, script: Script) -> None:
        """From its beginning, after the last word of what was played; return at once."""

    def stop(self) -> None:
        """Fall silent at once."""

    def ahead(self, reply: Reply) -> None:
        """Get ready for what is likely to follow."""

    def close(self) -> None:
        """Let the last word sound, and let go of everything."""


class Mute:
    """No sound: lengths are estimated."""

    fault = ""

    def lengths(self, text: str) -> Ms:
        """As on any channel without a voice of its own."""
        return estimated_ms(text)

    def play(self, script: Script) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing was heard."""

    def ahead(self, reply: Reply) -> None:
        """There is nothing to get ready."""

    def close(self) -> None:
        """There is nothing to let go of."""


class Spoken:
    """A voice at a loudspeaker. Where the voice fails, all is silent and estimated from then on."""

    def __init__(self, voice: Rendered, loudspeaker: Loudspeaker, scripts: Scripts) -> None:
        self._voice = voice
        self._loudspeaker = loudspeaker
        self._scripts = scripts
        self._tones = {
            kind: tone(loudspeaker.rate, PITCH[kind], length) for kind, length in TONE_MS.items()
        }
        self._wanted: SimpleQueue[Reply | None] = SimpleQueue()
        self.fault = ""
        self._renderer = threading.Thread(target=self._render, daemon=True)
        self._renderer.start()

    def lengths(self, text: str) -> Ms:
        """The clip's own length."""
        clip = self._clip(text)
        return estimated_ms(text) if clip is None else Ms(clip.length_ms)

    def play(self, script: Script) -> None:
        if not script.lines:
            return
        track = self.track(script)
        self._loudspeaker.wait_until_quiet(TAIL_S)
        self._loudspeaker.play(track)

    def track(self, script: Script) -> Pcm:
        """All of a script as one clip, up to the end of its last sound."""
        sounds = [(line.at, self._sound(line)) for line in script.lines]
        placed = [(at, clip) for at, clip in sounds if clip is not None]
        end = max((at + clip.length_ms for at, clip in placed), default=0)
        return mixed(self._loudspeaker.rate, end, placed)

    def stop(self) -> None:
        self._loudspeaker.stop()

    def ahead(self, reply: Reply) -> None:
        """Render what follows if nobody says a word."""
        self._wanted.put(reply)

    def close(self) -> None:
        self._wanted.put(None)
        self._loudspeaker.wait_until_quiet(TAIL_S)
        self._loudspeaker.close()

    def _sound(self, line: Line) -> Pcm | None:
        return self._tones[line.tone.kind] if line.tone else self._clip(line.text)

    def _clip(self, text: str) -> Pcm | None:
        if self.fault:
            return None
        try:
            return self._voice.say(text)
        except VoiceUnavailable as problem:
            self.fault = f"The voice is gone: {problem}"
            return None

    # The renderer's thread

    def _render(self) -> None:
        while (reply := self._wanted.get()) is not None:
            while not self._wanted.empty():  # only the newest is likely
                reply = self._wanted.get()
                if reply is None:
                    return
            self._render_ahead(reply)

    def _render_ahead(self, reply: Reply) -> None:
        verbosity = reply.state.course.verbosity

        def length_of(cues: tuple[Cue, ...]) -> Ms:
            return self._scripts.script(cues, verbosity, self.lengths).total

        library = self._scripts.library
        at = reply.began
        passages = rehearse(reply.state, (), at, reply.workout, library, length_of)
        for _ in islice(passages, PASSAGES_AHEAD):
            if not self._wanted.empty():
                return


Opened = tuple[Rendered, "Loudspeaker"] | str
"""A voice at a loudspeaker, or in one sentence why there is no sound."""


def open_sound(name: str | None) -> Opened:
    """The voice of that name and the default loudspeaker.

    While it opens, nothing may be printed: see ``Loudspeaker``.
    """
    try:
        from skill.audio.espeak import RATE, open_voice
        from skill.audio.loudspeaker import NO_DEVICE, Loudspeaker
    except ImportError as problem:
        return f"No sound: {problem}."
    loudspeaker = Loudspeaker(RATE)
    if loudspeaker.device == NO_DEVICE:
        loudspeaker.close()
        return "No sound: there is no sound device here."
    voice = open_voice(name)
    if isinstance(voice, NoVoice):
        loudspeaker.close()
        return voice.reason
    return Rendered(voice), loudspeaker

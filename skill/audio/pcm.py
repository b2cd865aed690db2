"""Clips of sound as plain samples: making, trimming and placing them, exact to one sample."""

from __future__ import annotations

import math
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

BYTES_PER_SAMPLE = 2
LOWEST, HIGHEST = -32768, 32767

NEAR_SILENCE = 64
"""-54 dBFS: above the pauses of a synthetic voice (digital zero), below its soft consonants."""

TONE_PEAK = 5000
"""RMS -19 dBFS, two above the default voice's -21: a count-in is heard and does not startle."""

FADE_MS = 5
"""A tone cut at full swing clicks; five milliseconds are inaudible as a fade and end the click."""


@dataclass(frozen=True)
class Pcm:
    """A mono clip of signed 16-bit little-endian samples; `rate` is in samples a second.

    Raises ValueError for a rate below one and for half a sample.
    """

    rate: int
    samples: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.rate < 1:
            raise ValueError(f"a rate of {self.rate} samples a second is none")
        if len(self.samples) % BYTES_PER_SAMPLE:
            raise ValueError(f"{len(self.samples)} bytes are no whole number of 16-bit samples")

    @property
    def frames(self) -> int:
        """How many samples the clip has."""
        return len(self.samples) // BYTES_PER_SAMPLE

    @property
    def length_ms(self) -> int:
        """Rounded up: a clip placed at x has ended at x + length_ms."""
        return -(-self.frames * 1000 // self.rate)


def frames_in(rate: int, ms: int) -> int:
    """The whole samples that fit into `ms` milliseconds."""
    return ms * rate // 1000


def silence(rate: int, ms: int) -> Pcm:
    """`ms` milliseconds of digital zero."""
    return Pcm(rate, bytes(frames_in(rate, ms) * BYTES_PER_SAMPLE))


def tone(rate: int, hz: int, ms: int) -> Pcm:
    """A sine beep that fades in and out, so that neither end clicks."""
    count = frames_in(rate, ms)
    fade = max(1, min(frames_in(rate, FADE_MS), count // 2))
    step = 2 * math.pi * hz / rate

    def sample(at: int) -> int:
        loudness = min(1.0, at / fade, (count - 1 - at) / fade)
        return round(TONE_PEAK * loudness * math.sin(step * at))

    return _clip(rate, array("h", (sample(at) for at in range(count))))


def trimmed(pcm: Pcm, pad_ms: int) -> Pcm:
    """The same sound with exactly `pad_ms` of quiet at each end, whatever quiet it came with.

    Quiet that is there is kept, for a soft consonant may begin in it, and zeros make up what
    lacks. A clip without any sound becomes the two pads alone.
    """
    samples = _samples(pcm)
    pad = frames_in(pcm.rate, pad_ms)
    loud = (at for at, level in enumerate(samples) if abs(level) > NEAR_SILENCE)
    first = next(loud, None)
    if first is None:
        return Pcm(pcm.rate, bytes(2 * pad * BYTES_PER_SAMPLE))
    last = len(samples) - 1
    while abs(samples[last]) <= NEAR_SILENCE:
        last -= 1
    kept = samples[max(0, first - pad) : last + 1 + pad]
    before = max(0, pad - first)
    after = max(0, pad - (len(samples) - 1 - last))
    return _clip(pcm.rate, _zeros(before) + kept + _zeros(after))


def mixed(rate: int, total_ms: int, placed: Sequence[tuple[int, Pcm]]) -> Pcm:
    """One track of `total_ms` with each clip at its offset in milliseconds, silence elsewhere.

    Where clips overlap each sample is their sum, limited to full swing; the order in which they
    are given does not matter. Raises ValueError for a clip of another rate, before the start or
    past the end of the track.
    """
    track = _zeros(frames_in(rate, total_ms))
    beyond: dict[int, int] = {}  # sums past full swing, which a third clip may bring back
    written = 0
    for at_ms, clip in sorted(placed, key=lambda place: place[0]):
        start = frames_in(rate, at_ms)
        _check_place(rate, len(track), at_ms, start, clip)
        samples = _samples(clip)
        end = start + len(samples)
        fresh = max(start, min(written, end))
        for at in range(start, fresh):
            total = beyond.pop(at, track[at]) + samples[at - start]
            track[at] = max(LOWEST, min(HIGHEST, total))
            if track[at] != total:
                beyond[at] = total
        track[fresh:end] = samples[fresh - start :]
        written = max(written, end)
    return _clip(rate, track)


def _check_place(rate: int, room: int, at_ms: int, start: int, clip: Pcm) -> None:
    if clip.rate != rate:
        raise ValueError(f"a clip at {clip.rate} Hz does not fit a track at {rate} Hz")
    if start < 0 or start + clip.frames > room:
        track_ms = room * 1000 // rate
        raise ValueError(
            f"a clip of {clip.length_ms} ms at {at_ms} ms leaves a track of {track_ms} ms"
        )


def _zeros(count: int) -> array[int]:
    return array("h", bytes(count * BYTES_PER_SAMPLE))


def _samples(pcm: Pcm) -> array[int]:
    samples = array("h", pcm.samples)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _clip(rate: int, samples: array[int]) -> Pcm:
    """Takes `samples` over: on a big-endian machine they are swapped in place."""
    if sys.byteorder == "big":
        samples.byteswap()
    return Pcm(rate, samples.tobytes())

"""The loudspeaker: plays one clip at a time through miniaudio, from any offset."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import weakref
from collections.abc import Generator, Iterator

import miniaudio

from skill.audio.pcm import BYTES_PER_SAMPLE, Pcm, frames_in

PERIOD_MS, PERIODS = 10, 4
"""What is queued ahead of the ear, 40 ms, is what still sounds after `stop`; miniaudio cannot take
it back. Four short periods ride out a late callback better than two long ones of the same sum."""

NO_DEVICE = "no sound device"

_Blocks = Generator[bytes, int, None]

_hush = threading.Lock()


class Loudspeaker:
    """Plays clips of one rate on the system's default device, or silently in real time on none.

    Thread-safe. The device runs, on silence, until `close`: that keeps a Bluetooth headset awake
    and a count on time. `device` names the sound system, such as "ALSA", or is `NO_DEVICE`.
    `mute` takes no device even where there is one. While the device opens, some milliseconds,
    the process's standard streams lead nowhere.
    """

    def __init__(self, rate: int, *, mute: bool = False) -> None:
        self.rate = rate
        self._tape = Tape()
        feed = blocks(self._tape)
        next(feed)
        with hushed():
            device = _opened(rate, mute)
            device.start(feed)
        self.device = NO_DEVICE if device.backend == "Null" else str(device.backend)
        # The audio thread must be gone before the interpreter is.
        self._close = weakref.finalize(self, device.close)

    @property
    def playing(self) -> bool:
        """Whether a part of a clip is still to be handed to the device."""
        return not self._tape.ended.is_set()

    @property
    def position_ms(self) -> int:
        """How far into the newest clip the device has been fed, by the device's own clock.

        Rounded up as lengths are, so at the end it is the clip's length. At most 40 ms ahead of
        the ear. Where it was stopped, it stays.
        """
        return -(-self._tape.frame * 1000 // self.rate)

    def play(self, pcm: Pcm, from_ms: int = 0) -> None:
        """Play from that offset now, in place of what was playing; return at once.

        An offset past the end plays nothing. Raises ValueError for another rate than the
        loudspeaker's and for a negative offset.
        """
        if pcm.rate != self.rate:
            raise ValueError(f"a clip at {pcm.rate} Hz, a loudspeaker at {self.rate} Hz")
        if from_ms < 0:
            raise ValueError(f"{from_ms} ms is before the clip's start")
        if self._close.alive:
            self._tape.load(pcm.samples, frames_in(self.rate, from_ms))

    def stop(self) -> None:
        """Feed silence from now on: the ear has it after the 40 ms that are queued."""
        self._tape.halt()

    def wait_until_quiet(self, limit_s: float) -> bool:
        """Wait for the clip's end or a stop; False where neither came within the limit."""
        return self._tape.ended.wait(limit_s)

    def close(self) -> None:
        """Stop and let go of the device; playing afterwards does nothing. Twice is fine."""
        self._close()
        self._tape.halt()


class Tape:
    """The clip that the audio thread reads, and how far it has read."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._samples = b""
        self.frame = 0
        self.ended = threading.Event()
        self.ended.set()

    def load(self, samples: bytes, frame: int) -> None:
        with self._lock:
            self._samples = samples
            self.frame = min(frame, len(samples) // BYTES_PER_SAMPLE)
            if self.frame * BYTES_PER_SAMPLE < len(samples):
                self.ended.clear()
            else:
                self.ended.set()

    def halt(self) -> None:
        with self._lock:
            self._samples = b""
            self.ended.set()

    def take(self, frames: int) -> bytes:
        """The next samples; fewer at the end of the clip, none after it or a halt."""
        with self._lock:
            start = self.frame * BYTES_PER_SAMPLE
            block = self._samples[start : start + frames * BYTES_PER_SAMPLE]
            self.frame += len(block) // BYTES_PER_SAMPLE
            if self.frame * BYTES_PER_SAMPLE >= len(self._samples):
                self.ended.set()
            return block


def blocks(tape: Tape) -> _Blocks:
    """What miniaudio asks for blocks; it sets to zero what a short block leaves open."""
    block = b""
    while True:
        block = tape.take((yield block))


def _opened(rate: int, mute: bool) -> miniaudio.PlaybackDevice:
    nothing = [miniaudio.Backend.NULL]
    if not mute:
        with contextlib.suppress(miniaudio.MiniaudioError):
            return _device(rate, None)
    return _device(rate, nothing)


def _device(rate: int, backends: list[miniaudio.Backend] | None) -> miniaudio.PlaybackDevice:
    return miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=rate,
        buffersize_msec=PERIOD_MS,
        callback_periods=PERIODS,
        backends=backends,
    )


@contextlib.contextmanager
def hushed() -> Iterator[None]:
    """Nothing that is written to descriptors 1 and 2, from C too, goes anywhere.

    ALSA tells on stderr, at length, that there is no card.
    """
    with _hush, contextlib.ExitStack() as undo:
        null = os.open(os.devnull, os.O_WRONLY)
        undo.callback(os.close, null)
        for stream, descriptor in ((sys.stdout, 1), (sys.stderr, 2)):
            if stream is not None:
                stream.flush()
            with contextlib.suppress(OSError):  # closed, as in a service without a terminal
                kept = os.dup(descriptor)
                undo.callback(os.close, kept)
                undo.callback(os.dup2, kept, descriptor)
                os.dup2(null, descriptor)
        yield

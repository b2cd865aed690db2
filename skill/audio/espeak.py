"""The offline voice: espeak-ng through pyttsx3, in a process of its own.

Both are kept out of the coach's process: pyttsx3 prints on stdout, the C library may print on
stderr or crash, and pyttsx3's event loop can wait for ever. Run as a program, this module is that
other process. It answers each phrase with a WAV and ends where it cannot; one frame before all
others tells that it is ready, or in one sentence why it never will be.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import io
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import wave
import weakref
from pathlib import Path
from typing import IO, TYPE_CHECKING

from skill.audio.pcm import Pcm, silence, trimmed
from skill.audio.voice import NoVoice, VoiceUnavailable

if TYPE_CHECKING:
    from pyttsx3.engine import Engine

DEFAULT_VOICE = "gmw/en-us"
"""Of ten English voices and variants, the one a recogniser understood best in noise: 97 % of 58
coach phrases at 10 dB and 86 % at 5 dB signal to noise (British 93 and 79, female f3 86 and 69)."""

WORDS_A_MINUTE = 160
"""145 to 175 were understood alike; at 160 no count from one to twenty lasts 0.7 s, which leaves
air between counts at one a second, and instructions keep an unhurried pace."""

RATE = 22_050
"""Samples a second: espeak-ng's own."""

PAD_MS = 20
"""espeak-ng ends each phrase with 350 ms of silence, which would delay every cue after it."""

LONGEST_TEXT = 1_000
"""Characters, over a minute of speech. pyttsx3's time grows with the square of a text's length."""

START_LIMIT_S = 20.0
PHRASE_LIMIT_S = 5.0
GOODBYE_S = 1.0

EXTRA = ("pyttsx3", "espeakng_loader")
ROOT = Path(__file__).parents[2]

FRAME = struct.Struct("<cI")
TEXT, SOUND, FAULT = b"T", b"S", b"F"
LOST = "espeak-ng ended or hung."


class _LostError(VoiceUnavailable):
    """The process at the other end died, or was killed because it did not answer in time."""


class EspeakVoice:
    """A Voice that renders in a worker process and starts a new one where the old one is lost.

    Thread-safe: phrases are rendered one after another. Raises VoiceUnavailable where no worker
    comes up. `limit_s` is the longest wait for one phrase before its worker counts as hung.
    """

    def __init__(self, voice: str = DEFAULT_VOICE, limit_s: float = PHRASE_LIMIT_S) -> None:
        self._espeak_name = voice
        self._limit_s = limit_s
        self._turn = threading.Lock()
        self._closed = False
        self._worker = self._started()

    @property
    def name(self) -> str:
        """The synthesiser, its voice and its pace."""
        return f"espeak-ng {self._espeak_name} {WORDS_A_MINUTE}"

    @property
    def worker_pid(self) -> int:
        """The process that renders at present, for whoever watches its memory."""
        return self._worker.pid

    def say(self, text: str) -> Pcm:
        """The phrase with `PAD_MS` of quiet at each end; two renderings of one text may differ.

        A text that holds nothing to speak is those two pads. Raises VoiceUnavailable for more
        than `LONGEST_TEXT` characters, after `close`, and where a new worker is lost too.
        """
        phrase = " ".join(text.replace("\0", " ").split())
        if not phrase:
            return silence(RATE, 2 * PAD_MS)
        if len(phrase) > LONGEST_TEXT:
            raise VoiceUnavailable(f"A phrase of over {LONGEST_TEXT} characters is too long.")
        with self._turn:
            if self._closed:
                raise VoiceUnavailable("The voice is closed.")
            return trimmed(self._rendered(phrase), PAD_MS)

    def close(self) -> None:
        """End the worker. Nothing can be said afterwards; closing twice is fine."""
        with self._turn:
            self._closed = True
            self._worker.end()

    def _rendered(self, phrase: str) -> Pcm:
        for _ in range(2):
            try:
                return _decoded(self._worker.ask(phrase, self._limit_s))
            except _LostError:
                self._worker.end()
                self._worker = self._started()
            except BaseException:
                self._worker.end()  # or its late answer would pass for that to the next phrase
                raise
        raise VoiceUnavailable(f"espeak-ng failed twice to say {phrase[:40]!r}.")

    def _started(self) -> _Worker:
        worker = _Worker(self._espeak_name)
        try:
            worker.answer(START_LIMIT_S)
        except VoiceUnavailable:
            worker.end()
            raise
        return worker


def open_voice(name: str | None = None) -> EspeakVoice | NoVoice:
    """The voice of that espeak-ng name, such as "gmw/en-us" or "gmw/en+f3", or why there is none.

    Takes about a tenth of a second: on return the worker is up and has spoken once.
    """
    lacking = [module for module in EXTRA if importlib.util.find_spec(module) is None]
    if lacking:
        return NoVoice(f"No voice: {' and '.join(lacking)} not installed (the extra 'voice').")
    try:
        return EspeakVoice(name or DEFAULT_VOICE)
    except VoiceUnavailable as problem:
        return NoVoice(str(problem))


class _Worker:
    """The renderer's process as the coach's process sees it; it ends with the coach's."""

    def __init__(self, voice: str) -> None:
        paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        process = subprocess.Popen(  # noqa: S603 (this interpreter, this module, no shell)
            [sys.executable, "-P", "-m", "skill.audio.espeak", voice, folder.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            start_new_session=True,  # Ctrl-C at the terminal is for the coach alone
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self.pid = process.pid
        self.end = weakref.finalize(self, _ended, process, folder)
        self._process = process
        self._requests: IO[bytes] = process.stdin
        self._answers: IO[bytes] = process.stdout

    def ask(self, phrase: str, limit_s: float) -> bytes:
        """The phrase as a WAV. Raises _LostError."""
        try:
            _send(self._requests, TEXT, phrase.encode("utf-8", errors="replace"))
        except (OSError, ValueError):  # its end of the pipe is closed, or ours already is
            raise _LostError(LOST) from None
        return self.answer(limit_s)

    def answer(self, limit_s: float) -> bytes:
        """The next answer. Raises _LostError, or VoiceUnavailable with the worker's own reason."""
        watchdog = threading.Timer(limit_s, self._process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            kind, body = _received(self._answers)
        finally:
            watchdog.cancel()
        if kind == FAULT:
            raise VoiceUnavailable(body.decode("utf-8"))
        return body


def _ended(process: subprocess.Popen[bytes], folder: tempfile.TemporaryDirectory[str]) -> None:
    """Let the worker see the end of its requests; kill one that does not end then."""
    try:
        process.communicate(timeout=GOODBYE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    folder.cleanup()


def _send(pipe: IO[bytes], kind: bytes, body: bytes) -> None:
    pipe.write(FRAME.pack(kind, len(body)) + body)
    pipe.flush()


def _received(pipe: IO[bytes]) -> tuple[bytes, bytes]:
    """One frame as kind and body. Raises _LostError where the other end is gone."""
    head = pipe.read(FRAME.size)
    if len(head) < FRAME.size:
        raise _LostError(LOST)
    kind, length = FRAME.unpack(head)
    body = pipe.read(length)
    if len(body) < length:
        raise _LostError(LOST)
    return kind, body


def _decoded(wav: bytes) -> Pcm:
    with wave.open(io.BytesIO(wav)) as file:
        return Pcm(file.getframerate(), file.readframes(file.getnframes()))


class Renderer:
    """The worker's engine, made so that pyttsx3 never takes espeak-ng for busy and cancels it.

    pyttsx3 does so where a command is under way when it enters its loop; the next phrase is cut.
    Hence the waits, and an empty first loop, after which properties are set at once.
    """

    def __init__(self, voice: str, folder: str) -> None:
        self._file = Path(folder, "phrase.wav")
        self._faults: list[str] = []
        self._library = _library()
        import pyttsx3

        self._engine: Engine = pyttsx3.init("espeak")
        self._engine.connect("finished-utterance", self._on_finished)
        self._engine.connect("error", self._on_error)
        self._library.espeak_Synchronize()
        self._engine.runAndWait()
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", WORDS_A_MINUTE)
        self.wav("ready")

    def wav(self, text: str) -> bytes:
        """The spoken text as a WAV file's bytes. Raises RuntimeError and OSError."""
        self._library.espeak_Synchronize()
        self._file.unlink(missing_ok=True)
        self._engine.save_to_file(text, str(self._file))
        self._engine.runAndWait()
        if self._faults:
            raise RuntimeError(self._faults.pop())
        return self._file.read_bytes()

    def _on_finished(self, name: str | None, completed: bool) -> None:
        if not completed:
            self._faults.append("the phrase was cut off")

    def _on_error(self, name: str | None, exception: Exception) -> None:
        self._faults.append(str(exception))


def _library() -> ctypes.CDLL:
    """The wheel's espeak-ng. Once loaded it answers to the name that pyttsx3 looks for."""
    import espeakng_loader

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    return ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def _serve(voice: str, folder: str, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until the parent is gone: once when ready or unable to be, then each phrase."""
    try:
        renderer = Renderer(voice, folder)
    except Exception as problem:
        _send(answers, FAULT, f"espeak-ng cannot speak as {voice!r}: {problem}.".encode())
        return
    _send(answers, SOUND, b"")
    # Until the parent is gone, or this engine is not to be trusted: then another is started.
    with contextlib.suppress(_LostError, RuntimeError, OSError):
        while True:
            _, text = _received(requests)
            _send(answers, SOUND, renderer.wav(text.decode("utf-8")))


def main() -> None:
    """Take the pipes over as private descriptors, so that nothing else can write into them."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    for public in (0, 1, 2):
        os.dup2(null, public)
    voice, folder = sys.argv[1:]
    _serve(voice, folder, requests, answers)
    shutil.rmtree(folder, ignore_errors=True)  # for a parent that was killed
    os._exit(0)  # espeak-ng may abort in its own clean-up


if __name__ == "__main__":
    main()

"""How the tests of the score give lengths to words and read what was placed."""

from __future__ import annotations

from collections.abc import Callable

from engine.cues import Say
from engine.score.model import Placed, Score, Tone
from engine.units import Ms


def lengths(other: int = 1000, **by_phrase: int) -> Callable[[Say], Ms]:
    """Milliseconds for each phrase; numbers and phase words take 400 unless told."""
    known = {"number": 400, "phase": 400, **by_phrase}
    return lambda said: Ms(known.get(said.phrase, other))


def heard(score: Score) -> list[tuple[int, str]]:
    """Each sound's moment with the number, the phase word, the phrase or the kind of tone."""
    return [(placed.at, _sound(placed)) for placed in score.placed]


def moments(score: Score, sound: str) -> list[int]:
    """When a sound is heard."""
    return [at for at, what in heard(score) if what == sound]


def _sound(placed: Placed) -> str:
    if isinstance(placed.sound, Tone):
        return f"*{placed.sound.kind}"
    args = dict(placed.sound.args)
    if placed.sound.phrase in ("number", "phase"):
        return str(args.get("n", args.get("word")))
    return placed.sound.phrase

"""Counted sets: numbers exactly on the beat, and words around them where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from engine.cues import Count, Say, say
from engine.score.beats import Beats, phases_of
from engine.score.line import BREATH, Line
from engine.score.model import MarkKind, Tone, ToneKind
from engine.units import SECOND, Ms

QUIET = Ms(400)
"""Least silence between two spoken numbers, so that "stop" can be heard (design choice)."""
SHORTEST_VOICED = Ms(1500)
"""A number takes about half a second; quicker reps get ticks."""
FULL_WORDS = 2
"""Reps at the beginning of a set that get phase words."""
HALFWAY_FROM = 8
"""Reps of the whole set from which on its middle is worth a word."""
LAST_THREE_FROM = 6
"""Reps of the whole set from which on the last three are announced."""
TENS = 10
"""Ticked counts are numbered at its multiples."""


def lay_count(line: Line, cue: Count) -> None:
    """A set of reps or contacts; in tones mode nothing but tones."""
    beats = Beats.of(cue, line.clock(cue.since))
    floor = line.floor
    due = [rep for rep in range(cue.reps) if beats.beat(rep) >= floor]
    if cue.tempo is None or line.tones or beats.length < SHORTEST_VOICED:
        _tick(line, cue, beats, due)
    else:
        _voice(line, cue, beats, due)
    end = max(beats.end, line.sounds_end, line.cursor)
    line.close(cue.step, MarkKind.SET, beats.zero, end)


def _voice(line: Line, cue: Count, beats: Beats, due: list[int]) -> None:
    for rep in due:
        start, end = beats.window(rep)
        room = end - start - QUIET if rep + 1 < cue.reps else None
        line.put(line.counted(start, cue.first + rep, room, ToneKind.TICK))
    if cue.first == 1 and not cue.since:
        for rep in range(min(FULL_WORDS, cue.reps)):
            _guide(line, cue, beats, rep)
    for rep in due:
        for call in _calls(cue, rep):
            start, end = beats.window(rep)
            _offer(line, call, start, end, (start, end))


def _tick(line: Line, cue: Count, beats: Beats, due: list[int]) -> None:
    for rep in due:
        over = line.tones and rep + 1 == cue.reps
        line.put(line.sized(beats.beat(rep), Tone(ToneKind.END if over else ToneKind.TICK)))
    for rep in due if not line.tones else ():
        for call in _tick_calls(cue, rep):
            word = line.sized(line.free_after(beats.beat(rep)), call)
            if line.fits(word):
                line.put(word)


def _calls(cue: Count, rep: int) -> Iterator[Say]:
    number, whole = cue.first + rep, _whole(cue)
    if whole >= HALFWAY_FROM and number == (whole + 1) // 2:
        yield say("halfway")
    if whole >= LAST_THREE_FROM and number == whole - 3:
        yield say("last_three")


def _tick_calls(cue: Count, rep: int) -> Iterator[Say]:
    number, whole = cue.first + rep, _whole(cue)
    if number % TENS == 0:
        yield say("number", n=number)
    if whole >= LAST_THREE_FROM and number == whole - 3:
        yield say("last_three")


def _whole(cue: Count) -> int:
    return cue.first - 1 + cue.reps


def _guide(line: Line, cue: Count, beats: Beats, rep: int) -> None:
    """A rep with words: each phase by its name first, then its seconds where the name was said."""
    phases = phases_of(cue.tempo, cue.phases) if cue.tempo else ()
    named = [
        phase
        for phase in phases
        if _offer_second(line, say("phase", word=phase.word), beats, rep, phase.start)
    ]
    for phase in named:
        for second in range(1, phase.length if phase.counted else 0):
            _offer_second(line, say("number", n=second + 1), beats, rep, phase.start + second)


def _offer_second(line: Line, word: Say, beats: Beats, rep: int, second: int) -> bool:
    start = beats.moment(rep, second * SECOND)
    until = beats.moment(rep, (second + 1) * SECOND)
    before_beat = start < beats.beat(rep)
    return _offer(line, word, start, until, beats.window(rep - 1 if before_beat else rep))


def _offer(line: Line, word: Say, start: int, until: int, window: tuple[int, int]) -> bool:
    """Says an optional word from ``start``, or late but before ``until``, if there is room.

    Room is before the end of the window between two beats, and leaves the athlete its quiet.
    """
    placed = line.sized(line.free_after(start), word)
    fits = (
        placed.length > 0
        and placed.at < until
        and placed.end + BREATH <= window[1]
        and line.fits(placed)
        and line.longest_quiet(*window, placed) >= QUIET
    )
    if fits:
        line.put(placed)
    return fits

"""A time line under way, on which the compiler puts one cue after the other.

Moments are whole milliseconds of the score to be. A cue that was already running before the
score begins has its own zero before the line's, hence plain ints: they may be negative.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from engine.cues import Say, Verbosity, say
from engine.score.model import TONE_MS, Mark, MarkKind, Placed, Score, Sound, Tone, ToneKind
from engine.units import Ms

GAP = Ms(250)
"""Between two sentences in a row."""
BREATH = Ms(50)
"""Least silence between a call and its neighbours: one more and two words become one."""


class Line:
    """The sounds and marks so far. ``cursor`` is where the next cue begins."""

    def __init__(self, length_of: Callable[[Say], Ms], verbosity: Verbosity) -> None:
        self.tones = verbosity is Verbosity.TONES
        self.cursor = 0
        self._length_of = cache(length_of)
        self._placed: list[Placed] = []
        self._marks: list[Mark] = []
        self._free = 0

    def score(self) -> Score:
        """What was laid, as long as its last sound or cue needs."""
        total = Ms(max(self.cursor, self.sounds_end))
        return Score(tuple(self._placed), tuple(self._marks), total)

    @property
    def sounds_end(self) -> int:
        """Where the last sound ends: past the cursor where a go-tone rings into the next cue."""
        return self._placed[-1].end if self._placed else 0

    @property
    def ready(self) -> int:
        """Where the next sentence may begin."""
        return max(self.cursor, self.sounds_end + GAP) if self._placed else self.cursor

    @property
    def floor(self) -> int:
        """Where the next call may begin."""
        return max(self.cursor, self.sounds_end + BREATH) if self._placed else self.cursor

    def clock(self, since: Ms) -> int:
        """The zero of a counted cue: a count waits until a sentence has sunk in."""
        return -since if since else max(self.cursor, self._free)

    def sized(self, at: int, sound: Sound) -> Placed:
        """The sound at a moment; of no length if it is left unsaid."""
        length = TONE_MS[sound.kind] if isinstance(sound, Tone) else self._length_of(sound)
        return Placed(Ms(at), length, sound)

    def counted(self, at: int, number: int, room: int | None, tone: ToneKind) -> Placed:
        """A number on its beat; a tone in tones mode, and where the word is longer than ``room``.

        The beat can neither wait nor fall silent.
        """
        word = self.sized(at, say("number", n=number))
        too_long = room is not None and word.length > room
        return self.sized(at, Tone(tone)) if self.tones or too_long else word

    def in_turn(self, words: Iterable[Say]) -> list[Placed]:
        """The words as they would follow one another from ``ready`` on; unsaid ones left out."""
        moment = self.ready
        placed: list[Placed] = []
        for word in words:
            each = self.sized(moment, word)
            if each.length:
                placed.append(each)
                moment = each.end + GAP
        return placed

    def put(self, *placed: Placed) -> None:
        """Places sounds at their moments; what is left unsaid is not placed."""
        for each in placed:
            if each.length:
                insort(self._placed, each, key=_at)

    def close(self, step: str, kind: MarkKind, start: int, end: int) -> None:
        """Marks a cue that is laid. The next begins at its end, its clock after a sentence gap."""
        self._mark(step, kind, start, end)
        self._free = self.ready

    def close_on_beat(self, step: str, kind: MarkKind, start: int, end: int) -> None:
        """The same for a count-in: the next cue's clock starts at its end, whatever still rings."""
        self._mark(step, kind, start, end)

    def speak(self, words: Sequence[Say]) -> None:
        """Sentences of their own, outside all marks."""
        placed = self.in_turn(words)
        if placed:
            self.put(*placed)
            self.cursor = placed[-1].end
            self._free = self.ready

    def free_after(self, moment: int) -> int:
        """The moment, or a breath after the sound that is on then."""
        later = bisect_right(self._placed, moment, key=_at)
        return max(moment, self._placed[later - 1].end + BREATH) if later else moment

    def fits(self, placed: Placed) -> bool:
        """Whether no sound is nearer than a breath."""
        return not self._within(placed.at - BREATH, placed.end + BREATH)

    def longest_quiet(self, start: int, end: int, extra: Placed) -> int:
        """The longest silence between two moments if ``extra`` were placed as well."""
        longest, edge = 0, start
        for each in sorted([*self._within(start, end), extra], key=_at):
            longest = max(longest, min(each.at, end) - edge)
            edge = max(edge, each.end)
        return max(longest, end - edge)

    def _mark(self, step: str, kind: MarkKind, start: int, end: int) -> None:
        # A cue that ran on underneath was on from the end of the cue before it.
        since = max(start, self._marks[-1].end if self._marks else 0)
        self._marks.append(Mark(step, kind, Ms(since), Ms(end)))
        self.cursor = end

    def _within(self, start: int, end: int) -> list[Placed]:
        first = max(0, bisect_left(self._placed, start, key=_at) - 1)
        last = bisect_left(self._placed, end, key=_at)
        return [each for each in self._placed[first:last] if each.end > start]


def _at(placed: Placed) -> int:
    return placed.at

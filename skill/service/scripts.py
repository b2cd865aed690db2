"""Cues become scripts: worded, measured in a voice, placed in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.cues import Ask, Cue, Hold, LeadIn, Remaining, Rest, Say, Span, Verbosity, words_of
from engine.library.model import Library
from engine.plan.model import Workout
from engine.score.compile import compile_score
from engine.score.model import Placed, Score, Tone
from engine.session.commands import Ready, Start
from engine.session.events import Heard
from engine.session.rehearse import rehearse
from engine.session.state import Briefing, Idle, State
from engine.session.transition import advance
from engine.speech.estimate import estimated_ms
from engine.speech.wording import Wording
from engine.units import Instant, Ms
from skill.service.reply import Line, Script

Lengths = Callable[[str], Ms]
"""How long a channel's voice takes for a text."""


@dataclass(frozen=True, eq=False)
class Scripts:
    """The wording and the library that every script is made with."""

    wording: Wording
    library: Library

    def script(self, cues: tuple[Cue, ...], verbosity: Verbosity, lengths: Lengths) -> Script:
        """What these cues sound like in a voice."""
        score = self.score(cues, verbosity, lengths)
        lines = tuple(self._line(placed, verbosity) for placed in score.placed)
        return Script(lines, score.marks, score.total)

    def score(
        self, cues: tuple[Cue, ...], verbosity: Verbosity, lengths: Lengths = estimated_ms
    ) -> Score:
        """What these cues come to; without a voice at hand in estimated lengths."""

        def length_of(said: Say) -> Ms:
            text = self.wording.words(said, verbosity)
            return lengths(text) if text else Ms(0)

        return compile_score(cues, length_of, verbosity)

    def _line(self, placed: Placed, verbosity: Verbosity) -> Line:
        if isinstance(placed.sound, Tone):
            return Line(placed.at, placed.length, "", placed.sound)
        return Line(placed.at, placed.length, self.wording.words(placed.sound, verbosity))

    def left(self, state: State, at: Instant, workout: Workout) -> Ms:
        """How long the session still takes if it goes on hands-free from now.

        By estimated speech lengths, so that every channel names the same time. Before a session
        and in its briefing it is what comes after "ready".
        """
        cues: tuple[Cue, ...] = ()
        if isinstance(state.phase, Idle):
            state = replace(state, course=replace(state.course, needs_clearance=False))
            state = advance(state, Heard(Start(), at), workout, self.library).state
        if isinstance(state.phase, Briefing):
            outcome = advance(state, Heard(Ready(), at), workout, self.library)
            state, cues = outcome.state, outcome.cues
        if isinstance(state.phase, Idle):
            return Ms(0)

        def length_of(cues: tuple[Cue, ...]) -> Ms:
            return self.score(cues, state.course.verbosity).total

        passages = rehearse(state, cues, at, workout, self.library, length_of)
        return Ms(sum(passage.length for passage in passages))


def asks_for_time(cues: tuple[Cue, ...]) -> bool:
    """Whether any words need to know how long is left."""
    said = (word for cue in cues for word in words_of(cue))
    return any(isinstance(term, Remaining) for word in said for _, term in word.args)


def with_time(cues: tuple[Cue, ...], left: Ms) -> tuple[Cue, ...]:
    """The same cues with the time that is left put in."""
    return tuple(_timed(cue, left) for cue in cues)


def _timed(cue: Cue, left: Ms) -> Cue:
    match cue:
        case Say(args=args):
            known = tuple((n, Span(left) if isinstance(t, Remaining) else t) for n, t in args)
            return replace(cue, args=known)
        case Ask(words=words):
            return replace(cue, words=_words(words, left))
        case Rest(during=words) | LeadIn(during=words) | Hold(during=words):
            return replace(cue, during=_words(words, left))
        case _:
            return cue


def _words(words: tuple[Say, ...], left: Ms) -> tuple[Say, ...]:
    timed = (_timed(said, left) for said in words)
    return tuple(said for said in timed if isinstance(said, Say))

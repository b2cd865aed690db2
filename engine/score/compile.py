"""Cues and the lengths of their words become a score."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.cues import Ask, Count, Cue, Hold, LeadIn, Rest, Say, Verbosity
from engine.score.count import lay_count
from engine.score.line import Line
from engine.score.model import Score
from engine.score.timed import lay_ask, lay_hold, lay_lead, lay_rest
from engine.units import Ms


def compile_score(
    cues: Sequence[Cue], length_of: Callable[[Say], Ms], verbosity: Verbosity = Verbosity.FULL
) -> Score:
    """Places the cues one after the other, from the moment that they were given on.

    ``length_of`` is how long the channel's voice takes, asked once for each phrase; 0 is what the
    wording leaves unsaid. No two sounds overlap, words are never cut, and counted numbers are on
    their beats. A block grows rather than lose a word that is not LOW; LOW words within a block
    and the compiler's own calls are said only where there is room.
    """
    line = Line(length_of, verbosity)
    for cue in cues:
        _lay(line, cue)
    return line.score()


def _lay(line: Line, cue: Cue) -> None:
    match cue:
        case Say():
            line.speak((cue,))
        case LeadIn():
            lay_lead(line, cue)
        case Count():
            lay_count(line, cue)
        case Hold():
            lay_hold(line, cue)
        case Rest():
            lay_rest(line, cue)
        case Ask():
            lay_ask(line, cue)

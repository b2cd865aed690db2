"""The athlete's own pace: the tempo of the count, the length of rests, the amount of words."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Span, Verbosity, say
from engine.library.model import Measure
from engine.session.pausing import halted
from engine.session.state import Asking, Paused, Preparing, Resting, Working
from engine.session.turn import Turn
from engine.session.walk import counted, go_to, goes_on
from engine.units import Instant, Ms

PACES = (80, 90, 100, 115, 130, 150)
"""Per cent of the prescribed tempo that slower and faster step through; a rep of the slowest
tempo (five seconds) stays under eight (Schoenfeld 2015)."""
LONGEST_REST = Ms(600_000)


def change_pace(turn: Turn, direction: int) -> Turn:
    """Count slower (1) or faster (-1); a set in hand goes on with its next rep."""
    place = PACES.index(turn.course.pace) + direction
    if not 0 <= place < len(PACES):
        return goes_on(turn.says(say("slowest" if direction > 0 else "fastest")))
    phase = turn.phase
    if isinstance(phase, Paused) and isinstance(held := halted(turn), Preparing):
        turn = turn.enters(Paused(held, phase.since))
    if isinstance(phase, Working) and turn.planned(phase.index).measure is not Measure.HOLD:
        done = min(counted(turn, phase), turn.planned(phase.index).target - 1)
        turn = turn.enters(replace(phase, began=turn.at, counted=done))
    turn = turn.notes_course(pace=PACES[place])
    return goes_on(turn.says(say("slower" if direction > 0 else "faster")))


def change_rest(turn: Turn, ms: Ms | None) -> Turn:
    """More rest (positive), less (negative), or none at all (None)."""
    held = turn.phase.held if isinstance(turn.phase, Asking) else turn.phase
    if isinstance(held, Preparing) and ms is not None and ms > 0:
        turn, step = turn.step("rest", held.index)
        held = Resting(step, held.index, turn.at, turn.at)
    if not isinstance(held, Resting):
        return goes_on(turn.says(say("no_rest_now")))
    left = 0 if ms is None else min(LONGEST_REST, max(held.until, turn.at) - turn.at + ms)
    if left <= 0:
        return go_to(turn.says(say("rest_cut")), held.index)
    turn, step = turn.step("rest", held.index)
    held = replace(held, step=step, until=Instant(turn.at + left))
    turn = turn.enters(held)
    more = ms is not None and ms > 0
    span = Span(Ms(abs(ms or 0)))
    turn = turn.says(say("more_rest" if more else "less_rest", span=span))
    return goes_on(turn)


def change_verbosity(turn: Turn, level: Verbosity | None) -> Turn:
    """Fewer words, just tones, or all of it; without a level one step quieter."""
    quieter = {Verbosity.FULL: Verbosity.BRIEF}.get(turn.course.verbosity, Verbosity.TONES)
    chosen = level or quieter
    turn = turn.notes_course(verbosity=chosen).says(say(f"verbosity_{chosen}"))
    return goes_on(turn)

"""For channels that play a whole answer by themselves: how far ahead one answer may go.

An answer runs on to the next moment at which the coach needs a word of the athlete. What it plays
on the way is remembered as (step, moment) pairs, and reported to the session as played once those
moments have passed: the stored state is always that of the answer's beginning.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.cues import Ask, Cue, Question, Rest, Say
from engine.library.model import Library
from engine.plan.model import Workout
from engine.session.events import Elapsed
from engine.session.rehearse import following
from engine.session.state import Preparing, Resting, State, Working
from engine.session.transition import advance
from engine.units import Instant, Ms, seconds
from skill.service.reply import Script

HANDING_OVER = seconds(6)
"""Room for the words that end an answer."""


@dataclass(frozen=True)
class Airtime:
    """What one answer of the channel may hold."""

    longest: Ms
    fits: Callable[[Script], bool]
    """Whether the channel can carry the script in one answer."""


@dataclass(frozen=True)
class Aired:
    """An answer run ahead, and what it will have played by when."""

    cues: tuple[Cue, ...]
    played: tuple[tuple[str, Instant], ...]


Scripter = Callable[[tuple[Cue, ...]], Script]


def aired(
    state: State,
    cues: tuple[Cue, ...],
    at: Instant,
    workout: Workout,
    library: Library,
    scripter: Scripter,
    airtime: Airtime,
) -> Aired:
    """Run on as far as one answer carries. Words that hand over to the athlete come at the end."""
    played: tuple[tuple[str, Instant], ...] = ()
    over = scripter(cues).total - airtime.longest
    if over > 0 and isinstance(state.phase, Resting):
        return Aired(_handing_over(state, _cut(cues, Ms(over + HANDING_OVER))), played)
    while _plays_on(state):
        ahead = _group(state, cues, at, workout, library, scripter)
        if ahead is None or not _carries(scripter(ahead.cues), airtime):
            return Aired(_handing_over(state, cues), played)
        state, cues, played = ahead.state, ahead.cues, played + ahead.played
    return Aired(cues, played)


@dataclass(frozen=True)
class _Ahead:
    state: State
    cues: tuple[Cue, ...]
    played: tuple[tuple[str, Instant], ...]


def _plays_on(state: State) -> bool:
    return isinstance(state.phase, Preparing | Working | Resting)


def _group(
    state: State,
    cues: tuple[Cue, ...],
    at: Instant,
    workout: Workout,
    library: Library,
    scripter: Scripter,
) -> _Ahead | None:
    """The next steps that belong together: a lead-in with its set, or a rest alone."""
    played: tuple[tuple[str, Instant], ...] = ()
    while True:
        end = Instant(at + _played_by(scripter(cues)))
        needs_word = _counts_main(state, workout)
        event = Elapsed(end) if needs_word else following(state, end)
        outcome = advance(state, event, workout, library)
        if not outcome.cues:
            return None
        if not needs_word and isinstance(state.phase, Preparing | Working | Resting):
            played += ((state.phase.step, end),)
        state, cues = outcome.state, cues + outcome.cues
        if not isinstance(state.phase, Preparing) and not _counts_main(state, workout):
            return _Ahead(state, cues, played)


def _played_by(script: Script) -> Ms:
    """When the last step is over; a tone may still ring into the next."""
    return script.marks[-1].end if script.marks else script.total


def _counts_main(state: State, workout: Workout) -> bool:
    """A main set is being done: it is the athlete who says how it went."""
    sets = state.course.sets_of(workout)
    return isinstance(state.phase, Working) and sets[state.phase.index].main


def _carries(script: Script, airtime: Airtime) -> bool:
    return script.total <= airtime.longest and airtime.fits(script)


def _cut(cues: tuple[Cue, ...], by: Ms) -> tuple[Cue, ...]:
    """A rest longer than one answer is played in part; its moment stays what it is."""
    return tuple(replace(cue, ms=Ms(cue.ms - by)) if isinstance(cue, Rest) else cue for cue in cues)


def _handing_over(state: State, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    variant = state.course.turn
    words = Say("ready_to_go_on", variant=variant)
    return (*cues, Ask(f"hand:{variant}", Question.READY, (words,)))

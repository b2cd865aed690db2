"""Feeling unwell: end at once where it could be serious, a breather where it is hard work."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Priority, say
from engine.session.close import end_for_safety
from engine.session.commands import Symptom
from engine.session.facts import ClearanceGiven, Ending, UnwellReported
from engine.session.pain import asks_of_pain, left_unanswered, stopped_set
from engine.session.pausing import halted, unpaused
from engine.session.place import at_index
from engine.session.state import Asking, Briefing, Finished, Idle, Resting
from engine.session.turn import Turn
from engine.session.walk import goes_on, rest_cue
from engine.units import Instant, seconds

BREATHER = seconds(60)
_WORDS_OF = {Symptom.PREGNANCY_SIGN: "pregnancy_sign", Symptom.ILL: "ill"}


def unwell(turn: Turn, symptom: Symptom | None) -> Turn:
    """The athlete feels unwell; without a symptom it is taken for dizziness."""
    if symptom is Symptom.WINDED:
        return _breather(turn)
    told = symptom or Symptom.DIZZY
    if isinstance(turn.phase, Asking) and asks_of_pain(turn.phase):
        turn = left_unanswered(turn, turn.phase)
    turn = turn.notes(UnwellReported, symptom=told)
    if told.locks:
        turn = turn.notes_course(needs_clearance=True)
    words = "emergency" if told.emergency else _WORDS_OF.get(told, "dizzy")
    return _ended(turn).says(say(words, Priority.KEEP))


def _ended(turn: Turn) -> Turn:
    """Close a running session; one that is over cannot be taken up again."""
    held = halted(turn)
    if isinstance(held, Idle):
        return turn.enters(held)
    if isinstance(held, Finished):
        return turn.enters(replace(held, ending=Ending.SAFETY))
    turn = stopped_set(turn)
    return end_for_safety(replace(turn, cues=()), at_index(turn))


def _breather(turn: Turn) -> Turn:
    """A minute more before the next set, whatever was going on."""
    if isinstance(turn.phase, Asking) and asks_of_pain(turn.phase):
        return goes_on(turn)
    turn = stopped_set(unpaused(turn))
    held = halted(turn)
    if isinstance(held, Idle | Briefing | Finished):
        return goes_on(turn.says(say("winded", Priority.KEEP)))
    turn, step = turn.step("rest", held.index)
    until = held.until if isinstance(held, Resting) else turn.at
    resting = Resting(step, held.index, turn.at, Instant(max(until, turn.at) + BREATHER))
    turn = turn.enters(resting).says(say("winded", Priority.KEEP))
    return turn.voices(rest_cue(turn, resting))


def cleared(turn: Turn) -> Turn:
    """The athlete says that a professional has cleared training."""
    turn = turn.notes(ClearanceGiven).notes_course(needs_clearance=False)
    return goes_on(turn.says(say("cleared", Priority.KEEP)))

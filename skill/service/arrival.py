"""What somebody who comes in without a word is met with, on every channel."""

from __future__ import annotations

from engine.cues import Name, Say, say
from engine.session.commands import Command, Repeat, Resume, Start, WhereAmI
from engine.session.state import Asking, Briefing, Resting, Working
from engine.units import Instant
from skill.service.sitting import Sitting


def arrival(sitting: Sitting, at: Instant) -> tuple[Command, tuple[Say, ...]]:
    """The command that meets them, and the words before its answer.

    An open session is taken up, one that was stopped not long ago as well; else today's is
    introduced. A briefing that was left is told again: coming back is no consent to it.
    """
    phase = sitting.state.phase
    if isinstance(phase, Briefing):
        return Repeat(), (say("welcome"),)
    if sitting.reopens(at):
        return Resume(), ()
    if sitting.phase_is_over:
        return WhereAmI() if sitting.done_today else Start(), (say("welcome"),)
    return taken_up(sitting)


def taken_up(sitting: Sitting) -> tuple[Command, tuple[Say, ...]]:
    """The command that takes up an open session, and the words before its answer."""
    welcome = say("welcome_back", exercise=Name(sitting.exercise_in_hand))
    # What is on is told again; "resume" would be answered with "nothing is paused".
    on = isinstance(sitting.state.phase, Working | Resting | Asking)
    return Repeat() if on else Resume(), (welcome,)

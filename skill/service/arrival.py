"""What somebody who comes in without a word is met with, on every channel."""

from __future__ import annotations

from engine.cues import Name, Question, Say, say
from engine.session.commands import Command, Repeat, Resume, Setup, Start, WhereAmI
from engine.session.state import Asking, Briefing, Finished, Idle, Resting, Working
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
    if (left := left_question(sitting)) is not None:
        return left, (say("welcome"),)
    if sitting.reopens(at):
        return Resume(), ()
    if sitting.phase_is_over:
        return WhereAmI() if sitting.done_today else Start(), (say("welcome"),)
    return taken_up(sitting)


def left_question(sitting: Sitting) -> Command | None:
    """What takes up a question that was left open while no session was on; None without one."""
    phase = sitting.state.phase
    if not isinstance(phase, Asking) or not isinstance(phase.held, Idle | Finished):
        return None
    return Setup() if phase.question is Question.PROFILE else Start()


def taken_up(sitting: Sitting) -> tuple[Command, tuple[Say, ...]]:
    """The command that takes up an open session, and the words before its answer."""
    welcome = say("welcome_back", exercise=Name(sitting.exercise_in_hand))
    # What is on is told again; "resume" would be answered with "nothing is paused".
    on = isinstance(sitting.state.phase, Working | Resting | Asking)
    return Repeat() if on else Resume(), (welcome,)

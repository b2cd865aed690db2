"""The dialogue's door: which commands it answers, and with what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from engine.cues import say
from engine.dialogue.inquiry import Handled, Inquiry, asks_beside
from engine.dialogue.interview import (
    ABOUT_PAIN,
    WAVED_OFF,
    Asked,
    answer,
    set_profile,
    setup,
    setup_again,
)
from engine.dialogue.planning import (
    anything_else,
    mobility,
    move_here,
    next_session,
    start,
    today,
    week,
    why,
)
from engine.dialogue.profile import TOPIC_OF
from engine.dialogue.progress import best, progress, streak
from engine.dialogue.race import race_when
from engine.dialogue.replies import reply_of
from engine.dialogue.runs import log_run, plan_run
from engine.dialogue.single_days import (
    feeling,
    ill,
    move_session,
    shorten,
    skip_today,
    travelling,
)
from engine.library.model import Library
from engine.plan.book import Book
from engine.plan.model import Workout
from engine.session.commands import (
    Answer,
    Best,
    Command,
    Done,
    Feel,
    Feeling,
    Help,
    LogRun,
    MoveSession,
    NextSession,
    No,
    Pain,
    PainGone,
    PlanRun,
    Progress,
    RaceWhen,
    Ready,
    Repeat,
    Setup,
    Shorten,
    SkipToday,
    Start,
    Streak,
    Symptom,
    Today,
    Travelling,
    Unwell,
    Week,
    Why,
    Yes,
)
from engine.session.state import Asking, Finished, Idle, State
from engine.session.told import ANYTHING_ELSE

Handler = Callable[[Inquiry], Handled]

TABLE: Mapping[type[Command], Handler] = MappingProxyType(
    {
        **dict.fromkeys((Today, Repeat), today),
        Week: week,
        NextSession: next_session,
        Why: why,
        **dict.fromkeys((Start, Ready, Yes), start),
        MoveSession: move_session,
        Shorten: shorten,
        SkipToday: skip_today,
        Feel: feeling,
        Unwell: ill,
        Travelling: travelling,
        Setup: setup,
        **dict.fromkeys(TOPIC_OF, set_profile),
        Progress: progress,
        Streak: streak,
        Best: best,
        LogRun: log_run,
        PlanRun: plan_run,
        RaceWhen: race_when,
    }
)
"""Every command that is about more than the session in hand."""

OFFERS: Mapping[str, Callable[[Inquiry, bool], Handled]] = MappingProxyType(
    {
        "move_here": move_here,
        "mobility": mobility,
        "setup_again": setup_again,
        ANYTHING_ELSE.topic: anything_else,
    }
)
"""What a yes or a no answers."""
DECLINED: Mapping[str, str] = MappingProxyType(
    {**dict.fromkeys(OFFERS, "rest_well"), "setup_again": "setup_kept"}
)
"""What is said where an offer is waved off."""
LACKED: Mapping[str, type[Command]] = MappingProxyType(
    {"move": MoveSession, "feeling": Feel, "shorten": Shorten}
)
"""Questions for what a command lacked, by their topic."""

BARE = (Yes, No, Answer, Done, Pain, Ready, Start, *WAVED_OFF)
"""Commands that are the dialogue's while one of its questions is open."""
AT_REST = (Today, NextSession, Why, Start, Ready, Yes)
"""Commands that are the session's own but for a rest day."""


def concerns(command: Command, state: State) -> bool:
    """Whether the dialogue may have an answer to a command."""
    phase = state.phase
    if isinstance(phase, Asking) and asks_beside(phase) and _may_answer(command, phase):
        return True
    if isinstance(command, AT_REST):
        held = phase.held if isinstance(phase, Asking) else phase
        return isinstance(held, Idle | Finished)
    if isinstance(command, Repeat):
        return isinstance(phase, Idle)
    if isinstance(command, Unwell):
        return command.symptom is Symptom.ILL
    return type(command) in TABLE


def _may_answer(command: Command, asking: Asking) -> bool:
    """That nothing hurts is an answer to what hurts, and safety's at any other time."""
    if isinstance(command, Help):
        return asking.topic == ANYTHING_ELSE.topic
    if not isinstance(command, PainGone):
        return isinstance(command, BARE)
    asked = Asked.of(asking.topic)
    return asked is not None and asked.topic in ABOUT_PAIN


def handle(
    command: Command, state: State, book: Book, library: Library, today: date, workout: Workout
) -> Handled:
    """Answer a command that :func:`concerns` the dialogue, or leave it to the session."""
    inquiry = Inquiry(command, state, book, library, today, workout)
    handled = _answered(inquiry) if inquiry.topic else None
    if handled is not None:
        return handled
    handler = TABLE.get(type(command))
    return handler(inquiry) if handler else inquiry.unanswered()


def _answered(inquiry: Inquiry) -> Handled | None:
    """What was said as an answer to the open question; None where it is about something else."""
    answering = replace(inquiry, answering=True)
    asked = Asked.of(inquiry.topic)
    if asked is not None:
        return answer(answering, asked)
    if isinstance(inquiry.command, WAVED_OFF):
        return answering.says(say(DECLINED.get(inquiry.topic, "kept")))
    if inquiry.topic in OFFERS:
        return _offer(answering)
    return _lacked(answering)


def _offer(inquiry: Inquiry) -> Handled | None:
    """Whoever would start anyway says yes to an offer; what is named is begun instead."""
    command = inquiry.command
    named = isinstance(command, Start) and (command.focus or command.minutes)
    if named:
        return inquiry.begun()
    if isinstance(command, Start) and inquiry.topic == ANYTHING_ELSE.topic:
        return None
    reply = reply_of(command)
    yes = isinstance(command, Start | Ready | Help) or (reply is not None and reply.yes)
    if not yes and not (reply is not None and reply.no):
        return None
    return OFFERS[inquiry.topic](inquiry, yes)


def _lacked(inquiry: Inquiry) -> Handled | None:
    """A command that lacked its slot, completed by a bare answer or said again in full."""
    kind = LACKED.get(inquiry.topic)
    command = inquiry.command
    if kind is None:
        return None
    if isinstance(command, Answer | Done | No | Yes):
        command = _completed(kind, command)
    if not isinstance(command, kind):
        return None
    return TABLE[kind](replace(inquiry, command=command))


def _completed(kind: type[Command], bare: Command) -> Command:
    reply = reply_of(bare)
    assert reply is not None
    word = reply.words[0] if reply.words else None
    if kind is Feel:
        return Feel(next((state for state in Feeling if state.value == word), None))
    if kind is Shorten:
        return Shorten(reply.minutes)
    return MoveSession(word)

"""The plan asked about: today, the week, what comes next, and why there is a rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.cues import Amount, Priority, Say, say
from engine.dialogue.inquiry import Beginning, Handled, Inquiry, Query
from engine.dialogue.shifts import shifts
from engine.plan.athlete.calendar import DAYS
from engine.plan.athlete.runs import RunKind
from engine.plan.model import Phase
from engine.plan.planner.days import hardest
from engine.plan.planner.model import PlannedDay, PlannedSession, PlannedWeek
from engine.plan.planner.moving import moved, refusal
from engine.session.commands import Start
from engine.session.state import Idle
from engine.session.told import ANYTHING_ELSE
from engine.units import MINUTE, Ms

MOST_REASONS = 2
MOST_TOLD_SINGLY = 3
"""Sessions of a week that are told one by one; more are listed by their days."""

LOCKED = frozenset({"clearance_first", "too_young"})
"""Reasons of a rest that no offer gets round."""
BARRED = LOCKED | {"ill_today"}


def today(inquiry: Inquiry) -> Handled:
    """On a rest day: that it is one, why, what comes next, and an offer."""
    if not inquiry.between or not (inquiry.resting or inquiry.done):
        return inquiry.unanswered()
    if inquiry.done:
        return inquiry.says(say("done_today"), *next_words(inquiry))
    if _races_today(inquiry):
        return inquiry.says(say("race_today"), *_next_day(inquiry))
    return _offered(inquiry, *_resting(inquiry), *_next_day(inquiry))


def _resting(inquiry: Inquiry) -> tuple[Say, ...]:
    """A run that takes the day is its own reason."""
    kind = hardest(inquiry.here.runs)
    codes = [reason.code for reason in inquiry.here.rest[:1]]
    if codes == ["run_today"] and kind is not None:
        return (say("run_day", kind=kind.value),)
    return say("rest_day"), *_why_rest(inquiry)[:1]


def _races_today(inquiry: Inquiry) -> bool:
    """Today is the day of a race."""
    known = (race.day == inquiry.today for race in inquiry.book.profile.races)
    return any(known) or hardest(inquiry.here.runs) is RunKind.RACE


def start(inquiry: Inquiry) -> Handled:
    """What was asked for by name begins; without, a rest day is worth a word."""
    command = inquiry.command
    named = isinstance(command, Start) and (command.focus or command.minutes)
    begins = isinstance(command, Start) or isinstance(inquiry.held, Idle)
    if named or not begins or not inquiry.between or inquiry.book.needs_clearance:
        return inquiry.unanswered()
    if inquiry.done:
        return inquiry.asks(_ask_mobility(), say("done_today"), *_next_day(inquiry))
    return today(inquiry) if inquiry.resting else inquiry.unanswered()


def next_session(inquiry: Inquiry) -> Handled:
    if not inquiry.between or inquiry.here.session is not None:
        return inquiry.unanswered()
    return inquiry.says(*next_words(inquiry))


def why(inquiry: Inquiry) -> Handled:
    """Why there is no session today."""
    if not inquiry.between or not inquiry.resting:
        return inquiry.unanswered()
    return inquiry.says(*_why_rest(inquiry)[:MOST_REASONS])


def next_words(inquiry: Inquiry) -> tuple[Say, ...]:
    """The next session with what it holds, or that there is none, and why where that is known."""
    following = inquiry.plan.after(inquiry.today)
    if following is not None:
        return (_session(inquiry, following),)
    barred = tuple(reason.said for reason in inquiry.here.rest if reason.code in BARRED)
    return barred[:1] or (say("plan_empty"),)


def _next_day(inquiry: Inquiry) -> tuple[Say, ...]:
    following = inquiry.plan.after(inquiry.today)
    return (say("next_session", day=inquiry.day(following.day)),) if following else ()


def _session(inquiry: Inquiry, session: PlannedSession) -> Say:
    return say(
        "planned_session",
        day=inquiry.day(session.day),
        focus=session.workout.focus.value,
        minutes=minutes_of(session.length),
    )


def minutes_of(length: Ms) -> Amount:
    """A length to the whole minute, a begun one counted."""
    return Amount(-(-length // MINUTE), "minutes")


def _why_rest(inquiry: Inquiry) -> tuple[Say, ...]:
    return tuple(reason.said for reason in inquiry.here.rest)


# A rest day's offers


def _offered(inquiry: Inquiry, *words: Say) -> Handled:
    """To move the next session here where the rules allow it, else some mobility."""
    codes = {reason.code for reason in inquiry.here.rest}
    if codes & BARRED:
        reason = inquiry.here.rest[0].said
        return inquiry.says(Say(reason.phrase, reason.args, priority=Priority.KEEP))
    if _movable(inquiry) is None:
        return inquiry.asks(_ask_mobility(), *words)
    return inquiry.asks(Query("move_here", (say("ask_move_here"),), yes_no=True), *words)


def _ask_mobility() -> Query:
    return Query("mobility", (say("ask_mobility"),), yes_no=True)


def _movable(inquiry: Inquiry) -> date | None:
    """The day of the session that could be had today instead."""
    following = inquiry.plan.after(inquiry.today)
    if following is None:
        return None
    barred = refusal(inquiry.book, inquiry.library, inquiry.today, inquiry.today)
    return None if barred else following.day


def move_here(inquiry: Inquiry, yes: bool) -> Handled:
    """The answer to the offer of a session today."""
    ahead = _movable(inquiry) if yes else None
    if ahead is None:
        return inquiry.asks(_ask_mobility())
    book = moved(inquiry.book, inquiry.today, ahead, inquiry.today)
    words = shifts(inquiry, book, (ahead, inquiry.today))
    return inquiry.changes(book, say("moved_here"), *words, begins=Beginning.SESSION)


def mobility(inquiry: Inquiry, yes: bool) -> Handled:
    """The answer to the offer of ten gentle minutes."""
    if not yes:
        return inquiry.says(say("rest_well"))
    return inquiry.changes(inquiry.book, say("mobility_begins"), begins=Beginning.MOBILITY)


def anything_else(inquiry: Inquiry, yes: bool) -> Handled:
    """The answer to whether there is more to talk about."""
    if not yes:
        return inquiry.says(say("rest_well"))
    query = Query(ANYTHING_ELSE.topic, (say("ask_what_else"),), yes_no=True)
    return inquiry.asks(query)


# The week


def week(inquiry: Inquiry) -> Handled:
    """The sessions of this week, its demanding runs, and what could not be as it was wished."""
    if not inquiry.book.profile.answered:
        return inquiry.says(say("no_week_yet"), say("offer_setup"))
    return inquiry.says(*week_words(inquiry))


def week_words(inquiry: Inquiry) -> tuple[Say, ...]:
    this = inquiry.plan.weeks[0]
    left = tuple(session for session in this.sessions if session.day >= inquiry.today)
    done = sum(day.done for day in this.days)
    words = [say(f"week_{this.phase.value}")] if this.phase is not Phase.BUILD and left else []
    if done:
        words.append(say("week_done", amount=Amount(done, "sessions")))
    if not left:
        return (*words, *_nothing_left(inquiry, done))
    return (*words, *_sessions(inquiry, left), *_runs(inquiry, this), *first_note(this))


def _nothing_left(inquiry: Inquiry, done: int) -> tuple[Say, ...]:
    """What comes next week; alone, where something bars every session."""
    coming = next_words(inquiry)
    told = done or inquiry.plan.after(inquiry.today) is None
    return coming if told else (say("week_over"), *coming)


def _sessions(inquiry: Inquiry, left: tuple[PlannedSession, ...]) -> Iterator[Say]:
    if len(left) <= MOST_TOLD_SINGLY:
        yield from (_session(inquiry, session) for session in left)
        return
    days = inquiry.days([session.day for session in left])
    yield say("week_left", amount=Amount(len(left), "sessions"), days=days)


def _runs(inquiry: Inquiry, this: PlannedWeek) -> tuple[Say, ...]:
    days = [day.day for day in this.days if day.day >= inquiry.today and _demanding(day)]
    if len(days) == 1:
        return (say("week_run", day=inquiry.day(days[0])),)
    return (say("week_runs", days=inquiry.days(days)),) if 0 < len(days) < DAYS else ()


def _demanding(day: PlannedDay) -> bool:
    kind = hardest(day.runs)
    return kind is not None and kind.demanding


def first_note(week: PlannedWeek) -> tuple[Say, ...]:
    """The most important of what could not be as it was asked for."""
    return tuple(note.said for note in week.notes[:1])

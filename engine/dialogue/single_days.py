"""Words about single days, which change those days and nothing after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engine.cues import Amount, Priority, Say, say
from engine.dialogue.dates import coming
from engine.dialogue.inquiry import Handled, Inquiry, Query
from engine.dialogue.planning import next_words
from engine.dialogue.shifts import coming_days, shifts, to_come
from engine.plan.athlete.calendar import DAYS, monday_of
from engine.plan.athlete.days import DayNote, Readiness
from engine.plan.athlete.profile import LONGEST, Where
from engine.plan.book import Book
from engine.plan.planner.moving import WEEKS_AHEAD, moved, refusal
from engine.plan.planner.plan import plan_weeks
from engine.plan.reasons import Reason
from engine.session.commands import Feel, Feeling, MoveSession, Shorten, Travelling
from engine.session.state import Briefing

SHORTEST_TODAY = 5
"""Minutes; in less there is no room for a set after the warm-up (engineering judgement)."""
NEAREST = tuple(by for distance in range(1, DAYS + 1) for by in (distance, -distance))
"""Days later and earlier, the nearest first."""


# Another day


def move_session(inquiry: Inquiry) -> Handled:
    """Put the next session on another day, or say why it cannot be there."""
    command = inquiry.command
    assert isinstance(command, MoveSession)
    if inquiry.running:
        return inquiry.says(say("finish_first"))
    if not inquiry.book.profile.answered:
        return inquiry.says(say("any_day"), say("offer_setup"))
    if command.day is None:
        return inquiry.asks(Query("move", (say("ask_move_day"),)))
    new, old = coming(command.day, inquiry.today), _next_day(inquiry)
    if new is None:
        return inquiry.says(say("day_unknown"))
    if old is None:
        return inquiry.says(*next_words(inquiry))
    if old == new:
        return inquiry.says(say("moved_already", day=inquiry.day(new)))
    return _moved(inquiry, old, new)


def _next_day(inquiry: Inquiry) -> date | None:
    return next(iter(to_come(inquiry.plan, inquiry.today)), None)


def _moved(inquiry: Inquiry, old: date, new: date) -> Handled:
    refused = _refused(inquiry, new)
    if refused is not None:
        return inquiry.says(refused, *_nearest(inquiry, old, new))
    book = moved(inquiry.book, inquiry.today, old, new)
    words = (say("moved", day=inquiry.day(new)), *_follows(inquiry, book, old, new))
    if old == inquiry.today and isinstance(inquiry.held, Briefing):
        return inquiry.closes(book, *words)
    return inquiry.changes(book, *words)


def _follows(inquiry: Inquiry, book: Book, old: date, new: date) -> tuple[Say, ...]:
    """What else has moved; into another week there is more to it than two days."""
    if monday_of(old) == monday_of(new):
        return shifts(inquiry, book, (old, new))
    return coming_days(inquiry, to_come(inquiry.planned_from(book), inquiry.today))


def _refused(inquiry: Inquiry, new: date) -> Say | None:
    reason = _refusal(inquiry, new)
    if reason is not None:
        return reason.said
    return say("day_taken", day=inquiry.day(new)) if _has_session(inquiry, new) else None


def _refusal(inquiry: Inquiry, day: date) -> Reason | None:
    return refusal(inquiry.book, inquiry.library, inquiry.today, day)


def _has_session(inquiry: Inquiry, day: date) -> bool:
    ahead = (monday_of(day) - monday_of(inquiry.today)).days // DAYS
    planned = plan_weeks(inquiry.book, inquiry.library, inquiry.today, ahead + 1).on(day)
    return planned is not None and planned.session is not None


def _nearest(inquiry: Inquiry, old: date, new: date) -> tuple[Say, ...]:
    """The day next to the wanted one that the session could be on."""
    if not inquiry.today <= new < inquiry.today + timedelta(WEEKS_AHEAD * DAYS):
        return ()
    for by in NEAREST:
        day = new + timedelta(days=by)
        if day >= inquiry.today and day != old and _refused(inquiry, day) is None:
            return (say("nearest_day", day=inquiry.day(day)),)
    return ()


def skip_today(inquiry: Inquiry) -> Handled:
    """No session today; where it goes follows from the plan. Never a word of blame."""
    if inquiry.running:
        return inquiry.says(say("skip_running"))
    if inquiry.between and inquiry.here.session is None:
        return inquiry.says(say("rest_anyway"), *next_words(inquiry))
    book = _noted(inquiry, replace(_note(inquiry), off=True, pinned=False))
    if not inquiry.book.profile.answered:
        return inquiry.closes(book, say("skipped_today"))
    return inquiry.closes(book, say("skipped_today"), *_gone_to(inquiry, book))


def _gone_to(inquiry: Inquiry, book: Book) -> tuple[Say, ...]:
    """Where today's session is now, or when the next one is."""
    words = shifts(inquiry, book)
    if any(each.phrase == "shift_moved" for each in words):
        return words
    return shifts(inquiry, book, (inquiry.today,)) or _next_after(inquiry, book)


def _next_after(inquiry: Inquiry, book: Book) -> tuple[Say, ...]:
    following = inquiry.planned_from(book).after(inquiry.today)
    return (say("next_session", day=inquiry.day(following.day)),) if following else ()


# Today


def _note(inquiry: Inquiry) -> DayNote:
    return inquiry.book.diary.on(inquiry.today)


def _noted(inquiry: Inquiry, note: DayNote) -> Book:
    diary = inquiry.book.diary.noted(note, inquiry.today)
    return replace(inquiry.book, diary=diary)


READINESS = {
    Feeling.FINE: Readiness.GREEN,
    Feeling.TIRED: Readiness.AMBER,
    Feeling.SORE: Readiness.AMBER,
    Feeling.ILL: Readiness.RED,
}


def feeling(inquiry: Inquiry) -> Handled:
    """Tired or sore: today gets easier. Ill: no session, for which the session has the words."""
    command = inquiry.command
    assert isinstance(command, Feel)
    if command.state is None and inquiry.running:
        return inquiry.says(say("feeling_running"))
    if command.state is None:
        return inquiry.asks(Query("feeling", (say("ask_feeling"),)))
    if command.state is Feeling.ILL:
        return ill(inquiry)
    book = _noted(inquiry, replace(_note(inquiry), readiness=READINESS[command.state]))
    if inquiry.running:
        fine = command.state is Feeling.FINE
        return inquiry.changes(book, say("feeling_fine" if fine else "feeling_running"))
    return inquiry.changes(book, *_felt(inquiry, command.state))


def _felt(inquiry: Inquiry, state: Feeling) -> tuple[Say, ...]:
    word = say(f"feeling_{state.value}")
    if state is Feeling.FINE or inquiry.here.done:
        return (word,)
    if inquiry.between and inquiry.here.session is None:
        return word, say("rest_suits")
    return word, say("easier_today")


def ill(inquiry: Inquiry) -> Handled:
    """Note it; the session says that there is none today, and ends one that runs."""
    book = _noted(inquiry, replace(_note(inquiry), readiness=Readiness.RED))
    if inquiry.answering:
        return inquiry.closes(book, say("ill", Priority.KEEP))
    return Handled(None, book, book != inquiry.book, not inquiry.running)


def shorten(inquiry: Inquiry) -> Handled:
    """Today in less time. A session that runs is shortened by the session itself."""
    command = inquiry.command
    assert isinstance(command, Shorten)
    if inquiry.running:
        return inquiry.unanswered()
    if inquiry.between and inquiry.here.session is None:
        return inquiry.says(say("rest_anyway"), *next_words(inquiry))
    if command.minutes is None:
        return inquiry.asks(Query("shorten", (say("ask_shorten"),)))
    if command.minutes < SHORTEST_TODAY:
        return inquiry.says(say("too_short", amount=Amount(SHORTEST_TODAY, "minutes")))
    minutes = min(command.minutes, LONGEST)
    book = _noted(inquiry, replace(_note(inquiry), minutes=minutes))
    if minutes >= inquiry.book.profile.minutes:
        return inquiry.changes(book, say("time_enough"))
    return inquiry.changes(book, say("shortened", amount=Amount(minutes, "minutes")))


def travelling(inquiry: Inquiry) -> Handled:
    """Today with what is at hand away from home."""
    command = inquiry.command
    assert isinstance(command, Travelling)
    if inquiry.running:
        return inquiry.says(say("swap_running"))
    profile = inquiry.book.profile
    gear = frozenset(command.equipment) or profile.gear_at(Where.TRAVEL)
    book = _noted(inquiry, replace(_note(inquiry), gear=gear))
    if inquiry.between and inquiry.here.session is None:
        return inquiry.changes(book, say("travel_rest"))
    listed = ",".join(sorted(gear))
    words = say("travel_gear", gear=listed) if gear else say("travel_bare")
    return inquiry.changes(book, words)

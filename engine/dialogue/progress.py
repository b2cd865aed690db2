"""How it goes: weeks looked back on, exercises, streaks and bests."""

from __future__ import annotations

from datetime import date, timedelta

from engine.cues import NOUNS, Amount, Name, Say, Span, say
from engine.dialogue.inquiry import Handled, Inquiry
from engine.plan.athlete.calendar import DAYS, monday_of
from engine.plan.model import Level
from engine.plan.progression.model import Training, WeekDone
from engine.plan.progression.summary import (
    best_of,
    course_of,
    streak_on,
    week_done,
    weeks_done,
)
from engine.session.commands import Best, Period, Progress
from engine.units import MINUTE, Load, Ms

WEEKS_OF_A_MONTH = 4


def progress(inquiry: Inquiry) -> Handled:
    """Of one exercise where one is named, else of a week or a month."""
    command = inquiry.command
    assert isinstance(command, Progress)
    if command.exercise is not None:
        return inquiry.says(*_exercise(inquiry, command.exercise))
    if not inquiry.book.training.sessions:
        return inquiry.says(say("progress_first"))
    period = command.period or Period.WEEK
    done = _done(inquiry.book.training, inquiry.today, period)
    if command.period is None and not done.sessions:
        period = Period.LAST_WEEK
        done = _done(inquiry.book.training, inquiry.today, period)
    return inquiry.says(*_period(period, done))


def _done(training: Training, today: date, period: Period) -> WeekDone:
    monday = monday_of(today)
    match period:
        case Period.WEEK:
            return week_done(training, monday)
        case Period.LAST_WEEK:
            return week_done(training, monday - timedelta(days=DAYS))
        case Period.MONTH:
            return weeks_done(training, monday, WEEKS_OF_A_MONTH)


def _period(period: Period, done: WeekDone) -> tuple[Say, ...]:
    if not done.sessions:
        return (say(f"nothing_{period.value}"),)
    words = say(
        f"progress_{period.value}",
        amount=Amount(done.sessions, "sessions"),
        sets=Amount(done.sets, "sets"),
        span=Span(Ms(done.minutes * MINUTE)),
    )
    rises = say("progress_rises", amount=Amount(done.rises, "exercises"))
    return (words, rises) if done.rises else (words,)


def _exercise(inquiry: Inquiry, id: str) -> tuple[Say, ...]:
    if inquiry.library.named(id) is None:
        return (say("known_exercise_only"),)
    course = course_of(inquiry.book.training, inquiry.library, id)
    if course is None:
        return (say("never_done", exercise=Name(id)),)
    now = course.now
    amount, load = _amount(inquiry, now, now.last_target or now.target), now.last_load or now.load
    if now.exercise != course.began.exercise:
        old, new = Name(course.began.exercise), Name(now.exercise)
        words = say("going_on_to", old=old, new=new, amount=amount, load=load)
    else:
        phrase = "going_up" if course.went_up else "going_steady"
        words = say(phrase, exercise=Name(now.exercise), amount=amount, load=load)
    return (words, *((now.why.said,) if now.why else ()))


def _amount(inquiry: Inquiry, level: Level, count: int) -> Amount:
    return Amount(count, NOUNS[inquiry.library.exercises[level.exercise].measure])


def streak(inquiry: Inquiry) -> Handled:
    """Weeks in a row; a streak that ended is no reproach."""
    training = inquiry.book.training
    weeks = streak_on(training, inquiry.today)
    best = max(training.best_streak, weeks)
    if not best:
        return inquiry.says(say("streak_first"))
    if not weeks:
        return inquiry.says(say("streak_anew", amount=Amount(best, "weeks")))
    words = say("streak", amount=Amount(weeks, "weeks"))
    longest = say("streak_best", amount=Amount(best, "weeks"))
    return inquiry.says(words, *((longest,) if best > weeks else ()))


def best(inquiry: Inquiry) -> Handled:
    """The best set ever of an exercise or a family."""
    command = inquiry.command
    assert isinstance(command, Best)
    if command.exercise is None:
        return inquiry.says(say("best_which"))
    if inquiry.library.named(command.exercise) is None:
        return inquiry.says(say("known_exercise_only"))
    level = best_of(inquiry.book.training, inquiry.library, command.exercise)
    if level is None:
        return inquiry.says(say("never_done", exercise=Name(command.exercise)))
    amount, load = _amount(inquiry, level, level.best), level.best_load
    return inquiry.says(_best(inquiry, level, amount, load))


def _best(inquiry: Inquiry, level: Level, amount: Amount, load: Load | None) -> Say:
    day = inquiry.day(level.best_on) if level.best_on else None
    return say("best", exercise=Name(level.exercise), amount=amount, load=load, day=day)

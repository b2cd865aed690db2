"""What runs on from week to week: the turn of session types, loading weeks, comebacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from engine.plan.athlete.calendar import DAYS, monday_of
from engine.plan.athlete.days import Readiness
from engine.plan.book import Book
from engine.plan.model import Phase
from engine.plan.planner.days import near_races, run_week
from engine.plan.planner.kinds import MOBILITY, turn_after
from engine.plan.planner.phases import phase_of
from engine.plan.planner.races import Nearness
from engine.plan.planner.rules import Placed, Setting
from engine.plan.progression.deload import DAYS_OFF, deload_due, loading_weeks_before_deload
from engine.plan.progression.model import SessionDone

ONE_WEEK = timedelta(days=DAYS)
_BEFORE_A_RACE = (Phase.TAPER, Phase.RACE_WEEK)


@dataclass(frozen=True)
class Stage:
    """Where a week stands in the athlete's training."""

    phase: Phase
    training_week: int
    """From 1."""
    block_week: int
    """Weeks since the last easy one, from 1."""
    block: int
    """Blocks of loading weeks before the one that it belongs to; an easy week ends its block."""


@dataclass(frozen=True)
class Thread:
    """What one week hands on to the next."""

    last: str | None = None
    """Where the turn of session types has got to."""
    sunday: str | None = None
    """What the Sunday before held."""
    prepared: date | None = None
    """The day of the race before which the one session of the last days has been."""
    loading: int = 0
    """Loading weeks since the last easy one."""
    block: int = 0
    """Blocks of loading weeks that an easy one has ended."""
    due: bool = False
    """An easy week has begun, or was earned before its time."""
    back: date | None = None
    """The day of the first session from now on; None while it is not known yet."""
    ill: date | None = None
    """The last day of an illness after which there was no session yet."""


def begun(book: Book, start: date) -> Thread:
    """What a plan goes on from."""
    training = book.training
    kinds = [_kind(done) for done in training.recent if done.day < start]
    before = done_in(book, start - ONE_WEEK)
    loading = max(0, training.loading_weeks - (training.loading_week == start))
    last = max((done.day for done in training.recent if done.day < start), default=None)
    rested = last is not None and start - last >= DAYS_OFF
    return Thread(
        turn_after(None, kinds),
        before.get(DAYS - 1),
        _prepared(setting_of(book, start, start - ONE_WEEK, Thread()), before),
        0 if rested else loading,
        training.blocks + (rested and loading > 0),
        deload_due(training, book.diary, start, book.profile.experience),
        ill=_ill_since(book, start),
    )


def done_in(book: Book, start: date) -> dict[int, str]:
    """The types of a week's past sessions by the index of their day."""
    return {
        (done.day - start).days: _kind(done)
        for done in book.training.recent
        if start <= done.day < start + ONE_WEEK and done.kind != MOBILITY
    }


def _kind(done: SessionDone) -> str:
    return done.kind or ("full" if done.legs else "upper")


def _ill_since(book: Book, start: date) -> date | None:
    last = max((done.day for done in book.training.recent), default=date.min)
    red = (note.day for note in book.diary.notes if note.readiness is Readiness.RED)
    since = max((day for day in red if day > last), default=None)
    return start - timedelta(days=1) if since is None and book.training.ill else since


def following(
    thread: Thread, at: Setting, stage: Stage, placed: Placed, back: date | None
) -> Thread:
    """What a week hands on. One without a session is as good as an easy one."""
    easy = stage.phase is not Phase.BUILD or not placed
    recovered = thread.ill and any(at.week.days[index] > thread.ill for index in placed)
    return Thread(
        turn_after(thread.last, placed.values()),
        placed.get(DAYS - 1),
        _prepared(at, placed) or thread.prepared,
        0 if easy else thread.loading + 1,
        thread.block + (easy and thread.loading > 0),
        back=back,
        ill=None if recovered else thread.ill,
    )


def _prepared(at: Setting, placed: Placed) -> date | None:
    near = (at.near[index] for index in placed)
    races = (each.race.day for each in near if each.race and each.nearness is Nearness.LAST_WEEK)
    return max(races, default=None)


def setting_of(book: Book, today: date, start: date, thread: Thread) -> Setting:
    """A week as the rules look at it."""
    week = run_week(book, start)
    near = near_races(book, week)
    return Setting(book, today, week, near, thread.sunday, thread.prepared)


def stage_of(at: Setting, thread: Thread) -> Stage:
    """Where a week stands."""
    phase = phase_of(at.near, _deload(at, thread))
    ended = phase is not Phase.BUILD and not thread.loading
    block = max(0, thread.block - ended)
    return Stage(phase, _training_week(at), thread.loading + 1, block)


def _deload(at: Setting, thread: Thread) -> bool:
    """Begun or earned, or due by the count; then a taper that comes next does the same job."""
    if thread.loading < loading_weeks_before_deload(at.book.profile.experience):
        return thread.due
    after = setting_of(at.book, at.today, at.week.start + ONE_WEEK, thread)
    return phase_of(after.near, deload=False) not in _BEFORE_A_RACE


def _training_week(at: Setting) -> int:
    """From 1, counted from the week of the first session, or from the plan's own first week."""
    first = at.book.training.first or at.today
    return 1 + max(0, (at.week.start - monday_of(first)).days) // DAYS

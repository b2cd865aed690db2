"""The sessions of a placed week, one after the other: leg sets and jumps are shared out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.library.model import Library, Pattern
from engine.plan.book import Book
from engine.plan.planner.model import PlannedSession
from engine.plan.planner.placement import after_sudden, light_before
from engine.plan.planner.rules import Placed, Setting
from engine.plan.planner.thread import Stage, Thread
from engine.plan.planner.why import spiked, why_session
from engine.plan.planner.wishes import HARD_SETS, Bench, Spot, gap_on, least_hard_sets, wish_for
from engine.plan.progression.model import WeekDone
from engine.plan.workout.fit import LOWER_BODY
from engine.plan.workout.wish import Built


def sessions_of(
    bench: Bench, at: Setting, coming: Placed, stage: Stage, thread: Thread
) -> dict[int, PlannedSession]:
    """The sessions to come, by the index of their day."""
    left, jumping = hard_sets_left(at.book, at.week.start), jumped(at.book, at.week.start)
    kept = sum(least_hard_sets(kind, at.book) for kind in coming.values())
    recovers = _first_after_illness(at, coming, thread)
    spike = spiked(at)
    sessions: dict[int, PlannedSession] = {}
    for index, kind in coming.items():
        least = least_hard_sets(kind, at.book)
        kept -= least
        spot = Spot(
            at.week.days[index],
            kind,
            stage,
            at.near[index],
            gap_on(at.book, at.week.days[index], stage.training_week, thread.back),
            light=light_before(at, index, kind) is not None
            or after_sudden(at, index, kind)
            or index == recovers,
            hard_sets_left=max(0, left - kept, min(left, least)),
            jumping=jumping,
            spike=spike,
        )
        wish = wish_for(bench, spot)
        session = _session(bench.build(wish), at, index, spot, recovers == index)
        left -= _hard_sets(bench.library, session)
        jumping += (
            wish.jumps_left_out or Pattern.PLYOMETRIC in dict(session.workout.patterns).values()
        )
        sessions[index] = session
    return sessions


def _session(built: Built, at: Setting, index: int, spot: Spot, recovers: bool) -> PlannedSession:
    dated = replace(
        built.workout,
        day=spot.day.isoformat(),
        reasons=why_session(at, index, built.workout, spot, recovers),
    )
    return PlannedSession(spot.day, dated, built.length)


def _first_after_illness(at: Setting, coming: Placed, thread: Thread) -> int | None:
    """The first session to come, where the athlete has been ill since the last one."""
    if thread.ill is None:
        return None
    return next((index for index in coming if at.week.days[index] > thread.ill), None)


def hard_sets_left(book: Book, start: date) -> int:
    """What is left of the week's allowance of lower-body sets; less than none after too many."""
    patterns = _done(book, start).patterns
    done = sum(sets for pattern, sets in patterns if pattern in LOWER_BODY)
    return HARD_SETS[book.profile.experience] - done


def jumped(book: Book, start: date) -> int:
    """Sessions with jumps in a week so far: all that were done, if there were jumps at all."""
    week = _done(book, start)
    return week.sessions if Pattern.PLYOMETRIC in dict(week.patterns) else 0


def _done(book: Book, start: date) -> WeekDone:
    found = (week for week in book.training.weeks if week.monday == start)
    return next(found, WeekDone(start))


def _hard_sets(library: Library, session: PlannedSession) -> int:
    sets = session.workout.sets_by_exercise.items()
    return sum(n for id, n in sets if library.exercises[id].pattern in LOWER_BODY)

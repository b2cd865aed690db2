"""What could not be as it was asked for, each in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from engine.cues import Day
from engine.library.model import Experience, Gear
from engine.plan.model import Dosage, Phase
from engine.plan.planner.model import PlannedSession
from engine.plan.planner.rules import Placed, Setting, most_sessions, not_cleared
from engine.plan.planner.thread import Stage
from engine.plan.planner.why import spiked
from engine.plan.planner.wishes import Bench
from engine.plan.progression.layoff import layoff_on
from engine.plan.reasons import Reason, because

SHORT_MINUTES = 15
"""A single session of that length a week has room neither for a push nor for a hinge."""
MENTIONED_FOR = timedelta(weeks=1)
"""How long a race that is over is mentioned while no other is on file."""
MORE_AFTER = {Experience.BEGINNER: (26, 36), Experience.INTERMEDIATE: (104, 150)}
"""Training weeks and sessions after which a level may be left: its half year and its two years
(ACSM 2009), with sessions enough to have used them (engineering judgement)."""
MORE_SAID_IN = 2
"""First weeks of each block in which that is said."""
BESIDE = frozenset({Gear.MAT, Gear.ANCHOR})
"""What no exercise is done with."""


def notes(
    bench: Bench,
    at: Setting,
    stage: Stage,
    placed: Placed,
    sessions: Mapping[int, PlannedSession],
) -> Iterator[Reason]:
    """What the athlete should know of a week."""
    profile = at.book.profile
    if not_cleared(at, 0):
        return
    wanted, most = profile.days_per_week, most_sessions(profile)
    if wanted > most:
        yield because("cap_days", wanted=wanted, placed=most)
    if not at.week.rest_days:
        yield because("no_rest_day")
    whole = stage.phase in (Phase.BUILD, Phase.DELOAD) and at.today <= at.week.start
    if whole and len(placed) < min(wanted, most):
        fewer = because("fewer_days", wanted=wanted, placed=len(placed))
        yield fewer if placed else because("no_day_fits")
    if whole and len(placed) == 1 and profile.minutes <= SHORT_MINUTES:
        yield because("lacks_push_hinge")
    if at.week.start <= at.today <= at.week.days[-1]:
        yield from _of_today(bench, at, sessions)
        if _ready_for_more(at, stage):
            yield because("ready_for_more")


def _of_today(
    bench: Bench, at: Setting, sessions: Mapping[int, PlannedSession]
) -> Iterator[Reason]:
    """What concerns the present week alone."""
    races, today = [race.day for race in at.book.profile.races], at.today
    if races and today - MENTIONED_FOR <= max(races) < today:
        yield because("race_past", day=Day(max(races).isoformat(), today.isoformat()))
    if spiked(at):
        yield because("spike")
    idle = _idle_gear(bench, sessions)
    if idle:
        yield because("gear_unusable", gear=",".join(sorted(idle)))


def _ready_for_more(at: Setting, stage: Stage) -> bool:
    """Long and steadily enough at a level, in a fresh block, and not just back from a gap."""
    training = at.book.training
    weeks, sessions = MORE_AFTER.get(at.book.profile.experience, (None, 0))
    if weeks is None or stage.training_week <= weeks or training.sessions < sessions:
        return False
    fresh = stage.phase is Phase.BUILD and stage.block_week <= MORE_SAID_IN
    return fresh and layoff_on(training, at.today) is None


def _idle_gear(bench: Bench, sessions: Mapping[int, PlannedSession]) -> frozenset[Gear]:
    """All of the athlete's equipment, where no session makes use of any of it; light ones, with
    their few exercises, tell nothing by themselves."""
    gear = bench.book.profile.gear
    workouts = [each.workout for each in sessions.values() if each.workout.gear == gear]
    whole = any(workout.dosage is Dosage.NORMAL for workout in workouts)
    used = any(
        bench.library.exercises[id].gear_from(gear)
        for workout in workouts
        for id in workout.exercises
    )
    return frozenset() if used or not whole else gear - BESIDE

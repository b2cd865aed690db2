"""The coach's book on an athlete: out of storage, and back where it has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta, tzinfo
from functools import lru_cache

from engine.library.model import Library, Place
from engine.plan.athlete.days import Diary
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import Run, RunKind
from engine.plan.book import Book
from engine.plan.planner.asked import reach_of
from engine.plan.progression.fold import settled, with_latest
from engine.plan.progression.model import SessionResult, Training
from engine.session.codec import restore, snapshot
from engine.session.standing import Standing
from skill.service.days import day_of
from skill.service.ports import Ids, UnitOfWork
from skill.service.records import Athlete, RunRecord

NOTHING = "{}"
REMEMBERED = 256
"""Rows whose snapshots are kept read: between two turns they are mostly the same."""
RUNS_FROM_DAYS = 35
"""How far back runs matter: a month for the longest one, and this week."""


def profile_of(athlete: Athlete) -> Profile:
    """What the athlete has told; the defaults where nothing was told yet."""
    return _profile(athlete.profile)


def training_of(athlete: Athlete) -> Training:
    """What past sessions come to, the last one still apart."""
    return _training(athlete.training)


def diary_of(athlete: Athlete) -> Diary:
    """What was said of single days."""
    return Diary() if athlete.diary == NOTHING else restore(Diary, json.loads(athlete.diary))


@lru_cache(REMEMBERED)
def _profile(stored: str) -> Profile:
    return Profile() if stored == NOTHING else restore(Profile, json.loads(stored))


@lru_cache(REMEMBERED)
def _training(stored: str) -> Training:
    return Training() if stored == NOTHING else restore(Training, json.loads(stored))


@lru_cache(REMEMBERED)
def _settled(training: str, profile: str, library: Library) -> Training:
    """The training as a plan should see it, the last session folded in."""
    return settled(_training(training), reach_of(_profile(profile), library))


def book_of(
    work: UnitOfWork,
    athlete: Athlete,
    standing: Standing,
    day: date,
    zone: tzinfo,
    library: Library,
) -> Book:
    """All that planning goes by on the athlete's own ``day``. Raises StorageFault."""
    since = (day - timedelta(days=RUNS_FROM_DAYS)).isoformat()
    runs = tuple(_run(record) for record in work.runs(athlete.id, since))
    return replace(remembered_book(athlete, standing, zone, library), runs=runs)


def remembered_book(athlete: Athlete, standing: Standing, zone: tzinfo, library: Library) -> Book:
    """What an athlete's row alone tells, for when storage is away: no dated runs."""
    profile = profile_of(athlete)
    sore = ((place, day_of(until, zone) + timedelta(days=1)) for place, until in standing.blocked)
    return Book(
        profile=profile,
        training=_settled(athlete.training, athlete.profile, library),
        diary=diary_of(athlete),
        sore=tuple(sore),
        needs_clearance=standing.needs_clearance,
    )


def _run(record: RunRecord) -> Run:
    return Run(
        date.fromisoformat(record.day),
        RunKind(record.kind),
        record.done,
        record.distance_m,
        record.minutes,
    )


def with_book(athlete: Athlete, before: Book, after: Book) -> Athlete:
    """The athlete's row after the profile or the diary has changed."""
    if after.profile != before.profile:
        zone = after.profile.time_zone or athlete.time_zone
        kept = json.dumps(snapshot(after.profile))
        athlete = replace(athlete, profile=kept, time_zone=zone)
    if after.diary != before.diary:
        athlete = replace(athlete, diary=json.dumps(snapshot(after.diary)))
    return athlete


def with_result(athlete: Athlete, result: SessionResult, library: Library) -> Athlete:
    """The athlete's row after a session; an earlier version of the same session is replaced."""
    reach = reach_of(profile_of(athlete), library)
    training = with_latest(training_of(athlete), result, reach)
    return replace(athlete, training=json.dumps(snapshot(training)))


def without_ache(athlete: Athlete, place: Place | None) -> Athlete:
    """The athlete's row once a place, or everything, is fine again."""
    profile = profile_of(athlete)
    left = tuple(ache for ache in profile.aches if place not in (None, ache.place))
    return _with_profile(athlete, profile, replace(profile, aches=left))


def cleared(athlete: Athlete) -> Athlete:
    """The athlete's row once a professional has said yes."""
    profile = profile_of(athlete)
    return _with_profile(athlete, profile, replace(profile, cleared=True))


def _with_profile(athlete: Athlete, before: Profile, after: Profile) -> Athlete:
    return with_book(athlete, Book(before), Book(after))


def keep_runs(
    work: UnitOfWork, athlete_id: str, before: Iterable[Run], after: Iterable[Run], ids: Ids
) -> None:
    """Store what has changed between two lists of runs. Raises StorageFault."""
    was, now = _by_day(before), _by_day(after)
    for day, done in sorted(was.keys() | now.keys()):
        if was.get((day, done)) == now.get((day, done)):
            continue
        work.remove_runs(athlete_id, day.isoformat(), done)
        for run in now.get((day, done), ()):
            work.add_run(athlete_id, _record(run, ids))


def _by_day(runs: Iterable[Run]) -> dict[tuple[date, bool], tuple[Run, ...]]:
    found: dict[tuple[date, bool], tuple[Run, ...]] = {}
    for run in runs:
        key = (run.day, run.done)
        found[key] = (*found.get(key, ()), run)
    return found


def _record(run: Run, ids: Ids) -> RunRecord:
    return RunRecord(
        ids.new(), run.day.isoformat(), run.kind.value, run.done, run.distance_m, run.minutes
    )


def keep_book(work: UnitOfWork, athlete: Athlete, before: Book, after: Book, ids: Ids) -> Athlete:
    """Store a changed book, and return the athlete's row as it is then. Raises StorageFault."""
    changed = with_book(athlete, before, after)
    if changed != athlete:
        work.save_athlete(changed)
    keep_runs(work, athlete.id, before.runs, after.runs, ids)
    return changed


def changed_alone(fresh: Athlete, before: Athlete, after: Athlete) -> Athlete:
    """The row as it is now with only what has changed from ``before`` to ``after``."""
    names = [field.name for field in fields(Athlete)]
    changes = {n: getattr(after, n) for n in names if getattr(after, n) != getattr(before, n)}
    return replace(fresh, **changes)

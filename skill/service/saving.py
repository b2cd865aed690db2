"""A turn goes to storage: the session, its facts and events, and what changed of the athlete."""

from __future__ import annotations

import json
from dataclasses import replace

from engine.session.codec import snapshot
from engine.units import Instant
from skill.service.book import changed_alone, keep_runs
from skill.service.ports import Ids, UnitOfWork
from skill.service.records import Athlete, HeardRecord, SessionRecord
from skill.service.sitting import Sitting, with_standing


def saved(work: UnitOfWork, sitting: Sitting, at: Instant, ids: Ids) -> Sitting:
    """Keep a turn; the sitting as it stands in storage afterwards. Raises StorageFault."""
    for earlier in sitting.before:
        _save_session(work, earlier, earlier.state.course.last_at, ids)
    athlete = _save_athlete(work, sitting, at)
    runs = sitting.book.runs if sitting.book else ()
    if sitting.book is not None and runs != sitting.runs_stored:
        keep_runs(work, athlete.id, sitting.runs_stored, runs, ids)
    record = sitting.record
    if sitting.worth_keeping():
        record = _save_session(work, sitting, at, ids)
    return replace(
        sitting,
        athlete=athlete,
        stored=athlete,
        runs_stored=runs,
        record=record,
        facts=(),
        heard=(),
        cues=(),
        before=(),
        unsaved=False,
    )


def _save_athlete(work: UnitOfWork, sitting: Sitting, at: Instant) -> Athlete:
    athlete = with_standing(sitting.athlete, sitting.standing, at)
    if sitting.unsaved and sitting.stored is not None:
        # Somebody else may have changed the row while storage was away from here.
        fresh = work.athlete(athlete.id) or athlete
        athlete = changed_alone(fresh, sitting.stored, athlete)
    if athlete != sitting.stored:
        work.save_athlete(athlete)
    return athlete


def _save_session(work: UnitOfWork, sitting: Sitting, at: Instant, ids: Ids) -> SessionRecord:
    record = sitting.as_record(ids, at)
    heard = sitting.heard
    if sitting.record is None:
        work.add_session(record)
        opening = HeardRecord(0, record.opened_at, json.dumps(snapshot(sitting.opened)))
        heard = (opening, *heard)
    else:
        work.save_session(record)
    work.add_facts(record.athlete_id, record.id, sitting.fact_records(ids))
    work.add_heard(record.athlete_id, record.id, heard)
    return record

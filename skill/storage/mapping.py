"""Rows to frozen records and back, by hand: a column that is forgotten shows in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sqlalchemy import RowMapping

from engine.units import Instant
from skill.service.records import (
    Athlete,
    Channel,
    FactRecord,
    HeardRecord,
    RunRecord,
    SessionRecord,
    Status,
)

Values: TypeAlias = Mapping[str, str | int | None]
"""One row, by column."""


def athlete_values(athlete: Athlete) -> Values:
    """The whole row."""
    return {
        "id": athlete.id,
        "name": athlete.name,
        "time_zone": athlete.time_zone,
        "created_at": athlete.created_at,
        "consented_at": athlete.consented_at,
        "notes": athlete.notes,
        "profile": athlete.profile,
        "training": athlete.training,
        "diary": athlete.diary,
    }


def athlete_from(row: RowMapping) -> Athlete:
    """The athlete of a whole row."""
    consented_at = row["consented_at"]
    return Athlete(
        id=row["id"],
        name=row["name"],
        time_zone=row["time_zone"],
        created_at=Instant(row["created_at"]),
        consented_at=None if consented_at is None else Instant(consented_at),
        notes=row["notes"],
        profile=row["profile"],
        training=row["training"],
        diary=row["diary"],
    )


def identity_values(athlete_id: str, channel: Channel, external_id: str) -> Values:
    """The whole row."""
    return {"athlete_id": athlete_id, "channel": channel.value, "external_id": external_id}


def link_code_values(athlete_id: str, code: str, until: Instant) -> Values:
    """The whole row."""
    return {"athlete_id": athlete_id, "code": code, "until": until}


def session_values(session: SessionRecord) -> Values:
    """The whole row."""
    return {
        "athlete_id": session.athlete_id,
        "id": session.id,
        "day": session.day,
        "status": session.status.value,
        "version": session.version,
        "opened_at": session.opened_at,
        "changed_at": session.changed_at,
        "workout": session.workout,
        "state": session.state,
        "aired": session.aired,
    }


def session_from(row: RowMapping) -> SessionRecord:
    """The session of a whole row.

    Raises:
        ValueError: a status that this version does not know.
    """
    return SessionRecord(
        athlete_id=row["athlete_id"],
        id=row["id"],
        day=row["day"],
        status=Status(row["status"]),
        version=row["version"],
        opened_at=Instant(row["opened_at"]),
        changed_at=Instant(row["changed_at"]),
        workout=row["workout"],
        state=row["state"],
        aired=row["aired"],
    )


def fact_values(athlete_id: str, session_id: str, fact: FactRecord) -> Values:
    """The whole row."""
    return {
        "athlete_id": athlete_id,
        "session_id": session_id,
        "number": fact.number,
        "id": fact.id,
        "kind": fact.kind,
        "at": fact.at,
        "body": fact.body,
    }


def fact_from(row: RowMapping) -> FactRecord:
    """The fact of a row."""
    return FactRecord(
        id=row["id"],
        number=row["number"],
        kind=row["kind"],
        at=Instant(row["at"]),
        body=row["body"],
    )


def heard_values(athlete_id: str, session_id: str, heard: HeardRecord) -> Values:
    """The whole row."""
    return {
        "athlete_id": athlete_id,
        "session_id": session_id,
        "number": heard.number,
        "at": heard.at,
        "event": heard.event,
    }


def heard_from(row: RowMapping) -> HeardRecord:
    """The heard event of a row."""
    return HeardRecord(number=row["number"], at=Instant(row["at"]), event=row["event"])


def answer_values(athlete_id: str, request_id: str, answer: str, at: Instant) -> Values:
    """The whole row."""
    return {"athlete_id": athlete_id, "request_id": request_id, "answer": answer, "at": at}


def run_values(athlete_id: str, run: RunRecord) -> Values:
    """The whole row."""
    return {
        "athlete_id": athlete_id,
        "id": run.id,
        "day": run.day,
        "kind": run.kind,
        "done": run.done,
        "distance_m": run.distance_m,
        "minutes": run.minutes,
        "source": run.source,
    }


def run_from(row: RowMapping) -> RunRecord:
    """The run of a row."""
    return RunRecord(
        id=row["id"],
        day=row["day"],
        kind=row["kind"],
        done=row["done"],
        distance_m=row["distance_m"],
        minutes=row["minutes"],
        source=row["source"],
    )

"""What is kept of an athlete, as plain frozen values; JSON texts are the engine's own codecs'."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.units import Instant


class Channel(StrEnum):
    """Where an athlete may come from."""

    ALEXA = "alexa"
    LAPTOP = "laptop"


class Status(StrEnum):
    """How a session stands."""

    OPEN = "open"
    COMPLETED = "completed"
    PARTIAL = "partial"
    SAFETY = "safety"
    """Ended for the athlete's safety."""


@dataclass(frozen=True)
class Athlete:
    """A person. Ids are UUIDv7 texts."""

    id: str
    name: str | None
    """Only on a laptop that several people share (``--athlete NAME``)."""
    time_zone: str | None
    """IANA name; None means the machine's own."""
    created_at: Instant
    consented_at: Instant | None = None
    """When the first-use words were answered with "ready"."""
    notes: str = "{}"
    """What outlasts a session, as JSON: exercises met, verbosity, pain on file."""
    profile: str = "{}"
    """The athlete's answers: a snapshot of ``Profile``; here and below "{}" means nothing yet."""
    training: str = "{}"
    """What past sessions come to: a snapshot of ``Training``."""
    diary: str = "{}"
    """What was said of single days: a snapshot of ``Diary``."""


@dataclass(frozen=True)
class SessionRecord:
    """One run through a workout, as last saved."""

    athlete_id: str
    id: str
    day: str
    """ISO date of the athlete's own day on which it was started."""
    status: Status
    version: int
    """Counts saves; a save from an older version is refused."""
    opened_at: Instant
    changed_at: Instant
    """The last moment that reached the session."""
    workout: str
    state: str
    aired: str = "[]"
    """What a channel is playing by itself: JSON list of [step, instant]."""


@dataclass(frozen=True)
class FactRecord:
    """One fact worth keeping, numbered within its session; never changed, never removed alone."""

    id: str
    number: int
    kind: str
    at: Instant
    body: str


@dataclass(frozen=True)
class HeardRecord:
    """One event that reached a session, kept so that a session can be replayed."""

    number: int
    at: Instant
    event: str


@dataclass(frozen=True)
class RunRecord:
    """A run on a day, planned or done. Its id is a UUIDv7 text."""

    id: str
    day: str
    """ISO date of the athlete's own day."""
    kind: str
    """The value of a ``RunKind``."""
    done: bool
    distance_m: int | None
    minutes: int | None
    source: str = "said"
    """How it became known; "said": the athlete told it."""

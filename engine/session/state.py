"""Where a session stands: one phase, and what all phases share.

Timed phases hold absolute moments, never ticks, so that a session survives a closed channel, a
crash, a reboot or a day.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.cues import Question, Say, Verbosity
from engine.library.model import Gear, Measure, Place
from engine.plan.model import PlannedSet, Workout
from engine.session.commands import Done, Effort, Pain
from engine.session.facts import Ending, Source
from engine.units import EPOCH, Instant, Load, Side

NOTHING_YET = Done()
SOMETHING_HURTS = Pain()


@dataclass(frozen=True)
class Idle:
    """No session."""


@dataclass(frozen=True)
class Briefing:
    """The workout was introduced; waiting for "ready"."""

    step: str


@dataclass(frozen=True)
class Preparing:
    """Getting into place for the set ``index``."""

    step: str
    index: int
    counted: int = 0
    """Reps or seconds of the set that were done before a pause."""
    told: bool = True
    """Whether the set was announced; not yet where time alone led here."""


@dataclass(frozen=True)
class Working:
    """In the set ``index``."""

    step: str
    index: int
    began: Instant
    counted: int = 0


@dataclass(frozen=True)
class Resting:
    """Between sets; the set ``index`` comes next, its lead-in at ``until``."""

    step: str
    index: int
    began: Instant
    until: Instant


@dataclass(frozen=True)
class Finished:
    """Over. A partial session can be taken up again for a while."""

    ending: Ending
    at: Instant
    index: int
    """The set that would have come next."""


Held = Idle | Briefing | Preparing | Working | Resting | Finished
"""Where a session may be while a question is open."""


@dataclass(frozen=True)
class Asking:
    """A question is open; ``held`` is where the session goes on once it is answered."""

    step: str
    question: Question
    held: Held
    index: int = 0
    """The set asked about (reps, effort)."""
    counted: int = 0
    """Reps: what the log assumes when nobody answers."""
    told: Done = NOTHING_YET
    """Reps: what was said already, a load or an effort without a number."""
    hurt: Pain = SOMETHING_HURTS
    """Pain: what was said of it already."""
    exercise: str | None = None
    """Pain: the exercise that it came in."""
    topic: str = ""
    """Yes or no to what: ``start_over``; what the interview asks for."""
    words: tuple[Say, ...] = ()
    """The dialogue's own question, to be put once more."""


@dataclass(frozen=True)
class Paused:
    """Everything stands still since a moment."""

    held: Briefing | Preparing | Working | Resting | Asking
    since: Instant


Phase = Idle | Briefing | Preparing | Working | Resting | Asking | Paused | Finished

PHASES: tuple[type[Phase], ...] = (
    Idle,
    Briefing,
    Preparing,
    Working,
    Resting,
    Asking,
    Paused,
    Finished,
)


def phase_name(phase: Phase) -> str:
    """The state's canonical name, as ``--state`` and the transition table have it."""
    return type(phase).__name__.lower()


@dataclass(frozen=True)
class Log:
    """One set as it stands in the log after corrections."""

    number: int
    """The fact's number, which corrections refer to."""
    index: int
    exercise: str
    set: int
    side: Side | None
    measure: Measure
    target: int
    actual: int
    load: Load | None
    source: Source
    effort: Effort | None = None


@dataclass(frozen=True)
class Course:
    """What every phase shares."""

    turn: int = 0
    """Counts phases entered, so that a late report of an earlier step cannot be mistaken."""
    facts: int = 0
    """The number of the last fact."""
    heard: int = 0
    """The number of the last event."""
    said: tuple[tuple[str, int], ...] = ()
    """How often each phrase was said: its next variant, so that none comes twice in a row."""
    sessions: int = 0
    """Begun before this one: it does not open with the words of the last one."""
    last_at: Instant = EPOCH
    """No event may take the session back behind this moment."""
    started_at: Instant | None = None
    verbosity: Verbosity = Verbosity.FULL
    pace: int = 100
    """Per cent of the prescribed tempo's length."""
    met: tuple[tuple[str, int], ...] = ()
    """In how many sessions before this one the athlete was introduced to an exercise."""
    introduced: tuple[str, ...] = ()
    """Exercises introduced in this session."""
    sets: tuple[PlannedSet, ...] | None = None
    """The flat list as changed in this session; None while it is as prescribed."""
    logs: tuple[Log, ...] = ()
    lowered: tuple[str, ...] = ()
    """Exercises that were too hard once already."""
    missing: frozenset[Gear] = frozenset()
    """Gear of the workout that turned out not to be there."""
    blocked: frozenset[Place] = frozenset()
    """Places that hurt, today's reports included."""
    spared: frozenset[Place] = frozenset()
    """Those of them that were told in this session."""
    left_out: tuple[str, ...] = ()
    """Exercises that hurt in this session, wherever it was."""
    undone: Log | None = None
    """The set that was taken back last; a number said next is of it."""
    consented: bool = False
    """Whether the first-use words were answered."""
    needs_clearance: bool = False
    after_pain: bool = False
    """The safety note is due in the next briefing."""

    def sets_of(self, workout: Workout) -> tuple[PlannedSet, ...]:
        """The flat list as it stands, this session's changes included."""
        return workout.sets if self.sets is None else self.sets


@dataclass(frozen=True)
class State:
    """A session, whole. Stored as a versioned snapshot after every event."""

    phase: Phase = field(default_factory=Idle)
    course: Course = field(default_factory=Course)

    @property
    def name(self) -> str:
        return phase_name(self.phase)

"""What the coach means to voice, in no language and on no channel.

A session answers with a tuple of cues that are meant one after the other from the moment of the
event on, and that replace whatever was being played. Words come later, from ``engine.speech``;
moments come later, from ``engine.score``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from engine.library.model import Measure, Tempo
from engine.units import NO_TIME, Load, Ms


class Priority(IntEnum):
    """What gives way when time is short."""

    LOW = 0
    """Dropped when it would come late or run into something."""
    NORMAL = 1
    """Said, after what was before it."""
    KEEP = 2
    """Safety words and the like: nothing may cut or drop it, in any verbosity."""


class Verbosity(StrEnum):
    """How much the coach says."""

    FULL = "full"
    BRIEF = "brief"
    TONES = "tones"
    """Ticks for counts, words only where they are needed."""


# Arguments of phrases: facts, which the wording turns into words.


@dataclass(frozen=True)
class Span:
    """A length of time to be said: "a minute and a half"."""

    ms: Ms


@dataclass(frozen=True)
class Remaining:
    """The length of all that is still to come; whoever knows the voice's pace puts a Span here."""


@dataclass(frozen=True)
class Name:
    """An exercise or a move by its id, to be said by its announced name."""

    id: str


@dataclass(frozen=True)
class Names:
    """Several exercises, to be said as a list: "squats, lunges and planks"."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class Amount:
    """So many of something countable: "ten reps", "forty seconds", "one set"."""

    count: int
    noun: str


NOUNS = {Measure.REPS: "reps", Measure.HOLD: "seconds", Measure.CONTACTS: "contacts"}
"""What a set of each measure is counted in."""


@dataclass(frozen=True)
class Day:
    """A calendar day, ISO 8601, to be said relative to another where that is closer."""

    date: str
    today: str


@dataclass(frozen=True)
class Days:
    """Several calendar days, each said as a :class:`Day` is."""

    dates: tuple[str, ...]
    today: str


@dataclass(frozen=True)
class Distance:
    """How far, in hundredths of "km" or "mi" as it was said."""

    hundredths: int
    unit: str


Term = Span | Remaining | Name | Names | Amount | Day | Days | Distance | Load | int | str
"""An argument; a plain str is an id of §2b's kinds or a code that the wording knows."""


@dataclass(frozen=True)
class Say:
    """One utterance: a phrase of the wording with its arguments."""

    phrase: str
    args: tuple[tuple[str, Term], ...] = ()
    variant: int = 0
    """Which way of saying it: any number, the wording takes it modulo its variants."""
    priority: Priority = Priority.NORMAL


def say(phrase: str, priority: Priority = Priority.NORMAL, /, **args: Term | None) -> Say:
    """A Say with its arguments by name, those that are None left out; variants come later."""
    given = ((name, value) for name, value in args.items() if value is not None)
    return Say(phrase, tuple(sorted(given)), 0, priority)


@dataclass(frozen=True)
class Count:
    """Reps counted at a tempo, or one contact a second.

    ``since`` is how much of the count is over at the start of the cues it stands in; what falls
    before, or under words said before it, is not counted aloud again.
    """

    step: str
    exercise: str
    reps: int
    first: int
    """The number of the first rep; above 1 when a set goes on after a pause."""
    tempo: Tempo | None
    """None: contacts, which get ticks instead of words."""
    phases: tuple[str, str]
    pace: int
    """Per cent of the prescribed tempo's length: 120 is slower."""
    since: Ms = NO_TIME


@dataclass(frozen=True)
class Hold:
    """A position held; warm-up moves are holds that are explained while they are done."""

    step: str
    exercise: str
    ms: Ms
    during: tuple[Say, ...] = ()
    first_ms: Ms = NO_TIME
    """How much of the prescribed hold was done before a pause; ``ms`` is what is left."""
    since: Ms = NO_TIME


@dataclass(frozen=True)
class Rest:
    """A rest of exactly ``ms``, with words inside it, before a lead-in of ``lead``."""

    step: str
    ms: Ms
    lead: Ms
    """The next set begins this long after the rest; the ten-second call counts it in."""
    during: tuple[Say, ...] = ()
    since: Ms = NO_TIME


@dataclass(frozen=True)
class LeadIn:
    """Words, time to get into place, then three-two-one: at least ``ms`` in all."""

    step: str
    ms: Ms
    during: tuple[Say, ...] = ()


class Question(StrEnum):
    """What the coach may ask."""

    READY = "ready"
    """The briefing's end: shall we begin?"""
    REPS = "reps"
    EFFORT = "effort"
    PAIN_PLACE = "pain_place"
    PAIN_LEVEL = "pain_level"
    YES_NO = "yes_no"
    PROFILE = "profile"
    """The interview."""


@dataclass(frozen=True)
class Ask:
    """A question; the coach listens from the end of its words on."""

    step: str
    question: Question
    words: tuple[Say, ...]


Cue = Say | Count | Hold | Rest | LeadIn | Ask


def words_of(cue: Cue) -> tuple[Say, ...]:
    """All that a cue says, in order; a count's own words are no phrases yet."""
    match cue:
        case Say():
            return (cue,)
        case Ask(words=words):
            return words
        case Rest(during=words) | LeadIn(during=words) | Hold(during=words):
            return words
        case Count():
            return ()


__all__ = [
    "NOUNS",
    "Amount",
    "Ask",
    "Count",
    "Cue",
    "Day",
    "Days",
    "Distance",
    "Hold",
    "LeadIn",
    "Measure",
    "Name",
    "Names",
    "Priority",
    "Question",
    "Remaining",
    "Rest",
    "Say",
    "Span",
    "Term",
    "say",
    "words_of",
]

"""What the athlete wants, in no language: the one vocabulary of every channel.

A command's canonical name is its class name in snake case, and its slots are its fields; both are
the same in the log, in ``stride understand --json`` and, in CamelCase + ``Intent``, in the
interaction model. Slot values are ids or numbers: durations in seconds, ``minutes`` in minutes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.cues import Verbosity
from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.profile import Goal
from engine.plan.athlete.runs import RunKind
from engine.plan.model import Effort as Effort
from engine.plan.model import Focus
from engine.units import Side, Unit


class Symptom(StrEnum):
    """What the athlete may say of being unwell; never a diagnosis."""

    CHEST_PAIN = "chest_pain"
    FAINTING = "fainting"
    BREATHLESS = "breathless"
    """Cannot speak, or out of proportion to the work."""
    NUMBNESS = "numbness"
    DIZZY = "dizzy"
    NAUSEA = "nausea"
    WINDED = "winded"
    """Out of breath but talking."""
    PREGNANCY_SIGN = "pregnancy_sign"
    ILL = "ill"

    @property
    def emergency(self) -> bool:
        """It can be serious: the emergency words, at once."""
        return self in (
            Symptom.CHEST_PAIN,
            Symptom.FAINTING,
            Symptom.BREATHLESS,
            Symptom.NUMBNESS,
        )

    @property
    def locks(self) -> bool:
        """Nothing begins after it before a professional has said yes."""
        return self.emergency or self is Symptom.PREGNANCY_SIGN


class Mode(StrEnum):
    """How a smart speaker runs the session."""

    CONVERSATION = "conversation"
    CONTINUOUS = "continuous"


@dataclass(frozen=True)
class Command:
    """Base of all commands; carries no behaviour but its name."""

    @classmethod
    def name(cls) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


# Plan. A ``day`` is monday … sunday, today, tomorrow, yesterday, or a date as YYYY-MM-DD or MM-DD.


class Feeling(StrEnum):
    """How the athlete says they are."""

    FINE = "fine"
    TIRED = "tired"
    SORE = "sore"
    ILL = "ill"


@dataclass(frozen=True)
class Today(Command):
    pass


@dataclass(frozen=True)
class Week(Command):
    pass


@dataclass(frozen=True)
class Why(Command):
    pass


@dataclass(frozen=True)
class NextSession(Command):
    pass


@dataclass(frozen=True)
class MoveSession(Command):
    day: str | None = None


@dataclass(frozen=True)
class Shorten(Command):
    minutes: int | None = None


@dataclass(frozen=True)
class SkipToday(Command):
    pass


@dataclass(frozen=True)
class Feel(Command):
    state: Feeling | None = None

    @classmethod
    def name(cls) -> str:
        return "feeling"


@dataclass(frozen=True)
class Travelling(Command):
    """Today without the usual equipment; with what is named, else with what travels along."""

    equipment: tuple[Gear, ...] = ()


# Profile


@dataclass(frozen=True)
class Setup(Command):
    pass


@dataclass(frozen=True)
class Answer(Command):
    """Bare words to an open question of the interview: ids and numbers as they were said."""

    value: tuple[str, ...] = ()


@dataclass(frozen=True)
class SetFrequency(Command):
    count: int | None = None


@dataclass(frozen=True)
class SetMinutes(Command):
    minutes: int | None = None


@dataclass(frozen=True)
class SetExperience(Command):
    level: Experience | None = None


@dataclass(frozen=True)
class SetAge(Command):
    years: int | None = None


@dataclass(frozen=True)
class SetGoal(Command):
    goal: Goal | None = None


@dataclass(frozen=True)
class SetDays(Command):
    """Days on which strength sessions are possible."""

    days: tuple[str, ...] = ()


@dataclass(frozen=True)
class SetWeights(Command):
    """The weights that the athlete owns."""

    loads: tuple[float, ...] = ()
    unit: Unit | None = None


@dataclass(frozen=True)
class SetEquipment(Command):
    """What is at hand where the athlete usually trains; "none" for nothing."""

    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class SetRunDays(Command):
    """The usual running days, of one ``kind`` where it is named: "intervals on Tuesday"."""

    days: tuple[str, ...] = ()
    kind: RunKind | None = None


@dataclass(frozen=True)
class SetLongRun(Command):
    day: str | None = None


@dataclass(frozen=True)
class SetRace(Command):
    date: str | None = None
    """YYYY-MM-DD, or MM-DD for the next such day."""
    distance: float | None = None
    """Kilometres."""


@dataclass(frozen=True)
class SetUnits(Command):
    unit: Unit | None = None


# Progress


class Period(StrEnum):
    """A stretch of time to look back on."""

    WEEK = "week"
    LAST_WEEK = "last_week"
    MONTH = "month"


@dataclass(frozen=True)
class Progress(Command):
    exercise: str | None = None
    """An exercise or family id."""
    period: Period | None = None


@dataclass(frozen=True)
class Streak(Command):
    pass


@dataclass(frozen=True)
class Best(Command):
    exercise: str | None = None


# Runs


class DistanceUnit(StrEnum):
    KM = "km"
    MI = "mi"


@dataclass(frozen=True)
class LogRun(Command):
    distance: float | None = None
    minutes: int | None = None
    unit: DistanceUnit | None = None
    kind: RunKind | None = None
    day: str | None = None


@dataclass(frozen=True)
class PlanRun(Command):
    day: str | None = None
    kind: RunKind | None = None


@dataclass(frozen=True)
class RaceWhen(Command):
    pass


# Session


@dataclass(frozen=True)
class Start(Command):
    focus: Focus | None = None
    minutes: int | None = None
    mode: Mode | None = None


@dataclass(frozen=True)
class StartOver(Command):
    pass


@dataclass(frozen=True)
class Ready(Command):
    pass


@dataclass(frozen=True)
class Next(Command):
    to: str | None = None
    """An exercise or family id, or the word "exercise" for whichever other one comes next."""


@dataclass(frozen=True)
class Back(Command):
    pass


@dataclass(frozen=True)
class Repeat(Command):
    pass


@dataclass(frozen=True)
class Explain(Command):
    exercise: str | None = None
    """An exercise or family id; None means the present one."""


@dataclass(frozen=True)
class Pause(Command):
    pass


@dataclass(frozen=True)
class Resume(Command):
    pass


@dataclass(frozen=True)
class Stop(Command):
    pass


@dataclass(frozen=True)
class Skip(Command):
    pass


@dataclass(frozen=True)
class Swap(Command):
    missing: Gear | None = None


@dataclass(frozen=True)
class Easier(Command):
    pass


@dataclass(frozen=True)
class Harder(Command):
    pass


@dataclass(frozen=True)
class MoreRest(Command):
    seconds: int | None = None


@dataclass(frozen=True)
class LessRest(Command):
    """Without seconds: the rest is over."""

    seconds: int | None = None


@dataclass(frozen=True)
class HowLong(Command):
    pass


@dataclass(frozen=True)
class HowMany(Command):
    pass


@dataclass(frozen=True)
class WhatsNext(Command):
    pass


@dataclass(frozen=True)
class WhereAmI(Command):
    pass


@dataclass(frozen=True)
class Slower(Command):
    pass


@dataclass(frozen=True)
class Faster(Command):
    pass


@dataclass(frozen=True)
class SetVerbosity(Command):
    level: Verbosity | None = None

    @classmethod
    def name(cls) -> str:
        return "verbosity"


# Log


@dataclass(frozen=True)
class Done(Command):
    """A set is over; also any bare number, load or side, to which the state gives its sense."""

    reps: int | None = None
    seconds: int | None = None
    load: float | None = None
    unit: Unit | None = None
    side: Side | None = None
    effort: Effort | None = None


@dataclass(frozen=True)
class GiveEffort(Command):
    level: Effort | None = None
    rir: int | None = None
    """Reps in reserve, 0 to 5 (and "more" is 5)."""

    @classmethod
    def name(cls) -> str:
        return "effort"


@dataclass(frozen=True)
class Failed(Command):
    reps: int | None = None


@dataclass(frozen=True)
class Correct(Command):
    reps: int | None = None
    seconds: int | None = None
    load: float | None = None
    unit: Unit | None = None


@dataclass(frozen=True)
class Undo(Command):
    pass


# Safety


@dataclass(frozen=True)
class Pain(Command):
    location: Place | None = None
    side: Side | None = None
    level: int | None = None
    """0 none to 10 worst."""


@dataclass(frozen=True)
class Unwell(Command):
    symptom: Symptom | None = None


@dataclass(frozen=True)
class PainGone(Command):
    location: Place | None = None


@dataclass(frozen=True)
class Cleared(Command):
    """A professional has said that training is fine."""


# Talk


@dataclass(frozen=True)
class Yes(Command):
    pass


@dataclass(frozen=True)
class No(Command):
    pass


@dataclass(frozen=True)
class Cancel(Command):
    pass


@dataclass(frozen=True)
class Help(Command):
    pass


@dataclass(frozen=True)
class About(Command):
    pass


@dataclass(frozen=True)
class Medical(Command):
    pass


@dataclass(frozen=True)
class Unknown(Command):
    """Not understood; changes nothing but the coach's asking again."""


COMMANDS: Mapping[str, type[Command]] = {kind.name(): kind for kind in Command.__subclasses__()}
"""Every command by its canonical name."""

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
from engine.library.model import Gear, Place
from engine.plan.model import Focus
from engine.units import Side, Unit


class Effort(StrEnum):
    """How a set felt."""

    TOO_EASY = "too_easy"
    RIGHT = "right"
    TOO_HARD = "too_hard"


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


# Plan


@dataclass(frozen=True)
class Today(Command):
    pass


@dataclass(frozen=True)
class Why(Command):
    pass


@dataclass(frozen=True)
class NextSession(Command):
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

"""What an exercise is. Ids are the keys of the data files and never change once published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from engine.units import Basis, Ms, seconds


class Pattern(StrEnum):
    """Movement patterns; each has one progression ladder."""

    SQUAT = "squat"
    HINGE = "hinge"
    HIP_EXTENSION = "hip_extension"
    LUNGE = "lunge"
    CALF_STRAIGHT = "calf_straight"
    CALF_BENT = "calf_bent"
    PUSH_HORIZONTAL = "push_horizontal"
    PUSH_VERTICAL = "push_vertical"
    PULL_HORIZONTAL = "pull_horizontal"
    PULL_VERTICAL = "pull_vertical"
    ANTI_EXTENSION = "anti_extension"
    ANTI_ROTATION = "anti_rotation"
    LATERAL_HIP = "lateral_hip"
    PLYOMETRIC = "plyometric"


class Gear(StrEnum):
    """Equipment that must be at hand; a chair and a wall are assumed."""

    BAND = "band"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    STRENGTH_BAR = "strength_bar"
    BARBELL = "barbell"
    CABLE = "cable"
    ANKLE_WEIGHTS = "ankle_weights"
    STEP = "step"
    MAT = "mat"
    PULL_UP_BAR = "pull_up_bar"
    ANCHOR = "anchor"


class Place(StrEnum):
    """Where it can hurt."""

    KNEE = "knee"
    ACHILLES = "achilles"
    CALF = "calf"
    ANKLE = "ankle"
    FOOT = "foot"
    SHIN = "shin"
    BONE = "bone"
    HIP = "hip"
    HAMSTRING = "hamstring"
    LOWER_BACK = "lower_back"
    SHOULDER = "shoulder"
    WRIST = "wrist"
    NECK = "neck"
    OTHER = "other"


class Experience(StrEnum):
    """Beginner: new or more than six months off. Intermediate: about six steady months.
    Advanced: two years or more (ACSM 2009's levels)."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"

    def at_least(self, other: Experience) -> bool:
        return self is other or _ORDER[self] > _ORDER[other]


_ORDER = {experience: place for place, experience in enumerate(Experience)}


class Laterality(StrEnum):
    """How the two sides share the work."""

    BOTH = "both"
    PER_SIDE = "per_side"
    ALTERNATING = "alternating"
    """Left and right together make one rep."""


class Measure(StrEnum):
    """What a set counts."""

    REPS = "reps"
    HOLD = "hold"
    """Seconds."""
    CONTACTS = "contacts"
    """Landings of a plyometric set, about one a second."""


class RestClass(StrEnum):
    """Which rest a set of the exercise earns."""

    MAIN = "main"
    ACCESSORY = "accessory"
    CORE = "core"
    PLYO = "plyo"


class Position(StrEnum):
    """Where the athlete is at the start of a rep."""

    STANDING = "standing"
    SPLIT_STANCE = "split_stance"
    ONE_LEG = "one_leg"
    KNEELING = "kneeling"
    HANDS_AND_KNEES = "hands_and_knees"
    PRONE = "prone"
    PLANK = "plank"
    SUPINE = "supine"
    SIDE_LYING = "side_lying"
    SEATED = "seated"
    """On the floor."""
    CHAIR = "chair"
    """Seated on a chair."""
    HANGING = "hanging"


ON_THE_FLOOR = frozenset(
    {
        *(Position.KNEELING, Position.HANDS_AND_KNEES, Position.PRONE, Position.PLANK),
        *(Position.SUPINE, Position.SIDE_LYING, Position.SEATED),
    }
)
"""Positions for those who can get down to the floor and up again."""


@dataclass(frozen=True)
class Tempo:
    """Seconds of a rep: lowering, pause, lifting, pause; ``lift_first`` is the suffix C."""

    lower: int
    pause_low: int
    lift: int
    pause_high: int
    lift_first: bool = False

    @property
    def rep_ms(self) -> Ms:
        return seconds(self.lower + self.pause_low + self.lift + self.pause_high)

    def __str__(self) -> str:
        numbers = f"{self.lower}-{self.pause_low}-{self.lift}-{self.pause_high}"
        return numbers + ("C" if self.lift_first else "")


@dataclass(frozen=True)
class Exercise:
    """One exercise. Texts are spoken English; see the data files for their sources."""

    id: str
    name: str
    plural: str
    aliases: tuple[str, ...]
    pattern: Pattern
    rung: int | None
    """Place on the pattern's ladder, 1 easiest; None is never chosen unasked."""
    level: Experience
    muscles: tuple[str, ...]
    also: tuple[str, ...]
    gear: tuple[frozenset[Gear], ...]
    """Any one of these sets will do; an empty set needs nothing."""
    position: Position
    set_up: str
    set_up_ms: Ms
    laterality: Laterality
    measure: Measure
    low: int
    high: int
    sets: int
    tempo: Tempo | None
    """None for holds and contacts."""
    basis: Basis | None
    """How its load is counted; None where it takes none."""
    rest: RestClass
    how_to: tuple[str, ...]
    cues: tuple[str, ...]
    cautions: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    avoid_with: frozenset[Place]
    source: str
    phases: tuple[str, str] = ("down", "up")
    """The words for the lowering and the lifting phase."""
    impact: int = 0
    """0 none, 1 low hops, 2 jumps, 3 one leg or bounds."""
    self_contained: bool = False
    """The how_to says the position too: before it the set_up is left out."""
    space: bool = False
    """It takes four metres to walk."""
    asked_only: bool = False
    """Never chosen for variety: the athlete asks for it, or a step of the ladder leads to it."""
    mild_only: frozenset[Place] = frozenset()
    """Places that bear it while they hurt a little, but not from 3 of 10 on."""

    def loads(self, place: Place) -> bool:
        """Whether it must be left out while the place hurts at 3 of 10 or more."""
        return place in self.avoid_with or place in self.mild_only

    @property
    def loadable(self) -> bool:
        return self.basis is not None

    @property
    def per_side(self) -> bool:
        return self.laterality is Laterality.PER_SIDE

    def gear_from(self, at_hand: frozenset[Gear]) -> frozenset[Gear] | None:
        """The first of its gear sets that is at hand, or None."""
        return next((needs for needs in self.gear if needs <= at_hand), None)


@dataclass(frozen=True)
class Move:
    """A warm-up or cool-down movement: timed, never logged as a set."""

    id: str
    name: str
    plural: str
    position: Position
    set_up_ms: Ms
    per_side: bool
    how_to: tuple[str, ...]
    cues: tuple[str, ...]
    avoid_with: frozenset[Place]
    impact: int


@dataclass(frozen=True)
class Family:
    """What a family word such as "squat" may mean, easiest first."""

    id: str
    name: str
    plural: str
    words: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Library:
    """All exercises in ladder order, warm-up and cool-down moves, families and sources.

    A library equals itself alone, so that what follows from it can be remembered.
    """

    exercises: Mapping[str, Exercise]
    moves: Mapping[str, Move]
    families: Mapping[str, Family]
    sources: Mapping[str, str]

    def ladder(self, pattern: Pattern) -> tuple[Exercise, ...]:
        """The pattern's rungs, easiest first; entries of one rung keep the data's order."""
        return self._ladders[pattern]

    @cached_property
    def _ladders(self) -> Mapping[Pattern, tuple[Exercise, ...]]:
        rungs = sorted((e for e in self.exercises.values() if e.rung), key=lambda e: e.rung or 0)
        return {each: tuple(e for e in rungs if e.pattern is each) for each in Pattern}

    def named(self, id: str) -> Exercise | Move | Family | None:
        """Whatever has this id."""
        return self.exercises.get(id) or self.moves.get(id) or self.families.get(id)

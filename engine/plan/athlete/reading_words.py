"""Words that a profile file may use, and what each means: ids, plurals and everyday names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.calendar import WEEK, Weekday
from engine.plan.athlete.profile import Goal, Topic, Where
from engine.plan.athlete.runs import HALF_MARATHON_KM, MARATHON_KM, RacePriority, RunKind
from engine.units import Side, Unit

Meaning = TypeVar("Meaning")
ALIKE = 0.6
"""How alike two spellings must be for one to be taken as the other's slip; difflib's own figure."""


@dataclass(frozen=True)
class Words(Generic[Meaning]):
    """All words of one kind. Capitals, spaces, hyphens and a plural's ending make no difference."""

    kind: str
    ids: tuple[str, ...]
    """The words to name when one is unknown."""
    known: Mapping[str, tuple[str, Meaning]]
    """By the bare letters: how it is written, and what it means."""

    def meaning(self, word: str) -> Meaning:
        """Raises KeyError for a word that is none of these."""
        return next(self.known[form] for form in _forms(word) if form in self.known)[1]

    def __contains__(self, word: str) -> bool:
        return any(form in self.known for form in _forms(word))

    def advice(self, word: str) -> str:
        """The nearest word, then all ids."""
        everything = ", ".join(self.ids)
        near = get_close_matches(_bare(word), self.known, n=1, cutoff=ALIKE)
        return f'"{self.known[near[0]][0]}", or one of: {everything}' if near else everything


def _bare(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", word.lower())


def _forms(word: str) -> tuple[str, ...]:
    """As it stands, and without what a plural or "run" adds."""
    bare = _bare(word)
    return (bare, *(bare.removesuffix(end) for end in ("s", "es", "run", "runs", "day")))


def _words(kind: str, meanings: Mapping[Meaning, str]) -> Words[Meaning]:
    """Words from the id and the other names of each meaning, the id first."""
    named = [
        (word.strip(), meaning) for meaning, text in meanings.items() for word in text.split(",")
    ]
    ids = tuple(text.split(",")[0] for text in meanings.values())
    return Words(kind, ids, {_bare(word): (word, meaning) for word, meaning in named})


NOTHING: frozenset[Gear] = frozenset()
GEAR = _words(
    "equipment",
    {
        frozenset({Gear.BAND}): "band, resistance band, exercise band, mini band, loop band, "
        "loop, elastic band, rubber band, theraband",
        frozenset({Gear.DUMBBELL}): "dumbbell, db, hand weight, free weight",
        frozenset({Gear.KETTLEBELL}): "kettlebell, kb",
        frozenset({Gear.STRENGTH_BAR}): "strength_bar, body bar, weighted bar",
        frozenset({Gear.BARBELL}): "barbell, olympic bar",
        frozenset({Gear.CABLE}): "cable, cable machine, cable tower",
        frozenset({Gear.ANKLE_WEIGHTS}): "ankle_weights, ankle weight, ankle cuff",
        frozenset({Gear.STEP}): "step, box, bench, plyo box, weight bench, aerobic step, stair",
        frozenset({Gear.MAT}): "mat, yoga mat, exercise mat",
        frozenset({Gear.PULL_UP_BAR}): "pull_up_bar, chin up bar",
        frozenset({Gear.ANCHOR}): "anchor, door anchor, anchor point",
        NOTHING: "none, nothing, no equipment, no gear, bodyweight, chair, wall",
        frozenset(Gear): "everything, all, full gym, whole gym",
    },
)
DAY_NAMES = {
    Weekday.MON: "mon, monday",
    Weekday.TUE: "tue, tues, tuesday",
    Weekday.WED: "wed, weds, wednesday",
    Weekday.THU: "thu, thur, thurs, thursday",
    Weekday.FRI: "fri, friday",
    Weekday.SAT: "sat, saturday",
    Weekday.SUN: "sun, sunday",
}
DAYS = _words("day", DAY_NAMES)
SETS_OF_DAYS = _words(
    "day",
    {
        **{frozenset({day}): names for day, names in DAY_NAMES.items()},
        frozenset(WEEK): "all, every day, everyday, daily, any",
        frozenset(WEEK[:5]): "weekdays, workdays",
        frozenset(WEEK[5:]): "weekend",
    },
)
KINDS: Words[RunKind | None] = _words(
    "kind of run",
    {
        RunKind.EASY: "easy, jog, recovery, slow, base, steady",
        RunKind.HARD: "hard, interval, tempo, quality, hill, speed, speedwork, speed session, "
        "fartlek, threshold, track",
        RunKind.LONG: "long",
        RunKind.RACE: "race, parkrun, time trial",
        RunKind.CROSS: "cross, cross training, bike, cycling, ride, swim, swimming, rowing",
        None: "rest, none, off, nothing, no",
    },
)
EXPERIENCE = _words(
    "experience",
    {
        Experience.BEGINNER: "beginner, novice, new, newcomer, starter",
        Experience.INTERMEDIATE: "intermediate, medium, some",
        Experience.ADVANCED: "advanced, experienced, expert",
    },
)
UNITS = _words("unit", {Unit.KG: "kg, kilo, kilogram, metric", Unit.LB: "lb, pound, imperial"})
GOALS = _words(
    "goal",
    {
        Goal.GENERAL: "general, general fitness, fitness, health",
        Goal.RESILIENCE: "resilience, injury resilience, injury prevention, fewer injuries",
        Goal.SHORT_RACES: "short_races, 5k, 10k, speed",
        Goal.LONG_RACES: "long_races, half marathon, marathon",
        Goal.TRAIL: "trail, ultra, mountain",
        Goal.BONE: "bone, bone health, healthy ageing",
        Goal.COMEBACK: "comeback, return, getting back",
    },
)
PLACES: Words[Place | None] = _words(
    "place",
    {
        Place.KNEE: "knee",
        Place.ACHILLES: "achilles, achilles tendon",
        Place.CALF: "calf, calves",
        Place.ANKLE: "ankle",
        Place.FOOT: "foot, feet, heel, plantar fascia",
        Place.SHIN: "shin, shin splint",
        Place.BONE: "bone",
        Place.HIP: "hip, groin",
        Place.HAMSTRING: "hamstring",
        Place.LOWER_BACK: "lower_back, back, low back",
        Place.SHOULDER: "shoulder",
        Place.WRIST: "wrist",
        Place.NECK: "neck",
        Place.OTHER: "other",
        None: "none, nothing, no",
    },
)
SIDES = _words("side", {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both"})
WHERE = _words(
    "place to train",
    {
        Where.HOME: "home, house",
        Where.GYM: "gym, club, fitness studio",
        Where.TRAVEL: "travel, travelling, traveling, hotel, holiday, away, on the road",
    },
)
PRIORITIES = _words("priority", {RacePriority.A: "A", RacePriority.B: "B", RacePriority.C: "C"})
DISTANCES = _words(
    "distance",
    {
        5.0: "5k, 5 km, five k",
        10.0: "10k, 10 km, ten k",
        HALF_MARATHON_KM: "half marathon, half",
        MARATHON_KM: "marathon, full marathon",
    },
)
TOPICS: Words[Topic | None] = _words(
    "screening topic",
    {
        Topic.HEART: "heart, heart condition, high blood pressure, blood pressure",
        Topic.CHEST_PAIN: "chest_pain",
        Topic.DIZZINESS: "dizziness, dizzy, fainting",
        Topic.CHRONIC: "chronic, chronic condition",
        Topic.MEDICATION: "medication, medicine",
        Topic.JOINTS: "joints, bone or joint problem",
        Topic.SUPERVISED: "supervised, medical supervision",
        Topic.PREGNANCY: "pregnancy, pregnant, postpartum",
        None: "none, nothing",
    },
)
FLAGS = _words("answer", {True: "yes, true, on", False: "no, false, off"})

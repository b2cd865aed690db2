"""From the athlete's book and a day to what the day's session should be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property, partial

from engine.library.model import Experience, Library, Pattern, Place
from engine.plan.athlete.days import DayNote, Readiness
from engine.plan.athlete.profile import Goal
from engine.plan.book import Book
from engine.plan.model import Dosage, Phase
from engine.plan.planner.aims import aims_of
from engine.plan.planner.kinds import FOCUS_OF, has_legs
from engine.plan.planner.phases import easing_of
from engine.plan.planner.races import Nearness, NearRace
from engine.plan.planner.thread import Stage
from engine.plan.progression.layoff import layoff_on
from engine.plan.progression.model import Layoff
from engine.plan.workout.build import build
from engine.plan.workout.dosing import EASY_RIR, Easing
from engine.plan.workout.fit import LOWER_BODY, USUAL_SETS
from engine.plan.workout.means import limits_of
from engine.plan.workout.prescribe import Aim, rir_for
from engine.plan.workout.templates import SLOTS, row_for
from engine.plan.workout.wish import SETTLED_FROM, Built, Wish

BLOCKS_FROM, SEVERE_FROM = 3, 4
"""Levels of pain on file: from the first on exercises that load the place stay away, from the
second on the mild ones that stand in for them as well."""
BONES = (Place.BONE, Place.SHIN)
"""Pain there, however little, is never trained through (Warden 2021)."""
DELOAD_LOAD_PERCENT = 90
HARD_SETS = {Experience.BEGINNER: 12, Experience.INTERMEDIATE: 18, Experience.ADVANCED: 24}
"""Lower-body sets a week at most (engineering judgement)."""
MOST_JUMPING = 2
"""Sessions with jumps a week."""
NO_JUMPS_AFTER_PAIN = timedelta(days=28)
"""From the end of a pain where landings load: hops come last in a return to running, once the
usual work has been free of pain for some weeks (engineering judgement)."""
_LESS_AT_ONCE = (Phase.TAPER, Phase.RACE_WEEK, Phase.DELOAD)
"""The jumps' minutes stay free in these weeks: filled with sets, they would be no easier."""
COMEBACK_WEEKS = 3
"""Of training after a long break that the athlete tells of: as after one that the coach saw."""


@dataclass(frozen=True)
class Bench:
    """What the sessions of one plan are made from."""

    book: Book
    library: Library

    def build(self, wish: Wish) -> Built:
        return build(self.library, wish)

    @cached_property
    def landed_on(self) -> frozenset[Place]:
        """Places that jumps load."""
        ladder = self.library.ladder(Pattern.PLYOMETRIC)
        return frozenset(place for jump in ladder for place in jump.avoid_with)

    @cached_property
    def aims(self) -> Callable[..., tuple[tuple[str, Aim], ...]]:
        return cache(partial(aims_of, self.book, self.library))


@dataclass(frozen=True)
class Spot:
    """One session's place in its week."""

    day: date
    kind: str
    stage: Stage
    near: NearRace
    layoff: Layoff | None
    light: bool
    """The legs have a demanding run the next day, or are just back from an illness."""
    hard_sets_left: int
    jumping: int
    """Sessions of the week with jumps so far, or with the minutes for them."""
    spike: bool
    """A run this week was much longer than those of the last month."""


def gap_on(book: Book, day: date, training_week: int, back: date | None) -> Layoff | None:
    """The comeback that a day is part of; ``back`` is the day of the first session from now on."""
    layoff = layoff_on(book.training, day, back)
    if book.profile.goal is not Goal.COMEBACK or training_week > COMEBACK_WEEKS:
        return layoff
    seen = layoff or Layoff(day, day + timedelta(days=1))
    return replace(seen, most_sets=USUAL_SETS, rir=EASY_RIR, repeats=False, easier_rungs=True)


def wish_for(bench: Bench, spot: Spot) -> Wish:
    """What the session of a day should be."""
    book, stage, layoff = bench.book, spot.stage, spot.layoff
    profile, note = book.profile, book.diary.on(spot.day)
    easing = _eased_by_day(easing_of(spot.near, stage.phase), note)
    dosage = Dosage.LIGHT if spot.light or easing.halved or easing.race_week else Dosage.NORMAL
    jumps = _may_jump(bench, spot, note)
    return Wish(
        profile.experience,
        FOCUS_OF[spot.kind],
        note.minutes or profile.minutes,
        profile.gear if note.gear is None else note.gear,
        kind=spot.kind,
        week=min(stage.training_week, SETTLED_FROM),
        rir=rir_for(profile.experience, stage.block_week),
        age=profile.age,
        blocked=blocked_on(book, spot.day),
        severe=severe_on(book, spot.day),
        limits=limits_of(profile),
        goal=profile.goal,
        saved=book.training.rungs,
        turn=stage.block,
        aims=_aims(bench, spot),
        jumps=jumps and stage.phase is Phase.BUILD and dosage is Dosage.NORMAL,
        jumps_left_out=jumps and stage.phase in _LESS_AT_ONCE,
        easing=_after_gap(easing, layoff),
        easier=layoff is not None and layoff.easier_rungs,
        hard_sets=spot.hard_sets_left,
        dosage=dosage,
        phase=stage.phase,
    )


def blocked_on(book: Book, day: date) -> frozenset[Place]:
    """Places that no exercise may load on a day."""
    return _sore_on(book, day).union(
        ache.place
        for ache in book.profile.aches
        if ache.level >= (1 if ache.place in BONES else BLOCKS_FROM)
    )


def severe_on(book: Book, day: date) -> frozenset[Place]:
    """Places that not even mild exercises may load."""
    return _sore_on(book, day).union(
        ache.place for ache in book.profile.aches if ache.level >= SEVERE_FROM
    )


def _sore_on(book: Book, day: date) -> frozenset[Place]:
    return frozenset(place for place, until in book.sore if day < until)


def least_hard_sets(kind: str, book: Book) -> int:
    """The lower-body sets that a session of this type holds at least."""
    size = row_for(book.profile.minutes).size(book.profile.experience)
    return USUAL_SETS * sum(slot in LOWER_BODY for slot in SLOTS[kind][:size])


def _eased_by_day(easing: Easing, note: DayNote) -> Easing:
    if note.readiness is not Readiness.AMBER:
        return easing
    return replace(easing, fewer_sets=1, more_rir=1)


def _after_gap(easing: Easing, layoff: Layoff | None) -> Easing:
    if layoff is None:
        return easing
    return replace(
        easing,
        most_sets=layoff.most_sets,
        fewer_sets=max(easing.fewer_sets, layoff.fewer_sets),
        least_rir=max(easing.least_rir, layoff.rir),
    )


def _may_jump(bench: Bench, spot: Spot, note: DayNote) -> bool:
    """Jumps are for fresh, grown, pain-free legs; that easy weeks leave them out is not asked."""
    profile = bench.book.profile
    back = spot.layoff is not None and spot.day < spot.layoff.until
    fit = profile.impact_ok and not profile.older and not (back or spot.spike)
    fresh = note.readiness is Readiness.GREEN and not spot.light and has_legs(spot.kind)
    return fit and fresh and spot.jumping < MOST_JUMPING and not _lately_sore(bench, spot.day)


def _lately_sore(bench: Bench, day: date) -> bool:
    """Whether a place that landings load hurts, or did so in the last weeks."""
    hurt = {ache.place for ache in bench.book.profile.aches if ache.level}
    hurt.update(place for place, until in bench.book.sore if day < until + NO_JUMPS_AFTER_PAIN)
    return not bench.landed_on.isdisjoint(hurt)


def _aims(bench: Bench, spot: Spot) -> tuple[tuple[str, Aim], ...]:
    """What each exercise asks for: less after a gap and in easy weeks, no slow lowering before a
    race, which makes sore."""
    layoff = spot.layoff
    percent = layoff.load_percent if layoff else 100
    if spot.stage.phase is Phase.DELOAD:
        percent = percent * DELOAD_LOAD_PERCENT // 100
    return bench.aims(
        percent,
        repeats=layoff is not None and layoff.repeats,
        slow=spot.near.nearness not in (Nearness.TAPER, Nearness.LAST_WEEK),
    )

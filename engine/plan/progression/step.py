"""What one exercise asks for next on one side: double progression, one change at a time.

Reps or seconds rise inside the range; at its top the weight does, or the rung of the ladder, or
where neither can the lowering gets slower and a set is added. A target missed twice goes down.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from engine.cues import NOUNS, Amount, Name
from engine.library.model import Exercise, Measure
from engine.plan.model import Effort, Level
from engine.plan.progression.loads import heavier, is_large, lighter, mass
from engine.plan.progression.model import ExerciseResult
from engine.plan.reasons import Reason, because
from engine.units import Load, seconds

RISE = {Measure.REPS: 1, Measure.HOLD: 5, Measure.CONTACTS: 1}
EASY_RISE = {Measure.REPS: 2, Measure.HOLD: 10, Measure.CONTACTS: 1}
"""After "too easy"; landings only ever rise by one."""
EARNED_BY = 3
"""Reps past the top of the range that earn a step in weight of more than a tenth."""
TWICE = 2
"""Sessions at the top before a step up, and misses before a step down (NSCA's 2-for-2)."""
SLOWEST_LOWERING, LONGEST_REP = 4, 8
"""Seconds (Schoenfeld 2015: slower reps gain nothing)."""
MOST_ADDED_SETS = 2
BETWEEN_ADDED_SETS = timedelta(days=14)
RUNG_AGAIN_AFTER = timedelta(weeks=4)
"""After a step down, before the harder rung is tried again (engineering judgement: without it the
same two exercises change places every other week)."""

STEPS = frozenset({"load_up", "rung_up"})
"""Codes of steps that each family of slots takes at most once a week."""
AT_THE_TOP = STEPS | {"load_earned", "slower", "set_added"}
"""Codes of all that may follow the top of the range; both sides take them together."""
FALLS = frozenset({"rung_down", "pain_down"})
"""Codes of steps that lead to a lower rung."""
RISES = AT_THE_TOP | {"rep_up", "hold_up"}


@dataclass(frozen=True)
class Terms:
    """What the change of one exercise depends on besides how it went."""

    exercise: Exercise
    day: date
    up: Exercise | None = None
    """The next rung within reach."""
    down: Exercise | None = None
    weights: tuple[Load, ...] = ()
    """Weights owned; none told means any usual one."""
    outgrown: bool = False
    """The next rung is in use already: this one is done beside it, and leads nowhere."""
    may_rise: bool = True
    """Not in easy weeks, on tired days and the like."""
    may_step: bool = True
    """Not in a beginner's first weeks, nor when the family of slots has stepped this week."""


@dataclass(frozen=True)
class Step:
    """Where an exercise stands after a session."""

    level: Level
    reason: Reason | None = None
    """What decided it; None: nothing was changed."""
    rung: Exercise | None = None
    """What takes its place on the ladder from now on."""

    @property
    def code(self) -> str:
        return self.reason.code if self.reason else ""


def stepped(level: Level, result: ExerciseResult, terms: Terms) -> Step:
    """What a session makes of a level: hurt before missed before too hard before rising."""
    at = _standing(level, result, terms)
    if result.hurt:
        return _hurt(at, terms)
    if _missed(result, terms):
        return _down(at, terms) if at.fails + 1 >= TWICE else _repeat(at, terms)
    if _too_much(at, result, terms):
        again = at.fails + 1 >= TWICE
        return _less(at, result, terms) if again else _held(_failing(at), terms)
    if result.effort is Effort.TOO_HARD:
        return _held(replace(at, streak=0, fails=0 if terms.may_rise else at.fails), terms)
    if not (result.complete and _least(result) >= result.target):
        return Step(at)
    at = replace(at, fails=0)
    if not terms.may_rise or _least(result) < at.target:
        return Step(at)
    if at.target < terms.exercise.high:
        return _within(at, result, terms)
    return _at_top(at, result, terms)


def _standing(level: Level, result: ExerciseResult, terms: Terms) -> Level:
    """The level with the weight that counts from now on: the athlete's own choice, if it was one.

    What was only assumed never raises a weight; nor does a session in which nothing rises.
    """
    if result.load is None or not terms.exercise.loadable:
        return level
    if level.load is None:
        return replace(level, load=result.load)
    chosen = terms.may_rise and result.complete and mass(result.load) != mass(level.load)
    if chosen and (result.said or mass(result.load) < mass(level.load)):
        return replace(level, load=result.load, target=result.target)
    return level


def _least(result: ExerciseResult) -> int:
    return min(result.actuals, default=0)


def _missed(result: ExerciseResult, terms: Terms) -> bool:
    """Reps beyond the range are a way to earn a weight: falling short of them is no miss."""
    told = result.said and result.complete and bool(result.actuals)
    return result.failed or (told and _least(result) < min(result.target, terms.exercise.high))


def _too_much(at: Level, result: ExerciseResult, terms: Terms) -> bool:
    """Too hard where nothing is left to hold on to: at the low end, or made easier on the way.

    The same numbers again would only be too hard again, so twice in a row is as good as a miss. A
    tired day or an easy week says nothing of it.
    """
    if not terms.may_rise or result.effort is None or not result.actuals:
        return False
    hard = result.effort is Effort.TOO_HARD
    if hard and at.target <= terms.exercise.low:
        return True
    lighter_now = 0 < mass(result.load) < mass(at.load)
    return not result.complete and (hard or _least(result) < result.target or lighter_now)


# Down


def _hurt(at: Level, terms: Terms) -> Step:
    """A rung lower when it comes back; a weight a tenth lighter (engineering judgement)."""
    load = (at.load and lighter(at.load, terms.weights)) or at.load
    changed = replace(at, load=load, streak=0, fails=0)
    new = Name(terms.down.id) if terms.down else None
    return _changed(changed, terms, "pain_down", rung=terms.down, new=new)


def _failing(at: Level) -> Level:
    return replace(at, streak=0, fails=at.fails + 1)


def _repeat(at: Level, terms: Terms) -> Step:
    return _changed(_failing(at), terms, "repeat", amount=at.target)


def _less(at: Level, result: ExerciseResult, terms: Terms) -> Step:
    """What was really done becomes the target; where there is less weight, that goes first."""
    low, high = terms.exercise.low, terms.exercise.high
    if at.load or at.target <= low:
        return _down(at, terms)
    target = max(low, min(_least(result), at.target - RISE[result.measure], high))
    return _changed(replace(at, target=target, streak=0, fails=0), terms, "low_end", amount=target)


def _down(at: Level, terms: Terms) -> Step:
    """A lighter weight, else the last lever back, else one rung down; from the low end."""
    low = terms.exercise.low
    at = replace(at, target=low, streak=0, fails=0)
    load = at.load and lighter(at.load, terms.weights)
    if load:
        return _changed(replace(at, load=load), terms, "load_down", load=load, amount=low)
    if at.slower_s or at.more_sets:
        return _changed(replace(at, slower_s=0, more_sets=0), terms, "eased", amount=low)
    if terms.down:
        old, new = Name(at.exercise), Name(terms.down.id)
        return _changed(at, terms, "rung_down", rung=terms.down, old=old, new=new)
    return _changed(at, terms, "low_end", amount=low)


# Up


def _within(at: Level, result: ExerciseResult, terms: Terms) -> Step:
    rise = (EASY_RISE if result.effort is Effort.TOO_EASY else RISE)[result.measure]
    target = min(max(at.target + rise, terms.exercise.low), terms.exercise.high)
    code = "hold_up" if result.measure is Measure.HOLD else "rep_up"
    return _changed(replace(at, target=target, streak=0), terms, code, amount=target)


def _at_top(at: Level, result: ExerciseResult, terms: Terms) -> Step:
    """Nobody's silence leads past the top of the range, and no assumed set to more weight."""
    if result.effort is None or (at.load and not result.said):
        return Step(at)
    streak = min(at.streak + 1, TWICE)
    ready = result.effort is Effort.TOO_EASY or streak >= TWICE
    if not (ready and terms.may_step):
        return _held(replace(at, streak=streak), terms)
    return _more_weight(at, terms) or _harder(at, terms) or _held(at, terms)


def _more_weight(at: Level, terms: Terms) -> Step | None:
    load = at.load and heavier(at.load, terms.exercise.pattern, terms.weights)
    if not (at.load and load):
        return None
    exercise = terms.exercise
    beyond = exercise.high + EARNED_BY * RISE[exercise.measure]
    if is_large(at.load, load) and at.target < beyond:
        earning = replace(at, target=beyond, streak=0)
        return _changed(earning, terms, "load_earned", amount=beyond, load=load)
    up = replace(at, load=load, target=exercise.low, streak=0, slower_s=0)
    return _changed(up, terms, "load_up", load=load, amount=exercise.low)


def _harder(at: Level, terms: Terms) -> Step | None:
    """A rung up, else a slower lowering, else a set more."""
    if terms.outgrown:
        return None
    exercise = terms.exercise
    lately = at.fell is not None and terms.day - at.fell < RUNG_AGAIN_AFTER
    if terms.up and not lately:
        old, new = Name(at.exercise), Name(terms.up.id)
        top = replace(at, target=min(at.target, exercise.high), streak=0)
        return _changed(top, terms, "rung_up", rung=terms.up, old=old, new=new)
    again = replace(at, target=exercise.low, streak=0)
    if _may_slow(exercise, at.slower_s + 1):
        slower = replace(again, slower_s=at.slower_s + 1)
        return _changed(slower, terms, "slower", amount=exercise.low)
    if exercise.measure is Measure.CONTACTS:
        return None  # how many landings a session holds is not for one exercise to raise
    rested = at.added is None or terms.day - at.added >= BETWEEN_ADDED_SETS
    if at.more_sets < MOST_ADDED_SETS and rested:
        added = replace(again, more_sets=at.more_sets + 1, added=terms.day)
        return _changed(added, terms, "set_added", amount=exercise.low)
    return None


def _may_slow(exercise: Exercise, by_s: int) -> bool:
    tempo = exercise.tempo
    if tempo is None or exercise.measure is not Measure.REPS:
        return False
    fits = tempo.rep_ms + seconds(by_s) <= seconds(LONGEST_REP)
    return fits and tempo.lower + by_s <= SLOWEST_LOWERING


# Why


def _held(at: Level, terms: Terms) -> Step:
    return _changed(at, terms, "hold_steady", amount=at.target)


def _changed(
    at: Level,
    terms: Terms,
    code: str,
    *,
    amount: int | None = None,
    load: Load | None = None,
    old: Name | None = None,
    new: Name | None = None,
    rung: Exercise | None = None,
) -> Step:
    counted = None if amount is None else Amount(amount, NOUNS[terms.exercise.measure])
    this = None if old else Name(at.exercise)
    reason = because(code, exercise=this, amount=counted, load=load, old=old, new=new)
    return Step(replace(at, why=reason, changed=terms.day), reason, rung)

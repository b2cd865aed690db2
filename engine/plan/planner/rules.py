"""The hard rules of placing sessions in a week. None may ever be broken; each has its name here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from engine.cues import Day
from engine.library.model import Experience
from engine.plan.athlete.calendar import DAYS, weekday_of
from engine.plan.athlete.days import Readiness
from engine.plan.athlete.profile import YOUNGEST, Profile
from engine.plan.athlete.runs import RunKind
from engine.plan.book import Book
from engine.plan.planner.days import RunWeek
from engine.plan.planner.kinds import SPLIT_FROM, has_legs
from engine.plan.planner.races import Nearness, NearRace
from engine.plan.reasons import Reason, because

MOST_SESSIONS = {Experience.BEGINNER: 3, Experience.INTERMEDIATE: 4, Experience.ADVANCED: 4}
"""A week (engineering judgement); beginners may have four short ones, lower and upper apart."""
SHORT_MINUTES = 20


@dataclass(frozen=True)
class Setting:
    """What the rules look at: one week, seen from a day."""

    book: Book
    today: date
    week: RunWeek
    near: tuple[NearRace, ...]
    """Each day's place around a race."""
    kind_before: str | None = None
    """What the Sunday before held."""
    prepared: date | None = None
    """The day of the race before which last week held the one session of the last days."""

    @cached_property
    def told(self) -> frozenset[int]:
        """The days to come on which the athlete counts on a session, by their index."""
        days = enumerate(self.week.days)
        notes = self.book.diary
        return frozenset(i for i, day in days if day >= self.today and notes.on(day).told)


def most_sessions(profile: Profile) -> int:
    """How many sessions a week the level bears."""
    short = profile.minutes <= SHORT_MINUTES
    return SPLIT_FROM if short else MOST_SESSIONS[profile.experience]


Barred = Callable[[Setting, int], Reason | None]


def not_cleared(at: Setting, index: int) -> Reason | None:
    """No session before a professional has said yes, nor for children."""
    profile = at.book.profile
    if profile.age is not None and profile.age < YOUNGEST:
        return because("too_young")
    waits = at.book.needs_clearance or profile.needs_clearance
    return because("clearance_first") if waits else None


def past(at: Setting, index: int) -> Reason | None:
    """What is over cannot be planned."""
    return because("day_past") if at.week.days[index] < at.today else None


def ill(at: Setting, index: int) -> Reason | None:
    """No session on a day on which the athlete is ill."""
    note = at.book.diary.on(at.week.days[index])
    return because("ill_today") if note.readiness is Readiness.RED else None


def athlete_off(at: Setting, index: int) -> Reason | None:
    """The athlete has said no to this day."""
    return because("athlete_off") if at.book.diary.on(at.week.days[index]).off else None


def race_day(at: Setting, index: int) -> Reason | None:
    """Never on the day of a race."""
    race = at.week.kinds[index] is RunKind.RACE or at.near[index].nearness is Nearness.RACE
    return _run_here(at, index, RunKind.RACE) if race else None


def blackout(at: Setting, index: int) -> Reason | None:
    """Not right before a race: three days before an A race, two before a B race, one before C."""
    near = at.near[index]
    if near.nearness is not Nearness.BLACKOUT or near.race is None:
        return None
    return because("race_near", day=Day(near.race.day.isoformat(), at.today.isoformat()))


def demanding_run(at: Setting, index: int) -> Reason | None:
    """Not on the day of a hard or a long run, unless the athlete has opted for double days."""
    kind = at.week.kinds[index]
    if kind not in (RunKind.HARD, RunKind.LONG) or at.book.profile.double_days:
        return None
    return _run_here(at, index, kind)


def _run_here(at: Setting, index: int, kind: RunKind) -> Reason:
    day = Day(at.week.days[index].isoformat(), at.today.isoformat())
    return because("run_today", kind=kind.value, day=day)


def not_available(at: Setting, index: int) -> Reason | None:
    """Only on days that the athlete has free, but for one they chose themselves."""
    day = at.week.days[index]
    free = weekday_of(day) in at.book.profile.available or at.book.diary.on(day).pinned
    return None if free else because("not_available")


DAY_RULES: Mapping[str, Barred] = MappingProxyType(
    {
        "not_cleared": not_cleared,
        "past": past,
        "ill": ill,
        "race_day": race_day,
        "blackout": blackout,
        "demanding_run": demanding_run,
        "athlete_off": athlete_off,
        "not_available": not_available,
    }
)
"""What bars a day whatever the session, the gravest first."""


def barred(at: Setting, index: int) -> Reason | None:
    """The first rule that bars a day; None where a session may be."""
    return next((found for rule in DAY_RULES.values() if (found := rule(at, index))), None)


Placed = Mapping[int, str]
"""Session kinds by the index of their day in the week, in calendar order."""
Broken = frozenset[tuple[int, ...]]
"""The days of sessions that break a rule together, by index; empty where it is kept."""
Rule = Callable[[Setting, Placed], Broken]


def legs_apart(at: Setting, placed: Placed) -> Broken:
    """Sessions with legs are never on consecutive days, from Sunday to Monday neither (48 h)."""
    return _touching(at, placed, legs=True)


def kinds_apart(at: Setting, placed: Placed) -> Broken:
    """Lower and upper may touch, the same half of the body may not."""
    return _touching(at, placed, legs=False)


def _touching(at: Setting, placed: Placed, *, legs: bool) -> Broken:
    days = {index for index, kind in placed.items() if has_legs(kind) is legs}
    if at.kind_before is not None and has_legs(at.kind_before) is legs:
        days.add(-1)
    # The week is taken as repeating: its Sunday is next to a Monday like this one.
    pairs = ((index, index + 1) for index in days)
    return frozenset((a, b) for a, b in pairs if b in days or (b == DAYS and 0 in days))


def rest_day_kept(at: Setting, placed: Placed) -> Broken:
    """A week with a day free of running keeps at least one day free of everything."""
    used = tuple(index for index in placed if at.week.kinds[index] is None)
    return frozenset({used}) if used and len(used) == at.week.rest_days else NONE


def after_race(at: Setting, placed: Placed) -> Broken:
    """The legs rest after a race: a day to ten, by its distance."""
    legs = (index for index, kind in placed.items() if has_legs(kind))
    return frozenset((i,) for i in legs if at.near[i].nearness is Nearness.LEGS_REST)


def one_before_race(at: Setting, placed: Placed) -> Broken:
    """One session at most in the last week before an A race, on whichever side of a Sunday."""
    races = [(i, at.near[i].race) for i in placed if at.near[i].nearness is Nearness.LAST_WEEK]
    first = [i for i, race in races if race and race.day != at.prepared][:1]
    return frozenset((i,) for i, _ in races if i not in first)


NONE: Broken = frozenset()
WEEK_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "legs_apart": legs_apart,
        "kinds_apart": kinds_apart,
        "rest_day_kept": rest_day_kept,
        "after_race": after_race,
        "one_before_race": one_before_race,
    }
)
"""What a week's sessions must keep together."""


def broken(at: Setting, placed: Placed) -> frozenset[tuple[str, tuple[int, ...]]]:
    """Which rules between sessions are broken, and by which."""
    return frozenset((name, days) for name, rule in WEEK_RULES.items() for days in rule(at, placed))

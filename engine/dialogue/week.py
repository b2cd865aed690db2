"""Days of the usual week: those for strength, and the runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from engine.cues import Say, say
from engine.dialogue.change import NONE, Change, misfit
from engine.dialogue.dates import in_order, weekdays
from engine.plan.athlete.calendar import DAYS, Weekday
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import RunKind

SETTLED: Mapping[RunKind | None, frozenset[str]] = MappingProxyType(
    {RunKind.HARD: frozenset({"hard_days"}), RunKind.LONG: frozenset({"long_run"})}
)
"""Topics that are answered by telling the days of a kind of run."""


def available(profile: Profile, days: Iterable[str], today: date) -> Change:
    told = weekdays(days, today)
    if not told:
        return misfit("fits_days")
    words = _listed("set_available", told, "set_any_day")
    return Change((words,), replace(profile, available=told))


def _listed(phrase: str, days: frozenset[Weekday], all_of_them: str) -> Say:
    """Seven days have words of their own."""
    if len(days) == DAYS:
        return say(all_of_them)
    return say(phrase, weekday=in_order(days))


def run_days(profile: Profile, days: Iterable[str], kind: RunKind | None, today: date) -> Change:
    """The running days; with a kind, what is run on these days, the others as before."""
    told = frozenset(days)
    if told <= NONE:
        return Change((say("set_no_runs"),), replace(profile, run_days=()))
    named = weekdays(told, today)
    if named is None:
        return misfit("fits_days")
    was = dict(profile.run_days)
    if kind is None:
        week = {day: was.get(day, RunKind.EASY) for day in named}
        words = _listed("set_run_days", named, "set_run_daily")
    else:
        week = {**was, **dict.fromkeys(named, kind)}
        words = say("set_runs_of", weekday=in_order(named), kind=kind.value)
    return Change((words,), _running(profile, week), SETTLED.get(kind, frozenset()))


def hard_days(profile: Profile, days: Iterable[str], today: date) -> Change:
    """These are the hard ones, and no others."""
    told = frozenset(days)
    named = frozenset[Weekday]() if told <= NONE else weekdays(told, today)
    if named is None:
        return misfit("fits_days")
    week = _without(dict(profile.run_days), RunKind.HARD)
    week.update(dict.fromkeys(named, RunKind.HARD))
    listed = in_order(named)
    hard = RunKind.HARD.value
    words = say("set_runs_of", weekday=listed, kind=hard) if named else say("set_no_hard")
    return Change((words,), _running(profile, week))


def long_run(profile: Profile, said: str, today: date) -> Change:
    """The one long run of the week."""
    week = _without(dict(profile.run_days), RunKind.LONG)
    if said in NONE:
        return Change((say("set_no_long"),), _running(profile, week))
    named = weekdays((said,), today)
    if named is None:
        return misfit("fits_day")
    week.update(dict.fromkeys(named, RunKind.LONG))
    words = say("set_long_run", weekday=in_order(named))
    return Change((words,), _running(profile, week))


def _without(week: dict[Weekday, RunKind], kind: RunKind) -> dict[Weekday, RunKind]:
    return {day: RunKind.EASY if ran is kind else ran for day, ran in week.items()}


def _running(profile: Profile, week: Mapping[Weekday, RunKind]) -> Profile:
    ordered = tuple((day, week[day]) for day in Weekday if day in week)
    return replace(profile, run_days=ordered)

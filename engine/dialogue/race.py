"""The race the season is for: told, and asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.cues import Amount, Day, Distance, Say, say
from engine.dialogue.change import NONE, Change, misfit
from engine.dialogue.dates import coming
from engine.dialogue.inquiry import Handled, Inquiry
from engine.plan.athlete.calendar import DAYS, monday_of
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import HALF_MARATHON_KM, MARATHON_KM, Race, RacePriority

SHORTEST_RACE_KM, LONGEST_RACE_KM = 0.4, 500
FURTHEST_RACE_YEARS = 3
NAMED_DISTANCES = {"set_half_marathon": HALF_MARATHON_KM, "set_marathon": MARATHON_KM}
NEARLY_KM = 0.2
"""As near as a rounded number comes to a distance that has a name."""
TOLD_IN_DAYS = 14
"""Nearer races are told in days, further ones in weeks."""


def race(profile: Profile, said: str, distance: float | None, today: date) -> Change:
    """The race the season is for, in the place of the one before."""
    if said in NONE:
        return Change((say("set_no_race"),), _racing(profile, None, today))
    day = coming(said, today)
    if day is None:
        return misfit("fits_race")
    if day.year > today.year + FURTHEST_RACE_YEARS:
        return misfit("race_too_far")
    if day < today:
        return misfit("race_is_past")
    if distance is not None and not SHORTEST_RACE_KM <= distance <= LONGEST_RACE_KM:
        return misfit("fits_distance")
    known = next((race.distance_km for race in profile.races if race.day == day), None)
    told = Race(day, distance or known or HALF_MARATHON_KM)
    then = say("set_race", day=Day(day.isoformat(), today.isoformat()), amount=to_go(day, today))
    words = then if day > today else say("race_today")
    settled = frozenset({"distance"}) if distance else frozenset[str]()
    return Change((words,), _racing(profile, told, today), settled)


def race_distance(profile: Profile, distance: float, today: date) -> Change:
    """How long the next race is."""
    if not SHORTEST_RACE_KM <= distance <= LONGEST_RACE_KM:
        return misfit("fits_distance")
    to_come = [race for race in profile.races if race.day >= today]
    if not to_come:
        return misfit("race_first")
    nearest = min(to_come, key=lambda race: race.day)
    changed = replace(nearest, distance_km=float(distance))
    races = tuple(changed if race == nearest else race for race in profile.races)
    words = _of_length(distance)
    return Change((words,), replace(profile, races=races), frozenset({"distance"}))


def _of_length(distance: float) -> Say:
    for phrase, known in NAMED_DISTANCES.items():
        if abs(distance - known) < NEARLY_KM:
            return say(phrase)
    return say("set_distance", distance=Distance(round(distance * 100), "km"))


def _racing(profile: Profile, main: Race | None, today: date) -> Profile:
    """With one main race to come; lesser ones, and those that are over, stay."""
    others = (
        race for race in profile.races if race.day < today or race.priority is not RacePriority.A
    )
    kept = (race for race in others if main is None or race.day != main.day)
    races = sorted((*kept, *((main,) if main else ())), key=lambda race: race.day)
    return replace(profile, races=tuple(races))


# When it is


def next_race(profile: Profile, today: date) -> Race | None:
    coming_up = (race for race in profile.races if race.day >= today)
    return min(coming_up, key=lambda race: race.day, default=None)


def race_when(inquiry: Inquiry) -> Handled:
    race = next_race(inquiry.book.profile, inquiry.today)
    if race is None:
        return inquiry.says(say("race_none"))
    if race.day == inquiry.today:
        return inquiry.says(say("race_today"))
    left = to_go(race.day, inquiry.today)
    return inquiry.says(say("race_when", day=inquiry.day(race.day), amount=left))


def to_go(day: date, today: date) -> Amount:
    """How long until a day: in days, further off in weeks from this one's Monday to that one's."""
    days = (day - today).days
    if days < TOLD_IN_DAYS:
        return Amount(days, "days")
    return Amount((monday_of(day) - monday_of(today)).days // DAYS, "weeks")

"""What a week and each of its days are for: building, easing, tapering, racing, recovering."""

from __future__ import annotations

from collections.abc import Iterable

from engine.plan.athlete.runs import RacePriority
from engine.plan.model import Phase
from engine.plan.planner.races import Nearness, NearRace
from engine.plan.workout.dosing import EASY_RIR, Easing

MOST_OF_A_WEEK = 4
_BEFORE = (Nearness.TAPER, Nearness.LAST_WEEK, Nearness.BLACKOUT)
_AFTER = (Nearness.LEGS_REST, Nearness.LIGHT)


def phase_of(near: Iterable[NearRace], deload: bool) -> Phase:
    """The phase of a week from its days' places around races; ``deload``: one is due."""
    serious = [
        day.nearness
        for day in near
        if day.race is not None and day.race.priority is not RacePriority.C
    ]
    if Nearness.RACE in serious:
        return Phase.RACE_WEEK
    if any(nearness in _BEFORE for nearness in serious):
        return Phase.TAPER
    if sum(nearness in _AFTER for nearness in serious) >= MOST_OF_A_WEEK:
        return Phase.RECOVERY
    return Phase.DELOAD if deload else Phase.BUILD


def easing_of(near: NearRace, phase: Phase) -> Easing:
    """What races and easy weeks take off a day's session."""
    if near.nearness is Nearness.LAST_WEEK:
        return Easing(race_week=True, least_rir=EASY_RIR)
    easy = near.nearness is not Nearness.FAR or phase is Phase.DELOAD
    return Easing(halved=easy)

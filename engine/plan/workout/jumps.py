"""The block of jumps that may open a session: few contacts, while fresh."""

from __future__ import annotations

from engine.library.model import Experience, Library, Pattern
from engine.plan.workout.ladder import pick
from engine.plan.workout.means import Means
from engine.plan.workout.timing import INTRO, REST, Dose
from engine.units import Ms, seconds

FROM_MINUTES = 30
CONTACTS = {Experience.BEGINNER: 40, Experience.INTERMEDIATE: 60, Experience.ADVANCED: 80}
"""Landings of a session: half of the NSCA's, since a run is itself thousands of contacts
(engineering judgement)."""
MOST_SETS = 4


def jumps_for(library: Library, means: Means, minutes: int) -> tuple[Dose, ...]:
    """The jumps of a session; none in a short one, or where nothing may be jumped."""
    exercise = pick(library, Pattern.PLYOMETRIC, means) if minutes >= FROM_MINUTES else None
    if exercise is None:
        return ()
    sides = 2 if exercise.per_side else 1
    sets = round(CONTACTS[means.experience] / (exercise.high * sides))
    return (Dose(exercise, max(1, min(MOST_SETS, sets))),)


def jumps_ms(jumps: tuple[Dose, ...]) -> Ms:
    """How long they take: a contact a second, and a rest after every set."""
    return Ms(
        sum(
            INTRO
            + dose.sets
            * (
                seconds(dose.exercise.high * (2 if dose.exercise.per_side else 1))
                + REST[dose.exercise.rest]
            )
            for dose in jumps
        )
    )

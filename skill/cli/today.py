"""``stride today``: what is on, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import click

from engine.cues import Names, Span, say
from engine.library.model import Measure
from engine.plan.model import Focus, PlannedSet, Workout
from engine.session.commands import Start
from engine.speech.estimate import estimated_ms
from engine.units import MINUTE, Instant, Ms
from skill.bootstrap import House
from skill.cli.arrival import moment_on
from skill.cli.house import (
    athlete_option,
    date_option,
    focus_option,
    known_athlete,
    minutes_option,
    own_house,
)
from skill.cli.output import json_option, print_json
from skill.cli.plan import planned, standing_now
from skill.service.coach import Delivery
from skill.service.planning import Wanted
from skill.service.records import Athlete
from skill.service.scripts import Scripts

UNITS = {Measure.REPS: "reps", Measure.HOLD: "seconds", Measure.CONTACTS: "contacts"}
NOW = {
    "planned": "Begin it with: stride coach",
    "open": "It is open. Go on with: stride coach",
    "done": "It is done.",
}


@dataclass(frozen=True)
class On:
    """The day's session and how it stands: planned, open or done."""

    status: str
    workout: Workout
    left: Ms
    """Hands-free, from now or from "ready" on."""


@click.command()
@minutes_option
@focus_option
@date_option
@athlete_option
@json_option
def today(
    minutes: int | None, focus: str | None, day: datetime | None, athlete: str, as_json: bool
) -> None:
    """What is on today: the exercises, how much of each, and why.

    \b
    Examples:
      stride today
      stride today --minutes 15 --focus core --json
    """
    house = own_house()
    wanted = Wanted().narrowed(Start(Focus(focus) if focus else None, minutes))
    at = moment_on(day.date() if day else None, None)
    on = _on(house, known_athlete(house, athlete), wanted, at)
    if as_json:
        print_json(_as_json(on, house.coach.scripts))
    else:
        click.echo("\n".join(_lines(on, house.coach.scripts)))


def _on(house: House, athlete: Athlete | None, wanted: Wanted, at: Instant) -> On:
    scripts = house.coach.scripts
    if athlete is not None:
        sitting = house.coach.present(athlete.id, at, Delivery(estimated_ms, wanted=wanted))
        if not sitting.phase_is_over or sitting.done_today:
            now = max(at, sitting.state.course.last_at)  # a session may run ahead of the wall clock
            left = scripts.left(sitting.state, now, sitting.workout)
            return On("done" if sitting.done_today else "open", sitting.workout, left)
    workout = planned(scripts, athlete, wanted, at)
    return On("planned", workout, scripts.left(standing_now(athlete).opening(at), at, workout))


def _rows(workout: Workout) -> Iterator[tuple[PlannedSet, int]]:
    """One set of each kind in the order of the workout, and how often it is done."""

    def kind(planned: PlannedSet) -> tuple[int, int, str]:
        return workout.exercises.index(planned.exercise), planned.target, str(planned.load)

    main = sorted((planned for planned in workout.sets if planned.main), key=kind)
    for _, alike in groupby(main, key=kind):
        sets = list(alike)
        yield sets[0], len({planned.number for planned in sets})


def _lines(on: On, scripts: Scripts) -> Iterator[str]:
    workout, words = on.workout, scripts.wording.words
    exercises = Names(workout.exercises)
    if on.status == "planned":
        yield words(
            say("today", focus=workout.focus.value, exercises=exercises, minutes=Span(on.left))
        )
        yield words(say("why", reason=workout.reasons[0]))
    else:
        yield f"{workout.day}  {workout.id}"
    for one, sets in _rows(workout):
        name = scripts.library.exercises[one.exercise].name
        side = " each side" if one.side else ""
        load = f", {one.load.value:g} {one.load.unit}" if one.load else ""
        yield f"  {name:<32} {sets} x {one.target} {UNITS[one.measure]}{side}{load}"
    yield f"The one after it: {workout.next_day}"
    yield NOW[on.status]


def _as_json(on: On, scripts: Scripts) -> dict[str, object]:
    workout = on.workout
    return {
        "date": workout.day,
        "status": on.status,
        "workout": workout.id,
        "focus": workout.focus.value,
        "minutes": round(on.left / MINUTE, 1),
        "reasons": list(workout.reasons),
        "next": workout.next_day,
        "exercises": [
            {
                "exercise": one.exercise,
                "name": scripts.library.exercises[one.exercise].name,
                "sets": sets,
                "target": one.target,
                "measure": one.measure.value,
                "sides": 2 if one.side else 1,
                "load": one.load.value if one.load else None,
                "unit": one.load.unit.value if one.load else None,
            }
            for one, sets in _rows(workout)
        ],
    }

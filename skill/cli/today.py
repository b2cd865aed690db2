"""``stride today``: what is on, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import click

from engine.cues import Names, Span, say
from engine.plan.model import Focus, PlannedSet, Workout
from engine.plan.reasons import Reason
from engine.session.commands import Start, Today
from engine.speech.estimate import estimated_ms
from engine.units import MINUTE, Instant, Ms
from skill.bootstrap import House
from skill.cli.agenda import UNITS
from skill.cli.answering import answer_to
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
from skill.cli.upcoming import upcoming
from skill.service.coach import Delivery
from skill.service.planning import Wanted
from skill.service.records import Athlete
from skill.service.scripts import Scripts

NOW = {
    "rest": "To train all the same: stride coach",
    "planned": "Begin it with: stride coach",
    "open": "It is open. Go on with: stride coach",
    "done": "It is done.",
}


@dataclass(frozen=True)
class On:
    """The day's session and how it stands: planned, open or done; or why there is none."""

    status: str
    workout: Workout
    """On a day of rest the session that comes next."""
    left: Ms
    """Hands-free, from now or from "ready" on."""
    rest: tuple[Reason, ...] = ()
    spoken: str = ""
    """What the coach says of a day of rest."""


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
    on = upcoming(house, athlete, wanted, at)
    left = scripts.left(on.standing.opening(at), at, on.workout)
    if not on.rest or wanted != Wanted():
        return On("planned", on.workout, left)
    spoken = answer_to(Today(), scripts, on.book, on.today)
    return On("rest", on.workout, left, on.rest, spoken)


def _rows(workout: Workout) -> Iterator[tuple[PlannedSet, int]]:
    """One set of each kind in the order of the workout, and how often it is done."""

    def kind(planned: PlannedSet) -> tuple[int, int, str]:
        return workout.exercises.index(planned.exercise), planned.target, str(planned.load)

    main = sorted((planned for planned in workout.sets if planned.main), key=kind)
    for _, alike in groupby(main, key=kind):
        sets = list(alike)
        yield sets[0], len({planned.number for planned in sets})


def _lines(on: On, scripts: Scripts) -> Iterator[str]:
    workout = on.workout
    yield from _opening(on, scripts)
    if not on.rest:
        yield from (_line(one, sets, scripts) for one, sets in _rows(workout))
    yield f"The {'next one' if on.rest else 'one after it'}: {workout.next_day}"
    yield NOW[on.status]


def _opening(on: On, scripts: Scripts) -> Iterator[str]:
    """What is on and why, in the coach's own words."""
    workout, words = on.workout, scripts.wording.words
    if on.status == "rest":
        yield on.spoken
    elif on.status == "planned":
        exercises, minutes = Names(workout.exercises), Span(on.left)
        yield words(say("today", focus=workout.focus.value, exercises=exercises, minutes=minutes))
        yield words(workout.reasons[0].said)
    else:
        yield f"{workout.day}  {workout.id}"


def _line(one: PlannedSet, sets: int, scripts: Scripts) -> str:
    name = scripts.library.exercises[one.exercise].name
    side = " each side" if one.side else ""
    load = f", {one.load.value:g} {one.load.unit}" if one.load else ""
    return f"  {name:<32} {sets} x {one.target} {UNITS[one.measure]}{side}{load}"


def _as_json(on: On, scripts: Scripts) -> dict[str, object]:
    """On a day of rest ``reasons`` are why there is no session."""
    workout = on.workout
    resting = bool(on.rest)
    return {
        "date": workout.day,
        "status": on.status,
        "workout": None if resting else workout.id,
        "focus": None if resting else workout.focus.value,
        "minutes": 0.0 if resting else round(on.left / MINUTE, 1),
        "reasons": [reason.code for reason in on.rest or workout.reasons],
        "next": workout.next_day,
        "exercises": [] if resting else [_row(*row, scripts) for row in _rows(workout)],
    }


def _row(one: PlannedSet, sets: int, scripts: Scripts) -> dict[str, object]:
    return {
        "exercise": one.exercise,
        "name": scripts.library.exercises[one.exercise].name,
        "sets": sets,
        "target": one.target,
        "measure": one.measure.value,
        "sides": 2 if one.side else 1,
        "load": one.load.value if one.load else None,
        "unit": one.load.unit.value if one.load else None,
    }

"""A plan as lines of text: a line a day, and what its session holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from engine.cues import Say
from engine.library.model import Library, Measure
from engine.plan.athlete.runs import Run, RunKind
from engine.plan.model import Dosage, Focus, PlannedSet, Workout
from engine.plan.planner.model import PlannedDay, PlannedSession, PlannedWeek
from engine.units import MINUTE, SECOND
from skill.service.plan_json import rests_of

Says = Callable[[Say], str]
UNITS: Mapping[Measure, str] = MappingProxyType(
    {Measure.REPS: "reps", Measure.HOLD: "seconds", Measure.CONTACTS: "contacts"}
)
FOCUS: Mapping[Focus, str] = MappingProxyType(
    {
        Focus.FULL: "full body",
        Focus.LEGS: "legs",
        Focus.UPPER: "upper body",
        Focus.CORE: "core",
    }
)
RUNS: Mapping[RunKind, str] = MappingProxyType(
    {
        RunKind.EASY: "easy run",
        RunKind.HARD: "hard run",
        RunKind.LONG: "long run",
        RunKind.RACE: "race",
        RunKind.CROSS: "cross training",
    }
)
RUN_WIDTH = 16


def week_lines(week: PlannedWeek, library: Library, says: Says, whole: bool) -> Iterator[str]:
    """A week, its days, and its notes as sentences; ``whole``: the exercises too."""
    yield f"Week of {week.start.day} {week.start:%B %Y}: {week.phase.value.replace('_', ' ')}"
    for day in week.days:
        yield _day(day)
        if whole and day.session:
            yield from exercise_lines(day.session.workout, library)
    yield from (f"  {says(note.said)}" for note in week.notes)


def _day(day: PlannedDay) -> str:
    runs = " + ".join(run_line(run) for run in day.runs)
    session = session_line(day.session) if day.session else ""
    session = session or ("strength: done" if day.done else "")
    return f"  {day.day:%a %d %b}  {runs:<{RUN_WIDTH}}  {session}".rstrip()


def run_line(run: Run) -> str:
    """What kind of run, how far and how long, as far as it is known."""
    kilometres = f"{run.distance_m / 1000:g} km" if run.distance_m else ""
    minutes = f"{run.minutes} min" if run.minutes else ""
    done = "done" if run.done else ""
    return ", ".join(filter(None, (RUNS[run.kind], kilometres, minutes, done)))


def session_line(session: PlannedSession) -> str:
    """What a session trains and how long it takes."""
    workout = session.workout
    light = ", light" if workout.dosage is Dosage.LIGHT else ""
    return f"{FOCUS[workout.focus]}, {session.length / MINUTE:.1f} minutes{light}"


def exercise_lines(workout: Workout, library: Library) -> Iterator[str]:
    """A line an exercise: sets and range, load, tempo, rest and effort."""
    rests = rests_of(workout)
    for id in workout.exercises:
        first = next(planned for planned in workout.sets if planned.exercise == id)
        tempo = f", tempo {first.tempo}" if first.tempo else ""
        rest = f", rest {rests[id] // SECOND} s"
        name = library.exercises[id].name
        yield f"      {name:<32} {_dose(first)}{tempo}{rest}, {first.rir} in reserve"


def _dose(planned: PlannedSet) -> str:
    side = " each side" if planned.side else ""
    load = f" with {planned.load.value:g} {planned.load.unit}" if planned.load else ""
    amount = f"{planned.low}-{planned.high} {UNITS[planned.measure]}"
    return f"{planned.of} x {amount}{side}{load}"

"""A plan as one JSON value: for programs, and for pages that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from engine.cues import Say
from engine.library.model import Measure
from engine.plan.athlete.runs import Run
from engine.plan.model import Block, PlannedSet, RestKind, Workout
from engine.plan.planner.model import Plan, PlannedDay, PlannedSession, PlannedWeek
from engine.plan.reasons import Reason
from engine.plan.workout.timing import INTRO
from engine.units import MINUTE, NO_TIME, SECOND, Ms

Json = dict[str, object]
Says = Callable[[Say], str]
"""Words of the athlete's language."""
TWELFTHS = 12
METRES = 1000


def plan_json(plan: Plan, says: Says) -> Json:
    """All weeks. Dates are ISO 8601, ranges ``[low, high]``, and what there is not is null."""
    return {"weeks": [week_json(week, says) for week in plan.weeks]}


def week_json(week: PlannedWeek, says: Says) -> Json:
    """One week; ``cost`` is what the placement of its sessions came to, 0 at best."""
    return {
        "start": week.start.isoformat(),
        "phase": week.phase.value,
        "days": [_day(day, says) for day in week.days],
        "notes": _reasons(week.notes, says),
        "cost": round(week.cost_twelfths / TWELFTHS, 2),
    }


def _day(day: PlannedDay, says: Says) -> Json:
    """A day; ``rest`` is why it has no session."""
    return {
        "date": day.day.isoformat(),
        "runs": [run_json(run) for run in day.runs],
        "session": session_json(day.session) if day.session else None,
        "rest": _reasons(day.rest, says),
        "done": day.done,
    }


def run_json(run: Run) -> Json:
    """A run without its date."""
    return {
        "kind": run.kind.value,
        "done": run.done,
        "distance_km": None if run.distance_m is None else run.distance_m / METRES,
        "minutes": run.minutes,
    }


def _reasons(reasons: Iterable[Reason], says: Says) -> list[Json]:
    return [{"code": reason.code, "says": says(reason.said)} for reason in reasons]


def session_json(session: PlannedSession) -> Json:
    """A session with the minutes that it takes by the time model."""
    workout = session.workout
    return {
        "focus": workout.focus.value,
        "kind": workout.kind,
        "format": workout.format.value,
        "dose": workout.dosage.value,
        "minutes": round(session.length / MINUTE, 1),
        "why": _codes(workout.reasons),
        "exercises": exercises_json(workout),
        "warm_up": _moves(workout, Block.WARM_UP),
        "cool_down": _moves(workout, Block.COOL_DOWN),
    }


def exercises_json(workout: Workout) -> list[Json]:
    """The main block: an exercise each in the order of doing, both sides together."""
    rests, patterns = rests_of(workout), dict(workout.patterns)
    firsts = {planned.exercise: planned for planned in reversed(workout.sets) if planned.main}
    return [
        {
            "exercise": id,
            "block": Block.MAIN.value,
            "pattern": patterns[id].value,
            **_dose(firsts[id]),
            "rest_s": round(rests[id] / SECOND),
            "rir": firsts[id].rir,
            "why": _codes(workout.because_of(id)),
        }
        for id in workout.exercises
    ]


def _dose(planned: PlannedSet) -> Json:
    """One set of an exercise, and how many there are."""

    def range_of(measure: Measure) -> list[int] | None:
        return [planned.low, planned.high] if planned.measure is measure else None

    return {
        "sets": planned.of,
        "reps": range_of(Measure.REPS),
        "hold_s": range_of(Measure.HOLD),
        "contacts": range_of(Measure.CONTACTS),
        "target": planned.target,
        "per_side": planned.side is not None,
        "load": planned.load.value if planned.load else None,
        "unit": planned.load.unit.value if planned.load else None,
        "tempo": str(planned.tempo) if planned.tempo else None,
    }


def rests_of(workout: Workout) -> dict[str, Ms]:
    """By exercise, the rest that ends its sets, or the round or pair that they stand in.

    From the end of a set to the next one's start, the time to get into place included. What comes
    last of all has the rest of those before it.
    """
    main = [planned for planned in workout.sets if planned.main]
    rests: dict[str, Ms] = {}
    waiting: list[str] = []
    last = NO_TIME
    for planned, following in pairwise(main):
        waiting.append(planned.exercise)
        if planned.rest_kind is RestKind.REST:
            last = _pause(planned, following)
            rests = dict.fromkeys(waiting, last) | rests
            waiting.clear()
    last = last or max((_pause(*pair) for pair in pairwise(main)), default=NO_TIME)
    return dict.fromkeys(workout.exercises, last) | rests


def _pause(planned: PlannedSet, following: PlannedSet) -> Ms:
    """The naming of a new exercise is its own time, and no rest."""
    naming = INTRO if following.number == 1 else NO_TIME
    return Ms(planned.rest_ms + following.lead_ms - naming)


def _moves(workout: Workout, block: Block) -> list[Json]:
    """Warm-up or cool-down in the order of doing, both sides together."""
    lengths: dict[str, int] = {}
    for planned in workout.sets:
        if planned.block is block:
            lengths[planned.exercise] = lengths.get(planned.exercise, 0) + planned.work_ms
    return [{"move": id, "seconds": round(ms / SECOND)} for id, ms in lengths.items()]


def _codes(reasons: Iterable[Reason]) -> list[str]:
    return [reason.code for reason in reasons]

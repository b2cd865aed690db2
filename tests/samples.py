"""One of everything: each phase a session can be in, each command it can hear."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Question, Verbosity, say
from engine.library.load import embedded_library
from engine.library.model import Experience, Gear, Measure, Place
from engine.plan.model import Focus, Workout
from engine.plan.workout.build import build_workout
from engine.session.commands import (
    COMMANDS,
    Command,
    Correct,
    Done,
    Effort,
    Failed,
    GiveEffort,
    LessRest,
    MoreRest,
    Next,
    Pain,
    SetVerbosity,
    Start,
    Swap,
    Symptom,
    Unwell,
)
from engine.session.facts import Ending, Source
from engine.session.state import (
    Asking,
    Briefing,
    Course,
    Finished,
    Idle,
    Log,
    Paused,
    Phase,
    Preparing,
    Resting,
    State,
    Working,
)
from engine.units import Instant

LIBRARY = embedded_library()
MONDAY = Instant(1_767_600_000_000)
"""Monday 5 January 2026, 08:00 UTC."""


def workout(
    experience: Experience = Experience.BEGINNER,
    focus: Focus = Focus.FULL,
    minutes: int = 20,
    gear: frozenset[Gear] = frozenset(),
    week: int = 1,
    first: bool = True,
) -> Workout:
    """A real workout, dated."""
    built = build_workout(
        LIBRARY,
        experience=experience,
        focus=focus,
        minutes=minutes,
        gear=gear,
        week=week,
        first=first,
    )
    return replace(built, day="2026-01-05", next_day="2026-01-07")


FIRST = workout()
"""What a newcomer gets: beginner, full body, twenty minutes, no gear."""


def first_main(of: Workout = FIRST) -> int:
    """Where the main block begins."""
    return next(i for i, planned in enumerate(of.sets) if planned.main)


def course(at: Instant = MONDAY, logged: bool = True) -> Course:
    """A course some minutes in, with the first main set logged."""
    index = first_main()
    planned = FIRST.sets[index]
    log = Log(
        number=2,
        index=index,
        exercise=planned.exercise,
        set=1,
        side=None,
        measure=Measure.REPS,
        target=planned.target,
        actual=planned.target,
        load=None,
        source=Source.SAID,
    )
    return Course(
        turn=9,
        facts=3,
        last_at=at,
        started_at=Instant(at - 300_000),
        consented=True,
        introduced=(planned.exercise,),
        logs=(log,) if logged else (),
    )


def phases(at: Instant = MONDAY) -> dict[str, Phase]:
    """Every phase by the name that the transition table gives it."""
    index = first_main() + 1
    working = Working("set:x", index, Instant(at - 12_000))
    resting = Resting("rest:x", index, Instant(at - 2_000), Instant(at + 10_000))
    return {
        "idle": Idle(),
        "briefing": Briefing("brief:0"),
        "preparing": Preparing("lead:x", index),
        "working": working,
        "working (warm-up)": Working("set:w", 0, Instant(at - 12_000)),
        "resting": resting,
        "asking reps": Asking(
            "ask:x", Question.REPS, Preparing("set:x", index, 4), index=index, counted=4
        ),
        "asking effort": Asking("ask:x", Question.EFFORT, resting, index=index - 1),
        "asking pain place": Asking("ask:x", Question.PAIN_PLACE, resting),
        "asking pain level": Asking("ask:x", Question.PAIN_LEVEL, resting, hurt=Pain(Place.KNEE)),
        "asking yes or no": Asking("ask:x", Question.YES_NO, resting, topic="start_over"),
        "asking profile": Asking(
            "ask:x", Question.PROFILE, resting, topic="minutes", words=(say("ask_profile_minutes"),)
        ),
        "paused": Paused(resting, Instant(at - 60_000)),
        "finished": Finished(Ending.PARTIAL, Instant(at - 60_000), index),
    }


def states(at: Instant = MONDAY) -> dict[str, State]:
    """Every phase within a course that suits it."""
    fresh = {"idle": Course(), "briefing": Course(last_at=at)}
    return {name: State(phase, fresh.get(name, course(at))) for name, phase in phases(at).items()}


FILLED: tuple[Command, ...] = (
    Start(Focus.CORE, 15),
    Next("plank"),
    Next("exercise"),
    Swap(Gear.STEP),
    MoreRest(30),
    LessRest(10),
    Done(8),
    Done(effort=Effort.TOO_HARD),
    GiveEffort(Effort.TOO_HARD),
    GiveEffort(rir=2),
    Failed(6),
    Correct(8),
    Pain(Place.KNEE),
    Pain(Place.KNEE, level=4),
    Pain(Place.KNEE, level=7),
    Unwell(Symptom.CHEST_PAIN),
    SetVerbosity(Verbosity.BRIEF),
)
"""Commands whose slots change their meaning."""

SPOKEN: tuple[Command, ...] = (*(kind() for kind in COMMANDS.values()), *FILLED)
"""Every command bare, and with telling slots."""

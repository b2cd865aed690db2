"""Athletes to plan for: the worked ones, and random ones with a random past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from engine.library.load import embedded_library
from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.days import DayNote, Diary, Readiness
from engine.plan.athlete.profile import Ache, Goal, Profile, Topic, Where
from engine.plan.athlete.runs import Race, RacePriority, Run, RunKind
from engine.plan.book import Book
from engine.plan.model import Dosage, Effort, Phase
from engine.plan.planner.model import Plan, PlannedWeek
from engine.plan.planner.plan import plan_weeks
from engine.plan.progression.fold import with_session
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.progression.outcome import Reach
from engine.plan.workout.templates import SLOTS
from engine.units import Load, Side

LIBRARY = embedded_library()
MONDAY = date(2026, 11, 23)
BEGINNER, INTERMEDIATE, ADVANCED = Experience
EASY, HARD, LONG, RACE, CROSS = RunKind
DUMBBELLS_AND_STEP = (Gear.DUMBBELL, Gear.STEP)
GYM = tuple(frozenset(Gear) - {Gear.STRENGTH_BAR, Gear.ANKLE_WEIGHTS})
KINDS = ("A", "B", "F", "L1", "U1", "L2", "U2", "T", "", "mobility")


def athlete(
    experience: Experience,
    runs: Mapping[str, RunKind],
    days: int,
    minutes: int,
    gear: tuple[Gear, ...] = (),
    **answers: object,
) -> Profile:
    """A profile in one line; ``runs`` by the day of the week."""
    told = Profile(
        experience=experience,
        run_days=tuple((Weekday(day), kind) for day, kind in runs.items()),
        days_per_week=days,
        minutes=minutes,
        places=((Where.HOME, frozenset(gear)),),
    )
    return replace(told, **answers)  # type: ignore[arg-type]


def planned(book: Book | Profile, today: date = MONDAY, weeks: int = 1) -> Plan:
    """The plan for a book, or for a profile alone."""
    whole = Book(book) if isinstance(book, Profile) else book
    return plan_weeks(whole, LIBRARY, today, weeks)


def days_of(week: PlannedWeek) -> str:
    """What a week holds, as "mon A, thu B light"."""
    shown = []
    for day in week.sessions:
        light = " light" if day.workout.dosage is Dosage.LIGHT else ""
        shown.append(f"{list(Weekday)[day.day.weekday()]} {day.workout.kind}{light}")
    return ", ".join(shown)


def done(
    day: date,
    kind: str = "A",
    *exercises: ExerciseResult,
    phase: Phase = Phase.BUILD,
    dosage: Dosage = Dosage.NORMAL,
    legs: bool | None = None,
) -> SessionResult:
    """A session of the past, with a squat where no exercise is named."""
    if legs is None:
        legs = not kind.startswith("U")
    squat = LIBRARY.exercises["bw_squat"]
    usual = ExerciseResult(squat.id, None, squat.measure, 10, (10, 10))
    results = exercises or (usual,)
    return SessionResult(f"{day}", day, kind, legs, dosage, phase, True, 20, results)


def trained(*sessions: SessionResult, reach: Reach | None = None) -> Training:
    """What sessions come to."""
    training = Training()
    for session in sessions:
        training = with_session(training, session, reach or Reach(LIBRARY, ADVANCED))
    return training


# Random athletes


def random_run_days(rng: Random) -> tuple[tuple[Weekday, RunKind], ...]:
    kinds = (None, None, EASY, EASY, HARD, LONG, CROSS, RACE)
    weights = rng.choice([(6, 6, 6, 6, 4, 2, 1, 0.3), (0, 0, 6, 6, 5, 2, 1, 0)])
    chosen = rng.choices(kinds, weights, k=7)
    return tuple((day, kind) for day, kind in zip(Weekday, chosen, strict=True) if kind)


def random_profile(rng: Random) -> Profile:
    """Anybody: most are simple, some have everything at once."""

    def sometimes(chance: float) -> bool:
        return rng.random() < chance

    gear = rng.choice(
        [(), DUMBBELLS_AND_STEP, GYM, (Gear.KETTLEBELL,), (Gear.BAND, Gear.MAT), (Gear.BARBELL,)]
    )
    all_days = frozenset(Weekday)
    return Profile(
        experience=rng.choice(list(Experience)),
        age=rng.choice([None, None, 12, 14, 17, 25, 34, 45, 58, 64, 65, 72, 80]),
        days_per_week=rng.choice([1, 2, 2, 2, 3, 3, 4, 4]),
        minutes=rng.choice([15, 15, 20, 20, 25, 30, 30, 37, 45, 45, 60]),
        places=((Where.HOME, frozenset(gear)),),
        weights=tuple(Load.of(kg) for kg in (4, 8, 12, 16)) if sometimes(0.2) else (),
        run_days=random_run_days(rng),
        races=tuple(_race(rng) for _ in range(rng.choice([0, 0, 0, 1, 1, 2]))),
        goal=rng.choice(list(Goal)),
        aches=tuple(
            Ache(place, rng.randint(0, 6))
            for place in rng.sample(list(Place), rng.choice([0, 0, 0, 1, 1, 2, 4]))
        ),
        screening=frozenset({Topic.HEART}) if sometimes(0.04) else frozenset(),
        cleared=sometimes(0.5),
        available=all_days if sometimes(0.7) else frozenset(rng.sample(list(Weekday), 4)),
        preferred=frozenset(rng.sample(list(Weekday), 3)) if sometimes(0.2) else frozenset(),
        double_days=sometimes(0.2),
        floor_ok=sometimes(0.9),
        space=sometimes(0.9),
        impact_ok=sometimes(0.5),
    )


def _race(rng: Random) -> Race:
    km = rng.choice([5.0, 10.0, 21.0975, 42.195, 80.0])
    day = MONDAY + timedelta(days=rng.randint(-15, 40))
    return Race(day, km, rng.choice(list(RacePriority)))


def random_book(rng: Random) -> tuple[Book, date]:
    """A random athlete with a random past, and the day on which the plan is made."""
    today = MONDAY + timedelta(days=rng.randint(0, 13))
    weeks_ago = rng.choice([0, 0, 0, 0, 1, 2, 3, 6, 15, 36])
    past = rng.random() < 0.6
    training = history(rng.randrange(HISTORIES), today, weeks_ago) if past else Training()
    return (
        Book(
            random_profile(rng),
            training,
            tuple(_run(rng, today) for _ in range(rng.choice([0, 0, 1, 3, 8]))),
            Diary(tuple(_notes(rng, today))),
            tuple(
                (place, today + timedelta(days=rng.randint(-30, 14)))
                for place in rng.sample(list(Place), rng.choice([0, 0, 0, 0, 1]))
            ),
            rng.random() < 0.02,
        ),
        today,
    )


def _run(rng: Random, today: date) -> Run:
    day = today + timedelta(days=rng.randint(-20, 10))
    kind = rng.choices(list(RunKind), (6, 4, 3, 0.5, 1))[0]
    return Run(day, kind, day < today, rng.choice([None, 5000, 10000, 21000]))


def _notes(rng: Random, today: date) -> list[DayNote]:
    days = rng.sample(range(-6, 10), rng.choice([0, 0, 0, 1, 2, 3]))
    return [
        DayNote(
            today + timedelta(days=day),
            rng.choice([None, None, 10, 20, 45]),
            rng.choice([None, None, frozenset(), frozenset({Gear.BAND})]),
            rng.choices(list(Readiness), (5, 3, 1))[0],
            off=rng.random() < 0.3,
            pinned=rng.random() < 0.3,
        )
        for day in days
    ]


HISTORIES = 60


@cache
def _history(seed: int) -> Training:
    """Up to a year of sessions, as their fold: some steady, some with long gaps."""
    rng = Random(seed)
    reach = Reach(LIBRARY, rng.choice(list(Experience)), frozenset(rng.choice([(), GYM])))
    training, steady = Training(), rng.random() < 0.6
    day = MONDAY - timedelta(days=rng.choice([3, 10, 40, 120, 360]))
    while day < MONDAY:
        training = with_session(training, _session(rng, day), reach)
        day += timedelta(days=rng.choice([1, 2, 3, 4] if steady else [2, 5, 9, 12, 18, 35, 70]))
    return training


def _session(rng: Random, day: date) -> SessionResult:
    kind = rng.choice(KINDS)
    slots = SLOTS[kind or "A"][:5]
    ladders = [LIBRARY.ladder(slot) for slot in slots]
    results = []
    for exercise in dict.fromkeys(rng.choice(ladder) for ladder in ladders):
        sides = (Side.LEFT, Side.RIGHT) if exercise.per_side else (None,)
        target = rng.randint(exercise.low, exercise.high)
        load = Load.of(rng.choice([4, 8, 12, 20])) if exercise.loadable else None
        results += [
            ExerciseResult(
                *(exercise.id, side, exercise.measure, target, (target,) * 2, load),
                said=rng.random() < 0.7,
                effort=rng.choice([None, *Effort]),
                failed=rng.random() < 0.1,
                hurt=rng.random() < 0.02,
            )
            for side in sides
        ]
    phase = rng.choices(list(Phase), (8, 1, 1, 1, 1))[0]
    return done(day, kind, *results, phase=phase, dosage=rng.choice([*Dosage, Dosage.NORMAL]))


def history(seed: int, today: date, weeks_ago: int) -> Training:
    """A random past that ended about so many weeks before today."""
    training = _history(seed)
    if training.last_day is None:
        return training
    weeks = (today - training.last_day).days // 7 - weeks_ago
    return _later(training, timedelta(weeks=weeks))


def _later(training: Training, by: timedelta) -> Training:
    layoff = training.layoff
    return replace(
        training,
        recent=tuple(replace(each, day=each.day + by) for each in training.recent),
        weeks=tuple(replace(each, monday=each.monday + by) for each in training.weeks),
        first=training.first and training.first + by,
        loading_week=training.loading_week and training.loading_week + by,
        deload_week=training.deload_week and training.deload_week + by,
        failures=tuple((day + by, id) for day, id in training.failures),
        layoff=layoff and replace(layoff, since=layoff.since + by, until=layoff.until + by),
    )

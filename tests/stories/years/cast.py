"""Six athletes, from Monday 4 January 2027 for 52 weeks."""

from __future__ import annotations

from datetime import date, timedelta

from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Goal, Profile, Where
from engine.plan.athlete.runs import MARATHON_KM, Race, RacePriority, RunKind
from engine.units import Load
from tests.stories.years.athlete import Injury, Person, Spell

START = date(2027, 1, 4)
EASY, HARD, LONG = RunKind.EASY, RunKind.HARD, RunKind.LONG
KM = {EASY: 8.0, HARD: 10.0, LONG: 16.0, RunKind.CROSS: 8.0}
GYM = frozenset(Gear) - {Gear.STRENGTH_BAR, Gear.ANKLE_WEIGHTS}


def on(week: int, day: int = 0) -> date:
    """A day of the year by its week from 1 and its weekday from 0."""
    return START + timedelta(weeks=week - 1, days=day)


def weights(*kg: float) -> tuple[Load, ...]:
    return tuple(Load.of(each) for each in kg)


def home(*gear: Gear) -> tuple[tuple[Where, frozenset[Gear]], ...]:
    return ((Where.HOME, frozenset(gear)), (Where.TRAVEL, frozenset()))


STEADY = Person(
    name="steady",
    about="steady: 38, intermediate, dumbbells and a step, 2 x 30, a half-marathon in spring",
    seed=1,
    profile=Profile(
        experience=Experience.INTERMEDIATE,
        age=38,
        minutes=30,
        places=home(Gear.DUMBBELL, Gear.STEP),
        weights=weights(4, 6, 8, 10, 12, 14, 16, 20, 24),
        run_days=((Weekday.TUE, HARD), (Weekday.THU, EASY), (Weekday.SUN, LONG)),
        races=(Race(on(17, 6)), Race(on(40, 6), 10.0, RacePriority.B)),
        goal=Goal.LONG_RACES,
        impact_ok=True,
    ),
    start=START,
    weight_kg=70,
    rung=3.8,
    gain=0.025,
    ceiling=6.0,
    runs_km=KM,
    ill=(Spell(on(8, 2), 3),),
    spike=on(28, 6),
)

EAGER = Person(
    name="eager",
    about="over-eager: 27, beginner, a band, 3 x 20, says too easy and asks for more",
    seed=2,
    profile=Profile(
        experience=Experience.BEGINNER,
        age=27,
        days_per_week=3,
        minutes=20,
        places=home(Gear.BAND, Gear.MAT),
        run_days=((Weekday.MON, EASY), (Weekday.THU, EASY), (Weekday.SAT, LONG)),
        races=(Race(on(24, 6), 10.0),),
        goal=Goal.SHORT_RACES,
    ),
    start=START,
    weight_kg=64,
    rung=2.0,
    gain=0.045,
    ceiling=5.0,
    misses=0.02,
    silent=0.05,
    answers=0.95,
    easy_from=3,
    tired=0.02,
    more=0.3,
    surprise=0.1,
    runs_km={EASY: 5.0, HARD: 6.0, LONG: 9.0},
)

ABSENT = Person(
    name="absent",
    about="often absent: 44, intermediate, dumbbells, 2 x 30, a third missed, two long holidays",
    seed=3,
    profile=Profile(
        experience=Experience.INTERMEDIATE,
        age=44,
        minutes=30,
        places=home(Gear.DUMBBELL),
        weights=weights(5, 7.5, 10, 12.5, 15),
        run_days=((Weekday.WED, EASY), (Weekday.SAT, LONG)),
    ),
    start=START,
    weight_kg=82,
    rung=3.6,
    gain=0.03,
    ceiling=5.5,
    misses=0.34,
    silent=0.4,
    answers=0.4,
    stops=0.05,
    short=0.12,
    runs_km=KM,
    away=(Spell(on(14), 21), Spell(on(31), 24)),
    travels=(Spell(on(22), 7), Spell(on(44), 7)),
)

INJURED = Person(
    name="injured",
    about="injured: 33, intermediate, dumbbells and a step, 2 x 30, Achilles pain for a month",
    seed=4,
    profile=Profile(
        experience=Experience.INTERMEDIATE,
        age=33,
        minutes=30,
        places=home(Gear.DUMBBELL, Gear.STEP, Gear.BAND),
        weights=weights(4, 6, 8, 10, 12, 16, 20),
        run_days=(
            (Weekday.MON, EASY),
            (Weekday.WED, HARD),
            (Weekday.FRI, EASY),
            (Weekday.SUN, LONG),
        ),
        impact_ok=True,
    ),
    start=START,
    weight_kg=61,
    rung=4.0,
    gain=0.025,
    ceiling=6.0,
    runs_km=KM,
    injury=Injury(Place.ACHILLES, on(15), lambda since: 4 if since < 8 else 6, over=32),
)

GYM_GOER = Person(
    name="gym",
    about="in the gym: 31, advanced, everything there is, 4 x 45, a marathon in autumn",
    seed=5,
    profile=Profile(
        experience=Experience.ADVANCED,
        age=31,
        days_per_week=4,
        minutes=45,
        places=((Where.GYM, GYM), (Where.TRAVEL, frozenset())),
        where=Where.GYM,
        run_days=(
            (Weekday.TUE, HARD),
            (Weekday.THU, EASY),
            (Weekday.FRI, EASY),
            (Weekday.SUN, LONG),
        ),
        races=(
            Race(on(42, 6), MARATHON_KM),
            Race(on(34, 6), 21.1, RacePriority.B),
            Race(on(20, 5), 5.0, RacePriority.C),
        ),
        goal=Goal.LONG_RACES,
        impact_ok=True,
    ),
    start=START,
    weight_kg=74,
    rung=5.6,
    gain=0.012,
    ceiling=7.0,
    misses=0.05,
    silent=0.1,
    answers=0.9,
    runs_km={EASY: 12.0, HARD: 14.0, LONG: 24.0},
    travels=(Spell(on(27), 7),),
)

OLDER = Person(
    name="older",
    about="older: 68, intermediate, kettlebells of 8 and 12, 2 x 30, easy runs only",
    seed=6,
    profile=Profile(
        experience=Experience.INTERMEDIATE,
        age=68,
        minutes=30,
        places=home(Gear.KETTLEBELL, Gear.MAT),
        weights=weights(8, 12),
        run_days=((Weekday.TUE, EASY), (Weekday.THU, EASY), (Weekday.SAT, EASY)),
        goal=Goal.BONE,
    ),
    start=START,
    weight_kg=68,
    rung=3.2,
    gain=0.02,
    ceiling=4.8,
    tired=0.06,
    runs_km={EASY: 5.0},
    ill=(Spell(on(10), 5),),
)

CAST = (STEADY, EAGER, ABSENT, INJURED, GYM_GOER, OLDER)

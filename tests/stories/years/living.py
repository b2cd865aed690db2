"""A year, day by day: the plan, the session or none, the fold, the next morning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

from engine.cues import Name
from engine.library.model import Place
from engine.plan.athlete.days import DayNote, Readiness
from engine.plan.athlete.profile import Where
from engine.plan.athlete.runs import Run, RunKind
from engine.plan.book import Book
from engine.plan.model import Focus, Level, Workout
from engine.plan.planner.asked import reach_of, session_today
from engine.plan.planner.days import hardest, runs_on
from engine.plan.planner.model import PlannedWeek
from engine.plan.planner.moving import moved, refusal
from engine.plan.planner.plan import plan_weeks
from engine.plan.progression.fold import settled, with_latest
from engine.plan.progression.model import SessionResult, Training
from engine.session.commands import PainGone
from engine.session.facts import Fact
from engine.session.results import session_result
from engine.session.standing import Standing, folded
from engine.units import Instant, Side
from tests.engine.session.scenario import LIBRARY
from tests.stories.years.athlete import Person, within
from tests.stories.years.body import Body
from tests.stories.years.training import Dated, Doing, Soreness

DAYS = 364
EVENING = timedelta(hours=18)
RUNS_KEPT = timedelta(days=35)
SHORTER_BY = 10
SPIKED = 1.5


@dataclass(frozen=True)
class Change:
    """One step of progression: an exercise on a side, its code, and where it led."""

    day: date
    code: str
    before: Level | None
    after: Level

    @property
    def named(self) -> str:
        """The exercise; for a step on the ladder where it led."""
        facts = dict(self.after.why.facts) if self.after.why else {}
        old, new = facts.get("old"), facts.get("new")
        if isinstance(old, Name) and isinstance(new, Name):
            return f"{old.id} > {new.id}"
        return self.after.exercise


@dataclass(frozen=True)
class Lived:
    """One day, as it was planned in the morning and as it went."""

    day: date
    book: Book
    """In the morning, the training settled."""
    week: PlannedWeek
    """As planned in the morning, after the athlete's own word about the day."""
    runs: tuple[Run, ...]
    asked: bool = False
    """A session was asked for on a day without one."""
    workout: Workout | None = None
    """What was begun."""
    result: SessionResult | None = None
    facts: tuple[Fact, ...] = ()
    changes: tuple[Change, ...] = ()
    ran: Run | None = None
    """What was really run."""
    says: str = ""
    """What was different about the day."""

    @property
    def spared(self) -> frozenset[Place]:
        """Places not to be loaded, as the morning's book has them."""
        return frozenset(place for place, until in self.book.sore if self.day < until)


@dataclass(frozen=True)
class Year:
    person: Person
    days: tuple[Lived, ...]

    @property
    def sessions(self) -> Iterator[Lived]:
        return (day for day in self.days if day.result)

    @property
    def weeks(self) -> tuple[tuple[Lived, ...], ...]:
        return tuple(self.days[n : n + 7] for n in range(0, len(self.days), 7))


@cache
def year_of(person: Person) -> Year:
    """The person's year; the same every time."""
    return Year(person, tuple(Living(person).days()))


@dataclass
class Living:
    """What changes from day to day."""

    person: Person
    chance: Random = field(init=False)
    body: Body = field(init=False)
    book: Book = field(init=False)
    training: Training = field(default_factory=Training)
    """The last session still apart, as it is stored."""
    standing: Standing = field(default_factory=Standing)
    ran: list[RunKind | None] = field(default_factory=lambda: [None, None])

    def __post_init__(self) -> None:
        person = self.person
        self.chance = Random(person.seed)
        chance = Random(person.seed + 1000)
        self.body = Body(chance, person.weight_kg, person.rung, person.gain, person.ceiling)
        self.book = Book(person.profile)

    def days(self) -> Iterator[Lived]:
        for number in range(DAYS):
            day = self.person.start + timedelta(days=number)
            self.body.wakes(day, self.ran[-1], self.ran[-2])
            yield self._day(day)

    def _day(self, day: date) -> Lived:
        self.book = replace(
            self.book,
            training=settled(self.training, reach_of(self.book.profile, LIBRARY)),
            sore=tuple(
                (p, _day_of(until) + timedelta(days=1)) for p, until in self.standing.blocked
            ),
        )
        says = self._morning(day)
        asked, focus = self._wants(day)
        week = plan_weeks(self.book, LIBRARY, day).weeks[0]
        lived = Lived(day, self.book, week, runs_on(self.book, day), asked, says=says)
        planned = week.days[day.weekday()].session
        missed = within(day, self.person.away) or self.chance.random() < self.person.misses
        if focus is not None or (planned is not None and not missed):
            lived = self._trains(lived, focus)
        return replace(lived, ran=self._runs(day))

    # What the athlete says in the morning

    def _morning(self, day: date) -> str:
        person, chance = self.person, self.chance
        note = DayNote(day)
        said = []
        if within(day, person.ill):
            note, said = replace(note, readiness=Readiness.RED), ["ill"]
        elif chance.random() < person.tired:
            note, said = replace(note, readiness=Readiness.AMBER), ["tired"]
        if within(day, person.travels):
            gear = person.profile.gear_at(Where.TRAVEL)
            note, said = replace(note, gear=gear), [*said, "travelling"]
        if note != DayNote(day):
            self.book = replace(self.book, diary=self.book.diary.noted(note, day))
        return ", ".join(said)

    def _wants(self, day: date) -> tuple[bool, Focus | None]:
        """A session on a day without one: moved here if the rules allow it, else some core."""
        if self.person.more <= self.chance.random():
            return False, None
        here = plan_weeks(self.book, LIBRARY, day).weeks[0].days[day.weekday()]
        if here.session is not None or here.done:
            return False, None
        if refusal(self.book, LIBRARY, day, day) is None:
            self.book = moved(self.book, day, None, day)
            return True, None
        return (True, Focus.CORE) if self.chance.random() < 0.3 else (False, None)

    # The session

    def _trains(self, lived: Lived, focus: Focus | None) -> Lived:
        day, person, chance = lived.day, self.person, self.chance
        short = chance.random() < person.short
        minutes = person.profile.minutes - SHORTER_BY if short else None
        workout = session_today(self.book, LIBRARY, day, focus, minutes)
        at = _at(day)
        session = Dated(workout, self.standing, at)
        injury = person.injury
        if injury and injury.ended_by(day) and self.standing.blocked_at(at):
            session.hears(PainGone(injury.place))
        doing = Doing(person, self.body, chance, session, self._sore(day))
        session = doing.whole()
        facts = tuple(session.kept)
        self.standing = folded(self.standing, facts)
        result = session_result(day.isoformat(), session.state, workout, LIBRARY, day)
        return self._folds(replace(lived, workout=workout, result=result, facts=facts))

    def _sore(self, day: date) -> Soreness | None:
        injury = self.person.injury
        level = injury.hurts(day) if injury else 0
        return Soreness(injury.place, level, Side.LEFT) if injury and level else None

    def _folds(self, lived: Lived) -> Lived:
        assert lived.result
        reach = reach_of(self.book.profile, LIBRARY)
        self.training = with_latest(self.training, lived.result, reach)
        done = {each.exercise for each in lived.result.exercises if each.actuals}
        self.body.trained(lived.day, (LIBRARY.exercises[id] for id in done))
        after = settled(self.training, reach)
        return replace(lived, changes=tuple(_changes(self.book.training, after, lived.day)))

    # The runs

    def _runs(self, day: date) -> Run | None:
        """What was run today, told to the coach with its length."""
        kind = self._run_kind(day)
        self.ran.append(kind)
        if kind is None:
            return None
        person, chance = self.person, self.chance
        easy_week = (day - person.start).days // 7 % 4 == 3
        km = person.runs_km.get(kind, 10.0) * chance.uniform(0.9, 1.0) * (0.8 if easy_week else 1.0)
        raced = next((race for race in person.profile.races if race.day == day), None)
        km = raced.distance_km if raced else km * (SPIKED if day == person.spike else 1.0)
        run = Run(day, kind, done=True, distance_m=round(km * 1000))
        kept = (r for r in self.book.runs if r.day >= day - RUNS_KEPT and r.day != day)
        self.book = replace(self.book, runs=(*kept, run))
        return run

    def _run_kind(self, day: date) -> RunKind | None:
        person = self.person
        kind = hardest(runs_on(self.book, day))
        if kind is RunKind.EASY and self.chance.random() < person.surprise:
            kind = RunKind.HARD
        if within(day, person.ill) or within(day, person.away):
            return None
        sore = person.injury is not None and person.injury.hurts(day)
        return RunKind.CROSS if kind and sore else kind


def _changes(before: Training, after: Training, day: date) -> Iterator[Change]:
    was = {(level.exercise, level.side): level for level in before.levels}
    for level in after.levels:
        old = was.get((level.exercise, level.side))
        if level.changed == day and level.why is not None and level != old:
            yield Change(day, level.why.code, old, level)


def _at(day: date) -> Instant:
    moment = datetime.combine(day, datetime.min.time(), UTC) + EVENING
    return Instant(int(moment.timestamp() * 1000))


def _day_of(at: Instant) -> date:
    return datetime.fromtimestamp(at / 1000, UTC).date()

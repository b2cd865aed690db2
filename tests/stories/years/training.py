"""A session as a person does it: through the real machine, set by set, with honest answers."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from engine.cues import Question
from engine.library.model import Exercise, Measure, Place
from engine.plan.model import Effort, PlannedSet, Workout
from engine.session.commands import Done, Failed, GiveEffort, No, Pain, Ready, Skip, Start, Stop
from engine.session.standing import Standing
from engine.session.state import Asking, Briefing, Finished, Resting, State, Working
from engine.units import Instant, Load, Side, seconds
from tests.engine.session.scenario import LIBRARY, MOST_STEPS, Session
from tests.stories.years.athlete import Person
from tests.stories.years.body import TWELVE_TIMES, Body

SAYS_SO = seconds(1)
"""After the last rep."""
HARD_BELOW = 2
"""Reps in reserve below which a set is called too hard (RIR scale, Zourdos 2016)."""
ENOUGH = 3
"""Jumps are stopped long before they fail."""
PER_REP = {Measure.REPS: 1, Measure.HOLD: 4, Measure.CONTACTS: 1}
"""Seconds of a hold are felt like so many fewer reps."""


@dataclass(frozen=True)
class Soreness:
    """What hurts today when it is loaded."""

    place: Place
    level: int
    side: Side = Side.LEFT


class Dated(Session):
    """A session that begins at a moment of its own."""

    def __init__(self, of: Workout, standing: Standing, at: Instant) -> None:
        super().__init__(of)
        self.at = at
        self.state: State = standing.opening(at)


@dataclass
class Doing:
    """One person in one session."""

    person: Person
    body: Body
    chance: Random
    session: Dated
    sore: Soreness | None = None
    reserve: int = ENOUGH
    """After the last set that was told."""

    def whole(self) -> Dated:
        """From start to summary, or to wherever it ends."""
        session, chance = self.session, self.chance
        stops = chance.random() < self.person.stops
        leaves_at = chance.randrange(20, 40) if stops else MOST_STEPS
        session.hears(Start())
        for step in range(MOST_STEPS):
            if isinstance(session.phase, Finished):
                return session
            if step >= leaves_at and isinstance(session.phase, Resting):
                session.hears(Stop())
            else:
                self._one_step()
        raise AssertionError("the session never ends")

    def _one_step(self) -> None:
        session = self.session
        match session.phase:
            case Briefing():
                session.hears(Ready())
            case Asking(question=question):
                self._answer(question)
            case Working() if session.planned.main:
                self._set(session.planned)
            case _:
                session.goes_on()

    def _answer(self, question: Question) -> None:
        session = self.session
        if question is Question.EFFORT and self.chance.random() < self.person.answers:
            session.waits(seconds(2)).hears(GiveEffort(self._felt(self.reserve)))
        elif question is Question.REPS:
            session.hears(Done(reps=session.planned.target))
        elif question is Question.YES_NO:
            session.hears(No())
        else:
            session.is_silent()

    def _set(self, planned: PlannedSet) -> None:
        """The set in hand: what hurts, what is possible, what is said of it."""
        session, exercise = self.session, LIBRARY.exercises[planned.exercise]
        if self.sore and exercise.loads(self.sore.place):
            told = Pain(self.sore.place, self.sore.side, self.sore.level)
            session.counts(max(1, planned.target // 3)).hears(told)
            return
        if self.chance.random() < self.person.skips:
            session.hears(Skip())
            return
        first = self._first_weight(planned, exercise)
        load = first or planned.load
        most = self.body.most(exercise, load, planned.number - 1)
        spare = (most - planned.target) // PER_REP[planned.measure]
        self.reserve = ENOUGH if planned.measure is Measure.CONTACTS else spare
        if most < planned.target:
            session.counts(most).hears(Failed(reps=most))
        elif self.chance.random() < self.person.silent and not first:
            session.plays()
        else:
            self._tell(planned, first)

    def _first_weight(self, planned: PlannedSet, exercise: Exercise) -> Load | None:
        """A weight of one's own choice, where the coach knows none yet."""
        workout = self.session.workout
        if planned.load or not planned.loadable or exercise.id not in TWELVE_TIMES:
            return None
        needs = exercise.gear_from(workout.gear) or frozenset()
        if not {gear.value for gear in needs} - {"band", "step", "anchor"}:
            return None
        profile = self.person.profile
        heavy = {gear.value for gear in needs} & {"barbell", "cable"}
        return self.body.picks(exercise, () if heavy else profile.weights, profile.units)

    def _tell(self, planned: PlannedSet, first: Load | None) -> None:
        session = self.session
        session.counts(planned.target).waits(SAYS_SO)
        felt = self._felt(self.reserve)
        noted = felt if planned.number == planned.of and felt is not Effort.RIGHT else None
        amount = {"seconds" if planned.measure is Measure.HOLD else "reps": planned.target}
        value, unit = (first.value, first.unit) if first else (None, None)
        session.hears(Done(**amount, load=value, unit=unit, effort=noted))

    def _felt(self, reserve: int) -> Effort:
        if reserve >= self.person.easy_from:
            return Effort.TOO_EASY
        return Effort.TOO_HARD if reserve < HARD_BELOW else Effort.RIGHT

"""A session told as a story: what happens to it, what it says and what it keeps.

Every outcome is held to what must hold always: phrases that the wording knows, with arguments it
knows, never twice in the same variant; facts numbered without a gap; a clock that never goes back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Self, TypeVar

from engine.cues import LeadIn, Say, Term, words_of
from engine.library.model import Experience, Gear
from engine.plan.model import Block, Focus, PlannedSet, Workout
from engine.plan.workout.templates import KITS
from engine.session.commands import Command, Ready, Start
from engine.session.events import Elapsed, Event, Heard, Played, Silence
from engine.session.facts import Fact, SetLogged
from engine.session.outcome import Outcome
from engine.session.standing import Standing
from engine.session.state import Asking, Finished, Phase, Preparing, Resting, State, Working
from engine.session.transition import advance
from engine.speech.phrases import LIBRARY_TEXTS, PHRASES
from engine.speech.wording import embedded_wording
from engine.units import Instant, Load, Ms, Side, seconds
from tests.samples import FIRST, LIBRARY, MONDAY, workout

WORDING = embedded_wording()
BLINK = Ms(100)
"""A moment after, so that a count of n is over."""
ANSWER_WITHIN = seconds(8)
MOST_STEPS = 300

FactKind = TypeVar("FactKind", bound=Fact)
INTERMEDIATE_KIT = KITS[Experience.INTERMEDIATE]


def _intermediate(focus: Focus, minutes: int) -> Workout:
    return workout(Experience.INTERMEDIATE, focus, minutes, INTERMEDIATE_KIT, week=3, first=False)


CIRCUIT = FIRST
"""bw_squat, back_extension, calf_raise_two, forearm_plank, hip_hinge_drill; two rounds."""
PAIRS = _intermediate(Focus.FULL, 30)
"""goblet_squat with bent_over_row, calf raises with plank_leg_lift, db_rdl with side_plank."""
STRAIGHT = _intermediate(Focus.LEGS, 45)
"""goblet_squat, db_rdl, one_leg_bridge, one_leg_calf_raise_step, side_plank, plank_leg_lift."""
WITH_A_BAND = workout(gear=frozenset({Gear.BAND, Gear.STEP}), week=1, first=False)
"""A beginner's own circuit with a band and a step, in the first week."""


class Session:
    """Drives one session; its clock stands until something moves it."""

    def __init__(self, of: Workout = FIRST, standing: Standing | None = None) -> None:
        self.workout = of
        self.at = MONDAY
        self.state: State = (standing or Standing()).opening(self.at)
        self.outcome = Outcome(self.state)
        self.kept: list[Fact] = []
        self.heard_words: list[Say] = []

    # What happens

    def hears(self, *commands: Command) -> Self:
        """The athlete speaks, now."""
        for command in commands:
            self._take(Heard(command, self.at))
        return self

    def waits(self, ms: int) -> Self:
        """The clock moves; nothing else does."""
        self.at = Instant(self.at + ms)
        return self

    def passes(self, ms: int) -> Self:
        """Time passes and is noticed, with no player."""
        self.waits(ms)
        return self._take(Elapsed(self.at))

    def is_silent(self) -> Self:
        """A player runs and nobody answers."""
        self.waits(ANSWER_WITHIN)
        return self._take(Silence(self.at))

    def hears_of(self, step: str) -> Self:
        """A player reports a step."""
        return self._take(Played(step, self.at))

    def plays(self) -> Self:
        """A player runs the present step to its end."""
        step = self.step
        self.waits(max(0, self.ends_at - self.at))
        return self._take(Played(step, self.at))

    def goes_on(self) -> Self:
        """Hands-free: plays, or lets a question lapse."""
        playing = isinstance(self.phase, Preparing | Working | Resting)
        return self.plays() if playing else self.is_silent()

    # Getting somewhere

    def begins(self) -> Self:
        """Started, and "ready" said to the briefing."""
        return self.hears(Start(), Ready())

    def until_set(self, exercise: str, number: int = 1, side: Side | None = None) -> Self:
        """Hands-free up to the first moment of a set."""
        for _ in range(MOST_STEPS):
            if isinstance(self.phase, Working) and self._is(self.planned, exercise, number, side):
                return self
            self.goes_on()
        raise AssertionError(f"never came to {exercise} {number}, but {self.phase}")

    def until_rest_after(self, exercise: str, number: int = 1, side: Side | None = None) -> Self:
        """Hands-free to the end of a set, an effort question let lapse."""
        self.until_set(exercise, number, side).plays()
        return self if isinstance(self.phase, Resting) else self.is_silent()

    def until_lead_in(self, exercise: str, number: int = 1) -> Self:
        """Hands-free to the first moment of a set's lead-in."""
        for _ in range(MOST_STEPS):
            lead = isinstance(self.phase, Preparing)
            if lead and self._is(self.planned, exercise, number, None):
                return self
            self.goes_on()
        raise AssertionError(f"never came to {exercise} {number}, but {self.phase}")

    def until_cool_down(self) -> Self:
        """Hands-free to the first stretch."""
        for _ in range(MOST_STEPS):
            if isinstance(self.phase, Working) and self.planned.block is Block.COOL_DOWN:
                return self
            self.goes_on()
        raise AssertionError("never came to the cool-down")

    def to_the_end(self) -> Self:
        for _ in range(MOST_STEPS):
            if isinstance(self.phase, Finished):
                return self
            self.goes_on()
        raise AssertionError("never came to the end")

    def counts(self, reps: int) -> Self:
        """In a set, up to just after so many reps or seconds."""
        assert isinstance(self.phase, Working)
        per = self._per_unit(self.planned)
        self.at = Instant(self.phase.began + (reps - self.phase.counted) * per + BLINK)
        return self

    # What there is

    @property
    def phase(self) -> Phase:
        return self.state.phase

    @property
    def name(self) -> str:
        return self.state.name

    @property
    def step(self) -> str:
        phase = self.phase
        assert not isinstance(phase, Finished)
        return str(getattr(phase, "step", ""))

    @property
    def sets(self) -> tuple[PlannedSet, ...]:
        changed = self.state.course.sets
        return self.workout.sets if changed is None else changed

    @property
    def index(self) -> int:
        phase = self.phase
        assert isinstance(phase, Preparing | Working | Resting)
        return phase.index

    @property
    def planned(self) -> PlannedSet:
        """The set in hand, or the one that comes next."""
        return self.sets[self.index]

    @property
    def left(self) -> list[str]:
        """Exercises of the main sets from here on, in order, each once."""
        ahead = self.sets[self.index :]
        return list(dict.fromkeys(planned.exercise for planned in ahead if planned.main))

    @property
    def question(self) -> str:
        return self.phase.question.value if isinstance(self.phase, Asking) else "none"

    @property
    def ends_at(self) -> Instant:
        """When a player would be through with the present step."""
        phase = self.phase
        match phase:
            case Working(began=began, counted=counted):
                left = self.planned.target - counted
                return Instant(began + left * self._per_unit(self.planned))
            case Resting(until=until):
                return until
            case _:
                leads = [cue.ms for cue in self.outcome.cues if isinstance(cue, LeadIn)]
                return Instant(self.at + (leads[-1] if leads else 0))

    @property
    def words(self) -> list[Say]:
        """All that the last outcome says, in order."""
        return [word for cue in self.outcome.cues for word in words_of(cue)]

    @property
    def said(self) -> list[str]:
        """The phrases of the last outcome."""
        return [word.phrase for word in self.words]

    def told(self, phrase: str) -> dict[str, Term]:
        """The arguments with which the last outcome says a phrase."""
        return dict(next(word.args for word in self.words if word.phrase == phrase))

    def facts(self, kind: type[FactKind]) -> list[FactKind]:
        """Facts of a kind, of the whole story."""
        return [fact for fact in self.kept if isinstance(fact, kind)]

    @property
    def new_facts(self) -> list[str]:
        """Kinds of the last outcome's facts."""
        return [type(fact).__name__ for fact in self.outcome.facts]

    @property
    def last_logged(self) -> SetLogged:
        return self.facts(SetLogged)[-1]

    @property
    def log(self) -> list[tuple[str, int, int, str]]:
        """The log as it stands: exercise, set, actual, source."""
        logs = self.state.course.logs
        return [(log.exercise, log.set, log.actual, log.source.value) for log in logs]

    # What always holds

    def _take(self, event: Event) -> Self:
        self.outcome = advance(self.state, event, self.workout, LIBRARY)
        self._check()
        self.state = self.outcome.state
        self.kept.extend(self.outcome.facts)
        self.heard_words.extend(self.words)
        return self

    def _check(self) -> None:
        last = {word.phrase: word for word in self.heard_words}
        for word in self.words:
            known = ("exercise",) if word.phrase in LIBRARY_TEXTS else PHRASES[word.phrase]
            assert {name for name, _ in word.args} <= set(known), word
            assert WORDING.words(word), f"no words for {word}"
            before = last.get(word.phrase)
            same = before is not None and before.args == word.args
            assert not (same and before and before.variant == word.variant), f"twice: {word}"
            last[word.phrase] = word
        numbers = [fact.number for fact in self.outcome.facts]
        assert numbers == list(range(len(self.kept) + 1, len(self.kept) + 1 + len(numbers)))
        assert self.outcome.state.course.last_at >= self.state.course.last_at

    def _per_unit(self, planned: PlannedSet) -> int:
        if planned.tempo is None:
            return seconds(1)
        return planned.tempo.rep_ms * self.state.course.pace // 100

    @staticmethod
    def _is(planned: PlannedSet, exercise: str, number: int, side: Side | None) -> bool:
        at = planned.exercise == exercise and planned.number == number
        return at and side in (None, planned.side)


def with_load(of: Workout, exercise: str, load: Load) -> Workout:
    """The same workout, with a load known for an exercise."""
    sets = tuple(replace(s, load=load) if s.exercise == exercise else s for s in of.sets)
    return replace(of, sets=sets)


def with_targets(of: Workout, exercise: str, target: int) -> Workout:
    """The same workout, asking for more or less of an exercise."""
    sets = tuple(replace(s, target=target) if s.exercise == exercise else s for s in of.sets)
    return replace(of, sets=sets)


def later(session: Session, exercise: str) -> list[PlannedSet]:
    """The sets of an exercise that are still to come or in hand."""
    return [s for s in session.sets[session.index :] if s.main and s.exercise == exercise]

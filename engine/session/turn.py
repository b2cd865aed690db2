"""One event's work in progress: a value that grows by phases entered, words said, facts noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from engine.cues import Cue, LeadIn, Name, Rest, Say
from engine.library.model import Exercise, Library
from engine.plan.model import PlannedSet, Workout
from engine.session.facts import Fact
from engine.session.outcome import Outcome
from engine.session.state import Course, Log, Phase, State, phase_name
from engine.units import Instant

FactKind = TypeVar("FactKind", bound=Fact)


@dataclass(frozen=True)
class Turn:
    """Frozen like everything here: each step gives a new turn."""

    phase: Phase
    course: Course
    workout: Workout
    library: Library
    at: Instant
    cues: tuple[Cue, ...] = ()
    facts: tuple[Fact, ...] = ()

    @classmethod
    def of(cls, state: State, at: Instant, workout: Workout, library: Library) -> Turn:
        """Begin a turn. A moment before the last one counts as the last one."""
        ordered = max(at, state.course.last_at)
        course = replace(state.course, last_at=ordered, heard=state.course.heard + 1)
        return cls(state.phase, course, workout, library, ordered)

    def outcome(self) -> Outcome:
        return Outcome(State(self.phase, self.course), self.cues, self.facts)

    # The workout as it stands

    @property
    def sets(self) -> tuple[PlannedSet, ...]:
        """The flat list, this session's changes included."""
        return self.course.sets_of(self.workout)

    def planned(self, index: int) -> PlannedSet:
        return self.sets[index]

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the main block's exercises as changed, in order of first appearance."""
        return tuple(dict.fromkeys(planned.exercise for planned in self.sets if planned.main))

    def exercise(self, id: str) -> Exercise | None:
        """None for a warm-up or cool-down move."""
        return self.library.exercises.get(id)

    def later(self, exercise: str, index: int) -> tuple[int, ...]:
        """Indices from ``index`` on of that exercise's main sets."""
        return tuple(
            i
            for i, planned in enumerate(self.sets)
            if i >= index and planned.main and planned.exercise == exercise
        )

    # Growing

    def enters(self, phase: Phase) -> Turn:
        return replace(self, phase=phase)

    def step(self, kind: str, index: int) -> tuple[Turn, str]:
        """A name for a new step that no earlier step had."""
        turn = self.course.turn + 1
        return self.notes_course(turn=turn), f"{kind}:{index}:{turn}"

    def voices(self, *cues: Cue) -> Turn:
        """Add cues. Words right before a rest or a lead-in are said inside it: no time lost."""
        turn = self
        for cue in cues:
            if isinstance(cue, Rest | LeadIn):
                others, words = _split(turn.cues)
                cue = replace(cue, during=words + cue.during)
                turn = replace(turn, cues=others)
            turn = replace(turn, cues=(*turn.cues, cue))
        return turn

    def varied(self, *wanted: Say) -> tuple[Turn, tuple[Say, ...]]:
        """Each utterance in the next variant of its phrase."""
        counts = dict(self.course.said)
        said = []
        for words in wanted:
            key = ":".join((words.phrase, *_library_text(words)))
            variant = counts.get(key, self.course.sessions)
            counts[key] = variant + 1
            said.append(replace(words, variant=variant))
        return self.notes_course(said=tuple(counts.items())), tuple(said)

    def says(self, *wanted: Say) -> Turn:
        turn, said = self.varied(*wanted)
        return turn.voices(*said)

    def notes(self, kind: type[FactKind], **fields: object) -> Turn:
        """Add a fact, numbered and dated."""
        number = self.course.facts + 1
        make: Callable[..., FactKind] = kind
        fact = make(number=number, at=self.at, **fields)
        return replace(self.notes_course(facts=number), facts=(*self.facts, fact))

    def notes_course(self, **changes: object) -> Turn:
        change: Callable[..., Course] = replace
        return replace(self, course=change(self.course, **changes))

    # The log

    @property
    def last_log(self) -> Log | None:
        return self.course.logs[-1] if self.course.logs else None

    def with_log(self, log: Log) -> Turn:
        """Add a log, or put it in the place of the one with its number."""
        others = tuple(kept for kept in self.course.logs if kept.number != log.number)
        return self.notes_course(logs=tuple(sorted((*others, log), key=lambda kept: kept.number)))

    @property
    def name(self) -> str:
        """The phase's canonical name."""
        return phase_name(self.phase)


def _library_text(words: Say) -> tuple[str, ...]:
    """Texts of the library rotate per exercise, phrases of the wording per phrase."""
    if words.phrase not in ("form_cue", "caution"):
        return ()
    return tuple(value.id for _, value in words.args if isinstance(value, Name))


def _split(cues: tuple[Cue, ...]) -> tuple[tuple[Cue, ...], tuple[Say, ...]]:
    """The cues before the words at the end, and those words."""
    words: list[Say] = []
    for cue in reversed(cues):
        if not isinstance(cue, Say):
            break
        words.insert(0, cue)
    return cues[: len(cues) - len(words)], tuple(words)

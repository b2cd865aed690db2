"""Faults that no single field shows: links, doubled names, ranges, texts too long to say."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import Fault
from engine.library.model import Exercise, Library, Measure

LONGEST_CUE_WORDS = 12
"""One cue a set, twelve words at most: what a working athlete takes in."""
LONGEST_REP_MS = 8_000
"""Slower reps than eight seconds train worse (Schoenfeld 2015)."""
HOW_TO_SENTENCES = range(3, 7)


def cross_faults(library: Library) -> Iterator[Fault]:
    """Every fault of the library as a whole."""
    for exercise in library.exercises.values():
        yield from _exercise_faults(exercise, library)
    for family in library.families.values():
        for member in family.members:
            if member not in library.exercises:
                yield Fault("families.toml", family.id, f"has unknown member {member}", "an id")
        if family.id in library.exercises:
            yield Fault("families.toml", family.id, "is an exercise's id", "another id")
    yield from _doubled_names(library)


def _exercise_faults(exercise: Exercise, library: Library) -> Iterator[Fault]:
    for problem, advice in (*_link_problems(exercise, library), *_own_problems(exercise)):
        yield Fault("exercises", f"{exercise.pattern}: {exercise.id}", problem, advice)


def _link_problems(exercise: Exercise, library: Library) -> Iterator[tuple[str, str]]:
    for link in (*exercise.easier, *exercise.harder):
        if link not in library.exercises or link == exercise.id:
            yield f"links to {link}, which is no other exercise", "an exercise id"
    for ref in exercise.source.split(";"):
        if ref.strip().split(":")[0] not in library.sources:
            yield f"cites the unknown source {ref.strip()!r}", "one of sources.toml"


def _own_problems(exercise: Exercise) -> Iterator[tuple[str, str]]:
    if exercise.low > exercise.high:
        yield "has low above high", "swapping them"
    if (exercise.tempo is not None) != (exercise.measure is Measure.REPS):
        yield "needs a tempo for reps, and none otherwise", 'tempo = "3-1-1-0"'
    if exercise.tempo and not 0 < exercise.tempo.rep_ms <= LONGEST_REP_MS:
        yield "has a rep of no length or over eight seconds", "a quicker tempo"
    if len(exercise.how_to) not in HOW_TO_SENTENCES:
        yield f"has a how_to of {len(exercise.how_to)} sentences", "three to six"
    for cue in exercise.cues:
        if len(cue.split()) > LONGEST_CUE_WORDS:
            yield f"has the long cue {cue!r}", f"at most {LONGEST_CUE_WORDS} words"


def _doubled_names(library: Library) -> Iterator[Fault]:
    owner: dict[str, str] = {}
    for exercise in library.exercises.values():
        for name in {exercise.name.lower(), exercise.plural, *exercise.aliases}:
            if owner.setdefault(name, exercise.id) != exercise.id:
                problem = f"is called {name!r} like {owner[name]}"
                yield Fault("exercises", exercise.id, problem, "another alias")
    for family in library.families.values():
        for word in family.words:
            if owner.setdefault(word, family.id) != family.id:
                problem = f"has the word {word!r} of {owner[word]}"
                yield Fault("families.toml", family.id, problem, "another word")

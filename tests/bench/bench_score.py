"""How long a half-hour session takes to compile: run as a script, prints milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

from engine.cues import Amount, Ask, Count, Cue, Hold, LeadIn, Name, Question, Rest, Say, Span, say
from engine.library.model import Tempo
from engine.score.compile import compile_score
from engine.score.edit import trimmed
from engine.score.text import from_text, to_text
from engine.units import MINUTE, Ms, seconds

RUNS = 50
SETS = 16
TEMPO = Tempo(3, 1, 1, 0)


def length_of(said: Say) -> Ms:
    """An offline voice takes about a third of a second a word; a phrase has some six."""
    return Ms(400 if said.phrase in ("number", "phase") else 2000)


def session() -> Iterator[Cue]:
    """Six warm-up moves, sixteen sets with their rests, four cool-down moves."""
    yield say("begin")
    for index in range(6):
        yield _move(f"warm-{index}")
    for index in range(SETS):
        yield from _set(index)
    for index in range(4):
        yield _move(f"cool-{index}")
    yield say("goodbye")


def _move(step: str) -> Cue:
    name = Name(step)
    span = Span(seconds(30))
    return Hold(step, step, seconds(30), (say("move", exercise=name, span=span),))


def _set(index: int) -> Iterator[Cue]:
    name = Name("goblet_squat")
    words = say("announce", exercise=name, set=index + 1, of=SETS, amount=Amount(8, "reps"))
    yield LeadIn(f"lead-{index}", seconds(10), (words, say("set_up", exercise=name)))
    yield Count(f"set-{index}", name.id, 8, 1, TEMPO, ("down", "up"), 100)
    rest = (say("rest", span=Span(seconds(40))), say("next_up", exercise=name))
    yield Rest(f"rest-{index}", seconds(40), seconds(10), rest)
    if index % 4 == 3:
        yield Ask(f"ask-{index}", Question.EFFORT, (say("ask_effort", exercise=name),))


def main() -> None:
    cues = tuple(session())
    score = compile_score(cues, length_of)
    text = to_text(score)
    half = Ms(score.total // 2)
    minutes = score.total / MINUTE
    print(f"{len(cues)} cues, {len(score.placed)} sounds, {minutes:.1f} minutes")
    for what, times in (
        ("compile", _times(lambda: compile_score(cues, length_of))),
        ("trim", _times(lambda: trimmed(score, half))),
        ("write", _times(lambda: to_text(score))),
        ("read", _times(lambda: from_text(text))),
    ):
        print(f"{what:8} {median(times):6.2f} ms median, {max(times):6.2f} ms slowest of {RUNS}")


def _times(run: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(RUNS):
        began = perf_counter()
        run()
        times.append((perf_counter() - began) * 1000)
    return times


if __name__ == "__main__":
    main()

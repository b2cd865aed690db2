"""A score as text, one cue a line, for golden files and for a coach's eyes::

    0:00.000  20.000  lead 7
    0:00.000   1.200  say announce_same of=2 set=1 ~2
    0:20.000           end

First the moment in minutes and seconds, then the length in seconds, then what: a mark by its
kind with its step, ``say`` with a phrase, its arguments, variant and priority, or ``tone``. The
last line is the score's end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from engine.cues import Priority, Say
from engine.errors import CoachError
from engine.score.model import Mark, MarkKind, Placed, Score, Sound, Tone, ToneKind
from engine.score.terms import TOKEN, read_term, term_text
from engine.units import MINUTE, NO_TIME, SECOND, Ms

_LINE = re.compile(
    r"(?P<minutes>\d+):(?P<seconds>\d\d\.\d{3}) +"
    r"(?:(?P<length>\d+\.\d{3})  )?(?P<kind>[a-z]+)(?: (?P<rest>.+))?",
    re.ASCII,
)
_SAID = re.compile(
    rf"(?P<phrase>\w+)(?P<args>(?: \w+={TOKEN})*)(?: ~(?P<variant>-?\d+))?(?: !(?P<priority>\w+))?",
    re.ASCII,
)
_ARGUMENT = re.compile(rf" (\w+)=({TOKEN})", re.ASCII)
_BARE_STEP = re.compile(r"[\w.:/-]+", re.ASCII)


class ScoreTextError(CoachError):
    """A line of a score's text cannot be read; the text names it."""


def to_text(score: Score, words: Callable[[Say], str] | None = None) -> str:
    """One line for each mark and sound in order of time, marks first.

    With ``words`` the wording's sentences stand in for phrases; such text is for reading only.
    """
    lines = [(mark.start, _mark_line(mark)) for mark in score.marks]
    lines += [(each.at, _placed_line(each, words)) for each in score.placed]
    lines.sort(key=lambda line: line[0])
    return "\n".join([*(line for _, line in lines), f"{_line(score.total, None)}end", ""])


def from_text(text: str) -> Score:
    """The score that ``to_text`` wrote from phrases. Raises ScoreTextError."""
    placed: list[Placed] = []
    marks: list[Mark] = []
    total = NO_TIME
    for number, line in enumerate(text.splitlines(), 1):
        try:
            at, length, kind, rest = _fields(line)
            if kind == "end":
                total = at
            elif kind in ("say", "tone"):
                sound: Sound = _said(rest) if kind == "say" else Tone(ToneKind(rest))
                placed.append(Placed(at, length, sound))
            else:
                marks.append(Mark(_read_step(rest), MarkKind(kind), at, Ms(at + length)))
        except (ValueError, KeyError) as fault:
            raise ScoreTextError(f"line {number} of the score: {line!r}: {fault}") from fault
    return Score(tuple(placed), tuple(marks), total)


def _mark_line(mark: Mark) -> str:
    step = mark.step if _BARE_STEP.fullmatch(mark.step) else json.dumps(mark.step)
    return f"{_line(mark.start, Ms(mark.end - mark.start))}{mark.kind} {step}"


def _placed_line(placed: Placed, words: Callable[[Say], str] | None) -> str:
    return _line(placed.at, placed.length) + _sound_text(placed.sound, words)


def _sound_text(sound: Sound, words: Callable[[Say], str] | None) -> str:
    if isinstance(sound, Tone):
        return f"tone {sound.kind}"
    if words is not None:
        return f"say: {words(sound)}"
    return " ".join(["say", sound.phrase, *_say_details(sound)])


def _say_details(said: Say) -> Iterator[str]:
    for name, term in said.args:
        yield f"{name}={term_text(term)}"
    if said.variant:
        yield f"~{said.variant}"
    if said.priority is not Priority.NORMAL:
        yield f"!{said.priority.name.lower()}"


def _line(at: Ms, length: Ms | None) -> str:
    minutes, rest = divmod(at, MINUTE)
    took = "" if length is None else _seconds(length)
    return f"{minutes}:{_seconds(Ms(rest)):0>6}  {took:>6}  "


def _seconds(ms: Ms) -> str:
    return f"{ms // SECOND}.{ms % SECOND:03}"


def _read_seconds(text: str) -> int:
    return int(text.replace(".", ""))


def _fields(line: str) -> tuple[Ms, Ms, str, str]:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError("a line is a moment, a length and what is on")
    at = int(match["minutes"]) * MINUTE + _read_seconds(match["seconds"])
    return Ms(at), Ms(_read_seconds(match["length"] or "0")), match["kind"], match["rest"] or ""


def _said(text: str) -> Say:
    match = _SAID.fullmatch(text)
    if match is None:
        raise ValueError("said is a phrase with arguments, ~variant and !priority")
    args = tuple((name, read_term(term)) for name, term in _ARGUMENT.findall(match["args"]))
    priority = Priority[(match["priority"] or "normal").upper()]
    return Say(match["phrase"], args, int(match["variant"] or 0), priority)


def _read_step(text: str) -> str:
    return str(json.loads(text)) if text.startswith('"') else text

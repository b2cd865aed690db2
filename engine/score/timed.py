"""Lead-ins, holds, rests and questions: words from the start on, calls at their moments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.cues import Ask, Hold, LeadIn, Rest, Say, Span, say
from engine.score.fit import around, chosen, clear_of, needed
from engine.score.line import BREATH, GAP, Line
from engine.score.model import MarkKind, Placed, Tone, ToneKind
from engine.units import SECOND, Ms, seconds

COUNT_IN = 3
"""Seconds of "three, two, one"; also those that end a short hold or a warm-up move."""
COUNT_OUT = 5
"""Seconds counted at the end of other holds."""
ROOM = SECOND - BREATH
"""A number counted each second must be shorter."""
HALFWAY_FROM = seconds(20)
"""Prescribed holds from this length on get a word at their half, and a count-out of five; moves
that are explained meanwhile get the word from ``LEFT_FROM`` on, not to be talked over."""
LEFT_FROM = seconds(40)
"""Prescribed holds from this length on are told every ``LEFT_EVERY`` what is left."""
LEFT_EVERY = seconds(10)
LEFT_SPARSE_FROM = seconds(60)
LEFT_SPARSELY = seconds(30)
"""Longer holds are told less often; moves that are explained meanwhile only ten seconds ahead."""
LEFT_APART = seconds(4)
"""Such a call keeps this far from the others, start to start."""
REST_HALF_FROM = seconds(60)
"""From the end of one set to the start of the next."""
TEN_SECONDS = seconds(10)
TEN_SECONDS_FROM = seconds(20)
"""Rests from this length on get the ten-second call."""


def lay_lead(line: Line, cue: LeadIn) -> None:
    """Words, then the count-in; a go-tone only in tones mode, it rings into what follows."""
    start = line.cursor
    must = line.in_turn(needed(cue.during))
    counting = _whole_seconds((must[-1].end + GAP if must else line.ready) - start)
    go = start + max(cue.ms, counting + COUNT_IN * SECOND)
    last_word = go - COUNT_IN * SECOND - GAP
    line.put(*chosen(line, cue.during, lambda trial: trial[-1].end <= last_word))
    line.put(*_countdown(line, go, COUNT_IN, ToneKind.LOW))
    if line.tones:
        line.put(line.sized(go, Tone(ToneKind.HIGH)))
    line.close_on_beat(cue.step, MarkKind.LEAD, start, go)


def lay_hold(line: Line, cue: Hold) -> None:
    """A hold with its count-out; it ends with the end tone, which belongs to it."""
    zero, floor = line.clock(cue.since), line.floor
    must = line.in_turn(needed(cue.during))
    over = max(zero + cue.ms, _end(must), floor)
    firm = around(must, _hold_calls(line, cue, zero, over), floor, over)
    left = (call for call in _left_calls(line, cue, over) if _far(call, firm))
    calls = around(must, [*firm, *left], floor, over)
    _lay(line, cue.during, calls, over)
    line.put(line.sized(over, Tone(ToneKind.END)))
    line.close(cue.step, MarkKind.HOLD, zero, line.sounds_end)


def lay_rest(line: Line, cue: Rest) -> None:
    """A rest of exactly its length, unless words that must be said need longer."""
    zero = -cue.since if cue.since else line.cursor
    must = line.in_turn(needed(cue.during))
    over = max(zero + cue.ms, _end(must), line.cursor)
    calls = around(must, _rest_calls(line, cue, zero, over), line.floor, over - GAP)
    _lay(line, cue.during, calls, over)
    line.close(cue.step, MarkKind.REST, zero, over)


def lay_ask(line: Line, cue: Ask) -> None:
    """The question, all of it; nobody listens before its end."""
    start = line.cursor
    line.speak(cue.words)
    line.close(cue.step, MarkKind.ASK, start, line.cursor)


def _hold_calls(line: Line, cue: Hold, zero: int, over: int) -> Iterator[Placed]:
    """Most important first; what was due before a running hold's words is left to be dropped."""
    whole = cue.first_ms + cue.ms
    if not (line.tones or cue.during):
        yield line.sized(zero, say("hold_start"))
    long = whole >= HALFWAY_FROM
    yield from _countdown(
        line, over, COUNT_OUT if long and not cue.during else COUNT_IN, ToneKind.TICK
    )
    half = long if not cue.during else whole >= LEFT_FROM
    if half and not line.tones:
        yield line.sized(zero + whole // 2 - cue.first_ms, say("hold_halfway"))


def _left_calls(line: Line, cue: Hold, over: int) -> Iterator[Placed]:
    if line.tones or cue.first_ms + cue.ms < LEFT_FROM:
        return
    every = LEFT_EVERY if cue.ms <= LEFT_SPARSE_FROM else LEFT_SPARSELY
    last = LEFT_EVERY if cue.during else cue.ms - 1
    for left in (LEFT_EVERY, *range(every, last + 1, every)):
        yield line.sized(over - left, say("hold_left", span=Span(Ms(left))))


def _rest_calls(line: Line, cue: Rest, zero: int, over: int) -> Iterator[Placed]:
    if line.tones:
        return
    if cue.ms >= TEN_SECONDS_FROM:
        yield line.sized(over + cue.lead - TEN_SECONDS, say("ten_seconds"))
    if cue.ms + cue.lead >= REST_HALF_FROM:
        yield line.sized(zero + (cue.ms + cue.lead) // 2, say("rest_halfway"))


def _countdown(line: Line, over: int, count: int, tone: ToneKind) -> list[Placed]:
    return [
        line.counted(over - number * SECOND, number, ROOM, tone) for number in range(count, 0, -1)
    ]


def _lay(line: Line, words: Sequence[Say], calls: Sequence[Placed], over: int) -> None:
    def clear(trial: Sequence[Placed]) -> bool:
        return trial[-1].end + GAP <= over and all(clear_of(calls, word, GAP) for word in trial)

    line.put(*chosen(line, words, clear), *calls)


def _far(call: Placed, others: Iterable[Placed]) -> bool:
    return all(abs(call.at - other.at) >= LEFT_APART for other in others)


def _end(placed: Sequence[Placed]) -> int:
    return placed[-1].end if placed else 0


def _whole_seconds(ms: int) -> int:
    return -(-ms // SECOND) * SECOND

"""What holds of every score, whatever the cues and however long the voice takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from engine.cues import (
    Ask,
    Count,
    Cue,
    Hold,
    LeadIn,
    Priority,
    Question,
    Rest,
    Say,
    Verbosity,
    say,
)
from engine.library.model import Tempo
from engine.score.compile import compile_score
from engine.score.edit import joined, trimmed
from engine.score.model import MarkKind, Placed, Score, Tone
from engine.score.text import from_text, to_text
from engine.units import NO_TIME, Ms

Lengths = Callable[[Say], Ms]
WORDS = ("w0", "w1", "w2", "w3")
CALLS = (
    *("phase", "last_three", "halfway", "hold_start", "hold_halfway", "hold_left"),
    *("ten_seconds", "rest_halfway"),
)


@st.composite
def voices(draw: st.DrawFn, longest: int = 7000, longest_call: int = 3000) -> Lengths:
    """A voice by its lengths; some phrases it leaves unsaid."""
    words = {word: draw(st.integers(0, longest)) for word in WORDS}
    calls = {call: draw(st.integers(0, longest_call)) for call in CALLS}
    short, long = draw(st.integers(0, longest_call)), draw(st.integers(0, longest_call))
    known = words | calls

    def length_of(said: Say) -> Ms:
        if said.phrase == "number":
            return Ms(long if dict(said.args)["n"] in (7, 8, 11) else short)
        return Ms(known[said.phrase])

    return length_of


SAYS = st.builds(
    lambda phrase, variant, priority: Say(phrase, (), variant, priority),
    *(st.sampled_from(WORDS), st.integers(0, 99), st.sampled_from(Priority)),
)
DURING = st.lists(SAYS, max_size=4).map(tuple)
TIMES = st.integers(0, 90_000).map(Ms)
SINCE = st.just(NO_TIME) | st.integers(0, 60_000).map(Ms)
TEMPOS = st.builds(
    Tempo,
    *(st.integers(0, 4), st.integers(0, 2), st.integers(1, 3), st.integers(0, 2), st.booleans()),
)
COUNTS = st.builds(
    Count,
    step=st.just("count"),
    exercise=st.just("squat"),
    reps=st.integers(1, 25),
    first=st.just(1) | st.integers(2, 9),
    tempo=TEMPOS | st.none(),
    phases=st.just(("down", "up")),
    pace=st.integers(60, 200),
    since=SINCE,
)
FRESH = COUNTS.map(lambda count: replace(count, since=NO_TIME))
VOICED = st.builds(
    lambda count, tempo, pace: replace(count, tempo=tempo, pace=pace),
    *(COUNTS, TEMPOS.filter(lambda tempo: tempo.rep_ms >= 2000), st.integers(75, 200)),
)
"""Counts whose reps last a second and a half at least."""
FRESH_VOICED = VOICED.map(lambda count: replace(count, since=NO_TIME))
HOLDS = st.builds(
    Hold, st.just("hold"), st.just("plank"), TIMES, DURING, st.just(NO_TIME) | TIMES, SINCE
)
RESTS = st.builds(Rest, st.just("rest"), TIMES, st.integers(0, 20_000).map(Ms), DURING, SINCE)
LEADS = st.builds(LeadIn, st.just("lead"), st.integers(0, 25_000).map(Ms), DURING)
ASKS = st.builds(Ask, st.just("ask"), st.just(Question.EFFORT), DURING)
CUES: st.SearchStrategy[Cue] = st.one_of(SAYS, COUNTS, HOLDS, RESTS, LEADS, ASKS)
SESSIONS = st.lists(CUES, max_size=7)
VERBOSITIES = st.sampled_from(Verbosity)
SPOKEN = st.sampled_from([Verbosity.FULL, Verbosity.BRIEF])


@given(SESSIONS, voices(), VERBOSITIES)
def test_no_two_sounds_overlap_and_none_is_cut(
    cues: list[Cue], length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score(cues, length_of, verbosity)
    assert all(before.end <= after.at for before, after in pairwise(score.placed))
    spoken = [each for each in score.placed if isinstance(each.sound, Say)]
    assert all(each.length == length_of(said(each)) > 0 for each in spoken)


@given(SESSIONS, voices(), VERBOSITIES)
def test_a_score_ends_with_its_last_step_or_sound(
    cues: list[Cue], length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score(cues, length_of, verbosity)
    ends = [0, *(mark.end for mark in score.marks), *(each.end for each in score.placed)]
    assert score.total == max(ends)


@given(SESSIONS, voices(), VERBOSITIES)
def test_every_step_has_its_mark_in_order(
    cues: list[Cue], length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score(cues, length_of, verbosity)
    steps = [cue.step for cue in cues if not isinstance(cue, Say)]
    assert [mark.step for mark in score.marks] == steps
    assert all(before.end <= after.start for before, after in pairwise(score.marks))


@given(SESSIONS, voices(), VERBOSITIES)
def test_no_word_that_must_be_said_is_lost_or_out_of_turn(
    cues: list[Cue], length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score(cues, length_of, verbosity)
    due = [word for word in words_of(cues) if word.priority is not Priority.LOW]
    heard = [said(each) for each in score.placed if isinstance(each.sound, Say)]
    kept = [word for word in heard if word.phrase in WORDS and word.priority is not Priority.LOW]
    assert kept == [word for word in due if length_of(word)]


@given(SESSIONS, voices(), VERBOSITIES)
def test_low_words_inside_a_step_cost_no_time(
    cues: list[Cue], length_of: Lengths, verbosity: Verbosity
) -> None:
    without = [unadorned(cue) for cue in cues]
    with_them = compile_score(cues, length_of, verbosity)
    assert with_them.marks == compile_score(without, length_of, verbosity).marks


@given(st.lists(SAYS, max_size=3), VOICED, voices(), SPOKEN)
def test_numbers_are_exactly_on_the_beat(
    words: list[Say], count: Count, length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score([*words, count], length_of, verbosity)
    before = max([0, *(each.end for each in score.placed if each.sound in words)])
    zero = -count.since if count.since else before + (250 if before else 0)
    floor = before + 50 if before else 0
    sounds = {each.at: each for each in score.placed}
    for number, at in enumerate(beats(count, zero), count.first):
        length = length_of(say("number", n=number))
        if at >= floor and length:
            assert sounds[Ms(at)].sound == say("number", n=number) or (
                isinstance(sounds[Ms(at)].sound, Tone) and length >= rep_start(count, 1) - 400
            )


@given(FRESH_VOICED, voices(longest_call=600), SPOKEN)
def test_after_two_reps_each_has_quiet_to_be_heard_in(
    count: Count, length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score([count], length_of, verbosity)
    for rep in range(2, count.reps):
        assert longest_quiet(score, rep_start(count, rep), rep_start(count, rep + 1)) >= 400


@given(FRESH_VOICED, voices(), SPOKEN)
def test_there_is_quiet_between_any_two_numbers_however_slow_the_voice(
    count: Count, length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score([count], length_of, verbosity)
    for start, end in pairwise(beats(count, 0)):
        assert longest_quiet(score, start, end) >= 400


@given(FRESH_VOICED, voices(), SPOKEN)
def test_after_two_reps_only_numbers_and_the_two_calls_are_said(
    count: Count, length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score([count], length_of, verbosity)
    on_beat = set(beats(count, 0))
    later = [each for each in score.placed if each.at >= rep_start(count, 2)]
    named = {said(each).phrase for each in later if each.at not in on_beat}
    assert named <= {"halfway", "last_three"}


@given(FRESH, voices())
def test_a_slower_pace_moves_each_beat_in_proportion(count: Count, length_of: Lengths) -> None:
    plain, slow = (
        compile_score([replace(count, pace=pace)], length_of, Verbosity.TONES)
        for pace in (100, 120)
    )
    assert [each.at for each in slow.placed] == [each.at * 120 // 100 for each in plain.placed]
    assert len(plain.placed) == count.reps


@given(st.lists(SAYS, max_size=3), RESTS, voices(), VERBOSITIES)
def test_a_rest_is_never_shorter_than_asked_and_longer_only_for_words(
    words: list[Say], rest: Rest, length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score([*words, rest], length_of, verbosity)
    (mark,) = score.marks
    asked = rest.ms - rest.since if rest.since else mark.start + rest.ms
    needed = [
        each.end
        for each in score.placed
        if isinstance(each.sound, Say) and each.sound in (*words, *rest.during)
    ]
    assert mark.end == asked or (mark.end > asked and mark.end == max([0, *needed]))


@given(st.lists(SAYS, max_size=3), HOLDS, voices(), VERBOSITIES)
def test_every_hold_ends_with_its_tone(
    words: list[Say], hold: Hold, length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score([*words, hold], length_of, verbosity)
    assert isinstance(score.placed[-1].sound, Tone)
    assert score.placed[-1].end == score.marks[-1].end
    if not hold.since:
        assert score.placed[-1].at >= score.marks[-1].start + hold.ms


@given(LEADS, COUNTS, voices(), VERBOSITIES)
def test_a_set_begins_on_the_whole_second_its_lead_in_ends(
    lead: LeadIn, count: Count, length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score([lead, replace(count, since=NO_TIME)], length_of, verbosity)
    first, second = score.marks
    assert first.kind is MarkKind.LEAD
    assert second.start == first.end >= max(lead.ms, 3000)
    assert first.end == lead.ms or first.end % 1000 == 0


@given(SESSIONS, voices(), VERBOSITIES)
def test_the_same_cues_give_the_same_score(
    cues: list[Cue], length_of: Lengths, verbosity: Verbosity
) -> None:
    assert compile_score(cues, length_of, verbosity) == compile_score(cues, length_of, verbosity)


@given(SESSIONS, voices(), VERBOSITIES)
def test_a_compiled_score_survives_its_text(
    cues: list[Cue], length_of: Lengths, verbosity: Verbosity
) -> None:
    score = compile_score(cues, length_of, verbosity)
    assert from_text(to_text(score)) == score


@given(SESSIONS, voices(), st.integers(0, 200_000), st.integers(0, 200_000))
def test_trimming_twice_is_trimming_once_by_the_sum(
    cues: list[Cue], length_of: Lengths, first: int, second: int
) -> None:
    score = compile_score(cues, length_of)
    assume(first + second <= score.total)
    twice = trimmed(trimmed(score, Ms(first)), Ms(second))
    assert twice == trimmed(score, Ms(first + second))


@given(SESSIONS, voices(), st.integers(0, 300_000))
def test_trimming_never_expands_and_never_halves_a_word(
    cues: list[Cue], length_of: Lengths, offset: int
) -> None:
    score = compile_score(cues, length_of)
    rest = trimmed(score, Ms(offset))
    assert rest.total == max(0, score.total - offset)
    whole = [each for each in score.placed if each.at >= offset]
    assert [(each.at + offset, each.length, each.sound) for each in rest.placed] == [
        (each.at, each.length, each.sound) for each in whole
    ]


@given(SESSIONS, SESSIONS, voices(), st.integers(0, 200_000))
def test_trimming_what_was_joined_is_joining_what_was_trimmed(
    first: list[Cue], second: list[Cue], length_of: Lengths, offset: int
) -> None:
    a, b = compile_score(first, length_of), compile_score(second, length_of)
    assume(offset <= a.total)
    assert trimmed(joined(a, b), Ms(offset)) == joined(trimmed(a, Ms(offset)), b)


@given(SESSIONS, SESSIONS, SESSIONS, voices())
def test_joining_is_associative_and_adds_lengths(
    first: list[Cue], second: list[Cue], third: list[Cue], length_of: Lengths
) -> None:
    a, b, c = (compile_score(cues, length_of) for cues in (first, second, third))
    assert joined(joined(a, b), c) == joined(a, joined(b, c)) == joined(a, b, c)
    assert joined(a, b, c).total == a.total + b.total + c.total
    assert joined(a, Score()) == joined(Score(), a) == a


def said(placed: Placed) -> Say:
    assert isinstance(placed.sound, Say)
    return placed.sound


def words_of(cues: Sequence[Cue]) -> Iterator[Say]:
    for cue in cues:
        match cue:
            case Say():
                yield cue
            case Ask():
                yield from cue.words
            case Hold() | Rest() | LeadIn():
                yield from cue.during


def unadorned(cue: Cue) -> Cue:
    match cue:
        case Hold() | Rest() | LeadIn():
            kept = tuple(word for word in cue.during if word.priority is not Priority.LOW)
            return replace(cue, during=kept)
    return cue


def rep_start(count: Count, rep: int) -> int:
    assert count.tempo is not None
    return rep * count.tempo.rep_ms * count.pace // 100


def beats(count: Count, zero: int) -> list[int]:
    """When each rep's lift ends, or each contact lands."""
    rep, lifted = 1000, 1000
    if count.tempo is not None:
        rep = count.tempo.rep_ms
        before = 0 if count.tempo.lift_first else count.tempo.lower + count.tempo.pause_low
        lifted = (before + count.tempo.lift) * 1000
    return [zero + (index * rep + lifted) * count.pace // 100 for index in range(count.reps)]


def longest_quiet(score: Score, start: int, end: int) -> int:
    edges = [start, start]
    for each in score.placed:
        if each.end > start and each.at < end:
            edges += [max(start, each.at), min(end, each.end)]
    edges += [end, end]
    return max(after - before for before, after in list(pairwise(edges))[1::2])

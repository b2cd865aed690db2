"""No story, however mad, breaks a session: random events in random order at random moments."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cues import Say
from engine.library.model import Experience, Gear
from engine.plan.model import Focus, Workout
from engine.score.compile import compile_score
from engine.session.codec import decode, encode, restore, snapshot
from engine.session.commands import Pause, Resume, Start
from engine.session.events import Elapsed, Event, Heard, Played, Silence
from engine.session.facts import Fact, SetCorrected, SetLogged, SetUndone, Source
from engine.session.outcome import Outcome
from engine.session.state import Paused, Preparing, Resting, State, Working
from engine.session.transition import advance
from engine.units import Instant, Ms
from tests.samples import FIRST, LIBRARY, MONDAY, SPOKEN, states, workout

WORKOUTS = (
    FIRST,
    workout(
        Experience.INTERMEDIATE,
        Focus.FULL,
        30,
        frozenset({Gear.DUMBBELL, Gear.STEP}),
        week=5,
        first=False,
    ),
    workout(
        Experience.ADVANCED,
        Focus.CORE,
        45,
        frozenset({Gear.BAND, Gear.DUMBBELL, Gear.STEP, Gear.MAT}),
        week=9,
        first=False,
    ),
)

gaps = st.one_of(
    st.integers(0, 3_000), st.integers(0, 90_000), st.just(20 * 3_600_000), st.integers(-60_000, 0)
)
happenings = st.one_of(
    st.sampled_from(SPOKEN).map(lambda command: ("heard", command)),
    st.just(("played", None)),
    st.just(("played", None)),
    st.just(("stale", None)),
    st.just(("silence", None)),
    st.just(("elapsed", None)),
)
stories = st.lists(st.tuples(happenings, gaps), max_size=60)


def event_of(kind: str, command: object, state: State, at: Instant) -> Event:
    step = getattr(state.phase, "step", "none")
    match kind:
        case "heard":
            return Heard(command, at)  # type: ignore[arg-type]
        case "played":
            return Played(step, at)
        case "stale":
            return Played("set:3:1", at)
        case "silence":
            return Silence(at)
        case _:
            return Elapsed(at)


def told(story: list[tuple[tuple[str, object], int]], of: Workout) -> list[tuple[Event, Outcome]]:
    state, at = State(), MONDAY
    outcomes = []
    for (kind, command), gap in [(("heard", Start()), 0), *story]:
        at = Instant(at + gap)
        event = event_of(kind, command, state, at)
        outcome = advance(state, event, of, LIBRARY)
        outcomes.append((event, outcome))
        state = outcome.state
    return outcomes


def word_length(said: Say) -> Ms:
    return Ms(200 + len(said.phrase) * 40)


@settings(max_examples=150, deadline=None)
@given(stories, st.sampled_from(WORKOUTS))
def test_no_sequence_of_events_raises_or_makes_two_cues_overlap(
    story: list[tuple[tuple[str, object], int]], of: Workout
) -> None:
    for _, outcome in told(story, of):
        compile_score(outcome.cues, word_length)  # a score refuses overlaps


@settings(max_examples=150, deadline=None)
@given(stories, st.sampled_from(WORKOUTS))
def test_facts_are_numbered_without_a_gap_and_the_log_is_their_sum(
    story: list[tuple[tuple[str, object], int]], of: Workout
) -> None:
    outcomes = told(story, of)
    facts = [fact for _, outcome in outcomes for fact in outcome.facts]
    assert [fact.number for fact in facts] == list(range(1, len(facts) + 1))
    final = outcomes[-1][1].state.course
    assert {log.number: log.actual for log in final.logs} == folded(facts)


def folded(facts: list[Fact]) -> dict[int, int]:
    sets: dict[int, int] = {}
    for fact in facts:
        match fact:
            case SetLogged(number=number, actual=actual):
                sets[number] = actual
            case SetCorrected(of=of, actual=actual) if actual is not None:
                sets[of] = actual
            case SetUndone(of=of):
                del sets[of]
    return sets


@settings(max_examples=150, deadline=None)
@given(stories, st.sampled_from(WORKOUTS))
def test_only_words_players_and_unanswered_questions_log_sets(
    story: list[tuple[tuple[str, object], int]], of: Workout
) -> None:
    for event, outcome in told(story, of):
        logged = [fact for fact in outcome.facts if isinstance(fact, SetLogged)]
        if isinstance(event, Elapsed):
            assert outcome.facts == () or not logged
        if any(fact.source is Source.SAID for fact in logged):
            assert isinstance(event, Heard)


@settings(max_examples=150, deadline=None)
@given(stories, st.sampled_from(WORKOUTS))
def test_every_moment_of_a_story_can_be_stored_and_read_back(
    story: list[tuple[tuple[str, object], int]], of: Workout
) -> None:
    for event, outcome in told(story, of)[-3:]:
        state = json.loads(json.dumps(snapshot(outcome.state)))
        assert restore(State, state) == outcome.state
        for value in (event, *outcome.facts):
            assert decode(json.loads(json.dumps(encode(value)))) == value


@settings(max_examples=150, deadline=None)
@given(stories, st.sampled_from(WORKOUTS))
def test_a_repeated_or_late_report_does_no_harm(
    story: list[tuple[tuple[str, object], int]], of: Workout
) -> None:
    steps: list[str] = []
    for event, outcome in told(story, of):
        step = getattr(outcome.state.phase, "step", "")
        late = Instant(event.at - 5_000)
        for past in [step for step in steps if step != getattr(outcome.state.phase, "step", "")]:
            again = advance(outcome.state, Played(past, late), of, LIBRARY)
            assert again.state.phase == outcome.state.phase
            assert again.facts == ()
        steps = [*steps[-3:], step]


@given(st.sampled_from(sorted(states())), st.integers(0, 10**9))
def test_a_pause_costs_no_time_at_all(name: str, pause: int) -> None:
    before = states()[name]
    paused = advance(before, Heard(Pause(), MONDAY), FIRST, LIBRARY).state
    if not isinstance(paused.phase, Paused):
        return
    since = paused.phase.since
    end = Instant(since + pause)
    resumed = advance(paused, Heard(Resume(), end), FIRST, LIBRARY).state.phase
    match before.phase, resumed:
        case Resting(until=until), Resting(until=later):
            assert later - end == until - MONDAY
        case Resting(), _:
            raise AssertionError("a paused rest resumes as a rest")
        case Working(index=index), _:
            assert isinstance(resumed, Preparing)
            assert resumed.index == index
        case _:
            pass


@given(st.integers(1, 10**12))
def test_an_event_from_the_past_counts_as_now(by: int) -> None:
    now = states()["resting"]
    late = advance(now, Heard(Pause(), Instant(MONDAY - by)), FIRST, LIBRARY)
    assert isinstance(late.state.phase, Paused)
    assert late.state.phase.since == MONDAY


def test_the_same_story_always_ends_the_same() -> None:
    story = [(("heard", command), 1_500) for command in SPOKEN]
    assert told(story, FIRST) == told(story, replace(FIRST))

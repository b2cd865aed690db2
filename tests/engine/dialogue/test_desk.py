"""The dialogue's door: what is its own, and that it always has an answer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine.dialogue
from engine.cues import Question
from engine.dialogue.dates import NAMES
from engine.dialogue.desk import concerns, handle
from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.profile import Goal
from engine.plan.athlete.runs import RunKind
from engine.session.commands import (
    COMMANDS,
    Answer,
    Best,
    Cancel,
    Command,
    Done,
    Feel,
    Feeling,
    LogRun,
    MoveSession,
    No,
    Pain,
    PlanRun,
    Progress,
    Ready,
    SetAge,
    SetEquipment,
    SetExperience,
    SetFrequency,
    SetGoal,
    SetMinutes,
    SetRace,
    SetRunDays,
    Setup,
    Shorten,
    SkipToday,
    Start,
    Stop,
    Unknown,
    Unwell,
    Week,
    Yes,
)
from engine.session.state import Asking, State
from engine.speech.phrases import PHRASES
from tests.engine.dialogue.runners import on
from tests.engine.dialogue.talk import LIBRARY, MONDAY, Talk
from tests.samples import FIRST, SPOKEN, states

SESSIONS_OWN = """
    start_over next back explain pause resume stop skip swap easier harder more_rest
    less_rest how_long how_many whats_next where_am_i slower faster verbosity done effort failed
    correct undo pain pain_gone cleared no cancel help about medical unknown answer
"""


@pytest.mark.parametrize("name", SESSIONS_OWN.split())
def test_what_is_of_the_session_stays_the_sessions(name: str) -> None:
    ours = ("asking profile",)
    for state, phase in states().items():
        if state not in ours:
            assert not concerns(COMMANDS[name](), phase)


@pytest.mark.parametrize("command", SPOKEN, ids=str)
def test_every_command_in_every_state_is_answered(command: Command) -> None:
    for state in states().values():
        if concerns(command, state):
            for talk in (Talk(), on(MONDAY)):
                handled = handle(command, state, talk.book, LIBRARY, MONDAY, FIRST)
                told = handled.told
                assert told is None or told.words or told.question or told.begins


def test_safety_is_never_the_dialogues() -> None:
    for state in states().values():
        for command in (Stop(), Unwell(), COMMANDS["cleared"](), COMMANDS["pain_gone"]()):
            assert not concerns(command, state)


DAYS = st.sampled_from((*NAMES, "today", "tomorrow", "yesterday", "05-03", "2027-01-01", "soon"))
WORDS = st.sampled_from(
    (*NAMES, *Gear, *Goal, *Experience, *Place, *Feeling, "none", "yes", "3", "30", "7.5", "kg")
)
NUMBERS = st.integers(-1, 400)
COMMANDS_SAID = st.one_of(
    st.sampled_from(tuple(kind() for kind in COMMANDS.values())),
    st.builds(Answer, st.lists(WORDS.map(str), max_size=3).map(tuple)),
    st.builds(Done, NUMBERS),
    st.builds(MoveSession, DAYS),
    st.builds(Shorten, NUMBERS),
    st.builds(Feel, st.sampled_from(Feeling)),
    st.builds(SetAge, NUMBERS),
    st.builds(SetFrequency, NUMBERS),
    st.builds(SetMinutes, NUMBERS),
    st.builds(SetGoal, st.sampled_from(Goal)),
    st.builds(SetExperience, st.sampled_from(Experience)),
    st.builds(SetEquipment, st.lists(WORDS.map(str), max_size=3).map(tuple)),
    st.builds(SetRunDays, st.lists(DAYS, max_size=7).map(tuple), st.sampled_from(RunKind)),
    st.builds(SetRace, DAYS, st.floats(0, 600)),
    st.builds(LogRun, st.floats(0, 600), NUMBERS, kind=st.sampled_from(RunKind), day=DAYS),
    st.builds(PlanRun, DAYS, st.sampled_from(RunKind)),
    st.builds(Pain, st.sampled_from(Place), level=st.integers(0, 10)),
    st.builds(Progress, WORDS.map(str)),
    st.builds(Best, WORDS.map(str)),
)


@settings(max_examples=60, deadline=None)
@given(st.booleans(), st.lists(COMMANDS_SAID, min_size=1, max_size=12))
def test_no_conversation_is_ever_stuck_or_speechless(known: bool, said: list[Command]) -> None:
    talk = on(MONDAY) if known else Talk()
    for command in said:
        assert talk.say(command) or talk.state.name in ("working", "resting", "preparing")
    talk.say(Stop())
    talk.say(Stop())
    assert talk.asked == ""


def test_the_same_conversation_has_the_same_words() -> None:
    said = (Week(), Setup(), No(), SkipToday(), MoveSession("friday"), Start(), Ready(), Unknown())
    first, second = on(MONDAY), on(MONDAY)
    assert [first.say(each) for each in said] == [second.say(each) for each in said]


def test_a_question_of_the_sessions_own_is_not_the_dialogues() -> None:
    for state in ("asking yes or no", "asking reps", "asking effort", "asking pain place"):
        assert not any(concerns(each, states()[state]) for each in (Yes(), No(), Cancel(), Done(3)))


def test_a_question_that_nobody_knows_any_more_is_let_go() -> None:
    talk = on(MONDAY)
    talk.state = State(Asking("ask:1", Question.PROFILE, talk.state.phase, topic="lost"))
    assert talk.say(Yes())
    talk.say(Cancel())
    assert talk.asked == ""


# The words


ROOM = Path(engine.dialogue.__path__[0])


def said_in_the_source() -> Iterator[tuple[str, set[str]]]:
    """Each phrase that is named in the room, with the arguments it is given there."""
    for file in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and node.func.id in ("say", "misfit") and node.args:
                given = {keyword.arg for keyword in node.keywords if keyword.arg}
                for phrase in named(node.args[0]):
                    yield phrase, given


def named(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(phrase)):
            yield phrase
        case ast.IfExp(body=body, orelse=orelse):
            yield from named(body)
            yield from named(orelse)


@pytest.mark.parametrize(("phrase", "given_"), list(said_in_the_source()))
def test_a_phrase_is_known_and_given_all_it_asks_for(phrase: str, given_: set[str]) -> None:
    assert given_ <= set(PHRASES[phrase])

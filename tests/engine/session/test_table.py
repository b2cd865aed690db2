"""Every state meets every command: each pair is answered, and the table is kept as a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.cues import Count, Cue, words_of
from engine.session.commands import COMMANDS, Command, Unknown
from engine.session.events import Elapsed, Heard, Played, Silence
from engine.session.slots import slots_of
from engine.session.state import PHASES, State
from engine.session.transition import advance
from tests.samples import FIRST, LIBRARY, MONDAY, SPOKEN, phases, states

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "transitions.txt"
DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- transitions: made by a test -->", "<!-- end of transitions -->"


def said(cues: tuple[Cue, ...]) -> list[str]:
    """The phrases of an answer, in order."""
    found: list[str] = []
    for cue in cues:
        if isinstance(cue, Count):
            found.append("(the count goes on)")
        found.extend(word.phrase for word in words_of(cue))
    return found


def shown(command: Command) -> str:
    slots = ", ".join(f"{name}={value}" for name, value in slots_of(command).items())
    return f"{command.name()}({slots})" if slots else command.name()


def row(name: str, state: State, label: str, event: Heard | Elapsed | Played | Silence) -> str:
    outcome = advance(state, event, FIRST, LIBRARY)
    facts = " ".join(f"+{type(fact).__name__}" for fact in outcome.facts)
    words = ", ".join(dict.fromkeys(said(outcome.cues))) or "-"
    return f"{name:18} {label:28} {outcome.state.name:10} {words}{'  ' + facts if facts else ''}"


def table() -> str:
    lines = [f"{'state':18} {'event':28} {'then':10} what is said, what is kept"]
    for name, state in states().items():
        step = getattr(state.phase, "step", "none")
        lines.append("")
        lines.append(row(name, state, "(time passes: a minute)", Elapsed(MONDAY + 60_000)))
        lines.append(row(name, state, "(the step was played)", Played(step, MONDAY + 60_000)))
        lines.append(row(name, state, "(nobody answers)", Silence(MONDAY + 1_000)))
        for command in SPOKEN:
            lines.append(row(name, state, shown(command), Heard(command, MONDAY)))
    return "\n".join(lines) + "\n"


def matrix() -> str:
    """Where each command leads from each state; a dot where the state stays."""
    columns = {name: state for name, state in states().items() if name != "working (warm-up)"}
    heads = [name.replace("asking", "ask") for name in columns]
    lines = [f"| heard | {' | '.join(heads)} |", "|---" * (len(columns) + 1) + "|"]
    for command in SPOKEN:
        cells = []
        for state in columns.values():
            after = advance(state, Heard(command, MONDAY), FIRST, LIBRARY).state
            cells.append("·" if after.name == state.name else after.name)
        if set(cells) != {"·"}:
            lines.append(f"| {shown(command)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def test_the_architecture_page_shows_the_transitions_as_they_are(update_golden: bool) -> None:
    page = DOCUMENT.read_text("utf-8")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    if update_golden:
        DOCUMENT.write_text(f"{before}{BEGIN}\n{matrix()}\n{END}{after}", "utf-8")
        page = DOCUMENT.read_text("utf-8")
    assert f"{BEGIN}\n{matrix()}\n{END}" in page


def test_the_samples_cover_every_phase_and_every_command() -> None:
    assert {type(phase) for phase in phases().values()} == set(PHASES)
    assert {type(command) for command in SPOKEN} == set(COMMANDS.values())


@pytest.mark.parametrize("name", states())
def test_every_command_is_answered_with_words(name: str) -> None:
    for command in SPOKEN:
        outcome = advance(states()[name], Heard(command, MONDAY), FIRST, LIBRARY)
        assert said(outcome.cues), f"{name}: {shown(command)}"


@pytest.mark.parametrize("name", states())
def test_what_is_not_understood_changes_nothing(name: str) -> None:
    before = states()[name]
    outcome = advance(before, Heard(Unknown(), MONDAY), FIRST, LIBRARY)
    assert outcome.state.phase == before.phase
    assert outcome.state.course.logs == before.course.logs
    assert outcome.facts == ()


def test_the_transition_table_is_as_documented(update_golden: bool) -> None:
    if update_golden:
        GOLDEN.write_text(table(), "utf-8")
    assert table() == GOLDEN.read_text("utf-8")

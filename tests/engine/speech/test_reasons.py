"""Every reason that a plan may give has words of its own, and is given the facts they need."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import engine.plan
from engine.library.load import embedded_library
from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.calendar import WEEK
from engine.plan.athlete.profile import Ache, Profile, Topic, Where
from engine.plan.athlete.runs import Race, Run, RunKind
from engine.plan.book import Book
from engine.plan.planner.kinds import FOCUS_OF
from engine.plan.planner.plan import plan_weeks
from engine.plan.progression.step import RISES
from engine.plan.reasons import Reason
from engine.plan.workout import reasons
from engine.speech.phrases import PHRASES
from engine.speech.wording import embedded_wording

ROOM = Path(engine.plan.__path__[0])
MONDAY = date(2026, 11, 23)


def called_with(tree: ast.AST, function: str, place: int) -> Iterator[str]:
    """The strings that a function is given as the argument at a place."""
    for node in ast.walk(tree):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if named and node.func.id == function and len(node.args) > place:
            argument = node.args[place]
            if isinstance(argument, ast.Constant):
                yield argument.value


def codes() -> set[str]:
    found = set(RISES) | {f"kind_{focus.value}" for focus in FOCUS_OF.values()} | {"kind_race"}
    for file in ROOM.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        found |= {*called_with(tree, "because", 0), *called_with(tree, "_changed", 2)}
    found |= {v for k, v in vars(reasons).items() if k.isupper() and type(v) is str}
    return found | set(reasons.OF_FOCUS.values())


CODES = codes()


def test_the_codes_were_found() -> None:
    assert {"run_today", "rep_up", "load_down", "chosen_gear", "first_session"} <= CODES
    assert len(CODES) > 60


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_in_the_source_has_its_phrase(code: str) -> None:
    assert f"because_{code}" in PHRASES


PROFILES = {
    "nothing told": Profile(),
    "runs every day": Profile(
        days_per_week=4, minutes=45, run_days=tuple((day, RunKind.EASY) for day in WEEK)
    ),
    "hard on the legs": Profile(
        days_per_week=3,
        run_days=tuple(
            zip(WEEK, (RunKind.HARD, RunKind.LONG, RunKind.EASY, *[RunKind.HARD] * 4), strict=True)
        ),
        double_days=True,
    ),
    "race soon": Profile(races=(Race(date(2026, 12, 6)),)),
    "race over": Profile(races=(Race(date(2026, 11, 20), 42.2),)),
    "in pain": Profile(
        experience=Experience.INTERMEDIATE, aches=(Ache(Place.KNEE, 4), Ache(Place.SHOULDER, 4))
    ),
    "barbell only": Profile(places=((Where.HOME, frozenset({Gear.BARBELL})),)),
    "not cleared": Profile(screening=frozenset({Topic.HEART})),
    "a child": Profile(age=12),
    "older": Profile(age=70, minutes=15, days_per_week=1),
    "little time": Profile(available=frozenset(WEEK[:2])),
}


def given_by(book: Book) -> Iterator[Reason]:
    plan = plan_weeks(book, embedded_library(), MONDAY, 8)
    for week in plan.weeks:
        yield from week.notes
    for day in plan.days:
        yield from day.rest
        if day.session:
            yield from day.session.workout.reasons
            for _, why in day.session.workout.because:
                yield from why


@pytest.mark.parametrize("profile", PROFILES)
def test_a_plans_reasons_bring_the_facts_their_words_ask_for(profile: str) -> None:
    runs = (Run(date(2026, 11, 2), RunKind.LONG, True, 8000), Run(MONDAY, RunKind.LONG, True, 9999))
    for reason in given_by(Book(PROFILES[profile], runs=runs)):
        assert {name for name, _ in reason.facts} <= set(PHRASES[f"because_{reason.code}"])
        line = embedded_wording().words(reason.said)
        assert line
        assert "  " not in line

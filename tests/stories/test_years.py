"""Years of training, lived day by day; the summaries are for a coach to read.

What progression made of them is asserted of what was really done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from engine.plan.model import Dosage, Effort, Phase
from engine.plan.progression.loads import mass
from engine.plan.progression.outcome import family
from engine.plan.progression.step import RISES, STEPS
from engine.units import Side
from tests.engine.session.scenario import LIBRARY
from tests.stories.years.athlete import Person
from tests.stories.years.cast import CAST, STEADY
from tests.stories.years.chronicle import chronicle
from tests.stories.years.living import Change, Lived, Living, Year, year_of

WEEK = timedelta(days=7)
DOWN = {"load_down", "rung_down", "low_end", "eased", "pain_down"}

everyone = pytest.mark.parametrize("person", CAST, ids=lambda person: person.name)


@everyone
def test_the_year_reads_as_it_was_written_down(person: Person, update_golden: bool) -> None:
    told = chronicle(year_of(person))
    golden = Path(__file__).parent / "years" / f"{person.name}.txt"
    if update_golden:
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


def test_the_same_person_lives_the_same_year() -> None:
    again = Year(STEADY, tuple(Living(STEADY).days()))
    assert again.days == year_of(STEADY).days


# Progression


def changes(year: Year) -> Iterator[tuple[Lived, Change]]:
    return ((lived, change) for lived in year.sessions for change in lived.changes)


@everyone
def test_a_weight_rises_by_a_tenth_at_most_unless_it_was_earned(person: Person) -> None:
    for lived, change in changes(year_of(person)):
        old, new = change.before and change.before.load, change.after.load
        if change.code == "load_up":
            assert old
            assert new
            earned = change.before and change.before.target > high(change.after.exercise)
            assert earned or mass(new) * 10 <= mass(old) * 11, (lived.day, change)


def high(id: str) -> int:
    return LIBRARY.exercises[id].high


@everyone
def test_a_family_of_exercises_steps_up_once_a_week_at_most(person: Person) -> None:
    last: dict[str, date] = {}
    for lived, change in changes(year_of(person)):
        if change.code in STEPS:
            name = family(LIBRARY.exercises[change.after.exercise].pattern)
            before = last.get(name, lived.day)
            assert before == lived.day or lived.day - before >= WEEK, (lived.day, change)
            last[name] = lived.day


@everyone
def test_nothing_rises_in_easy_weeks_and_sessions(person: Person) -> None:
    for lived, change in changes(year_of(person)):
        assert lived.result
        easy = lived.result.phase is not Phase.BUILD or lived.result.dosage is Dosage.LIGHT
        if easy or lived.result.easy:
            assert change.code not in RISES, (lived.day, change)


@everyone
def test_what_was_only_assumed_never_raises_a_weight(person: Person) -> None:
    for lived, change in changes(year_of(person)):
        assert lived.result
        if change.code == "load_up":
            told = [r.said for r in lived.result.exercises if r.exercise == change.after.exercise]
            assert all(told), (lived.day, change)


@everyone
def test_numbers_move_all_year_long(person: Person) -> None:
    """In no quarter does nothing at all rise."""
    year = year_of(person)
    rises = [lived.day for lived, change in changes(year) if change.code in RISES]
    for first in range(0, 364, 91):
        start = person.start + timedelta(days=first)
        assert any(start <= day < start + timedelta(days=91) for day in rises), start


@everyone
def test_what_is_too_hard_is_not_asked_for_again_and_again(person: Person) -> None:
    """Not four times in a row: too hard at the low end, or made easier each time."""
    in_a_row: Counter[tuple[str, Side | None]] = Counter()
    for lived in year_of(person).sessions:
        assert lived.result
        eased = {c.after.exercise for c in lived.changes if c.code in DOWN}
        for result in lived.result.exercises:
            key = (result.exercise, result.side)
            lowest = result.target <= LIBRARY.exercises[result.exercise].low
            hard = result.effort is Effort.TOO_HARD and (lowest or not result.complete)
            of_a_usual_day = _usual(lived)
            if hard and of_a_usual_day and result.exercise not in eased:
                in_a_row[key] += 1
            elif of_a_usual_day or not hard:
                in_a_row[key] = 0
            assert in_a_row[key] < 4, (lived.day, key)


def _usual(lived: Lived) -> bool:
    result = lived.result
    usual = result is not None and result.dosage is Dosage.NORMAL and not result.easy
    return usual and lived.week.phase is Phase.BUILD


def test_ladders_and_weights_have_moved_both_ways() -> None:
    codes = {change.code for person in CAST for _, change in changes(year_of(person))}
    assert {"load_up", "load_down", "rung_up", "rung_down", "rep_up", "hold_up"} <= codes
    assert {"load_earned", "slower", "set_added", "repeat", "low_end", "pain_down"} <= codes

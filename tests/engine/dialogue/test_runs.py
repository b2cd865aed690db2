"""Runs told by voice: kept, and what they move is said. The race: when it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.runs import Race, Run, RunKind
from engine.plan.progression.model import Training
from engine.session.commands import (
    Command,
    DistanceUnit,
    LogRun,
    PlanRun,
    RaceWhen,
    Ready,
    SetRace,
    Start,
)
from engine.session.state import Briefing, Finished
from engine.units import Unit
from tests.engine.dialogue.runners import RUNNER, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY, on
from tests.engine.dialogue.talk import MONDAY, Talk


def test_a_run_is_kept_as_it_was_told() -> None:
    talk = on(TUESDAY)
    said = talk.say(LogRun(10.5, 61, DistanceUnit.KM, RunKind.EASY))
    assert said.startswith(
        "Noted: an easy run today, ten and a half kilometres, one hour and one minute."
    )
    assert talk.book.runs == (Run(TUESDAY, RunKind.EASY, True, 10_500, 61),)


@pytest.mark.parametrize(
    ("units", "unit", "metres"),
    [
        (Unit.KG, None, 6000),
        (Unit.LB, None, 9656),
        (Unit.LB, DistanceUnit.KM, 6000),
        (Unit.KG, DistanceUnit.MI, 9656),
    ],
)
def test_a_bare_distance_is_in_the_athletes_own_unit(
    units: Unit, unit: DistanceUnit | None, metres: int
) -> None:
    talk = on(TUESDAY, replace(RUNNER, units=units))
    talk.say(LogRun(6, unit=unit))
    assert [run.distance_m for run in talk.book.runs] == [metres]


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        (None, WEDNESDAY),
        ("yesterday", TUESDAY),
        ("tuesday", TUESDAY),
        ("wednesday", WEDNESDAY),
        ("sunday", SUNDAY - timedelta(days=7)),
        ("2026-11-20", date(2026, 11, 20)),
    ],
)
def test_the_day_of_a_run_lies_behind(day: str | None, kept: date) -> None:
    talk = on(WEDNESDAY)
    talk.say(LogRun(5, day=day))
    assert [run.day for run in talk.book.runs] == [kept]


def test_a_run_without_a_kind_is_what_was_planned() -> None:
    for day, kind in ((TUESDAY, RunKind.EASY), (THURSDAY, RunKind.HARD), (MONDAY, RunKind.EASY)):
        talk = on(day)
        talk.say(LogRun(5))
        assert [run.kind for run in talk.book.runs] == [kind]


def test_a_run_told_again_takes_the_place_of_the_first_and_not_of_a_planned_one() -> None:
    talk = on(TUESDAY)
    talk.say(PlanRun("today", RunKind.HARD))
    talk.say(LogRun(5))
    talk.say(LogRun(8))
    assert [(run.done, run.distance_m) for run in talk.book.runs] == [(False, None), (True, 8000)]


REFUSED: tuple[tuple[Command, str], ...] = (
    (LogRun(5, day="tomorrow"), "run_to_come"),
    (LogRun(5, day="blursday"), "day_unknown"),
    (LogRun(900), "distance_unknown"),
    (LogRun(0), "distance_unknown"),
    (PlanRun(), "run_which_day"),
    (PlanRun("yesterday"), "run_over"),
    (PlanRun("blursday"), "day_unknown"),
)


@pytest.mark.parametrize(("command", "phrase"), REFUSED)
def test_a_run_that_cannot_be_gets_one_sentence(command: Command, phrase: str) -> None:
    talk = on(TUESDAY)
    talk.say(command)
    assert talk.phrases == (phrase,)
    assert talk.book.runs == ()


def test_a_hard_run_today_moves_the_session_that_was_here() -> None:
    talk = on(TUESDAY)
    said = talk.say(LogRun(8, kind=RunKind.HARD))
    assert "The session that was today is now " in said
    assert talk.handled is not None
    assert talk.handled.replans


def test_a_hard_run_planned_for_tomorrow_shifts_what_was_there() -> None:
    talk = on(MONDAY)
    talk.say(PlanRun("tomorrow", RunKind.HARD))
    assert talk.book.runs == (Run(TUESDAY, RunKind.HARD),)
    assert talk.phrases[0] == "run_planned"
    assert talk.phrases[1].startswith("shift_")


SEASONED = Training(first=MONDAY - timedelta(days=70), sessions=20)


def test_an_easy_run_in_the_place_of_a_hard_one_makes_room() -> None:
    talk = on(MONDAY, replace(RUNNER, available=frozenset({Weekday.THU, Weekday.SAT})))
    assert "That puts a new session on Thursday." in talk.say(PlanRun("thursday", RunKind.EASY))


def test_the_session_before_a_hard_run_gets_lighter() -> None:
    profile = replace(RUNNER, available=frozenset({Weekday.TUE, Weekday.FRI}))
    talk = on(MONDAY, profile, training=SEASONED)
    said = talk.say(PlanRun("wednesday", RunKind.HARD))
    assert "So I make the session tomorrow lighter." in said


def test_an_easy_run_moves_nothing() -> None:
    talk = on(TUESDAY)
    talk.say(LogRun(5, kind=RunKind.EASY))
    assert talk.phrases == ("run_logged",)


def test_a_run_much_longer_than_the_last_ones_is_met_with_care() -> None:
    before = (Run(MONDAY - timedelta(days=8), RunKind.LONG, True, 10_000),)
    talk = on(TUESDAY, runs=before)
    talk.say(LogRun(16, kind=RunKind.EASY))
    assert "because_spike" in talk.phrases


def test_in_a_session_a_run_is_noted_in_passing() -> None:
    talk = Talk()
    talk.say(Start())
    talk.say(Ready())
    talk.say(LogRun(5))
    assert talk.phrases[0] == "run_logged"
    assert talk.handled is not None
    assert not talk.handled.replans


# The race


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "one day"),
        (13, "thirteen days"),
        (14, "two weeks"),
        (20, "two weeks"),
        (21, "three weeks"),
    ],
)
def test_how_long_until_the_race(days: int, said: str) -> None:
    talk = on(MONDAY, replace(RUNNER, races=(Race(MONDAY + timedelta(days=days)),)))
    assert said in talk.say(RaceWhen())


def test_of_several_races_the_next_one_counts_and_past_ones_do_not() -> None:
    races = tuple(Race(MONDAY + timedelta(days=days)) for days in (-3, 30, 5))
    assert "five days" in on(MONDAY, replace(RUNNER, races=races)).say(RaceWhen())
    assert "no race" in on(MONDAY, replace(RUNNER, races=races[:1])).say(RaceWhen())


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("05-03", date(2027, 5, 3)),
        ("11-30", date(2026, 11, 30)),
        ("11-22", date(2027, 11, 22)),
        ("11-23", MONDAY),
        ("02-29", date(2028, 2, 29)),
        ("2027-04-18", date(2027, 4, 18)),
        ("sunday", SUNDAY),
    ],
)
def test_a_date_without_a_year_is_the_next_such_day(said: str, day: date) -> None:
    talk = on(MONDAY)
    talk.say(SetRace(said, 10.0))
    assert talk.book.profile.races == (Race(day, 10.0),)


def test_a_race_in_the_past_gets_one_clear_sentence() -> None:
    talk = on(MONDAY)
    talk.say(SetRace("2026-11-22", 10.0))
    assert talk.phrases == ("race_is_past",)
    assert talk.book.profile.races == ()


def test_a_new_race_takes_the_place_of_the_one_it_was_for_and_a_distance_alone_changes_it() -> None:
    talk = on(MONDAY)
    talk.say(SetRace("05-03", 10.0))
    talk.say(SetRace("06-07", 10.0))
    talk.say(SetRace(distance=21.1))
    assert talk.book.profile.races == (Race(date(2027, 6, 7), 21.1),)


def test_a_distance_is_confirmed_in_its_number_and_an_impossible_one_refused() -> None:
    talk = on(MONDAY)
    talk.say(SetRace("05-03", 900.0))
    assert talk.phrases == ("fits_distance",)
    talk.say(SetRace("05-03", 21.1))
    assert talk.say(SetRace(distance=10.0)).startswith("Noted, ten kilometres.")


def test_a_distance_without_a_race_asks_for_the_race() -> None:
    talk = on(MONDAY)
    talk.say(SetRace(distance=10.0))
    assert talk.phrases == ("race_first",)


@pytest.mark.parametrize(
    "command", [LogRun(8, kind=RunKind.HARD), PlanRun("today", RunKind.HARD)], ids=repr
)
def test_a_run_that_takes_the_session_away_ends_its_briefing(command: Command) -> None:
    talk = on(TUESDAY)
    talk.say(Start())
    said = talk.say(command)
    assert "The session that was today is now " in said
    assert isinstance(talk.state.phase, Finished)


def test_a_run_of_another_day_leaves_the_briefing_as_it_is() -> None:
    talk = on(TUESDAY)
    talk.say(Start())
    talk.say(LogRun(5, day="yesterday"))
    assert talk.phrases == ("run_logged", "ask_ready_again")


def test_before_there_is_a_plan_no_run_ends_a_briefing() -> None:
    talk = Talk()
    talk.say(Start())
    talk.say(LogRun(8, kind=RunKind.HARD))
    assert isinstance(talk.state.phase, Briefing)


def test_a_run_on_the_day_of_a_race_is_the_race() -> None:
    talk = on(TUESDAY, replace(RUNNER, races=(Race(TUESDAY),)))
    assert "a race today" in talk.say(LogRun(21.0975))

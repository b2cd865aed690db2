"""``stride setup`` and ``stride runs``: what the athlete tells, and what is on file then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.skill.cli.machine import Indoors
from tests.skill.cli.test_plan import PROFILE, written

DAY = ("--date", "2026-11-23")


def told(indoors: Indoors, *words: str) -> dict[str, Any]:
    """The profile on file after these options."""
    done = indoors.stride("setup", *words, *DAY)
    assert done.returncode == 0, done.stderr
    profile: dict[str, Any] = indoors.json("setup")
    return profile


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        (("--experience", "advanced"), "experience", "advanced"),
        (("--age", "41"), "age", 41),
        (("--days", "3"), "days_per_week", 3),
        (("--minutes", "45"), "minutes", 45),
        (("--equipment", "dumbbells, a bench"), "equipment", ["dumbbell", "step"]),
        (("--equipment", "none"), "equipment", []),
        (("--gym", "barbell"), "places", {"gym": ["barbell"]}),
        (("--travel", "band", "--where", "travel"), "where", "travel"),
        (("--weights", "4, 6.5 and 20 lb"), "weights", [4.0, 6.5, "20 lb"]),
        (("--weights", "none"), "weights", []),
        (("--run", "tue=easy", "--run", "Sunday=long"), "run_days", {"tue": "easy", "sun": "long"}),
        (
            ("--run", "thu=intervals", "--long-run", "sat"),
            "run_days",
            {"thu": "hard", "sat": "long"},
        ),
        (("--units", "pounds"), "units", "lb"),
        (("--goal", "marathon"), "goal", "long_races"),
        (("--available", "weekend"), "available", ["sat", "sun"]),
        (("--preferred", "mon, fri"), "preferred", ["mon", "fri"]),
        (("--double-days",), "double_days", True),
        (("--no-floor",), "floor_ok", False),
        (("--no-space",), "space", False),
        (("--impact",), "impact_ok", True),
        (("--screening", "heart and joints"), "screening", ["heart", "joints"]),
        (("--screening", "heart", "--cleared"), "cleared", True),
        (("--zone", "Asia/Tokyo"), "time_zone", "Asia/Tokyo"),
        (
            ("--race", "2027-04-18", "--distance", "10k"),
            "races",
            [{"date": "2027-04-18", "distance_km": 10.0, "priority": "A"}],
        ),
        (
            ("--pain", "knee:4:left", "--pain", "lower back"),
            "pain",
            [
                {"place": "knee", "side": "left", "level": 4, "date": "2026-11-23"},
                {"place": "lower_back", "side": None, "level": 3, "date": "2026-11-23"},
            ],
        ),
    ],
)
def test_every_answer_is_an_option(
    indoors: Indoors, words: tuple[str, ...], key: str, value: object
) -> None:
    assert told(indoors, *words)[key] == value


def test_an_option_leaves_the_other_answers_as_they_are(indoors: Indoors) -> None:
    before = told(
        indoors, "--age", "41", "--run", "tue=easy", "--run", "sun=long", "--pain", "knee"
    )
    after = told(indoors, "--run", "tue=rest", "--long-run", "sat", "--pain", "hip:5")
    assert after["run_days"] == {"sat": "long", "sun": "easy"}
    assert [ache["place"] for ache in after["pain"]] == ["knee", "hip"]
    untouched = before.keys() - {"run_days", "pain", "answered"}
    assert {key: after[key] for key in untouched} == {key: before[key] for key in untouched}
    assert told(indoors, "--pain", "none")["pain"] == []


def test_a_list_may_come_in_one_option_or_in_several(indoors: Indoors) -> None:
    after = told(indoors, "--equipment", "dumbbells", "--equipment", "box, band")
    assert after["equipment"] == ["band", "dumbbell", "step"]


def test_a_distance_alone_is_that_of_the_race_on_file(indoors: Indoors) -> None:
    told(indoors, "--race", "2027-04-18")
    assert told(indoors, "--distance", "42.2")["races"][0]["distance_km"] == 42.2
    assert told(indoors, "--race", "none")["races"] == []
    refused = indoors.stride("setup", "--distance", "42.2")
    assert refused.returncode == 2
    assert "date: is missing" in refused.stderr


def test_the_week_that_comes_of_it_is_shown(indoors: Indoors) -> None:
    done = indoors.stride("setup", "--run", "thu=hard", "--minutes", "30", *DAY)
    lines = done.stdout.splitlines()
    assert lines[0] == "Week of 23 November 2026: build"
    assert "  Thu 26 Nov  hard run" in lines
    assert sum("full body, " in line for line in lines) == 2


def test_what_is_on_file_is_shown_for_people_and_for_programs(indoors: Indoors) -> None:
    told(indoors, "--age", "41", "--run", "sun=long", "--equipment", "mat")
    shown = indoors.stride("setup", "--show").stdout
    assert "age              41\n" in shown
    assert "run days         sun long\n" in shown
    assert indoors.json("setup")["age"] == 41


def test_a_profile_printed_is_a_file_that_reads_back(indoors: Indoors, tmp_path: Path) -> None:
    words = ("--age", "41", "--weights", "4, 20 lb", "--race", "2027-04-18", "--pain", "knee:4")
    profile = told(indoors, *words, "--zone", "UTC", "--travel", "band")
    path = written(tmp_path, profile)
    other = indoors.at(f"sqlite:///{tmp_path / 'other.db'}")
    assert other.stride("setup", "--json", str(path)).returncode == 0
    assert other.json("setup") == profile


def test_a_file_is_the_whole_profile_and_options_come_on_top(
    indoors: Indoors, tmp_path: Path
) -> None:
    told(indoors, "--goal", "trail", "--age", "50")
    path = str(written(tmp_path, {**PROFILE, "runs": [{"date": "2026-11-25", "kind": "hills"}]}))
    after = told(indoors, "--json", path, "--minutes", "45")
    assert (after["goal"], after["age"], after["minutes"]) == ("general", 41, 45)
    assert [run["kind"] for run in indoors.json("runs", "list")["runs"]] == ["hard"]


def test_a_file_may_come_from_a_pipe(indoors: Indoors) -> None:
    done = indoors.stride("setup", "--json", "-", said=json.dumps(PROFILE))
    assert done.returncode == 0
    assert indoors.json("setup")["age"] == 41


def test_a_mistake_keeps_nothing_of_the_rest(indoors: Indoors) -> None:
    told(indoors, "--age", "41")
    done = indoors.stride("setup", "--minutes", "30", "--days", "9", "--run", "tuseday=easy")
    assert done.returncode == 2
    lines = done.stderr.removeprefix("Error: ").splitlines()
    assert lines[0] == "stride setup: days_per_week: is 9, try a whole number from 1 to 4"
    assert lines[1].startswith('stride setup: run_days.tuseday: is "tuseday"')
    assert indoors.json("setup")["minutes"] == 20


def test_a_child_is_turned_away_and_not_put_on_file(indoors: Indoors) -> None:
    done = indoors.stride("setup", "--age", "12")
    assert done.returncode == 2
    assert "thirteen" in done.stderr
    assert indoors.stride("replay").returncode == 1
    assert indoors.json("setup")["age"] is None


def test_two_people_on_one_laptop_have_a_profile_each(indoors: Indoors) -> None:
    indoors.stride("setup", "--age", "30", "--athlete", "Ann")
    indoors.stride("setup", "--age", "60", "--athlete", "Ben")
    assert indoors.json("setup", "--athlete", "Ann")["age"] == 30
    assert indoors.json("setup", "--athlete", "Ben")["age"] == 60


# Runs


def test_a_run_is_noted_and_listed(indoors: Indoors) -> None:
    added = indoors.json(
        "runs", "add", "--kind", "intervals", "--distance", "8.5", "--minutes", "50", "--done"
    )
    assert added["kind"] == "hard"
    assert (added["distance_km"], added["minutes"], added["done"]) == (8.5, 50, True)
    assert indoors.json("runs", "list") == {"runs": [added]}
    line = indoors.stride("runs", "list").stdout
    assert line == f"{added['date']}  hard run, 8.5 km, 50 min, done\n"


def test_a_run_takes_the_place_of_the_days_earlier_one(indoors: Indoors) -> None:
    indoors.stride("runs", "add", "--kind", "easy")
    indoors.stride("runs", "add", "--kind", "long")
    indoors.stride("runs", "add", "--kind", "easy", "--done")
    runs = indoors.json("runs", "list")["runs"]
    assert sorted((run["kind"], run["done"]) for run in runs) == [("easy", True), ("long", False)]


def test_a_run_of_a_past_day_was_done(indoors: Indoors) -> None:
    past = indoors.json("runs", "add", "--date", "2020-01-01")
    coming = indoors.json("runs", "add", "--date", "2099-01-01")
    assert (past["done"], coming["done"]) == (True, False)


def test_a_hard_run_of_one_day_moves_that_weeks_plan(indoors: Indoors) -> None:
    def days() -> list[str]:
        (week,) = indoors.json("plan", *DAY)["weeks"]
        return [day["date"] for day in week["days"] if day["session"]]

    indoors.stride("setup", "--run", "sun=long", *DAY)
    before = days()
    indoors.stride("runs", "add", "--date", before[0], "--kind", "intervals", "--planned")
    assert before[0] not in days()


def test_no_runs_say_how_to_note_one(indoors: Indoors) -> None:
    assert "stride runs add" in indoors.stride("runs", "list").stdout
    assert indoors.json("runs", "list") == {"runs": []}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--kind", "sprintz"), "easy, hard, long, race, cross"),
        (("--kind", "rest"), "no kind of run"),
        (("--distance", "0"), "--distance"),
        (("--distance", "nan"), "--distance"),
        (("--minutes", "0"), "--minutes"),
        (("--date", "someday"), "--date"),
    ],
)
def test_a_run_that_cannot_be_is_refused(
    indoors: Indoors, words: tuple[str, ...], problem: str
) -> None:
    done = indoors.stride("runs", "add", *words)
    assert done.returncode == 2
    assert problem in done.stderr

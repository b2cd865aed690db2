"""``stride plan``, ``week`` and ``today``: what is to come, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.library.load import embedded_library
from tests.skill.cli.machine import Indoors

LIBRARY = embedded_library()
PROFILE = {
    "experience": "beginner",
    "days_per_week": 2,
    "minutes": 30,
    "equipment": ["dumbbell", "mat"],
    "run_days": {"tue": "easy", "thu": "hard", "sun": "long"},
    "race": "2027-04-18",
    "units": "kg",
    "pain": [],
    "age": 41,
    "today": "2026-11-23",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, PROFILE)


def written(folder: Path, profile: object, name: str = "me.json") -> Path:
    path = folder / name
    path.write_text(profile if isinstance(profile, str) else json.dumps(profile), "utf-8")
    return path


def sessions_of(plan: dict[str, Any]) -> list[dict[str, Any]]:
    days = [day for week in plan["weeks"] for day in week["days"]]
    return [day["session"] for day in days if day["session"]]


# For programs


def test_a_profile_is_planned_for_and_nothing_is_kept(indoors: Indoors, file: Path) -> None:
    plan = indoors.json("plan", "--profile", str(file))
    (week,) = plan["weeks"]
    assert week["start"] == "2026-11-23"
    assert week["phase"] == "build"
    assert [day["date"][-2:] for day in week["days"]] == [str(n) for n in range(23, 30)]
    runs = {day["date"]: [run["kind"] for run in day["runs"]] for day in week["days"]}
    assert runs["2026-11-24"] == ["easy"]
    assert runs["2026-11-26"] == ["hard"]
    assert runs["2026-11-27"] == []
    assert not (indoors.folder / "data").exists()


def test_every_session_has_the_promised_shape(indoors: Indoors, file: Path) -> None:
    sessions = sessions_of(indoors.json("plan", "--profile", str(file), "--weeks", "6"))
    assert len(sessions) == 12
    for session in sessions:
        assert session["focus"] in ("legs", "core", "upper", "full")
        assert session["format"] in ("circuit", "pairs", "straight")
        assert session["dose"] in ("normal", "light")
        assert session["minutes"] == round(session["minutes"], 1) <= 30
        assert all(isinstance(code, str) for code in session["why"])
        assert len(session["exercises"]) >= 3
        for one in session["exercises"]:
            assert one["exercise"] in LIBRARY.exercises
            assert one["block"] == "main"
            asked = [one["reps"], one["hold_s"], one["contacts"]]
            assert len([each for each in asked if each is not None]) == 1
            assert one["rest_s"] > 0
            assert isinstance(one["per_side"], bool)


def test_the_same_profile_gives_the_same_plan(indoors: Indoors, file: Path) -> None:
    words = ("plan", "--profile", str(file), "--weeks", "3", "--json")
    assert indoors.stride(*words).stdout == indoors.stride(*words).stdout


def test_a_year_is_planned_week_after_week(indoors: Indoors, file: Path) -> None:
    weeks = indoors.json("plan", "--profile", str(file), "--weeks", "53")["weeks"]
    assert len(weeks) == 53
    assert weeks[0]["start"] == "2026-11-23"
    assert weeks[-1]["start"] == "2027-11-22"
    assert {"build", "deload", "taper", "race_week"} <= {week["phase"] for week in weeks}


@pytest.mark.parametrize("weeks", ["0", "54", "many"])
def test_no_fewer_than_one_week_and_no_more_than_a_year(
    indoors: Indoors, file: Path, weeks: str
) -> None:
    done = indoors.stride("plan", "--profile", str(file), "--weeks", weeks)
    assert done.returncode == 2
    assert "--weeks" in done.stderr


def test_a_profile_may_come_from_a_pipe(indoors: Indoors) -> None:
    done = indoors.stride("plan", "--profile", "-", "--json", said=json.dumps(PROFILE))
    assert done.returncode == 0
    assert sessions_of(json.loads(done.stdout))


def test_without_today_in_the_file_the_option_names_the_day(
    indoors: Indoors, tmp_path: Path
) -> None:
    path = str(written(tmp_path, {"run_days": {"sun": "long"}}))
    (week,) = indoors.json("plan", "--profile", path, "--date", "2031-01-01")["weeks"]
    assert week["start"] == "2030-12-30"
    assert indoors.json("plan", "--profile", path)["weeks"][0]["start"] < "2030"


@pytest.mark.parametrize(
    "profile",
    [
        {},
        {"days_per_week": 4, "run_days": dict.fromkeys(("mon", "tue", "wed", "thu"), "hard")},
        {"days_per_week": 4, "run_days": dict.fromkeys(PROFILE["run_days"], "long")},
        {"race": "2026-11-22", "today": "2026-11-23"},
        {"race": "2026-11-23", "today": "2026-11-23"},
        {"equipment": "barbell only"},
        {"equipment": "none", "weights": [20]},
        {"available": []},
        {"age": 13, "minutes": 60, "days_per_week": 4},
        {"age": 120, "experience": "advanced", "equipment": "everything"},
        {"pain": ["knee", "hip", "shoulder", "lower back", "wrist"]},
        {"screening": ["heart"]},
    ],
)
def test_whatever_the_answers_there_is_a_plan(
    indoors: Indoors, tmp_path: Path, profile: dict[str, object]
) -> None:
    plan = indoors.json("plan", "--profile", str(written(tmp_path, profile)), "--weeks", "2")
    assert [len(week["days"]) for week in plan["weeks"]] == [7, 7]
    notes = [note for week in plan["weeks"] for note in week["notes"]]
    assert all(note["says"].endswith(".") for note in notes)


# Mistakes


def test_every_mistake_of_a_file_is_told_and_nothing_is_planned(
    indoors: Indoors, tmp_path: Path
) -> None:
    path = written(tmp_path, {"equipment": ["trampoline"], "minuts": 20, "race": "soon"})
    done = indoors.stride("plan", "--profile", str(path), "--json")
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.removeprefix("Error: ").splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["me.json", "minuts"],
        ["me.json", "equipment[0]"],
        ["me.json", "race"],
    ]
    assert all(", try " in line for line in lines)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"age": 41,\n "minutes" 20}', "me.json: line 2: is no JSON"),
        ("", "me.json: line 1: is no JSON"),
        ("[" * 100_000, "me.json: file: cannot be read as JSON"),
        ('{"age": ' + "9" * 10_000 + "}", "me.json: file: cannot be read as JSON"),
        ('{"age": 41, "age": 42}', "me.json: age: is there twice"),
        ('{"time_zone": "Europe/Atlantis"}', 'me.json: time_zone: is "Europe/Atlantis"'),
        ('["beginner"]', "me.json: file: is a list and no object"),
    ],
)
def test_a_file_that_is_no_profile_is_refused_in_a_sentence(
    indoors: Indoors, tmp_path: Path, text: str, problem: str
) -> None:
    done = indoors.stride("plan", "--profile", str(written(tmp_path, text)))
    assert done.returncode == 2
    assert problem in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_is_refused(indoors: Indoors) -> None:
    done = indoors.stride("plan", "--profile", "nowhere.json")
    assert done.returncode == 2
    assert "nowhere.json" in done.stderr


def test_a_child_is_turned_away_kindly(indoors: Indoors, tmp_path: Path) -> None:
    done = indoors.stride("plan", "--profile", str(written(tmp_path, {"age": 11})))
    assert done.returncode == 2
    assert "thirteen" in done.stderr


# For people


def test_a_week_is_a_line_a_day_with_its_runs_and_session(indoors: Indoors, file: Path) -> None:
    lines = indoors.stride("plan", "--profile", str(file)).stdout.splitlines()
    assert lines[0] == "Week of 23 November 2026: build"
    days = [
        line for line in lines if line[2:5] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    ]
    assert len(days) == 7
    assert days[3] == "  Thu 26 Nov  hard run"
    assert "easy run          full body, " in days[1]
    assert any("Bodyweight squat" in line and "2 x 10-15 reps" in line for line in lines)


def test_several_weeks_tell_their_exercises_only_when_asked(indoors: Indoors, file: Path) -> None:
    words = ("plan", "--profile", str(file), "--weeks", "2")
    assert "squat" not in indoors.stride(*words).stdout
    assert "squat" in indoors.stride(*words, "--full").stdout


# The stored athlete


def test_the_stored_athlete_gets_the_plan_of_the_same_profile(indoors: Indoors, file: Path) -> None:
    indoors.stride("setup", "--json", str(file))
    of_file = indoors.json("plan", "--profile", str(file))
    assert indoors.json("plan", "--date", "2026-11-23") == of_file


def test_a_newcomer_gets_a_plan_and_leaves_no_trace(indoors: Indoors) -> None:
    assert sessions_of(indoors.json("plan", "--date", "2026-11-23"))
    assert indoors.stride("replay").returncode == 1


# This week, and today


def test_the_week_is_a_sentence_and_a_line_a_day(indoors: Indoors, file: Path) -> None:
    indoors.stride("setup", "--json", str(file))
    spoken, *lines = indoors.stride("week", "--date", "2026-11-25").stdout.splitlines()
    assert "Friday" in spoken
    assert lines[0] == "Week of 23 November 2026: build"
    assert lines[7] == "  Sun 29 Nov  long run"
    week = indoors.json("week", "--date", "2026-11-25")
    assert week["says"] == spoken
    (planned,) = indoors.json("plan", "--date", "2026-11-25")["weeks"]
    assert {key: week[key] for key in planned} == planned


def test_a_newcomers_week_says_how_to_get_one(indoors: Indoors) -> None:
    spoken = indoors.stride("week", "--date", "2026-11-25").stdout.splitlines()[0]
    assert "profile" in spoken


def test_a_day_of_rest_has_no_session_and_says_why_and_when_the_next_is(
    indoors: Indoors, file: Path
) -> None:
    indoors.stride("setup", "--json", str(file))
    rest = indoors.json("today", "--date", "2026-11-26")
    assert rest["status"] == "rest"
    assert rest["date"] == "2026-11-26"
    assert rest["next"] == "2026-11-27"
    assert rest["exercises"] == []
    assert rest["workout"] is rest["focus"] is None
    (week,) = indoors.json("plan", "--date", "2026-11-26")["weeks"]
    assert rest["reasons"] == [why["code"] for why in week["days"][3]["rest"]]
    lines = indoors.stride("today", "--date", "2026-11-26").stdout.splitlines()
    assert lines[-2:] == ["The next one: 2026-11-27", "To train all the same: stride coach"]


def test_today_is_the_session_of_the_plan(indoors: Indoors, file: Path) -> None:
    indoors.stride("setup", "--json", str(file))
    on = indoors.json("today", "--date", "2026-11-24")
    (week,) = indoors.json("plan", "--date", "2026-11-24")["weeks"]
    planned = week["days"][1]["session"]
    assert on["status"] == "planned"
    assert [one["exercise"] for one in on["exercises"]] == [
        one["exercise"] for one in planned["exercises"]
    ]
    assert on["next"] == "2026-11-27"


def test_what_is_asked_for_is_on_even_on_a_day_of_rest(indoors: Indoors, file: Path) -> None:
    indoors.stride("setup", "--json", str(file))
    on = indoors.json("today", "--date", "2026-11-26", "--minutes", "15", "--focus", "core")
    assert (on["status"], on["focus"]) == ("planned", "core")
    assert 0 < on["minutes"] <= 15

"""Slots: plain values become commands and come back, and nothing unreadable passes for a value."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library.model import Experience, Gear
from engine.plan.athlete.profile import Goal
from engine.plan.athlete.runs import RunKind
from engine.session.commands import (
    COMMANDS,
    Answer,
    Command,
    DistanceUnit,
    Done,
    Feel,
    Feeling,
    LogRun,
    MoveSession,
    Period,
    PlanRun,
    Progress,
    SetAge,
    SetDays,
    SetEquipment,
    SetExperience,
    SetGoal,
    SetRace,
    SetRunDays,
    SetWeights,
    Travelling,
    Unknown,
)
from engine.session.slots import MOST, SlotValue, command_of, holds_several, slot_named, slots_of
from engine.units import Unit


@pytest.mark.parametrize(
    ("name", "slots", "command"),
    [
        ("feeling", {"state": "sore"}, Feel(Feeling.SORE)),
        ("travelling", {"equipment": ["band", "mat"]}, Travelling((Gear.BAND, Gear.MAT))),
        ("travelling", {"equipment": "band"}, Travelling((Gear.BAND,))),
        ("answer", {"value": ["beginner", 10, 7.5]}, Answer(("beginner", "10", "7.5"))),
        ("answer", {"value": 21.0975}, Answer(("21.0975",))),
        ("answer", {"value": ["04-18", 2027]}, Answer(("2027-04-18",))),
        ("set_days", {"days": ["monday", "friday"]}, SetDays(("monday", "friday"))),
        ("set_days", {"days": ["weekend", "monday"]}, SetDays(("saturday", "sunday", "monday"))),
        (
            "set_run_days",
            {"days": ["tuesday"], "kind": "hard"},
            SetRunDays(("tuesday",), RunKind.HARD),
        ),
        ("set_equipment", {"items": "none"}, SetEquipment(("none",))),
        ("set_weights", {"loads": ["5", 7.5], "unit": "kg"}, SetWeights((5, 7.5), Unit.KG)),
        ("set_experience", {"level": "beginner"}, SetExperience(Experience.BEGINNER)),
        ("set_goal", {"goal": "bone"}, SetGoal(Goal.BONE)),
        ("set_race", {"date": "2027-04-18", "distance": "10"}, SetRace("2027-04-18", 10)),
        ("set_race", {"date": ["02-29", "2028"]}, SetRace("2028-02-29")),
        ("set_race", {"date": "02-29"}, SetRace("02-29")),
        ("move_session", {"day": "tomorrow"}, MoveSession("tomorrow")),
        ("move_session", {"day": "05-03"}, MoveSession("05-03")),
        ("plan_run", {"day": "2026-11-24", "kind": "long"}, PlanRun("2026-11-24", RunKind.LONG)),
        (
            "progress",
            {"exercise": "squat", "period": "last_week"},
            Progress("squat", Period.LAST_WEEK),
        ),
        ("log_run", {"distance": 13.1, "unit": "mi"}, LogRun(13.1, unit=DistanceUnit.MI)),
        ("log_run", {"minutes": 240, "day": "yesterday"}, LogRun(minutes=240, day="yesterday")),
        ("done", {"load": 8, "unit": "kg"}, Done(load=8, unit=Unit.KG)),
    ],
)
def test_slots_are_read(name: str, slots: dict[str, SlotValue], command: Command) -> None:
    assert command_of(name, slots) == command
    assert command_of(name, slots_of(command)) == command


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("set_days", {"days": ["monday", "blursday"]}),
        ("set_days", {"days": "2026-13-01"}),
        ("move_session", {"day": "someday"}),
        ("move_session", {"day": ["monday", "tuesday"]}),
        ("set_race", {"date": "02-30"}),
        ("set_race", {"date": "2027-02-29"}),
        ("set_race", {"date": ["02-29", "2027"]}),
        ("set_race", {"date": "20270418"}),
        ("set_race", {"date": "2027-W15-7"}),
        ("set_race", {"date": "may"}),
        ("set_race", {"distance": 501}),
        ("set_race", {"distance": "nan"}),
        ("set_age", {"years": 121}),
        ("set_age", {"years": 40.5}),
        ("set_frequency", {"count": 15}),
        ("set_minutes", {"minutes": 181}),
        ("log_run", {"minutes": 1441}),
        ("log_run", {"unit": "kg"}),
        ("done", {"unit": "km"}),
        ("set_equipment", {"items": ["mat", "trampoline"]}),
        ("travelling", {"equipment": "none"}),
        ("set_weights", {"loads": [5, "many"]}),
        ("answer", {"value": ""}),
        ("answer", {"value": "x" * 61}),
        ("done", {"reps": [1, 2]}),
        ("done", {"reps": float("inf")}),
        ("done", {"colour": "red"}),
        ("dance", {}),
    ],
)
def test_what_cannot_be_read_is_not_understood(name: str, slots: dict[str, SlotValue]) -> None:
    assert command_of(name, slots) == Unknown()


@pytest.mark.parametrize(
    ("group", "days"),
    [
        ("every_day", 7),
        ("weekdays", 5),
        ("weekend", 2),
    ],
)
def test_one_word_may_stand_for_several_days(group: str, days: int) -> None:
    command = command_of("set_run_days", {"days": group})
    assert isinstance(command, SetRunDays)
    assert len(command.days) == days


def test_a_gym_has_what_gyms_have() -> None:
    command = command_of("set_equipment", {"items": "gym"})
    assert isinstance(command, SetEquipment)
    assert {"barbell", "cable", "dumbbell"} <= set(command.items) <= set(Gear)


def test_what_is_said_twice_counts_once() -> None:
    days = ["monday", "tuesday", "monday"]
    assert command_of("set_days", {"days": days}) == SetDays(("monday", "tuesday"))


def test_several_values_are_a_list_and_none_are_left_out() -> None:
    told = slots_of(SetRunDays(("tuesday", "thursday"), RunKind.HARD))
    assert json.loads(json.dumps(told)) == {"days": ["tuesday", "thursday"], "kind": "hard"}
    assert slots_of(SetRunDays()) == {}
    assert slots_of(SetAge(0)) == {"years": 0}


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("reps", ("reps", "", 0)),
        ("level_felt", ("level", "felt", 0)),
        ("days_two", ("days", "", 1)),
        ("value_kit_three", ("value", "kit", 2)),
        ("items_set_equipment", ("items", "set_equipment", 0)),
    ],
)
def test_a_slots_name_on_a_channel_tells_which_value_it_is(
    name: str, parted: tuple[str, str, int]
) -> None:
    assert slot_named(name) == parted


def test_only_some_slots_hold_several_values() -> None:
    several = {
        (name, slot)
        for name, kind in COMMANDS.items()
        for slot in kind.__dataclass_fields__
        if holds_several(name, slot)
    }
    assert several == {
        *(("travelling", "equipment"), ("answer", "value"), ("set_days", "days")),
        *(("set_weights", "loads"), ("set_equipment", "items"), ("set_run_days", "days")),
    }
    assert not holds_several("dance", "days")


SLOTS = sorted({slot for kind in COMMANDS.values() for slot in kind.__dataclass_fields__})
VALUES = st.one_of(
    st.text(max_size=12),
    st.integers(),
    st.floats(),
    st.sampled_from(["monday", "every_day", "kg", "hard", "band", "none", "gym", "2027-04-18"]),
)


@given(
    st.sampled_from([*COMMANDS, "dance"]),
    st.dictionaries(st.sampled_from(SLOTS), VALUES | st.lists(VALUES, max_size=4), max_size=3),
)
def test_no_slots_raise_and_what_is_read_can_be_read_again(
    name: str, slots: dict[str, SlotValue]
) -> None:
    command = command_of(name, slots)
    assert command_of(command.name(), slots_of(command)) == command
    for slot, value in slots_of(command).items():
        if slot in MOST and not isinstance(value, list | str):
            assert isinstance(value, int | float)
            assert 0 <= value <= max(MOST[slot], 1440)

"""Snapshots: everything that can be stored comes back equal, and what cannot be read is refused."""

from __future__ import annotations

import json

import pytest

from engine.errors import SnapshotError
from engine.plan.model import Workout
from engine.session import codec
from engine.session.codec import VERSION, decode, encode, restore, snapshot
from engine.session.standing import Standing
from engine.session.state import State
from engine.units import Basis, Load, Unit
from tests.samples import FIRST, MONDAY, SPOKEN, states


@pytest.mark.parametrize("name", states())
def test_every_state_comes_back_equal(name: str) -> None:
    state = states()[name]
    assert restore(State, json.loads(json.dumps(snapshot(state)))) == state


def test_a_workout_comes_back_equal() -> None:
    assert restore(Workout, json.loads(json.dumps(snapshot(FIRST)))) == FIRST


@pytest.mark.parametrize("command", SPOKEN, ids=str)
def test_every_command_comes_back_equal(command: object) -> None:
    assert decode(json.loads(json.dumps(encode(command)))) == command


@pytest.mark.parametrize(
    "load", [Load(1250), Load(2500, Unit.LB, Basis.PER_HAND), Load(50, basis=Basis.ASSISTED)]
)
def test_loads_keep_their_unit_and_basis(load: Load) -> None:
    assert decode(json.loads(json.dumps(encode(load)))) == load


def test_a_snapshot_carries_its_version() -> None:
    assert snapshot(Standing())["version"] == VERSION


def test_older_versions_go_through_every_upgrade_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "VERSION", 3)
    monkeypatch.setattr(
        codec,
        "UPGRADES",
        {
            1: lambda data: {**data, "sessions": int(str(data["times"])), "times": None},
            2: lambda data: {key: value for key, value in data.items() if key != "times"},
        },
    )
    old = {"version": 1, "kind": "Standing", "times": "4"}
    assert restore(Standing, old) == Standing(sessions=4)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"version": VERSION},
        {"version": VERSION + 1, "kind": "State"},
        {"version": "1", "kind": "State"},
        {"version": VERSION, "kind": "Nonsense"},
        {"version": VERSION, "kind": "Standing"},
        {"version": VERSION, "kind": "State", "phase": {"kind": "Working"}},
        {"version": VERSION, "kind": "State", "phase": 7},
        {"version": VERSION, "kind": "State", "mood": "good"},
        {"version": VERSION, "kind": "State", "course": {"kind": "Course", "verbosity": "loud"}},
    ],
)
def test_what_is_no_state_of_ours_is_refused_with_a_sentence(data: object) -> None:
    with pytest.raises(SnapshotError, match=r"\.$"):
        restore(State, data)


def test_what_has_no_place_in_a_snapshot_cannot_be_stored() -> None:
    with pytest.raises(TypeError):
        encode(object())
    assert encode(MONDAY) == MONDAY

"""Reading exercise files: all faults of all files at once, each with where, what and a mend."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.errors import Fault, LibraryError
from engine.library.load import embedded_library, load_library
from engine.library.model import Experience, Gear, Library, Measure, Pattern, Place, Tempo
from engine.units import Basis

SQUAT: Mapping[str, str] = {
    "name": '"Plain squat"',
    "plural": '"plain squats"',
    "aliases": '["air squat"]',
    "pattern": '"squat"',
    "rung": "2",
    "level": '"beginner"',
    "muscles": '["quads"]',
    "also": "[]",
    "gear": "[[]]",
    "position": '"standing"',
    "set_up": '"Stand tall."',
    "set_up_s": "5",
    "laterality": '"both"',
    "measure": '"reps"',
    "low": "8",
    "high": "12",
    "sets": "3",
    "tempo": '"3-1-1-0"',
    "loadable": "false",
    "rest": '"main"',
    "how_to": '["Sit back.", "Stand up.", "Breathe."]',
    "cues": '["Sit back.", "Stand up.", "Breathe."]',
    "cautions": '["Slowly."]',
    "easier": "[]",
    "harder": "[]",
    "avoid_with": '["knee"]',
    "source": '"S9:1-2"',
}
MOVE: Mapping[str, str] = {
    "name": '"March"',
    "plural": '"marches"',
    "position": '"standing"',
    "set_up_s": "2",
    "per_side": "false",
    "how_to": '["March."]',
    "cues": '["Tall.", "Quiet."]',
    "avoid_with": "[]",
    "impact": "0",
}
FAMILIES = '[squats]\nname = "Squat"\nplural = "squats"\nwords = ["squat"]\nmembers = ["plain"]\n'
SOURCES = '[S9]\ntitle = "A book"\ndate = "2020-01-01"\n'


def table(id: str, base: Mapping[str, str] = SQUAT, /, **changes: str | None) -> str:
    """A table of a data file; a change to None leaves the field out."""
    fields = {**base, **changes}
    lines = (f"{name} = {value}" for name, value in fields.items() if value is not None)
    return f"[{id}]\n" + "\n".join(lines) + "\n"


def written(folder: Path, **files: str) -> Path:
    """A library folder; what is not given is sound."""
    given = {
        "squats": table("plain"),
        "moves": table("march", MOVE),
        "families": FAMILIES,
        "sources": SOURCES,
        **files,
    }
    for name, text in given.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    """What the author of a folder is told, a line for each fault."""
    with pytest.raises(LibraryError) as caught:
        load_library(folder)
    assert [str(fault) for fault in caught.value.faults] == str(caught.value).splitlines()
    return [str(fault) for fault in caught.value.faults]


def only_fault(folder: Path) -> str:
    found = faults(folder)
    assert len(found) == 1, found
    return found[0]


def test_a_sound_folder_is_read_whole(tmp_path: Path) -> None:
    library = load_library(written(tmp_path))
    plain = library.exercises["plain"]
    assert (plain.name, plain.rung, plain.low, plain.high) == ("Plain squat", 2, 8, 12)
    assert plain.pattern is Pattern.SQUAT
    assert plain.level is Experience.BEGINNER
    assert plain.measure is Measure.REPS
    assert plain.tempo == Tempo(3, 1, 1, 0)
    assert plain.set_up_ms == 5_000
    assert plain.avoid_with == {Place.KNEE}
    assert plain.gear == (frozenset(),)
    assert plain.phases == ("down", "up")
    assert plain.impact == 0
    assert not plain.loadable
    assert library.moves["march"].cues == ("Tall.", "Quiet.")
    assert library.families["squats"].members == ("plain",)
    assert library.sources == {"S9": "A book (2020-01-01)"}


def test_optional_fields_are_read_where_they_are(tmp_path: Path) -> None:
    changed = table(
        "plain",
        gear='[["dumbbell", "step"], ["kettlebell"]]',
        loadable="true",
        load_basis='"per_hand"',
        tempo='"2-0-1-1C"',
        phases='["lower", "lift"]',
        impact="2",
        rung=None,
    )
    plain = load_library(written(tmp_path, squats=changed)).exercises["plain"]
    assert plain.gear == (frozenset({Gear.DUMBBELL, Gear.STEP}), frozenset({Gear.KETTLEBELL}))
    assert plain.basis is Basis.PER_HAND
    assert plain.tempo == Tempo(2, 0, 1, 1, lift_first=True)
    assert (plain.phases, plain.impact, plain.rung) == (("lower", "lift"), 2, None)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        squats=table("plain", pattern='"jumping"', low='"many"', set_up=None),
        hinges=table("hinge", name='"Hinge"', plural='"hinges"', aliases='["hinge it"]', high="2"),
        broken="[oops\n",
        moves=table("march", MOVE, cues='["Tall."]', speed="3"),
        families=FAMILIES.replace('["plain"]', '["plain", "ghost"]'),
        sources='[S9]\ntitle = ""\n',
    )
    told = faults(folder)
    for part in (
        "squats.toml: plain.pattern: has the unknown value 'jumping', try ",
        "squats.toml: plain.low: needs a whole number from 1, try low = 1",
        "squats.toml: plain.set_up: needs some text, try ",
        "exercises: squat: hinge: has low above high, try ",
        "broken.toml: file: is not readable",
        "moves.toml: march.cues: has 1 of at least 2, try adding more",
        "moves.toml: march.speed: is not a known field, try removing it",
        "families.toml: squats: has unknown member ghost, try ",
        "sources.toml: S9.title: needs some text, try ",
    ):
        assert any(line.startswith(part) for line in told), part
    assert len(told) == 9


def test_a_fault_reads_as_file_key_problem_and_mend() -> None:
    fault = Fault("squats.toml", "plain.low", "needs a number", "low = 1")
    assert str(fault) == "squats.toml: plain.low: needs a number, try low = 1"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", '""', "squats.toml: plain.name: needs some text"),
        ("name", "3", "squats.toml: plain.name: needs some text"),
        ("aliases", "[]", "squats.toml: plain.aliases: has 0 of at least 1"),
        ("aliases", '"air squat"', "squats.toml: plain.aliases: needs a list of texts"),
        ("pattern", '"sqat"', "squats.toml: plain.pattern: has the unknown value 'sqat'"),
        ("rung", "0", "squats.toml: plain.rung: needs a whole number from 1"),
        ("rung", "1.5", "squats.toml: plain.rung: needs a whole number from 1"),
        ("level", '"expert"', "squats.toml: plain.level: has the unknown value 'expert'"),
        ("gear", "[]", "squats.toml: plain.gear: needs a list of sets"),
        ("gear", '["dumbbell"]', "squats.toml: plain.gear: needs a list of sets"),
        ("gear", '[["sofa"]]', "squats.toml: plain.gear: has the unknown value 'sofa'"),
        ("position", '"floating"', "squats.toml: plain.position: has the unknown value"),
        ("set_up_s", "-1", "squats.toml: plain.set_up_s: needs a whole number from 0"),
        ("low", "true", "squats.toml: plain.low: needs a whole number from 1"),
        ("tempo", '"fast"', "squats.toml: plain.tempo: is not E-P-C-P seconds"),
        ("loadable", '"no"', "squats.toml: plain.loadable: needs true or false"),
        ("phases", '["down"]', "squats.toml: plain.phases: needs two words"),
        ("how_to", '["Sit."]', "squats.toml: plain.how_to: has 1 of at least 3"),
        ("cues", '["A.", "B."]', "squats.toml: plain.cues: has 2 of at least 3"),
        ("cautions", "[]", "squats.toml: plain.cautions: has 0 of at least 1"),
        ("avoid_with", '["ego"]', "squats.toml: plain.avoid_with: has the unknown value 'ego'"),
        ("colour", '"blue"', "squats.toml: plain.colour: is not a known field"),
    ],
)
def test_a_faulty_field_is_named_with_a_mend(
    tmp_path: Path, field: str, value: str, told: str
) -> None:
    found = faults(written(tmp_path, squats=table("plain", SQUAT, **{field: value})))
    assert any(line.startswith(told) and ", try " in line for line in found), found


@pytest.mark.parametrize("field", sorted(set(SQUAT) - {"rung", "tempo", "also", "easier"}))
def test_a_field_left_out_is_told_by_its_name(tmp_path: Path, field: str) -> None:
    found = faults(written(tmp_path, squats=table("plain", SQUAT, **{field: None})))
    assert any(line.startswith(f"squats.toml: plain.{field}: ") for line in found), found


def test_a_loadable_exercise_must_say_what_its_number_counts(tmp_path: Path) -> None:
    folder = written(tmp_path, squats=table("plain", loadable="true"))
    assert only_fault(folder).startswith("squats.toml: plain.load_basis: ")


def test_an_unloaded_exercise_has_no_use_for_a_basis(tmp_path: Path) -> None:
    folder = written(tmp_path, squats=table("plain", load_basis='"total"'))
    assert only_fault(folder).startswith("squats.toml: plain.load_basis: is not a known field")


# What no single field shows


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"easier": '["ghost"]'}, "links to ghost, which is no other exercise"),
        ({"harder": '["plain"]'}, "links to plain, which is no other exercise"),
        ({"source": '"S9:1; S7:2"'}, "cites the unknown source 'S7:2'"),
        ({"low": "13"}, "has low above high"),
        ({"tempo": None}, "needs a tempo for reps"),
        ({"measure": '"hold"'}, "needs a tempo for reps, and none otherwise"),
        ({"tempo": '"0-0-0-0"'}, "has a rep of no length"),
        ({"tempo": '"5-2-2-0"'}, "has a rep of no length or over eight seconds"),
        ({"how_to": str(["Sit."] * 7).replace("'", '"')}, "has a how_to of 7 sentences"),
        (
            {"cues": '["A.", "B.", "one two three four five six seven eight nine ten 11 12 13"]'},
            "has the long cue",
        ),
    ],
)
def test_what_does_not_fit_together_is_told(
    tmp_path: Path, changes: dict[str, str | None], told: str
) -> None:
    found = only_fault(written(tmp_path, squats=table("plain", SQUAT, **changes)))
    assert found.startswith("exercises: squat: plain: ")
    assert told in found
    assert ", try " in found


def test_an_id_in_two_files_is_told(tmp_path: Path) -> None:
    found = faults(written(tmp_path, more=table("plain")))
    assert any(line.startswith("squats.toml: plain: is defined twice, try ") for line in found)


def test_an_id_twice_in_one_file_is_told(tmp_path: Path) -> None:
    found = only_fault(written(tmp_path, squats=table("plain") + table("plain"), families=""))
    assert found.startswith("squats.toml: file: is not readable")


@pytest.mark.parametrize("name", ['name = "Plain squat"', 'aliases = ["air squat"]'])
def test_a_name_that_two_exercises_share_is_told(tmp_path: Path, name: str) -> None:
    other = {"name": '"Other"', "plural": '"others"', "aliases": '["another"]'}
    field, _, value = name.partition(" = ")
    folder = written(tmp_path, others=table("other", SQUAT, **{**other, field: value}))
    assert "is called" in only_fault(folder)


def test_a_family_word_that_is_an_exercises_name_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, families=FAMILIES.replace('["squat"]', '["squat", "air squat"]'))
    assert only_fault(folder).startswith("families.toml: squats: has the word 'air squat' of plain")


def test_a_family_that_is_called_like_an_exercise_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, families=FAMILIES.replace("[squats]", "[plain]"))
    assert only_fault(folder).startswith("families.toml: plain: is an exercise's id")


def test_a_loose_value_outside_any_table_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, squats="version = 2\n" + table("plain"))
    assert only_fault(folder) == "squats.toml: version: is not a table, try [version]"


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "photo.toml").write_bytes(b"\xff\xfe\x00")
    assert only_fault(tmp_path).startswith("photo.toml: file: is not readable")


def test_other_kinds_of_files_are_left_alone(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "notes.txt").write_text("[oops", "utf-8")
    assert isinstance(load_library(tmp_path), Library)


def test_a_folder_without_files_has_no_exercises(tmp_path: Path) -> None:
    assert load_library(tmp_path).exercises == {}


def test_the_embedded_library_is_read_once() -> None:
    assert embedded_library() is embedded_library()

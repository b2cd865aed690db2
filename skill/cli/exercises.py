"""``stride exercises``: the library."""

from __future__ import annotations

from collections.abc import Iterator

import click

from engine.library.load import embedded_library
from engine.library.model import Exercise, Family, Library, Move, Pattern
from skill.cli.main import Refused
from skill.cli.output import json_option, nearest, print_json


@click.command()
@click.argument("id", required=False)
@json_option
def exercises(id: str | None, as_json: bool) -> None:
    """All exercises by movement pattern, or all that is known of one.

    ID is an exercise, a warm-up or cool-down move, or a family such as squat.

    \b
    Examples:
      stride exercises
      stride exercises push_up
      stride exercises plank --json
    """
    library = embedded_library()
    if id is None:
        _show(_all(library), _overview(library), as_json)
        return
    found = library.named(id)
    if found is None:
        known = (*library.exercises, *library.moves, *library.families)
        near = nearest(id.lower().replace(" ", "_"), known)
        raise Refused(f"There is no exercise {id!r}.{near} `stride exercises` lists them all.")
    _show(_whole(found), _told(found, library), as_json)


def _show(value: dict[str, object], lines: Iterator[str], as_json: bool) -> None:
    if as_json:
        print_json(value)
    else:
        click.echo("\n".join(lines))


def _all(library: Library) -> dict[str, object]:
    return {
        "patterns": {
            pattern.value: [_brief(each) for each in _of_pattern(library, pattern)]
            for pattern in Pattern
        },
        "families": {family.id: list(family.members) for family in library.families.values()},
        "moves": list(library.moves),
    }


def _of_pattern(library: Library, pattern: Pattern) -> list[Exercise]:
    """Easiest first; what is never chosen unasked comes last."""
    found = [each for each in library.exercises.values() if each.pattern is pattern]
    return sorted(found, key=lambda each: each.rung or len(found) + 1)


def _brief(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "rung": exercise.rung,
        "level": exercise.level.value,
    }


def _overview(library: Library) -> Iterator[str]:
    for pattern in Pattern:
        yield pattern.value
        for each in _of_pattern(library, pattern):
            rung = f"{each.rung}." if each.rung else "-"
            yield f"  {rung:>3} {each.id:<32} {each.name}, {each.level}"
    yield "families"
    for family in library.families.values():
        yield f"      {family.id:<32} {len(family.members)} exercises"
    yield "warm-up and cool-down"
    for move in library.moves.values():
        yield f"      {move.id:<32} {move.name}"


def _whole(found: Exercise | Move | Family) -> dict[str, object]:
    if isinstance(found, Family):
        return {"id": found.id, "name": found.name, "members": list(found.members)}
    whole: dict[str, object] = {
        "id": found.id,
        "name": found.name,
        "position": found.position.value,
        "how_to": list(found.how_to),
        "cues": list(found.cues),
        "avoid_with": sorted(place.value for place in found.avoid_with),
        "impact": found.impact,
    }
    return whole | _numbers(found) if isinstance(found, Exercise) else whole


def _numbers(exercise: Exercise) -> dict[str, object]:
    return {
        "aliases": list(exercise.aliases),
        "pattern": exercise.pattern.value,
        "rung": exercise.rung,
        "level": exercise.level.value,
        "muscles": list(exercise.muscles),
        "gear": [sorted(gear.value for gear in needs) for needs in exercise.gear],
        "set_up": exercise.set_up,
        "laterality": exercise.laterality.value,
        "measure": exercise.measure.value,
        "low": exercise.low,
        "high": exercise.high,
        "sets": exercise.sets,
        "tempo": str(exercise.tempo) if exercise.tempo else None,
        "loadable": exercise.loadable,
        "cautions": list(exercise.cautions),
        "easier": list(exercise.easier),
        "harder": list(exercise.harder),
        "source": exercise.source,
    }


def _told(found: Exercise | Move | Family, library: Library) -> Iterator[str]:
    yield f"{found.name} ({found.id})"
    if isinstance(found, Family):
        for member in found.members:
            yield f"  {member:<32} {library.exercises[member].name}"
        return
    if isinstance(found, Exercise):
        yield from _told_numbers(found)
    yield from (f"  {sentence}" for sentence in found.how_to)
    yield f"Cues: {' '.join(found.cues)}"
    if isinstance(found, Exercise):
        yield f"Caution: {' '.join(found.cautions)}"
        yield f"Easier: {', '.join(found.easier) or 'nothing'}"
        yield f"Harder: {', '.join(found.harder) or 'nothing'}"
    if found.avoid_with:
        places = sorted(place.value.replace("_", " ") for place in found.avoid_with)
        yield f"Left out while one of these hurts: {', '.join(places)}"


def _told_numbers(exercise: Exercise) -> Iterator[str]:
    rung = f"rung {exercise.rung}" if exercise.rung else "only on request"
    yield f"{exercise.pattern}, {rung}, {exercise.level}; {', '.join(exercise.muscles)}"
    tempo = f" at {exercise.tempo}" if exercise.tempo else ""
    side = " each side" if exercise.per_side else ""
    amount = f"{exercise.low} to {exercise.high} {exercise.measure}{side}{tempo}"
    yield f"{exercise.sets} sets of {amount}"
    choices = (" and ".join(sorted(gear.value for gear in needs)) for needs in exercise.gear)
    yield f"With: {' or '.join(needs or 'nothing' for needs in choices)}"
    yield exercise.set_up

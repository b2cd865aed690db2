"""``stride history``: sessions with their sets."""

from __future__ import annotations

from collections.abc import Iterator

import click

from engine.speech.estimate import estimated_ms
from skill.bootstrap import House
from skill.cli.agenda import UNITS
from skill.cli.house import athlete_option, known_athlete, own_house
from skill.cli.output import json_option, print_json
from skill.clock import WallClock
from skill.service.coach import Delivery
from skill.service.history import SessionDone, SetDone
from skill.service.history import history as kept_history


@click.command()
@athlete_option
@json_option
def history(athlete: str, as_json: bool) -> None:
    """What was done: sessions, oldest first, with their sets as they stand after corrections.

    "assumed" marks what was counted and not contradicted.

    \b
    Examples:
      stride history
      stride history --json
    """
    house = own_house()
    who = known_athlete(house, athlete)
    sessions = _kept(house, who.id) if who else []
    if as_json:
        print_json({"sessions": [_session(session) for session in sessions]})
        return
    for session in sessions:
        click.echo(f"{session.date}  {session.status}")
        for line in _lines(session):
            click.echo(line)
    if not sessions:
        click.echo("No sessions yet. Begin with: stride coach")


def _kept(house: House, athlete_id: str) -> list[SessionDone]:
    house.coach.settle(athlete_id, WallClock().now(), Delivery(estimated_ms))
    return kept_history(house.store, athlete_id)


def _session(session: SessionDone) -> dict[str, object]:
    return {
        "date": session.date,
        "status": session.status.value,
        "sets": [_set(done) for done in session.sets],
    }


def _set(done: SetDone) -> dict[str, object]:
    return {
        "exercise": done.exercise,
        "set": done.set,
        "side": done.side.value if done.side else None,
        "target": done.target,
        "actual": done.actual,
        "load": done.load.value if done.load else None,
        "unit": done.load.unit.value if done.load else None,
        "source": done.source.value,
    }


def _lines(session: SessionDone) -> Iterator[str]:
    for done in session.sets:
        side = f" {done.side}" if done.side else ""
        load = f" with {done.load.value:g} {done.load.unit}" if done.load else ""
        amount = f"{done.actual} of {done.target} {UNITS[done.measure]}"
        yield f"  {done.exercise} set {done.set}{side}: {amount}{load}, {done.source}"

"""``stride replay``: a past session's events, run through the session's rules once more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click

from engine.errors import SnapshotError
from engine.plan.model import Workout
from engine.session.codec import decode, restore
from engine.session.events import Elapsed, Event, Heard, Played, Silence
from engine.session.outcome import Outcome
from engine.session.slots import slots_of
from engine.session.state import State
from engine.session.transition import advance
from engine.speech.estimate import estimated_ms
from engine.units import Instant
from skill.bootstrap import House
from skill.cli.house import athlete_option, own_house, same_athlete
from skill.cli.main import Refused
from skill.laptop.player import state_name
from skill.laptop.view import clock_face
from skill.service.records import HeardRecord, SessionRecord
from skill.service.scripts import Scripts, with_time
from skill.service.sitting import stored

LAST = "last"
MANY = 10_000


@click.command()
@click.argument("session", default=LAST)
@athlete_option
def replay(session: str, athlete: str) -> None:
    """Run what was heard in a past session again, and print each state and every word.

    SESSION is a session's id or the beginning of one; without it, the last session. Exit code 1
    where the outcome is another than the one that was stored.

    \b
    Examples:
      stride replay
      stride replay 019aaa5b
    """
    house = own_house()
    who = same_athlete(house, athlete)
    record, heard = _found(house, who.id, session)
    state, workout = stored(record)
    scripts = house.coach.scripts
    click.echo(f"{record.id}  {record.day}  {workout.id}  {record.status}")
    replayed = _opened(heard)
    for event in map(_event, heard[1:]):
        outcome = advance(replayed, event, workout, scripts.library)
        time = clock_face(event.at - record.opened_at)
        change = f"{state_name(replayed)} -> {state_name(outcome.state)}"
        click.echo(f"{time:>6}  {_told(event)}  {change}")
        for line in _words(outcome, event.at, workout, scripts):
            click.echo(f"            {line}")
        replayed = outcome.state
    if replayed != state:
        raise click.ClickException(
            "The replay ends in another state than the one stored: the rules have changed since."
        )
    click.echo(f"{len(heard) - 1} events; the same state as stored.")


def _found(
    house: House, athlete_id: str, wanted: str
) -> tuple[SessionRecord, Sequence[HeardRecord]]:
    with house.store.begin() as work:
        records = work.sessions(athlete_id, MANY)
        matching = [one for one in records if wanted == LAST or one.id.startswith(wanted)]
        if not matching or (wanted != LAST and len(matching) > 1):
            known = ", ".join(f"{one.id} ({one.day})" for one in records[:5])
            many = "is the beginning of several" if matching else "is none of your sessions"
            raise Refused(f"{wanted!r} {many}. The latest: {known or 'there are none'}.")
        return matching[0], work.heard(athlete_id, matching[0].id)


def _opened(heard: Sequence[HeardRecord]) -> State:
    """Number 0 is the state that the session began from."""
    if not heard or heard[0].number != 0:
        raise SnapshotError("This session was kept without its beginning: it cannot be replayed.")
    return restore(State, json.loads(heard[0].event))


def _event(record: HeardRecord) -> Event:
    event = decode(json.loads(record.event))
    assert isinstance(event, Heard | Elapsed | Played | Silence)
    return event


def _told(event: Event) -> str:
    match event:
        case Heard(command):
            slots = "".join(f" {slot}={value}" for slot, value in slots_of(command).items())
            return f"{command.name()}{slots}"
        case Played(step):
            return f"played {step}"
        case _:
            return type(event).__name__.lower()


def _words(outcome: Outcome, at: Instant, workout: Workout, scripts: Scripts) -> Iterator[str]:
    """The sentences; a count's numbers would only repeat the set."""
    cues = with_time(outcome.cues, scripts.left(outcome.state, at, workout))
    script = scripts.script(cues, outcome.state.course.verbosity, estimated_ms)
    yield from (line.text for line in script.lines if line.text.endswith((".", "?", "!")))

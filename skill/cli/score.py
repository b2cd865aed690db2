"""``stride score``: a session before it is played."""

from __future__ import annotations

from datetime import datetime

import click

from engine.cues import Verbosity
from engine.plan.workout.builtin import BUILTIN_IDS, builtin
from engine.score.model import Placed, Score, Tone
from engine.score.text import to_text
from engine.session.standing import Standing
from skill.cli.arrival import moment_on
from skill.cli.house import athlete_option, date_option, known_athlete, own_house
from skill.cli.main import Refused
from skill.cli.output import json_option, nearest, print_json
from skill.cli.upcoming import upcoming, whole_score
from skill.service.planning import Wanted
from skill.service.scripts import Scripts


@click.command()
@click.argument("workout", required=False)
@date_option
@athlete_option
@json_option
def score(workout: str | None, day: datetime | None, athlete: str, as_json: bool) -> None:
    """A whole session, hands-free: what is on when, and what is said, one cue a line.

    WORKOUT is a built-in one as a newcomer would hear it, such as beginner-full-20; without it,
    the one that is on for you. Lengths are the estimator's.

    \b
    Examples:
      stride score
      stride score beginner-core-15 --json
    """
    if workout is not None and workout not in BUILTIN_IDS:
        near = nearest(workout, BUILTIN_IDS)
        raise Refused(f"There is no workout {workout!r}.{near} Known: {', '.join(BUILTIN_IDS)}.")
    at = moment_on(day.date() if day else None, None)
    house = own_house()
    scripts = house.coach.scripts
    if workout is None:
        on = upcoming(house, known_athlete(house, athlete), Wanted(), at)
        standing, session = on.standing, on.workout
    else:
        standing, session = Standing(), builtin(scripts.library, workout)
    whole = whole_score(scripts, standing, session, at)
    if as_json:
        print_json({"workout": session.id, **_as_json(whole, scripts, standing.verbosity)})
    else:
        words = scripts.wording.words
        click.echo(to_text(whole, lambda said: words(said, standing.verbosity)), nl=False)


def _as_json(whole: Score, scripts: Scripts, verbosity: Verbosity) -> dict[str, object]:
    def sound(placed: Placed) -> dict[str, object]:
        moment: dict[str, object] = {"at": placed.at, "length": placed.length}
        if isinstance(placed.sound, Tone):
            return moment | {"tone": placed.sound.kind.value}
        return moment | {"text": scripts.wording.words(placed.sound, verbosity)}

    marks = [
        {"step": mark.step, "kind": mark.kind.value, "start": mark.start, "end": mark.end}
        for mark in whole.marks
    ]
    return {
        "total": whole.total,
        "marks": marks,
        "sounds": [sound(placed) for placed in whole.placed],
    }

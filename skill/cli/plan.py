"""Which workout is on, asked without beginning it."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Cue
from engine.plan.model import Workout
from engine.score.edit import joined
from engine.score.model import Score
from engine.session.commands import Start
from engine.session.events import Heard
from engine.session.rehearse import rehearse
from engine.session.standing import Standing
from engine.session.transition import advance
from engine.units import Instant
from skill.clock import machine_zone
from skill.service.planning import Wanted, day_of, workout_as_spoken, zone_named
from skill.service.records import Athlete
from skill.service.scripts import Scripts, with_time
from skill.service.sitting import standing_of


def standing_now(athlete: Athlete | None) -> Standing:
    """A newcomer's where there is nobody yet."""
    return standing_of(athlete) if athlete else Standing()


def planned(scripts: Scripts, athlete: Athlete | None, wanted: Wanted, at: Instant) -> Workout:
    """What a session that is begun at that moment would be."""
    standing = standing_now(athlete)
    zone = zone_named(athlete.time_zone if athlete else None, machine_zone())
    return workout_as_spoken(scripts, wanted, standing, at, day_of(at, zone))


def whole_score(scripts: Scripts, standing: Standing, workout: Workout, at: Instant) -> Score:
    """The session from its briefing to its last word, hands-free, in estimated lengths."""
    library = scripts.library
    state = standing.opening(at)
    opened = advance(state, Heard(Start(), at), workout, library)
    cues = with_time(opened.cues, scripts.left(state, at, workout))

    def score(cues: tuple[Cue, ...]) -> Score:
        return scripts.score(cues, standing.verbosity)

    passages = rehearse(opened.state, cues, at, workout, library, lambda cues: score(cues).total)
    # A question's passage is longer than its words: the coach listens at its end.
    return joined(*(replace(score(each.cues), total=each.length) for each in passages))

"""Which workout is on, asked without beginning it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from engine.cues import Cue
from engine.plan.book import Book
from engine.plan.model import Workout
from engine.plan.planner.plan import plan_weeks
from engine.plan.reasons import Reason
from engine.score.edit import joined
from engine.score.model import Score
from engine.session.commands import Start
from engine.session.events import Heard
from engine.session.rehearse import rehearse
from engine.session.standing import Standing
from engine.session.transition import advance
from engine.units import Instant
from skill.bootstrap import House
from skill.service.planning import Wanted, workout_as_spoken
from skill.service.records import Athlete
from skill.service.scripts import Scripts, with_time


@dataclass(frozen=True)
class Upcoming:
    """What a session begun now would be, and what it goes by."""

    workout: Workout
    standing: Standing
    book: Book
    today: date
    rest: tuple[Reason, ...]
    """Why the plan has no session today; empty where it has one, or where there is no plan yet."""


def upcoming(house: House, athlete: Athlete | None, wanted: Wanted, at: Instant) -> Upcoming:
    """A newcomer's where there is nobody yet. Raises StorageFault."""
    scripts = house.coach.scripts
    opened = house.coach.shelf.opened(athlete, at)
    book, standing, today = opened.book, opened.standing, opened.today
    workout = workout_as_spoken(scripts, wanted, book, standing, today)
    planned = plan_weeks(book, scripts.library, today).on(today)
    rest = planned.rest if planned and book.profile.answered else ()
    return Upcoming(workout, standing, book, today, rest)


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

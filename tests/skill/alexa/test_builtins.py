"""Every built-in workout from "start" to its summary: no answer that Alexa would refuse."""

from __future__ import annotations

import json

import pytest

from engine.cues import Verbosity
from engine.library.model import Experience
from engine.plan.athlete.profile import Profile, Where
from engine.plan.book import Book
from engine.plan.model import Focus
from engine.plan.workout.builtin import BUILTIN_IDS
from engine.plan.workout.templates import KITS
from engine.session.commands import (
    Command,
    Done,
    Effort,
    GiveEffort,
    Ready,
    SetVerbosity,
    Start,
)
from engine.session.events import Heard
from engine.session.state import Asking
from engine.units import MINUTE, Instant
from skill.alexa.handlers import DELIVERY
from skill.alexa.limits import breaches
from skill.alexa.responses import spoken, text_of
from skill.bootstrap import House
from skill.players.ssml import MOST_CHARACTERS
from skill.service.records import Channel
from skill.service.reply import Reply
from tests.samples import MONDAY

LONGEST_ANSWER = 4 * MINUTE


class Visit:
    """An athlete who answers each question once it was heard."""

    def __init__(self, house: House, workout: str) -> None:
        experience, focus, minutes = workout.split("-")
        level = Experience(experience)
        self.start = Start(Focus(focus), int(minutes))
        self.coach = house.coach
        self.at = MONDAY
        self.athlete = self.coach.athlete_on(Channel.ALEXA, workout, self.at)
        profile = Profile(level, answered=frozenset({"experience"}))
        profile = profile.with_gear(Where.HOME, KITS[level])
        self.coach.shelf.changed(self.athlete, self.at, lambda _, today: Book(profile))
        self.replies: list[Reply] = []

    def says(self, command: Command) -> bool:
        """Whether the coach listens afterwards; the answer is checked."""
        reply = self.coach.hear(self.athlete, Heard(command, self.at), DELIVERY)
        response = text_of(spoken(reply, command, self.coach.scripts.wording))
        answer = json.dumps({"version": "1.0", "response": json.loads(response)})
        assert breaches("IntentRequest", answer) == ()
        assert len(json.loads(response)["outputSpeech"]["ssml"]) <= MOST_CHARACTERS
        assert reply.script.total <= LONGEST_ANSWER
        self.at = Instant(self.at + reply.script.total + 1_000)
        self.replies.append(reply)
        return json.loads(response)["shouldEndSession"] is False

    def answer(self) -> Command:
        state = self.coach.present(self.athlete, self.at, DELIVERY).state
        if not isinstance(state.phase, Asking):
            return Ready()
        questions: dict[str, Command] = {"reps": Done(), "effort": GiveEffort(Effort.RIGHT)}
        return questions[state.phase.question]


@pytest.mark.parametrize("workout", BUILTIN_IDS)
def test_a_whole_session_stays_within_what_an_answer_may_hold(house: House, workout: str) -> None:
    visit = Visit(house, workout)
    listens = visit.says(visit.start)
    assert visit.replies[0].workout.id == workout
    while listens:
        listens = visit.says(visit.answer())
        assert len(visit.replies) < 150
    visit.says(Start())
    logs = visit.replies[-1].state.course.logs
    assert {log.actual - log.target for log in logs} <= {0}


@pytest.mark.parametrize("verbosity", Verbosity)
def test_so_it_is_in_every_verbosity(house: House, verbosity: Verbosity) -> None:
    visit = Visit(house, "advanced-full-45")
    visit.says(visit.start)
    listens = visit.says(SetVerbosity(verbosity))
    while listens:
        listens = visit.says(visit.answer())
        assert len(visit.replies) < 150

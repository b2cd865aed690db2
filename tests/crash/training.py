"""An athlete who trains in a process of its own, until somebody kills it.

Every answer is printed after the door has returned, which is after the commit: what is printed is
acknowledged. Time is the session's own, so that a killed process goes on where it was.
"""

from __future__ import annotations

import json
from multiprocessing.connection import Connection

from engine.session.commands import Done, Ready, Start
from engine.session.events import Event, Heard
from engine.session.rehearse import following
from engine.session.state import Asking, Briefing, Finished, Idle, Phase, State, Working
from engine.speech.estimate import estimated_ms
from engine.units import Instant
from skill.bootstrap import House, open_house
from skill.config import Settings
from skill.service.coach import Delivery
from skill.service.records import Channel
from skill.service.reply import Reply
from tests.samples import MONDAY

DELIVERY = Delivery(estimated_ms)


def train(url: str, acknowledged: Connection) -> None:
    """Take up the session, or begin one, and go through it to the end."""
    house = open_house(Settings(database_url=url))
    athlete = house.coach.athlete_on(Channel.LAPTOP, "me", MONDAY)
    present = house.coach.present(athlete, MONDAY, DELIVERY)
    at = Instant(max(MONDAY, present.state.course.last_at))
    begins = isinstance(present.state.phase, Idle)
    event: Event = Heard(Start() if begins else Ready(), at)
    if isinstance(present.state.phase, Asking | Working | Briefing) and not begins:
        event = answer(present.state.phase, at)
    while True:
        reply = house.coach.hear(athlete, event, DELIVERY)
        acknowledged.send(receipt(reply))
        if isinstance(reply.state.phase, Finished):
            return
        at = Instant(reply.began + max(1000, reply.script.total))
        event = answer(reply.state.phase, at)


def answer(phase: Phase, at: Instant) -> Event:
    """Nine reps are said after every counted set; everything else goes on by itself."""
    if isinstance(phase, Briefing):
        return Heard(Ready(), at)
    if isinstance(phase, Working):
        return Heard(Done(9, seconds=9), at)
    if isinstance(phase, Asking):
        return Heard(Done(), at)
    return following(State(phase), at)


def receipt(reply: Reply) -> str:
    """The log as the athlete was told it is."""
    logs = [(log.number, log.exercise, log.set, log.actual) for log in reply.state.course.logs]
    return json.dumps({"state": reply.state.name, "logs": logs})


def opened(url: str) -> House:
    return open_house(Settings(database_url=url))

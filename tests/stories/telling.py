"""Tells a story: an athlete who speaks at given moments, a coach behind its door, a transcript."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import yaml

from engine.session.commands import Start
from engine.session.events import Event, Heard
from engine.session.rehearse import ANSWER_WITHIN, following
from engine.session.state import Asking, Briefing, Finished, Paused, Preparing, Resting, Working
from engine.speech.estimate import estimated_ms
from engine.units import Instant
from skill.laptop.understand import understand
from skill.service.coach import Coach, Delivery
from skill.service.records import Channel
from skill.service.reply import Line, Reply
from tests.samples import MONDAY


@dataclass(frozen=True)
class Speech:
    """One thing the athlete says, and when."""

    when: str
    after: int
    say: str


def speeches(file: Path) -> list[Speech]:
    return [Speech(**entry) for entry in yaml.safe_load(file.read_text("utf-8"))["says"]]


@dataclass
class Telling:
    """A session played hands-free, but for what the athlete says."""

    coach: Coach
    says: list[Speech]
    at: Instant = MONDAY
    lines: list[tuple[Instant, str, str]] = field(default_factory=list)
    entered: tuple[str, Instant] = ("", MONDAY)

    def tell(self) -> str:
        """From start to summary; the transcript."""
        athlete = self.coach.athlete_on(Channel.LAPTOP, "me", self.at)
        event: Event = Heard(Start(), self.at)
        reply = self.coach.hear(athlete, event, Delivery(estimated_ms))
        while True:
            place = where(reply)
            if place != self.entered[0]:
                self.entered = (place, reply.began)
            said = self._next_speech(reply)
            self._note(reply, said[0] if said else None)
            if isinstance(reply.state.phase, Finished) and not said:
                return transcript(self.lines)
            event = said[1] if said else self._unheard(reply)
            heard = self.coach.hear(athlete, event, Delivery(estimated_ms))
            reply = heard if heard.script.lines or heard.script.marks else reply

    def _next_speech(self, reply: Reply) -> tuple[Instant, Event] | None:
        if not self.says:
            return None
        speech = self.says[0]
        place, since = self.entered
        moment = Instant(since + speech.after * 1000)
        waits = isinstance(reply.state.phase, Asking | Briefing | Paused)
        latest = reply.began + reply.script.total + (ANSWER_WITHIN if waits else 0)
        if speech.when != place or moment < reply.began:
            return None
        if moment > latest and not isinstance(reply.state.phase, Paused):
            return None
        self.says.pop(0)
        understood = understand(speech.say, state_name(reply)).command
        self.lines.append((moment, "you", speech.say))
        return moment, Heard(understood, moment)

    def _unheard(self, reply: Reply) -> Event:
        waits = isinstance(reply.state.phase, Asking | Briefing)
        end = reply.began + reply.script.total + (ANSWER_WITHIN if waits else 0)
        return following(reply.state, Instant(end))

    def _note(self, reply: Reply, until: Instant | None) -> None:
        for line in reply.script.lines:
            moment = Instant(reply.began + line.at)
            if until is None or moment < until:
                self.lines.append((moment, kind_of(line), line.text))


def kind_of(line: Line) -> str:
    """Counted words are bare; sentences end in a mark."""
    if line.tone is not None:
        return "tone"
    bare = line.text[-1] not in ".?!" or line.text in ("Halfway.", "Last three.")
    return "count" if bare else "coach"


def where(reply: Reply) -> str:
    """The moment's name, as stories use it."""
    phase = reply.state.phase
    sets = reply.state.course.sets or reply.workout.sets
    match phase:
        case Briefing():
            return "briefing"
        case Asking():
            return "question"
        case Paused():
            return "pause"
        case Working(index=index) if sets[index].main:
            side = f" {sets[index].side}" if sets[index].side else ""
            return f"set {sets[index].exercise} {sets[index].number}{side}"
        case Working(index=index):
            return f"move {sets[index].exercise}"
        case Resting(index=index):
            return f"rest before {sets[index].exercise} {sets[index].number}"
        case Preparing(index=index):
            return f"lead-in to {sets[index].exercise} {sets[index].number}"
        case _:
            return "end"


def state_name(reply: Reply) -> str:
    phase = reply.state.phase
    return f"asking:{phase.question}" if isinstance(phase, Asking) else reply.state.name


def transcript(lines: list[tuple[Instant, str, str]]) -> str:
    """One line per thing said, counts joined; times from the start."""
    ordered = sorted(lines, key=lambda line: line[0])
    start = ordered[0][0]
    shown = []
    for kind, group in groupby((line for line in ordered if line[1] != "tone"), lambda x: x[1]):
        told = list(group)
        if kind == "count":
            shown.append((told[0][0], "counts", " ".join(text for _, _, text in told)))
        else:
            shown.extend(told)
    return "".join(
        f"{(at - start) // 60_000:3}:{(at - start) // 1000 % 60:02}  {who + ':':7} {text}\n"
        for at, who, text in shown
    )

"""Tells a week: talk at any hour of a day, sessions hands-free, one transcript a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

import yaml

from engine.session.events import Heard
from engine.speech.estimate import estimated_ms
from engine.units import Instant
from skill.laptop.understand import understand
from skill.service.coach import Coach, Delivery
from skill.service.records import Channel
from skill.service.reply import Reply
from tests.stories.telling import Speech, Telling, kind_of, state_name, transcript

MORNING = time(8)
A_THOUGHT = 1500
"""Milliseconds between the coach's last word and the athlete's first."""


@dataclass(frozen=True)
class StoryDay:
    """One day of a story: talk, then a session if there is one."""

    day: date
    talk: list[str] = field(default_factory=list)
    session: list[Speech] | None = None

    @property
    def begins(self) -> Instant:
        morning = datetime.combine(self.day, MORNING, UTC)
        return Instant(int(morning.timestamp() * 1000))


def days_of(file: Path) -> list[StoryDay]:
    told = yaml.safe_load(file.read_text("utf-8"))["days"]
    return [
        StoryDay(
            entry["day"],
            entry.get("talk", []),
            [Speech(**said) for said in entry["session"]] if "session" in entry else None,
        )
        for entry in told
    ]


def week(coach: Coach, days: list[StoryDay]) -> str:
    """All days, each under its date."""
    return "\n".join(f"{day.day:%A %-d %B}\n{_told(coach, day)}" for day in days)


def _told(coach: Coach, day: StoryDay) -> str:
    if day.session is None:
        return transcript(talk(coach, day))
    telling = Telling(coach, day.session, day.begins, entered=("", day.begins))
    told = telling.tell()
    assert telling.says == [], "the day never came to these words"
    return told


def talk(coach: Coach, day: StoryDay) -> list[tuple[Instant, str, str]]:
    """What was said, by whom and when."""
    at, state = day.begins, "idle"
    athlete = coach.athlete_on(Channel.LAPTOP, "me", at)
    lines: list[tuple[Instant, str, str]] = []
    for said in day.talk:
        lines.append((at, "you", said))
        heard = Heard(understand(said, state).command, at)
        reply = coach.hear(athlete, heard, Delivery(estimated_ms))
        lines.extend(_lines(reply))
        state = state_name(reply)
        at = Instant(at + reply.script.total + A_THOUGHT)
    return lines


def _lines(reply: Reply) -> list[tuple[Instant, str, str]]:
    return [(Instant(reply.began + x.at), kind_of(x), x.text) for x in reply.script.lines]

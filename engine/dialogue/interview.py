"""The interview: one question a turn, in an order that can be left and taken up again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from engine.cues import Say, say
from engine.dialogue.change import Change
from engine.dialogue.inquiry import Handled, Inquiry, Query
from engine.dialogue.profile import TOPIC_OF, change
from engine.dialogue.race import next_race
from engine.dialogue.replies import READERS, SCREENING, Reply, reply_of
from engine.dialogue.shifts import coming_days, to_come
from engine.library.model import Experience, Gear
from engine.plan.athlete.profile import YOUNGEST, Profile
from engine.plan.book import Book
from engine.plan.planner.model import Plan
from engine.session.commands import (
    Cancel,
    Command,
    Feel,
    Next,
    Pain,
    PainGone,
    Shorten,
    Skip,
    Start,
)

IN_TURN, ALONE = "setup", "set"
"""Where a topic's question belongs: to the interview, or to a sentence that lacked its value."""
WAVED_OFF = (Cancel, Skip, Next)
BEGUN = "setup"
"""Stands among the answered topics while the interview is gone through once more."""

FEWER_DAYS = "fewer_days"

Applies = Callable[[Profile, date], bool]


def _always(profile: Profile, today: date) -> bool:
    return True


def _has_weights(profile: Profile, today: date) -> bool:
    return bool(profile.gear & {Gear.DUMBBELL, Gear.KETTLEBELL, Gear.BARBELL})


def _runs(profile: Profile, today: date) -> bool:
    return bool(profile.run_days)


def _races(profile: Profile, today: date) -> bool:
    return next_race(profile, today) is not None


def _may_jump(profile: Profile, today: date) -> bool:
    """The gate: half a year of strength work, no pain, neither very young nor older."""
    ready = profile.experience.at_least(Experience.INTERMEDIATE) and not profile.aches
    return ready and not profile.older and not profile.minor


ORDER: Mapping[str, Applies] = MappingProxyType(
    {
        **dict.fromkeys(SCREENING, _always),
        "age": _always,
        "experience": _always,
        "days_per_week": _always,
        "minutes": _always,
        "equipment": _always,
        "units": _has_weights,
        "weights": _has_weights,
        "run_days": _always,
        "hard_days": _runs,
        "long_run": _runs,
        "race": _always,
        "distance": _races,
        "goal": _always,
        "pain": _always,
        "impact_ok": _may_jump,
    }
)
"""The topics in the order of asking, and when each is worth asking."""
YES_NO = frozenset({*SCREENING, "impact_ok"})
SETTLED_BY = MappingProxyType({**dict.fromkeys(SCREENING, "screening"), "distance": "races"})
"""Topics that a file's answer of another name settles."""
ABOUT_PAIN = frozenset({"pain", "pain_level"})
ANSWERS_ALONE: Mapping[type[Command], frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys((Pain, PainGone, Feel), ABOUT_PAIN),
        Shorten: frozenset({"minutes"}),
    }
)
"""Commands that answer the questions of these topics, and mean something else at all others."""
PLACED_BY = frozenset(
    {"experience", "days_per_week", "available", "run_days", "hard_days", "long_run", "race"}
)
"""Topics that decide on which days there are sessions: the new plan is told after them."""


@dataclass(frozen=True)
class Asked:
    """An open question of the profile."""

    topic: str
    in_turn: bool
    detail: str = ""

    @classmethod
    def of(cls, topic: str) -> Asked | None:
        """Out of a question's topic as the session keeps it."""
        kind, _, rest = topic.partition(":")
        if kind not in (IN_TURN, ALONE) or not rest:
            return None
        name, _, detail = rest.partition(":")
        return cls(name, kind == IN_TURN, detail)

    @property
    def query(self) -> Query:
        kind = IN_TURN if self.in_turn else ALONE
        topic = ":".join((kind, self.topic, *((self.detail,) if self.detail else ())))
        words = say(f"ask_profile_{self.topic}", place=self.detail or None)
        return Query(topic, (words,), self.topic in YES_NO)


def next_topic(profile: Profile, today: date, after: str | None = None) -> str | None:
    """The next topic that is open; ``after`` the one just asked, or from the first on."""
    topics = list(ORDER)
    begin = topics.index(after) + 1 if after in topics and after else 0
    for topic in topics[begin:]:
        done = {topic, SETTLED_BY.get(topic, topic)} & profile.answered
        if not done and ORDER[topic](profile, today):
            return topic
    return None


# Beginning


def setup(inquiry: Inquiry) -> Handled:
    """Begin the interview, or go on where it was left."""
    if inquiry.running:
        return inquiry.says(say("setup_later"))
    profile = inquiry.book.profile
    if profile.age is not None and profile.age < YOUNGEST:
        return inquiry.asks(Asked("age", True).query)
    topic = next_topic(profile, inquiry.today)
    if topic is None:
        return inquiry.asks(Query("setup_again", (say("ask_setup_again"),), yes_no=True))
    opening = say("setup_resumed") if profile.answered else say("setup_intro")
    return inquiry.asks(Asked(topic, True).query, opening)


def setup_again(inquiry: Inquiry, yes: bool) -> Handled:
    """All over again, on top of the answers there are."""
    if not yes:
        return inquiry.says(say("setup_kept"))
    profile = replace(inquiry.book.profile, answered=frozenset({BEGUN}))
    book = replace(inquiry.book, profile=profile)
    first = next(iter(ORDER))
    return inquiry.asks(Asked(first, True).query, say("setup_from_start"), book=book)


# Answers


def answer(inquiry: Inquiry, asked: Asked) -> Handled | None:
    """Take what was said for the open question's answer; None where it is about something else."""
    command = inquiry.command
    if isinstance(command, WAVED_OFF):
        return _waved_off(inquiry, asked)
    if isinstance(command, Start):
        return inquiry.begun()
    profile, today = inquiry.book.profile, inquiry.today
    told = change(profile, command, today)
    if told is not None:
        return _told(inquiry, asked, told, TOPIC_OF[type(command)])
    reply = _reply(command, asked)
    if reply is None:
        return None
    read = READERS[asked.topic](profile, reply, today, asked.detail)
    return _told(inquiry, asked, read, asked.topic)


def _reply(command: Command, asked: Asked) -> Reply | None:
    """What means something of its own answers the questions about that alone."""
    topics = ANSWERS_ALONE.get(type(command))
    return None if topics and asked.topic not in topics else reply_of(command)


def _waved_off(inquiry: Inquiry, asked: Asked) -> Handled:
    """The default stands; what safety asks for stays open, and is asked another time."""
    if not asked.in_turn:
        return inquiry.says(say("kept"))
    safety = asked.topic in SCREENING
    profile = inquiry.book.profile
    if not safety:
        profile = replace(profile, answered=profile.answered | {asked.topic})
    words = say("screening_waved_off" if safety else "waved_off")
    return _go_on(inquiry, asked, profile, words)


def _told(inquiry: Inquiry, asked: Asked, told: Change, topic: str) -> Handled:
    if told.profile is None:
        return inquiry.asks(asked.query, *told.words)
    profile = _settled(told.profile, topic, *told.topics)
    if profile.age is not None and profile.age < YOUNGEST:
        return inquiry.changes(replace(inquiry.book, profile=profile), *told.words)
    if asked.in_turn and topic != asked.topic and asked.topic not in told.topics:
        book = replace(inquiry.book, profile=profile)
        return inquiry.asks(asked.query, *told.words, book=book)
    follow_up = _follow_up(inquiry, asked, told, topic)
    if follow_up is not None:
        book = replace(inquiry.book, profile=profile)
        return inquiry.asks(follow_up.query, *told.words, book=book)
    if not asked.in_turn:
        return changed(inquiry, profile, topic, *told.words)
    return _go_on(inquiry, asked, profile, *told.words)


def _settled(profile: Profile, *topics: str) -> Profile:
    return replace(profile, answered=profile.answered | set(topics))


def _follow_up(inquiry: Inquiry, asked: Asked, told: Change, topic: str) -> Asked | None:
    """How bad it is, of places that hurt without a number."""
    if topic != "pain" or told.profile is None or told.words:
        return None
    new = (ache.place.value for ache in told.profile.aches if ache.since == inquiry.today)
    return replace(asked, topic="pain_level", detail=",".join(new))


def _go_on(inquiry: Inquiry, asked: Asked, profile: Profile, *words: Say) -> Handled:
    """The next question, or the end of the interview with the week that comes of it."""
    book = replace(inquiry.book, profile=profile)
    last = "pain" if asked.topic == "pain_level" else asked.topic
    topic = next_topic(profile, inquiry.today, last)
    if topic is not None:
        return inquiry.asks(Asked(topic, True).query, *words, book=book)
    return inquiry.settles(book, *words, say("setup_done"), *plan_words(inquiry, book))


# What comes of it


def changed(inquiry: Inquiry, profile: Profile, topic: str, *words: Say) -> Handled:
    """One answer is another one now: say so, and the new plan where its days go by it."""
    book = replace(inquiry.book, profile=profile)
    known = bool(inquiry.book.profile.answered) and not inquiry.running
    if topic not in PLACED_BY or not known:
        return inquiry.changes(book, *words)
    return inquiry.changes(book, *words, *plan_words(inquiry, book, inquiry.plan))


def plan_words(inquiry: Inquiry, book: Book, before: Plan | None = None) -> tuple[Say, ...]:
    """The days of the sessions to come, and the first note that was not there ``before``."""
    plan = inquiry.planned_from(book)
    days = coming_days(inquiry, to_come(plan, inquiry.today))
    known = _notes(before) if before else ()
    new = [note for note in _notes(plan) if note not in known]
    here = plan.on(inquiry.today)
    barred = here.rest[:1] if here and not days else ()
    return tuple(reason.said for reason in barred) or (*days, *new[:1])


def _notes(plan: Plan) -> tuple[Say, ...]:
    """Of this week and the next; how many sessions fit, a whole week to come tells best."""
    this, following = plan.weeks
    now = (note for note in this.notes if note.code != FEWER_DAYS)
    return tuple(note.said for note in (*following.notes, *now))


def set_profile(inquiry: Inquiry) -> Handled:
    """A sentence about the profile, outside of the interview."""
    command, today = inquiry.command, inquiry.today
    topic = TOPIC_OF[type(command)]
    told = change(inquiry.book.profile, command, today)
    if told is None:
        return inquiry.asks(Asked(topic, False).query)
    if told.profile is None:
        return inquiry.says(*told.words)
    profile = told.profile if topic == "units" else _settled(told.profile, topic, *told.topics)
    lacks = topic == "race" and "distance" not in told.topics and _races(profile, today)
    if lacks and not inquiry.running:
        book = replace(inquiry.book, profile=profile)
        return inquiry.asks(Asked("distance", False).query, *told.words, book=book)
    return changed(inquiry, profile, topic, *told.words)

"""A conversation with the coach: commands in, words out, the book kept from turn to turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from engine.cues import Priority, Say, words_of
from engine.dialogue.desk import concerns, handle
from engine.dialogue.inquiry import Beginning, Handled
from engine.library.load import embedded_library
from engine.plan.book import Book
from engine.plan.model import Focus, Workout
from engine.plan.planner.asked import mobility, newcomers_session, session_today
from engine.session.codec import decode, encode, restore, snapshot
from engine.session.commands import Command, Start
from engine.session.events import Heard
from engine.session.state import Asking, Course, Finished, State
from engine.session.transition import advance
from engine.speech.estimate import estimated_ms
from engine.speech.wording import embedded_wording
from engine.units import Instant

LIBRARY = embedded_library()
WORDING = embedded_wording()
MONDAY = date(2026, 11, 23)


@dataclass
class Talk:
    """What the service does around the two rooms, in memory."""

    book: Book = field(default_factory=Book)
    today: date = MONDAY
    state: State = field(default_factory=lambda: State(course=Course(consented=True)))
    at: int = 1_795_000_000_000
    handled: Handled | None = None
    phrases: tuple[str, ...] = ()
    workout: Workout | None = None

    def say(self, command: Command) -> str:
        """What is heard in answer to a command."""
        self.workout = self.workout or self._planned(None, None)
        if isinstance(command, Start) and isinstance(self.state.phase, Finished):
            self.state = State(course=Course(consented=True))
        told = None
        self.handled = None
        if concerns(command, self.state):
            self.handled = handle(command, self.state, self.book, LIBRARY, self.today, self.workout)
            told = self.handled.told
            self.book = self.handled.book
            self._plan_anew(command, self.handled)
        self.at += 60_000
        event = Heard(command, Instant(self.at), told)
        outcome = advance(self.state, event, self.workout, LIBRARY)
        self.state = outcome.state
        assert restore(State, snapshot(self.state)) == self.state
        assert decode(encode(event)) == event
        said = tuple(words for cue in outcome.cues for words in words_of(cue))
        self.phrases = tuple(each.phrase for each in said)
        self._fits_the_ear(said)
        return " ".join(WORDING.words(each) for each in said)

    def _plan_anew(self, command: Command, handled: Handled) -> None:
        if handled.begins is Beginning.MOBILITY:
            self.workout = mobility(self.book, LIBRARY, self.today)
        elif handled.replans or handled.begins:
            named = command if isinstance(command, Start) else Start()
            self.workout = self._planned(named.focus, named.minutes)

    def _planned(self, focus: Focus | None, minutes: int | None) -> Workout:
        plan = session_today if self.book.profile.answered else newcomers_session
        return plan(self.book, LIBRARY, self.today, focus, minutes)

    def _fits_the_ear(self, said: tuple[Say, ...]) -> None:
        """Every word is known, and no answer of the dialogue's own is too long to listen to."""
        assert all(WORDING.words(each) for each in said), said
        told = self.handled.told if self.handled else None
        own = (*told.words, *told.question) if told else ()
        lasting = sum(estimated_ms(WORDING.words(each)) for each in own)
        assert lasting <= _longest({each.phrase for each in own}, own), own

    @property
    def asked(self) -> str:
        """What the open question is about; empty where none is."""
        phase = self.state.phase
        return phase.topic if isinstance(phase, Asking) else ""


OF_THE_WEEK = {"planned_session", "week_left", "setup_done"}
"""What tells a whole week may take its time."""


def _longest(phrases: set[str], own: tuple[Say, ...]) -> int:
    """Milliseconds: safety words are never cut for brevity."""
    if phrases & OF_THE_WEEK:
        return 20_000
    kept = any(each.priority is Priority.KEEP for each in own)
    return 16_000 if kept or "setup_intro" in phrases else 12_000

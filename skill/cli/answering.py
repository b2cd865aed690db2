"""What the coach would say to a question about the plan, asked outside a session."""

from __future__ import annotations

from datetime import date

from engine.dialogue.desk import handle
from engine.plan.book import Book
from engine.session.commands import Command
from engine.session.standing import Standing
from engine.units import EPOCH
from skill.service.planning import Wanted, workout_for
from skill.service.scripts import Scripts


def answer_to(command: Command, scripts: Scripts, book: Book, today: date) -> str:
    """The sentences, without the question that may follow them; nothing where it has none."""
    workout = workout_for(scripts.library, Wanted(), book, today)
    state = Standing().opening(EPOCH)
    told = handle(command, state, book, scripts.library, today, workout).told
    return " ".join(scripts.wording.words(said) for said in (told.words if told else ()))

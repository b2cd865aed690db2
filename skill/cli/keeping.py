"""A stored athlete's book, opened to be read or changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from engine.plan.book import Book
from skill.bootstrap import House
from skill.cli.arrival import moment_on
from skill.cli.house import known_athlete, own_house
from skill.service.records import Channel


@dataclass(frozen=True)
class Kept:
    """What is on file of an athlete on their own day."""

    house: House
    today: date
    book: Book


def kept(name: str, day: date | None) -> Kept:
    """An athlete's book, a newcomer's where there is none. Raises StorageFault, SettingsError."""
    house = own_house()
    opened = house.coach.shelf.opened(known_athlete(house, name), moment_on(day, None))
    return Kept(house, opened.today, opened.book)


def changed(name: str, day: date | None, change: Callable[[Book, date], Book]) -> Kept:
    """Keep a change of an athlete's book; a new athlete on first contact.

    ``change`` is given the book and the athlete's own day. Raises StorageFault, SettingsError.
    """
    house, at = own_house(), moment_on(day, None)
    shelf = house.coach.shelf
    if known_athlete(house, name) is None:
        change(Book(), shelf.day(None, at))  # what is refused leaves no newcomer behind
    athlete_id = house.coach.athlete_on(Channel.LAPTOP, name, at)
    opened = shelf.changed(athlete_id, at, change)
    return Kept(house, opened.today, opened.book)

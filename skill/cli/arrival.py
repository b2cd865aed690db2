"""From a database, a name and a day to an athlete whose session can begin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from engine.cues import Say
from engine.session.commands import Command, Repeat, Resume, Start
from engine.session.state import Briefing
from engine.units import Instant
from skill.bootstrap import House, open_house
from skill.clock import WallClock, machine_zone
from skill.config import Settings
from skill.service.arrival import left_question, taken_up
from skill.service.coach import Delivery
from skill.service.ports import StorageFault
from skill.service.records import Channel
from skill.service.sitting import Sitting
from skill.storage import StorageRefused
from skill.storage.spare import open_spare


@dataclass(frozen=True)
class Arrival:
    """An athlete at the laptop, and where their session stands."""

    house: House
    athlete_id: str
    sitting: Sitting
    risk: str = ""
    """Why nothing of today will be kept; empty where it will."""


@contextmanager
def arrived(
    settings: Settings, name: str, zone: str | None, at: Instant, delivery: Delivery
) -> Iterator[Arrival]:
    """The athlete of that name; without a database to write, in one that ends with the program.

    Raises:
        StorageRefused: the database is not ours to use.
        StorageFault: nothing at all can be written.
    """
    with ExitStack() as stack:
        try:
            arrival = _arrival(open_house(settings), name, zone, at, delivery)
        except StorageRefused:
            raise
        except StorageFault as fault:
            spare = TemporaryDirectory(prefix="stride-", ignore_cleanup_errors=True)
            store = open_spare(settings.database_url, Path(stack.enter_context(spare)))
            stack.callback(store.close)
            house = open_house(settings, store)
            arrival = _arrival(house, name, zone, at, delivery, str(fault))
        yield arrival


def _arrival(
    house: House, name: str, zone: str | None, at: Instant, delivery: Delivery, risk: str = ""
) -> Arrival:
    athlete_id = house.coach.athlete_on(Channel.LAPTOP, name, at, zone)
    return Arrival(house, athlete_id, house.coach.present(athlete_id, at, delivery), risk)


def moment_on(day: date | None, zone: str | None) -> Instant:
    """Now, or this time of day on that day."""
    now = WallClock().now()
    if day is None:
        return now
    here: tzinfo = ZoneInfo(zone) if zone else machine_zone()
    time = datetime.fromtimestamp(now / 1000, UTC).astimezone(here).time()
    then = datetime.combine(day, time, here)
    return Instant(int(then.timestamp() * 1000))


def first_moment(sitting: Sitting, at: Instant) -> Instant:
    """Where the clock starts: a session on file does not go back behind its last moment."""
    return at if sitting.record is None else max(at, sitting.record.changed_at)


def opening(
    sitting: Sitting, start: Start, resume: bool, at: Instant
) -> tuple[Command, tuple[Say, ...]]:
    """What to begin with, and the words before its answer: an open session is taken up.

    A briefing is said again, since coming back is no consent to it. ``resume``: so is a session
    that was stopped not long ago.
    """
    if isinstance(sitting.state.phase, Briefing):
        return start if start != Start() else Repeat(), ()
    if (left := left_question(sitting)) is not None:
        return (start if start != Start() else left), ()
    if resume and sitting.reopens(at):
        return Resume(), ()
    return (start, ()) if sitting.phase_is_over else taken_up(sitting)

"""A session killed at any moment is taken up again: nothing acknowledged is lost or doubled."""

from __future__ import annotations

import json
import multiprocessing
import random
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from engine.cues import Span, say
from engine.session.commands import HowLong
from engine.session.events import Heard
from engine.session.facts import SetLogged
from engine.session.state import Resting, Working
from engine.units import Instant, Ms
from skill.bootstrap import House
from skill.service.history import history
from skill.service.records import Channel
from tests.crash.training import DELIVERY, opened, train
from tests.samples import MONDAY

KILLS = 100
SEED = 20260105

context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(["tests.crash.training"])


def last_words(url: str, patience_s: float) -> tuple[list[str], bool]:
    """Train until the patience is over, then kill; what was acknowledged, and whether it ended."""
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=train, args=(url, theirs))
    process.start()
    theirs.close()
    process.join(patience_s)
    if process.exitcode is None:
        process.kill()
    process.join()
    return drained(ours), process.exitcode == 0


def drained(ours: Connection) -> list[str]:
    heard = []
    try:
        while ours.poll(0):
            heard.append(ours.recv())
    except EOFError:
        pass
    ours.close()
    return heard


def test_a_hundred_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    sessions, kills, answers, timed = 0, 0, 0, 0
    while kills < KILLS:
        url = f"sqlite:///{tmp_path / f'killed-{sessions}.db'}"
        sessions += 1
        ended = False
        while not ended and kills < KILLS:
            heard, ended = last_words(url, chance.uniform(0.06, 0.5))
            kills += not ended
            answers += bool(heard)
            if Path(url.removeprefix("sqlite:///")).exists():
                timed += check(url, heard)
    assert answers > KILLS // 3, "too few processes came as far as an answer"
    assert timed > KILLS // 5, "too few kills fell into a rest or a set"


def check(url: str, heard: list[str]) -> bool:
    """What was acknowledged last is in the log, once; whether the time left could be checked."""
    house = opened(url)
    try:
        athlete = house.coach.athlete_on(Channel.LAPTOP, "me", MONDAY)
        sessions = history(house.store, athlete)
        sets = [(done.exercise, done.set) for session in sessions for done in session.sets]
        assert [key for key, times in Counter(sets).items() if times > 1] == []
        if heard:
            acknowledged = [tuple(log) for log in json.loads(heard[-1])["logs"]]
            kept = logged(house, athlete)
            assert kept[: len(acknowledged)] == acknowledged
            assert len(kept) <= len(acknowledged) + 1
        return left_is_right(house, athlete)
    finally:
        house.close()


def logged(house: House, athlete: str) -> list[tuple[object, ...]]:
    with house.store.begin() as work:
        record = work.latest_session(athlete)
        facts = [] if record is None else work.facts(athlete, record.id)
        bodies = [json.loads(fact.body) for fact in facts if fact.kind == SetLogged.__name__]
    return [(fact["number"], fact["exercise"], fact["set"], fact["actual"]) for fact in bodies]


def left_is_right(house: House, athlete: str) -> bool:
    """Asked two seconds after the kill, the coach counts from the stored moment, to the second."""
    present = house.coach.present(athlete, MONDAY, DELIVERY)
    at = Instant(present.state.course.last_at + 2_000)
    sets = present.state.course.sets or present.workout.sets
    match present.state.phase:
        case Resting(index=index, until=until) if at < until:
            left = until - at + sets[index].lead_ms
        case Working(index=index, began=began) if at < began + sets[index].work_ms:
            left = began + sets[index].work_ms - at
        case _:
            return False
    reply = house.coach.hear(athlete, Heard(HowLong(), at), DELIVERY)
    words = " ".join(line.text for line in reply.script.lines).lower()
    assert spoken(house, Ms(-(-left // 1000) * 1000)) in words
    return True


def spoken(house: House, left: Ms) -> str:
    """The time as the wording says it, without what stands around it."""
    line = house.coach.scripts.wording.words(say("hold_left", span=Span(left)))
    return line.lower().removesuffix(" left.")

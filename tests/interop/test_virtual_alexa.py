"""An Alexa client that is not ours, with the model that Amazon gets, and a server on the network:
a whole session is talked through, and what is kept of it is what was said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import pytest
from waitress import create_server

from engine.session.facts import Source
from skill.alexa.limits import breaches
from skill.app import create_app
from skill.bootstrap import House, open_house
from skill.config import Settings
from skill.service.history import SetDone, history
from skill.service.records import Channel, Status
from tests.skill.alexa.echo import Answer, HandClock

HERE = Path(__file__).parent
MODEL = files("interaction_models") / "alexa" / "en-US.json"
USER = "amzn1.ask.account.INTEROP"
MINUTE = 60_000
NUMBERS = {"seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _unavailable(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        _unavailable("There is no node on this machine.")
    if not (HERE / "node_modules" / "virtual-alexa").is_dir():
        _unavailable("virtual-alexa is not installed: run npm install in tests/interop.")
    assert found is not None
    return found


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    settings = Settings(f"sqlite:///{tmp_path / 'interop.db'}", alexa_verify=False)
    opened = open_house(settings)
    yield opened
    opened.store.close()  # type: ignore[attr-defined]


@pytest.fixture
def url(house: House, clock: HandClock) -> Iterator[str]:
    """The real server; only its clock is ours, so that twenty minutes pass in an instant."""
    app = create_app(house.settings, house, clock)
    server = create_server(app, host="127.0.0.1", port=0, threads=2)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}/alexa"
    server.close()
    thread.join(10)
    assert not thread.is_alive()


@dataclass
class Athlete:
    """Talks through virtual-alexa, one thing after the other, and notes the numbers it says."""

    client: subprocess.Popen[str]
    clock: HandClock
    answers: list[Answer] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def launches(self) -> Answer:
        return self._does({"launch": True})

    def says(self, words: str) -> Answer:
        self.clock.passes(1_000)
        return self._does({"say": words})

    def leaves(self) -> Answer:
        return self._does({"leave": True})

    def did(self, number: str) -> Answer:
        self.numbers.append(NUMBERS[number])
        return self.says(f"I did {number}")

    def hears_out(self) -> Answer:
        self.clock.passes(self.answers[-1].length)
        return self.answers[-1]

    def _does(self, turn: dict[str, object]) -> Answer:
        assert self.client.stdin is not None
        assert self.client.stdout is not None
        self.client.stdin.write(json.dumps(turn) + "\n")
        self.client.stdin.flush()
        told = json.loads(self.client.stdout.readline())
        assert "error" not in told, told["error"]
        text = json.dumps(told["answer"])
        assert breaches(told["request"]["type"], text) == ()
        self.answers.append(Answer(text))
        return self.answers[-1]


@pytest.fixture
def athlete(node: str, url: str, clock: HandClock) -> Iterator[Athlete]:
    command = [node, str(HERE / "drive.js"), url, str(MODEL), USER]
    with subprocess.Popen(
        command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as client:
        yield Athlete(client, clock)
        assert client.stdin is not None
        client.stdin.close()
        client.wait(10)


def sets_kept(house: House, clock: HandClock) -> tuple[SetDone, ...]:
    who = house.coach.athlete_on(Channel.ALEXA, USER, clock.now())
    return history(house.store, who)[-1].sets


def goes_through(athlete: Athlete, sets: int) -> None:
    """Answers each question as it comes, up to so many sets that were done."""
    spoken = list(NUMBERS)
    for _ in range(4 * sets):
        if len(athlete.numbers) == sets:
            return
        asked = athlete.hears_out().reprompt
        if "ready" in asked:
            athlete.says("I'm ready")
        else:
            athlete.did(spoken[len(athlete.numbers) % len(spoken)])
    raise AssertionError(f"the coach asks again and again: {asked}")


def test_a_whole_session_is_talked_through(
    athlete: Athlete, house: House, clock: HandClock
) -> None:
    assert "not a doctor" in athlete.launches().words
    clock.passes(10_000)
    today = athlete.says("what's today's session")
    assert "minutes" in today.words
    assert "bodyweight squats" in today.words
    athlete.hears_out()
    assert "First we warm up." in athlete.says("I'm ready").words
    athlete.hears_out()
    first = athlete.says("I'm ready")
    assert "Set one of two, ten reps." in first.words

    # In the first set: said again, paused for five minutes, taken up.
    clock.passes(12_000)
    assert "ten reps" in athlete.says("say that again").words
    clock.passes(30_000)
    assert athlete.says("hold on").listens
    clock.passes(5 * MINUTE)
    assert "ten" in athlete.says("carry on").words
    athlete.hears_out()
    assert "Ten reps" in athlete.did("ten").words

    # In the rest: too hard, how long left; in a later one another exercise instead.
    clock.passes(2_000)
    assert "sit to stands" in athlete.says("too hard").words
    assert "minutes" in athlete.says("how long left").words
    goes_through(athlete, sets=4)
    clock.passes(2_000)
    assert "glute bridges" in athlete.says("swap it").words

    # On to the last set, then away from it and back again.
    goes_through(athlete, sets=9)
    clock.passes(2_000)
    stopped = athlete.says("stop")
    assert "nine sets" in stopped.words
    assert not stopped.listens
    clock.passes(3 * MINUTE)
    assert athlete.says("carry on").listens
    athlete.leaves()
    clock.passes(3 * MINUTE)
    assert "Welcome back" in athlete.launches().words

    goes_through(athlete, sets=10)
    athlete.hears_out()
    last = athlete.says("just right")
    assert "The work is done" in last.words
    assert "ten sets" in last.words
    assert not last.listens

    athlete.hears_out()
    athlete.launches()
    kept = sets_kept(house, clock)
    assert [done.actual for done in kept] == athlete.numbers
    assert {done.source for done in kept} == {Source.SAID}
    assert [done.exercise for done in kept] == [
        *("bw_squat", "back_extension", "calf_raise_two", "forearm_plank", "glute_bridge"),
        *("sit_to_stand", "back_extension", "calf_raise_two", "forearm_plank", "glute_bridge"),
    ]
    who = house.coach.athlete_on(Channel.ALEXA, USER, clock.now())
    assert [session.status for session in history(house.store, who)] == [Status.COMPLETED]


def test_words_that_the_model_does_not_have_never_reach_the_server(athlete: Athlete) -> None:
    athlete.launches()
    with pytest.raises(AssertionError, match="Unable to match"):
        athlete.says("bananas are purple")
    assert athlete.says("what can i say").listens

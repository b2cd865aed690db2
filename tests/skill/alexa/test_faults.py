"""Faults behind the door: one sentence to the athlete, one line to the operator, nothing lost."""

from __future__ import annotations

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

import pytest

from skill.alexa.handlers import AlexaSkill, Reception
from skill.alexa.intents import Intents
from skill.alexa.requests import Call, Kind
from skill.alexa.zones import TimeZones
from skill.app import create_app
from skill.bootstrap import House
from skill.service.coach import Coach
from skill.service.ports import StorageFault, UnitOfWork
from skill.service.scripts import Scripts
from skill.storage import TimeOrderedIds
from tests.fakes import MemoryStore
from tests.samples import MONDAY
from tests.skill.alexa.conftest import SETTINGS
from tests.skill.alexa.echo import USER, Echo, HandClock

UTC = ZoneInfo("UTC")
APOLOGY = "Sorry, I lost track for a moment. Say resume, and we go on."


@dataclass
class Failing:
    """A store that can be switched off."""

    store: MemoryStore
    fault: Exception | None = None

    def begin(self) -> UnitOfWork:
        if self.fault is not None:
            return _Nothing(self.fault)  # type: ignore[return-value]
        return self.store.begin()


@dataclass
class _Nothing:
    fault: Exception

    def __enter__(self) -> Self:
        raise self.fault

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


@pytest.fixture
def failing(store: MemoryStore) -> Failing:
    return Failing(store)


@pytest.fixture
def echo(failing: Failing, house: House, clock: HandClock) -> Echo:
    coach = Coach(failing, TimeOrderedIds(), house.coach.scripts, UTC)
    return Echo(
        create_app(SETTINGS, replace(house, store=failing, coach=coach), clock).test_client(), clock
    )


def errors(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize(
    "fault", [RuntimeError("boom"), KeyError("x"), RecursionError(), StorageFault("The disk is.")]
)
def test_a_fault_is_an_apology_that_keeps_the_session(
    fault: Exception, echo: Echo, failing: Failing, caplog: pytest.LogCaptureFixture
) -> None:
    failing.fault = fault
    for answer in (echo.launches(), echo.says("ReadyIntent")):
        assert answer.words == APOLOGY
        assert answer.listens
        assert "boom" not in answer.text
    assert len(errors(caplog)) == 2


def test_the_log_has_one_line_with_a_reference_and_the_place_but_no_words(
    echo: Echo, failing: Failing, caplog: pytest.LogCaptureFixture
) -> None:
    failing.fault = RuntimeError("my left knee hurts")
    answer = echo.says("ReadyIntent")
    (line,) = errors(caplog)
    assert re.search(r"fault reference=[0-9a-f]{8} request=\S+ intent=ReadyIntent", line.message)
    assert "RuntimeError at test_faults.py:" in line.getMessage()
    assert "knee" not in caplog.text
    assert "Traceback" not in answer.text


def test_a_storage_that_is_away_is_no_riddle_and_leaves_no_trace(
    echo: Echo, failing: Failing, caplog: pytest.LogCaptureFixture
) -> None:
    failing.fault = StorageFault("The database is gone.")
    echo.says("ReadyIntent")
    (line,) = errors(caplog)
    assert line.exc_info is None
    assert "The database is gone." in line.getMessage()


def test_the_session_goes_on_once_the_fault_is_over(echo: Echo, failing: Failing) -> None:
    echo.launches()
    failing.fault = RuntimeError("boom")
    echo.says("ReadyIntent")
    failing.fault = None
    assert "First we warm up." in echo.says("AMAZON.ResumeIntent").words


def test_an_answer_that_alexa_would_refuse_is_never_sent(
    house: House, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    class Endless(type(house.coach.scripts.wording)):  # type: ignore[misc]
        def words(self, said, verbosity=None):  # type: ignore[no-untyped-def]
            return APOLOGY if said.phrase == "lost_place" else "on and on " * 900

    scripts = Scripts(Endless(house.coach.scripts.library), house.coach.scripts.library)
    coach = Coach(house.store, TimeOrderedIds(), scripts, UTC)
    echo = Echo(create_app(SETTINGS, replace(house, coach=coach), clock).test_client(), clock)
    assert echo.launches().words == APOLOGY
    (line,) = errors(caplog)
    assert "characters" in line.getMessage()


def test_why_alexa_refused_an_answer_is_logged(
    echo: Echo, caplog: pytest.LogCaptureFixture
) -> None:
    error = {"type": "INVALID_RESPONSE", "message": "An exception occurred"}
    echo.sends({"type": "System.ExceptionEncountered", "error": error})
    (line,) = [record for record in caplog.records if record.name == "skill.alexa.handlers"]
    assert line.levelname == "WARNING"
    assert "INVALID_RESPONSE An exception occurred" in line.getMessage()


def test_who_speaks_is_remembered_while_storage_is_away(house: House, failing: Failing) -> None:
    coach = Coach(failing, TimeOrderedIds(), house.coach.scripts, UTC)
    reception = Reception(coach, failing, Intents(house.coach.scripts.library), TimeZones())
    call = Call(Kind.LAUNCH, "LaunchRequest", "r", USER, MONDAY)
    athlete = reception.athlete_of(call)
    failing.fault = StorageFault("The database is gone.")
    assert reception.athlete_of(call) == athlete
    with pytest.raises(StorageFault):
        reception.athlete_of(replace(call, user_id="a stranger"))


def test_many_devices_at_once_get_an_answer_each(house: House, clock: HandClock) -> None:
    skill = AlexaSkill(house.coach, house.store)

    def visit(number: int) -> list[str]:
        call = Call(Kind.LAUNCH, "LaunchRequest", f"r{number}", f"u{number}", MONDAY)
        ready = replace(call, kind=Kind.INTENT, intent="ReadyIntent", request_id=f"s{number}")
        return [skill.answer(call), skill.answer(ready)]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(visit, range(24)))
    assert {len(set(each)) for each in zip(*answers, strict=True)} == {1}

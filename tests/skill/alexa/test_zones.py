"""The device's time zone decides an athlete's day: asked once, over a real connection, silently."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import perf_counter

import pytest

from engine.units import HOUR, Instant, Ms
from skill.alexa.handlers import AlexaSkill
from skill.alexa.requests import Call, Kind, SettingsApi
from skill.alexa.zones import TimeZones, is_amazons
from skill.bootstrap import House
from skill.service.records import Channel
from tests.samples import MONDAY
from tests.skill.alexa.echo import USER


@dataclass
class SettingsServer:
    """Answers as Alexa's settings API does, or otherwise."""

    endpoint: str
    status: int = 200
    body: bytes = b'"Europe/Vienna"'
    location: str = ""
    hangs: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def api() -> Iterator[SettingsServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append((self.path, self.headers.get("Authorization", "")))
            if told.hangs:
                told.released.wait(10)
            self.send_response(told.status)
            if told.location:
                self.send_header("Location", told.location)
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            self.wfile.write(told.body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = SettingsServer(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield told
    told.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def zones() -> TimeZones:
    return TimeZones(trusted=lambda endpoint: endpoint.startswith("http://127.0.0.1:"))


def call(api: SettingsServer, device: str = "amzn1.ask.device.A/B") -> Call:
    launch = Call(Kind.LAUNCH, "LaunchRequest", "r", USER, MONDAY, device_id=device)
    return replace(launch, settings_api=SettingsApi(api.endpoint, "TOKEN"))


def test_the_zone_is_asked_for_with_the_requests_own_token(
    api: SettingsServer, zones: TimeZones
) -> None:
    assert zones.zone_of(call(api)) == "Europe/Vienna"
    path = "/v2/devices/amzn1.ask.device.A%2FB/settings/System.timeZone"
    assert api.asked == [(path, "Bearer TOKEN")]


def test_a_device_is_asked_once(api: SettingsServer, zones: TimeZones) -> None:
    assert [zones.zone_of(call(api)) for _ in range(3)] == ["Europe/Vienna"] * 3
    assert len(api.asked) == 1
    zones.zone_of(call(api, "another device"))
    assert len(api.asked) == 2


@pytest.mark.parametrize(
    ("status", "body"),
    [
        *((204, b""), (403, b"{}"), (404, b""), (500, b"oops"), (200, b""), (200, b"Vienna")),
        *((200, b'"Middle-earth/Shire"'), (200, b'"../etc/passwd"'), (200, b"7"), (200, b"null")),
        *((200, b'"\xff"'), (200, b'""'), (200, json.dumps("a" * 10_000).encode())),
    ],
)
def test_a_device_that_does_not_tell_its_zone_costs_nothing(
    status: int, body: bytes, api: SettingsServer, zones: TimeZones
) -> None:
    api.status, api.body = status, body
    assert zones.zone_of(call(api)) is None
    assert zones.zone_of(call(api)) is None
    assert len(api.asked) == 1


def test_a_device_that_did_not_tell_is_asked_again_after_an_hour(
    api: SettingsServer, zones: TimeZones
) -> None:
    api.status = 500
    assert zones.zone_of(call(api)) is None
    api.status = 200
    later = replace(call(api), at=Instant(MONDAY + HOUR))
    assert zones.zone_of(replace(later, at=Instant(later.at - 1))) is None
    assert zones.zone_of(later) == "Europe/Vienna"


def test_nobody_waits_long_for_a_zone(api: SettingsServer) -> None:
    api.hangs = True
    zones = TimeZones(trusted=lambda _: True, patience=Ms(50))
    began = perf_counter()
    assert zones.zone_of(call(api)) is None
    assert perf_counter() - began < 1


def test_a_host_that_is_not_there_is_no_fault(zones: TimeZones) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nowhere = SettingsServer(f"http://127.0.0.1:{unused.getsockname()[1]}")
        assert zones.zone_of(call(nowhere)) is None


def test_the_token_does_not_follow_a_redirect(api: SettingsServer, zones: TimeZones) -> None:
    api.status, api.location = 302, f"{api.endpoint}/elsewhere"
    assert zones.zone_of(call(api)) is None
    assert len(api.asked) == 1


@pytest.mark.parametrize(
    "endpoint",
    [
        *("https://api.amazonalexa.com", "https://api.eu.amazonalexa.com"),
        *("https://api.fe.amazonalexa.com/", "https://API.amazonalexa.com:443"),
    ],
)
def test_amazons_own_addresses_are_trusted(endpoint: str) -> None:
    assert is_amazons(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        *("http://api.amazonalexa.com", "https://api.amazonalexa.com.evil.example", "", "x"),
        *("https://api.amazonalexa.com@evil.example", "https://evil.example/.amazonalexa.com"),
        *("https://evilamazonalexa.com", "https://api.amazonalexa.com:8443", "https://[::1"),
        *("https://api.amazonalexa.com:x", "file:///etc/passwd", "https://169.254.169.254/"),
    ],
)
def test_the_token_goes_to_nobody_else(endpoint: str, api: SettingsServer) -> None:
    assert not is_amazons(endpoint)
    stranger = replace(call(api), settings_api=SettingsApi(endpoint, "TOKEN"))
    assert TimeZones().zone_of(stranger) is None


def zone_known_to(house: House) -> str | None:
    with house.store.begin() as work:
        athlete = work.athlete_on(Channel.ALEXA, USER)
    return athlete.time_zone if athlete else None


def test_the_athlete_has_the_zone_from_the_first_word_on(
    api: SettingsServer, zones: TimeZones, house: House
) -> None:
    AlexaSkill(house.coach, house.store, zones).answer(call(api))
    assert zone_known_to(house) == "Europe/Vienna"


def test_an_athlete_whose_zone_is_known_keeps_it(
    api: SettingsServer, zones: TimeZones, house: House
) -> None:
    house.coach.athlete_on(Channel.ALEXA, USER, MONDAY, "America/New_York")
    AlexaSkill(house.coach, house.store, zones).answer(call(api))
    assert zone_known_to(house) == "America/New_York"
    assert api.asked == []


def test_without_a_zone_the_coach_answers_all_the_same(
    api: SettingsServer, zones: TimeZones, house: House
) -> None:
    api.status = 500
    answer = AlexaSkill(house.coach, house.store, zones).answer(call(api))
    assert "Strong Stride" in answer
    assert zone_known_to(house) is None

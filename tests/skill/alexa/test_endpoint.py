"""POST /alexa from the outside: what is no request is refused with a reason, and quickly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skill.app import create_app
from skill.bootstrap import House
from skill.config import Settings, SettingsError
from tests.skill.alexa.echo import SKILL, Echo, HandClock


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def refusal(client: FlaskClient, body: bytes, content_type: str = "application/json") -> str:
    answer = client.post("/alexa", data=body, content_type=content_type)
    assert answer.status_code == 400
    assert answer.mimetype == "application/json"
    assert set(answer.get_json()) == {"error"}
    return str(answer.get_json()["error"])


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 60_000, b'"' + b"a" * 1000])
def test_broken_json_is_refused(client: FlaskClient, body: bytes) -> None:
    assert "not JSON" in refusal(client, body)


@pytest.mark.parametrize("body", [b"{}", b"[]", b"null", b'{"request": {}}'])
def test_json_without_a_request_is_refused(client: FlaskClient, body: bytes) -> None:
    assert "request.type" in refusal(client, body)


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]
)
def test_another_content_type_is_refused(client: FlaskClient, content_type: str) -> None:
    assert "content type" in refusal(client, b"{}", content_type)


def test_a_character_set_beside_the_content_type_is_taken(echo: Echo) -> None:
    body = json.dumps(echo.envelope({"type": "LaunchRequest"}))
    kind = "application/json; charset=utf-8"
    assert echo.client.post("/alexa", data=body, content_type=kind).status_code == 200


def test_a_body_of_up_to_128_kilobytes_is_read(echo: Echo) -> None:
    envelope = echo.envelope({"type": "LaunchRequest"})
    body = json.dumps({**envelope, "more": ""}).encode()
    padding = b"a" * (128 * 1024 - len(body))
    largest = body.replace(b'"more": ""', b'"more": "' + padding + b'"')
    assert len(largest) == 128 * 1024
    post = echo.client.post
    assert post("/alexa", data=largest, content_type="application/json").status_code == 200
    assert "128 KB" in refusal(echo.client, largest + b" ")


def test_two_megabytes_are_refused_unread(client: FlaskClient) -> None:
    assert "128 KB" in refusal(client, b"a" * 2_000_000)


def test_a_request_without_an_account_is_refused(echo: Echo) -> None:
    envelope = echo.envelope({"type": "LaunchRequest"})
    del envelope["context"]
    del envelope["session"]
    assert "userId" in refusal(echo.client, json.dumps(envelope).encode())


def test_another_skills_request_is_refused(house: House, clock: HandClock) -> None:
    for skill_id, status in ((SKILL, 200), ("amzn1.ask.skill.other", 400)):
        settings = Settings("sqlite:///unused.db", skill_id, alexa_verify=False)
        echo = Echo(create_app(settings, house, clock).test_client(), clock)
        envelope = echo.envelope({"type": "LaunchRequest", "requestId": skill_id})
        assert echo.client.post("/alexa", json=envelope).status_code == status


def test_other_methods_are_not_allowed(client: FlaskClient) -> None:
    assert client.get("/alexa").status_code == 405


def test_the_server_says_that_it_is_well(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_it_does_not_start_where_signatures_are_to_be_verified(house: House) -> None:
    with pytest.raises(SettingsError, match="STRIDE_ALEXA_VERIFY=0"):
        create_app(Settings("sqlite:///unused.db"), house)


def test_without_verification_it_warns_loudly(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    create_app(Settings("sqlite:///unused.db", alexa_verify=False), house)
    (warning,) = [each for each in caplog.records if each.name == "skill.app"]
    assert warning.levelname == "WARNING"
    assert "ANYBODY" in warning.getMessage()


def test_a_turn_takes_a_small_part_of_alexas_eight_seconds(echo: Echo) -> None:
    echo.launches()
    echo.says("ReadyIntent")
    slowest = 0.0
    for intent in ("AMAZON.HelpIntent", "HowLongIntent", "AMAZON.PauseIntent", "WhatsNextIntent"):
        began = perf_counter()
        echo.says(intent)
        slowest = max(slowest, perf_counter() - began)
    assert slowest < 1


@pytest.mark.parametrize(("verify", "starts"), [("0", True), ("1", False)])
def test_a_wsgi_server_finds_the_application(verify: str, starts: bool, tmp_path: Path) -> None:
    settings = {
        "STRIDE_DATABASE_URL": f"sqlite:///{tmp_path / 'stride.db'}",
        "STRIDE_ALEXA_VERIFY": verify,
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    found = subprocess.run(
        [sys.executable, "-c", "from skill.wsgi import app; print(sorted(app.blueprints))"],
        env={**os.environ, **settings},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    if starts:
        assert found.stdout == "['alexa']\n"
        assert "ANYBODY" in found.stderr
    else:
        assert "set STRIDE_ALEXA_VERIFY=0" in found.stderr.splitlines()[-1]

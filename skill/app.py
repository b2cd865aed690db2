"""The web application: the Alexa endpoint, and whether all is well."""

from __future__ import annotations

import logging

from flask import Flask, Response, jsonify

from skill.alexa.endpoint import endpoint
from skill.alexa.handlers import AlexaSkill
from skill.bootstrap import House, open_house
from skill.clock import WallClock
from skill.config import Settings, SettingsError
from skill.service.ports import Clock

log = logging.getLogger(__name__)


def create_app(settings: Settings, house: House | None = None, clock: Clock | None = None) -> Flask:
    """Put the application together; a house of its own is opened where none is given.

    Raises:
        SettingsError: signatures are to be verified, which this version cannot do.
        StorageFault, DataError: as ``open_house``.
    """
    if settings.alexa_verify:
        raise SettingsError(
            "This version cannot verify that requests come from Alexa:"
            " set STRIDE_ALEXA_VERIFY=0 for tests on your own machine, and nowhere else."
        )
    log.warning(
        "STRIDE_ALEXA_VERIFY=0: ANYBODY WHO REACHES THIS SERVER CAN POSE AS ALEXA."
        " Use this for tests on your own machine only."
    )
    house = house or open_house(settings)
    app = Flask("strong-stride", static_folder=None)
    skill = AlexaSkill(house.coach, house.store)
    app.register_blueprint(endpoint(skill, clock or WallClock(), settings.alexa_skill_id))

    @app.get("/healthz")
    def healthz() -> Response:
        return jsonify(status="ok")

    return app

"""Where Alexa's requests come in: POST /alexa."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge

from skill.alexa.handlers import AlexaSkill
from skill.alexa.requests import BadRequest, read_call
from skill.service.ports import Clock

MOST_BYTES = 128 * 1024
"""Of a request; real ones have a few thousand."""


def endpoint(skill: AlexaSkill, clock: Clock, skill_id: str | None) -> Blueprint:
    """The blueprint. What is no request of Alexa's gets a 400 with the reason as JSON."""
    blueprint = Blueprint("alexa", __name__)

    @blueprint.post("/alexa")
    def alexa() -> Response:
        call = read_call(_body(), clock.now(), skill_id)
        return Response(skill.answer(call), mimetype="application/json")

    @blueprint.errorhandler(BadRequest)
    def refused(reason: BadRequest) -> tuple[Response, int]:
        return jsonify(error=str(reason)), 400

    return blueprint


def _body() -> bytes:
    if request.mimetype != "application/json":
        raise BadRequest("The body's content type is not application/json.")
    request.max_content_length = MOST_BYTES
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise BadRequest(f"The body has more than {MOST_BYTES // 1024} KB.") from error

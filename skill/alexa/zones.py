"""In which time zone a device stands, as Alexa's settings know it: the only way to tell its day."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass
from http.client import HTTPException
from threading import Lock
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.units import HOUR, SECOND, Instant, Ms
from skill.alexa.requests import Call

PATIENCE = Ms(1 * SECOND)
"""An answer waits so long at most; a zone that comes later is there for the next one."""
REMEMBERED = 1024
"""Devices that were asked, those that did not tell included."""
ASK_AGAIN = HOUR
LONGEST_ANSWER = 256


def is_amazons(endpoint: str) -> bool:
    """Whether an address is of Alexa's API, in any of its regions: nobody else gets the token."""
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    of_amazon = host == "api.amazonalexa.com" or (
        host.startswith("api.") and host.endswith(".amazonalexa.com")
    )
    return parts.scheme == "https" and of_amazon and port in (None, 443)


class TimeZones:
    """Asks each device once, one that does not tell again after an hour.

    Failures are silent: there is the machine's own zone to go by. Safe to share between threads.
    """

    def __init__(
        self, trusted: Callable[[str], bool] = is_amazons, patience: Ms = PATIENCE
    ) -> None:
        self._trusted = trusted
        self._patience = patience
        self._asked: OrderedDict[str, _Asked] = OrderedDict()
        self._guard = Lock()
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="time-zone")

    def zone_of(self, call: Call) -> str | None:
        """The IANA name of the zone that the call's device is in, if it tells."""
        api = call.settings_api
        if api is None or call.device_id is None or not self._trusted(api.endpoint):
            return None
        device = quote(call.device_id, "")
        url = f"{api.endpoint.rstrip('/')}/v2/devices/{device}/settings/System.timeZone"
        with self._guard:
            asked = self._asked.get(device)
            if asked is None or asked.in_vain_before(call.at):
                fetching = self._pool.submit(_fetched, url, api.token, self._patience)
                asked = self._asked[device] = _Asked(fetching, call.at)
                while len(self._asked) > REMEMBERED:
                    self._asked.popitem(last=False)
        try:
            return asked.zone.result(self._patience / SECOND)
        except TooLate:
            return None


@dataclass(frozen=True)
class _Asked:
    zone: Future[str | None]
    at: Instant

    def in_vain_before(self, now: Instant) -> bool:
        return now - self.at >= ASK_AGAIN and self.zone.done() and self.zone.result() is None


class _NoRedirect(HTTPRedirectHandler):
    """The token goes where it was meant to go and no further."""

    def redirect_request(self, *_: object) -> None:
        return None


_OPENER = build_opener(_NoRedirect)


def _fetched(url: str, token: str, patience: Ms) -> str | None:
    request = Request(url, headers={"Authorization": f"Bearer {token}"})  # noqa: S310  (trusted)
    try:
        with _OPENER.open(request, timeout=patience / SECOND) as answer:
            name = json.loads(answer.read(LONGEST_ANSWER))
        return ZoneInfo(name).key if isinstance(name, str) else None
    except (HTTPException, OSError, ValueError, ZoneInfoNotFoundError):
        return None

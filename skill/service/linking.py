"""Joining an Alexa user to the local athlete by a short spoken code."""

from __future__ import annotations

import secrets

from engine.units import MINUTE, Instant, Ms
from skill.service.ports import StorageFault, Store
from skill.service.records import Channel

VALID_FOR = Ms(10 * MINUTE)
"""Long enough to walk to the speaker, short enough that guessing four digits is hopeless."""
DIGITS = 4
TRIES = 20


def new_code(store: Store, athlete_id: str, at: Instant) -> str:
    """A code that joins whoever says it to this athlete. Raises StorageFault."""
    fault: StorageFault | None = None
    for _ in range(TRIES):
        code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        try:
            with store.begin() as work:
                work.add_link_code(code, athlete_id, Instant(at + VALID_FOR))
                work.commit()
        except StorageFault as taken:
            fault = taken
            continue
        return code
    assert fault is not None
    raise fault


def join(store: Store, channel: Channel, external_id: str, code: str, at: Instant) -> bool:
    """Let this channel identity be the athlete of the code; False where the code is not valid."""
    with store.begin() as work:
        athlete_id = work.take_link_code(code, at)
        if athlete_id is None:
            return False
        work.join(channel, external_id, athlete_id)
        work.commit()
    return True

"""What an answer makes of the profile."""

from __future__ import annotations

from dataclasses import dataclass

from engine.cues import Say, say
from engine.plan.athlete.profile import Profile

NONE = frozenset({"none", "nothing", "no"})
"""Words for not having any."""


@dataclass(frozen=True)
class Change:
    """What an answer makes of the profile."""

    words: tuple[Say, ...]
    profile: Profile | None = None
    """None: the answer does not fit, and the words say what is possible."""
    topics: frozenset[str] = frozenset()
    """What the answer settles besides what was asked."""


def misfit(phrase: str) -> Change:
    return Change((say(phrase),))

"""Why the coach decided something: a code with its facts, in no language."""

from __future__ import annotations

from dataclasses import dataclass

from engine.cues import Say, Term, say


@dataclass(frozen=True)
class Reason:
    """A code that the wording knows as the phrase ``because_<code>``, and the facts it names."""

    code: str
    facts: tuple[tuple[str, Term], ...] = ()

    @property
    def said(self) -> Say:
        """The reason as an utterance."""
        return Say(f"because_{self.code}", self.facts)


def because(code: str, /, **facts: Term | None) -> Reason:
    """A reason with its facts by name, those that are None left out."""
    return Reason(code, say("", **facts).args)

"""Phrases whose words are the exercise library's own."""

from __future__ import annotations

from engine.cues import Name, Say
from engine.library.model import Exercise, Library, Move


def library_text(library: Library, said: Say) -> str:
    """The text of the exercise or move named, or "" where it has none of that kind.

    Cues and cautions take turns by the variant; explanations are always whole.
    """
    named = next((term.id for _, term in said.args if isinstance(term, Name)), "")
    thing = library.named(named)
    if not isinstance(thing, Exercise | Move):
        return ""
    match said.phrase:
        case "set_up":
            return thing.set_up if isinstance(thing, Exercise) else ""
        case "how_to" | "move_how_to":
            return " ".join(thing.how_to)
        case "form_cue":
            return _in_turn(thing.cues, said.variant)
        case "caution":
            return _in_turn(thing.cautions if isinstance(thing, Exercise) else (), said.variant)
        case _:
            return ""


def _in_turn(texts: tuple[str, ...], variant: int) -> str:
    return texts[variant % len(texts)] if texts else ""

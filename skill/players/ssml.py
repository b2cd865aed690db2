"""A script as SSML: the words in order, the exact silences between them as breaks."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from engine.score.model import MarkKind
from engine.units import MINUTE, NO_TIME, SECOND, Ms
from skill.service.airing import Airtime
from skill.service.reply import Script

LONGEST_BREAK = Ms(10 * SECOND)
"""Alexa's limit for one break; chains of them are taken."""
MOST_CHARACTERS = 7_500
"""Mark-up counted; Alexa refuses 8000, and the rest is for what is added on the way."""

_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def ssml(script: Script) -> str:
    """The whole script, its silence after the last line too unless that is a question.

    Tones are silences of their length: a file for each would be one of the five that an answer may
    hold, and no two files last equally long on every device.
    """
    parts: list[str] = []
    spoken, quiet = NO_TIME, NO_TIME
    for line in script.lines:
        quiet = Ms(quiet + line.at - spoken)
        if line.tone is not None:
            quiet = Ms(quiet + line.length)
        else:
            parts += [_silence(quiet), _escaped(line.text)]
            quiet = NO_TIME
        spoken = line.end
    if not _ends_in_a_question(script):
        parts.append(_silence(Ms(quiet + script.total - spoken)).rstrip())
    return _marked_up("".join(parts).lstrip())


def ssml_of(words: str) -> str:
    """Words alone."""
    return _marked_up(_escaped(words))


def fits(script: Script) -> bool:
    """Whether an answer can carry the script."""
    return len(ssml(script)) <= MOST_CHARACTERS


AIRTIME = Airtime(longest=Ms(4 * MINUTE), fits=fits)
"""What one answer may hold; the time is Alexa's limit for audio, kept for breaks as well."""


def _silence(quiet: Ms) -> str:
    """Breaks for a length of time; where there is none, the space that words need."""
    whole, rest = divmod(quiet, LONGEST_BREAK)
    lengths = [LONGEST_BREAK] * whole + [rest] * bool(rest)
    return "".join(f'<break time="{length}ms"/>' for length in lengths) or " "


def _marked_up(content: str) -> str:
    return f"<speak>{content}</speak>"


def _escaped(words: str) -> str:
    return escape(_NOT_XML.sub("", words))


def _ends_in_a_question(script: Script) -> bool:
    return bool(script.marks) and script.marks[-1].kind is MarkKind.ASK

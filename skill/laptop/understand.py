"""A sentence becomes a command: the templates of ``interaction_models/sentences``, matched whole.

Nothing here guesses. A sentence that no template fits is tried again without its fillers and then
without its hedges, each at a lower confidence. It is otherwise :class:`Unknown`, unless one of its
clauses says that something is wrong or that the athlete wants to stop.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.session.commands import Command, Pain, Stop, Symptom, Unknown, Unwell
from engine.session.slots import Plain, SlotValue, command_of, slot_named
from skill.laptop.sentences import Sentences, sentences_of

CERTAIN, FILLED, HEDGED, IN_PART = 1.0, 0.9, 0.7, 0.6
"""As a template has it; with fillers or a polite opener left out; with "I think" left out; one
clause of several, for safety's sake."""

LONGEST = 200
"""Characters: more than anybody says in one breath is no command."""


@dataclass(frozen=True)
class Understood:
    """What a sentence means, and how sure that is: 1 as written, 0 not understood."""

    command: Command
    confidence: float


def understand(text: str, state: str = "idle", locale: str = "en-US") -> Understood:
    """The command that ``text`` is in this state of the session; no text raises.

    ``state`` is one of idle, briefing, preparing, working, resting, paused, finished, or asking
    with its question, as in ``asking:reps``.

    Raises:
        CoachError: there are no sentences in the language of ``locale``.
    """
    sentences = sentences_of(re.split("[-_]", locale)[0].lower())
    if len(text) > LONGEST:
        return Understood(Unknown(), 0.0)
    whole = _read(text, state, sentences)
    if not isinstance(whole.command, Unknown):
        return whole
    clauses = sentences.clauses.split(text)
    if len(clauses) == 1:
        return whole
    gravest = max((_read(clause, state, sentences).command for clause in clauses), key=_urgency)
    return Understood(gravest, IN_PART) if _urgency(gravest) else whole


def _read(text: str, state: str, sentences: Sentences) -> Understood:
    for wording, confidence in _readings(_spelled(_plain(text), sentences), sentences):
        command = _matched(wording, state, sentences)
        if not isinstance(command, Unknown):
            return Understood(command, confidence)
    return Understood(Unknown(), 0.0)


def _urgency(command: Command) -> int:
    """0 can wait; of several signs the gravest counts, and symptoms are listed gravest first."""
    match command:
        case Unwell(Symptom() as symptom):
            return 3 + len(Symptom) - list(Symptom).index(symptom)
        case Unwell():
            return 3
        case Pain():
            return 2
        case Stop():
            return 1
        case _:
            return 0


def _matched(wording: str, state: str, sentences: Sentences) -> Command:
    found = sentences.templates.best(wording, state)
    if found is None:
        return Unknown()
    slots = {name: entity.value for name, entity in found.entities.items()}
    return command_of(found.intent.name, gathered(slots))


def gathered(slots: Mapping[str, Plain]) -> dict[str, SlotValue]:
    """By the command's slots: ``days`` and ``days_two`` are two values of one."""
    values: dict[str, list[tuple[int, Plain]]] = {}
    for name, value in slots.items():
        slot, _, place = slot_named(name)
        values.setdefault(slot, []).append((place, value))
    return {
        slot: found[0][1] if len(found) == 1 else [value for _, value in sorted(found, key=_place)]
        for slot, found in values.items()
    }


def _place(placed: tuple[int, Plain]) -> int:
    return placed[0]


def _readings(plain: str, sentences: Sentences) -> Iterator[tuple[str, float]]:
    tried = {""}
    unfilled = _without(sentences.fillers, plain)
    unhedged = _without(sentences.hedges, plain)
    for wording, confidence in (
        (plain, CERTAIN),
        (unfilled, FILLED),
        (_unopened(sentences.openers, unfilled), FILLED),
        (unhedged, HEDGED),
        (_unopened(sentences.openers, unhedged), HEDGED),
    ):
        if wording not in tried:
            tried.add(wording)
            yield wording, confidence


def _spelled(plain: str, sentences: Sentences) -> str:
    spaced = f" {plain} "
    for digits, words in sentences.spellings.items():
        spaced = spaced.replace(f" {digits} ", f" {words} ")
    return spaced.strip()


_DIGIT = "zero|one|two|three|four|five|six|seven|eight|nine|ten"
_REPEATED = re.compile(rf"\b(?!(?:{_DIGIT})\b)(\S+)(?: \1\b){{1,3}}")
"""Numbers stay as they are: "nine nine nine" is not nine."""


def _without(words: re.Pattern[str], plain: str) -> str:
    """Without those words, and with a word said up to four times said once: "stop stop"."""
    return _REPEATED.sub(r"\1", " ".join(words.sub(" ", plain).split()))


def _unopened(openers: re.Pattern[str], plain: str) -> str:
    opener = openers.match(plain)
    return plain[opener.end() :].strip() if opener else plain


_FRACTIONS = {ord("½"): ".5", ord("¼"): ".25", ord("¾"): ".75"}
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_MARKS = re.compile(
    r"[,;:!?…\"“”„«»()\[\]{}<>—–_~*\ufe0f]"
    r"|\.(?!\d)"  # A full stop, not a decimal point.
    r"|-(?!\d)|(?<=\S)-"  # A hyphen, not a minus: minus five is no number of reps.
)
_NO_LETTERS = {"Cc", "Cf", "Cn", "Co", "Cs", "Sk", "So", "Zl", "Zp", "Zs"}


def _plain(text: str) -> str:
    """Lower case, no apostrophes ("whats" is typed as often), marks as spaces.

    A sign that changes a number's meaning (a minus, a percent sign) stays, so that nothing matches.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_FRACTIONS)
    bare = _MARKS.sub(" ", _APOSTROPHES.sub("", lowered))
    decimals = re.sub(r"(?<![\d.])\.(?=\d)", "0.", bare)
    return " ".join(
        "".join(
            " " if unicodedata.category(char) in _NO_LETTERS else char for char in decimals
        ).split()
    )

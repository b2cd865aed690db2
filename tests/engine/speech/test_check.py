"""A faulty wording file is refused with every fault at once, each with its place and a way out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from engine.errors import WordingError
from engine.library.load import embedded_library
from engine.speech.wording import Wording

GOOD = (files("engine.speech") / "data" / "en.ftl").read_text("utf-8")


def faults(folder: Path, text: str, locale: str = "en") -> list[str]:
    (folder / "en.ftl").write_text(text, "utf-8")
    with pytest.raises(WordingError) as caught:
        Wording(embedded_library(), locale, folder)
    return [str(fault) for fault in caught.value.faults]


def without(phrase: str) -> str:
    kept = GOOD.split("\n")
    start = kept.index(f"{phrase} =")
    end = next(i for i, line in enumerate(kept) if i > start and not line.startswith(" "))
    return "\n".join(kept[:start] + kept[end:])


def test_the_shipped_file_has_no_faults(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text(GOOD, "utf-8")
    Wording(embedded_library(), "en", tmp_path)


def test_a_language_without_a_file_is_told_which_there_are(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD, "fi-FI") == ["fi-FI.ftl: file: is not there, try en.ftl"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            without("rest"),
            "en.ftl: rest: is missing, try rest = with .a and so on below it",
        ),
        (
            GOOD.replace("\nside-left = left side\n", "\n"),
            "en.ftl: side-left: is missing, try side-left = and its words",
        ),
        (
            GOOD + "\njuggle =\n    .a = Juggle.\n",
            "en.ftl: juggle.a: is neither a phrase nor a piece, try one of those in phrases.py",
        ),
        (
            GOOD.replace(".a = Rest, { $span }.", ".a = Rest, { $duration }."),
            "en.ftl: rest.a: uses $duration, which it is not given, try $span",
        ),
        (
            GOOD.replace("    .a = Get ready.", "    .a = Get ready, { $exercise }."),
            "en.ftl: get_ready.a: uses $exercise, which it is not given, try saying it without",
        ),
        (
            GOOD.replace("load-total = { $weight }", "load-total = { $load }"),
            "en.ftl: load-total: uses $load, which it is not given, try $weight",
        ),
        (
            GOOD.replace("    .a = Get ready.", "    .first = Get ready.\n    .a = Go on."),
            "en.ftl: get_ready.first: is no way of saying a phrase, try .a, .brief-a or .tones-a",
        ),
        (
            GOOD.replace("get_ready =\n", "get_ready = Ready\n"),
            "en.ftl: get_ready: is no way of saying a phrase, try .a, .brief-a or .tones-a",
        ),
        (
            GOOD.replace("    .b = Take your place.\n", ""),
            "en.ftl: get_ready: lacks .b, try lettering its ways from a on",
        ),
        (
            GOOD.replace('    .tones-a = { "" }\nlast_three', "    .tones-b = Tick.\nlast_three"),
            "en.ftl: phase: lacks .tones-a, try lettering its ways from a on",
        ),
        (
            GOOD.replace("    .a = { $word }\n", ""),
            "en.ftl: phase: lacks .a, try lettering its ways from a on",
        ),
        (
            GOOD.replace("    .a = Get ready.", "    .a = Get ready.\n    .a = Ready now."),
            "en.ftl: get_ready.a: is there twice, try another name, or leaving one out",
        ),
        (
            GOOD + "\nfocus-core = the core\n",
            "en.ftl: focus-core: is there twice, try another name, or leaving one out",
        ),
        (
            GOOD.replace("side-left = left side", "side-left = left side\n    .a = left"),
            "en.ftl: side-left.a: belongs to a piece, try a value of the piece's own",
        ),
        (
            GOOD.replace(".a = { $n }", ".a = { $n-count }"),
            "en.ftl: number.a: says $n-count, a bare number, try the variable that is in words",
        ),
        (
            GOOD.replace(
                ".a = { $n }", ".a = { $n ->\n        [one] first\n       *[other] next\n    }"
            ),
            "en.ftl: number.a: chooses by $n, which is words, try choosing by a count",
        ),
        (
            GOOD.replace(".a = { $n }", ".a = { NUMBER($n) }"),
            "en.ftl: number.a: holds a FunctionReference, try plain words and variables",
        ),
        (
            GOOD.replace(".a = { $n }", ".a = { side-left }"),
            "en.ftl: number.a: holds a MessageReference, try plain words and variables",
        ),
    ],
)
def test_a_fault_is_named_with_its_place_and_a_way_out(
    tmp_path: Path, text: str, fault: str
) -> None:
    assert text != GOOD
    assert faults(tmp_path, text) == [fault]


def test_what_is_not_fluent_is_quoted(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, GOOD + "\nwhat is this\n")
    assert fault.startswith('en.ftl: file: is not Fluent at "what is this" (')


def test_a_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(WordingError, match=r"en\.ftl: file: is not UTF-8 .*, try saving it as"):
        Wording(embedded_library(), "en", tmp_path)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = without("rest").replace(".a = { $n }", ".a = { $m }") + "\njuggle = Juggle.\n"
    assert [line.split(": ")[1] for line in faults(tmp_path, text)] == [
        "rest",
        "number.a",
        "juggle",
    ]


def test_an_argument_that_is_never_said_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text(GOOD.replace(".a = { $n }", ".a = next"), "utf-8")
    Wording(embedded_library(), "en", tmp_path)

"""Cues one after the other: gaps, questions, marks."""

from __future__ import annotations

from engine.cues import Ask, Question, Rest, Say, say
from engine.score.compile import compile_score
from engine.score.model import Mark, MarkKind, Score
from engine.units import Ms, seconds
from tests.engine.score.reading import heard, lengths

QUESTION = Ask("ask", Question.EFFORT, (say("ask_effort"),))


def test_no_cues_make_an_empty_score() -> None:
    assert compile_score([], lengths()) == Score()


def test_sentences_follow_each_other_with_a_gap() -> None:
    score = compile_score([say("stopped"), say("summary"), say("goodbye")], lengths())
    assert heard(score) == [(0, "stopped"), (1250, "summary"), (2500, "goodbye")]
    assert (score.marks, score.total) == ((), 3500)


def test_an_unsaid_sentence_leaves_no_gap() -> None:
    score = compile_score([say("stopped"), say("summary"), say("goodbye")], lengths(summary=0))
    assert heard(score) == [(0, "stopped"), (1250, "goodbye")]


def test_a_question_ends_with_its_last_word() -> None:
    score = compile_score([say("said"), QUESTION], lengths())
    assert heard(score) == [(0, "said"), (1250, "ask_effort")]
    assert score.marks == (Mark("ask", MarkKind.ASK, Ms(1000), Ms(2250)),)


def test_an_unsaid_question_is_still_asked() -> None:
    score = compile_score([QUESTION], lengths(0))
    assert score.marks == (Mark("ask", MarkKind.ASK, Ms(0), Ms(0)),)


def test_cues_follow_without_a_hole() -> None:
    rest = Rest("rest", seconds(30), seconds(5))
    score = compile_score([rest, QUESTION, rest], lengths())
    starts = [mark.start for mark in score.marks]
    assert starts[1:] == [mark.end for mark in score.marks[:-1]]
    assert score.total == score.marks[-1].end


def test_a_phrase_is_measured_once() -> None:
    asked: list[Say] = []

    def length_of(said: Say) -> Ms:
        asked.append(said)
        return Ms(700)

    compile_score([say("praise"), say("praise"), QUESTION], length_of)
    assert asked == [say("praise"), say("ask_effort")]

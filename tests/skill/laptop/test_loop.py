"""A session at the laptop: played in time, heard at any moment, told to the coach as it was."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine.session.facts import Ending
from engine.session.rehearse import ANSWER_WITHIN
from engine.session.state import Finished
from skill.laptop.loop import AT_RISK
from skill.service.ports import StorageFault
from tests.fakes import MemoryStore, MemoryUnitOfWork
from tests.skill.laptop.rehearsal import CTRL_C, Rehearsal, Tape, rehearsed

FIRST_SET = 4 * 60_000
"""In the first session the first set's count is under way."""


def ending(rehearsal: Rehearsal) -> Ending:
    phase = rehearsal.reply.state.phase
    assert isinstance(phase, Finished)
    return phase.ending


def test_a_session_with_nobody_there_goes_on_hands_free_to_its_summary() -> None:
    alone = rehearsed(piped=())
    assert ending(alone) is Ending.COMPLETED
    assert {source for _, _, source in alone.logged} == {"assumed"}
    planned = [each for each in alone.reply.workout.sets if each.main]
    assert [(one.exercise, one.actual) for one in alone.sets] == [
        (each.exercise, each.target) for each in planned
    ]
    assert "That was the session" in " ".join(text for _, text in alone.stage.seen)


def test_every_script_is_played_from_the_end_of_the_one_before() -> None:
    alone = rehearsed(piped=())
    for before, after in pairwise(alone.stage.scripts):
        waited = after.began - before.over_at
        assert waited in (0, ANSWER_WITHIN)


def test_the_same_session_is_the_same_every_time() -> None:
    assert rehearsed(piped=()).stage.seen == rehearsed(piped=()).stage.seen


def test_a_pipe_is_heard_at_briefing_set_and_rest() -> None:
    piped = rehearsed(piped=("ready", "done", "ten reps"))
    assert ending(piped) is Ending.COMPLETED
    assert piped.logged[0] == ("bw_squat", 10, "said")
    assert {source for _, _, source in piped.logged[1:]} == {"assumed"}
    heard = [(at, text) for at, text in piped.stage.seen if text.startswith(">")]
    assert [text for _, text in heard] == ["> ready", "> done", "> ten reps"]
    rest = piped.stage.moment_of("Next up")
    assert heard[1][0] < rest < heard[2][0] < rest + 5_000


def test_what_a_rest_corrects_is_the_set_before_it() -> None:
    piped = rehearsed(piped=("ready", "done", "only seven"))
    assert piped.logged[0] == ("bw_squat", 7, "said")


def test_a_pipe_that_says_nothing_of_the_set_leaves_it_assumed() -> None:
    piped = rehearsed(piped=("ready", "what is next"))
    assert piped.logged[0] == ("bw_squat", 10, "assumed")
    assert piped.stage.after("> what is next")[0].startswith("Next up, back extensions")


def test_one_line_is_taken_in_each_rest() -> None:
    piped = rehearsed(piped=("ready", "done", "how long left", "done"))
    heard = [(at, text) for at, text in piped.stage.seen if text.startswith(">")]
    assert heard[3][0] > piped.stage.moment_of("Lie face down") > heard[2][0]
    assert [source for _, _, source in piped.logged[:3]] == ["said", "said", "assumed"]


def test_an_empty_line_of_a_pipe_is_a_turn_passed_up() -> None:
    piped = rehearsed(piped=("ready", "", "", "only six"))
    assert piped.logged[:2] == [("bw_squat", 10, "assumed"), ("back_extension", 6, "said")]


def test_an_empty_line_of_a_pipe_is_no_consent() -> None:
    piped = rehearsed(piped=("", ""))
    asked = piped.stage.moment_of("Say ready")
    assert piped.stage.moment_of("Good. Let's go.") >= asked + ANSWER_WITHIN


def test_a_question_takes_a_line_of_its_own() -> None:
    piped = rehearsed(piped=("ready", "that hurts", "knee", "two"))
    texts = [text for _, text in piped.stage.seen]
    place, level = (texts.index(f"> {said}") for said in ("knee", "two"))
    assert texts[place - 1].endswith("Where does it hurt?")
    assert "on a scale" in texts[level - 1]


def test_the_end_of_a_hold_is_all_of_it() -> None:
    piped = rehearsed(piped=("ready", *("",) * 6, "done"))
    planks = [one for one in piped.logged if one[0] == "forearm_plank"]
    assert planks[0] == ("forearm_plank", 20, "said")


def test_a_pause_that_nobody_can_end_is_over_at_once() -> None:
    piped = rehearsed(piped=("ready", "pause"))
    assert ending(piped) is Ending.COMPLETED
    assert piped.stage.after("> pause")[:2][0].startswith("Paused.")


def test_start_in_an_open_briefing_counts_as_ready() -> None:
    piped = rehearsed(piped=("start",))
    assert piped.stage.after("> start")[0] == "Good. Let's go."
    assert piped.reply.state.course.consented


def test_a_person_interrupts_the_coach_in_mid_sentence() -> None:
    stopped = rehearsed((5_000, "stop"))
    assert ending(stopped) is Ending.PARTIAL
    assert stopped.stage.moment_of("> stop") == 5_000
    assert stopped.stage.moment_of("Okay, we stop here") == 5_000
    assert not [text for at, text in stopped.stage.seen if at < 5_000][1:]


def test_speech_stops_before_the_answer_is_thought_of() -> None:
    tape = Tape()
    rehearsed((5_000, "how long is it"), (9_000, "stop"), sound=tape)
    assert tape.told[:2] == ["play", "stop"]
    assert tape.told[tape.told.index("stop") :].index("play") > 0


def test_the_enter_key_alone_is_ready_in_a_briefing_and_nothing_else() -> None:
    typed = rehearsed((3_000, ""), (6_000, ""), (9_000, "stop"))
    assert typed.stage.moment_of("Good. Let's go.") == 3_000
    assert typed.stage.after("Good. Let's go.")[-2:][0] == "> stop"
    assert len([text for _, text in typed.stage.seen if text == "Good. Let's go."]) == 1


def test_a_question_mark_asks_what_can_be_said() -> None:
    typed = rehearsed((3_000, "?"), (20_000, "stop"))
    assert "Say ready to begin" in typed.stage.after("> ?")[0]


def test_a_pause_lasts_until_a_word_and_costs_no_rest() -> None:
    away = 3_600_000
    plain = rehearsed((1_000, "ready"))
    paused = rehearsed(
        (1_000, "ready"), (FIRST_SET + 90_000, "pause"), (FIRST_SET + 90_000 + away, "resume")
    )
    assert ending(paused) is Ending.COMPLETED
    assert 0 <= paused.took - plain.took - away < 60_000
    assert [one.actual for one in paused.sets] == [one.actual for one in plain.sets]


def test_ctrl_c_is_a_polite_stop() -> None:
    left = rehearsed((1_000, "ready"), (FIRST_SET, CTRL_C))
    assert ending(left) is Ending.PARTIAL
    assert left.stage.seen[-1][1].startswith(("Okay, we stop here", "Stopped"))


def test_ctrl_c_during_the_last_words_leaves_at_once() -> None:
    left = rehearsed((1_000, CTRL_C), (1_500, CTRL_C))
    assert left.took == 1_500


@pytest.mark.parametrize("typed", ["asdf qwer", "blue elephants", "\u00e9\u00e8 \u4e16\u754c"])
def test_what_is_not_understood_changes_nothing(typed: str) -> None:
    plain = rehearsed((1_000, "ready"))
    puzzled = rehearsed((1_000, "ready"), (FIRST_SET + 30_000, typed))
    assert puzzled.logged == plain.logged


def test_a_report_that_comes_early_is_made_again() -> None:
    """The words of an answer may be over before the rest that goes on under them."""
    typed = rehearsed((1_000, "ready"), (FIRST_SET + 61_000, "how long"), (10 * 60_000, "stop"))
    assert ending(typed) is Ending.PARTIAL
    assert len(typed.logged) >= 2


class FullDisk(MemoryUnitOfWork):
    """All goes well until it is to be kept."""

    def commit(self) -> None:
        raise StorageFault("The disk is full.")


class FailingStore(MemoryStore):
    """A store that fails in these turns: as a disk that is full, or as one that is gone."""

    def __init__(self, turns: range, gone: bool = False) -> None:
        super().__init__()
        self.failing = turns
        self.gone = gone
        self.turn = 0

    def begin(self) -> MemoryUnitOfWork:
        self.turn += 1
        if self.turn not in self.failing:
            return super().begin()
        if self.gone:
            raise StorageFault("The disk is gone.")
        return FullDisk(self)


def test_a_full_disk_in_mid_session_is_told_once_and_coached_through() -> None:
    played = rehearsed(piped=(), store=FailingStore(range(12, 10_000)))
    assert ending(played) is Ending.COMPLETED
    assert played.stage.warnings == [AT_RISK]
    said = [text for _, text in played.stage.seen if "can't write to your log" in text]
    assert len(said) == 1
    assert played.reply.at_risk


@pytest.mark.parametrize("gone", [False, True])
def test_a_disk_that_comes_back_gets_all_that_waited(gone: bool) -> None:
    played = rehearsed(piped=(), store=FailingStore(range(12, 30), gone))
    assert not played.reply.at_risk
    planned = [each for each in played.reply.workout.sets if each.main]
    assert len(played.sets) == len(planned)

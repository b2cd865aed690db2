"""When an easy week is due, and that the answer holds all week long."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from engine.library.model import Experience
from engine.plan.athlete.days import DayNote, Diary, Readiness
from engine.plan.model import Dosage, Phase
from engine.plan.progression.deload import deload_due, loading_weeks_before_deload
from engine.plan.progression.model import SessionResult, Training
from tests.engine.plan.progression.doing import after, did, on, session

BEGINNER, INTERMEDIATE, ADVANCED = Experience
NOTHING = Diary()


def week(number: int, phase: Phase = Phase.BUILD, dosage: Dosage = Dosage.NORMAL) -> SessionResult:
    return session(on(7 * number), did("push_up", 8), phase=phase, dosage=dosage)


def weeks(*numbers: int) -> list[SessionResult]:
    return [week(number) for number in numbers]


def due(
    training: Training, number: int, level: Experience = INTERMEDIATE, diary: Diary = NOTHING
) -> bool:
    return deload_due(training, diary, on(7 * number), level)


@pytest.mark.parametrize(("level", "count"), [(BEGINNER, 6), (INTERMEDIATE, 4), (ADVANCED, 4)])
def test_it_is_due_after_so_many_loading_weeks(level: Experience, count: int) -> None:
    assert loading_weeks_before_deload(level) == count
    training = after(weeks(*range(count)))
    assert due(training, count, level)
    assert not due(after(weeks(*range(count - 1))), count - 1, level)


def test_nothing_is_due_before_the_first_session() -> None:
    assert not due(Training(), 0)


def test_it_stays_not_due_in_the_week_that_completes_the_count() -> None:
    training = after(weeks(0, 1, 2, 3))
    assert training.loading_weeks == 4
    assert not due(training, 3)


def test_it_stays_due_once_its_first_session_is_done() -> None:
    training = after([*weeks(0, 1, 2, 3), week(4, Phase.DELOAD)])
    assert training.loading_weeks == 0
    assert due(training, 4)
    assert not due(training, 5)


def test_a_week_counts_once_and_only_for_a_normal_session() -> None:
    twice = [week(0), session(on(3), did("push_up", 8)), session(on(5), did("push_up", 8))]
    assert after(twice).loading_weeks == 1
    assert after([week(0), week(1, dosage=Dosage.LIGHT)]).loading_weeks == 1
    light_first = [week(0, dosage=Dosage.LIGHT), session(on(3), did("push_up", 8))]
    assert after(light_first).loading_weeks == 1


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.BUILD])
def test_every_easy_week_begins_the_count_anew(phase: Phase) -> None:
    training = after([*weeks(0, 1, 2), week(3, phase)])
    assert (training.loading_weeks, training.blocks) == (0, 1)
    assert after(weeks(4), begun=training).loading_weeks == 1


def test_a_week_that_turns_easy_counts_no_more() -> None:
    tapered = session(on(8), did("push_up", 8), phase=Phase.TAPER)
    later = session(on(12), did("push_up", 8))
    assert after([week(0), week(1), tapered, later]).loading_weeks == 0
    assert after([week(0), tapered, later]).loading_weeks == 0


@pytest.mark.parametrize(("gap", "left"), [(7, 4), (8, 1)])
def test_seven_days_off_are_an_easy_week(gap: int, left: int) -> None:
    training = after(weeks(0, 1, 2))
    training = after([session(on(14 + gap), did("push_up", 8))], begun=training)
    assert training.loading_weeks == left


def test_a_missed_week_needs_no_easy_one_after_it() -> None:
    training = after(weeks(0, 1, 2, 3))
    assert due(training, 4)
    assert not due(training, 5)


# Earlier


def failed(number: int, *ids: str, day: int = 3) -> SessionResult:
    results = (did(id, 8, 6, target=8, failed=True) for id in ids)
    return session(on(7 * number + day), *results)


def felt(*days: tuple[int, Readiness]) -> Diary:
    return Diary(tuple(DayNote(on(day), readiness=readiness) for day, readiness in days))


RED, AMBER = Readiness.RED, Readiness.AMBER
WORN = felt((8, RED), (9, RED))


@pytest.mark.parametrize(
    ("days", "is_due"),
    [
        (((8, RED), (13, RED)), True),
        (((8, AMBER), (9, AMBER), (10, AMBER)), True),
        (((8, RED),), False),
        (((8, AMBER), (9, AMBER)), False),
        (((6, RED), (8, RED)), False),
        (((8, RED), (14, RED)), False),
    ],
)
def test_two_failures_and_a_worn_week_bring_it_forward(
    days: Iterable[tuple[int, Readiness]], is_due: bool
) -> None:
    training = after([week(0), failed(1, "push_up", "bw_squat")])
    assert due(training, 2, diary=felt(*days)) is is_due


def test_failures_alone_or_the_same_one_twice_do_not() -> None:
    training = after([week(0), failed(1, "push_up", "bw_squat")])
    assert not due(training, 2)
    same = after([week(0), failed(1, "push_up"), failed(1, "push_up", day=5)])
    assert not due(same, 2, diary=WORN)
    old = after([failed(0, "push_up", "bw_squat"), week(1)])
    assert not due(old, 2, diary=WORN)


def test_an_easy_week_is_never_followed_by_another_for_the_same_reasons() -> None:
    results = (did(id, 8, 6, target=8, failed=True) for id in ("push_up", "bw_squat"))
    training = after([week(0), session(on(10), *results, phase=Phase.DELOAD)])
    assert due(training, 1)
    assert not due(training, 2, diary=WORN)


def test_the_answer_is_the_same_on_every_day_of_the_week() -> None:
    training = after([week(0), failed(1, "push_up", "bw_squat")])
    first = due(training, 2, diary=WORN)
    training = after([session(on(15), did("push_up", 8), phase=Phase.DELOAD)], begun=training)
    assert first
    assert due(training, 2, diary=WORN)

"""What happens between turns: days pass, storage fails, others write, requests come twice."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from engine.library.model import Measure
from engine.plan.model import Focus
from engine.session.close import REOPEN_FOR
from engine.session.commands import (
    Correct,
    Done,
    MoreRest,
    Next,
    Ready,
    Resume,
    Start,
    Stop,
    Symptom,
    Today,
    Undo,
    Unwell,
)
from engine.session.events import Heard
from engine.session.state import Briefing, Finished, Idle, Resting, Working
from engine.units import Instant
from skill.service.coach import Coach, Request
from skill.service.history import history
from skill.service.ports import StorageFault, Store
from skill.service.records import Status
from skill.service.reply import Reply
from skill.storage import open_store
from tests.skill.service.conftest import coach_over
from tests.skill.service.test_coach import AIRED, DAY, PLAYED, FailingStore, Visit

HOUR = 3_600_000


def rendered(reply: Reply) -> str:
    return json.dumps([reply.state.name, [line.text for line in reply.script.lines]])


def in_squats(visit: Visit) -> Visit:
    """The first main set is on; where answers play by themselves, it has just been played."""
    visit.says(Start())
    visit.says(Ready())
    visit.says(Next("bw_squat"))
    if visit.delivery.airtime is None:
        visit.says(Next())
        assert isinstance(visit.replies[-1].state.phase, Working)
    return visit


def test_coming_back_to_an_open_briefing_is_no_consent(coach: Coach) -> None:
    visit = Visit(coach, AIRED)
    for number in range(2):
        answer = coach.arrive(visit.athlete, visit.at, AIRED, Request(f"launch-{number}", rendered))
        assert json.loads(answer)[0] == "briefing"
        assert "not a doctor" in answer
        visit.at = Instant(visit.at + 60_000)
    visit.says(Start())
    assert visit.replies[-1].state.course.consented


def test_dizzy_twice_locks_the_next_start_even_without_a_session(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Unwell(Symptom.DIZZY))
    visit.says(Unwell(Symptom.DIZZY), after=HOUR)
    reply = visit.says(Start(), after=60_000)
    assert isinstance(reply.state.phase, Idle)


def test_a_session_in_the_evening_is_not_todays_the_next_morning(coach: Coach) -> None:
    visit = in_squats(Visit(coach, at=Instant(1_767_600_000_000 + 13 * HOUR)))
    visit.plays_until_over()
    morning = visit.says(Today(), after=10 * HOUR)
    assert isinstance(morning.state.phase, Idle)
    assert morning.workout.day == "2026-01-06"


def test_what_was_left_open_three_days_ago_is_closed_as_of_then(coach: Coach) -> None:
    visit = in_squats(Visit(coach))
    visit.says(Done(9))
    visit.says(Today(), after=3 * DAY)
    assert isinstance(visit.says(Resume()).state.phase, Idle)


def test_a_correction_after_the_end_reaches_the_next_session(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    visit.says(Ready())
    over = visit.plays_until_over()
    last = over.state.course.logs[-1]
    assert last.measure is Measure.REPS
    visit.says(Correct(reps=last.target - 3))
    visit.says(Start(), after=2 * DAY)
    visit.says(Ready())
    visit.plays_until_over()
    planned = visit.says(Start(), after=2 * DAY).workout.sets
    assert {s.target for s in planned if s.exercise == last.exercise} == {last.target}


def test_another_focus_asked_for_in_the_briefing_is_another_briefing(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    reply = visit.says(Start(Focus.CORE, 15))
    assert isinstance(reply.state.phase, Briefing)
    assert (reply.workout.focus, reply.workout.minutes) == (Focus.CORE, 15)


def test_a_long_rest_is_played_in_part_and_kept_whole(coach: Coach) -> None:
    visit = in_squats(Visit(coach, AIRED))
    visit.says(Done(9))
    reply = visit.says(MoreRest(600))
    assert reply.script.total <= 240_000
    assert reply.question
    assert isinstance(reply.state.phase, Resting)
    assert reply.state.phase.until - reply.began >= 500_000


def test_a_look_at_the_history_takes_nothing_off_the_air(coach: Coach, store: Store) -> None:
    visit = Visit(coach, AIRED)
    visit.says(Start())
    began = visit.says(Ready()).began
    coach.settle(visit.athlete, Instant(began + 60_000), AIRED)
    coach.settle(visit.athlete, Instant(began + 70_000), AIRED)
    later = coach.present(visit.athlete, Instant(began + 185_000), AIRED)
    untouched = coach_over(store).present(visit.athlete, Instant(began + 185_000), AIRED)
    assert later.state.phase == untouched.state.phase
    assert later.exercise_in_hand == "bw_squat"


def test_a_cool_down_that_played_out_completes_the_session(coach: Coach, store: Store) -> None:
    visit = in_squats(Visit(coach, AIRED))
    while visit.replies[-1].question:
        visit.says(Done())
    coach.settle(visit.athlete, Instant(visit.at + HOUR), AIRED)
    assert history(store, visit.athlete)[-1].status is Status.COMPLETED


def test_a_second_device_that_was_first_is_told_and_nobody_is_locked_out(store: Store) -> None:
    failing = FailingStore(store)
    ours, theirs = Visit(coach_over(failing)), Visit(coach_over(store))
    in_squats(ours)
    failing.failing = True
    assert ours.says(Done(9)).at_risk
    theirs.says(Stop(), after=60_000)
    failing.failing = False
    for _ in range(2):
        reply = ours.says(Today(), after=60_000)
        assert isinstance(reply.state.phase, Finished)
        assert not reply.at_risk


def test_sessions_that_end_while_storage_is_away_are_kept_apart(store: Store) -> None:
    failing = FailingStore(store)
    visit = in_squats(Visit(coach_over(failing)))
    failing.failing = True
    visit.says(Done(9))
    visit.says(Stop())
    visit.says(Start(), after=60_000)
    visit.says(Ready())
    visit.says(Next("split_squat"))
    visit.says(Next())
    visit.says(Done(7))
    failing.failing = False
    assert not visit.says(Stop()).at_risk
    first, second = history(store, visit.athlete)
    assert [[done.actual for done in each.sets] for each in (first, second)] == [[9], [7]]
    assert {first.status, second.status} == {Status.PARTIAL}


def test_a_speaker_goes_on_from_memory_while_storage_is_away(store: Store) -> None:
    failing = FailingStore(store)
    visit = in_squats(Visit(coach_over(failing), AIRED))
    failing.failing = True
    for _ in range(4):
        visit.says(Done())
    assert len(visit.replies[-1].state.course.logs) == 4


def test_two_copies_of_a_request_at_once_are_one(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'twice.db'}")
    coach = coach_over(store)
    visit = in_squats(Visit(coach))
    for number in (9, 8, 7):
        visit.says(Done(number))
        while not isinstance(visit.plays_on().state.phase, Working):
            pass
    event, gate, answers = Heard(Undo(), visit.at), threading.Barrier(4), []

    def sends() -> None:
        gate.wait()
        answers.append(coach.answer(visit.athlete, event, PLAYED, Request("same", rendered)))

    senders = [threading.Thread(target=sends) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert len(answers) == 4
    assert len(set(answers)) == 1
    (session,) = history(store, visit.athlete)
    assert [done.actual for done in session.sets] == [9, 8]
    store.close()


@pytest.mark.parametrize("damage", ['{"version": 99}', '{"kind": "State"}', '{"version": 0}'])
def test_a_session_that_cannot_be_read_locks_nobody_out(
    coach: Coach, store: Store, damage: str
) -> None:
    visit = in_squats(Visit(coach))
    with store.begin() as work:
        record = work.latest_session(visit.athlete)
        assert record is not None
        work.save_session(replace(record, state=damage, version=record.version + 1))
        work.commit()
    fresh = Visit(coach_over(store), at=Instant(visit.at + 60_000))
    assert isinstance(fresh.says(Start()).state.phase, Briefing)
    with store.begin() as work:
        damaged = work.session(visit.athlete, record.id)
        assert damaged is not None
        assert damaged.state == damage


def test_a_session_of_another_days_clock_does_not_hide_the_next(coach: Coach) -> None:
    ahead = in_squats(Visit(coach, at=Instant(1_767_600_000_000 + 30 * DAY)))
    ahead.plays_until_over()
    now = Visit(coach)
    now.says(Start())
    now.says(Ready())
    assert isinstance(now.says(Today()).state.phase, Working)


def test_unsaved_turns_are_never_forgotten(store: Store) -> None:
    failing = FailingStore(store)
    coach = coach_over(failing)
    visit = in_squats(Visit(coach))
    failing.failing = True
    visit.says(Done(9))
    failing.failing = False
    for number in range(300):
        Visit(coach, name=f"other-{number}").says(Start())
    visit.says(Stop())
    assert [done.actual for done in history(store, visit.athlete)[0].sets] == [9]


def test_an_athlete_nobody_knows_is_a_storage_fault(coach: Coach) -> None:
    with pytest.raises(StorageFault):
        coach.hear("01a00000-0000-7000-8000-000000000000", Heard(Today(), Instant(0)), PLAYED)


def test_a_stopped_session_waits_eighteen_hours_even_over_midnight(coach: Coach) -> None:
    visit = in_squats(Visit(coach, at=Instant(1_767_600_000_000 + 14 * HOUR)))
    visit.says(Done(9))
    visit.says(Stop())
    reply = visit.says(Resume(), after=REOPEN_FOR - HOUR)
    assert not isinstance(reply.state.phase, Idle | Finished)

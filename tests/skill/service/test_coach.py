"""The door: what an athlete says comes back as words, and what was done is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from engine.library.model import Place
from engine.plan.model import Focus
from engine.session.close import REOPEN_FOR
from engine.session.commands import Command, Done, Pain, Ready, Start, Stop, Today
from engine.session.events import Event, Heard, Played, Silence
from engine.session.state import Asking, Briefing, Finished, Idle, Preparing, Resting, Working
from engine.speech.estimate import estimated_ms
from engine.units import Instant
from skill.service.airing import Airtime
from skill.service.coach import Coach, Delivery, Request
from skill.service.history import history
from skill.service.ports import StorageFault, Store, UnitOfWork
from skill.service.records import Channel, Status
from skill.service.reply import Reply
from tests.samples import MONDAY
from tests.skill.service.conftest import coach_over

PLAYED = Delivery(estimated_ms)
AIRED = Delivery(estimated_ms, Airtime(240_000, lambda script: True))  # type: ignore[arg-type]
DAY = 24 * 3_600_000


@dataclass
class Visit:
    """One athlete on one channel, who answers when the last reply is over."""

    coach: Coach
    delivery: Delivery = PLAYED
    at: Instant = MONDAY
    name: str = "sam"
    athlete: str = ""
    replies: list[Reply] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.athlete = self.coach.athlete_on(Channel.LAPTOP, self.name, self.at)

    def says(self, command: Command, after: int = 0) -> Reply:
        return self.happens(lambda at: Heard(command, at), after)

    def happens(self, event, after: int = 0) -> Reply:  # type: ignore[no-untyped-def]
        self.at = Instant(self.at + after)
        made: Event = event(self.at)
        reply = self.coach.hear(self.athlete, made, self.delivery)
        self.replies.append(reply)
        self.at = Instant(self.at + reply.script.total)
        return reply

    def plays_on(self) -> Reply:
        """What a player reports when nobody says a word."""
        phase = self.replies[-1].state.phase
        if isinstance(phase, Preparing | Working | Resting):
            return self.happens(lambda at: Played(phase.step, at))
        return self.happens(Silence, after=8_000)

    def plays_until_over(self) -> Reply:
        while not isinstance(self.replies[-1].state.phase, Finished):
            self.plays_on()
        return self.replies[-1]

    def heard(self) -> str:
        """The words of the last reply."""
        return " ".join(line.text for line in self.replies[-1].script.lines)


def test_a_newcomer_is_told_what_the_coach_is_before_the_first_session(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    assert "not a doctor" in visit.heard()
    visit.says(Ready())
    visit.says(Stop(), after=1_000)
    visit.says(Start(), after=1_000)
    assert "not a doctor" not in visit.heard()


def test_starting_unanswered_is_no_consent(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    visit.plays_on()
    assert isinstance(visit.replies[-1].state.phase, Working)
    visit.says(Stop())
    visit.says(Start(), after=60_000)
    assert "not a doctor" in visit.heard()


def test_a_hands_free_session_is_kept_whole_and_assumed(coach: Coach, store: Store) -> None:
    visit = Visit(coach)
    visit.says(Start())
    visit.says(Ready())
    visit.plays_until_over()
    (session,) = history(store, visit.athlete)
    planned = [planned for planned in visit.replies[-1].workout.sets if planned.main]
    assert session.status is Status.COMPLETED
    assert [(done.exercise, done.target) for done in session.sets] == [
        (planned.exercise, planned.target) for planned in planned
    ]
    assert {done.source.value for done in session.sets} == {"assumed"}
    assert "Wednesday" in visit.heard()


def test_the_minutes_named_are_the_minutes_it_takes(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    named = visit.heard()
    visit.says(Ready())
    began = visit.replies[-1].began
    visit.plays_until_over()
    minutes = round((visit.at - began) / 60_000)
    assert minutes <= 20
    assert {16: "sixteen", 17: "seventeen", 18: "eighteen"}[minutes] + " minutes" in named


def test_what_was_said_outlives_the_process(store: Store) -> None:
    before = Visit(coach_over(store))
    before.says(Start(Focus.CORE))
    before.says(Ready())
    while not (
        isinstance(phase := before.plays_on().state.phase, Working)
        and before.replies[-1].workout.sets[phase.index].main
    ):
        pass
    before.says(Done(7))
    after = Visit(coach_over(store), at=before.replies[-1].began)
    reply = after.says(Today())
    assert reply.state.phase == before.replies[-1].state.phase
    assert reply.workout.focus is Focus.CORE
    (session,) = history(store, after.athlete)
    assert [(done.actual, done.source.value) for done in session.sets] == [(7, "said")]


def test_a_session_left_open_is_closed_the_next_day_with_what_was_done(
    coach: Coach, store: Store
) -> None:
    visit = Visit(coach)
    visit.says(Start())
    visit.says(Ready())
    for _ in range(9):
        visit.plays_on()
    done = len(history(store, visit.athlete)[0].sets)
    assert done
    visit.says(Start(), after=REOPEN_FOR + 1)
    assert isinstance(visit.replies[-1].state.phase, Briefing)
    statuses = [session.status for session in history(store, visit.athlete)]
    assert statuses == [Status.PARTIAL]
    assert len(history(store, visit.athlete)[0].sets) == done


def test_a_session_left_open_waits_for_eighteen_hours(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    visit.says(Ready())
    visit.says(Start(), after=REOPEN_FOR - 60_000)
    assert not isinstance(visit.replies[-1].state.phase, Briefing)


def test_what_was_done_well_asks_for_a_little_more_next_time(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    first = {s.exercise: s.target for s in visit.says(Ready()).workout.sets if s.main}
    visit.plays_until_over()
    visit.says(Start(), after=2 * DAY)
    visit.says(Ready())
    visit.plays_until_over()
    third = {s.exercise: s.target for s in visit.says(Start(), after=2 * DAY).workout.sets}
    assert third["bw_squat"] == first["bw_squat"] + 1
    assert third["forearm_plank"] == first["forearm_plank"] + 5


def test_a_reported_pain_is_planned_around_the_next_day(coach: Coach) -> None:
    visit = Visit(coach)
    visit.says(Start())
    visit.says(Ready())
    visit.says(Pain(), after=500)
    assert isinstance(visit.replies[-1].state.phase, Asking)
    visit.says(Pain(Place.KNEE, level=6))
    visit.says(Stop())
    reply = visit.says(Start(), after=DAY)
    assert "bw_squat" not in reply.workout.exercises
    assert "hurts" in visit.heard()
    assert "bw_squat" in visit.says(Start(), after=15 * DAY).workout.exercises


def test_a_repeated_request_gets_the_very_same_answer_and_logs_once(
    coach: Coach, store: Store
) -> None:
    visit = Visit(coach, AIRED)
    visit.says(Start())
    visit.says(Ready())
    visit.says(Ready())

    def render(reply: Reply) -> str:
        return json.dumps([line.text for line in reply.script.lines])

    request = Request("amzn1.request.1", render)
    event = Heard(Done(9), Instant(visit.at + 2_000))
    first = coach.answer(visit.athlete, event, AIRED, request)
    again = coach.answer(visit.athlete, event, AIRED, request)
    assert first == again
    assert sum(len(session.sets) for session in history(store, visit.athlete)) == 1


def test_an_answer_that_plays_by_itself_is_counted_as_played_up_to_now(coach: Coach) -> None:
    visit = Visit(coach, AIRED)
    visit.says(Start())
    visit.says(Ready())
    reply = visit.says(Ready(), after=1_000)
    assert isinstance(reply.state.phase, Preparing)
    asked = visit.says(Today(), after=1_000)
    assert isinstance(asked.state.phase, Asking)
    assert asked.state.course.logs == ()


class FailingStore:
    """Passes on to a real store until it is told to fail."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.failing = False

    def begin(self) -> UnitOfWork:
        if self.failing:
            raise StorageFault("The disk is full, free some space.")
        return self._store.begin()

    def close(self) -> None:
        self._store.close()


def test_when_storage_fails_the_session_goes_on_and_says_so_once(store: Store) -> None:
    failing = FailingStore(store)
    visit = Visit(coach_over(failing))
    visit.says(Start())
    visit.says(Ready())
    failing.failing = True
    for _ in range(8):
        visit.plays_on()
    at_risk = [reply.at_risk for reply in visit.replies]
    warnings = sum(
        "log" in " ".join(line.text for line in reply.script.lines).lower() and reply.at_risk
        for reply in visit.replies
    )
    assert any(at_risk)
    assert warnings == 1
    failing.failing = False
    visit.plays_until_over()
    assert not visit.replies[-1].at_risk
    (session,) = history(store, visit.athlete)
    planned = [planned for planned in visit.replies[-1].workout.sets if planned.main]
    assert len(session.sets) == len(planned)


def test_two_athletes_on_one_laptop_keep_their_own_sessions(coach: Coach) -> None:
    sam, ada = Visit(coach, name="sam"), Visit(coach, name="ada")
    sam.says(Start(Focus.LEGS))
    ada.says(Start(Focus.CORE))
    assert sam.athlete != ada.athlete
    assert sam.says(Today()).workout.focus is Focus.LEGS
    assert ada.says(Today()).workout.focus is Focus.CORE


def test_without_a_session_questions_leave_nothing_behind(coach: Coach, store: Store) -> None:
    visit = Visit(coach)
    reply = visit.says(Today())
    assert isinstance(reply.state.phase, Idle)
    assert history(store, visit.athlete) == []
    with store.begin() as work:
        assert work.latest_session(visit.athlete) is None


def test_replies_say_whether_the_coach_waits_for_a_word(coach: Coach) -> None:
    visit = Visit(coach)
    assert visit.says(Start()).question
    working = visit.says(Ready())
    assert working.question == ""
    assert not working.over
    assert visit.says(Stop()).over
    assert replace(working).over is False

"""The one door: a channel brings an athlete and an event, and gets a reply to voice."""

from __future__ import annotations

import json
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from time import perf_counter_ns

from engine.cues import Amount, Cue, Name, Priority, Say, Verbosity, say
from engine.session.close import REOPEN_FOR
from engine.session.codec import snapshot
from engine.session.commands import Command, Repeat, Resume, Start, Stop, WhereAmI
from engine.session.events import Elapsed, Event, Heard
from engine.session.standing import Standing
from engine.session.state import Asking, Briefing, Idle, Resting, Working
from engine.units import Instant
from skill.service.airing import Airtime, aired
from skill.service.planning import Wanted, day_of, fitted, workout_for, zone_named
from skill.service.ports import Ids, StaleSession, StorageFault, Store, UnitOfWork
from skill.service.records import Athlete, Channel, HeardRecord, SessionRecord, Status
from skill.service.reply import Reply, Script
from skill.service.scripts import Lengths, Scripts, asks_for_time, with_time
from skill.service.sitting import Sitting, standing_of, stored, with_standing

log = logging.getLogger(__name__)
REMEMBERED = 256
"""Athletes whose last turn is kept in memory, for when storage fails in mid-session."""


@dataclass(frozen=True)
class Delivery:
    """How a channel voices replies."""

    lengths: Lengths
    airtime: Airtime | None = None
    """Set where one answer plays by itself until the athlete's next word."""
    greeting: tuple[Say, ...] = ()
    """Said first."""
    newcomers: tuple[Say, ...] = ()
    """Said right after the first-use words."""
    beeps: bool = True
    """Whether the channel can sound tones; without, the coach uses few words instead."""
    wanted: Wanted = field(default_factory=Wanted)


@dataclass(frozen=True)
class Request:
    """A request that the network may repeat: answered once, word for word."""

    id: str
    render: Callable[[Reply], str]


class Coach:
    """Answers events. One instance serves every channel and athlete; safe between threads."""

    def __init__(self, store: Store, ids: Ids, scripts: Scripts, machine: tzinfo) -> None:
        self._store = store
        self._ids = ids
        self._scripts = scripts
        self._machine = machine
        self._last: OrderedDict[str, Sitting] = OrderedDict()
        self._guard = threading.Lock()

    @property
    def scripts(self) -> Scripts:
        return self._scripts

    def athlete_on(
        self, channel: Channel, external_id: str, at: Instant, time_zone: str | None = None
    ) -> str:
        """The id of who comes by this way; a new athlete on first contact. Raises StorageFault."""
        with self._store.begin() as work:
            known = work.athlete_on(channel, external_id)
            if known is None:
                name = external_id if channel is Channel.LAPTOP else None
                known = Athlete(self._ids.new(), name, time_zone, at)
                work.add_athlete(known)
                work.join(channel, external_id, known.id)
                work.commit()
            elif time_zone and time_zone != known.time_zone:
                work.save_athlete(replace(known, time_zone=time_zone))
                work.commit()
        return known.id

    def present(self, athlete_id: str, at: Instant, delivery: Delivery) -> Sitting:
        """Where the athlete's session stands, changing nothing. Raises StorageFault."""
        with self._store.begin() as work:
            sitting, _ = self._load(work, athlete_id, at, delivery.wanted)
        sitting = sitting.caught_up(at, self._scripts.library)
        return sitting.heard_event(Elapsed(at), self._scripts.library)

    def hear(self, athlete_id: str, event: Event, delivery: Delivery) -> Reply:
        """Answer one event; the reply is durable, or says that it is not.

        Raises:
            StorageFault: the athlete's data cannot be loaded, and is not remembered either.
        """
        return self._heard(athlete_id, event, delivery, None)[0]

    def answer(self, athlete_id: str, event: Event, delivery: Delivery, request: Request) -> str:
        """As :meth:`hear`, rendered; a request heard before gets the very same answer."""
        try:
            with self._store.begin() as work:
                before = work.answer_to(athlete_id, request.id)
        except StorageFault:
            before = None  # answering from memory is better than not at all
        if before is not None:
            return before
        return self._heard(athlete_id, event, delivery, request)[1]

    def settle(self, athlete_id: str, at: Instant, delivery: Delivery) -> None:
        """Keep what a channel has played by itself until now. Raises StorageFault."""
        with self._store.begin() as work:
            sitting, _ = self._load(work, athlete_id, at, delivery.wanted)
            caught_up = sitting.caught_up(at, self._scripts.library)
            if caught_up.heard and caught_up.record is not None:
                self._saved(work, caught_up, at, ())
            work.commit()

    def arrive(self, athlete_id: str, at: Instant, delivery: Delivery, request: Request) -> str:
        """Somebody came in without a word: take up an open session, else introduce today's.

        Raises:
            StorageFault: as :meth:`hear`.
        """
        sitting = self._arriving(athlete_id, at, delivery)
        fresh = sitting.phase_is_over or isinstance(sitting.state.phase, Briefing)
        command: Command = Resume()
        greeting: tuple[Say, ...] = ()
        if not fresh:
            # What is on is told again; "resume" would be answered with "nothing is paused".
            told_again = isinstance(sitting.state.phase, Working | Resting | Asking)
            command = Repeat() if told_again else Resume()
            greeting = (say("welcome_back", exercise=Name(sitting.exercise_in_hand)),)
        elif not sitting.reopens(at):
            command = WhereAmI() if sitting.done_today else Start()
            greeting = (say("welcome"),)
        greeted = replace(delivery, greeting=greeting)
        return self.answer(athlete_id, Heard(command, at), greeted, request)

    def _arriving(self, athlete_id: str, at: Instant, delivery: Delivery) -> Sitting:
        try:
            return self.present(athlete_id, at, delivery)
        except StorageFault:
            remembered = self._last.get(athlete_id)
            if remembered is None:
                raise
            return remembered.caught_up(at, self._scripts.library)

    def _heard(
        self, athlete_id: str, event: Event, delivery: Delivery, request: Request | None
    ) -> tuple[Reply, str]:
        began = perf_counter_ns()
        before = self._last.get(athlete_id)
        try:
            reply, rendered = self._turn(athlete_id, event, delivery, request)
        except StaleSession:
            # Another device was first: its change stands, and this one is told where things are.
            event = Heard(WhereAmI(), event.at)
            reply, rendered = self._turn(athlete_id, event, delivery, request)
        log.info(
            "turn request=%s athlete=%s session=%s event=%s state=%s->%s ms=%.1f",
            request.id if request else None,
            athlete_id,
            reply.session_id,
            type(event.command if isinstance(event, Heard) else event).__name__,
            before.state.name if before else "?",
            reply.state.name,
            (perf_counter_ns() - began) / 1e6,
        )
        return reply, rendered

    def _turn(
        self, athlete_id: str, event: Event, delivery: Delivery, request: Request | None
    ) -> tuple[Reply, str]:
        remembered = self._last.get(athlete_id)
        sitting: Sitting | None = None
        try:
            with self._store.begin() as work:
                sitting, closing = self._load(work, athlete_id, event.at, delivery.wanted)
                sitting = self._advanced(sitting, event, delivery)
                reply, played = self._reply(sitting, event.at, delivery, closing)
                rendered = request.render(reply) if request else ""
                kept = self._saved(work, sitting, event.at, played)
                if request:
                    work.keep_answer(athlete_id, request.id, rendered, event.at)
                work.commit()
        except StorageFault as fault:
            if sitting is None and remembered is None:
                raise
            log.error("storage athlete=%s fault=%s", athlete_id, fault)
            return self._from_memory(sitting, remembered, event, delivery, request)
        self._remember(kept)
        return reply, rendered

    def _from_memory(
        self,
        sitting: Sitting | None,
        remembered: Sitting | None,
        event: Event,
        delivery: Delivery,
        request: Request | None,
    ) -> tuple[Reply, str]:
        """Storage is away: go on with what is remembered, and say once that the log is at risk."""
        if sitting is None:
            assert remembered is not None
            sitting = self._advanced(remembered, event, delivery)
        first = remembered is None or not remembered.unsaved
        warning = (say("log_at_risk", Priority.KEEP),) if first else ()
        reply, _ = self._reply(sitting, event.at, delivery, warning)
        reply = replace(reply, at_risk=True)
        self._remember(replace(sitting, unsaved=True))
        return reply, request.render(reply) if request else ""

    # Loading

    def _load(
        self, work: UnitOfWork, athlete_id: str, at: Instant, wanted: Wanted
    ) -> tuple[Sitting, tuple[Say, ...]]:
        """The athlete's session as of now, and words about one that was closed meanwhile."""
        remembered = self._last.get(athlete_id)
        if remembered is not None and remembered.unsaved:
            return remembered, ()
        athlete = work.athlete(athlete_id)
        if athlete is None:
            raise StorageFault("This athlete is not known here; link the device again.")
        record = work.latest_session(athlete_id)
        standing = standing_of(athlete)
        if record is None:
            return self._opening(athlete, standing, at, wanted), ()
        state, workout = stored(record)
        day = day_of(at, zone_named(athlete.time_zone, self._machine))
        sitting = Sitting(athlete, standing, record, workout, state, day)
        if at - record.changed_at <= REOPEN_FOR:
            return sitting, ()
        if record.status is not Status.OPEN or isinstance(state.phase, Idle):
            return self._opening(athlete, standing, at, wanted), ()
        return self._closed(work, sitting, at, wanted)

    def _closed(
        self, work: UnitOfWork, left_open: Sitting, at: Instant, wanted: Wanted
    ) -> tuple[Sitting, tuple[Say, ...]]:
        """A session that nobody took up again is closed with what was done kept."""
        closed = left_open.caught_up(at, self._scripts.library)
        if closed.phase_is_over:
            closed = self._saved(work, closed, at, ())
            return self._opening(closed.athlete, closed.standing, at, wanted), ()
        closed = closed.heard_event(Heard(Stop(), at), self._scripts.library)
        closed = self._saved(work, closed, at, ())
        done = {(kept.exercise, kept.set) for kept in closed.state.course.logs}
        words = say("left_open_closed", sets=Amount(len(done), "sets"))
        opening = self._opening(closed.athlete, closed.standing, at, wanted)
        return opening, (words,) if done else ()

    def _opening(
        self, athlete: Athlete, standing: Standing, at: Instant, wanted: Wanted
    ) -> Sitting:
        day = day_of(at, zone_named(athlete.time_zone, self._machine))
        state = standing.opening(at)
        workout = fitted(
            workout_for(self._scripts.library, wanted, standing, at, day),
            lambda workout: self._scripts.left(state, at, workout),
        )
        return Sitting(athlete, standing, None, workout, state, day, opened=state)

    # Advancing and answering

    def _advanced(self, sitting: Sitting, event: Event, delivery: Delivery) -> Sitting:
        sitting = sitting.caught_up(event.at, self._scripts.library)
        starts = isinstance(event, Heard) and isinstance(event.command, Start)
        if starts and sitting.phase_is_over:
            sitting = self._begun(sitting, event, delivery)
        return sitting.heard_event(event, self._scripts.library)

    def _begun(self, sitting: Sitting, event: Event, delivery: Delivery) -> Sitting:
        """A new session, for what was asked; one that was noted but never begun is used up."""
        assert isinstance(event, Heard)
        assert isinstance(event.command, Start)
        wanted = delivery.wanted.narrowed(event.command)
        opening = self._opening(sitting.athlete, sitting.standing, event.at, wanted)
        if isinstance(sitting.state.phase, Idle):
            return replace(sitting, workout=opening.workout, day=opening.day)
        return replace(opening, facts=sitting.facts if sitting.unsaved else ())

    def _reply(
        self, sitting: Sitting, at: Instant, delivery: Delivery, first: tuple[Say, ...]
    ) -> tuple[Reply, tuple[tuple[str, Instant], ...]]:
        at = max(at, sitting.state.course.last_at)
        cues = self._worded(sitting, at, delivery, first)
        verbosity = sitting.state.course.verbosity
        if verbosity is Verbosity.TONES and not delivery.beeps:
            verbosity = Verbosity.BRIEF

        def scripter(cues: tuple[Cue, ...]) -> Script:
            return self._scripts.script(cues, verbosity, delivery.lengths)

        played: tuple[tuple[str, Instant], ...] = ()
        if delivery.airtime is not None and cues:
            run = aired(
                sitting.state,
                cues,
                at,
                sitting.workout,
                self._scripts.library,
                scripter,
                delivery.airtime,
            )
            cues, played = run.cues, run.played
        session_id = sitting.record.id if sitting.record else None
        reply = Reply(
            sitting.athlete.id, session_id, sitting.state, sitting.workout, at, scripter(cues)
        )
        return reply, played

    def _worded(
        self, sitting: Sitting, at: Instant, delivery: Delivery, first: tuple[Say, ...]
    ) -> tuple[Cue, ...]:
        cues: tuple[Cue, ...] = sitting.cues
        if not cues:
            return ()
        if isinstance(cues[0], Say) and cues[0].phrase == "first_use":
            cues = (cues[0], *delivery.newcomers, *cues[1:])
        cues = (*delivery.greeting, *first, *cues)
        if asks_for_time(cues):
            cues = with_time(cues, self._scripts.left(sitting.state, at, sitting.workout))
        return cues

    # Saving

    def _saved(
        self,
        work: UnitOfWork,
        sitting: Sitting,
        at: Instant,
        played: tuple[tuple[str, Instant], ...],
    ) -> Sitting:
        """Keep the turn; the sitting as it stands in storage afterwards."""
        athlete = with_standing(sitting.athlete, sitting.standing, at)
        if athlete != sitting.athlete:
            work.save_athlete(athlete)
        if not sitting.worth_keeping():
            return replace(sitting, athlete=athlete)
        record = sitting.as_record(self._ids, at, played)
        self._save_record(work, sitting, record)
        return replace(
            sitting, athlete=athlete, record=record, facts=(), heard=(), cues=(), unsaved=False
        )

    def _save_record(self, work: UnitOfWork, sitting: Sitting, record: SessionRecord) -> None:
        heard = sitting.heard
        if sitting.record is None:
            work.add_session(record)
            opening = HeardRecord(0, record.opened_at, json.dumps(snapshot(sitting.opened)))
            heard = (opening, *heard)
        else:
            work.save_session(record)
        work.add_facts(record.athlete_id, record.id, sitting.fact_records(self._ids))
        work.add_heard(record.athlete_id, record.id, heard)

    def _remember(self, sitting: Sitting) -> None:
        with self._guard:
            self._last[sitting.athlete.id] = sitting
            self._last.move_to_end(sitting.athlete.id)
            while len(self._last) > REMEMBERED:
                self._last.popitem(last=False)

"""The one door: a channel brings an athlete and an event, and gets a reply to voice."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from time import perf_counter_ns

from engine.cues import Cue, Priority, Say, Verbosity, say
from engine.session.commands import WhereAmI
from engine.session.events import Elapsed, Event, Heard
from engine.units import Instant
from skill.service.airing import Airtime, aired
from skill.service.arrival import arrival
from skill.service.consulting import Consultation, plans, with_offer
from skill.service.loading import Loader
from skill.service.memory import Memory
from skill.service.planning import Wanted
from skill.service.ports import Ids, StaleSession, StorageFault, Store, UnitOfWork
from skill.service.records import Athlete, Channel
from skill.service.reply import Reply, Script
from skill.service.saving import saved
from skill.service.scripts import Lengths, Scripts, asks_for_time, with_time
from skill.service.shelf import Shelf
from skill.service.sitting import Sitting

log = logging.getLogger(__name__)


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
        self._loader = Loader(scripts, machine)
        self._consultation = Consultation(self._loader)
        self._shelf = Shelf(store, ids, scripts.library, machine)
        self._memory = Memory()

    @property
    def scripts(self) -> Scripts:
        return self._scripts

    @property
    def shelf(self) -> Shelf:
        """Athletes' books, outside a session."""
        return self._shelf

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
            sitting, _ = self._loaded(work, athlete_id, at, delivery)
        return sitting.heard_event(Elapsed(at), self._scripts.library)

    def settle(self, athlete_id: str, at: Instant, delivery: Delivery) -> None:
        """Keep what a channel has played by itself until now. Raises StorageFault."""
        with self._store.begin() as work:
            sitting, _ = self._loaded(work, athlete_id, at, delivery)
            if sitting.heard or sitting.before:
                saved(work, sitting, at, self._ids)
                work.commit()

    def hear(self, athlete_id: str, event: Event, delivery: Delivery) -> Reply:
        """Answer one event; the reply is durable, or says that it is not.

        Raises:
            StorageFault: the athlete's data cannot be loaded, and is not remembered either.
        """
        reply, _ = self._heard(athlete_id, event, delivery, None)
        assert reply is not None
        return reply

    def answer(self, athlete_id: str, event: Event, delivery: Delivery, request: Request) -> str:
        """As :meth:`hear`, rendered; a request heard before gets the very same answer."""
        return self._heard(athlete_id, event, delivery, request)[1]

    def arrive(self, athlete_id: str, at: Instant, delivery: Delivery, request: Request) -> str:
        """As :meth:`answer` to somebody who came in without a word."""
        try:
            sitting = self.present(athlete_id, at, delivery)
        except StorageFault:
            remembered = self._memory.of(athlete_id)
            if remembered is None:
                raise
            sitting = remembered.caught_up(at, self._scripts.library)
        command, greeting = arrival(sitting, at)
        greeted = replace(delivery, greeting=greeting)
        return self.answer(athlete_id, Heard(command, at), greeted, request)

    def _heard(
        self, athlete_id: str, event: Event, delivery: Delivery, request: Request | None
    ) -> tuple[Reply | None, str]:
        """A reply and its rendering; no reply where the request was answered before."""
        try:
            return self._turn(athlete_id, event, delivery, request)
        except StaleSession as stale:
            # Another device was first: its change stands, and this one is told where things are.
            lost = self._memory.forget(athlete_id)
            if lost is not None and lost.unsaved:
                log.error("lost athlete=%s facts=%d: %s", athlete_id, len(lost.facts), stale)
            return self._turn(athlete_id, Heard(WhereAmI(), event.at), delivery, request)

    def _turn(
        self, athlete_id: str, event: Event, delivery: Delivery, request: Request | None
    ) -> tuple[Reply | None, str]:
        began = perf_counter_ns()
        remembered = self._memory.of(athlete_id)
        loaded: Sitting | None = None
        try:
            with self._store.begin() as work:
                before = work.answer_to(athlete_id, request.id) if request else None
                if before is not None:
                    return None, before
                loaded, first = self._loaded(work, athlete_id, event.at, delivery)
                if plans(loaded, event):
                    loaded = self._loader.with_book(work, loaded, event.at)
                sitting, reply = self._answered(loaded, event, delivery, first)
                rendered = request.render(reply) if request else ""
                kept = saved(work, sitting, event.at, self._ids)
                if request:
                    work.keep_answer(athlete_id, request.id, rendered, event.at)
                work.commit()
        except StorageFault as fault:
            known = loaded or remembered
            if known is None:
                raise
            log.error("storage athlete=%s fault=%s", athlete_id, fault)
            kept, reply = self._unsaved(known, event, delivery)
            rendered = request.render(reply) if request else ""
        self._memory.keep(kept)
        _log_turn(request, event, loaded, reply, began)
        return reply, rendered

    def _unsaved(self, known: Sitting, event: Event, delivery: Delivery) -> tuple[Sitting, Reply]:
        """Storage is away: go on with what is remembered, and say once that the log is at risk."""
        warning = () if known.unsaved else (say("log_at_risk", Priority.KEEP),)
        known = known.caught_up(event.at, self._scripts.library)
        if plans(known, event):
            known = self._loader.with_remembered_book(known)
        sitting, reply = self._answered(known, event, delivery, warning)
        return replace(sitting, unsaved=True), replace(reply, at_risk=True)

    def _loaded(
        self, work: UnitOfWork, athlete_id: str, at: Instant, delivery: Delivery
    ) -> tuple[Sitting, tuple[Say, ...]]:
        remembered = self._memory.of(athlete_id)
        if remembered is not None and remembered.unsaved:
            return remembered.caught_up(at, self._scripts.library), ()
        return self._loader.load(work, athlete_id, at, delivery.wanted)

    # Answering

    def _answered(
        self, sitting: Sitting, event: Event, delivery: Delivery, first: tuple[Say, ...]
    ) -> tuple[Sitting, Reply]:
        if isinstance(event, Heard):
            sitting, event = self._consultation.consulted(sitting, event, delivery.wanted)
            sitting = self._consultation.begun(sitting, event, delivery.wanted)
        sitting = sitting.heard_event(event, self._scripts.library)
        return self._voiced(sitting, max(event.at, sitting.state.course.last_at), delivery, first)

    def _voiced(
        self, sitting: Sitting, at: Instant, delivery: Delivery, first: tuple[Say, ...]
    ) -> tuple[Sitting, Reply]:
        cues = self._with_words(sitting, at, delivery, first)
        verbosity = sitting.state.course.verbosity
        if verbosity is Verbosity.TONES and not delivery.beeps:
            verbosity = Verbosity.BRIEF

        def scripter(cues: tuple[Cue, ...]) -> Script:
            return self._scripts.script(cues, verbosity, delivery.lengths)

        if delivery.airtime is not None and cues:
            library, airtime = self._scripts.library, delivery.airtime
            run = aired(sitting.state, cues, at, sitting.workout, library, scripter, airtime)
            cues, sitting = run.cues, replace(sitting, aired=run.played)
        session_id = sitting.record.id if sitting.record else None
        athlete_id, state, workout = sitting.athlete.id, sitting.state, sitting.workout
        return sitting, Reply(athlete_id, session_id, state, workout, at, scripter(cues))

    def _with_words(
        self, sitting: Sitting, at: Instant, delivery: Delivery, first: tuple[Say, ...]
    ) -> tuple[Cue, ...]:
        """The session's cues with the door's own words; none where what is played goes on."""
        cues: tuple[Cue, ...] = sitting.cues
        if not cues:
            return ()
        if isinstance(cues[0], Say) and cues[0].phrase == "first_use":
            cues = (cues[0], *delivery.newcomers, *cues[1:])
        cues = (*delivery.greeting, *first, *with_offer(sitting, cues))
        if asks_for_time(cues):
            cues = with_time(cues, self._scripts.left(sitting.state, at, sitting.workout))
        return cues


def _log_turn(
    request: Request | None, event: Event, loaded: Sitting | None, reply: Reply, began: int
) -> None:
    """One line a turn; the athlete's own id here is a random one, and words are never logged."""
    log.info(
        "turn request=%s athlete=%s session=%s event=%s state=%s->%s ms=%.1f",
        request.id if request else None,
        reply.athlete_id,
        reply.session_id,
        type(event.command if isinstance(event, Heard) else event).__name__,
        loaded.state.name if loaded else "?",
        reply.state.name,
        (perf_counter_ns() - began) / 1e6,
    )

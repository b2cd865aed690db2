"""What is about more than the session in hand: asked of the dialogue, drawn into the sitting."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.cues import Cue, Say, say
from engine.dialogue.desk import concerns, handle
from engine.dialogue.inquiry import Beginning, Handled
from engine.plan.planner.asked import mobility
from engine.session.commands import Start
from engine.session.events import Event, Heard
from engine.session.state import Briefing, Idle
from skill.service.loading import Loader
from skill.service.planning import Wanted, spoken_length
from skill.service.sitting import Sitting


@dataclass(frozen=True)
class Consultation:
    """Consults the dialogue, and plans today's session anew where its answer asks for that."""

    loader: Loader

    def consulted(self, sitting: Sitting, event: Heard, wanted: Wanted) -> tuple[Sitting, Heard]:
        """The sitting and the event with the dialogue's answer, if it has one."""
        if sitting.book is None or not concerns(event.command, sitting.state):
            return sitting, event
        library, day, book = self.loader.scripts.library, sitting.day, sitting.book
        handled = handle(event.command, sitting.state, book, library, day, sitting.workout)
        sitting = sitting.planned_with(handled.book) if handled.changed else sitting
        if handled.told is None:
            return sitting, event
        sitting = self._rearranged(sitting, event, handled, wanted)
        return sitting, replace(event, told=handled.told)

    def begun(self, sitting: Sitting, event: Heard, wanted: Wanted) -> Sitting:
        """What a start asks for, where it begins a session."""
        start = event.command
        if not isinstance(start, Start) or event.told is not None or sitting.book is None:
            return sitting
        named = start.focus is not None or start.minutes is not None
        if sitting.phase_is_over or (named and isinstance(sitting.state.phase, Briefing)):
            return self.loader.begun(sitting, event.at, start, wanted)
        return sitting

    def _rearranged(
        self, sitting: Sitting, event: Heard, handled: Handled, wanted: Wanted
    ) -> Sitting:
        """With today's workout as it is after the dialogue's answer."""
        if handled.begins is None:
            plans = handled.replans and isinstance(sitting.state.phase, Idle | Briefing)
            return self.loader.replanned(sitting, event.at, wanted) if plans else sitting
        start = event.command if isinstance(event.command, Start) else Start()
        sitting = self.loader.begun(sitting, event.at, start, wanted)
        if handled.begins is Beginning.SESSION:
            return sitting
        gentle = mobility(handled.book, self.loader.scripts.library, sitting.day)
        spoken = spoken_length(self.loader.scripts, gentle, sitting.standing)
        return replace(sitting, workout=spoken)


def plans(sitting: Sitting, event: Event) -> bool:
    """Whether a turn may need all that planning goes by."""
    if not isinstance(event, Heard):
        return False
    opens = sitting.phase_is_over or isinstance(sitting.state.phase, Briefing)
    return opens or concerns(event.command, sitting.state)


def with_offer(sitting: Sitting, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The second briefing tells that there could be a plan, and no other one does."""
    briefed = any(isinstance(cue, Say) and cue.phrase == "brief" for cue in cues)
    known = sitting.book is None or bool(sitting.book.profile.answered)
    if not briefed or known or sitting.standing.sessions != 1:
        return cues
    return (*cues[:-1], say("offer_setup"), *cues[-1:])

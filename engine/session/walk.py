"""Walking the flat list of sets: lead-in, set, rest, and on to the end."""

from __future__ import annotations

from dataclasses import replace

from engine.cues import (
    Ask,
    Count,
    Hold,
    LeadIn,
    Name,
    Priority,
    Question,
    Rest,
    Say,
    Span,
    say,
)
from engine.library.model import Measure
from engine.plan.model import Block, PlannedSet, RestKind
from engine.session.close import finish
from engine.session.describe import announcement
from engine.session.facts import ExerciseMet
from engine.session.state import Asking, Briefing, Preparing, Resting, Working
from engine.session.turn import Turn
from engine.units import Instant, Ms, Side, seconds

COUNT_IN = seconds(3)
SHORT_LEAD = seconds(6)
"""Back into place after a pause or a question: a sentence and the count-in."""
EXPLAINED_BY = seconds(12)
"""By then a warm-up move has been explained."""
BRIEF_REST = seconds(8)
"""A rest this short has no room for what the announcement says right after it."""


def work_ms(turn: Turn, planned: PlannedSet) -> Ms:
    """How long the set takes at the athlete's pace; a hold keeps the clock's own."""
    if planned.measure is Measure.HOLD:
        return planned.work_ms
    return Ms(planned.work_ms * turn.course.pace // 100)


def elapsed(turn: Turn, phase: Working) -> Ms:
    """How much of a set is over."""
    return Ms(turn.at - phase.began)


def counted(turn: Turn, phase: Working) -> int:
    """Reps, seconds or contacts done by the coach's count, those before a pause included."""
    planned = turn.planned(phase.index)
    whole = work_ms(turn, planned)
    left = planned.target - phase.counted
    done = elapsed(turn, phase) * planned.target // whole
    return phase.counted + max(0, min(left, done))


def ends_at(turn: Turn, phase: Working) -> Instant:
    """When the coach's count is over."""
    planned = turn.planned(phase.index)
    left = planned.target - phase.counted
    return Instant(phase.began + work_ms(turn, planned) * left // planned.target)


# Steps


def go_to(turn: Turn, index: int) -> Turn:
    """The step of the set ``index``: its lead-in, or a warm-up or cool-down move at once."""
    if index >= len(turn.sets):
        return finish(turn)
    if not turn.planned(index).main:
        return work(turn, index)
    return prepare(turn, index, announcement(turn, index))


def prepare(
    turn: Turn, index: int, words: tuple[Say, ...], least: Ms | None = None, counted: int = 0
) -> Turn:
    """Get into place, with these words; ``counted`` of the set are done already."""
    planned = turn.planned(index)
    turn, step = turn.step("lead", index)
    turn, said = turn.varied(*words)
    lead = planned.lead_ms if least is None else least
    turn = turn.enters(Preparing(step, index, counted))
    return turn.voices(LeadIn(step, Ms(max(lead, COUNT_IN)), said))


def work(turn: Turn, index: int, counted: int = 0) -> Turn:
    """The set itself, from now on."""
    turn, step = turn.step("set", index)
    phase = Working(step, index, turn.at, counted)
    turn = turn.enters(phase)
    planned = turn.planned(index)
    if planned.main:
        return _met(turn, planned).voices(working_cue(turn, phase))
    turn, said = turn.varied(*_move_words(turn, index))
    return turn.voices(replace(_hold(turn, phase), during=said))


def rest(turn: Turn, index: int, ended: PlannedSet) -> Turn:
    """What follows the set ``ended``: a rest, or at once the next step ``index``."""
    if index >= len(turn.sets) or not ended.rest_ms:
        return go_to(turn, index)
    turn, step = turn.step("rest", index)
    phase = Resting(step, index, turn.at, Instant(turn.at + ended.rest_ms))
    return turn.enters(phase)


def rest_words(turn: Turn, phase: Resting) -> tuple[Say, ...]:
    """How long, and what comes next."""
    planned = turn.planned(phase.index)
    ended = turn.planned(phase.index - 1) if phase.index else planned
    whole = Ms(phase.until - turn.at + planned.lead_ms)
    if not planned.main:
        return ()
    if ended.rest_kind is RestKind.REST:
        opening = say("rest", span=Span(_rounded(whole)))
    else:
        opening = say("change")
    name = Name(planned.exercise)
    if planned.number == 1:
        return opening, say("next_up", exercise=name)
    if phase.until - phase.began <= BRIEF_REST:
        return (opening,)
    return opening, say("next_up_set", exercise=name, set=planned.number, of=planned.of)


def _rounded(span: Ms) -> Ms:
    """As a person says it: to five seconds from half a minute on."""
    unit = 5000 if span >= 30_000 else 1000
    return Ms(round(span / unit) * unit)


def rest_cue(turn: Turn, phase: Resting, words: tuple[Say, ...] = ()) -> Rest:
    """The rest up to its moment, which words said now do not move."""
    whole, over = Ms(phase.until - phase.began), Ms(max(0, turn.at - phase.began))
    return Rest(phase.step, whole, turn.planned(phase.index).lead_ms, words, since=over)


def working_cue(turn: Turn, phase: Working) -> Count | Hold:
    """What is left of a set, the count going on underneath whatever is said first."""
    planned = turn.planned(phase.index)
    if planned.measure is Measure.HOLD:
        return _hold(turn, phase)
    exercise = turn.library.exercises[planned.exercise]
    return Count(
        step=phase.step,
        exercise=planned.exercise,
        reps=planned.target - phase.counted,
        first=phase.counted + 1,
        tempo=planned.tempo,
        phases=exercise.phases,
        pace=turn.course.pace,
        since=elapsed(turn, phase),
    )


def _hold(turn: Turn, phase: Working) -> Hold:
    planned = turn.planned(phase.index)
    return Hold(
        step=phase.step,
        exercise=planned.exercise,
        ms=seconds(planned.target - phase.counted),
        first_ms=seconds(phase.counted),
        since=elapsed(turn, phase),
    )


def _move_words(turn: Turn, index: int) -> tuple[Say, ...]:
    planned = turn.planned(index)
    opening = []
    if index == 0 or turn.planned(index - 1).block is not planned.block:
        opening = [say("warm_up" if planned.block is Block.WARM_UP else "cool_down")]
    if planned.side is Side.RIGHT:
        return (say("switch_sides", side=Side.RIGHT.value),)
    name, span = Name(planned.exercise), Span(seconds(planned.target))
    how_to = say("move_how_to", Priority.LOW, exercise=name)
    return (*opening, say("move", exercise=name, span=span), how_to)


def _met(turn: Turn, planned: PlannedSet) -> Turn:
    """Note that the athlete was introduced to an exercise, once a session."""
    if planned.exercise in turn.course.introduced or turn.exercise(planned.exercise) is None:
        return turn
    turn = turn.notes(ExerciseMet, exercise=planned.exercise)
    return turn.notes_course(introduced=(*turn.course.introduced, planned.exercise))


def carry_on(turn: Turn, held: Resting) -> Turn:
    """Take up a rest, overdue or not."""
    if turn.at >= held.until:
        return go_to(turn, held.index)
    turn, words = turn.varied(*rest_words(turn, held))
    return turn.enters(held).voices(rest_cue(turn, held, words))


def _move_again(turn: Turn, phase: Working) -> Turn:
    """A move goes on; its explanation is told anew where it was cut off."""
    hold = _hold(turn, phase)
    if hold.since > EXPLAINED_BY or turn.planned(phase.index).side is Side.RIGHT:
        return turn.voices(hold)
    name = Name(turn.planned(phase.index).exercise)
    turn, said = turn.varied(say("move_how_to", Priority.LOW, exercise=name))
    return turn.voices(replace(hold, during=said))


def goes_on(turn: Turn) -> Turn:
    """Play on after an answer: what is left of the step, or the open question once more."""
    match turn.phase:
        case Working(index=index) as phase if not turn.planned(index).main:
            return _move_again(turn, phase)
        case Working() as phase:
            return turn.voices(working_cue(turn, phase))
        case Resting() as phase:
            return turn.voices(rest_cue(turn, phase))
        case Preparing(index=index, told=False):
            return go_to(turn, index)
        case Preparing(step, index, counted=0) if turn.planned(index).main:
            # What was being announced was interrupted: nobody should begin without it.
            turn, said = turn.varied(*announcement(turn, index))
            return turn.voices(LeadIn(step, turn.planned(index).lead_ms, said))
        case Preparing(step):
            return turn.voices(LeadIn(step, SHORT_LEAD))
        case Asking(step, question, words=words) if words:
            turn, said = turn.varied(*words)
            return turn.voices(Ask(step, question, said))
        case Asking(step, question):
            turn, said = turn.varied(say(f"ask_again_{question}"))
            return turn.voices(Ask(step, question, said))
        case Briefing(step):
            turn, said = turn.varied(say("ask_ready_again"))
            return turn.voices(Ask(step, Question.READY, said))
        case _:
            return turn

"""Pain: stop, ask where and how bad, leave it out or end. Never a diagnosis; doubt is caution.

The bands are stricter than those used under a clinician (0-2, 3-5, above 5; Silbernagel 2007),
since nobody sees the athlete here.
"""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Ask, Name, Priority, Question, Say, say
from engine.library.model import Place
from engine.session.close import end_for_safety
from engine.session.commands import Pain
from engine.session.exchange import exchange, stand_in
from engine.session.facts import PainGone, PainReported, Source, TargetChanged
from engine.session.pausing import unpaused
from engine.session.place import at_index
from engine.session.set_end import log
from engine.session.skipping import drop
from engine.session.sparing import loading, spare, straining
from engine.session.state import (
    Asking,
    Briefing,
    Finished,
    Held,
    Idle,
    Paused,
    Phase,
    Preparing,
    Resting,
    Working,
)
from engine.session.turn import Turn
from engine.session.walk import carry_on, counted, go_to, goes_on
from engine.units import Instant, Side, seconds

GO_ON_UP_TO = 2
LEAVE_EXERCISE_UP_TO = 4
UNANSWERED_LEVEL = 5
"""Nobody said how bad it is: taken as bad enough to leave the region alone."""
EXERCISE_DAYS = 7
REGION_DAYS = 14
AFTER_PAIN = seconds(30)
"""Time to hear that the session goes on with something else, and to say stop."""
ON_BONE = (Place.BONE, Place.SHIN)


def pain(turn: Turn, told: Pain) -> Turn:
    """The athlete says that something hurts: the set stops, then where and how bad."""
    match turn.phase:
        case Asking(held=held, hurt=before, exercise=exercise) as asking if asks_of_pain(asking):
            told = _together(before, told)
        case _:
            turn = unpaused(turn)
            exercise = _exercise_of(turn, turn.phase)
            turn = stopped_set(turn)
            held = _held(turn)
    if told.location is None or told.level is None:
        return _ask(turn, held, told, exercise)
    return _decide(turn.enters(held), told.location, told.side, told.level, exercise)


def _together(before: Pain, told: Pain) -> Pain:
    return Pain(
        location=told.location or before.location,
        side=told.side or before.side,
        level=before.level if told.level is None else told.level,
    )


def asks_of_pain(phase: Phase) -> bool:
    """Whether a question about pain is open: nothing else goes on before it is answered."""
    pains = (Question.PAIN_PLACE, Question.PAIN_LEVEL)
    return isinstance(phase, Asking) and phase.question in pains


def unanswered(turn: Turn, asking: Asking) -> Turn:
    """Nobody answered where or how bad: the more cautious branch."""
    return _decide(turn.enters(asking.held), *_cautious(asking), asking.exercise)


def left_unanswered(turn: Turn, asking: Asking) -> Turn:
    """Keep that something hurt, with the cautious level, while the session ends anyway."""
    place, side, level = _cautious(asking)
    turn = _noted(turn, place, side, level, asking.exercise, REGION_DAYS)
    return turn.enters(asking.held)


def _cautious(asking: Asking) -> tuple[Place, Side | None, int]:
    hurt = asking.hurt
    level = UNANSWERED_LEVEL if hurt.level is None else hurt.level
    return hurt.location or Place.OTHER, hurt.side, level


def _ask(turn: Turn, held: Held, told: Pain, exercise: str | None) -> Turn:
    question = Question.PAIN_LEVEL if told.location else Question.PAIN_PLACE
    place = told.location.value if told.location else None
    turn, step = turn.step("ask", 0)
    turn, said = turn.varied(say(f"ask_{question}", Priority.KEEP, place=place))
    asking = Asking(step, question, held, hurt=told, exercise=exercise)
    return turn.enters(asking).voices(Ask(step, question, said))


# Stopping


def stopped_set(turn: Turn) -> Turn:
    """Stop a set in hand; what was counted so far is kept as assumed."""
    match turn.phase:
        case Working(step, index) as phase if turn.planned(index).main:
            turn = turn.says(say("set_stopped", Priority.KEEP))
            return _ended_early(turn, step, index, counted(turn, phase))
        case Asking(step, Question.REPS, index=index, counted=done):
            return _ended_early(turn, step, index, done)
        case Asking(held=held) as asking if not asks_of_pain(asking):
            return stopped_set(turn.enters(held))
        case Preparing(step, index, counted=done) if done and turn.planned(index).main:
            return _ended_early(turn, step, index, done)
        case Working(step, index):
            return turn.enters(Preparing(step, index, told=False))
        case _:
            return turn


def _ended_early(turn: Turn, step: str, index: int, done: int) -> Turn:
    if done:
        turn = log(turn, index, done, Source.ASSUMED)
    return turn.enters(Preparing(step, index + 1 if done else index, told=False))


def _held(turn: Turn) -> Held:
    phase = turn.phase.held if isinstance(turn.phase, Paused) else turn.phase
    return phase.held if isinstance(phase, Asking) else phase


def _exercise_of(turn: Turn, phase: Phase) -> str | None:
    """The exercise that hurt: the one in hand, else the one just done, else the one to come."""
    match phase:
        case Asking(question=Question.REPS, index=index):
            return turn.planned(index).exercise
        case Asking(held=held):
            return _exercise_of(turn, held)
        case Working(index=index):
            return turn.planned(index).exercise if _main(turn, index) else None
        case Preparing(index=index, counted=done) if done and _main(turn, index):
            return turn.planned(index).exercise
        case Preparing(index=index) | Resting(index=index):
            last = turn.last_log
            if last is not None and last.index == index - 1:
                return last.exercise
            return turn.planned(index).exercise if _main(turn, index) else None
        case _:
            return None


def _main(turn: Turn, index: int) -> bool:
    return turn.planned(index).main


# Deciding


def _noted(
    turn: Turn, place: Place, side: Side | None, level: int, exercise: str | None, days: int
) -> Turn:
    turn = turn.notes(
        PainReported, place=place, side=side, level=level, exercise=exercise, block_days=days
    )
    turn = turn.notes_course(after_pain=True)
    if not days:
        return turn
    left_out = turn.course.left_out
    if exercise is not None and exercise not in left_out:
        left_out = (*left_out, exercise)
    return turn.notes_course(
        blocked=turn.course.blocked | {place},
        spared=turn.course.spared | {place},
        left_out=left_out,
    )


def _decide(turn: Turn, place: Place, side: Side | None, level: int, exercise: str | None) -> Turn:
    """Follow the pain rule, in the phase that the session goes on in."""
    region = level > LEAVE_EXERCISE_UP_TO or (place in ON_BONE and level > 0)
    small = level <= GO_ON_UP_TO and not region
    days = 0 if small else REGION_DAYS if region else EXERCISE_DAYS
    turn = _noted(turn, place, side, level, exercise, days)
    if isinstance(turn.phase, Idle | Briefing | Finished):
        return _noted_only(turn, place, region, days)
    index = at_index(turn)
    if small:
        return go_to(_eased(turn, exercise, index).says(_kept("pain_small")), index)
    if region:
        return _leave_region(turn, place, exercise, index)
    return _leave_exercise(turn, place, exercise, index)


def _noted_only(turn: Turn, place: Place, region: bool, days: int) -> Turn:
    turn = turn.says(_region_words(place) if region else _kept("pain_noted", place))
    if isinstance(turn.phase, Briefing) and days:
        turn = spare(turn, 0, turn.course.spared)
    return goes_on(turn)


def _kept(phrase: str, place: Place | None = None) -> Say:
    return say(phrase, Priority.KEEP, place=place.value if place else None)


def _region_words(place: Place) -> Say:
    return _kept("pain_bone") if place in ON_BONE else _kept("pain_region", place)


def _eased(turn: Turn, exercise: str | None, index: int) -> Turn:
    """The low end of the range for what is left of an exercise."""
    later = turn.later(exercise, index) if exercise else ()
    low = turn.planned(later[0]).low if later else 0
    if exercise is None or all(turn.planned(i).target == low for i in later):
        return turn
    sets = tuple(
        replace(planned, target=low) if i in later else planned
        for i, planned in enumerate(turn.sets)
    )
    turn = turn.notes_course(sets=sets)
    return turn.notes(TargetChanged, exercise=exercise, target=low, load=None, why="pain")


def _leave_exercise(turn: Turn, place: Place, exercise: str | None, index: int) -> Turn:
    """Something that does not hurt instead; what else loads the place goes too."""
    if exercise is None:
        turn = turn.says(_kept("pain_noted", place))
    elif (new := stand_in(turn, exercise)) and turn.later(exercise, index):
        turn = exchange(turn, index, exercise, new, "pain")
        words = say("pain_swap", Priority.KEEP, old=Name(exercise), new=Name(new.id))
        turn = turn.says(words)
    else:
        turn = drop(turn, index, {exercise})
        turn = turn.says(say("pain_drop", Priority.KEEP, exercise=Name(exercise)))
    return go_to(spare(turn, index, turn.course.spared), index)


def _leave_region(turn: Turn, place: Place, exercise: str | None, index: int) -> Turn:
    """No more work for the place today; where nothing else is left, the session ends."""
    turn = turn.says(_region_words(place))
    gone = {*loading(turn, index, turn.course.spared), *straining(turn, index, place)}
    turn = drop(turn, index, gone)
    turn = spare(turn, index, turn.course.spared)
    if place is Place.OTHER or not any(planned.main for planned in turn.sets[index:]):
        return end_for_safety(turn.says(_kept("pain_end")), index)
    turn, step = turn.step("rest", index)
    pause = Resting(step, index, turn.at, Instant(turn.at + AFTER_PAIN))
    return carry_on(turn.enters(pause), pause)


def pain_gone(turn: Turn, place: Place | None) -> Turn:
    """A place is fine again; plans may load it."""
    if not turn.course.blocked or (place is not None and place not in turn.course.blocked):
        return goes_on(turn.says(say("not_blocked")))
    gone = frozenset({place}) if place else turn.course.blocked
    turn = turn.notes(PainGone, place=place)
    turn = turn.notes_course(blocked=turn.course.blocked - gone, spared=turn.course.spared - gone)
    if place is None:
        return goes_on(turn.says(say("pain_gone_all")))
    return goes_on(turn.says(say("pain_gone", place=place.value)))

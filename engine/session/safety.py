"""Pain and feeling unwell: stop, ask, leave it out or end. Never a diagnosis; doubt is caution.

The bands are stricter than those used under a clinician (0-2, 3-5, above 5; Silbernagel 2007),
since nobody sees the athlete here.
"""

from __future__ import annotations

from dataclasses import replace

from engine.cues import Ask, Name, Priority, Question, say
from engine.library.model import Place
from engine.session.close import end_for_safety
from engine.session.commands import Pain, Symptom
from engine.session.exchange import at_index, exchange, stand_in
from engine.session.facts import (
    ClearanceGiven,
    PainGone,
    PainReported,
    Source,
    StepSkipped,
    TargetChanged,
    UnwellReported,
)
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
from engine.session.walk import counted, go_to, goes_on, log, rest_cue
from engine.units import Instant, Side, seconds

GO_ON_UP_TO = 2
LEAVE_EXERCISE_UP_TO = 4
UNANSWERED_LEVEL = 5
"""Nobody said how bad it is: taken as bad enough to leave the region alone."""
BLOCK_DAYS = {"exercise": 7, "region": 14}
BREATHER = seconds(60)
EMERGENCIES = {Symptom.CHEST_PAIN, Symptom.FAINTING, Symptom.BREATHLESS, Symptom.NUMBNESS}
_WORDS_OF = {Symptom.PREGNANCY_SIGN: "pregnancy_sign", Symptom.ILL: "ill"}


def pain(turn: Turn, told: Pain) -> Turn:
    """The athlete says that something hurts: the set stops, then where and how bad."""
    if isinstance(turn.phase, Asking) and asks_of_pain(turn.phase):
        asked = turn.phase
        told = Pain(
            told.location or asked.place,
            told.side or asked.side,
            told.level,
        )
    turn = _stopped(turn)
    held = _held(turn)
    if told.location is None:
        return _ask(turn, held, Question.PAIN_PLACE, told)
    if told.level is None:
        return _ask(turn, held, Question.PAIN_LEVEL, told)
    return decide(turn.enters(held), told.location, told.side, told.level)


def asks_of_pain(phase: Phase) -> bool:
    """Whether a question about pain is open: nothing else goes on before it is answered."""
    pains = (Question.PAIN_PLACE, Question.PAIN_LEVEL)
    return isinstance(phase, Asking) and phase.question in pains


def left_unanswered(turn: Turn, asking: Asking) -> Turn:
    """Keep that something hurt, with the cautious level, while the session ends anyway."""
    held = turn.enters(asking.held)
    turn = turn.notes(
        PainReported,
        place=asking.place or Place.OTHER,
        side=asking.side,
        level=UNANSWERED_LEVEL,
        exercise=_in_hand(held),
        block_days=BLOCK_DAYS["region"],
    )
    return turn.notes_course(after_pain=True).enters(asking.held)


def unanswered(turn: Turn, asking: Asking) -> Turn:
    """Nobody answered where or how bad: the more cautious branch."""
    place = asking.place or Place.OTHER
    return decide(turn.enters(asking.held), place, asking.side, UNANSWERED_LEVEL)


def decide(turn: Turn, place: Place, side: Side | None, level: int) -> Turn:
    """Follow the pain rule, in the phase that the session goes on in."""
    exercise = _in_hand(turn)
    on_bone = place in (Place.BONE, Place.SHIN)
    region = level > LEAVE_EXERCISE_UP_TO or (on_bone and level > 0)
    small = level <= GO_ON_UP_TO and not region
    days = 0 if small else BLOCK_DAYS["region" if region else "exercise"]
    turn = turn.notes(
        PainReported, place=place, side=side, level=level, exercise=exercise, block_days=days
    )
    turn = turn.notes_course(after_pain=True)
    if not small:
        turn = turn.notes_course(blocked=turn.course.blocked | {place})
    if exercise is None:
        words = "pain_bone" if on_bone else "pain_region" if region else "pain_noted"
        turn = turn.says(say(words, Priority.KEEP, **_place(words, place)))
        if isinstance(turn.phase, Briefing) and not small:
            turn = _spare(turn, 0, place)
        return goes_on(turn)
    if small:
        return go_to(_ease(turn, exercise).says(say("pain_small", Priority.KEEP)), at_index(turn))
    return _leave_region(turn, place, exercise) if region else _leave(turn, place, exercise)


def _place(words: str, place: Place) -> dict[str, str]:
    return {} if words == "pain_bone" else {"place": place.value}


def _ease(turn: Turn, exercise: str) -> Turn:
    """The low end of the range for what is left of an exercise."""
    later = turn.later(exercise, at_index(turn))
    if not later or all(turn.planned(i).target == turn.planned(i).low for i in later):
        return turn
    sets = tuple(
        replace(planned, target=planned.low) if i in later else planned
        for i, planned in enumerate(turn.sets)
    )
    low = turn.planned(later[0]).low
    turn = turn.notes_course(sets=sets)
    return turn.notes(TargetChanged, exercise=exercise, target=low, load=None, why="pain")


def _leave(turn: Turn, place: Place, exercise: str) -> Turn:
    """Something that does not hurt instead; what else loads the place goes too."""
    index = at_index(turn)
    new = stand_in(turn, exercise) if turn.later(exercise, index) else None
    if new is None:
        turn = _drop_all(turn, index, {exercise})
        turn = turn.says(say("pain_drop", Priority.KEEP, exercise=Name(exercise)))
    else:
        turn = exchange(turn, index, exercise, new, "pain")
        turn = turn.says(say("pain_swap", Priority.KEEP, old=Name(exercise), new=Name(new.id)))
    return go_to(_spare(turn, index, place), index)


def _spare(turn: Turn, index: int, place: Place) -> Turn:
    """What loads the place is exchanged, or dropped where nothing else is open."""
    for other in _loading(turn, index, place):
        instead = stand_in(turn, other)
        if instead is None:
            turn = _drop_all(turn, index, {other})
        else:
            turn = exchange(turn, index, other, instead, "pain")
    return turn


def _leave_region(turn: Turn, place: Place, exercise: str) -> Turn:
    """No more work for the place today; where nothing else is left, the session ends."""
    index = at_index(turn)
    words = "pain_bone" if place in (Place.BONE, Place.SHIN) else "pain_region"
    turn = turn.says(say(words, Priority.KEEP, **_place(words, place)))
    turn = _drop_all(turn, index, {exercise, *_loading(turn, index, place)})
    if place is Place.OTHER or not any(planned.main for planned in turn.sets[index:]):
        return end_for_safety(turn.says(say("pain_end", Priority.KEEP)), index)
    return go_to(turn, index)


def _loading(turn: Turn, index: int, place: Place) -> tuple[str, ...]:
    left = dict.fromkeys(planned.exercise for planned in turn.sets[index:] if planned.main)
    found = ((id, turn.exercise(id)) for id in left)
    return tuple(id for id, exercise in found if exercise and place in exercise.avoid_with)


def _drop_all(turn: Turn, index: int, exercises: set[str]) -> Turn:
    for exercise in sorted(exercises):
        gone = turn.later(exercise, index)
        if gone:
            turn = turn.notes(StepSkipped, exercise=exercise, sets=len(gone))
            kept = tuple(s for i, s in enumerate(turn.sets) if i not in gone)
            turn = turn.notes_course(sets=kept)
    return turn


def _stopped(turn: Turn) -> Turn:
    """Stop a set in hand; what was counted so far is kept as assumed."""
    match turn.phase:
        case Working(step, index) as phase if turn.planned(index).main:
            done = counted(turn, phase)
            turn = turn.says(say("set_stopped", Priority.KEEP))
            return _ended_early(turn, step, index, done)
        case Asking(step, Question.REPS, index=index, counted=done):
            return _ended_early(turn, step, index, done)
        case Working(step, index):
            return turn.enters(Preparing(step, index))
        case _:
            return turn


def _ended_early(turn: Turn, step: str, index: int, done: int) -> Turn:
    if done:
        turn = log(turn, index, done, Source.ASSUMED)
    following = index + 1 if done else index
    if following >= len(turn.sets):
        return end_for_safety(turn, following)
    return turn.enters(Preparing(step, following))


def _held(turn: Turn) -> Held:
    phase = turn.phase.held if isinstance(turn.phase, Paused) else turn.phase
    if isinstance(phase, Asking):
        return phase.held
    if isinstance(phase, Working) and isinstance(turn.phase, Paused):
        return Preparing(phase.step, phase.index)
    return phase


def _in_hand(turn: Turn) -> str | None:
    """The exercise that hurt: the last one done today, or the one being prepared."""
    if isinstance(turn.phase, Idle | Briefing | Finished):
        return None
    index = at_index(turn)
    last = turn.last_log
    if last is not None and last.index == index - 1:
        return last.exercise
    planned = turn.planned(index)
    return planned.exercise if planned.main else None


def _ask(turn: Turn, held: Held, question: Question, told: Pain) -> Turn:
    place = told.location.value if told.location else None
    words = say(f"ask_{question}", Priority.KEEP, place=place)
    turn, step = turn.step("ask", 0)
    turn, said = turn.varied(words)
    asking = Asking(step, question, held, place=told.location, side=told.side)
    return turn.enters(asking).voices(Ask(step, question, said))


def pain_gone(turn: Turn, place: Place | None) -> Turn:
    """A place is fine again; plans may load it."""
    if not turn.course.blocked:
        return goes_on(turn.says(say("not_blocked")))
    left = turn.course.blocked - {place} if place else frozenset()
    turn = turn.notes(PainGone, place=place).notes_course(blocked=left)
    if place is None:
        return goes_on(turn.says(say("pain_gone_all")))
    return goes_on(turn.says(say("pain_gone", place=place.value)))


def cleared(turn: Turn) -> Turn:
    """The athlete says that a professional has cleared training."""
    turn = turn.notes(ClearanceGiven).notes_course(needs_clearance=False)
    return goes_on(turn.says(say("cleared", Priority.KEEP)))


def unwell(turn: Turn, symptom: Symptom | None) -> Turn:
    """End at once where it could be serious; a breather where it is only hard work."""
    if symptom is Symptom.WINDED:
        return _breather(turn)
    told = symptom or Symptom.DIZZY
    turn = turn.notes(UnwellReported, symptom=told)
    if told in EMERGENCIES or told is Symptom.PREGNANCY_SIGN:
        turn = turn.notes_course(needs_clearance=True)
    words = "emergency" if told in EMERGENCIES else _WORDS_OF.get(told, "dizzy")
    if not isinstance(turn.phase, Idle | Finished):
        turn = end_for_safety(turn, at_index(turn))
    return turn.says(say(words, Priority.KEEP))


def _breather(turn: Turn) -> Turn:
    """A minute more before the next set, whatever was going on."""
    turn = _stopped(turn)
    held = _held(turn)
    if isinstance(held, Idle | Briefing | Finished):
        return goes_on(turn.says(say("winded", Priority.KEEP)))
    turn, step = turn.step("rest", held.index)
    until = held.until if isinstance(held, Resting) else turn.at
    resting = Resting(step, held.index, turn.at, Instant(max(until, turn.at) + BREATHER))
    turn = turn.enters(resting).says(say("winded", Priority.KEEP))
    return turn.voices(rest_cue(turn, resting))

"""The opening of a session: what, why, with what, and the words that safety owes a newcomer."""

from __future__ import annotations

from engine.cues import Ask, Name, Names, Priority, Question, Remaining, Say, say
from engine.session.close import REOPEN_FOR, finish
from engine.session.describe import announcement, focus_of
from engine.session.facts import Ending, SessionReopened, SessionStarted
from engine.session.sparing import spare
from engine.session.state import Briefing, Course, Finished
from engine.session.turn import Turn
from engine.session.walk import go_to, prepare
from engine.units import Instant


def brief(turn: Turn, anew: bool = False) -> Turn:
    """Introduce the workout and wait for "ready"; ``anew``: another one than a moment ago."""
    turn, step = turn.step("brief", 0)
    safety = () if anew else _safety(turn)
    turn = turn.enters(Briefing(step)).says(*safety, *_outline(turn))
    turn, said = turn.varied(say("ask_ready"))
    return turn.voices(Ask(step, Question.READY, said))


def _safety(turn: Turn) -> tuple[Say, ...]:
    if not turn.course.consented:
        return (say("first_use", Priority.KEEP),)
    return (say("safety_note", Priority.KEEP),) if turn.course.after_pain else ()


def _outline(turn: Turn) -> tuple[Say, ...]:
    workout, exercises = turn.workout, turn.exercises
    gear = ",".join(gear_needed(turn))
    return (
        say(
            "brief",
            focus=focus_of(workout),
            exercises=Names(exercises),
            minutes=Remaining(),
        ),
        workout.reasons[0].said,
        say("brief_gear", gear=gear) if gear else say("brief_no_gear"),
        say("brief_first", exercise=Name(exercises[0])),
    )


def gear_needed(turn: Turn) -> tuple[str, ...]:
    """What to fetch, in the order of use; each thing once."""
    needs: dict[str, None] = {}
    for id in turn.exercises:
        exercise = turn.exercise(id)
        gear = exercise.gear_from(turn.workout.gear) if exercise else None
        needs.update(dict.fromkeys(sorted(gear or ())))
    return tuple(needs)


def begin(turn: Turn, consented: bool) -> Turn:
    """Off we go; an answered briefing is consent to the first-use words."""
    agreed = consented or turn.course.consented
    turn = turn.notes_course(started_at=turn.at, consented=agreed, after_pain=False)
    turn = turn.notes(SessionStarted, workout=turn.workout.id, consented=agreed)
    return go_to(turn.says(say("begin")), 0)


def reopens(course: Course, finished: Finished, at: Instant) -> bool:
    """Whether a session that is over may be taken up again at this moment."""
    recent = at - finished.at <= REOPEN_FOR
    return finished.ending is Ending.PARTIAL and recent and not course.needs_clearance


def reopen(turn: Turn, finished: Finished) -> Turn:
    """Take a stopped session up again where it was left, without what has hurt since."""
    if turn.course.started_at is None:
        return brief(turn)
    turn = spare(turn.notes(SessionReopened), finished.index, turn.course.spared)
    if finished.index >= len(turn.sets):
        return finish(turn)
    index = finished.index
    planned = turn.planned(index)
    turn = turn.says(say("reopened", exercise=Name(planned.exercise)))
    if not planned.main:
        return go_to(turn, index)
    return prepare(turn, index, announcement(turn, index))

"""A session that is asked for by name or length, on whatever day: planned or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engine.library.model import Experience, Library, Pattern
from engine.plan.athlete.days import Readiness
from engine.plan.athlete.profile import Profile
from engine.plan.book import Book
from engine.plan.model import Dosage, Focus, Footing, Phase, Workout
from engine.plan.planner.kinds import FOCUS_OF, FULL_BODY, MOBILITY, has_legs, kinds_of_week
from engine.plan.planner.placement import light_before
from engine.plan.planner.plan import plan_weeks, this_week
from engine.plan.planner.sessions import hard_sets_left
from engine.plan.planner.why import spiked
from engine.plan.planner.wishes import MOST_JUMPING, Bench, Spot, gap_on, wish_for
from engine.plan.progression.fold import footing_of
from engine.plan.progression.outcome import Reach
from engine.plan.reasons import because
from engine.plan.workout.build import build
from engine.plan.workout.dosing import Easing
from engine.plan.workout.means import limits_of
from engine.plan.workout.wish import Wish

DAYS_BETWEEN = 2
"""Sessions with legs are at least two days apart (48 hours)."""
MOBILITY_MINUTES = 10
"""Of gentle moves, on a day without a session."""
GENTLEST = {
    Pattern.HINGE: "hip_hinge_drill",
    Pattern.ANTI_ROTATION: "bird_dog",
    Pattern.HIP_EXTENSION: "glute_bridge",
    Pattern.LATERAL_HIP: "side_lying_leg_raise",
}


def session_today(
    book: Book, library: Library, today: date, focus: Focus | None, minutes: int | None
) -> Workout:
    """What a session begun today is: the plan's own, or the one that was asked for.

    Nothing asked for on a rest day, it is the session that comes next. Minutes asked for change
    the plan's own session in its length alone.
    """
    if minutes is not None:
        note = replace(book.diary.on(today), minutes=minutes)
        book = replace(book, diary=book.diary.noted(note, today))
    plan = plan_weeks(book, library, today, 2)
    here = plan.on(today)
    planned = here.session if here else None
    following = plan.after(today)
    if planned is not None and focus in (None, planned.workout.focus):
        workout = planned.workout
    else:
        kind = following.workout.kind if following and focus is None else ""
        workout = _asked(book, library, today, focus or FOCUS_OF.get(kind, Focus.FULL), kind)
    next_day = following.day.isoformat() if following else None
    return replace(workout, next_day=next_day, footing=_footing(book, library, today, workout))


def newcomers_session(
    book: Book, library: Library, today: date, focus: Focus | None, minutes: int | None
) -> Workout:
    """Before there is a profile: on any day, with bodyweight; the very first one on low rungs."""
    done = [done.kind for done in book.training.recent if done.kind in FULL_BODY]
    kind = kinds_of_week(len(FULL_BODY), done[-1] if done else None)[0]
    of_focus = focus not in (None, Focus.FULL)
    wish = replace(
        _wish(book, library, today, kind),
        kind="" if of_focus else kind,
        focus=focus or Focus.FULL,
        minutes=minutes or book.profile.minutes,
        first=book.training.sessions == 0,
    )
    workout = build(library, wish).workout
    following = today + timedelta(days=DAYS_BETWEEN)
    return replace(
        workout,
        day=today.isoformat(),
        next_day=following.isoformat(),
        footing=_footing(book, library, today, workout),
    )


def _footing(book: Book, library: Library, today: date, workout: Workout) -> Footing:
    """Where the exercises stand, so that the session can say what comes next."""
    tired = book.diary.on(today).readiness is Readiness.AMBER
    easy = tired or spiked(this_week(book, today)[0])
    reach = reach_of(book.profile, library)
    return footing_of(book.training, today, reach, workout.exercises, easy=easy)


def reach_of(profile: Profile, library: Library) -> Reach:
    """What the athlete's numbers can rise to."""
    return Reach(library, profile.experience, profile.gear, limits_of(profile), profile.weights)


def mobility(book: Book, library: Library, today: date) -> Workout:
    """Ten easy minutes for a day without a session: one set of the gentlest move of each kind."""
    gentle = replace(
        _wish(book, library, today, MOBILITY),
        experience=Experience.BEGINNER,
        minutes=MOBILITY_MINUTES,
        gear=frozenset(),
        easing=Easing(most_sets=1),
        dosage=Dosage.LIGHT,
        saved=tuple(GENTLEST.items()),
    )
    workout = build(library, gentle).workout
    following = plan_weeks(book, library, today, 2).after(today)
    next_day = following.day.isoformat() if following else None
    reasons = (because("mobility"),)
    return replace(workout, day=today.isoformat(), next_day=next_day, reasons=reasons)


def _asked(book: Book, library: Library, today: date, focus: Focus, kind: str) -> Workout:
    wish = replace(_wish(book, library, today, kind or focus.value), kind=kind, focus=focus)
    workout = build(library, wish).workout
    eased = wish.dosage is Dosage.LIGHT and wish.phase is Phase.BUILD
    reasons = (because("asked_light"), *workout.reasons) if eased else workout.reasons
    return replace(workout, day=today.isoformat(), reasons=reasons)


def _wish(book: Book, library: Library, today: date, kind: str) -> Wish:
    """A session today whatever the week holds: light where the legs are tired or soon needed."""
    at, stage = this_week(book, today)
    index, lately = today.weekday(), (today, today - timedelta(days=1))
    run = at.week.kinds[index]
    legs_done = any(done.legs and done.day in lately for done in book.training.recent)
    tired = legs_done or (run is not None and run.demanding)
    eve = light_before(at, index, kind) is not None
    spot = Spot(
        today,
        kind,
        stage,
        at.near[index],
        gap_on(book, today, stage.training_week, today),
        light=eve or (tired and has_legs(kind)),
        hard_sets_left=max(0, hard_sets_left(book, at.week.start)),
        jumping=MOST_JUMPING,
        spike=False,
    )
    return wish_for(Bench(book, library), spot)

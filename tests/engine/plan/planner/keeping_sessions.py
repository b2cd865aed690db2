"""The rules of single sessions, written down a second time: importing them registers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from engine.library.model import Experience, Measure, Pattern, Place
from engine.plan.athlete.calendar import monday_of
from engine.plan.athlete.days import Readiness
from engine.plan.athlete.profile import Goal
from engine.plan.athlete.runs import RacePriority
from engine.plan.model import Dosage, Focus, Format, Limit, Phase, Workout
from engine.plan.planner.model import PlannedSession
from engine.plan.progression.layoff import layoff_on
from engine.plan.workout.means import limits_of
from engine.plan.workout.timing import Dose, Pace, main_ms, planned_ms
from engine.units import MINUTE
from tests.engine.plan.planner.athletes import LIBRARY
from tests.engine.plan.planner.keeping import DEMANDING, LEGS, ONE, RULES, Case, rule

LEG_PATTERNS = {Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE, Pattern.HIP_EXTENSION}
LEG_SETS = {Experience.BEGINNER: 12, Experience.INTERMEDIATE: 18, Experience.ADVANCED: 24}
CONTACTS = {Experience.BEGINNER: 40, Experience.INTERMEDIATE: 60, Experience.ADVANCED: 80}


def workouts(case: Case) -> Iterator[tuple[PlannedSession, Workout]]:
    return ((each, each.workout) for each in case.sessions)


@rule
def fits_its_minutes(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        asked = case.book.diary.on(each.day).minutes or case.book.profile.minutes
        if workout.minutes != asked:
            yield each.day, workout.minutes
        if max(each.length, planned_ms(workout.sets)) > asked * MINUTE:
            yield each.day, each.length


@rule
def uses_its_minutes(case: Case) -> Iterator[object]:
    """At least 88 % from the third week on, unless nothing more may be added or a race is near."""
    for each, workout in workouts(case):
        day = case.book.diary.on(each.day)
        usual = workout.dosage is Dosage.NORMAL and day.readiness is Readiness.GREEN
        usual = usual and workout.phase not in (Phase.TAPER, Phase.RACE_WEEK)
        first = case.book.training.first or case.today
        week = 1 + (monday_of(each.day) - monday_of(first)).days // 7
        settled = week > (4 if (case.book.profile.age or 0) >= 65 else 2)
        comeback = "comeback" in {reason.code for reason in workout.reasons}
        layoff = layoff_on(case.book.training, each.day, case.sessions[0].day)
        if not (usual and settled and workout.legs) or comeback or layoff:
            continue
        longest = max(each.length, planned_ms(workout.sets))
        enough = round(longest / MINUTE, 1) >= round(workout.minutes * 0.88, 1)
        if not enough and not full(case, each):
            yield each.day, workout.id, longest / MINUTE


def full(case: Case, each: PlannedSession) -> bool:
    """Whether one set more of anything would break the minutes, five sets, or the legs' cap.

    Or sets gave way to targets above the middle and to longer rests after a miss, which the model
    does not know of.
    """
    workout = each.workout
    if planned_ms(workout.sets) > each.length or any(
        2 * s.target > s.low + s.high + 1 for s in workout.sets if s.main
    ):
        return True
    sets = workout.sets_by_exercise
    jumps = [id for id in sets if LIBRARY.exercises[id].pattern is Pattern.PLYOMETRIC]
    doses = [Dose(LIBRARY.exercises[id], n) for id, n in sets.items() if id not in jumps]
    pace = Pace.of(workout.minutes, workout.experience, case.book.profile.age)
    now = main_ms(tuple(doses), pace)
    capped = leg_sets_of_week(case, each.day) >= LEG_SETS[workout.experience] - 1
    for index, dose in enumerate(doses):
        more = (*doses[:index], Dose(dose.exercise, dose.sets + 1), *doses[index + 1 :])
        added = main_ms(more, pace) - now
        too_long = each.length + added > workout.minutes * MINUTE
        barred = capped and dose.exercise.pattern in LEG_PATTERNS
        if dose.sets < 5 and not too_long and not barred:
            return False
    return True


def leg_sets_of_week(case: Case, day: date) -> int:
    week = next(week for week in case.plan.weeks if week.start == monday_of(day))
    planned = sum(leg_sets(each.workout) for each in week.sessions)
    return planned + leg_sets_done(case, week.start)


def leg_sets(workout: Workout) -> int:
    sets = workout.sets_by_exercise.items()
    return sum(n for id, n in sets if LIBRARY.exercises[id].pattern in LEG_PATTERNS)


def leg_sets_done(case: Case, monday: date) -> int:
    weeks = (week for week in case.book.training.weeks if week.monday == monday)
    return sum(n for week in weeks for p, n in week.patterns if p in LEG_PATTERNS)


@rule
def weekly_leg_sets_capped(case: Case) -> Iterator[object]:
    for week in case.plan.weeks:
        planned = sum(leg_sets(each.workout) for each in week.sessions)
        cap = LEG_SETS[case.book.profile.experience] - leg_sets_done(case, week.start)
        if planned > max(0, cap):
            yield week.start, planned, cap


@rule
def gear_at_hand(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        told = case.book.diary.on(each.day).gear
        gear = case.book.profile.gear if told is None else told
        for id in workout.exercises:
            if not any(needs <= gear for needs in LIBRARY.exercises[id].gear):
                yield each.day, id


@rule
def within_the_level(case: Case) -> Iterator[object]:
    levels = list(Experience)
    for each, workout in workouts(case):
        for id in workout.exercises:
            if levels.index(LIBRARY.exercises[id].level) > levels.index(workout.experience):
                yield each.day, id


@rule
def spares_what_hurts(case: Case) -> Iterator[object]:
    bones = {Place.BONE, Place.SHIN}
    for each, workout in workouts(case):
        sore = {place for place, until in case.book.sore if each.day < until}
        aches = case.book.profile.aches
        hurts = {a.place for a in aches if a.level >= 3 or (a.level and a.place in bones)} | sore
        severe = {a.place for a in aches if a.level >= 4} | sore
        for id in workout.exercises:
            exercise = LIBRARY.exercises[id]
            if exercise.avoid_with & hurts or exercise.mild_only & severe:
                yield each.day, id
        for planned in workout.sets:
            if not planned.main and LIBRARY.moves[planned.exercise].avoid_with & hurts:
                yield each.day, planned.exercise


@rule
def within_the_limits(case: Case) -> Iterator[object]:
    profile, limits = case.book.profile, limits_of(case.book.profile)
    floor = {"kneeling", "hands_and_knees", "prone", "plank", "supine", "side_lying", "seated"}
    for each, workout in workouts(case):
        for id in workout.exercises:
            exercise = LIBRARY.exercises[id]
            if Limit.NO_FLOOR in limits and exercise.position.value in floor:
                yield each.day, id
            if not profile.space and exercise.space:
                yield each.day, id
            if exercise.impact and (not profile.impact_ok or (profile.age or 0) >= 65):
                yield each.day, id
            if profile.minor and (exercise.impact > 1 or (exercise.loadable and exercise.low < 8)):
                yield each.day, id


@rule
def three_exercises_at_least(case: Case) -> Iterator[object]:
    profile = case.book.profile
    hale = len(profile.aches) <= 1 and not case.book.sore and profile.floor_ok and profile.space
    for each, workout in workouts(case):
        spent = leg_sets_done(case, monday_of(each.day))
        if hale and not spent and workout.minutes >= 15 and len(workout.exercises) < 3:
            yield each.day, workout.exercises


@rule
def no_exercise_twice(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        ids = [id for id, _ in workout.patterns]
        if len(ids) != len(set(ids)) or not ids:
            yield each.day, ids


@rule
def warmed_up_and_cooled_down(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        if {planned.block.value for planned in workout.sets} != {"warm_up", "main", "cool_down"}:
            yield each.day


@rule
def reps_of_eight_seconds_at_most(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        for planned in workout.sets:
            if planned.tempo and planned.tempo.rep_ms > 8000:
                yield each.day, planned.exercise


@rule
def targets_in_their_range(case: Case) -> Iterator[object]:
    """Up to three reps past it, where a large step up in weight is earned."""
    for each, workout in workouts(case):
        for planned in workout.sets:
            beyond = 3 if planned.loadable else 0
            if not planned.low <= planned.target <= planned.high + beyond:
                yield each.day, planned.exercise, planned.target


@rule
def light_before_demanding_runs(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        if case.runs(each.day + ONE) & DEMANDING and workout.kind in LEGS:
            sets = max(planned.of for planned in workout.sets if planned.main)
            if workout.dosage is not Dosage.LIGHT or sets > 3:
                yield each.day, workout.dosage


@rule
def easy_days_leave_four_in_reserve(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        easy = workout.dosage is Dosage.LIGHT or workout.phase is Phase.DELOAD
        least = 4 if easy else 3 if case.book.profile.minor else 2
        if any(planned.rir < least for planned in workout.sets):
            yield each.day


@rule
def tapers_and_recoveries_are_light(case: Case) -> Iterator[object]:
    """From so many days before an A race, four before a B race; a week once legs may work."""
    for each, workout in workouts(case):
        for race in case.races:
            km, left = race.distance_km, (race.day - each.day).days
            taper = {
                RacePriority.A: 6 if km <= 12 else 9 if km <= 30 else 13,
                RacePriority.B: 4,
                RacePriority.C: 0,
            }[race.priority]
            rest = 1 if km <= 12 else 3 if km <= 30 else 7 if km <= 43 else 10
            after = 1 if race.priority is RacePriority.C else rest + 7
            if -after <= left <= taper and workout.dosage is not Dosage.LIGHT:
                yield each.day, race


@rule
def the_last_week_holds_the_short_session(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        near = {race.day for race in case.races if race.priority is RacePriority.A} & {
            each.day + n * ONE for n in (4, 5, 6)
        }
        if bool(near) != (workout.kind == "T"):
            yield each.day, workout.kind
        if near and list(workout.sets_by_exercise.values()) > [2, 2, 2, 2]:
            yield each.day, workout.sets_by_exercise


@rule
def jumps_only_through_the_gate(case: Case) -> Iterator[object]:
    profile = case.book.profile
    for each, workout in workouts(case):
        for id, sets in workout.sets_by_exercise.items():
            exercise = LIBRARY.exercises[id]
            if exercise.measure is not Measure.CONTACTS:
                continue
            day = case.book.diary.on(each.day)
            fresh = workout.dosage is Dosage.NORMAL and workout.phase is Phase.BUILD
            fresh = fresh and day.readiness is Readiness.GREEN and workout.minutes >= 30
            fresh = fresh and not landing_hurts(case, each.day)
            gate = profile.impact_ok and (profile.age or 0) < 65 and workout.legs
            landings = sets * exercise.high * (2 if exercise.per_side else 1)
            if not (fresh and gate) or landings > CONTACTS[profile.experience] * 1.25 or sets > 4:
                yield each.day, id, landings


def landing_hurts(case: Case, day: date) -> bool:
    """A place that a landing loads hurts, or stopped doing so less than four weeks ago."""
    aches = {ache.place for ache in case.book.profile.aches if ache.level}
    lately = {place for place, until in case.book.sore if day < until + 28 * ONE}
    return bool(LANDED_ON & (aches | lately))


LANDED_ON = {
    *(Place.KNEE, Place.ACHILLES, Place.CALF, Place.ANKLE, Place.FOOT),
    *(Place.SHIN, Place.BONE, Place.HIP, Place.HAMSTRING),
}


@rule
def jumps_twice_a_week_at_most(case: Case) -> Iterator[object]:
    for week in case.plan.weeks:
        jumping = [
            each.day
            for each in week.sessions
            if any(p is Pattern.PLYOMETRIC for _, p in each.workout.patterns)
        ]
        if len(jumping) > 2:
            yield week.start


@rule
def every_week_covers_the_body(case: Case) -> Iterator[object]:
    """With two sessions or more: squat, lunge, hips, calves, push, pull and core."""
    profile = case.book.profile
    hale = not profile.aches and not case.book.sore and profile.floor_ok and profile.space
    for week in case.plan.weeks:
        shorter = any(case.book.diary.on(day.day).minutes for day in week.days)
        planned = {each.workout.kind for each in week.sessions}
        whole = {"A", "B"} <= planned or {"L1", "U1", "L2", "U2"} <= planned
        if not (hale and whole) or shorter or leg_sets_done(case, week.start):
            continue
        chosen = [
            LIBRARY.exercises[id].pattern for each in week.sessions for id in each.workout.exercises
        ]
        for name, patterns in COVERED.items():
            if not patterns & set(chosen):
                yield week.start, name


COVERED: Mapping[str, set[Pattern]] = {
    "squat": {Pattern.SQUAT},
    "lunge": {Pattern.LUNGE},
    "hips": {Pattern.HINGE, Pattern.HIP_EXTENSION},
    "calf": {Pattern.CALF_STRAIGHT, Pattern.CALF_BENT},
    "push": {Pattern.PUSH_HORIZONTAL, Pattern.PUSH_VERTICAL},
    "pull": {Pattern.PULL_HORIZONTAL, Pattern.PULL_VERTICAL},
    "core": {Pattern.ANTI_EXTENSION, Pattern.ANTI_ROTATION},
}


@rule
def a_comeback_is_gentle(case: Case) -> Iterator[object]:
    if not case.sessions:
        return
    for each, workout in workouts(case):
        layoff = layoff_on(case.book.training, each.day, case.sessions[0].day)
        first = monday_of(case.book.training.first or case.today)
        told = case.book.profile.goal is Goal.COMEBACK and (each.day - first).days < 21
        most = 2 if told else layoff.most_sets if layoff else None
        main = [planned for planned in workout.sets if planned.main]
        if most and any(p.of > most for p in main if p.measure is not Measure.CONTACTS):
            yield each.day
        if layoff and any(planned.rir < layoff.rir for planned in main):
            yield each.day, layoff.rir


@rule
def the_first_session_after_illness_is_light(case: Case) -> Iterator[object]:
    red = [n.day for n in case.book.diary.notes if n.readiness is Readiness.RED]
    last = max((each.day for each in case.book.training.recent), default=date.min)
    since = [day for day in red if last < day]
    later = [each for each in case.sessions if since and each.day > max(since)]
    if later and later[0].workout.dosage is not Dosage.LIGHT:
        yield later[0].day


@rule
def everything_has_a_reason(case: Case) -> Iterator[object]:
    for day in case.days:
        if not (day.session or day.done or day.rest):
            yield day.day
    for each, workout in workouts(case):
        if not workout.reasons or any(not workout.because_of(id) for id in workout.exercises):
            yield each.day


@rule
def formats_follow_the_minutes(case: Case) -> Iterator[object]:
    for each, workout in workouts(case):
        minutes = workout.minutes
        wanted = Format.STRAIGHT if minutes >= 45 else Format.PAIRS if minutes >= 30 else None
        if workout.format is not (wanted or Format.CIRCUIT):
            yield each.day, workout.format
        if workout.focus not in (Focus.FULL, Focus.LEGS, Focus.UPPER):
            yield each.day, workout.focus


ALL_RULES = dict(RULES)
"""Those of days, weeks and sessions."""

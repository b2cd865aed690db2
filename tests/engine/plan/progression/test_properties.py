"""What holds for every athlete and every history."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.library.model import Experience, Gear, Measure
from engine.plan.model import Dosage, Effort, Level, Phase
from engine.plan.progression.fold import footing_of, settled, with_latest, with_session
from engine.plan.progression.loads import is_large, mass
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.progression.outcome import Reach, family
from engine.plan.progression.step import EARNED_BY, RISE, Terms, stepped
from engine.session.codec import snapshot
from engine.units import Load, Side, Unit
from tests.engine.plan.progression.doing import LIBRARY, MONDAY, session

IDS = tuple(LIBRARY.exercises)

loads = st.builds(Load, st.integers(50, 20_000), st.sampled_from(Unit))
weights = st.lists(loads, max_size=6).map(tuple)
efforts = st.sampled_from([None, *Effort])
flags = st.booleans()


@dataclass(frozen=True)
class Case:
    """One exercise before and in a session."""

    level: Level
    result: ExerciseResult
    terms: Terms


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """An exercise done with the weight that it stands at."""
    this = LIBRARY.exercises[draw(st.sampled_from(IDS))]
    load = draw(st.none() | loads) if this.loadable else None
    beyond = this.high + EARNED_BY * RISE[this.measure]
    target = draw(st.one_of(st.integers(this.low, this.high), st.just(this.high), st.just(beyond)))
    level = Level(
        this.id,
        None,
        target,
        load,
        streak=draw(st.integers(0, 2)),
        fails=draw(st.integers(0, 1)),
        slower_s=draw(st.integers(0, 2)),
        more_sets=draw(st.integers(0, 2)),
    )
    near = st.integers(max(0, target - 3), target + 3)
    actuals = draw(st.one_of(st.just((target, target)), st.lists(near, max_size=4).map(tuple)))
    result = ExerciseResult(
        this.id,
        None,
        this.measure,
        target,
        actuals,
        load,
        said=draw(flags),
        complete=draw(flags) or draw(flags),
        effort=draw(efforts),
        failed=draw(flags) and draw(flags),
        hurt=draw(flags) and draw(flags),
    )
    reach = Reach(LIBRARY, draw(st.sampled_from(Experience)), draw(gears), weights=draw(weights))
    terms = Terms(
        this,
        MONDAY,
        reach.rung(this, +1),
        reach.rung(this, -1),
        reach.weights,
        may_rise=draw(flags),
        may_step=draw(flags),
    )
    return Case(level, result, terms)


gears = st.frozensets(st.sampled_from(Gear))


@settings(max_examples=200, deadline=None)
@given(cases())
def test_no_weight_rises_by_more_than_a_tenth_unless_reps_have_earned_it(case: Case) -> None:
    after, before = stepped(case.level, case.result, case.terms).level, case.level
    if before.load and after.load and is_large(before.load, after.load):
        assert before.target >= case.terms.exercise.high + EARNED_BY


@settings(max_examples=200, deadline=None)
@given(cases())
def test_what_was_only_assumed_or_not_reached_never_raises_a_weight(case: Case) -> None:
    after = stepped(case.level, case.result, case.terms).level
    if mass(after.load) > mass(case.level.load):
        assert case.result.said
        assert case.result.complete
        assert case.result.effort in (Effort.RIGHT, Effort.TOO_EASY)
        assert min(case.result.actuals) >= case.level.target
        assert not case.result.failed


@settings(max_examples=200, deadline=None)
@given(cases())
def test_nothing_rises_while_nothing_may(case: Case) -> None:
    step = stepped(case.level, case.result, replace(case.terms, may_rise=False))
    after, before = step.level, case.level
    assert mass(after.load) <= mass(before.load)
    assert after.target <= before.target
    assert (after.slower_s, after.more_sets) <= (before.slower_s, before.more_sets)
    assert step.rung is None or (step.rung.rung or 0) < (case.terms.exercise.rung or 0)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_no_load_or_rung_rises_while_no_step_may(case: Case) -> None:
    step = stepped(case.level, case.result, replace(case.terms, may_step=False))
    assert mass(step.level.load) <= mass(case.level.load)
    assert step.rung is None or (step.rung.rung or 0) < (case.terms.exercise.rung or 0)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_hurt_overrides_everything(case: Case) -> None:
    step = stepped(case.level, replace(case.result, hurt=True), case.terms)
    assert step.code == "pain_down"
    assert step.rung == case.terms.down
    assert mass(step.level.load) <= mass(case.level.load)
    assert step.level.target == case.level.target
    assert (step.level.streak, step.level.fails) == (0, 0)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_a_target_stays_in_its_range_or_where_a_weight_is_earned(case: Case) -> None:
    this, after = case.terms.exercise, stepped(case.level, case.result, case.terms).level
    beyond = this.high + EARNED_BY * RISE[this.measure]
    assert this.low <= after.target <= this.high or after.target == beyond


@settings(max_examples=200, deadline=None)
@given(cases())
def test_one_thing_changes_at_a_time(case: Case) -> None:
    step = stepped(case.level, case.result, case.terms)
    after, before = step.level, case.level
    rises = (
        mass(after.load) > mass(before.load),
        after.target > before.target,
        after.slower_s > before.slower_s,
        after.more_sets > before.more_sets,
        step.code == "rung_up",
    )
    assert sum(rises) <= 1


@settings(max_examples=200, deadline=None)
@given(cases())
def test_every_change_says_why_and_none_says_nothing(case: Case) -> None:
    step = stepped(case.level, case.result, case.terms)
    if (step.level.target, step.level.load) != (case.level.target, case.level.load):
        assert step.reason is not None
    if step.reason is None:
        assert step.level.why is None


# Whole histories


def _results(
    training: Training, reach: Reach, chance: random.Random, ids: tuple[str, ...], day: int
) -> Iterator[ExerciseResult]:
    """What an athlete does of what is asked for: mostly all of it, sometimes less, seldom hurt."""
    for id in ids:
        this = LIBRARY.exercises[id]
        level = training.level(id)
        target = level.target if level else this.low
        load = (level.load if level else None) or (Load.of(10) if this.loadable else None)
        effort = chance.choice([None, Effort.RIGHT, Effort.RIGHT, Effort.TOO_EASY, Effort.TOO_HARD])
        for side in (Side.LEFT, Side.RIGHT) if this.per_side else (None,):
            short = chance.random() < 0.1
            yield ExerciseResult(
                id,
                side,
                this.measure,
                target,
                (target, max(0, target - 2) if short else target),
                load,
                said=chance.random() < 0.8,
                complete=chance.random() < 0.9,
                effort=effort,
                failed=short,
                hurt=chance.random() < 0.01,
            )


def _chosen(training: Training, reach: Reach, chance: random.Random) -> tuple[str, ...]:
    """By pattern the rung reached, or one that gear and level leave open."""
    saved = dict(training.rungs)
    found = []
    for pattern in {each.pattern for each in LIBRARY.exercises.values()}:
        open_ = [e for e in LIBRARY.ladder(pattern) if _open(e.id, reach)]
        if open_:
            found.append(saved.get(pattern) or chance.choice(open_).id)
    return tuple(sorted(found))


def _open(id: str, reach: Reach) -> bool:
    this = LIBRARY.exercises[id]
    return this.gear_from(reach.gear) is not None and reach.experience.at_least(this.level)


def history(seed: int, reach: Reach, sessions: int) -> Iterator[tuple[SessionResult, Training]]:
    """Sessions that follow what is prescribed, and what they come to."""
    chance = random.Random(seed)
    training, day = Training(), MONDAY
    for number in range(sessions):
        day += timedelta(days=chance.choice([2, 3, 3, 4, 4, 4, 7]))
        if chance.random() < 0.01:
            day += timedelta(days=chance.choice([14, 40, 90, 200]))
        ids = _chosen(training, reach, chance)
        done = session(
            day,
            *_results(training, reach, chance, ids, number),
            phase=chance.choice([Phase.BUILD] * 6 + list(Phase)),
            dosage=chance.choice([Dosage.NORMAL] * 4 + [Dosage.LIGHT]),
            easy=chance.random() < 0.05,
            id=str(number),
        )
        training = with_session(training, done, reach)
        yield done, training


reaches = st.builds(
    Reach, st.just(LIBRARY), st.sampled_from(Experience), gears, st.just(frozenset()), weights
)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), reaches)
def test_ladders_never_lead_beyond_gear_and_level(seed: int, reach: Reach) -> None:
    for _, training in history(seed, reach, 40):
        assert all(_open(id, reach) for _, id in training.rungs)


def test_ladders_lead_both_ways() -> None:
    reach = Reach(LIBRARY, Experience.ADVANCED, frozenset(Gear))
    codes = {
        level.why.code
        for seed in range(4)
        for _, training in history(seed, reach, 120)
        for level in training.levels
        if level.why
    }
    assert {"rung_up", "rung_down", "pain_down", "load_up", "load_down", "load_earned"} <= codes


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), reaches)
def test_a_family_steps_up_at_most_once_in_seven_days(seed: int, reach: Reach) -> None:
    last: dict[str, object] = {}
    before = Training()
    for done, training in history(seed, reach, 40):
        for name, day in training.stepped:
            if dict(before.stepped).get(name) != day:
                earlier = last.get(name)
                assert earlier is None or (done.day - earlier).days >= 7  # type: ignore[operator]
                last[name] = day
        before = training


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), reaches)
def test_nothing_rises_in_an_easy_session_of_any_history(seed: int, reach: Reach) -> None:
    before = Training()
    for done, training in history(seed, reach, 40):
        easy = done.easy or done.phase is not Phase.BUILD or done.dosage is not Dosage.NORMAL
        if easy:
            assert training.stepped == before.stepped
            assert all(_not_above(level, before) for level in training.levels)
        before = training


def _not_above(level: Level, before: Training) -> bool:
    was = next(
        (e for e in before.levels if (e.exercise, e.side) == (level.exercise, level.side)), None
    )
    if was is None or was.load is None:
        return True
    return mass(level.load) <= mass(was.load)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), reaches)
def test_the_same_history_comes_to_the_same(seed: int, reach: Reach) -> None:
    assert list(history(seed, reach, 20)) == list(history(seed, reach, 20))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), reaches, st.integers(1, 3))
def test_a_session_corrected_any_number_of_times_counts_once(
    seed: int, reach: Reach, times: int
) -> None:
    kept = straight = Training()
    for done, training in history(seed, reach, 15):
        draft = replace(done, exercises=done.exercises[:1])
        for version in [draft, *[done] * times]:
            kept = with_latest(kept, version, reach)
        straight = training
    assert settled(kept, reach) == straight
    assert kept.sessions == straight.sessions - 1


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), reaches)
def test_a_footing_of_some_exercises_is_a_part_of_the_whole(seed: int, reach: Reach) -> None:
    *_, (done, training) = history(seed, reach, 10)
    some = [result.exercise for result in done.exercises][:3]
    part, whole = (footing_of(training, done.day, reach, ids) for ids in (some, None))
    assert set(part.levels) <= set(whole.levels)
    assert replace(part, levels=()) == replace(whole, levels=())


def test_ten_years_of_training_stay_small() -> None:
    reach = Reach(LIBRARY, Experience.ADVANCED, frozenset(Gear))
    *_, (_, training) = history(7, reach, 1000)
    assert training.sessions == 1000
    assert len(training.weeks) == 16
    assert len(training.recent) <= 35
    assert len(training.stepped) <= len({family(e.pattern) for e in LIBRARY.exercises.values()})
    assert len(training.levels) <= 2 * len(IDS)
    assert len(training.failures) <= 35 * len(IDS)
    assert all(level.more_sets <= 2 and level.streak <= 2 for level in training.levels)
    assert all(_rep_s(level) <= 8 for level in training.levels)
    assert len(json.dumps(snapshot(training))) < 100_000


def _rep_s(level: Level) -> int:
    this = LIBRARY.exercises[level.exercise]
    reps = this.measure is Measure.REPS and this.tempo is not None
    return this.tempo.rep_ms // 1000 + level.slower_s if reps and this.tempo else 0

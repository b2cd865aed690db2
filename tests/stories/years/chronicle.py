"""A year in a page, month by month, for a coach to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from engine.library.model import Measure
from engine.plan.model import Dosage
from engine.plan.progression.model import ExerciseResult
from engine.plan.progression.summary import streak_on
from engine.units import Basis, Load
from tests.engine.session.scenario import LIBRARY
from tests.stories.years.body import GROUPS
from tests.stories.years.living import Change, Lived, Year

COUNTED = ("rep_up", "hold_up", "repeat", "hold_steady")
"""Small steps: how many of them. All others are told one by one."""
TELLING = frozenset({"comeback", "moved_here", "asked_light", "mobility"})
"""Reasons for a session that a month should tell of."""


def chronicle(year: Year) -> str:
    """The whole year."""
    months = groupby(year.weeks, lambda week: week[0].day.strftime("%B"))
    told = (line for name, weeks in months for line in _month(name, tuple(chain(*weeks))))
    return "\n".join((year.person.about, *told, "", *_whole(year), ""))


def _month(name: str, days: tuple[Lived, ...]) -> Iterator[str]:
    mondays = [lived for lived in days if lived.day.weekday() == 0]
    planned = sum(len(lived.week.sessions) for lived in mondays)
    done = [lived for lived in days if lived.result]
    asked = sum(lived.asked for lived in done)
    more = f", {asked} of them asked for" if asked else ""
    yield ""
    yield f"{name}: {planned} planned on Mondays, {len(done)} done{more}"
    yield _row("weeks", [lived.week.phase.value for lived in mondays])
    yield _row("streak", [str(streak_on(days[-1].book.training, days[-1].day))])
    yield from _lifts(done)
    yield from _steps(change for lived in done for change in lived.changes)
    yield _row("told", _told(days))
    yield _row("days", _differences(days))


def _row(name: str, told: Iterable[str]) -> str:
    return f"  {name:8} {', '.join(told) or '-'}"


def _lifts(done: Iterable[Lived]) -> Iterator[str]:
    """The last time of each exercise in the month, in an easy session only for want of others."""
    last: dict[str, tuple[Lived, ExerciseResult]] = {}
    for lived in sorted(done, key=lambda lived: not _easy(lived)):
        for result in lived.result.exercises if lived.result else ():
            if result.actuals:
                last[result.exercise] = (lived, result)
    for group in dict.fromkeys(GROUPS.values()):
        found = [
            lift(lived, result)
            for id, (lived, result) in sorted(last.items())
            if GROUPS[LIBRARY.exercises[id].pattern] == group
        ]
        yield _row(group, found)


def _easy(lived: Lived) -> bool:
    return lived.result is not None and lived.result.dosage is Dosage.LIGHT


def lift(lived: Lived, result: ExerciseResult) -> str:
    """Sets, reps and weight of one exercise; a star where the session was an easy one."""
    mark = {Measure.HOLD: " s", Measure.CONTACTS: " landings"}.get(result.measure, "")
    same = set(result.actuals) == {result.actuals[0]}
    reps = str(result.actuals[0]) if same else "-".join(map(str, result.actuals))
    dosed = f"{len(result.actuals)} x {reps}" if same else reps
    at = f" at {weight(result.load)}" if result.load else ""
    return f"{result.exercise} {dosed}{mark}{at}{'*' if _easy(lived) else ''}"


def weight(load: Load) -> str:
    """A weight as it is read off the shelf."""
    hands = "2 x " if load.basis is Basis.PER_HAND else ""
    return f"{hands}{load.value:g} {load.unit}"


def _steps(changes: Iterable[Change]) -> Iterator[str]:
    """What went up, what went down, and the small steps in numbers; two sides are one."""
    seen = list(dict.fromkeys((c.day, c.code, c.named) for c in changes))
    counts = Counter(code for _, code, _ in seen if code in COUNTED)
    yield _row("small", [f"{code} {counts[code]}" for code in COUNTED if counts[code]])
    steps = [f"{day.day} {code} {named}" for day, code, named in seen if code not in COUNTED]
    yield _row("steps", steps)


def _told(days: Iterable[Lived]) -> list[str]:
    """Notes on the week, and what was said of its sessions, each with how often."""
    counts: Counter[str] = Counter()
    for lived in days:
        if lived.day.weekday() == 0:
            counts.update(note.code for note in lived.week.notes)
        if lived.workout:
            counts.update(r.code for r in lived.workout.reasons if r.code in TELLING)
    return [code if n == 1 else f"{code} {n}" for code, n in counts.items()]


def _differences(days: Iterable[Lived]) -> list[str]:
    counts = Counter(lived.says for lived in days if lived.says)
    counts.update(fact for lived in days for fact in _pains(lived))
    return [what if n == 1 else f"{what} {n}" for what, n in counts.items()]


def _pains(lived: Lived) -> Iterator[str]:
    for fact in lived.facts:
        name = type(fact).__name__
        if name == "PainReported":
            yield f"{lived.day.day} {fact.place} {fact.level}/10"  # type: ignore[attr-defined]
        elif name == "PainGone":
            yield f"{lived.day.day} pain gone"


def _whole(year: Year) -> Iterator[str]:
    training = year.days[-1].book.training
    phases = Counter(week[0].week.phase.value for week in year.weeks)
    seen = {(c.day, c.code, c.named) for lived in year.days for c in lived.changes}
    codes = Counter(code for _, code, _ in seen)
    yield f"The year: {training.sessions} sessions, best streak {training.best_streak} weeks"
    yield _row("weeks", [f"{phase} {n}" for phase, n in sorted(phases.items())])
    yield _row("steps", [f"{code} {n}" for code, n in sorted(codes.items())])

"""`make report`: the simulated years as pictures, for a person to judge.

Two pictures an athlete, in ``build/report``: the weeks (sets by muscle group, phases, runs,
sessions) and the lifts (reps, or reps times weight, of each exercise over the year).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from matplotlib.artist import Artist  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.dates import DateFormatter, MonthLocator  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Patch  # noqa: E402

from engine.library.model import Exercise, Measure  # noqa: E402
from engine.plan.athlete.runs import RunKind  # noqa: E402
from engine.plan.model import Dosage, Phase  # noqa: E402
from engine.plan.progression.model import ExerciseResult  # noqa: E402
from engine.units import Basis, Side  # noqa: E402
from tests.engine.session.scenario import LIBRARY  # noqa: E402
from tests.stories.years.body import GROUPS  # noqa: E402
from tests.stories.years.cast import CAST  # noqa: E402
from tests.stories.years.living import Lived, Year, year_of  # noqa: E402

Key = TypeVar("Key", str, RunKind)
WEEK = timedelta(days=7)
DOTS_PER_INCH = 110
ROWS, COLUMNS = 4, 3
"""Lifts on one picture: those done most often."""
GROUP_COLOURS = {
    "legs": "#0072B2",
    "hips": "#56B4E9",
    "calves": "#009E73",
    "push": "#E69F00",
    "pull": "#D55E00",
    "trunk": "#CC79A7",
}
"""After Okabe and Ito: told apart with any colour vision."""
RUN_COLOURS = {
    RunKind.EASY: "#A6CEE3",
    RunKind.CROSS: "#BBBBBB",
    RunKind.LONG: "#1F78B4",
    RunKind.HARD: "#E31A1C",
    RunKind.RACE: "#111111",
}
PHASE_COLOURS = {
    Phase.DELOAD: "#D9F0D3",
    Phase.TAPER: "#FEE8C8",
    Phase.RACE_WEEK: "#FDBB84",
    Phase.RECOVERY: "#DADAEB",
}
"""Build weeks stay white."""
UP = frozenset({"load_up", "rung_up"})
DOWN = frozenset({"load_down", "rung_down", "pain_down"})


def draw(year: Year, folder: Path) -> tuple[Path, Path]:
    """Both pictures of one athlete's year."""
    name = year.person.name
    pictures = folder / f"{name}-weeks.png", folder / f"{name}-lifts.png"
    weeks_of(year).savefig(pictures[0], dpi=DOTS_PER_INCH)
    lifts_of(year).savefig(pictures[1], dpi=DOTS_PER_INCH)
    return pictures


# Weeks


def weeks_of(year: Year) -> Figure:
    """Sets, kilometres and sessions by week, one above the other."""
    figure = Figure(figsize=(14, 10), layout="constrained")
    figure.suptitle(f"Weeks · {year.person.about}", fontsize=14, fontweight="bold")
    sets, runs, sessions = figure.subplots(3, 1, sharex=True, height_ratios=(5, 3, 2))
    mondays = [week[0].day for week in year.weeks]
    for axes in (sets, runs, sessions):
        _shade(axes, year)
    _stacked(sets, mondays, [_sets(week) for week in year.weeks], GROUP_COLOURS)
    sets.set_ylabel("sets done a week")
    groups = [Patch(color=c, label=name) for name, c in GROUP_COLOURS.items()]
    _legend(sets, [*groups, *_phase_key()])
    _stacked(runs, mondays, [_kilometres(week) for week in year.weeks], RUN_COLOURS)
    runs.set_ylabel("km run a week")
    _legend(runs, [Patch(color=c, label=kind.value) for kind, c in RUN_COLOURS.items()])
    _sessions(sessions, year)
    _months(sessions, year)
    return figure


def _sets(week: Iterable[Lived]) -> dict[str, float]:
    """Both sides of a one-sided set are one."""
    found: dict[str, float] = defaultdict(float)
    for lived in week:
        for id in {r.exercise for r in _results(lived)}:
            sides = [len(r.actuals) for r in _results(lived) if r.exercise == id]
            found[GROUPS[LIBRARY.exercises[id].pattern]] += max(sides)
    return found


def _kilometres(week: Iterable[Lived]) -> dict[RunKind, float]:
    found: dict[RunKind, float] = defaultdict(float)
    for lived in week:
        if lived.ran and lived.ran.distance_m:
            found[lived.ran.kind] += lived.ran.distance_m / 1000
    return found


def _stacked(
    axes: Axes, mondays: list[date], weeks: list[Mapping[Key, float]], colours: Mapping[Key, str]
) -> None:
    bottom = [0.0] * len(weeks)
    for key, colour in colours.items():
        heights = [week.get(key, 0.0) for week in weeks]
        axes.bar(mondays, heights, 5.6, bottom, align="edge", color=colour)
        bottom = [a + b for a, b in zip(bottom, heights, strict=True)]
    axes.set_ylim(0, max(*bottom, 1) * 1.08)


def _sessions(axes: Axes, year: Year) -> None:
    """A dot a session on its weekday; what was planned and not done as a ring."""
    rows = {"full": "done", "light": "light", "asked": "asked for", "missed": "planned, not done"}
    styles = {
        "full": ("o", "#333333", "#333333"),
        "light": ("o", "#BBBBBB", "#333333"),
        "asked": ("s", "#56B4E9", "#333333"),
        "missed": ("o", "none", "#D55E00"),
    }
    points: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for lived in year.days:
        kind = _kind(lived)
        if kind:
            monday = lived.day - timedelta(days=lived.day.weekday())
            points[kind].append((monday + timedelta(days=2.8), lived.day.weekday()))
    for kind, found in points.items():
        marker, face, edge = styles[kind]
        days, weekdays = zip(*found, strict=True)
        axes.scatter(days, weekdays, 34, marker=marker, facecolors=face, edgecolors=edge)
    _told(axes, year)
    axes.set_yticks(range(7), ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    axes.set_ylim(6.6, -0.6)
    axes.set_ylabel("sessions")
    markers = [
        Line2D([], [], ls="", marker=m, markerfacecolor=f, markeredgecolor=e, label=rows[kind])
        for kind, (m, f, e) in styles.items()
    ]
    marks = [Line2D([], [], ls="", marker=f"${m}$", color=c, label=w) for m, c, w in MARKS.values()]
    _legend(axes, [*markers, *marks])


def _kind(lived: Lived) -> str:
    if lived.result and lived.asked:
        return "asked"
    if lived.result:
        return "light" if _light(lived) else "full"
    return "missed" if lived.week.days[lived.day.weekday()].session else ""


MARKS = {
    "pain": ("P", "#CC0000", "pain told"),
    "ill": ("I", "#6A3D9A", "ill"),
    "travelling": ("T", "#1F78B4", "travelling"),
}


def _told(axes: Axes, year: Year) -> None:
    for lived in year.days:
        found = {word for word in MARKS if word in lived.says}
        if any(type(fact).__name__ == "PainReported" for fact in lived.facts):
            found.add("pain")
        monday = lived.day - timedelta(days=lived.day.weekday())
        for word in found:
            letter, colour, _ = MARKS[word]
            at = monday + timedelta(days=5.6)
            axes.scatter([at], [lived.day.weekday()], 26, marker=f"${letter}$", color=colour)


# Lifts


def lifts_of(year: Year) -> Figure:
    """One small picture an exercise, those done most often first."""
    figure = Figure(figsize=(16, 13), layout="constrained")
    figure.suptitle(f"Lifts · {year.person.about}", fontsize=14, fontweight="bold")
    grid = figure.subplots(ROWS, COLUMNS, sharex=True)
    for axes, exercise in zip(grid.flat, _most_done(year), strict=False):
        _lift(axes, year, exercise)
    for axes in grid[-1]:
        _months(axes, year)
    figure.legend(handles=_lift_key(), loc="outside lower center", ncols=7, frameon=False)
    return figure


def _most_done(year: Year) -> list[Exercise]:
    times = Counter(r.exercise for lived in year.sessions for r in _left_or_both(lived))
    return [LIBRARY.exercises[id] for id, _ in times.most_common(ROWS * COLUMNS)]


def _lift(axes: Axes, year: Year, exercise: Exercise) -> None:
    _shade(axes, year)
    found = [
        (lived, r)
        for lived in year.sessions
        for r in _left_or_both(lived)
        if r.exercise == exercise.id
    ]
    loaded = any(result.load for _, result in found)
    days = [lived.day for lived, _ in found]
    amounts = [_amount(result, loaded) for _, result in found]
    axes.plot(days, amounts, color="#0072B2", lw=1.2, zorder=3)
    fill = ["white" if _light(lived) else "#0072B2" for lived, _ in found]
    axes.scatter(days, amounts, 16, c=fill, edgecolors="#0072B2", zorder=4)
    _steps(axes, year, exercise.id, dict(zip(days, amounts, strict=True)))
    unit = {Measure.HOLD: "seconds", Measure.CONTACTS: "landings"}.get(exercise.measure, "reps")
    side = " (left)" if exercise.per_side else ""
    axes.set_title(f"{exercise.name}{side}", fontsize=11)
    axes.set_ylabel(f"{unit} × kg" if loaded else unit, color="#0072B2")
    axes.set_ylim(0, max(amounts) * 1.2)
    if loaded:
        _weight(axes.twinx(), found)


def _light(lived: Lived) -> bool:
    return lived.result is not None and lived.result.dosage is Dosage.LIGHT


def _amount(result: ExerciseResult, loaded: bool) -> float:
    """The best set: reps or seconds, times the weight in both hands where there is one."""
    best = max(result.actuals)
    return best * _kg(result) if loaded and result.load else float(best)


def _kg(result: ExerciseResult) -> float:
    if result.load is None:
        return 0.0
    return result.load.value * (2 if result.load.basis is Basis.PER_HAND else 1)


def _weight(axes: Axes, found: list[tuple[Lived, ExerciseResult]]) -> None:
    days = [lived.day for lived, result in found if result.load]
    loads = [_kg(result) for _, result in found if result.load]
    axes.step(days, loads, where="post", color="#E69F00", lw=1.6)
    axes.set_ylim(0, max(loads) * 1.6)
    axes.set_ylabel("kg", color="#B97A00")
    axes.tick_params(axis="y", labelsize=8)


def _steps(axes: Axes, year: Year, id: str, amounts: dict[date, float]) -> None:
    for lived in year.sessions:
        for change in lived.changes:
            if change.after.exercise != id or change.after.side is Side.RIGHT:
                continue
            at = amounts.get(lived.day)
            if at is not None and change.code in UP | DOWN:
                up = change.code in UP
                marker, colour = ("^", "#009E73") if up else ("v", "#CC0000")
                axes.scatter([lived.day], [at], 70, marker=marker, color=colour, zorder=5)


def _lift_key() -> list[Line2D | Patch]:
    return [
        Line2D([], [], color="#0072B2", marker="o", ms=4, label="best set of a session"),
        Line2D([], [], color="#0072B2", ls="", marker="o", mfc="white", ms=4, label="easy session"),
        Line2D([], [], color="#E69F00", label="weight (both hands together)"),
        Line2D([], [], color="#009E73", ls="", marker="^", label="then a step up"),
        Line2D([], [], color="#CC0000", ls="", marker="v", label="then a step down"),
        *_phase_key(),
    ]


# Both


def _left_or_both(lived: Lived) -> Iterator[ExerciseResult]:
    return (result for result in _results(lived) if result.side is not Side.RIGHT)


def _results(lived: Lived) -> Iterator[ExerciseResult]:
    done = lived.result.exercises if lived.result else ()
    return (result for result in done if result.actuals)


def _shade(axes: Axes, year: Year) -> None:
    for week in year.weeks:
        colour = PHASE_COLOURS.get(week[0].week.phase)
        if colour:
            axes.axvspan(week[0].day, week[0].day + WEEK, color=colour, lw=0, zorder=0)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color="#DDDDDD", lw=0.6)
    for edge in ("top", "right"):
        axes.spines[edge].set_visible(False)


def _phase_key() -> list[Patch]:
    return [
        Patch(color=colour, label=phase.value.replace("_", " "))
        for phase, colour in PHASE_COLOURS.items()
    ]


def _legend(axes: Axes, handles: Sequence[Artist]) -> None:
    axes.legend(handles=handles, loc="center left", bbox_to_anchor=(1.005, 0.5), frameon=False)


def _months(axes: Axes, year: Year) -> None:
    axes.xaxis.set_major_locator(MonthLocator())
    axes.xaxis.set_major_formatter(DateFormatter("%b"))
    axes.set_xlim(year.days[0].day, year.days[-1].day + timedelta(days=1))


def page(pictures: Iterable[Path]) -> str:
    """A page with all pictures."""
    shown = "\n".join(f'<p><img src="{escape(each.name)}" width="100%"></p>' for each in pictures)
    return f"<!doctype html><meta charset=utf-8><title>Simulated years</title>\n{shown}\n"


def main(folder: Path = ROOT / "build" / "report") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [picture for person in CAST for picture in draw(year_of(person), folder)]
    (folder / "index.html").write_text(page(pictures), "utf-8")
    print("\n".join(map(str, (*pictures, folder / "index.html"))))


if __name__ == "__main__":
    main()

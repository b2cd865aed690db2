"""`make bench`: what a turn costs and where, every figure as a ratio within this one run too."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter_ns
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from engine.plan.planner.plan import plan_weeks  # noqa: E402
from engine.plan.workout.build import build  # noqa: E402
from engine.plan.workout.builtin import builtin  # noqa: E402
from engine.score.compile import compile_score  # noqa: E402
from engine.session.codec import restore, snapshot  # noqa: E402
from engine.session.commands import HowLong, HowMany, Next, Ready, Start  # noqa: E402
from engine.session.events import Heard  # noqa: E402
from engine.session.state import State  # noqa: E402
from engine.session.transition import advance  # noqa: E402
from engine.speech.estimate import estimated_ms  # noqa: E402
from engine.speech.wording import embedded_wording  # noqa: E402
from engine.units import Instant, Ms  # noqa: E402
from skill.laptop.understand import understand  # noqa: E402
from skill.service.airing import Airtime  # noqa: E402
from skill.service.coach import Coach, Delivery  # noqa: E402
from skill.service.records import Channel  # noqa: E402
from skill.service.scripts import Scripts  # noqa: E402
from skill.storage import TimeOrderedIds, open_store  # noqa: E402
from tests.bench import bench_years  # noqa: E402
from tests.bench.bench_plan import TODAY, athletes  # noqa: E402
from tests.bench.bench_score import length_of, session  # noqa: E402
from tests.samples import FIRST, LIBRARY, MONDAY, states  # noqa: E402

RUNS = 200


def median_us(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of a call in microseconds, after a tenth of the runs as warm-up."""
    for _ in range(max(1, runs // 10)):
        work()
    times = []
    for _ in range(runs):
        began = perf_counter_ns()
        work()
        times.append((perf_counter_ns() - began) / 1000)
    return statistics.median(times)


def afresh(work: Callable[[], object]) -> Callable[[], object]:
    """The same without any workout remembered from before."""

    def forgetful() -> object:
        build.cache_clear()
        return work()

    return forgetful


def start_up_us(code: str) -> float:
    """The median of five whole processes that do nothing but this."""

    def run() -> None:
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)

    return median_us(run, runs=5)


def rows() -> list[tuple[str, float]]:
    wording = embedded_wording()
    scripts = Scripts(wording, LIBRARY)
    working = states()["working"]
    snapshot_text = json.dumps(snapshot(working))
    forty_five = builtin(LIBRARY, "intermediate-full-45", week=6)
    half_hour = tuple(session())
    found = [
        (
            "advance one event",
            median_us(lambda: advance(working, Heard(HowLong(), MONDAY), FIRST, LIBRARY)),
        ),
        (
            "snapshot out and back",
            median_us(lambda: restore(State, json.loads(snapshot_text))),
        ),
        (
            "compile half an hour's score",
            median_us(lambda: compile_score(half_hour, length_of), 30),
        ),
        (
            "build a workout of 45 minutes",
            median_us(afresh(lambda: builtin(LIBRARY, "intermediate-full-45", week=6))),
        ),
        (
            "rehearse 45 minutes to the end",
            median_us(lambda: scripts.left(State(), MONDAY, forty_five), 30),
        ),
        (
            "understand a sentence",
            median_us(lambda: understand("done ten at twelve kilos", "working")),
        ),
    ]
    for who, book in athletes():
        for what, weeks in (("a week", 1), ("a year", 53)):
            plan = afresh(partial(plan_weeks, book, LIBRARY, TODAY, weeks))
            found.append((f"plan {what}, {who}", median_us(plan, 10 if weeks > 1 else 100)))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/bench.db")
        coach = Coach(store, TimeOrderedIds(), scripts, ZoneInfo("UTC"))
        athlete = coach.athlete_on(Channel.LAPTOP, "bench", MONDAY)
        played = Delivery(estimated_ms)
        aired = Delivery(estimated_ms, Airtime(Ms(240_000), lambda script: True))
        moment = iter(range(MONDAY, MONDAY + 10_000_000, 10))
        for command in (Start(), Ready(), Next("exercise")):
            coach.hear(athlete, Heard(command, Instant(next(moment))), played)

        def ask(delivery: Delivery) -> None:
            coach.hear(athlete, Heard(HowMany(), Instant(next(moment))), delivery)

        found.append(("a durable turn on the laptop", median_us(lambda: ask(played))))
        found.append(("a durable turn, run ahead for a speaker", median_us(lambda: ask(aired))))
        store.close()
    with tempfile.TemporaryDirectory() as folder:
        ten_years, none = bench_years.askers(scripts, Path(folder))
        found.append(("ask for today, a new athlete", median_us(none, 40)))
        found.append(("ask for today after ten years", median_us(ten_years, 40)))
    found.append(("start Python alone", start_up_us("pass")))
    found.append(("start the command line", start_up_us("import skill.cli.main")))
    return found


def main() -> None:
    measured = rows()
    unit = measured[0][1]
    print(f"{'what':42} {'median':>12}   in advances")
    for what, us in measured:
        shown = f"{us:.1f} us" if us < 1000 else f"{us / 1000:.2f} ms"
        print(f"{what:42} {shown:>12} {us / unit:10.1f}x")


if __name__ == "__main__":
    main()

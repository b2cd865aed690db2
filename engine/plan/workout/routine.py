"""Warm-up and cool-down: which moves, how long, and what stands in for a move that would hurt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from engine.library.model import Library, Measure, Move, Place
from engine.plan.model import Block, PlannedSet, RestKind
from engine.units import Ms, Side

Moves = tuple[tuple[str, int], ...]
"""Move ids and seconds; a one-sided move shares its seconds between the sides."""

EASY_RIR = 4
REMEMBERED = 128
"""Routines; a week needs one or two of them again and again."""

_MOBILISE: Moves = (
    ("leg_swings", 30),
    ("wall_slides", 30),
    ("lunge_rotation", 30),
    ("easy_bridges", 30),
    ("easy_calf_raises", 30),
    ("practice_reps", 30),
)
WARM_UP: Mapping[int, Moves] = MappingProxyType(
    {
        15: (
            ("march", 30),
            ("hinge_reach", 30),
            ("slow_squats", 30),
            ("reverse_lunge_reach", 30),
        ),
        20: (
            ("jog_on_spot", 45),
            ("leg_swings", 30),
            ("easy_squats", 30),
            ("hinge_reach", 30),
            ("wall_push_ups", 20),
            ("easy_calf_raises", 25),
        ),
        30: (("jog_on_spot", 60), *_MOBILISE),
        45: (("jog_on_spot", 120), *_MOBILISE, ("practice_reps", 60)),
    }
)
"""By the minutes of the session's row: raise the pulse, mobilise and activate, rehearse."""
COOL_DOWN: Mapping[int, Moves] = MappingProxyType(
    {
        15: (("walk_breathe", 30), ("calf_stretch", 30)),
        20: (("walk_breathe", 30), ("calf_stretch", 30)),
        30: (
            ("walk_breathe", 30),
            ("calf_stretch", 30),
            ("hip_flexor_stretch", 30),
            ("glute_stretch", 30),
        ),
        45: (
            ("walk_breathe", 40),
            ("calf_stretch", 40),
            ("hip_flexor_stretch", 40),
            ("glute_stretch", 40),
            ("chest_stretch", 20),
        ),
    }
)
SPARE_WARM_UP = (
    *("hinge_reach", "wall_push_ups", "easy_squats", "easy_bridges"),
    *("easy_calf_raises", "wall_slides", "march"),
)
SPARE_COOL_DOWN = ("glute_stretch", "hip_flexor_stretch", "chest_stretch", "walk_breathe")
"""Stand-ins for a move that would hurt, the best first; the last one is safe for everybody."""


@lru_cache(REMEMBERED)
def warm_up(
    library: Library, minutes: int, blocked: frozenset[Place], gentle: bool
) -> tuple[PlannedSet, ...]:
    """The row's warm-up; ``gentle`` marches instead of jogging."""
    moves = WARM_UP[minutes]
    if gentle:
        moves = tuple(("march" if id == "jog_on_spot" else id, s) for id, s in moves)
    return _planned(library, Block.WARM_UP, _safe(library, moves, SPARE_WARM_UP, blocked))


@lru_cache(REMEMBERED)
def cool_down(library: Library, minutes: int, blocked: frozenset[Place]) -> tuple[PlannedSet, ...]:
    """The row's cool-down."""
    moves = _safe(library, COOL_DOWN[minutes], SPARE_COOL_DOWN, blocked)
    return _planned(library, Block.COOL_DOWN, moves)


def _safe(
    library: Library, moves: Moves, spare: tuple[str, ...], blocked: frozenset[Place]
) -> Moves:
    def hurts(id: str) -> bool:
        return bool(library.moves[id].avoid_with & blocked)

    used = {id for id, _ in moves if not hurts(id)}
    chosen: list[tuple[str, int]] = []
    for id, duration in moves:
        if hurts(id):
            unused = (other for other in spare if other not in used and not hurts(other))
            id = next(unused, spare[-1])
            used.add(id)
        chosen.append((id, duration))
    return tuple(chosen)


def _planned(library: Library, block: Block, moves: Moves) -> tuple[PlannedSet, ...]:
    of = Counter(id for id, _ in moves)
    number: Counter[str] = Counter()
    planned: list[PlannedSet] = []
    for id, duration in moves:
        number[id] += 1
        planned.extend(_sides(library.moves[id], block, duration, number[id], of[id]))
    return tuple(planned)


def _sides(move: Move, block: Block, duration: int, number: int, of: int) -> Iterator[PlannedSet]:
    sides = (Side.LEFT, Side.RIGHT) if move.per_side else (None,)
    target = duration // len(sides)
    for side in sides:
        yield PlannedSet(
            block=block,
            exercise=move.id,
            number=number,
            of=of,
            side=side,
            measure=Measure.HOLD,
            target=target,
            low=target,
            high=target,
            tempo=None,
            load=None,
            loadable=False,
            rir=EASY_RIR,
            # A move is explained while it is being done, so its seconds are all there is.
            lead_ms=Ms(0),
            rest_ms=Ms(0),
            rest_kind=RestKind.NONE,
        )

"""Engine time a keystroke, side by side: every engine answers each keystroke in turn.

Each keystroke is timed in several passes and the least counts: what else the machine does can
only add. Nothing is remembered from pass to pass.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tests.bench.engines import Engine
from tests.bench.keystrokes import keystrokes

PASSES = 5


class Timing(NamedTuple):
    """Milliseconds a keystroke, and the keystroke that took longest."""

    median: float
    p95: float
    worst: float
    slowest: str


def measure(
    engines: Mapping[str, Callable[[], Engine]], passes: int = PASSES, every: int = 1
) -> dict[str, Timing]:
    """Time the engines, each made anew for a pass, over every so many-th keystroke."""
    typed = keystrokes()[::every]
    best = {name: [float("inf")] * len(typed) for name in engines}
    for _ in range(passes):
        made = {name: make() for name, make in engines.items()}
        for at, text in enumerate(typed):
            for name, answer in made.items():
                best[name][at] = min(best[name][at], _time(answer, text))
    return {name: _timing(times, typed) for name, times in best.items()}


def _time(answer: Engine, text: str) -> float:
    start = time.perf_counter()
    answer(text)
    return (time.perf_counter() - start) * 1000


def _timing(times: Sequence[float], typed: Sequence[str]) -> Timing:
    ranked = sorted(times)
    slowest = max(zip(times, typed, strict=True))[1]
    at = [ranked[int(len(ranked) * share)] for share in (0.5, 0.95)]
    return Timing(at[0], at[1], ranked[-1], slowest)

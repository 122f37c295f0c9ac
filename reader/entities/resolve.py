"""Which of overlapping candidates stand.

Guideline: flat, the longest name wins. But a long guess must not beat a short certainty, so
candidates stand in tiers of certainty, the longest first within each:

    2xx  sure: a date, a known name, a name behind a title, a body behind its head
    1xx  likely: a run of capitals that looks like a name

Within a tier and length the higher weight wins.
"""

from collections.abc import Iterable

from reader.entities.mention import Candidate

REJECTED = "NONE"
"""Type of a candidate that only blocks: `Bộ trưởng Quốc phòng` is no ministry."""


def resolve(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stand, sorted, none overlapping another."""
    ranked = sorted(candidates, key=_rank)
    taken: set[int] = set()
    kept = []
    for candidate in ranked:
        span = range(candidate.start, candidate.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted(each for each in kept if each.type != REJECTED)


def _rank(candidate: Candidate) -> tuple[int, int, int, int]:
    tier = candidate.weight // 100
    return -tier, candidate.start - candidate.end, -candidate.weight, candidate.start

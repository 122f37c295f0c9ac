"""Hits as a list that is only worked out as far as it is looked at."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, overload

from reader.index import Found, Postings
from reader.index.condition import Condition
from reader.search import ranking
from reader.search.planner import Group
from reader.search.query import Query

PAGE = 64
"""Hits that are worked out at first: more than any screen shows. Then four times as many each
time the end is reached; the steps do not depend on who asks, and so neither does the order."""

GROWTH = 4


class Hit(NamedTuple):
    """An article found: its id, its score, and whether it has all words (tier 0) or not (1)."""

    id: str
    score: float
    tier: int


class Results:
    """The hits of a query, best first. ``notes`` say what was ignored, relaxed or suggested."""

    def __init__(self, query: Query, postings: Postings, groups: Sequence[Group]) -> None:
        self.query = query
        self.notes: tuple[str, ...] = ()
        self.suggestions: tuple[str, ...] = ()
        self._postings, self._groups = postings, list(groups)
        self._by_day = not (query.words or query.phrases)
        self._hits: list[Hit] = []
        self._group_start = self._group = self._level = 0
        self._grow()

    @cached_property
    def total(self) -> int:
        """Return how many articles were found."""
        if self._is_complete:
            return len(self._hits)
        return sum(self._postings.count(one) for one in self._unions())

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of all hits, best first; each is found when it is looked at."""
        return _Ids(self)

    def hits(self, start: int, stop: int) -> list[Hit]:
        """Return the hits from ``start`` to ``stop``, fewer at the end."""
        while len(self._hits) < stop and not self._is_complete:
            self._grow()
        return self._hits[start:stop]

    def follow(self, group: Group) -> None:
        """Let another group of hits follow the ones there are."""
        self._groups.append(group)
        self.__dict__.pop("total", None)
        if len(self._hits) < PAGE:
            self._grow()

    def _unions(self) -> Iterator[Condition]:
        """Yield conditions that together choose every hit once: the last group has those before."""
        complete = [group.chosen for group in self._groups if group.has_all]
        yield from complete[-1:]
        yield from (group.levels[-1] for group in self._groups if not group.has_all)

    @property
    def _is_complete(self) -> bool:
        return self._group == len(self._groups)

    def _grow(self) -> None:
        """Work out the next hits, in steps of fixed sizes."""
        wanted = PAGE
        while wanted <= len(self._hits):
            wanted *= GROWTH
        while len(self._hits) < wanted and not self._is_complete:
            self._take(wanted - self._group_start)

    def _take(self, limit: int) -> None:
        """Ask the current level for its best ``limit`` hits; go on to the next if it has fewer."""
        group = self._groups[self._group]
        level = group.levels[self._level]
        ask = self._postings.newest if self._by_day else self._postings.best
        found = ask(level, limit)
        have = {hit.id for hit in self._hits[self._group_start :]}
        self._hits += sorted(self._scored(group, found, have), key=lambda hit: -hit.score)
        if len(found) < limit:
            self._go_on(group)

    def _go_on(self, group: Group) -> None:
        self._level += 1
        if self._level == len(group.levels):
            self._group, self._level, self._group_start = self._group + 1, 0, len(self._hits)

    def _scored(self, group: Group, found: list[Found], have: set[str]) -> Iterator[Hit]:
        newest = self._postings.newest_day
        for one in found:
            if one.id not in have:
                points = group.base + one.points + ranking.recency(one.day, newest)
                yield Hit(one.id, points, 0 if group.has_all else 1)


class _Ids(Sequence[str]):
    """The ids of results, found as they are looked at."""

    def __init__(self, results: Results) -> None:
        self._results = results

    def __len__(self) -> int:
        return self._results.total

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step < 0:
                return [self[one] for one in range(start, stop, step)]
            return [hit.id for hit in self._results.hits(start, stop)[::step]]
        if at < 0:
            at += len(self)
        hits = self._results.hits(at, at + 1) if at >= 0 else []
        if not hits:
            raise IndexError(at)
        return hits[0].id

    def __iter__(self) -> Iterator[str]:
        for at in range(len(self)):
            yield self[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment] # as a list has none

"""Hits as a list that is only worked out as far as it is looked at."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from threading import Thread
from typing import NamedTuple, overload

from reader.index import Found, Postings
from reader.index.condition import Condition, without
from reader.search import ranking
from reader.search.planner import Group, Plan
from reader.search.query import Query

PAGE = 40
"""Hits that are worked out at first: more than most screens show. Then four times as many each
time the end is reached; the steps do not depend on who asks, and so neither does the order."""

GROWTH = 4


class Hit(NamedTuple):
    """An article found: its id, its score, and whether it has all words (tier 0) or not (1)."""

    id: str
    score: float
    tier: int


class Results:
    """The hits of a query, best first. ``notes`` say what was ignored, relaxed or suggested."""

    def __init__(self, query: Query, postings: Postings, plan: Plan) -> None:
        self.query = query
        self.notes: tuple[str, ...] = ()
        self.suggestions: tuple[str, ...] = ()
        self._postings, self._groups = postings, plan.groups()
        self._by_day = not (query.words or query.phrases)
        self._hits: list[Hit] = []
        self._seen: set[int] = set()
        self._before: Condition | None = None
        self._count = _Ahead(plan.count) if plan.is_large else plan.count
        self._enter(next(self._groups, None))
        self._grow()

    @cached_property
    def total(self) -> int:
        """Return how many articles were found."""
        return self._count() if self._group else len(self._hits)

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of all hits, best first; each is found when it is looked at."""
        return _Ids(self)

    def hits(self, start: int, stop: int) -> list[Hit]:
        """Return the hits from ``start`` to ``stop``, fewer at the end."""
        while len(self._hits) < stop and self._group:
            self._grow()
        return self._hits[start:stop]

    def rank(self, article_id: str) -> int:
        """Return where an article stands among the hits looked at so far. Raises ValueError."""
        if int(article_id, 16) not in self._seen:
            raise ValueError(article_id)
        return next(at for at, hit in enumerate(self._hits) if hit.id == article_id)

    def follow(self, group: Group) -> None:
        """Let one more group of hits follow, when those there are have all been worked out."""
        self._groups, self._count = iter(()), lambda: self._postings.count(group.chosen)
        self._enter(group)
        self._grow()

    def _grow(self) -> None:
        """Work out the next hits, in steps of fixed sizes."""
        wanted = PAGE
        while wanted <= len(self._hits):
            wanted *= GROWTH
        while len(self._hits) < wanted and self._group:
            self._take(wanted - self._group_start)

    def _take(self, limit: int) -> None:
        """Ask the current level for its best ``limit`` hits; go on to the next if it has fewer.

        A level has the hits of the groups before it too. Few are asked for again and skipped, many
        are ruled out, which takes the index longer.
        """
        group, level = self._group, self._level
        if group is None or level is None:
            return
        if self._group_start > PAGE and self._before is not None:
            level = without(level, [self._before])
        else:
            limit += self._group_start
        ask = self._postings.newest if self._by_day else self._postings.best
        found = ask(level, limit)
        fresh = [one for one in found if one.number not in self._seen]
        self._seen.update(one.number for one in fresh)
        self._hits += self._scored(group, fresh)
        if len(found) < limit:
            self._go_on(group)

    def _go_on(self, group: Group) -> None:
        """Go on to the next level, or to the next group that has one."""
        self._level = next(group.levels, None)
        if self._level is None:
            self._before = group.chosen
            self._enter(next(self._groups, None))

    def _enter(self, group: Group | None) -> None:
        self._group, self._group_start = group, len(self._hits)
        self._level = next(group.levels) if group else None

    def _scored(self, group: Group, found: list[Found]) -> list[Hit]:
        newest, base, tier = self._postings.newest_day, group.base, 0 if group.has_all else 1
        hits = [
            Hit(f"{number:016x}", base + points + ranking.recency(day, newest), tier)
            for number, points, day in found
        ]
        hits.sort(key=itemgetter(1), reverse=True)
        return hits


class _Ahead:
    """A number that is worked out on another core, while this one goes on."""

    def __init__(self, work_out: Callable[[], int]) -> None:
        self._numbers: list[int] = []
        self._thread = Thread(target=lambda: self._numbers.append(work_out()), daemon=True)
        self._thread.start()

    def __call__(self) -> int:
        self._thread.join()
        return self._numbers[0]


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

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Return where an id stands, if it was met so far: to find it might take all hits."""
        return self._results.rank(value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment] # as a list has none

"""The same story: which articles name the same rare things at about the same time.

Two articles are as alike as the entities they share are rare, as a share of all they name
(a weighted Jaccard index), and the more alike the nearer their dates lie:

    likeness = sum of idf over shared entities / sum of idf over all of both
    score    = likeness * nearness,  nearness = 1 / (1 + days apart / HALF_DAYS)

A country that every article names has an idf near nothing, a visitor named in two a high one.
Entities are the same in every language, so the score knows no language either.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from math import fsum, log
from typing import NamedTuple

from reader.entities.catalogue import Catalogue

HALF_DAYS = 45
"""Days apart that halve the score. A story is followed up for weeks; a wire copy follows in hours,
and is near enough the same day at any value here."""

UNDATED = 0.4
"""Nearness where a date is not known: that of articles some six weeks apart, so that an undated
article neither leads nor vanishes."""

VAGUE = 20
"""Part of a month or year that two dates within it are taken to be apart: for a year 18 days."""

WEIGHTS = {"person": 1.5, "event": 2.0}
"""How much more a shared person or event says than a shared place or body: a story is who did
what, and many stories play in the same capital."""

MOST = 20_000
"""Articles looked at. In a large collection the rare entities alone lead to the story; a country
that a hundred thousand articles name would only cost time."""

LEAST = 0.005
"""Score under which articles share no more than what any two articles do."""


class Related(NamedTuple):
    """An article on the same story, its score from 0 to 1, and what is shared, rarest first."""

    article: str
    score: float
    shared: tuple[str, ...]


def related(
    catalogue: Catalogue, article: str, date_of: Callable[[str], str | None]
) -> list[Related]:
    """Return the articles on the story of ``article``, the most alike first.

    Reads only articles that share one of its rarer entities.
    """
    own, rarity = catalogue.named_in(article), _Rarity(catalogue)
    others = {other for each in rarity.first(own) for other in catalogue.articles(each)}
    found = []
    for other in others - {article}:
        theirs = catalogue.named_in(other)
        likeness = rarity.sum(own & theirs) / (rarity.sum(own | theirs) or 1.0)
        score = likeness * _nearness(date_of(article), date_of(other))
        if score >= LEAST:
            found.append(Related(other, round(score, 4), tuple(rarity.ranked(own & theirs))))
    return sorted(found, key=lambda one: (-one.score, one.article))


class _Rarity:
    """How much it says that an article names an entity: the inverse document frequency."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._all = catalogue, len(catalogue)

    def of(self, entity: str) -> float:
        """Return the idf of ``entity``; nothing for one that every article names."""
        weight = WEIGHTS.get(entity.partition(":")[0], 1.0)
        return weight * log((self._all + 1) / (len(self._catalogue.articles(entity)) + 0.5))

    def sum(self, entities: Iterable[str]) -> float:
        """Return the weight of several entities together."""
        return fsum(map(self.of, entities))

    def ranked(self, entities: Iterable[str]) -> list[str]:
        """Return ``entities``, the rarest first."""
        return sorted(entities, key=lambda entity: (-self.of(entity), entity))

    def first(self, entities: Iterable[str]) -> Iterator[str]:
        """Yield the rarest entities, until together they lead to ``MOST`` articles."""
        reached = 0
        for entity in self.ranked(entities):
            reached += len(self._catalogue.articles(entity))
            if reached > MOST:
                return
            yield entity


def _nearness(one: str | None, other: str | None) -> float:
    if one is None or other is None:
        return UNDATED
    (first, last), (start, end) = _days(one), _days(other)
    apart = max(0, start - last, first - end)
    # Days that may be apart by all of a month or a year are taken to be a part of it apart.
    vague = max(last - first, end - start) / VAGUE
    return 1 / (1 + (apart + vague) / HALF_DAYS)


def _days(value: str) -> tuple[int, int]:
    """Return the numbers of the first and the last day of an ISO date of any grain."""
    year, month, day = [*map(int, value.split("-")), 0, 0][:3]
    first = date(year, month or 1, day or 1)
    if day:
        return first.toordinal(), first.toordinal()
    following = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return first.toordinal(), following.toordinal() - 1

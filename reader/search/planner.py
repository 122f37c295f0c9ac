"""From a query to the questions put to the index, the likeliest hits first.

The hits fall into groups, best first: every word spelt right, then with one mistake in a word,
then with two; and when those are few, all words but one. Inside a group the digits of ``ranking``
are points that the index adds up, level by level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.index import Postings
from reader.index.condition import EVERYTHING, Condition, all_of, any_of, at_least, opt, worth
from reader.search import ranking
from reader.search.digits import Digits, Fact
from reader.search.expansion import Sought
from reader.search.levels import DIRECT, levels
from reader.search.spelling import Reach, Spelling, size


@dataclass(frozen=True)
class Asked:
    """What a query asks besides its words: conditions to meet, and ones that only add points."""

    must: tuple[Condition, ...] = ()
    extras: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Group:
    """Hits that share the leading digits of their score, and how to ask for them.

    ``levels`` choose ever larger parts of the group, ending with all of it and of the groups
    before it, as ``chosen`` does without points; ``base`` is what the leading digits come to.
    """

    base: float
    has_all: bool
    levels: Iterator[Condition]
    chosen: Condition


class Plan:
    """How one query is answered by one commit of the index."""

    def __init__(self, postings: Postings, sought: Sequence[Sought], asked: Asked) -> None:
        self._postings, self._sought, self._asked = postings, sought, asked
        self._spelling, self._digits = Spelling(postings), Digits(postings)
        self._reaches = list(_reaches(sought))

    @property
    def is_large(self) -> bool:
        """Tell whether many articles may have all words, so that counting them takes time."""
        sizes = [size(one, self._reaches[-1]) for one in self._sought]
        return len(sizes) > 1 and min(sizes) > DIRECT

    def groups(self) -> Iterator[Group]:
        """Yield the groups that have all words, best first."""
        for reach in self._reaches:
            words = self._words(reach)
            if words is not None:
                base = ranking.WORDS + ranking.FORM * reach + _exact(self._sought)
                chosen = _chosen(words, self._asked)
                yield Group(base, True, self._levels(reach, words), chosen)

    def count(self) -> int:
        """Return how many articles have all words: how many hits all groups have together."""
        if len(self._sought) == 1 and not self._asked.must and not self._postings.has_removed:
            (one,) = self._sought
            if len(self._reaches) == 1 and not (one.is_begun and one.begun):
                return one.reach
        if not self._sought and not self._asked.must:
            return len(self._postings)
        words = self._words(self._reaches[-1])
        return 0 if words is None else self._postings.count(_chosen(words, self._asked))

    def _words(self, reach: Reach) -> list[Condition] | None:
        """Choose each word, spelt near enough; None when one of them is nowhere."""
        found = [self._spelling.chosen(one, reach) for one in self._sought]
        words = [word for word in found if word is not None]
        return words if len(words) == len(found) else None

    def _levels(self, reach: Reach, words: list[Condition]) -> Iterator[Condition]:
        wanted = [*words, *self._asked.must] or [EVERYTHING]
        digits = (
            self._digits.adjacent(self._sought, reach),
            self._digits.exact(self._sought),
            self._digits.titles(self._sought, reach),
            self._digits.marks(self._sought),
            self._asked.extras,
        )
        chosen = min((size(one, reach) for one in self._sought), default=len(self._postings))
        yield from levels(wanted, digits, chosen)

    def lacking(self, missing: int) -> Group | None:
        """Return the group that lacks so many words at most; None if what is left says nothing."""
        sought, asked = self._sought, self._asked
        known = [one for one in sought if one.is_known]
        telling = [one for one in known if not one.is_common]
        least = len(sought) - missing
        if not 1 <= least <= len(known) or missing < 1 or not telling:
            return None
        some = at_least(least, list(map(self._any_spelling, known)))
        told = any_of(list(map(self._any_spelling, telling)))
        chosen = all_of([worth(one, 0) for one in (some, told, *asked.must)])
        extras = [*self._found(), *(fact.condition for fact in asked.extras)]
        for digit in (self._digits.adjacent, self._digits.titles):
            extras += [fact.condition for fact in digit(sought, Reach.MORE_MISTAKES)]
        extras += [fact.condition for fact in self._digits.marks(sought)]
        return Group(0.0, False, iter([opt(chosen, extras, few=False)]), chosen)

    def _found(self) -> Iterator[Condition]:
        """Yield what each word found is worth by its rarity, misspelt half as much."""
        sought = self._sought
        articles = len(self._postings)
        rarity = [ranking.idf(articles, min(max(one.reach, 1), articles)) for one in sought]
        for one, weight in zip(sought, rarity, strict=True):
            points = ranking.FOUND * weight / sum(rarity) / 2
            for reach in (Reach.SPELT_RIGHT, Reach.MORE_MISTAKES):
                if (spelt := self._spelling.chosen(one, reach)) is not None:
                    yield worth(spelt, points)

    def _any_spelling(self, sought: Sought) -> Condition:
        return self._spelling.chosen(sought, Reach.MORE_MISTAKES) or self._postings.ids(())


def _reaches(sought: Sequence[Sought]) -> Iterator[Reach]:
    yield Reach.SPELT_RIGHT
    mistakes = {one.mistakes for each in sought for one in each.misspelt}
    if 1 in mistakes:
        yield Reach.ONE_MISTAKE
    if mistakes - {1}:
        yield Reach.MORE_MISTAKES


def _exact(sought: Sequence[Sought]) -> int:
    """Return the digit for the word being typed, which is full where no word is being typed."""
    return 0 if any(one.is_begun for one in sought) else ranking.EXACT


def _chosen(words: Sequence[Condition], asked: Asked) -> Condition:
    return all_of([worth(one, 0) for one in (*words, *asked.must)] or [EVERYTHING])

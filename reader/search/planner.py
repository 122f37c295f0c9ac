"""From a query to the questions put to the index, the likeliest hits first.

The hits fall into groups, best first: every word exact, then with a prefix among them, then with
misspellings, then all words but one. Inside a group the digits of ``ranking`` are points that
the index adds up, level by level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.index import Postings
from reader.index.condition import EVERYTHING, Condition, all_of, any_of, at_least, opt, worth
from reader.search import ranking
from reader.search.digits import Digits, Fact
from reader.search.expansion import Sought
from reader.search.levels import levels
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


class Planner:
    """Plans queries against one commit of the index."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._spelling, self._digits = Spelling(postings), Digits(postings)

    def groups(self, sought: Sequence[Sought], asked: Asked) -> Iterator[Group]:
        """Yield the groups that have all words, best first."""
        for reach in _reaches(sought):
            words = self._words(sought, reach)
            if words is not None:
                base = ranking.WORDS + ranking.FORM * reach
                parts = self._levels(sought, reach, words, asked)
                yield Group(base, True, parts, _chosen(words, asked))

    def count(self, sought: Sequence[Sought], asked: Asked) -> int:
        """Return how many articles have all words: how many hits all groups have together."""
        reaches = [*_reaches(sought)]
        if len(sought) == 1 and not asked.must and not self._postings.has_removed:
            (one,) = sought
            if reaches[-1] == Reach.EXACT:
                return one.frequency
            if reaches[-1] == Reach.PREFIX and one.begun is None:
                return one.reach
        words = self._words(sought, reaches[-1])
        return 0 if words is None else self._postings.count(_chosen(words, asked))

    def _words(self, sought: Sequence[Sought], reach: Reach) -> list[Condition] | None:
        """Choose each word, spelt near enough; None when one of them is nowhere."""
        found = [self._spelling.chosen(one, reach) for one in sought]
        words = [word for word in found if word is not None]
        return words if len(words) == len(found) else None

    def _levels(
        self, sought: Sequence[Sought], reach: Reach, words: list[Condition], asked: Asked
    ) -> Iterator[Condition]:
        wanted = [*words, *(worth(one, 0) for one in asked.must)] or [EVERYTHING]
        digits = (
            self._digits.adjacent(sought, reach),
            self._digits.titles(sought, reach),
            self._digits.marks(sought),
            asked.extras,
        )
        chosen = min((size(one, reach) for one in sought), default=len(self._postings))
        yield from levels(wanted, digits, (len(sought) - 1, len(sought)), chosen)

    def all_but_one(self, sought: Sequence[Sought], asked: Asked) -> Group | None:
        """Return the group that lacks one word at most; None if what is left says nothing."""
        known = [one for one in sought if one.is_known]
        telling = [one for one in known if not one.is_common]
        if len(sought) < 2 or len(known) < len(sought) - 1 or not telling:
            return None
        some = at_least(len(sought) - 1, list(map(self._any_spelling, known)))
        told = any_of(list(map(self._any_spelling, telling)))
        chosen = all_of([worth(one, 0) for one in (some, told, *asked.must)])
        points = ranking.FORM * ranking.EXACT / len(sought)
        exact = [self._spelling.chosen(one, Reach.EXACT) for one in known]
        extras = [worth(one, points) for one in exact if one is not None]
        for digit in (self._digits.adjacent, self._digits.titles):
            extras += [fact.condition for fact in digit(sought, Reach.MORE_MISTAKES)]
        extras += [fact.condition for fact in self._digits.marks(sought)]
        return Group(0.0, False, iter([opt(chosen, extras, few=False)]), chosen)

    def _any_spelling(self, sought: Sought) -> Condition:
        return self._spelling.chosen(sought, Reach.MORE_MISTAKES) or self._postings.ids(())


def _reaches(sought: Sequence[Sought]) -> Iterator[Reach]:
    yield Reach.EXACT
    if any(one.is_begun for one in sought):
        yield Reach.PREFIX
    for reach, least in ((Reach.ONE_MISTAKE, 1), (Reach.MORE_MISTAKES, 2)):
        if any(min(one.mistakes, 2) == least for each in sought for one in each.misspelt):
            yield reach


def _chosen(words: Sequence[Condition], asked: Asked) -> Condition:
    return all_of([worth(one, 0) for one in (*words, *asked.must)] or [EVERYTHING])

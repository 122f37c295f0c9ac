"""From a query to the questions put to the index, the likeliest hits first.

The hits fall into groups, best first: every word exact, then with a prefix among them, then with
misspellings, then all words but one. Inside a group the digits of ``ranking`` are points that
the index adds up. To add them up for a third of a million articles takes longer than a keystroke
may, so a large group is asked for in levels, each the best part of the next:

    group     every word exact                       300,000 articles
    level 3     … and each neighbouring pair           5,000
    level 2         … and each word in the title         100
    level 1             … and each with its marks         40    asked first; if that fills the
                                                                page, nothing else is asked

A level holds just those articles whose leading digits are full, so no article outside it can
score more than one inside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from reader.index import Postings
from reader.index.condition import (
    EVERYTHING,
    Condition,
    all_of,
    any_of,
    at_least,
    opt,
    scaled,
    without,
    worth,
)
from reader.search import ranking
from reader.search.expansion import LIKELY, Misspelt, Sought

DIRECT = 4000
"""Articles below which a group is asked for at once: to add up their points takes about as long
as to ask for the levels."""

COMPLETIONS = 12
"""Words that a beginning of five letters and more is completed to one by one; the rest, which are
rare, are one list. Each costs a posting list opened; twelve are nearly all of the articles."""

PAIR_COMPLETIONS = 16
"""Pairs that count as side by side while the second word is being typed, the most frequent."""

WRITTEN_REACH = 4000
"""A beginning typed with marks is completed as written if its words are in no more articles:
``đ`` is in every other one, says nothing, and would take milliseconds."""


class Reach(IntEnum):
    """How far from a typed word its spellings may be: the groups, best first."""

    EXACT = ranking.EXACT
    PREFIX = ranking.PREFIX
    ONE_MISTAKE = ranking.ONE_MISTAKE
    MORE_MISTAKES = ranking.MORE_MISTAKES


@dataclass(frozen=True)
class Asked:
    """What a query asks besides its words: conditions to meet, and ones that only add points."""

    must: tuple[Condition, ...] = ()
    extras: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Group:
    """Hits that share the leading digits of their score, and how to ask for them.

    ``levels`` choose ever larger parts of the group, ending with all of it; ``base`` is what the
    leading digits come to. ``chosen`` chooses the group and those before it, without points.
    """

    base: float
    has_all: bool
    levels: tuple[Condition, ...]
    chosen: Condition


class Planner:
    """Plans queries against one commit of the index."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def groups(self, sought: Sequence[Sought], asked: Asked) -> Iterator[Group]:
        """Yield the groups that have all words, best first."""
        before: list[Condition] = []
        for reach in self._reaches(sought):
            words = [self.spelling(one, reach) for one in sought]
            if any(word is None for word in words):
                continue
            wanted = [word for word in words if word is not None]
            chosen = all_of([worth(one, 0) for one in [*wanted, *asked.must]] or [EVERYTHING])
            levels = self._levels(sought, reach, wanted, asked)
            fresh = tuple(without(one, before) for one in levels)
            yield Group(ranking.WORDS + ranking.FORM * reach, True, fresh, chosen)
            before = [chosen]

    def all_but_one(
        self, sought: Sequence[Sought], asked: Asked, before: Sequence[Condition]
    ) -> Group | None:
        """Return the group that lacks one word, none of ``before``; None if that says nothing."""
        known = [one for one in sought if one.is_known]
        telling = [one for one in known if not one.is_common]
        if len(sought) < 2 or len(known) < len(sought) - 1 or not telling:
            return None
        some = at_least(len(sought) - 1, [self._any_spelling(one) for one in known])
        told = any_of([self._any_spelling(one) for one in telling])
        chosen = all_of([worth(one, 0) for one in (some, told, *asked.must)])
        exact = [
            worth(spelt, ranking.FORM * ranking.EXACT / len(sought))
            for one in sought
            if (spelt := self.spelling(one, Reach.EXACT))
        ]
        extras = [
            *self._adjacent(sought, Reach.MORE_MISTAKES),
            *self._titles(sought, Reach.MORE_MISTAKES),
            *self._marks(sought),
        ]
        scored = opt(chosen, [*exact, *extras], few=False)
        return Group(0.0, False, (without(scored, before),), chosen)

    @staticmethod
    def _reaches(sought: Sequence[Sought]) -> Iterator[Reach]:
        yield Reach.EXACT
        if any(one.is_begun for one in sought):
            yield Reach.PREFIX
        for reach, least in ((Reach.ONE_MISTAKE, 1), (Reach.MORE_MISTAKES, 2)):
            if any(min(one.mistakes, 2) == least for each in sought for one in each.misspelt):
                yield reach

    # The spellings of one word

    def spelling(self, sought: Sought, reach: Reach) -> Condition | None:
        """Choose the articles with a spelling of the word that is near enough; None has none."""
        ways: list[Condition] = []
        if reach <= Reach.PREFIX and sought.is_begun:
            ways += self._begun(sought)
        elif sought.frequency:
            ways.append(self._weighed(sought, sought.word.term, sought.frequency))
        if reach <= Reach.ONE_MISTAKE:
            ways += self._misspelt(sought, reach)
        return any_of(ways) if ways else None

    def _any_spelling(self, sought: Sought) -> Condition:
        return self.spelling(sought, Reach.MORE_MISTAKES) or self._postings.ids(())

    def _begun(self, sought: Sought) -> list[Condition]:
        field, term = sought.field, sought.word.term
        if sought.begun is None:
            short = "title_begun" if sought.word.in_title else "begun"
            return [worth(self._postings.term(short, term), 0)]
        frequent = sought.begun[:COMPLETIONS]
        rest = [word for word, _ in sought.begun[COMPLETIONS:]]
        ways = [self._weighed(sought, word, frequency) for word, frequency in frequent]
        return [*ways, worth(self._postings.terms(field, rest), 0)] if rest else ways

    def _misspelt(self, sought: Sought, reach: Reach) -> list[Condition]:
        limit = 1 if reach == Reach.ONE_MISTAKE else 2
        near = [one for one in sought.misspelt if one.mistakes <= limit]
        return [self._weighed(sought, one.term, one.frequency) for one in near]

    def _weighed(self, sought: Sought, term: str, frequency: int) -> Condition:
        """Choose ``term``, worth the BM25 that the typed word would have.

        A rare misspelling must not count for more than the word itself.
        """
        articles = len(self._postings)
        shared = ranking.idf(articles, max(sought.reach, frequency))
        factor = ranking.RELEVANCE * shared / ranking.idf(articles, frequency)
        return scaled(self._postings.term(sought.field, term), factor)

    # The levels of a group

    def _levels(
        self,
        sought: Sequence[Sought],
        reach: Reach,
        words: list[Condition],
        asked: Asked,
    ) -> Iterator[Condition]:
        """Yield conditions that choose ever larger parts of a group, the last all of it."""
        wanted = [*words, *(worth(one, 0) for one in asked.must)] or [EVERYTHING]
        digits = [self._adjacent(sought, reach), self._titles(sought, reach), self._marks(sought)]
        complete = [len(digits[0]) == len(sought) - 1, len(digits[1]) == len(sought), True]
        size = min((_size(one, reach) for one in sought), default=0)
        if size > DIRECT:
            for depth in (3, 2, 1):
                full = [condition for digit in digits[:depth] for condition in digit]
                if all(complete[:depth]) and digits[depth - 1]:
                    rest = [condition for digit in digits[depth:] for condition in digit]
                    yield opt(all_of([*wanted, *full]), rest, few=True)
        few = size * 8 < len(self._postings)
        extras = [one for digit in digits for one in digit]
        yield opt(all_of(wanted), [*extras, *asked.extras], few=few)

    def _adjacent(self, sought: Sequence[Sought], reach: Reach) -> list[Condition]:
        """Return what each two neighbours are worth where they stand side by side."""
        points = ranking.ADJACENT / max(len(sought) - 1, 1)
        found = []
        for first, second in pairwise(sought):
            ways = self._side_by_side(first, second, reach)
            if ways:
                found.append(worth(any_of(ways), points))
        return found

    def _side_by_side(self, first: Sought, second: Sought, reach: Reach) -> list[Condition]:
        ways: list[Condition] = []
        if reach <= Reach.PREFIX and second.is_begun and self._postings.is_paired(first.word.term):
            begun = f"{first.word.term}_{second.word.term}"
            pairs = self._postings.completions("pairs", begun)[:PAIR_COMPLETIONS]
            ways = [self._postings.term("pairs", pair) for pair, _ in pairs]
        for before in _spellings(first, reach):
            for after in _spellings(second, reach):
                pair = self._postings.pair(before, after)
                if pair is None:
                    ways.append(self._postings.phrase([before, after]))
                elif not second.is_begun:
                    ways.append(pair)
        return ways

    def _titles(self, sought: Sequence[Sought], reach: Reach) -> list[Condition]:
        """Return what each word is worth in the title."""
        points = ranking.TITLE / max(len(sought), 1)
        found = []
        for one in sought:
            ways = [self._postings.term("title", term) for term in _spellings(one, reach)]
            if reach <= Reach.PREFIX and one.is_begun and one.begun is None:
                ways.append(self._postings.term("title_begun", one.word.term))
            if ways:
                found.append(worth(any_of(ways), points))
        return found

    def _marks(self, sought: Sequence[Sought]) -> list[Condition]:
        """Return what each word typed with marks is worth where it stands with them."""
        marked = [one for one in sought if one.word.is_marked]
        points = ranking.MARKS / max(len(marked), 1)
        return [worth(self._written(one), points) for one in marked]

    def _written(self, sought: Sought) -> Condition:
        text = sought.word.text.lower()
        words = [(text, 0)]
        if sought.is_begun and len(text) > 1:
            begun = self._postings.completions("written", text)
            words = begun if sum(count for _, count in begun) <= WRITTEN_REACH else words
        return any_of([self._postings.term("written", word) for word, _ in words[:COMPLETIONS]])


def _size(sought: Sought, reach: Reach) -> int:
    """Return about how many articles have the word, spelt near enough."""
    near = sum(one.frequency for one in sought.misspelt) if reach <= Reach.ONE_MISTAKE else 0
    return near + (sought.reach if reach <= Reach.PREFIX else sought.frequency)


def _spellings(sought: Sought, reach: Reach) -> list[str]:
    """Return the most likely spellings, few enough to look each up in the title or a phrase."""
    terms = [sought.word.term] if sought.frequency else []
    if reach <= Reach.PREFIX:
        terms += [word for word in sought.likely if word not in terms]
    if reach <= Reach.ONE_MISTAKE:
        near: Sequence[Misspelt] = sought.misspelt[:LIKELY]
        terms += [one.term for one in near if one.mistakes <= 2 - (reach == Reach.ONE_MISTAKE)]
    return terms

"""The digits of a score that the index adds up: adjacent, exact, title, marks.

Each is a list of facts, one for each pair or word; a fact is a condition that is worth its share
of the digit, and about how many articles it may hold for at most.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.index import Postings
from reader.index.condition import Condition, any_of, worth
from reader.index.schema import pair
from reader.search import ranking
from reader.search.expansion import Sought
from reader.search.spelling import COMPLETIONS, Reach, likely, size

PAIR_COMPLETIONS = 8
"""Pairs that count as side by side while the second word is being typed, the most frequent."""

EVERYWHERE = 5000
"""Titles from which on a beginning that most of them have is left out: to look at a letter takes
as long as to look at all the words before it."""

WRITTEN_REACH = 4000
"""A beginning typed with marks is completed as written if its words are in no more articles:
``đ`` is in every other one, says nothing, and would take milliseconds."""


class Fact(NamedTuple):
    """Something that speaks for an article, and in how many articles it may hold."""

    condition: Condition
    reach: int


class Digits:
    """Turns sought words into facts to look for in one commit of the index."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def adjacent(self, sought: Sequence[Sought], reach: Reach) -> list[Fact]:
        """Return for each two neighbours that they stand side by side; none if they never do."""
        points = ranking.ADJACENT / max(len(sought) - 1, 1)
        found = []
        for first, second in pairwise(sought):
            facts = [fact for fact in self._together(first, second, reach) if fact.reach]
            if facts:
                ways = worth(any_of([fact.condition for fact in facts]), points)
                found.append(Fact(ways, sum(fact.reach for fact in facts)))
        return found

    def _together(self, first: Sought, second: Sought, reach: Reach) -> list[Fact]:
        found: list[Fact] = []
        completed = second.is_begun
        if completed and self._postings.is_paired(first.word.term):
            begun = pair(first.word.term, second.word.term)
            pairs = self._postings.completions("pairs", begun)[:PAIR_COMPLETIONS]
            found = [Fact(self._postings.term("pairs", term), count) for term, count in pairs]
        limit = min(size(first, reach), size(second, reach))
        for before in likely(first, reach):
            for after in likely(second, reach):
                if not self._postings.are_paired(before, after):
                    found.append(Fact(self._postings.phrase([before, after]), limit))
                elif not completed:
                    found.append(self._fact("pairs", pair(before, after)))
        return found

    def exact(self, sought: Sequence[Sought]) -> list[Fact]:
        """Return that the word being typed stands as it is; none if it never does."""
        found = []
        for one in sought:
            if one.is_begun and one.frequency:
                stands = self._postings.term(one.field, one.word.term)
                found.append(Fact(worth(stands, ranking.EXACT), one.frequency))
        return found

    def titles(self, sought: Sequence[Sought], reach: Reach) -> list[Fact]:
        """Return for each word that it stands in the title; none if it never does."""
        points = ranking.TITLE / max(len(sought), 1)
        found = []
        for one in sought:
            facts = [self._fact("title", term) for term in likely(one, reach)]
            if one.is_begun and one.begun is None and not self._is_everywhere(one):
                facts.append(self._fact("title_begun", one.word.term))
            if facts := [fact for fact in facts if fact.reach]:
                ways = worth(any_of([fact.condition for fact in facts]), points)
                found.append(Fact(ways, sum(fact.reach for fact in facts)))
        return found

    def _is_everywhere(self, sought: Sought) -> bool:
        """Tell whether most titles of many have a word that begins so, which then says nothing."""
        count = self._postings.frequency("title_begun", sought.word.term)
        return count > EVERYWHERE and count * 2 > len(self._postings)

    def marks(self, sought: Sequence[Sought]) -> list[Fact]:
        """Return for each word typed with marks that it stands with them."""
        marked = [one for one in sought if one.word.is_marked]
        points = ranking.MARKS / max(len(marked), 1)
        return [Fact(worth(self._written(one), points), one.reach) for one in marked]

    def _written(self, sought: Sought) -> Condition:
        text = sought.word.text.lower()
        words = [(text, 0)]
        if sought.is_begun and len(text) > 1:
            begun = self._postings.completions("written", text)
            words = begun if sum(count for _, count in begun) <= WRITTEN_REACH else words
        found = [self._postings.term("written", word) for word, _ in words[:COMPLETIONS]]
        return any_of(found or [self._postings.term("written", text)])

    def _fact(self, field: str, term: str) -> Fact:
        return Fact(self._postings.term(field, term), self._postings.frequency(field, term))

"""The conditions that one typed word stands for, and how far from it they may be."""

from collections.abc import Sequence
from enum import IntEnum

from reader.index import Postings
from reader.index.condition import Condition, any_of, scaled, worth
from reader.search import ranking
from reader.search.expansion import LIKELY, Misspelt, Sought

COMPLETIONS = 12
"""Words that a beginning too long for a list of its own is completed to one by one; the rest,
which are rare, are one list. Each costs a posting list opened; twelve are nearly all articles."""


class Reach(IntEnum):
    """How far from a typed word its spellings may be: the steps of ranking's form digit."""

    SPELT_RIGHT = ranking.SPELT_RIGHT
    ONE_MISTAKE = ranking.ONE_MISTAKE
    MORE_MISTAKES = ranking.MORE_MISTAKES


class Spelling:
    """Turns sought words into conditions on one commit of the index."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def chosen(self, sought: Sought, reach: Reach) -> Condition | None:
        """Choose the articles with the word, spelt near enough; None when there are none."""
        ways: list[Condition] = []
        if sought.is_begun:
            ways += self._begun(sought)
        elif sought.frequency:
            ways.append(self._weighed(sought, sought.word.term, sought.frequency))
        if reach <= Reach.ONE_MISTAKE:
            near = within(sought.misspelt, reach)
            ways += [self._weighed(sought, one.term, one.frequency) for one in near]
        return any_of(ways) if ways else None

    def _begun(self, sought: Sought) -> list[Condition]:
        field, term = sought.field, sought.word.term
        if sought.begun is None:
            short = "title_begun" if sought.word.in_title else "begun"
            return [worth(self._postings.term(short, term), 0)]
        frequent = sought.begun[:COMPLETIONS]
        rest = [word for word, _ in sought.begun[COMPLETIONS:]]
        ways = [self._weighed(sought, word, frequency) for word, frequency in frequent]
        return [*ways, worth(self._postings.terms(field, rest), 0)] if rest else ways

    def _weighed(self, sought: Sought, term: str, frequency: int) -> Condition:
        """Choose ``term``, worth the BM25 that the typed word would have.

        A rare misspelling must not count for more than the word itself; and a word that is
        everywhere counts for next to nothing, but takes as long to weigh.
        """
        articles = len(self._postings)
        if sought.is_common:
            return worth(self._postings.term(sought.field, term), 0)
        shared = ranking.idf(articles, max(sought.reach, frequency))
        factor = ranking.RELEVANCE * shared / ranking.idf(articles, frequency)
        return scaled(self._postings.term(sought.field, term), factor)


def within(misspelt: Sequence[Misspelt], reach: Reach) -> list[Misspelt]:
    """Return the misspellings that are near enough."""
    return [one for one in misspelt if one.mistakes == 1 or reach == Reach.MORE_MISTAKES]


def size(sought: Sought, reach: Reach) -> int:
    """Return about how many articles have the word, spelt near enough."""
    near = sum(one.frequency for one in sought.misspelt) if reach <= Reach.ONE_MISTAKE else 0
    return near + sought.reach


def likely(sought: Sought, reach: Reach) -> list[str]:
    """Return the likeliest spellings, few enough to look each up in the title or a phrase."""
    terms = [sought.word.term] if sought.frequency else []
    terms += [word for word in sought.likely if word not in terms]
    if reach <= Reach.ONE_MISTAKE:
        terms += [one.term for one in within(sought.misspelt[:LIKELY], reach)]
    return terms

"""What the index can be asked, as of one commit: conditions on articles, counts and best hits."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import tantivy
from tantivy import FieldType, Query

from reader.index.condition import Condition, any_of
from reader.index.schema import BEGUN_LETTERS
from reader.index.vocabulary import Vocabulary

CHEAP_WORDS, CHEAP_GROWTH = 5000, 16
"""A beginning of one letter is completed in a vocabulary up to this size, one of each letter more
in so many times the size: a walk through some thousand words takes a millisecond."""

MEMORY = 256
"""Beginnings whose completions are remembered from keystroke to keystroke."""


class Found(NamedTuple):
    """An article that a condition chose: its id as a number, its points, the day of its date."""

    number: int
    points: float
    day: int

    @property
    def id(self) -> str:
        """Return the article's id."""
        return f"{self.number:016x}"


class Postings:
    """One commit of an index. Later commits do not change what it answers."""

    def __init__(
        self, index: tantivy.Index, vocabulary: Vocabulary, common: frozenset[str]
    ) -> None:
        self._schema, self._searcher = index.schema, index.searcher()
        self._vocabulary, self._common = vocabulary, common
        self.completions = lru_cache(maxsize=MEMORY)(self._completions)
        self.near = lru_cache(maxsize=MEMORY)(vocabulary.near)

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    # Conditions

    def term(self, field: str, term: str) -> Condition:
        """Choose the articles with ``term`` in ``field``; in text and title worth its BM25."""
        return Query.term_query(self._schema, field, term)

    def terms(self, field: str, terms: Sequence[str]) -> Condition:
        """Choose the articles with any of many terms, worth one point."""
        return Query.term_set_query(self._schema, field, list(terms))

    def phrase(self, terms: Sequence[str], field: str = "text") -> Condition:
        """Choose the articles where ``terms`` stand side by side in ``text`` or ``title``."""
        if len(terms) == 1:
            return self.term(field, terms[0])
        return Query.phrase_query(self._schema, field, list(terms))

    def ids(self, ids: Iterable[str]) -> Condition:
        """Choose the articles with those ids."""
        return self._numbered("id", ids)

    def keys(self, keys: Iterable[str]) -> Condition:
        """Choose the articles with those contents."""
        return self._numbered("key", keys)

    def days(self, first: int | None, last: int | None) -> Condition:
        """Choose the articles dated ``first <= day <= last``; None leaves a side open."""
        return Query.range_query(
            self._schema, "day", FieldType.Integer, lower_bound=first, upper_bound=last
        )

    def _numbered(self, field: str, names: Iterable[str]) -> Condition:
        numbers = [int(name, 16) for name in names]
        if not numbers:
            return Query.empty_query()
        if len(numbers) <= 16:
            return any_of([Query.term_query(self._schema, field, one) for one in numbers])
        return Query.term_set_query(self._schema, field, numbers)

    # Words

    def frequency(self, field: str, term: str) -> int:
        """Return in how many articles ``term`` stands, those removed since included."""
        return int(self._searcher.doc_freq(field, term))

    def begun_frequency(self, field: str, beginning: str) -> int | None:
        """Return how many articles have a word that begins so; None where that is not kept."""
        if len(beginning) > BEGUN_LETTERS:
            return None
        return self.frequency("begun" if field == "text" else "title_begun", beginning)

    def _completions(self, field: str, beginning: str) -> list[tuple[str, int]]:
        """Return the terms that begin so with their frequencies, the most frequent first."""
        found = self._searcher.terms_with_prefix(field, beginning)
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def is_paired(self, word: str) -> bool:
        """Tell whether ``word`` is so common that its pairs are kept."""
        return word in self._common

    def are_paired(self, first: str, second: str) -> bool:
        """Tell whether the index keeps where these two stand side by side."""
        return first in self._common and second in self._common

    def is_cheap_to_complete(self, beginning: str) -> bool:
        """Tell whether the completions can be listed without a walk through many words."""
        return len(self._vocabulary) <= CHEAP_WORDS * int(CHEAP_GROWTH ** (len(beginning) - 1))

    @cached_property
    def has_removed(self) -> bool:
        """Tell whether frequencies still count articles that are gone: until segments merge."""
        counted = sum(count for _, count in self._searcher.terms_with_prefix("lang", ""))
        return int(counted) != len(self)

    @cached_property
    def sources(self) -> list[str]:
        """Return the names of all sources."""
        return [name for name, _ in self._searcher.terms_with_prefix("source", "") if name]

    @cached_property
    def newest_day(self) -> int:
        """Return the latest day of any article, 0 when none has a date."""
        found = self.newest(Query.all_query(), 1)
        return found[0].day if found else 0

    # Answers

    def count(self, condition: Condition) -> int:
        """Return how many articles a condition chooses. Points are not worked out for it."""
        found = self._searcher.search(condition, limit=1, count=True, order_by_field="day")
        return int(found.count)  # type: ignore[attr-defined] # its stub forgets it

    def best(self, condition: Condition, limit: int) -> list[Found]:
        """Return the articles with the most points, ties newest first."""
        found = self._searcher.search(condition, limit=max(limit, 1), count=False)
        return self._found(found.hits)

    def newest(self, condition: Condition, limit: int) -> list[Found]:
        """Return the latest articles chosen, those without a date last; they have no points."""
        found = self._searcher.search(
            condition, limit=max(limit, 1), count=False, order_by_field="day"
        )
        return self._found([(0.0, address) for _, address in found.hits])

    def _found(self, hits: list[tuple[float, tantivy.DocAddress]]) -> list[Found]:
        points, addresses = zip(*hits, strict=True) if hits else ((), ())
        numbers = self._searcher.fast_field_values("id", list(addresses))
        days = self._searcher.fast_field_values("day", list(addresses))
        return list(map(Found._make, zip(numbers, points, days, strict=True)))

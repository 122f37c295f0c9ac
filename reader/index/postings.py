"""What the index can be asked, as of one commit: conditions on articles, counts and best hits."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import tantivy
from tantivy import FieldType, Query

from reader.index.condition import Condition, any_of
from reader.index.schema import BEGUN_LETTERS, pair
from reader.index.vocabulary import Vocabulary


class Found(NamedTuple):
    """An article that a condition chose: its id, its points, and the day of its date."""

    id: str
    points: float
    day: int


class Postings:
    """One commit of an index. Later commits do not change what it answers."""

    def __init__(
        self, index: tantivy.Index, vocabulary: Vocabulary, common: frozenset[str]
    ) -> None:
        self._schema, self._searcher = index.schema, index.searcher()
        self._vocabulary, self._common = vocabulary, common

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    # Conditions

    def term(self, field: str, term: str) -> Condition:
        """Choose the articles with ``term`` in ``field``; in text and title worth its BM25."""
        return Query.term_query(self._schema, field, term)

    def terms(self, field: str, terms: Sequence[str]) -> Condition:
        """Choose the articles with any of many terms, worth one point."""
        return Query.term_set_query(self._schema, field, list(terms))

    def beginning(self, field: str, beginning: str) -> Condition:
        """Choose the articles with a term of ``field`` that begins so, worth one point."""
        return Query.regex_query(self._schema, field, f"{beginning}.*")

    def phrase(self, terms: Sequence[str], field: str = "text") -> Condition:
        """Choose the articles where ``terms`` stand side by side in ``text`` or ``title``."""
        if len(terms) == 1:
            return self.term(field, terms[0])
        return Query.phrase_query(self._schema, field, list(terms))

    def open_phrase(self, terms: Sequence[str], field: str = "text") -> Condition:
        """Choose the articles with that phrase, the last word of which is only begun."""
        if len(terms) == 1:
            return self.beginning(field, terms[0])
        *whole, begun = terms
        return Query.regex_phrase_query(self._schema, field, [*whole, f"{begun}.*"])

    def pair(self, first: str, second: str) -> Condition | None:
        """Choose the articles where two common words stand side by side; None for rarer ones."""
        if self.is_paired(first) and self.is_paired(second):
            return self.term("pairs", pair(first, second))
        return None

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

    def completions(self, field: str, beginning: str) -> list[tuple[str, int]]:
        """Return the terms that begin so with their frequencies, the most frequent first."""
        found = self._searcher.terms_with_prefix(field, beginning)
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def near(self, word: str, mistakes: int) -> list[str]:
        """Return the words of the collection within so many mistakes of ``word``."""
        return self._vocabulary.near(word, mistakes)

    def is_paired(self, word: str) -> bool:
        """Tell whether ``word`` is so common that its pairs are kept."""
        return word in self._common

    @property
    def vocabulary_size(self) -> int:
        """Return how many different words the collection has."""
        return len(self._vocabulary)

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
        """Return the latest articles chosen, those without a date last."""
        found = self._searcher.search(
            condition, limit=max(limit, 1), count=False, order_by_field="day"
        )
        return self._found([(0.0, address) for _, address in found.hits])

    def _found(self, hits: list[tuple[float, tantivy.DocAddress]]) -> list[Found]:
        addresses = [address for _, address in hits]
        ids = self._searcher.fast_field_values("id", addresses)
        days = self._searcher.fast_field_values("day", addresses)
        return [
            Found(f"{number:016x}", points, int(day or 0))
            for (points, _), number, day in zip(hits, ids, days, strict=True)
        ]

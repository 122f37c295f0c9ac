"""What a query's filters, phrases and exclusions choose, as conditions on the index."""

from calendar import monthrange
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from reader import fold
from reader.index import Postings
from reader.index.condition import EVERYTHING, Condition, all_of, any_of, without
from reader.index.schema import BEGUN_LETTERS, pair
from reader.search.query import Filter, Phrase

PHRASES = 8
"""Completions of a phrase's last word that are looked for, the most frequent first."""


class Entities(Protocol):
    """The collection's entities, as far as filters ask for them."""

    def resolve(self, type: str | None, name: str) -> Set[str]: ...  # noqa: A002, D102 - the seam's
    def articles(self, entity_id: str) -> Set[str]: ...  # noqa: D102 - the seam's


class Marks(Protocol):
    """What the reader marked, as far as filters ask for it: sets of article keys."""

    def read_keys(self) -> Set[str]: ...  # noqa: D102 - the seam's
    def starred_keys(self) -> Set[str]: ...  # noqa: D102 - the seam's
    def tagged_keys(self, tag: str) -> Set[str]: ...  # noqa: D102 - the seam's


ENTITY_TYPES = {"person": "PERSON", "org": "ORG", "place": "PLACE", "event": "EVENT"}


class UnknownEntityError(LookupError):
    """No entity of the collection goes by that name."""


@dataclass(frozen=True)
class Conditions:
    """Turns parts of a query into conditions. Entities and marks may be missing."""

    postings: Postings
    entities: Entities | None = None
    marks: Marks | None = None

    def phrase(self, phrase: Phrase) -> Condition:
        """Choose the articles where the words of ``phrase`` stand side by side.

        While its last word is being typed, the phrase is looked for with the likely completions.
        """
        terms = [word.term for word in phrase.words]
        field = "title" if phrase.in_title else "text"
        if phrase.words[-1].is_open:
            return self._open_phrase(terms, field)
        return self._closed_phrase(terms, field)

    def _closed_phrase(self, terms: Sequence[str], field: str) -> Condition:
        if len(terms) == 2 and field == "text" and self.postings.are_paired(*terms):
            return self.postings.term("pairs", pair(*terms))
        return self.postings.phrase(terms, field)

    def _open_phrase(self, terms: Sequence[str], field: str) -> Condition:
        *whole, begun = terms
        if not whole and len(begun) <= BEGUN_LETTERS:
            return self.postings.term("begun" if field == "text" else "title_begun", begun)
        if not whole:
            begun_words = self.postings.completions(field, begun)
            return self.postings.terms(field, [word for word, _ in begun_words])
        known = self.postings.is_cheap_to_complete(begun)
        words = [word for word, _ in self.postings.completions(field, begun)] if known else []
        ways = []
        if field == "text" and self.postings.is_paired(whole[-1]):
            words = [word for word in words if not self.postings.is_paired(word)]
            pairs = self.postings.completions("pairs", pair(whole[-1], begun))
            ways = [_any_term(self.postings, "pairs", [term for term, _ in pairs])]
            ways = [all_of([self._closed_phrase(whole, field), *ways])] if whole[1:] else ways
        elif not known:
            return self._closed_phrase(whole, field)
        ways += [self._closed_phrase([*whole, word], field) for word in words[:PHRASES]]
        return any_of(ways) if ways else self.postings.ids(())

    def excluded(self, phrase: Phrase) -> Condition:
        """Choose the articles that ``phrase`` rules out: with its marks, where it has any."""
        marked = [word.text.lower() for word in phrase.words if word.is_marked]
        written = [self.postings.term("written", text) for text in marked]
        return all_of([self.phrase(phrase), *written])

    def filter(self, asked: Filter) -> Condition:
        """Choose the articles that ``asked`` lets through.

        Raises UnknownEntityError when it names an entity that the collection does not know.
        """
        chosen = self._chosen(asked)
        return without(EVERYTHING, [chosen]) if asked.is_negated else chosen

    def _chosen(self, asked: Filter) -> Condition:
        if asked.field in ENTITY_TYPES:
            return self._mentioning(ENTITY_TYPES[asked.field], asked.value)
        match asked.field:
            case "lang":
                return self.postings.term("lang", asked.value.lower())
            case "source":
                return self._from(asked.value)
            case "is":
                return self._in_state(asked.value)
            case "tag":
                tagged = self.marks.tagged_keys(asked.value) if self.marks else set()
                return self.postings.keys(tagged)
            case _:
                return self.postings.days(*days(asked.field, asked.value))

    def _mentioning(self, type_: str, name: str) -> Condition:
        found = self.entities.resolve(type_, name) if self.entities else set()
        if self.entities is None or not found:
            raise UnknownEntityError(name)
        if any(self.postings.frequency("entity", entity) for entity in found):
            return self.postings.terms("entity", sorted(found))
        return self.postings.ids(set().union(*map(self.entities.articles, found)))

    def _from(self, name: str) -> Condition:
        wanted = compact(name)
        sources = [source for source in self.postings.sources if wanted in compact(source)]
        return self.postings.terms("source", sources)

    def _in_state(self, state: str) -> Condition:
        if state == "starred":
            return self.postings.keys(self.marks.starred_keys() if self.marks else set())
        read = self.postings.keys(self.marks.read_keys() if self.marks else set())
        return without(EVERYTHING, [read]) if state == "unread" else read


def days(field: str, value: str) -> tuple[int | None, int | None]:
    """Return the first and last day that ``date:``, ``before:`` or ``after:`` lets through.

    ``before`` leaves out the day it names and ``after`` does not, so that the two part a
    collection without losing an article. Articles without a date are in neither.
    """
    first, _, last = value.partition("..")
    if field == "before":
        return 1, _first_day(first) - 1
    if field == "after":
        return _first_day(first), None
    return _first_day(first), _last_day(last or first)


def _first_day(iso: str) -> int:
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day).toordinal()


def _last_day(iso: str) -> int:
    numbers = list(map(int, iso.split("-")))
    if len(numbers) == 3:
        return _first_day(iso)
    if len(numbers) == 2:
        year, month = numbers
        return date(year, month, monthrange(year, month)[1]).toordinal()
    return date(numbers[0], 12, 31).toordinal()


def compact(name: str) -> str:
    """Return ``name`` folded, letters and digits alone: ``Thanh Niên`` as ``thanhnien``."""
    return "".join(fold.terms(name))


def _any_term(postings: Postings, field: str, terms: Sequence[str]) -> Condition:
    """Choose the articles with any of the terms: few are looked up, many are walked through."""
    if 0 < len(terms) <= PHRASES:
        return any_of([postings.term(field, term) for term in terms])
    return postings.terms(field, terms)

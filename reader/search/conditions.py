"""What a query's filters ask of an article, each turned into a plain test of it."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import Protocol

from reader import fold
from reader.search.query import Filter


class Fields(Protocol):
    """What filters look at: the index's record of an article."""

    id: str
    key: str
    date: str | None
    lang: str
    source: str | None


class Entities(Protocol):
    """The collection's entities, as far as filters ask for them."""

    def resolve(self, type: str | None, name: str) -> Set[str]: ...  # noqa: A002, D102 - the seam's
    def articles(self, entity_id: str) -> Set[str]: ...  # noqa: D102 - the seam's


class Marks(Protocol):
    """What the reader marked, as far as filters ask for it: sets of article keys."""

    def read_keys(self) -> Set[str]: ...  # noqa: D102 - the seam's
    def starred_keys(self) -> Set[str]: ...  # noqa: D102 - the seam's
    def tagged_keys(self, tag: str) -> Set[str]: ...  # noqa: D102 - the seam's


Condition = Callable[[Fields], bool]

ENTITY_TYPES = {"person": "PERSON", "org": "ORG", "place": "PLACE", "event": "EVENT"}


class UnknownEntityError(LookupError):
    """No entity of the collection goes by that name."""


@dataclass(frozen=True)
class Surroundings:
    """What filters need to know beyond the article. Either may be missing."""

    entities: Entities | None = None
    marks: Marks | None = None

    def condition(self, asked: Filter) -> Condition:
        """Return the test that ``asked`` is.

        Raises:
            UnknownEntityError: when it names an entity that the collection does not know.
        """
        test = self._test(asked)
        return (lambda one: not test(one)) if asked.is_negated else test

    def _test(self, asked: Filter) -> Condition:
        if asked.field in ENTITY_TYPES:
            ids = self.mentioning(ENTITY_TYPES[asked.field], asked.value)
            return lambda one: one.id in ids
        if asked.field == "is":
            return self._has_state(asked.value)
        if asked.field == "tag":
            tagged = self.marks.tagged_keys(asked.value) if self.marks else set()
            return lambda one: one.key in tagged
        return _of_record(asked.field, asked.value)

    def mentioning(self, type_: str, name: str) -> Set[str]:
        """Return the ids of the articles that mention any entity of that type and name."""
        found = self.entities.resolve(type_, name) if self.entities else set()
        if self.entities is None or not found:
            raise UnknownEntityError(name)
        return set().union(*(self.entities.articles(entity) for entity in found))

    def _has_state(self, state: str) -> Condition:
        if state == "starred":
            starred = self.marks.starred_keys() if self.marks else set()
            return lambda one: one.key in starred
        read = self.marks.read_keys() if self.marks else set()
        return (lambda one: one.key in read) if state == "read" else lambda one: one.key not in read


def _of_record(field: str, value: str) -> Condition:
    match field:
        case "lang":
            return lambda one: one.lang.lower() == value.lower()
        case "source":
            wanted = compact(value)
            return lambda one: wanted in compact(one.source or "")
        case "before":
            return lambda one: one.date is not None and one.date < value
        case "after":
            return lambda one: one.date is not None and one.date >= value
        case _:
            first, last = date_bounds(value)
            return lambda one: one.date is not None and first <= one.date <= last


def date_bounds(value: str) -> tuple[str, str]:
    """Return the first and last date (as they compare, as text) of ``2025-09`` or ``a..b``.

    A date known only to its month lies in its year but in none of its days.
    """
    first, _, last = value.partition("..")
    return first, (last or first) + "\uffff"


def compact(name: str) -> str:
    """Return ``name`` folded, letters and digits alone: ``Thanh Niên`` as ``thanhnien``."""
    return "".join(fold.terms(name))

"""From what was typed to ranked hits: the face that the interface and the commands talk to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, Protocol

from reader.article import Article
from reader.search import ranking
from reader.search.conditions import (
    Condition,
    Entities,
    Marks,
    Surroundings,
    UnknownEntityError,
)
from reader.search.query import Filter, Query, Word, parse
from reader.search.ranking import Evidence
from reader.search.scan import Indexed, Scan, Sought, weigh

HANDFUL = 5
"""Hits with all words below which those with all but one follow. Fewer fit on any screen, so the
reader sees at once where the ones that were asked for end."""


class Library(Protocol):
    """What searching needs of a library."""

    def articles(self) -> Iterable[Article]:
        """Yield every article."""


class Hit(NamedTuple):
    """An article found: its id, its score, and whether it has all words (tier 0) or not (1)."""

    id: str
    score: float
    tier: int


class Answer(NamedTuple):
    """A hit with what speaks for it."""

    hit: Hit
    evidence: Evidence


@dataclass(frozen=True)
class Results:
    """The hits of a query, best first. ``notes`` say what was ignored, relaxed or suggested."""

    query: Query
    notes: tuple[str, ...]
    answers: Sequence[Answer]
    suggestions: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Return how many articles were found."""
        return len(self.answers)

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of all hits, best first."""
        return [answer.hit.id for answer in self.answers]

    def hits(self, start: int, stop: int) -> list[Hit]:
        """Return the hits from ``start`` to ``stop``, fewer at the end."""
        return [answer.hit for answer in self.answers[start:stop]]


class Searcher:
    """Answers queries over one library. The first query reads the collection."""

    def __init__(
        self, library: Library, catalogue: Entities | None = None, state: Marks | None = None
    ) -> None:
        self._library = library
        self._surroundings = Surroundings(catalogue, state)
        self._scan: Scan | None = None

    def search(self, text: str) -> Results:
        """Return what ``text`` finds. Never raises on any text; notes say what it made of it."""
        query = parse(text)
        query, conditions, notes = self._conditions(query)
        scan = self._scanned()
        sought = [scan.seek(word) for word in query.words]
        query = replace(query, words=tuple(_planned(each) for each in sought))
        pool = (one for one in scan.articles if all(test(one) for test in conditions))
        answers = self._ranked(pool, sought, query)
        exact = [answer for answer in answers if answer.hit.tier == 0]
        notes = [*query.ignored, *notes]
        if len(exact) >= HANDFUL:
            answers = exact
        elif len(answers) > len(exact):
            notes.append(_relaxed(len(exact)))
        suggestions = () if exact else self._suggestions(query, sought)
        if suggestions:
            notes.append(f"did you mean {' or '.join(suggestions)}?")
        return Results(query, tuple(notes), answers, suggestions)

    def _scanned(self) -> Scan:
        if self._scan is None:
            self._scan = Scan(self._library.articles())
        return self._scan

    def _conditions(self, query: Query) -> tuple[Query, list[Condition], list[str]]:
        """Return the query's filters as tests; names that are no entity become words of it."""
        conditions, notes = [], []
        for asked in query.filters:
            try:
                conditions.append(self._surroundings.condition(asked))
            except UnknownEntityError:
                query = _as_words(query, asked)
                notes.append(f"{asked.field}:{asked.value} is no known name: searched as words")
        return query, conditions, notes

    def _ranked(self, pool: Iterable[Indexed], sought: list[Sought], query: Query) -> list[Answer]:
        scan, answers = self._scanned(), []
        newest = max((one.date for one in scan.articles if one.date), default=None)
        for one in pool:
            evidence = weigh(one, sought, query, scan.average)
            if evidence is None:
                continue
            evidence = replace(evidence, recency=_recency(one.date, newest))
            hit = Hit(one.id, ranking.score(evidence), 0 if evidence.has_all else 1)
            answers.append((one, Answer(hit, evidence)))
        answers.sort(key=lambda pair: (-pair[1].hit.score, _newest_first(pair[0].date), pair[0].id))
        return [answer for _, answer in answers]

    def _suggestions(self, query: Query, sought: list[Sought]) -> tuple[str, ...]:
        """Return the query with the words nobody wrote replaced by known ones like them."""
        suggestions = []
        texts = [word.text for word in query.words]
        for at, each in enumerate(sought):
            if not each.forms:
                near = self._scanned().nearest(each.word.term)
                suggestions += [" ".join([*texts[:at], term, *texts[at + 1 :]]) for term in near]
        return tuple(dict.fromkeys(suggestions))


def _planned(sought: Sought) -> Word:
    """Return the word as it was searched, so that marking its matches follows the search."""
    misspelt = any(form.mistakes for form in sought.forms)
    return replace(sought.word, allows_typos=misspelt)


def _relaxed(exact: int) -> str:
    have = {0: "no article has", 1: "1 article has"}.get(exact, f"{exact} articles have")
    return f"{have} all words: those with all but one follow"


def _as_words(query: Query, asked: Filter) -> Query:
    spelt = parse(f"{asked.value} ")
    if asked.is_negated:
        return query
    return replace(query, words=query.words + spelt.words)


def _recency(day: str | None, newest: str | None) -> float:
    if day is None or newest is None:
        return 0.0
    return ranking.recency((_day(newest) - _day(day)).days)


def _day(iso: str) -> date:
    """Return the first day of a date of any grain."""
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _newest_first(day: str | None) -> str:
    """Return a key that sorts later dates first and no date last."""
    return "".join(chr(0x39 + 0x30 - ord(c)) for c in day) if day else "~"

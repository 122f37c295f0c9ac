"""From what was typed to ranked hits: the face that the interface and the commands talk to."""

from collections.abc import Sequence
from dataclasses import replace

from reader.index import Index, IndexVersionError, Postings
from reader.index.condition import EVERYTHING, scaled, without, worth
from reader.library import Library
from reader.search import ranking
from reader.search.conditions import Conditions, Entities, Marks, UnknownEntityError
from reader.search.digits import Fact
from reader.search.expansion import Expansions, Sought
from reader.search.planner import Asked, Plan
from reader.search.query import Filter, Query, Word, parse
from reader.search.results import Results

HANDFUL = 5
"""Hits with all words below which those with all but one follow. Fewer fit on any screen, so the
reader sees at once where the ones that were asked for end."""


class Searcher:
    """Answers queries over one library.

    Without an index on disk, the first query builds one in memory: a millisecond an article.
    """

    def __init__(
        self,
        library: Library,
        catalogue: Entities | None = None,
        state: Marks | None = None,
        index: Index | None = None,
    ) -> None:
        self._library, self._index = library, index
        self._entities, self._marks = catalogue, state
        self._postings: Postings | None = None
        self._expansions: Expansions | None = None

    def search(self, text: str) -> Results:
        """Return what ``text`` finds. Never raises on any text; notes say what it made of it."""
        postings, expansions = self._commit()
        query, asked, notes = self._understood(parse(text), postings)
        sought = [expansions.seek(word) for word in query.words]
        plan = Plan(postings, sought, asked)
        query = replace(query, words=tuple(map(_as_searched, sought)))
        results = Results(query, postings, plan)
        have = len(results.hits(0, HANDFUL))
        if have < HANDFUL:
            notes += _relaxed(results, have, plan, len(sought))
        if not have:
            results.suggestions = _suggestions(sought, expansions)
        if results.suggestions:
            notes.append(f"did you mean {' or '.join(results.suggestions)}?")
        results.notes = (*query.ignored, *notes)
        return results

    def refresh(self) -> None:
        """Let the next query see what was committed to the index since the first one."""
        self._postings = self._expansions = None
        if self._library.index_folder is not None:
            self._index = None

    def _commit(self) -> tuple[Postings, Expansions]:
        if self._postings is None or self._expansions is None:
            if self._index is None:
                self._index = _index_of(self._library)
            self._postings = self._index.postings()
            self._expansions = Expansions(self._postings)
        return self._postings, self._expansions

    def _understood(self, query: Query, postings: Postings) -> tuple[Query, Asked, list[str]]:
        """Return what the query asks besides words; names of no entity become words of it."""
        conditions = Conditions(postings, self._entities, self._marks)
        must, notes = [], []
        for asked in query.filters:
            try:
                must.append(worth(conditions.filter(asked), 0))
            except UnknownEntityError:
                query = _as_words(query, asked)
                notes.append(f"{asked.field}:{asked.value} is no known name: searched as words")
        phrases = [conditions.phrase(phrase) for phrase in query.phrases]
        unwanted = [conditions.excluded(phrase) for phrase in query.excluded]
        must += [scaled(phrase, ranking.RELEVANCE) for phrase in phrases]
        if unwanted:
            must.append(worth(without(EVERYTHING, unwanted), 0))
        return query, Asked(tuple(must), tuple(_for_phrases(query, conditions))), notes


def _index_of(library: Library) -> Index:
    """Return the library's index on disk, or else one made in memory."""
    if library.index_folder is not None:
        try:
            return Index.open(library.index_folder)
        except (FileNotFoundError, IndexVersionError):  # it is about to be built
            return Index.in_memory()
    index = Index.in_memory()
    with index.writer() as writer:
        for article in library.articles():
            writer.add(article)
        writer.commit()
    return index


def _for_phrases(query: Query, conditions: Conditions) -> list[Fact]:
    """Return what speaks for one article with the phrases before another: title and marks."""
    if not query.phrases:
        return []
    everywhere = len(conditions.postings)
    share = 1 / (len(query.phrases) + len(query.words))
    found = []
    for phrase in query.phrases:
        in_title = conditions.phrase(replace(phrase, in_title=True))
        found.append(Fact(worth(in_title, ranking.TITLE * share), everywhere))
    marked = [word for phrase in query.phrases for word in phrase.words if word.is_marked]
    for word in marked:
        written = conditions.postings.term("written", word.text.lower())
        found.append(Fact(worth(written, ranking.MARKS / len(marked)), everywhere))
    return found


def _as_searched(sought: Sought) -> Word:
    """Return the word as it was searched, so that marking its matches follows the search."""
    return replace(sought.word, allows_typos=bool(sought.misspelt))


def _suggestions(sought: Sequence[Sought], expansions: Expansions) -> tuple[str, ...]:
    """Return the query with a word that nobody wrote replaced by known ones like it."""
    suggestions = []
    fields = ["title:" if one.word.in_title else "" for one in sought]
    texts = [field + one.word.text for field, one in zip(fields, sought, strict=True)]
    for at, one in enumerate(sought):
        if not one.is_known and one.word.allows_typos:
            near = [fields[at] + term for term in expansions.nearest(one.word.term, one.field)]
            suggestions += [" ".join([*texts[:at], term, *texts[at + 1 :]]) for term in near]
    return tuple(dict.fromkeys(suggestions))


def _relaxed(results: Results, have: int, plan: Plan, words: int) -> list[str]:
    """Let articles that lack a word follow; where there are none either, those that lack more.

    Returns the note that says so.
    """
    who = {0: "no article has", 1: "1 article has"}.get(have, f"{have} articles have")
    for missing in range(1, words if not have else 2):
        group = plan.lacking(missing)
        if group is None:
            continue
        results.follow(group)
        if results.hits(have, have + 1):
            lacked = "all but one" if missing == 1 else f"all but {missing}"
            return [f"{who} all words: those with {lacked} follow"]
    return []


def _as_words(query: Query, asked: Filter) -> Query:
    """Return the query with the name as words, spelt as typed: a near one is another name."""
    if asked.is_negated:
        return query
    words = parse(f"{asked.value} ").words
    names = tuple(replace(word, allows_typos=False) for word in words)
    return replace(query, words=query.words + names)

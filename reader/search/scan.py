"""The first engine: every article's words in memory, each article looked at for each query.

It is the ranking of ``ranking`` spelt out plainly. Time and memory grow with the collection.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reader import fold
from reader.article import Article
from reader.search import ranking, typos
from reader.search.query import Phrase, Query, Word
from reader.search.ranking import Evidence

RARE = 3
"""Articles up to which a typed word counts as rare, so that misspellings of it are looked for
too. More, and in a small collection every word would bring its neighbours along."""

RARE_SHARE = 10_000
"""In a large collection a word is still rare in one article of so many: a common misspelling
stands there in a few."""

COMMON_SHARE = 4
"""A word in more than one article of so many says too little: articles that have it, but not the
other word that was asked for, would be a quarter of the collection."""

FEW = 100
"""Articles that are no crowd in any collection, so that no word in fewer counts as common."""


class Indexed:
    """One article as the engine sees it: its words, folded and as written, in order."""

    def __init__(self, article: Article) -> None:
        self.id, self.key, self.date = article.id, article.key, article.date
        self.lang, self.source = article.lang, article.source
        tokens = list(fold.tokens(article.text))
        self.terms = [token.term for token in tokens]
        self.written = [article.text[token.start : token.end].lower() for token in tokens]
        self.title_size = sum(token.start < article.headline.end for token in tokens)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Return where each term stands, counted in words."""
        places: dict[str, list[int]] = {}
        for at, term in enumerate(self.terms):
            places.setdefault(term, []).append(at)
        return places


@dataclass(frozen=True)
class Form:
    """A spelling that stands for a typed word, and how far it is from it."""

    term: str
    mistakes: int = 0
    is_prefix: bool = False

    @property
    def step(self) -> int:
        """Return its step of ranking's form digit."""
        return ranking.form_of(self.mistakes, self.is_prefix)


@dataclass(frozen=True)
class Sought:
    """A typed word with its forms, nearest first, and its weight in the collection."""

    word: Word
    forms: tuple[Form, ...]
    weight: float
    is_common: bool


class Scan:
    """The words of all articles; answers which of them a query finds, and how well."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = [Indexed(article) for article in articles]
        self.frequencies = Counter(term for one in self.articles for term in one.places)
        lengths = sum(len(one.terms) for one in self.articles)
        self.average = lengths / len(self.articles) if self.articles else 1.0

    def seek(self, word: Word) -> Sought:
        """Return the forms under which ``word`` stands in the collection."""
        forms = []
        if word.term in self.frequencies:
            forms.append(Form(word.term))
        if word.is_open:
            begun = (term for term in self.frequencies if term.startswith(word.term))
            forms += [Form(term, is_prefix=True) for term in begun if term != word.term]
        frequency = max((self.frequencies[form.term] for form in forms), default=0)
        if word.allows_typos and self._is_rare(frequency):
            near = typos.near(word.term, self.frequencies)
            have = {form.term for form in forms}
            forms += [Form(term, count) for term, count in near if term not in have]
        weight = ranking.idf(len(self.articles), max(frequency, 1))
        return Sought(word, tuple(forms), weight, self._is_common(frequency))

    def _is_rare(self, frequency: int) -> bool:
        return frequency <= max(RARE, len(self.articles) // RARE_SHARE)

    def _is_common(self, frequency: int) -> bool:
        return frequency * COMMON_SHARE > max(len(self.articles), FEW * COMMON_SHARE)

    def nearest(self, word: str, limit: int = 3) -> list[str]:
        """Return the known words that look most like ``word``, the likeliest first."""
        if len(word) <= 1:
            return []
        looks = typos.resembling(word, self.frequencies)
        looks.sort(key=lambda pair: (pair[1], -self.frequencies[pair[0]], pair[0]))
        return [term for term, _ in looks[:limit]]


def weigh(one: Indexed, sought: Sequence[Sought], query: Query, average: float) -> Evidence | None:
    """Return what speaks for an article, or None when it lacks more than one word or a phrase."""
    if not all(phrase_places(one, phrase) for phrase in query.phrases):
        return None
    if any(phrase_places(one, phrase, as_written=True) for phrase in query.excluded):
        return None
    found = [_find(one, each) for each in sought]
    missing = sum(not best for best in found)
    if missing > (len(found) > 1) or (missing and _says_little(found, sought)):
        return None
    present = [best for best in found if best]
    return Evidence(
        has_all=not missing,
        form=min((best[0].step for best in present), default=ranking.EXACT),
        adjacent=_adjacent_share(one, found),
        title=_title_share(one, found),
        marks=_marks_share(one, found, sought),
        bm25=sum(
            _relevance(one, best, each, average) for best, each in zip(found, sought, strict=True)
        ),
    )


_Found = list[Form]


def _says_little(found: Sequence[_Found], sought: Sequence[Sought]) -> bool:
    return all(each.is_common for forms, each in zip(found, sought, strict=True) if forms)


def _find(one: Indexed, sought: Sought) -> _Found:
    """Return the forms of a word that stand in the article, nearest first."""
    title_only = sought.word.in_title
    return [
        form
        for form in sought.forms
        if (places := one.places.get(form.term)) and (not title_only or places[0] < one.title_size)
    ]


def _all_places(one: Indexed, forms: _Found) -> set[int]:
    return {at for form in forms for at in one.places[form.term]}


def _adjacent_share(one: Indexed, found: Sequence[_Found]) -> float:
    if len(found) < 2:
        return 0.0
    places = [_all_places(one, forms) for forms in found]
    together = sum(any(at + 1 in after for at in before) for before, after in pairwise(places))
    return together / (len(found) - 1)


def _title_share(one: Indexed, found: Sequence[_Found]) -> float:
    if not found:
        return 0.0
    return sum(
        any(one.places[form.term][0] < one.title_size for form in forms) for forms in found
    ) / len(found)


def _marks_share(one: Indexed, found: Sequence[_Found], sought: Sequence[Sought]) -> float:
    marked = [
        (forms, each.word) for forms, each in zip(found, sought, strict=True) if each.word.is_marked
    ]
    if not marked:
        return 0.0
    return sum(_stands_as_written(one, forms, word) for forms, word in marked) / len(marked)


def _stands_as_written(one: Indexed, forms: _Found, word: Word) -> bool:
    text = word.text.lower()
    return any(
        one.written[at] == text or (word.is_open and one.written[at].startswith(text))
        for at in _all_places(one, forms)
    )


def _relevance(one: Indexed, forms: _Found, sought: Sought, average: float) -> float:
    count = sum(len(one.places[form.term]) for form in forms)
    return ranking.bm25(sought.weight, count, len(one.terms), average) if count else 0.0


def phrase_places(one: Indexed, phrase: Phrase, *, as_written: bool = False) -> list[int]:
    """Return where ``phrase`` stands, counted in words; marks that were typed may count."""
    first, reach = phrase.words[0], one.title_size if phrase.in_title else len(one.terms)
    starts: Iterator[int] | list[int] = one.places.get(first.term, [])
    if first.is_open:
        starts = (at for at, term in enumerate(one.terms) if term.startswith(first.term))
    return [
        at
        for at in starts
        if at + len(phrase.words) <= reach and _stands_at(one, at, phrase, as_written)
    ]


def _stands_at(one: Indexed, at: int, phrase: Phrase, as_written: bool) -> bool:
    for word, term, written in zip(phrase.words, one.terms[at:], one.written[at:], strict=False):
        spelt = term.startswith(word.term) if word.is_open else term == word.term
        if not spelt or (as_written and word.is_marked and written != word.text.lower()):
            return False
    return True

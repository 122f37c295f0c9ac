"""What each typed word stands for in the collection: its spellings, and how common they are.

    kishid_   exact       kishid     nobody wrote it
              begun       kishida    the last word, while no space follows
              misspelt    kisida     only while exact and begun are rare

Finding them costs a walk through the vocabulary, so they are kept from keystroke to keystroke.
"""

from dataclasses import dataclass
from functools import lru_cache

from reader.index import Postings
from reader.search import typos
from reader.search.query import Word

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

TELLING_LETTERS = 3
"""A word just begun says as little as a common one: ``b`` is the beginning of anything."""

LIKELY = 8
"""Words a beginning is likely to become: those that are looked for beside the word before it."""

MISSPELT_LIMIT = 48
"""Misspellings that are searched. At eight letters with two mistakes strangers begin to come in
numbers, and only the nearest and most frequent words are ever meant."""

SUGGESTED_START, SUGGESTED_LIMIT = 3, 5000
"""Suggestions may be further from the word than search forgives, if they begin alike."""

MEMORY = 512
"""Words whose spellings are remembered: some twenty queries, typed letter by letter."""


@dataclass(frozen=True)
class Misspelt:
    """A word of the collection that the typed one may be a misspelling of."""

    term: str
    mistakes: int
    frequency: int


@dataclass(frozen=True)
class Sought:
    """A typed word with what it stands for.

    ``begun`` are words it is the beginning of, the most frequent first; it is None for a short
    beginning, which the index answers without knowing the words. ``likely`` are the most
    frequent of them, as far as they are known. ``frequency`` counts the articles that have the
    word exactly, ``reach`` about those that have it or begin with it.
    """

    word: Word
    frequency: int
    reach: int
    begun: tuple[tuple[str, int], ...] | None
    likely: tuple[str, ...]
    misspelt: tuple[Misspelt, ...]
    is_common: bool

    @property
    def field(self) -> str:
        """Return the field of the index it is looked for in."""
        return "title" if self.word.in_title else "text"

    @property
    def is_begun(self) -> bool:
        """Tell whether it is the beginning of some other word."""
        if self.begun is None:
            return self.reach > 0
        return any(term != self.word.term for term, _ in self.begun)

    @property
    def is_known(self) -> bool:
        """Tell whether it stands for anything at all."""
        return bool(self.reach or self.misspelt)


class Expansions:
    """Finds what typed words stand for, and remembers it."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self.seek = lru_cache(maxsize=MEMORY)(self._seek)

    def _seek(self, word: Word) -> Sought:
        field = "title" if word.in_title else "text"
        frequency = self._postings.frequency(field, word.term)
        begun = self._begun(field, word)
        if begun is None:
            reach = self._postings.begun_frequency(field, word.term) or 0
        else:
            reach = sum(count for _, count in begun) if word.is_open else frequency
        reach = min(reach, len(self._postings))
        likely = self._likely(field, word, begun)
        rare = reach <= max(RARE, len(self._postings) // RARE_SHARE)
        misspelt = self._misspelt(field, word, begun or ()) if rare and word.allows_typos else ()
        common = reach * COMMON_SHARE > max(len(self._postings), FEW * COMMON_SHARE)
        common = common or (word.is_open and len(word.term) < TELLING_LETTERS)
        return Sought(word, frequency, reach, begun, likely, misspelt, common)

    def _begun(self, field: str, word: Word) -> tuple[tuple[str, int], ...] | None:
        if not word.is_open:
            return ()
        if self._postings.begun_frequency(field, word.term) is not None:
            return None
        return tuple(self._postings.completions(field, word.term))

    def _likely(
        self, field: str, word: Word, begun: tuple[tuple[str, int], ...] | None
    ) -> tuple[str, ...]:
        if begun is None and self._postings.is_cheap_to_complete(word.term):
            begun = tuple(self._postings.completions(field, word.term)[:LIKELY])
        return tuple(term for term, _ in (begun or ())[:LIKELY])

    def _misspelt(
        self, field: str, word: Word, begun: tuple[tuple[str, int], ...]
    ) -> tuple[Misspelt, ...]:
        """Return what the word may be a misspelling of, the likeliest first.

        People seldom get the first letter wrong, so a word that differs there comes later.
        """
        if not typos.allowed(word.term):
            return ()
        known = {term for term, _ in begun} | {word.term}
        near = self._postings.near(word.term, typos.allowed(word.term))
        found = []
        for term, mistakes in typos.near(word.term, near):
            frequency = self._postings.frequency(field, term)
            is_begun = word.is_open and term.startswith(word.term)
            if frequency and term not in known and not is_begun:
                found.append(Misspelt(term, mistakes, frequency))
        found.sort(key=lambda one: (one.mistakes, one.term[0] != word.term[0], -one.frequency))
        return tuple(found[:MISSPELT_LIMIT])

    def nearest(self, word: str, field: str, limit: int = 3) -> list[str]:
        """Return words of ``field`` that look most like ``word``, the likeliest first."""
        begun = self._postings.completions(field, word[:SUGGESTED_START])[:SUGGESTED_LIMIT]
        near = {*self._postings.near(word, 2), *(term for term, _ in begun)}
        looks = typos.resembling(word, near)
        known = [(term, count, self._postings.frequency(field, term)) for term, count in looks]
        known.sort(key=lambda one: (one[1], -one[2], one[0]))
        return [term for term, _, frequency in known if frequency][:limit]

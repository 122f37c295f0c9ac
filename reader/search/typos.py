"""Which spellings count as a typed word: how many mistakes are forgiven, and what one mistake is.

A mistake is a letter too many, too few or wrong, or two neighbours swapped (optimal string
alignment: no stretch is mended twice).

    kisida     ki hida     presidnt      jpaan
    ki‸shida   kis‸ida     presid‸ent    japan
    1 missing              1 missing     1 swap
"""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

EXACT_LETTERS = 3
"""Longest word that must be spelt right. Most Vietnamese syllables have 2 to 4 letters, and one
mistake turns a syllable of three into some fifty others: the reader would drown in them."""

ONE_MISTAKE_LETTERS = 7
"""Longest word that forgives one mistake only; longer ones forgive two. At eight letters two
mistakes still leave three quarters of the word, and strangers that near are rare."""


def allowed(word: str) -> int:
    """Return how many mistakes are forgiven in a word of this length."""
    if len(word) <= EXACT_LETTERS or word.isdecimal():
        return 0
    return 1 if len(word) <= ONE_MISTAKE_LETTERS else 2


def mistakes(word: str, term: str) -> int | None:
    """Count the mistakes between ``word`` and ``term``; None when more than are forgiven."""
    limit = allowed(word)
    found = OSA.distance(word, term, score_cutoff=limit)
    return found if found <= limit else None


def near(word: str, terms: Iterable[str]) -> list[tuple[str, int]]:
    """Return the terms that ``word`` may be a misspelling of, with the mistakes, fewest first.

    ``word`` itself is not among them.
    """
    limit = allowed(word)
    if not limit:
        return []
    found = process.extract_iter(word, list(terms), scorer=OSA.distance, score_cutoff=limit)
    return sorted(((term, count) for term, count, _ in found if count), key=lambda pair: pair[1])


def resembling(word: str, terms: Iterable[str]) -> list[tuple[str, int]]:
    """Return the terms that look like ``word``, with more mistakes than search forgives.

    For suggestions, one mistake more than a quarter of the letters.
    """
    limit = 1 + len(word) // 4
    found = process.extract_iter(word, list(terms), scorer=OSA.distance, score_cutoff=limit)
    return [(term, count) for term, count, _ in found if count]

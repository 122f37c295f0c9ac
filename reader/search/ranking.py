"""The order of hits: one number whose digits are the criteria, the weightier to the left.

    words    form     adjacent   exact    title    marks    BM25, recency
    16384s   4096s    512s       64s      8s       1s       fractions
    │        │        │          │        │        │        └ breaks what ties are left
    │        │        │          │        │        └ words typed with marks stand with those marks
    │        │        │          │        └ words stand in the title
    │        │        │          └ the word being typed stands as it is, not only begun
    │        │        └ neighbouring words stand side by side, in the typed order
    │        └ no word misspelt 2, one mistake in a word 1, more 0
    └ all words found 1, not all 0

    query  tong thong han quoc
    text   Tổng thống Hàn Quốc thăm Seoul      16384 + 2·4096 + 3/3·3584 + 448 + …
    text   Hàn Quốc: tổng thống thăm Seoul     16384 + 2·4096 + 2/3·3584 + 448 + …

A digit is filled by a share (two pairs of three stand together), at most seven eighths of the
digit before it, so no digit ever carries into the one on its left: an article with every word
spelt right stays before any article with a misspelt one, whatever else speaks for that.
Vietnamese writes a word as several syllables, which is why standing together outranks the title;
and the beginning of a syllable is nearly always another syllable (``phu`` of ``phương``), which
is why it outranks that the last word stands exactly so somewhere in the article. The index adds
up the digits from ``adjacent`` on in 32-bit floats, which leaves the fractions a resolution of
1/4096.

Where not all words are found, what is found counts by how rare it is.
"""

import math
from functools import lru_cache
from typing import NamedTuple

WORDS, FORM, ADJACENT, EXACT, TITLE, MARKS = 16384, 4096, 3584, 448, 56, 7
"""The digits: the first two are steps, the others are filled by a share between 0 and 1."""

FOUND = 4 * FORM - FORM // 8
"""What all words together would be worth to an article that lacks some of them."""

RELEVANCE = 1 / 128
"""What a point of BM25 is worth. BM25 gives a word of a query some 0 to 12 points, so that even
a long query stays under the one point that a digit of marks is worth."""

RECENCY = 1 / 32
"""What being the newest article is worth: four points of BM25, enough to order articles that say
the same, too little to bury the one that is about the words."""

RECENCY_DAYS = 730.0
"""Age at which half of the recency is gone. Shorter, and an archive has none of it."""

SPELT_RIGHT, ONE_MISTAKE, MORE_MISTAKES = 2, 1, 0
"""The steps of the form digit."""


class Part(NamedTuple):
    """One addend of a score, for people who ask why a hit stands where it does."""

    name: str
    value: float


def parts(score: float, words: int) -> list[Part]:
    """Take the score of a query of so many words apart into its addends, weightiest first.

    BM25 and recency are one. Of an article that lacks words the digits behind the first overlap,
    and are one too.
    """
    if score < WORDS:
        return [Part("words", 0.0), Part("some words, by rarity", score)]
    shares = {
        "words": WORDS, "form": FORM, "adjacent": ADJACENT / max(words - 1, 1),
        "exact": EXACT, "title": TITLE / max(words, 1), "marks": 1,
    }  # fmt: skip
    found, rest = [], score
    for name, share in shares.items():
        value = rest // share * share
        found.append(Part(name, value))
        rest -= value
    return [*found, Part("bm25 and recency", rest)]


def idf(articles: int, frequency: int) -> float:
    """Return BM25's weight of a word that stands in ``frequency`` of ``articles``."""
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


@lru_cache(maxsize=1 << 14)
def recency(day: int, newest: int) -> float:
    """Return the points for an article's date, given as the number of a day; 0 is no date."""
    if not day:
        return 0.0
    return RECENCY * math.pow(0.5, (newest - day) / RECENCY_DAYS)

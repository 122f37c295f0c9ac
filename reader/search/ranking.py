"""The order of hits: one number whose digits are the criteria, the weightier to the left.

    words   form     adjacent    title     marks     BM25, recency
    4096s   512s     64s         8s        1s        fractions
    │       │        │           │         │         └ breaks what ties are left
    │       │        │           │         └ words typed with marks that stand with those marks
    │       │        │           └ words that stand in the title
    │       │        └ neighbouring words that stand side by side, in the typed order
    │       └ every word exact 3, a prefix among them 2, one mistake in a word 1, more 0
    └ all words found 1, all but one 0

    query  tong thong han quoc
    text   Tổng thống Hàn Quốc thăm Seoul      4096 + 3·512 + 3/3·448 + …
    text   Hàn Quốc: tổng thống thăm Seoul     4096 + 3·512 + 2/3·448 + …

A digit is filled by a share (two pairs of three stand together), at most seven eighths of the
digit before it, so no digit ever carries into the one on its left: an article with every word
exact stays before any article with a misspelt one, whatever else speaks for that. Vietnamese
writes a word as several syllables, which is why standing together outranks the title. The index
adds up the digits from ``adjacent`` on in 32-bit floats, which leaves the fractions a resolution
of 1/32768.
"""

import math
from typing import NamedTuple

WORDS, FORM, ADJACENT, TITLE, MARKS = 4096, 512, 448, 56, 7
"""The digits: the first two are steps, the others are filled by a share between 0 and 1."""

RELEVANCE = 1 / 128
"""What a point of BM25 is worth. BM25 gives a word of a query some 0 to 12 points, so that even
a long query stays under the one point that a digit of marks is worth."""

RECENCY = 1 / 32
"""What being the newest article is worth: four points of BM25, enough to order articles that say
the same, too little to bury the one that is about the words."""

RECENCY_DAYS = 730.0
"""Age at which half of the recency is gone. Shorter, and an archive has none of it."""

EXACT, PREFIX, ONE_MISTAKE, MORE_MISTAKES = 3, 2, 1, 0
"""The steps of the form digit."""


class Part(NamedTuple):
    """One addend of a score, for people who ask why a hit stands where it does."""

    name: str
    value: float


def parts(score: float) -> list[Part]:
    """Take a score apart into its addends, weightiest first; BM25 and recency are one."""
    words, rest = divmod(score, WORDS)
    found = [Part("words", words * WORDS)]
    for name, digit in (("form", FORM), ("adjacent", 64), ("title", 8)):
        size = int(rest // digit) if name == "form" else rest // digit
        value = size * digit
        found.append(Part(name, float(value)))
        rest -= value
    return [*found, Part("marks, bm25 and recency", rest)]


def idf(articles: int, frequency: int) -> float:
    """Return BM25's weight of a word that stands in ``frequency`` of ``articles``."""
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


def recency(day: int, newest: int) -> float:
    """Return the points for an article's date, given as the number of a day; 0 is no date."""
    if not day:
        return 0.0
    return RECENCY * math.pow(0.5, (newest - day) / RECENCY_DAYS)

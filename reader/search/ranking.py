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
writes a word as several syllables, which is why standing together outranks the title. All of it
fits the 24 bits of a 32-bit float, the fractions with a resolution of 1/2048, so an index that
adds up scores in such floats gives the same order.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

WORDS, FORM, ADJACENT, TITLE, MARKS = 4096, 512, 448, 56, 7
"""The digits: the first two are steps, the others are filled by a share between 0 and 1."""

RELEVANCE = 1 / 128
"""What a point of BM25 is worth. BM25 gives a word of a query some 0 to 12 points, so that even
a long query stays under the one point that a digit of marks is worth."""

RECENCY = 1 / 32
"""What being the newest article is worth: four points of BM25, enough to order articles that say
the same, too little to bury the one that is about the words."""

RECENCY_YEARS = 2.0
"""Age at which half of the recency is gone. Shorter, and an archive has none of it."""

K1, B = 1.2, 0.75
"""BM25's usual saturation of repetition and correction for length, those of tantivy."""

EXACT, PREFIX, ONE_MISTAKE, MORE_MISTAKES = 3, 2, 1, 0
"""The steps of the form digit."""

DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class Evidence:
    """What speaks for one article: shares are between 0 and 1, ``bm25`` and ``age`` from 0 up."""

    has_all: bool
    form: int
    adjacent: float = 0.0
    title: float = 0.0
    marks: float = 0.0
    bm25: float = 0.0
    recency: float = 0.0


class Part(NamedTuple):
    """One addend of a score, for people who ask why a hit stands where it does."""

    name: str
    value: float


def parts(evidence: Evidence) -> list[Part]:
    """Return the addends of the score, weightiest first."""
    return [
        Part("words", WORDS * evidence.has_all),
        Part("form", float(FORM * evidence.form)),
        Part("adjacent", ADJACENT * evidence.adjacent),
        Part("title", TITLE * evidence.title),
        Part("marks", MARKS * evidence.marks),
        Part("bm25", RELEVANCE * evidence.bm25),
        Part("recency", RECENCY * evidence.recency),
    ]


def score(evidence: Evidence) -> float:
    """Return the one number that hits are ordered by, highest first."""
    return sum(part.value for part in parts(evidence))


def form_of(mistakes: int, is_prefix: bool) -> int:
    """Return the step of the form digit for one word."""
    if mistakes:
        return ONE_MISTAKE if mistakes == 1 else MORE_MISTAKES
    return PREFIX if is_prefix else EXACT


def idf(articles: int, frequency: int) -> float:
    """Return BM25's weight of a word that stands in ``frequency`` of ``articles``."""
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


def bm25(weight: float, count: int, length: int, average: float) -> float:
    """Return the relevance of a word that stands ``count`` times in a text of ``length`` words."""
    return weight * count * (K1 + 1) / (count + K1 * (1 - B + B * length / max(average, 1.0)))


def recency(days: float) -> float:
    """Return what is left of the recency ``days`` behind the newest article."""
    return math.pow(0.5, days / (RECENCY_YEARS * DAYS_A_YEAR))

"""Near-duplicates: wire copies and re-publications, told by the phrases that two texts share.

    text -> phrases of 4 folded words -> their hashes -> the 64 smallest, the text's sketch

Of the smallest hashes of two texts together, the share that both have estimates the share of all
their phrases that both have: bottom-k MinHash (Broder, "On the resemblance and containment of
documents", 1997). With the number of phrases of each it also tells how much of the shorter text
is in the longer, so that a report cut to its first third is known. SimHash, the other usual way,
compares whole texts by one number: it misses most copies that were cut or got a paragraph more.

Texts are compared only where some of their few smallest hashes are the same, so the time grows
with the texts and not with the pairs of them.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.article import Article
from reader.fold import fold
from reader.ingest.addresses import plain_address

_WORD = re.compile(r"[^\W_]+")

PHRASE = 4
"""Words of a phrase. Vietnamese words are two syllables mostly: 3 are shared by chance among texts
of one subject, 6 are broken too often by a changed word."""

KEPT = 64
"""Hashes of a sketch. The estimate is off by 0.06 or less two times of three; with 16 it would be
0.12, and 256 would take a kilobyte an article."""

LOOKED_UP, IN_COMMON = 16, 2
"""How many of the smallest are looked up, and how many must be the same for texts to be compared.
Of two texts that share 0.35 of their phrases one pair in 100 is missed, of 0.5 one in 4,000; with
one in common every stock phrase would be compared with all others."""

COMMONPLACE = 100
"""Originals from which on a phrase tells nothing: the credit line of an agency, not its report.
Without a limit the time would grow with the square of the articles that carry it."""

ALIKE, CONTAINED = 0.45, 0.8
"""The share of phrases from which on two texts are copies: of both together, and of the shorter.
Reports of two newsrooms on one event share less than 0.1, of one agency's text 0.6 and more; one
word changed in ten breaks four phrases in ten."""

LEAST_ALIKE = 0.25
"""The share of both from which on what is contained can be told: below, a few hashes decide. A text
is known in one four times its length."""

LEAST_CONTAINED = 40
"""Phrases that a text must have to be a copy by being contained. A brief of two sentences may be
quoted whole in an article that is another."""


class Sketch(NamedTuple):
    """A text's smallest phrase hashes in order, and how many it has in all."""

    hashes: tuple[int, ...]
    size: int


def sketch(text: str) -> Sketch:
    """Return the sketch of a text. Marks, case and punctuation are not looked at."""
    words = _WORD.findall(fold(text))  # without offsets, a third of the time of ``tokens``
    phrases = {" ".join(words[at : at + PHRASE]) for at in range(max(1, len(words) - PHRASE + 1))}
    hashes = sorted({zlib.crc32(phrase.encode()) for phrase in phrases})
    return Sketch(tuple(hashes[:KEPT]), len(hashes))


def resemblance(one: Sketch, other: Sketch) -> float:
    """Estimate the share of both texts' phrases that they have in common, 0 to 1."""
    ones, others = set(one.hashes), set(other.hashes)
    smallest = sorted(ones | others)[:KEPT]
    return len((ones & others).intersection(smallest)) / len(smallest)


def are_copies(one: Sketch, other: Sketch) -> bool:
    """Tell whether two texts are copies of one, perhaps edited or cut."""
    alike = resemblance(one, other)
    if alike >= ALIKE:
        return True
    shorter = min(one.size, other.size)
    shared = alike * (one.size + other.size) / (1 + alike)
    is_told = alike >= LEAST_ALIKE and shorter >= LEAST_CONTAINED
    return is_told and shared / shorter >= CONTAINED


def originals(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article that copies another the id of the other.

    The other is the first of its copies: by date, the undated last, then by place. It is no copy
    itself, and every copy is like it, so that a chain of small changes joins no two that differ.
    """
    found: dict[str, str] = {}
    for _ in find(articles, found):
        pass
    return found


def find(articles: Iterable[Article], found: dict[str, str]) -> Iterator[None]:
    """Add to ``found`` what ``originals`` returns, a millisecond's work from yield to yield."""
    firsts = _Firsts()
    for article in sorted(articles, key=lambda one: (one.date or "9999", one.place)):
        own = sketch(article.text)
        first = firsts.like(article, own)
        if first is None:
            firsts.add(article, own)
        else:
            found[article.id] = first
        yield


def copies(found: Mapping[str, str]) -> dict[str, list[str]]:
    """Return for each original its copies, from what ``originals`` found."""
    inverse: dict[str, list[str]] = {}
    for copy, original in found.items():
        inverse.setdefault(original, []).append(copy)
    return inverse


class _Firsts:
    """The articles that copy none before them."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._by_hash: dict[int, list[str]] = {}
        self._by_page: dict[str, str] = {}

    def add(self, article: Article, own: Sketch) -> None:
        self._sketches[article.id] = own
        self._by_page.setdefault(_page(article), article.id)
        for hash_ in own.hashes[:LOOKED_UP]:
            self._by_hash.setdefault(hash_, []).append(article.id)

    def like(self, article: Article, own: Sketch) -> str | None:
        """Return the first article that has the same page and title, or whose copy this is."""
        if (same_page := self._by_page.get(_page(article))) is not None:
            return same_page
        return next((id_ for id_ in self._near(own) if are_copies(own, self._sketches[id_])), None)

    def _near(self, own: Sketch) -> list[str]:
        """Return the articles worth comparing, those with most in common first."""
        lists = [self._by_hash.get(hash_, ()) for hash_ in own.hashes[:LOOKED_UP]]
        common = Counter(id_ for ids in lists if len(ids) < COMMONPLACE for id_ in ids)
        least = min(IN_COMMON, len(own.hashes))
        return [id_ for id_, count in common.most_common() if count >= least]


def _page(article: Article) -> str:
    """Return what an article's page is called; of one without an address, itself."""
    if not article.link:
        return article.id
    return f"{plain_address(article.link)} {fold(article.title)}"

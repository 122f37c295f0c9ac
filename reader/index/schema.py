"""What the index keeps of an article: its fields, and how an article becomes a document.

    field     holds                                        answers
    text      folded words, with places and counts         words, phrases, relevance
    title     the same of the headline                     title:, title before text
    begun     the first 1 to 6 letters of each word        a word being typed, in one posting list
    title_begun
    written   words that carry marks, as written           marks as typed
    pairs     two common words side by side                adjacency, where phrases would be slow
    lang, source, entity, id, key, day                     filters; day also orders

Documents are sorted by day, newest first, so that ties come out newest first. Nothing is stored:
a hit is its id, read from a column.
"""

from collections.abc import Collection, Iterable, Set
from datetime import date
from functools import lru_cache
from itertools import pairwise

import tantivy

from reader import fold
from reader.article import Article

VERSION = 2
"""Raised with any change of what is indexed; an index of another version is built again."""

BEGUN_LETTERS = 6
"""Longest beginning that has a posting list of its own. Beginnings of seven letters lead to few
words, which are united when asked for; at five, ``comme`` still has a hundred. Each letter more
makes the index some 3 % larger."""

UNDATED = 0
"""The day of an article without a date: before all others."""

TOKENS = "whitespace"
"""Tantivy's name for the tokenizer of text that is already folded and parted."""


def build_schema() -> tantivy.Schema:
    """Return the schema of the articles' index."""
    schema = tantivy.SchemaBuilder()
    for field in ("id", "key"):
        schema.add_unsigned_field(field, indexed=True, fast=True)
    schema.add_integer_field("day", fast=True)
    for field in ("text", "title"):
        schema.add_text_field(field, tokenizer_name=TOKENS, index_option="position")
    for field in ("begun", "title_begun", "written", "pairs"):
        schema.add_text_field(field, tokenizer_name=TOKENS, index_option="basic")
    for field in ("lang", "source", "entity"):
        schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
    return schema.build()


def document(
    article: Article, common: Set[str], entity_ids: Iterable[str] = ()
) -> tuple[tantivy.Document, set[str]]:
    """Return the document of ``article``, and the words it holds.

    ``common`` are the words whose pairs are kept.
    """
    folded = fold.fold(article.text)
    words = fold_words(folded)
    title = fold_words(folded[slice(*article.headline)])
    known = set(words)
    found = tantivy.Document()
    found.add_unsigned("id", int(article.id, 16))
    found.add_unsigned("key", int(article.key, 16))
    found.add_integer("day", first_day(article.date))
    found.add_text("lang", article.lang)
    found.add_text("source", article.source or "")
    found.add_text("text", " ".join(words))
    found.add_text("title", " ".join(title))
    found.add_text("begun", _beginnings(known))
    found.add_text("title_begun", _beginnings(set(title)))
    found.add_text("written", " ".join(_marked(article.text)))
    found.add_text("pairs", " ".join(_pairs(words, common)))
    for entity in entity_ids:
        found.add_text("entity", entity)
    return found, known


def fold_words(folded: str) -> list[str]:
    """Return the terms of text that is folded already, as ``fold.terms`` gives them."""
    words = fold.WORD.findall(folded)
    if fold.MARK in folded:
        return [word.replace(fold.MARK, "") for word in words]
    return words


def pair(first: str, second: str) -> str:
    """Return the term under which two neighbouring words are kept."""
    return f"{first}_{second}"


def first_day(iso: str | None) -> int:
    """Return the number of the first day of a date of any grain, ``UNDATED`` of none."""
    if not iso:
        return UNDATED
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day).toordinal()


def _marked(text: str) -> set[str]:
    """Return the words of ``text`` that are written with more than plain letters."""
    return {word for word in set(fold.WORD.findall(text.lower())) if not word.isascii()}


def _pairs(words: list[str], common: Collection[str]) -> set[str]:
    return {pair(a, b) for a, b in pairwise(words) if a in common and b in common}


def _beginnings(words: set[str]) -> str:
    return " ".join(set().union(*map(_begun, words)))


@lru_cache(maxsize=1 << 16)
def _begun(word: str) -> tuple[str, ...]:
    return tuple(word[:letters] for letters in range(1, min(BEGUN_LETTERS, len(word)) + 1))

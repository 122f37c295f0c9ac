"""Where a query stands in an article: spans of the original text, found through the fold.

    query    nhat ban kisida tha
    text     Ngoại trưởng Nhật Bản Fumio Kishida thăm Seoul
    spans                 ──── ───       ─────── ───
                          whole words    a typo  what was typed of a prefix

Since the fold maps one character to one, an offset in the folded text is the offset in the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reader import fold
from reader.article import Article, Span
from reader.fold import Token
from reader.search import typos
from reader.search.query import Phrase, Query, Word


def matches(article: Article, query: Query) -> list[Span]:
    """Return what ``query`` matches in ``article.text``, sorted and disjoint.

    A word is matched by its exact form and, while it is being typed, by what begins with it;
    only where an article has neither is a misspelling looked for. Linear in the text.
    """
    tokens = _tokens(article.text)
    first, behind = article.headline
    title = [token for token in tokens if first <= token.start < behind]
    return _matches(tokens, title, query)


@lru_cache(maxsize=2)
def _tokens(text: str) -> Sequence[Token]:
    """Return the tokens of the article in view, which each letter of a query is looked for in."""
    return list(fold.tokens(text))


def title_matches(title: str, query: Query) -> list[Span]:
    """Return what ``query`` matches in a title that is shown without its article."""
    tokens = list(fold.tokens(title))
    return _matches(tokens, tokens, query)


def _matches(text: Sequence[Token], title: Sequence[Token], query: Query) -> list[Span]:
    found: list[Span] = []
    for word in query.words:
        found += match_word(word, title if word.in_title else text)
    for phrase in query.phrases:
        found += match_phrase(phrase, title if phrase.in_title else text)
    return merge(found)


def match_word(word: Word, tokens: Sequence[Token]) -> list[Span]:
    """Return the spans of ``word`` among ``tokens``: exact and prefix, or else misspelt."""
    spans = list(_spelt(word, tokens))
    if spans or not word.allows_typos:
        return spans
    meant = {term for term, _ in typos.near(word.term, {token.term for token in tokens})}
    return [Span(token.start, token.end) for token in tokens if token.term in meant]


def match_phrase(phrase: Phrase, tokens: Sequence[Token]) -> list[Span]:
    """Return one span for each place where the words of ``phrase`` stand side by side."""
    size = len(phrase.words)
    spans = []
    for at in range(len(tokens) - size + 1):
        run = tokens[at : at + size]
        if all(map(_is_spelt, phrase.words, run)):
            spans.append(Span(run[0].start, _end(phrase.words[-1], run[-1])))
    return spans


def merge(spans: Iterable[Span]) -> list[Span]:
    """Return ``spans`` sorted, with overlapping ones made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _spelt(word: Word, tokens: Sequence[Token]) -> Iterator[Span]:
    is_spelt = str.startswith if word.is_open else str.__eq__
    for token in tokens:
        if is_spelt(token.term, word.term):
            yield Span(token.start, _end(word, token))


def _is_spelt(word: Word, token: Token) -> bool:
    return token.term == word.term or (word.is_open and token.term.startswith(word.term))


def _end(word: Word, token: Token) -> int:
    """Return where the match of ``word`` in ``token`` ends: what was typed of it, or all."""
    if token.term == word.term or len(token.term) != token.end - token.start:
        return token.end
    return token.start + len(word.term)

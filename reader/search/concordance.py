"""Keyword in context: every match on a line of its own, with what stands before and behind it.

                    left │ match    │ right
      …ng Thủ tướng Nhật │ Kishida  │ nhấn mạnh liên minh an ninh…
    …rime Minister Fumio │ Kishida  │ made an important move to…

Lines are sorted by the words to the right of the match or, read from it, by those to the left,
so that the same turn of phrase stands together (as concordancers have done since KWIC indexes;
H. P. Luhn, 1960).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.article import Article, Span
from reader.fold import terms

CONTEXT = 120
"""Characters kept on each side of a match: as many as the widest line shows."""

COMPARED = 60
"""Characters of context compared in sorting. Beyond them, lines are the same to a reader."""


class Line(NamedTuple):
    """One match in its context, on one line: no line end is in its parts."""

    article: str
    span: Span
    left: str
    match: str
    right: str


def lines(article: Article, spans: Iterable[Span]) -> Iterator[Line]:
    """Yield a line for each span of ``article``, in the order given."""
    text = article.text
    for span in spans:
        left = text[max(0, span.start - CONTEXT) : span.start]
        right = text[span.end : span.end + CONTEXT]
        parts = (left, text[span.start : span.end], right)
        yield Line(article.id, Span(*span), *(part.replace("\n", " ") for part in parts))


def by_left(line: Line) -> list[str]:
    """Return what sorts ``line`` by the words before the match, the nearest first."""
    return terms(line.left[-COMPARED:])[::-1]


def by_right(line: Line) -> list[str]:
    """Return what sorts ``line`` by the words behind the match."""
    return terms(line.right[:COMPARED])


ORDERS: dict[str, Callable[[Line], list[str]] | None] = {
    "as found": None,
    "by what follows": by_right,
    "by what precedes": by_left,
}


def ordered(found: Iterable[Line], order: str) -> list[Line]:
    """Return the lines in one of ``ORDERS``; lines that compare equal stay as found."""
    key = ORDERS[order]
    return list(found) if key is None else sorted(found, key=key)

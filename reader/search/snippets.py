"""Which part of an article a hit shows: the densest window of matches, cut at whole words."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.article import Article, Span

LEAD = 0.25
"""Share of the window's spare room left before the first match: enough to read into it; at a
half, the end of the sentence that the match opens would be cut."""


class Snippet(NamedTuple):
    """A stretch of an article's text: ``text == article.text[start:start + len(text)]``.

    ``matches`` are offsets in ``text``, the snippet's own. Who shows it adds the ellipses.
    """

    text: str
    start: int
    matches: tuple[Span, ...]


def snippet(article: Article, spans: Sequence[Span], width: int) -> Snippet:
    """Return the window of at most ``width`` characters that holds the most matched ones.

    Without matches it is the beginning of the body. A window that would cut a word gives the word
    up, unless the word alone is wider than the window.
    """
    text, width = article.text, max(width, 1)
    first, last = _densest(spans, width) or (article.body_start, article.body_start + width)
    room = max(0, width - (last - first))
    start = max(0, min(first - int(room * LEAD), len(text) - width)) if spans else first
    end = min(len(text), start + width)
    start, end = _at_words(text, start, end, first)
    inside = (
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    )
    return Snippet(text[start:end], start, tuple(inside))


def _densest(spans: Sequence[Span], width: int) -> tuple[int, int] | None:
    """Return where the best run of spans that fits in ``width`` starts and ends; the first wins."""
    best: tuple[int, int, int] | None = None
    left = covered = 0
    for span in spans:
        covered += span.end - span.start
        while span.end - spans[left].start > width and spans[left] != span:
            covered -= spans[left].end - spans[left].start
            left += 1
        if best is None or covered > best[0]:
            best = covered, spans[left].start, span.end
    return best and best[1:]


def _at_words(text: str, start: int, end: int, first: int) -> tuple[int, int]:
    """Shrink ``start`` and ``end`` to word boundaries, keeping the match at ``first`` inside."""
    while start and start < first and not text[start - 1].isspace():
        start += 1
    cut = end
    while cut < len(text) and cut > start and not text[cut].isspace():
        cut -= 1
    end = cut if cut > max(start, first) else end
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())

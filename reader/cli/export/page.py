"""What an export shows of an article: its text, its mentions, what the user marked in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.article import Article
from reader.entities import Mention
from reader.state import Highlight


class Stretch(NamedTuple):
    """A stretch of text all of which is in the same mention and highlight, or in none."""

    text: str
    mention: Mention | None
    highlight: Highlight | None


class Page(NamedTuple):
    """An article with its mentions and highlights, both in the order of the text."""

    article: Article
    mentions: Sequence[Mention]
    highlights: Sequence[Highlight]

    @property
    def facts(self) -> list[str]:
        """Return what the line under the title says: date, source and author, if known."""
        article = self.article
        about = "~" if article.date_source == "inferred" else ""
        date = f"{about}{article.date}" if article.date else None
        return [fact for fact in (date, article.source, article.author) if fact]

    @property
    def notes(self) -> list[Highlight]:
        """Return the highlights and notes that say something without the text."""
        return [one for one in self.highlights if one.quote or one.note]

    def paragraphs(self) -> Iterator[list[Stretch]]:
        """Yield the paragraphs of the body, each cut where a mention or highlight begins or ends.

        A mention that a highlight cuts comes in two stretches.
        """
        text, start = self.article.text, self.article.body_start
        marks = _Marks(self.mentions, self.highlights)
        while start < len(text):
            end = text.find("\n\n", start)
            end = len(text) if end < 0 else end
            if text[start:end].strip():
                yield [marks.stretch(text, *span) for span in marks.pieces(start, end)]
            start = end + 2


class _Marks:
    """Mentions, which are disjoint, and highlights, which are few and may overlap."""

    def __init__(self, mentions: Sequence[Mention], highlights: Sequence[Highlight]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._highlights = highlights
        spans = [(m.start, m.end) for m in mentions] + [(h.start, h.end) for h in highlights]
        self._edges = sorted({edge for span in spans for edge in span})

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield ``start`` to ``end``, cut at every edge of a mention or highlight."""
        first, last = bisect_right(self._edges, start), bisect_left(self._edges, end)
        return pairwise((start, *self._edges[first:last], end))

    def stretch(self, text: str, start: int, end: int) -> Stretch:
        """Return a piece with the mention and the highlight it lies in."""
        at = bisect_right(self._starts, start) - 1
        mention = self._mentions[at] if at >= 0 and start < self._mentions[at].end else None
        highlight = next((h for h in self._highlights if h.start <= start < h.end), None)
        return Stretch(text[start:end], mention, highlight)

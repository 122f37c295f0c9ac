"""Which row of the reading pane shows what: the page that an article and a width make.

    row 0   Japan and Korea       ┐ headline, if the document gives one
    row 1   tighten ties          ┘
    row 2   ThanhNien · 8 May …     meta, in as many rows as it needs
    row 3                           the blank line of the text behind its headline
    row 4   Seoul, May 8: During…   body

An article without a headline begins with its meta rows and a blank one. Rows are lines of the
pane, offsets are characters of the article's text.
"""

import re
from typing import Literal, NamedTuple

from reader.article import Article, Span
from reader.ui.wrap import Line, wrap

LONGEST_SUBHEADING = 90
"""Characters. Longer short paragraphs are mostly captions and quotations."""

FINAL = (".", "!", "?", "…", ",", ";", ":", '"', "”", "’", ")", "]", "»", "。", "」")
"""How a sentence or a caption ends; a sub-heading does not."""

Kind = Literal["title", "subheading", "body", "meta"]


class Page(NamedTuple):
    """What the pane is given to show: an article, and a line on it, already written."""

    article: Article
    meta: str = ""


class Row(NamedTuple):
    """One row: its kind, and the part of the article's text (or of the meta line) it shows."""

    kind: Kind
    line: Line


class Layout:
    """The rows of ``page`` at ``width`` cells."""

    def __init__(self, page: Page, width: int) -> None:
        """Wrap the text: about 15 ms a megabyte."""
        self._text = page.article.text
        self._lines = wrap(self._text, width)
        self._meta = wrap(page.meta, width)[:] if page.meta else []
        self._headline_rows = self._count_headline_rows(page.article)
        gap = bool(self._meta) and not self._headline_rows
        self._extra = len(self._meta) + gap

    def _count_headline_rows(self, article: Article) -> int:
        if article.title_source == "derived":
            return 0
        return self._lines.at(max(0, article.headline.end - 1)) + 1

    def __len__(self) -> int:
        return len(self._lines) + self._extra

    def __getitem__(self, row: int) -> Row:
        """Return what row number ``row`` shows."""
        if row < self._headline_rows:
            return Row("title", self._lines[row])
        if row < self._headline_rows + len(self._meta):
            return Row("meta", self._meta[row - self._headline_rows])
        if row < self._headline_rows + self._extra:
            return Row("body", Line(0, 0))
        line = self._lines[row - self._extra]
        return Row("subheading" if self._is_subheading(line) else "body", line)

    def row_of(self, offset: int) -> int:
        """Return the row that shows the character at ``offset``."""
        line = self._lines.at(offset)
        return line if line < self._headline_rows else line + self._extra

    def offset_of(self, row: int) -> int:
        """Return the offset at which ``row`` begins, or the text behind it where it has none."""
        if row >= self._headline_rows:
            row = max(self._headline_rows, row - self._extra)
        return self._lines[min(row, len(self._lines) - 1)].start

    def stretch(self, rows: range) -> Span:
        """Return the part of the text that ``rows`` show."""
        end = self.offset_of(rows.stop) if rows.stop < len(self) else len(self._text)
        return Span(self.offset_of(rows.start), end)

    def _is_subheading(self, line: Line) -> bool:
        """Tell whether ``line`` is of a short paragraph, without a final stop, before a long one.

        Looks no further than a short paragraph reaches, so that it costs the same in any text.
        """
        before = self._text.rfind("\n\n", max(0, line.start - LONGEST_SUBHEADING), line.start)
        end = self._text.find("\n\n", line.start, line.start + LONGEST_SUBHEADING)
        if before < 0 or end < 0 or line.start == line.end:
            return False
        paragraph = self._text[before + 2 : end]
        following = self._text.find("\n\n", end + 2, end + 2 + LONGEST_SUBHEADING)
        return (
            len(paragraph) <= LONGEST_SUBHEADING
            and not paragraph.rstrip().endswith(FINAL)
            and "\n" not in paragraph
            and len(self._text) > end + LONGEST_SUBHEADING
            and following < 0
        )


_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def word_at(text: str, offset: int) -> Span:
    """Return the word around ``offset``, or the one character that is there."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - 200)
    for found in _WORD.finditer(text, start):
        if found.end() > offset:
            return Span(*found.span()) if found.start() <= offset else Span(offset, offset + 1)
    return Span(offset, min(offset + 1, len(text)))


def paragraph_at(text: str, offset: int) -> Span:
    """Return the paragraph around ``offset``."""
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text))

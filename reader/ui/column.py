"""How one row of the page is drawn: the column's margins, the marks, the offsets for the mouse.

Each part carries ``meta["offset"] = (offset in the article, 0)``, which Textual reads back when
the mouse selects. The margin counts down to the row's first character, and an empty part at the
end stands for all that is right of it; without it a blank row would select to the article's end.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.ui.marks import Layer, Names, Run, filled, paint, runs
from reader.ui.page import Page, Row
from reader.ui.wrap import MIN_WIDTH, wrap

MARGIN = 2
"""Cells kept free on each side of the column, however narrow the pane."""


class Column(NamedTuple):
    """The column of text: its left edge, the width of the pane, and the styles by name."""

    left: int
    width: int
    style: Callable[[Names], Style]

    def draw(self, page: Page, row: Row, layers: Sequence[Layer]) -> Strip:
        """Draw one row of ``page``."""
        if row.kind == "meta":
            return self._fill(paint(page.meta, runs(*row.line, ()), ("meta",), self.style))
        return self._fill(self._paint(page, row, list(runs(*row.line, layers))))

    def draw_with_offsets(self, page: Page, row: Row, layers: Sequence[Layer]) -> Strip:
        """Draw one row of ``page`` as the mouse sees it."""
        if row.kind == "meta":
            return self.draw(page, row, layers)
        parts = list(runs(*row.line, layers))
        drawn = self._paint(page, row, parts)
        starts = [part.start for part in parts]
        segments = [_at(start, segment) for start, segment in zip(starts, drawn, strict=True)]
        margin = _at(row.line.start - self.left, self._margin())
        return self._fill([*segments, _at(row.line.end, Segment("", self.style(())))], margin)

    def _paint(self, page: Page, row: Row, parts: list[Run]) -> list[Segment]:
        base: Names = () if row.kind == "body" else (row.kind,)
        return paint(page.article.text, parts, base, self.style)

    def hint(self, said: str, y: int, height: int) -> Strip:
        """Draw row ``y`` of an empty pane: ``said`` in the middle, a third down."""
        lines = wrap(said, max(MIN_WIDTH, self.width - 2 * MARGIN))
        at = y - height // 3
        start, end = lines[at] if 0 <= at < len(lines) else (0, 0)
        text = Segment(said[start:end], self.style(("empty",)))
        gap = " " * max(0, (self.width - text.cell_length) // 2)
        return self._fill([text], Segment(gap, self.style(())))

    def _margin(self) -> Segment:
        return Segment(" " * self.left, self.style(()))

    def _fill(self, segments: list[Segment], margin: Segment | None = None) -> Strip:
        return filled([margin or self._margin(), *segments], self.width, self.style(()))


def _at(offset: int, segment: Segment) -> Segment:
    style = segment.style or Style.null()
    return Segment(segment.text, style + Style.from_meta({"offset": (offset, 0)}))

"""The reading pane: one article of any length in a measured column, with its marks.

Only the visible rows are drawn, and drawn rows are kept until a mark, the width or the theme
changes; marks never wrap the text again. Marks lie on one another in this order, lowest first:
highlights, mentions, matches, the mention under the cursor, the current match, the selection.

A selection of the mouse is one of offsets: each drawn part carries its offset in the article,
in the ``x`` of Textual's selection, so that what is copied is the article's text, unwrapped.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from reader.article import Span
from reader.ui.column import MARGIN, Column
from reader.ui.legend import STYLES
from reader.ui.marks import Layer, Spanned
from reader.ui.page import Layout, Page, paragraph_at, word_at
from reader.ui.rows import Rows
from reader.ui.wrap import MIN_WIDTH, fit

CONTEXT_ROWS = 2
"""Rows that a page down keeps, so that the eye finds its place."""


class Mentioned(Spanned, Protocol):
    """A mention, as far as the pane needs it."""

    @property
    def type(self) -> str: ...  # noqa: D102


class ArticlePane(Rows, can_focus=True):
    """One article, scrolled by rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "read_on", "Read on"),
        Binding("enter", "choose", "Entity"),
        Binding("j,down", "scroll_rows(1)", "Down", show=False),
        Binding("k,up", "scroll_rows(-1)", "Up", show=False),
        Binding("pagedown", "scroll_pages(1)", "Page down", show=False),
        Binding("pageup,b", "scroll_pages(-1)", "Page up", show=False),
        Binding("ctrl+d", "scroll_pages(0.5)", "Half a page down", show=False),
        Binding("ctrl+u", "scroll_pages(-0.5)", "Half a page up", show=False),
        Binding("g,home", "scroll_to_top", "Top", show=False),
        Binding("G,end", "scroll_to_bottom", "Bottom", show=False),
    ]

    INKS: ClassVar[Mapping[str, str]] = {
        "title": "bold $primary",
        "meta": "$quiet",
        "empty": "$quiet",
        "subheading": "bold",
        **STYLES,
        "highlight": "on $highlight",
        "match": "on $match",
        "mention-current": "reverse",
        "match-current": "bold $on-match-current on $match-current",
        "selection": "on $primary 50%",
    }

    DEFAULT_CSS = "ArticlePane { background: $background; color: $foreground; }"

    measure: reactive[int] = reactive(76, init=False, repaint=False)
    """Widest text column, in cells."""

    current_mention: reactive[int | None] = reactive(None, init=False, repaint=False)
    """Index of the mention under the cursor."""

    progress: reactive[float] = reactive(1.0, init=False, repaint=False, always_update=True)
    """How far the text is scrolled, from 0 to 1; 1 if all of it is visible."""

    empty: reactive[str] = reactive("No article is open.")
    """What to say when there is no article."""

    @dataclass
    class MentionChosen(Message):
        """A mention was clicked, or enter pressed on it."""

        index: int

    @dataclass
    class PassedEnd(Message):
        """The reader asked to read on at the end of the article."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Start without an article."""
        super().__init__(id=id, classes=classes)
        self._page: Page | None = None
        self._layout_of_page: Layout | None = None
        self._mentions: Sequence[Mentioned] = ()
        self._layers = dict.fromkeys(LAYERS, Layer())
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._width = 0
        self._column = 0
        self._anchor = 0
        self._is_laying_out = False
        self._is_painting = False

    # What is shown

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self._page

    def show(self, page: Page | None, *, offset: int = 0) -> None:
        """Open ``page`` without marks, the row of ``offset`` at the top; None closes it."""
        self._page = page
        self._layout_of_page = None
        self._mentions = ()
        if self.is_attached and self.text_selection:
            self.screen.clear_selection()
        self.set_reactive(ArticlePane.current_mention, None)
        self._layers = dict.fromkeys(LAYERS, Layer())
        self._anchor = offset
        self.lay_out()

    def set_mentions(self, mentions: Sequence[Mentioned]) -> None:
        """Mark ``mentions``, in order of their place; types that are not shown left out."""
        self._mentions = mentions
        self.current_mention = None
        self._set_layer("mentions", mentions, lambda mention: mention.type)

    def set_matches(self, spans: Sequence[Span], current: int | None = None) -> None:
        """Mark the matches of a query, one of them as the current one."""
        self._set_layer("matches", spans, "match")
        now = () if current is None else (spans[current],)
        self._set_layer("match-current", now, "match-current")

    def set_highlights(self, spans: Sequence[Span]) -> None:
        """Mark the passages that the reader has highlighted."""
        self._set_layer("highlights", spans, "highlight")

    def set_selection(self, span: Span | None) -> None:
        """Mark the passage that is being selected."""
        self._set_layer("selection", (span,) if span else (), "selection")

    def watch_current_mention(self, index: int | None) -> None:
        """Draw the cursor on that mention."""
        here = index is not None and 0 <= index < len(self._mentions)
        spans = (self._mentions[index],) if here and index is not None else ()
        self._set_layer("mention-current", spans, "mention-current")

    def _set_layer(
        self, layer: str, spans: Sequence[Spanned], name: Callable[[Mentioned], str] | str
    ) -> None:
        old, new = self._layers[layer], Layer(spans, name)
        self._layers[layer] = new
        layout, seen = self._layout_of_page, self.seen
        if layout is None or not self._strips:  # all is still to be drawn
            return
        rows = range(seen.start, min(seen.stop, len(layout)))
        stretch = layout.stretch(rows)
        changed = {
            row
            for mark in set(old.between(*stretch)) ^ set(new.between(*stretch))
            for row in range(layout.row_of(mark.start), layout.row_of(mark.end - 1) + 1)
        }
        for row in list(self._strips.keys()):
            if row in changed or row not in rows:
                self._strips.discard(row)
        for row in changed:
            self.refresh_line(row)

    # Where the text stands

    @property
    def top_offset(self) -> int:
        """Offset of the text at the top, to come back to; a new width does not move it."""
        return self._anchor

    def shows(self, offset: int) -> bool:
        """Tell whether the row of ``offset`` is in view."""
        row = self._layout_of_page.row_of(offset) if self._layout_of_page else -1
        return 0 <= row - self.scroll_offset.y < self.size.height

    def go_to(self, offset: int) -> None:
        """Scroll so that the row of ``offset`` stands a third down the pane."""
        if not self._layout_of_page:
            self._anchor = offset
            return
        row = self._layout_of_page.row_of(offset)
        self._scroll_to_row(row - self.size.height // 3)

    def show_from(self, offset: int) -> None:
        """Scroll so that the row of ``offset`` stands at the top."""
        self._anchor = offset
        if self._layout_of_page:
            self._scroll_to_row(self._layout_of_page.row_of(offset) if offset else 0)

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by ``rows``."""
        self._scroll_to_row(self.scroll_offset.y + rows)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by so many times what the pane shows."""
        rows = max(1, self.size.height - CONTEXT_ROWS)
        self._scroll_to_row(self.scroll_offset.y + round(pages * rows))

    def action_scroll_to_top(self) -> None:
        """Scroll to the beginning."""
        self._scroll_to_row(0)

    def action_scroll_to_bottom(self) -> None:
        """Scroll to the end."""
        self._scroll_to_row(self.max_scroll_y)

    def action_read_on(self) -> None:
        """Scroll a page down, or tell that the end was passed."""
        if self.scroll_offset.y >= self.max_scroll_y:
            self.post_message(self.PassedEnd())
        else:
            self.action_scroll_pages(1)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=max(0, min(row, self.max_scroll_y)), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember what stands at the top, unless the rows themselves moved."""
        super().watch_scroll_y(old_value, new_value)
        if self._layout_of_page and not self._is_laying_out:
            self._anchor = self._layout_of_page.offset_of(round(new_value))
            self._tell_progress()

    def _tell_progress(self) -> None:
        self.progress = self.scroll_offset.y / self.max_scroll_y if self.max_scroll_y else 1.0

    # Layout

    def watch_measure(self) -> None:
        """Wrap the text for the new measure."""
        self.lay_out()

    def lay_out(self) -> None:
        """Wrap the text for the width and the measure."""
        self._strips.clear()
        self._width = self.scrollable_content_region.width
        column = max(MIN_WIDTH, min(self.measure, self._width - 2 * MARGIN))
        if not self._page or not self._width:
            self._layout_of_page = None
        elif not self._layout_of_page or column != self._column:
            self._layout_of_page = Layout(self._page, column)
        self._column = column
        self._is_laying_out = True
        self.set_row_count(len(self._layout_of_page or ()))
        if self._layout_of_page:
            row = self._layout_of_page.row_of(self._anchor) if self._anchor else 0
            self._scroll_to_row(row)
        self._is_laying_out = False
        self._tell_progress()
        self.refresh()

    @property
    def _left(self) -> int:
        return max(0, (self._width - self._column) // 2)

    # The mouse and enter

    def action_choose(self) -> None:
        """Tell which mention the cursor is on."""
        if self.current_mention is not None:
            self.post_message(self.MentionChosen(self.current_mention))

    def on_click(self, event: events.Click) -> None:
        """Choose the mention that was clicked; a double click selects a word, a third all of it.

        The end of a drag is a click too: with something selected, it chooses nothing.
        """
        place = event.get_content_offset(self)  # the event itself counts from the border
        offset = None if place is None else self._offset_at(*place)
        event.prevent_default()
        if offset is None or self._page is None:
            return
        if event.chain > 1:
            around = word_at if event.chain == 2 else paragraph_at
            self._select(around(self._page.article.text, offset))
        elif not self.text_selection:
            self._choose_at(offset)

    def _choose_at(self, offset: int) -> None:
        for index, mention in enumerate(self._mentions):
            if mention.start <= offset < mention.end:
                self.current_mention = index
                self.action_choose()
                return

    def _select(self, span: Span) -> None:
        self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}

    def selection_updated(self, selection: Selection | None) -> None:
        """Mark what the mouse has selected."""
        self.set_selection(self._selected(selection) if selection else None)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as the article has it, and what to put behind it."""
        if self._page is None:
            return None
        start, end = self._selected(selection)
        return self._page.article.text[start:end], "\n"

    def _selected(self, selection: Selection) -> Span:
        length = len(self._page.article.text) if self._page else 0
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else length
        return Span(max(0, start), min(end, length))

    def _offset_at(self, x: int, y: int) -> int | None:
        layout, row = self._layout_of_page, y + self.scroll_offset.y
        if layout is None or self._page is None or row >= len(layout) or x < self._left:
            return None
        kind, (start, end) = layout[row]
        offset = start + fit(self._page.article.text[start:end], x - self._left)
        return offset if kind != "meta" and offset < end else None

    # Drawing

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old style."""
        super().notify_style_update()
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows without offsets, which cost as much again and only the mouse needs."""
        self._is_painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is visible."""
        layout, row = self._layout_of_page, y + self.scroll_offset.y
        column = Column(self._left, self._width, self.style)
        if layout is None or self._page is None:
            return column.hint(self.empty, y, self.size.height)
        if row >= len(layout):
            return Strip.blank(self._width, self.style(()))
        layers = tuple(self._layers.values())
        if not self._is_painting:
            return column.draw_with_offsets(self._page, layout[row], layers)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = column.draw(self._page, layout[row], layers)
        return strip


LAYERS = ("highlights", "mentions", "matches", "mention-current", "match-current", "selection")

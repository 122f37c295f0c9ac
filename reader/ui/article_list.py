"""The list of articles: any number of rows, of which only those on the screen are ever fetched.

Each row has the same height, so that line ``y`` is line ``y % row_height`` of row
``y // row_height``, and opening a million rows costs what opening ten does.

    ▌● Japan and Korea tighten     cursor bar, unread mark, title on up to two lines
    ▌  ties after the summit
    ▌  8 May 2023 · ThanhNien · vi
    (a blank line, unless the list is short)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.article import Span
from reader.ui.marks import Layer, Names, filled, paint, runs
from reader.ui.rows import Rows
from reader.ui.wrap import Line, cut, fit, wrap

PAGE_ROWS = 16
"""Rows fetched at once: about what a screen shows. A larger page would make each keystroke of a
search wait for rows that nobody sees."""

PAGES_KEPT = 32

SHORT_LIST_LINES = 18
"""Height under which rows lose their blank line: at 4 lines a row, fewer than five rows show."""

GUTTER = 3
"""Cells left of the text: the cursor bar, the unread mark, a space."""


class Item(NamedTuple):
    """What one row shows; ``date`` is already written for people."""

    id: str
    title: str
    title_matches: tuple[Span, ...] = ()
    date: str = ""
    lang: str = ""
    source: str = ""
    read: bool = False
    starred: bool = False
    copies: int = 0


@dataclass(frozen=True)
class Listing:
    """The rows in order: how many, and ``fetch(start, stop)`` for some of them."""

    count: int
    fetch: Callable[[int, int], Sequence[Item]]


NOTHING = Listing(0, lambda _start, _stop: ())


class ArticleList(Rows, can_focus=True):
    """A list of articles with a cursor."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Read"),
        Binding("j,down", "move(1)", "Down", show=False),
        Binding("k,up", "move(-1)", "Up", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False),
        Binding("g,home", "first", "First", show=False),
        Binding("G,end", "last", "Last", show=False),
    ]

    INKS: ClassVar[Mapping[str, str]] = {
        "title": "bold",
        "read": "$quiet",
        "meta": "$quiet",
        "empty": "$quiet",
        "unread-mark": "$accent",
        "star": "$warning",
        "match": "on $match",
        "cursor": "on $foreground 6%",
        "cursor-focused": "on $primary 20%",
        "bar": "$foreground 30%",
        "bar-focused": "$primary",
    }

    DEFAULT_CSS = "ArticleList { background: $background; color: $foreground; }"

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """Index of the row under the cursor; 0 in an empty list."""

    empty: reactive[str] = reactive("")
    """What to say when there is no row."""

    @dataclass
    class Highlighted(Message):
        """The cursor moved to another row."""

        index: int
        id: str

        def can_replace(self, message: Message) -> bool:
            """Let only the last of several moves be told."""
            return isinstance(message, ArticleList.Highlighted)

    @dataclass
    class Opened(Message):
        """The row under the cursor was chosen."""

        index: int
        id: str

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Start with no rows."""
        super().__init__(id=id, classes=classes)
        self._listing = NOTHING
        self._pages: LRUCache[int, Sequence[Item]] = LRUCache(PAGES_KEPT)
        self._strips: LRUCache[int, list[Strip]] = LRUCache(256)
        self._width = 0
        self._row_height = 4

    @property
    def row_height(self) -> int:
        """Lines that each row takes."""
        return self._row_height

    def show(self, listing: Listing, cursor: int = 0, *, scroll: int | None = None) -> None:
        """Show ``listing`` with its cursor at a row, and scroll to line ``scroll`` if given.

        Posts no ``Highlighted``: who calls this knows the row. Repaints only what is not drawn so.
        """
        before = self._drawn()
        self._listing = listing
        self._pages.clear()
        self.set_reactive(ArticleList.cursor, self.validate_cursor(cursor))
        self._set_height()
        if scroll is not None:
            self.scroll_to(y=scroll, animate=False, force=True)
        self._reveal_cursor()
        self._repaint_changes(before)

    def refresh_items(self) -> None:
        """Fetch the shown rows again; the cursor and the scroll position stay."""
        before = self._drawn()
        self._pages.clear()
        self._repaint_changes(before)

    def _drawn(self) -> dict[int, tuple[Item | None, bool]]:
        """Return what the rows in view show: their items, and which has the cursor."""
        rows = self.seen
        return {
            row: (self.item(row), row == self.cursor)
            for row in range(rows.start // self._row_height, rows.stop // self._row_height + 1)
        }

    def _repaint_changes(self, before: dict[int, tuple[Item | None, bool]]) -> None:
        now = self._drawn()
        same = {row for row, drawn in now.items() if before.get(row) == drawn}
        kept = [(row, strips) for row in same if (strips := self._strips.get(row)) is not None]
        self._strips.clear()
        for row, strips in kept:
            self._strips[row] = strips
        if not (self._listing.count and same):
            self.refresh()
            return
        for row in now.keys() - same:
            self.refresh_lines(row * self._row_height, self._row_height)

    def item(self, index: int) -> Item | None:
        """Return one row, or None past the end."""
        if not 0 <= index < self._listing.count:
            return None
        number, place = divmod(index, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            start = number * PAGE_ROWS
            page = self._listing.fetch(start, min(start + PAGE_ROWS, self._listing.count))
            self._pages[number] = page
        return page[place] if place < len(page) else None

    # Cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self._listing.count - 1))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show by the cursor whether the list has the focus."""
        super().watch_has_focus(has_focus)
        self._repaint_row(self.cursor)

    def _repaint_row(self, row: int) -> None:
        self._strips.discard(row)
        self.refresh_lines(row * self._row_height, self._row_height)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint two rows, bring the cursor into view and tell."""
        for row in (old, new):
            self._repaint_row(row)
        self._reveal_cursor()
        if item := self.item(new):
            self.post_message(self.Highlighted(new, item.id))

    def action_move(self, rows: int) -> None:
        """Move the cursor by ``rows``."""
        self.cursor += rows

    def action_page(self, pages: int) -> None:
        """Move the cursor by as many rows as the list shows."""
        self.cursor += pages * max(1, self.size.height // self._row_height)

    def action_first(self) -> None:
        """Move to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move to the last row."""
        self.cursor = self._listing.count - 1

    def action_open(self) -> None:
        """Tell that the row under the cursor was chosen."""
        if item := self.item(self.cursor):
            self.post_message(self.Opened(self.cursor, item.id))

    def on_click(self, event: events.Click) -> None:
        """Move to the row that was clicked; open it if the cursor is there already."""
        place = event.get_content_offset(self)  # the event itself counts from the border
        if place is None:
            return
        row = (place.y + self.scroll_offset.y) // self._row_height
        if row == self.cursor:
            self.action_open()
        elif row < self._listing.count:
            self.cursor = row

    # Geometry

    def lay_out(self) -> None:
        """Lay the rows out for the new size."""
        self._width = self.scrollable_content_region.width
        self._row_height = 3 if self.size.height < SHORT_LIST_LINES else 4
        self._strips.clear()
        self._set_height()
        self._reveal_cursor()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old style."""
        super().notify_style_update()
        self._strips.clear()

    def _set_height(self) -> None:
        self.set_row_count(self._listing.count * self._row_height)

    def _reveal_cursor(self) -> None:
        top = self.cursor * self._row_height
        first, height = self.scroll_offset.y, self.size.height
        if top < first:
            self.scroll_to(y=top, animate=False, force=True)
        elif height and top + self._row_height > first + height:
            self.scroll_to(y=top + self._row_height - height, animate=False, force=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is visible."""
        if not self._listing.count:
            return self._empty_line(y)
        row, part = divmod(y + self.scroll_offset.y, self._row_height)
        strips = self._strips.get(row)
        if strips is None:
            item = self.item(row)
            strips = self._draw_row(row, item) if item else []
            self._strips[row] = strips
        return strips[part] if strips else Strip.blank(self._width, self.style(()))

    def _draw_row(self, row: int, item: Item) -> list[Strip]:
        base: Names = ()
        if row == self.cursor:
            base = ("cursor-focused",) if self.has_focus else ("cursor",)
        title = "read" if item.read else "title"
        room = max(2, self._width - GUTTER - 1)
        text = [
            *self._title_lines(item, room, (*base, title)),
            self._meta_line(item, room, base),
        ]
        while len(text) < self._row_height:
            text.append([])
        return [
            self._row_line(base, self._mark(item, base) if at == 0 else " ", line)
            for at, line in enumerate(text)
        ]

    def _title_lines(self, item: Item, room: int, base: Names) -> list[list[Segment]]:
        lines = wrap(item.title, room)
        shown = lines[:2]
        if too_long := len(lines) > 2:
            start = shown[1].start
            shown[1] = Line(start, start + fit(item.title[start:], room - 1))
        layer = Layer(item.title_matches, "match")
        drawn = [paint(item.title, runs(*line, [layer]), base, self.style) for line in shown]
        if too_long:
            drawn[-1].append(Segment("…", self.style(base)))
        return drawn

    def _mark(self, item: Item, base: Names) -> Segment:
        mark = " " if item.read else "●"
        return Segment(mark, self.style((*base, "unread-mark")))

    def _meta_line(self, item: Item, room: int, base: Names) -> list[Segment]:
        star = ("★ " if item.starred else "") + (f"+{item.copies} " if item.copies else "")
        said = " · ".join(part for part in (item.date, item.source, item.lang) if part)
        return [
            Segment(star, self.style((*base, "star"))),
            Segment(cut(said, room - len(star)), self.style((*base, "meta"))),
        ]

    def _row_line(self, base: Names, mark: Segment | str, text: list[Segment]) -> Strip:
        plain = self.style(base)
        ink = "bar-focused" if self.has_focus else "bar"
        bar = Segment("▌" if base else " ", self.style((*base, ink)))
        mark = mark if isinstance(mark, Segment) else Segment(mark, plain)
        return filled([bar, mark, Segment(" ", plain), *text], self._width, plain)

    def _empty_line(self, y: int) -> Strip:
        plain = self.style(())
        room = max(2, self._width - GUTTER - 1)
        lines = wrap(self.empty, room)
        if not 1 <= y <= len(lines):
            return Strip.blank(self._width, plain)
        start, end = lines[y - 1]
        said = Segment(self.empty[start:end], self.style(("empty",)))
        return Strip([Segment(" " * GUTTER, plain), said]).adjust_cell_length(self._width, plain)

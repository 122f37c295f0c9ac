"""A screen of places: lines that lead into articles, narrowed by typing, sorted by a key."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from reader.article import Span
from reader.ui.key_hints import KeyHints
from reader.ui.line_list import Entry, LineList
from reader.ui.search_box import SearchBox


class Place(NamedTuple):
    """A passage of an article to go to."""

    article: str
    span: Span


class View(NamedTuple):
    """What a screen of places shows: its title, its lines, and what to say when there are none."""

    title: str
    entries: Sequence[Entry]
    empty: str = "Nothing here."


Show = Callable[[str, str], View]
"""Makes the view for a filter text and an order."""


class Places(Screen[object]):
    """Shows what ``show`` makes of the filter and the order; ends with the target chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("s", "sort", "Sort"),
        Binding("escape", "leave", "Back"),
        Binding("q", "dismiss", "Back", show=False),
    ]
    DEFAULT_CSS = """
    Places { background: $background; }
    Places #places-filter { height: 1; border: none; padding: 0 2; background: $surface; }
    Places LineList {
        height: 1fr;
        border: round $primary;
        border-title-color: $primary;
        border-title-style: bold;
        border-subtitle-color: $quiet;
        padding: 0 1;
    }
    """

    def __init__(self, show: Show, orders: Sequence[str] = ("",)) -> None:
        super().__init__()
        self._show, self._orders, self._order = show, orders, 0
        self._lines = LineList()
        self._filter = SearchBox("Type to filter", id="places-filter")

    def compose(self) -> ComposeResult:
        """Lay the filter over the lines."""
        yield self._filter
        yield self._lines
        yield KeyHints()

    def on_mount(self) -> None:
        """Show everything, the cursor on the first line."""
        self._filter.display = False
        self._lines.focus()
        self._show_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to sort only where there is more than one order."""
        return action != "sort" or len(self._orders) > 1

    def action_filter(self) -> None:
        """Open the filter."""
        self._filter.display = True
        self._filter.take_focus()

    def action_sort(self) -> None:
        """Sort the lines in the next order."""
        self._order = (self._order + 1) % len(self._orders)
        self._show_again()

    @on(SearchBox.Dismissed)
    def action_leave(self) -> None:
        """Close the filter, or the screen if there is none."""
        if not self._filter.display:
            self.dismiss(None)
            return
        self._filter.value = ""
        self._filter.display = False
        self._lines.focus()

    @on(SearchBox.QueryChanged)
    def _narrow(self) -> None:
        self._show_again()

    @on(SearchBox.MoveRequested)
    def _move(self, event: SearchBox.MoveRequested) -> None:
        self._lines.action_move(event.delta)

    @on(SearchBox.Accepted)
    def _to_lines(self) -> None:
        self._lines.focus()

    @on(LineList.Chosen)
    def _go(self, event: LineList.Chosen) -> None:
        self.dismiss(event.target)

    def _show_again(self) -> None:
        order = self._orders[self._order]
        view = self._show(self._filter.value, order)
        self._lines.border_title = Content(view.title)
        self._lines.border_subtitle = Content(order)
        self._lines.show(view.entries or [Entry(lambda _: Content.styled(view.empty, "$quiet"))])

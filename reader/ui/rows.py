"""A scrolled column of rows: how it changes without a layout of the whole screen.

Textual lays the screen out again when a scroll view gets another height or a scroll bar comes
or goes, and tells a widget its size only after it was painted once. Here the scroll bar's place
is always kept, so that rows are laid out between the sizing and the first paint, and a change of
their number is a matter of this widget alone.
"""

from collections.abc import Mapping
from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

from reader.ui.marks import Names


class Rows(ScrollView):
    """A Line-API widget; a subclass lays out its rows in ``lay_out`` and counts them."""

    INKS: ClassVar[Mapping[str, str]] = {}
    """The styles that parts of rows are drawn in, by name. Component classes would do the same for
    a hundred times the work, and again whenever the focus moves."""

    DEFAULT_CSS = """
    Rows {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._styles: dict[Names, Style] = {}

    def on_mount(self) -> None:
        """Make the scroll bar before the first layout, which would else be followed by another."""
        self.show_vertical_scrollbar = True
        self.vertical_scrollbar.display = True

    def style(self, names: Names) -> Style:
        """Return the style of this widget with the inks ``names`` laid over it in order."""
        style = self._styles.get(names)
        if style is None:
            parse = self.app.stylesheet.parse_style
            inks = [parse(self.INKS[name]) for name in names]
            style = self._styles[names] = sum(inks, self.visual_style).rich_style
        return style

    def notify_style_update(self) -> None:
        """Forget the old styles."""
        super().notify_style_update()
        self._styles.clear()

    @property
    def seen(self) -> range:
        """The rows that are in view."""
        return range(self.scroll_offset.y, self.scroll_offset.y + self.size.height)

    def lay_out(self) -> None:
        """Lay the rows out for a new size; it is known, and nothing painted yet."""

    def set_row_count(self, count: int) -> None:
        """Let there be so many rows."""
        size = Size(self.scrollable_content_region.width, count)
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            if self.is_attached:
                self._scroll_update(size)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self.lay_out()
        return changed

"""A list of single lines, each drawn for the width at hand and only when it is seen.

The timeline, the concordance and the pages about an entity are such lists: many lines, some of
which lead to a place in an article and some of which are headings.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class Entry(NamedTuple):
    """A line: how it is drawn on so many cells, and what it leads to (None for a heading)."""

    draw: Callable[[int], Content]
    target: object | None = None


def fixed(content: Content, target: object) -> Entry:
    """Return a line that is drawn the same on any width, but for being cut."""
    return Entry(lambda _width: content, target)


def heading(content: Content) -> Entry:
    """Return a line that leads nowhere."""
    return Entry(lambda _width: content)


class LineList(ScrollView, can_focus=True):
    """Lines with a cursor that rests only on those that lead somewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Go there"),
        Binding("j,down", "move(1)", "Down", show=False),
        Binding("k,up", "move(-1)", "Up", show=False),
        Binding("pagedown,ctrl+d,space", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False),
        Binding("g,home", "end(-1)", "First", show=False),
        Binding("G,end", "end(1)", "Last", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}
    DEFAULT_CSS = """
    LineList {
        background: $background;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .line-list--cursor { background: $foreground 8%; }
        &:focus > .line-list--cursor { background: $primary 20%; }
    }
    """

    cursor: reactive[int] = reactive(0, init=False)

    @dataclass
    class Chosen(Message):
        """A line was chosen; ``target`` is what it leads to."""

        target: object

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show ``entries`` from the top, the cursor on the first that leads somewhere."""
        self._entries = entries
        self.virtual_size = Size(self.scrollable_content_region.width, len(entries))
        self.set_reactive(LineList.cursor, self._landing(0, 1) or 0)
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def watch_cursor(self) -> None:
        """Bring the cursor into view."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        # The headings right above the first line of a group are shown with it, as far as they fit.
        first = self.cursor
        while self._is_heading(first - 1) and self.cursor - first + 1 < height:
            first -= 1
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)
        self.refresh()

    def action_move(self, lines: int) -> None:
        """Move to the next line that leads somewhere."""
        landing = self._landing(self.cursor + lines, lines)
        if landing is not None:
            self.cursor = landing

    def action_page(self, pages: int) -> None:
        """Move by as many lines as are shown."""
        height = max(1, self.scrollable_content_region.height - 1)
        aim = min(max(self.cursor + pages * height, 0), len(self._entries) - 1)
        landing = self._landing(aim, pages)
        if landing is None:
            self.action_end(pages)
        else:
            self.cursor = landing

    def action_end(self, direction: int) -> None:
        """Move to the first line (-1) or the last (1)."""
        landing = self._landing(0 if direction < 0 else len(self._entries) - 1, -direction)
        if landing is not None:
            self.cursor = landing
        if direction < 0:
            self.scroll_to(y=0, animate=False)

    def action_choose(self) -> None:
        """Say what the line under the cursor leads to."""
        if self.cursor < len(self._entries):
            target = self._entries[self.cursor].target
            if target is not None:
                self.post_message(self.Chosen(target))

    def on_click(self, event: events.Click) -> None:
        """Choose the line that was clicked."""
        place = event.get_content_offset(self)  # the event itself counts from the border
        line = len(self._entries) if place is None else place.y + self.scroll_offset.y
        if line < len(self._entries) and self._entries[line].target is not None:
            self.cursor = line
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        is_cursor = line == self.cursor and line < len(self._entries)
        style = self.visual_style
        if is_cursor and not self._is_heading(line):
            style += self.get_visual_style("line-list--cursor", partial=True)
        if line >= len(self._entries) or not width:
            return Strip.blank(width, style.rich_style)
        content = self._entries[line].draw(width).truncate(width, ellipsis=True)
        drawn = Visual.to_strips(self, content, width, 1, style, apply_selection=False)
        return drawn[0].adjust_cell_length(width, style.rich_style)

    def _is_heading(self, line: int) -> bool:
        return 0 <= line < len(self._entries) and self._entries[line].target is None

    def _landing(self, line: int, step: int) -> int | None:
        """Return the first line from ``line`` on, in the direction of ``step``, to rest on."""
        direction = 1 if step > 0 else -1
        while 0 <= line < len(self._entries):
            if self._entries[line].target is not None:
                return line
            line += direction
        return None

"""One-line strips of parts that can be clicked: the type legend, the key hints, the status.

A row of labels would cost a widget a part. Here a part is a piece of text with an action, and the
cell that was clicked says which part was meant.
"""

from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget


class Part(NamedTuple):
    """A piece of the line; ``action`` runs when it is clicked."""

    content: Content
    action: str = ""


class OneLine(Widget):
    """Shows parts from left to right, as many as fit whole."""

    DEFAULT_CSS = "OneLine { height: 1; width: 1fr; }"
    ALLOW_SELECT = False
    GAP = 2

    def parts(self) -> list[Part]:
        """Return what the line says, in order."""
        return []

    def render_line(self, _y: int) -> Strip:
        """Draw the parts that fit."""
        style = self.visual_style
        segments: list[Segment] = []
        for start, _, part in self._placed():
            segments += [Segment(" " * self.GAP, style.rich_style)] if start else []
            segments += part.content.render_segments(style)
        return Strip(segments).adjust_cell_length(self.size.width, style.rich_style)

    def _placed(self) -> list[tuple[int, int, Part]]:
        """Return the parts that fit whole, each with its first cell and the one behind it."""
        placed: list[tuple[int, int, Part]] = []
        x = 0
        for part in self.parts():
            end = x + part.content.cell_length
            if end > self.content_size.width:
                break
            placed.append((x, end, part))
            x = end + self.GAP
        return placed

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the part under the pointer."""
        x = event.x - self.gutter.left
        for start, end, part in self._placed():
            if start <= x < end and part.action:
                event.stop()
                await self.screen.run_action(part.action)
                return

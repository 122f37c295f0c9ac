"""Titles in a border, of which a change repaints only the edge it stands on.

Textual's own border titles repaint the widget and all that it holds, changed or not.
"""

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def label_edges(widget: Widget, title: str, subtitle: str) -> None:
    """Show ``title`` in the upper border of ``widget`` and ``subtitle`` in the lower one."""
    for name, text, y in (
        ("_border_title", title, 0),
        ("_border_subtitle", subtitle, widget.outer_size.height - 1),
    ):
        if text != (getattr(widget, name) or ""):
            setattr(widget, name, Content(text) if text else None)
            left, top = widget.content_offset
            widget.refresh(Region(-left, y - top, widget.outer_size.width, 1))

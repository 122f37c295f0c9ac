"""The tags of an article, typed on one line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.article import clean_line


class Tags(ModalScreen[list[str] | None]):
    """Asks for the tags an article is to have; ends with them, or with None to leave them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Leave them")]
    DEFAULT_CSS = """
    Tags { align: center middle; background: $background 60%; }
    #tags {
        width: 60;
        max-width: 95%;
        height: auto;
        border: round $primary;
        border-title-color: $primary;
        background: $surface;
        padding: 1 1 0 1;
    }
    #tags-line { border: none; height: 1; background: $panel; }
    #tags-known { color: $quiet; margin: 1 0; padding: 0 1; }
    """

    def __init__(self, tags: Sequence[str], known: Sequence[str]) -> None:
        super().__init__()
        self._tags, self._known = tags, known

    def compose(self) -> ComposeResult:
        """Lay the line over the tags that are in use."""
        with Vertical(id="tags") as box:
            box.border_title = "Tags"
            line = " ".join(self._tags)
            yield Input(line, "Words, parted by spaces", id="tags-line", compact=True)
            known = f"In use: {' '.join(self._known)}" if self._known else "No tag is in use yet"
            yield Static(Content(known), id="tags-known")

    @on(Input.Submitted)
    def _end(self, event: Input.Submitted) -> None:
        self.dismiss(list(dict.fromkeys(clean_line(event.value).replace(",", " ").split())))

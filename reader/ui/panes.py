"""The three panes side by side: which are seen, which is in use, how one moves between them."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.reactive import reactive
from textual.widget import Widget

from reader.ui.arrangement import NARROW, PANES, Pane, arrange
from reader.ui.article_list import ArticleList
from reader.ui.entity_pane import EntityPane
from reader.ui.reading_pane import ReadingPane


class Panes(Horizontal):
    """Shows list, article and entities as the width and the reader's wish allow."""

    BLANK = True  # nothing of it is seen between the panes
    DEFAULT_CSS = "Panes { height: 1fr; }"

    pane: reactive[Pane] = reactive("list")
    reading_only: reactive[bool] = reactive(False)
    entities_wanted: reactive[bool | None] = reactive(None)
    measure: reactive[int] = reactive(76)

    def __init__(self) -> None:
        super().__init__()
        self.articles = ArticleList(id="list")
        self.reading = ReadingPane(id="reading")
        self.entities = EntityPane(id="entities")

    def compose(self) -> ComposeResult:
        """Lay the panes side by side."""
        yield self.articles
        yield self.reading.data_bind(Panes.measure)
        yield self.entities

    def go_to(self, pane: Pane) -> None:
        """Show ``pane`` and move the focus to it.

        It is shown before others are hidden: hiding the focused pane would send the focus away.
        """
        shown = self.reading if pane == "article" else self._widget(pane)
        shown.display = True
        self.screen.set_focus(self._widget(pane))
        self.pane = pane

    def step(self, step: int) -> None:
        """Move to the next pane, or the one before, among those that can be shown here."""
        alone = self.app.size.width < NARROW
        hidden = not alone and not self.entities.display
        there = [pane for pane in PANES if not (hidden and pane == "entities")]
        at = there.index(self.pane) if self.pane in there else 0
        self.go_to(there[(at + step) % len(there)])

    def toggle_entities(self) -> None:
        """Go to the entities, showing them if need be; from there, hide them again."""
        self.entities_wanted = self.pane != "entities"
        self.go_to("entities" if self.entities_wanted else "article")

    def on_resize(self, _event: Resize) -> None:
        """Arrange the panes for the new width."""
        self._arrange()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember which pane is in use, whoever moved the focus."""
        for pane in PANES:
            if event.widget is self._widget(pane):
                self.pane = pane

    def watch_pane(self) -> None:
        """Show the pane that came into use where only one fits."""
        self._arrange()

    def watch_reading_only(self) -> None:
        """Clear the desk for reading, or put the other panes back."""
        self._arrange()

    def watch_entities_wanted(self) -> None:
        """Show or hide the entities."""
        self._arrange()

    def _widget(self, pane: Pane) -> Widget:
        widgets = {"list": self.articles, "article": self.reading.text, "entities": self.entities}
        return widgets[pane]

    def _arrange(self) -> None:
        if not self.is_mounted:
            return
        shown = arrange(
            self.app.size.width,  # the panes' own size is known only after the first layout
            self.pane,
            reading_only=self.reading_only,
            entities=self.entities_wanted,
        )
        widgets = (self.articles, self.reading, self.entities)
        for widget, is_shown in zip(widgets, shown, strict=True):
            if widget.display != is_shown:
                widget.display = is_shown

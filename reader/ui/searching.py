"""Searching on the screen: the list narrows as one types, and escape gives everything back."""

from asyncio import sleep
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.worker import Worker

from reader.ui.arrangement import Pane
from reader.ui.desk import Desk
from reader.ui.desk_screen import DeskScreen
from reader.ui.search_box import SearchBox
from reader.ui.trail import Stop

if TYPE_CHECKING:
    from reader.index.background import Refresher


IDLE_SECONDS = 0.2
"""When the search engine is loaded after the first paint. Sooner, it would take the processor from
the frames that follow the first; later, fast hands would wait for it at their first letter."""


class Before(NamedTuple):
    """What was on the screen when a search began, to be given back by ``escape``."""

    cursor: int
    stop: Stop | None
    pane: Pane
    reading_only: bool


class SearchingScreen(DeskScreen):
    """A desk whose list a query narrows."""

    def __init__(self, desk: Desk, *, width: int | None, refresher: "Refresher | None") -> None:
        super().__init__(desk, width=width, refresher=refresher)
        self._before: Before | None = None
        self._warming: Worker[None] | None = None

    def on_mount(self) -> None:
        """Get the search engine ready while nobody waits for it."""
        self.set_timer(IDLE_SECONDS, self._warm_up)

    def _warm_up(self) -> None:
        self._warming = self.run_worker(self._desk.warm_up, "warming", thread=True)

    def action_search(self) -> None:
        """Go to the search box, remembering what is on the screen."""
        if self._before is None:
            cursor = self._panes.articles.cursor
            self._before = Before(cursor, self._stop, self._panes.pane, self.reading_only)
        self.reading_only = False
        self._box.take_focus()

    @on(SearchBox.QueryChanged)
    async def _search(self, event: SearchBox.QueryChanged) -> None:
        if self._warming is not None and not self._warming.is_finished:
            await self._warming.wait()
        was_searching = self._desk.results is not None
        if not was_searching:
            self._keep_position()
        self._desk.look_for(event.query)
        is_searching = self._desk.results is not None
        before = self._before.cursor if self._before is not None else 0
        self._list_again(0 if is_searching else before)
        if is_searching != was_searching:
            self.refresh_bindings()
        await sleep(0)  # the panes now say what to paint, so that it makes one frame with the box

    @on(SearchBox.MoveRequested)
    def _move_in_list(self, event: SearchBox.MoveRequested) -> None:
        listed = self._panes.articles
        if self._desk.count:
            listed.cursor = min(max(listed.cursor + event.delta, 0), self._desk.count - 1)

    @on(SearchBox.Accepted)
    def _accept(self) -> None:
        if self._desk.results is None:
            self._put_back()
        elif self._desk.count:
            self._read()

    @on(SearchBox.Dismissed)
    def action_escape(self) -> None:
        """Give back the list, article and position from before the search."""
        if self._before is not None:
            self._put_back()
        elif self.reading_only:
            self.reading_only = False
        else:
            self._panes.go_to("list")

    def _put_back(self) -> None:
        before, self._before = self._before, None
        with self._box.prevent(SearchBox.QueryChanged):
            self._box.value = ""
        self._desk.look_for("")
        self.refresh_bindings()
        if before is None:
            return
        self._list_again(before.cursor)
        if before.stop is not None:
            self._show_listed(*before.stop)  # another order may have moved it in the list
        self.reading_only = before.reading_only
        self._panes.go_to(before.pane)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to walk matches only while there is a search; leave ``/`` to the box itself."""
        if action == "search":
            return not self._box.has_focus
        return action != "match" or self._desk.results is not None

    def action_match(self, step: int) -> None:
        """Go to the next or previous match, on into the next article that matches."""
        found = self._desk.step_match(step)
        if found is None or self._desk.article is None:
            has_words = self._desk.marks_words
            self._say("No article matches" if has_words else "There are no words to go through")
            return
        if found.moved:
            current = self._desk.current
            self._show_listed(self._desk.article.id)
            self._desk.current = current
        self._panes.reading.set_matches(self._desk.matches, self._desk.current)
        self._show_facts()
        if found.wrapped:
            self._say("Round to the other end of the results")

"""What lies on the desk, on the screen: the list, the article, and where one is in both.

The screen of reading is made of five layers, each a class that adds one ability to the one before:

    DeskScreen        shows the list and the article, remembers positions and the way back
    SearchingScreen   narrows the list while one types, walks the matches, gives everything back
    MarkingScreen     marks entities as they are recognised, and lets the reader mend them
    FoldingScreen     lists the copies of an article under it
    ReadingScreen     all the keys, and the screens one visits

Panes say what happened, the desk decides, the panes show the result.
"""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.events import Key, ScreenResume
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer

from reader.article import Article, clean_line
from reader.ui.arrangement import NARROW, WIDE
from reader.ui.article_list import ArticleList, Item, Listing
from reader.ui.article_pane import ArticlePane
from reader.ui.desk import Desk
from reader.ui.edges import label_edges
from reader.ui.key_hints import KeyHints
from reader.ui.panes import Panes
from reader.ui.search_box import SearchBox
from reader.ui.status_line import StatusLine
from reader.ui.trail import Stop, Trail
from reader.ui.wording import count, language, progress_line, row_date

if TYPE_CHECKING:
    from reader.index.background import Refresher

MEASURES = range(40, 133, 4)
"""Widths of the text column that ``+`` and ``-`` walk through, in cells."""

REST_SECONDS = 1.0
"""How long a text rests before its position is written down, so that even a power cut finds it;
sooner, holding a key down would write at each step."""

NEWS_SECONDS = 0.5
"""How often the refresh in the background is asked how far it is: what it says comes about so
often, and each answer costs a look at the database."""

MEASURE = 76
"""The width to begin with: 66 to 80 characters a line read best (Bringhurst)."""


def within(measure: int) -> int:
    """Return the nearest width that a text column may have."""
    return min(max(measure, MEASURES.start), MEASURES[-1])


ORDER_NAMES = {
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "source": "by source",
}


class DeskScreen(Screen[None]):
    """The list and the article of one collection, with the other parts around them."""

    BLANK = True  # all of it lies under the parts
    AUTO_FOCUS = ""  # it would go to the search box first, and style everything for that

    measure: reactive[int] = reactive(MEASURE)
    reading_only: reactive[bool] = reactive(False)

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it an instance variable
        (0, "-narrow"),
        (NARROW, "-usual"),
        (100, "-ample"),
        (WIDE, "-wide"),
        (180, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012 - as above

    def __init__(
        self,
        desk: Desk,
        *,
        width: int | None = None,
        refresher: "Refresher | None" = None,
    ) -> None:
        super().__init__()
        self._usual_measure = within(width or MEASURE)
        self.set_reactive(DeskScreen.measure, self._usual_measure)
        self._refresher = refresher
        self._desk = desk
        self._box = SearchBox("Search titles and text", id="search")
        self._panes = Panes()
        self._status = StatusLine(id="status")
        self._trail = Trail()
        self._last_read: Stop | None = None
        self._refreshing = ""
        self._told = 0
        self._resting: Timer | None = None

    # -- parts -------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the parts from top to bottom."""
        self._fit_terminal()
        yield self._box
        yield self._panes.data_bind(DeskScreen.measure, DeskScreen.reading_only)
        yield self._status
        yield KeyHints(id="hints")

    def _fit_terminal(self) -> None:
        """Take the classes of the breakpoints now: Textual would only after the first paint."""
        width, height = self.app.size
        for cells, breakpoints in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(max(each for each in breakpoints if each[0] <= cells)[1], update=False)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Style nothing again before the first layout."""
        if not self.size:
            event.refresh_styles = False

    def on_mount(self) -> None:
        """Show the list and its first article."""
        self._box.border_title = "Search"
        self._list_again()
        self._panes.go_to("list")
        self._tell_notices()
        self.watch(self._panes.reading.text, "progress", self._keep_position_soon, init=False)
        if self._refresher is not None:
            self.set_interval(NEWS_SECONDS, self._look_for_news)

    def _tell_notices(self) -> None:
        """Say once what became of the marks: set aside, or kept for this run only."""
        for notice in self._desk.state.notices[self._told :]:
            self.notify(clean_line(notice), severity="warning", timeout=20, markup=False)
        self._told = len(self._desk.state.notices)

    def on_key(self, _event: Key) -> None:
        """Let a passing note go at the next key."""
        self._status.note = ""

    def watch_reading_only(self) -> None:
        """Put the search box away while one only reads."""
        self._box.display = not self.reading_only

    # -- list and article --------------------------------------------------------------------

    def _list_again(self, cursor: int = 0) -> None:
        """Show what the desk lists, with the cursor on one article, and that article."""
        listed = self._panes.articles
        listed.show(Listing(self._desk.count, self._items), cursor)
        self._name_list()
        listed.empty = "No article matches." if self._desk.results is not None else ""
        if self._desk.count:
            self._take(self._desk.ids[listed.cursor])  # the list may have become shorter
        else:
            self._panes.reading.set_matches((), None)
            self._show_facts()

    def _name_list(self) -> None:
        """Say over the list how much it holds, and under it in which order."""
        desk, total = self._desk, len(self._desk.library)
        if desk.results is None:
            title, order = count(total, "article"), ORDER_NAMES[desk.order]
        else:
            title, order = f"{desk.count:,} of {total:,}", "best first"
        label_edges(self._panes.articles, title, order)

    def _look_for_news(self) -> None:
        """Show how far the refresh in the background is, and the articles it has brought."""
        assert self._refresher is not None
        progress = self._refresher.poll()
        if progress is None:
            return
        self._refreshing = progress_line(progress)
        if self._desk.refresh():
            self._list_around()
        self._show_facts()

    def _list_around(self) -> None:
        """Show what the desk lists now, while the open article stays where it is."""
        listed, here = self._panes.articles, self._desk.article
        index = self._desk.index_of(here.id) if here is not None else None
        listing = Listing(self._desk.count, self._items)
        listed.show(listing, index or 0, scroll=listed.scroll_offset.y)
        self._name_list()

    def _items(self, start: int, stop: int) -> list[Item]:
        return [
            Item(
                row.id,
                row.title,
                self._desk.title_matches(row.title),
                row_date(row),
                language(row.lang),
                row.source or "",
                self._desk.state.is_read(row.key),
                self._desk.state.is_starred(row.key),
                self._desk.copies.get(row.id, 0),
            )
            for row in self._desk.rows(start, stop)
        ]

    def _take(self, article_id: str, offset: int | None = None) -> None:
        """Show an article where it was left, at ``offset``, or at its first match."""
        self._keep_position()
        try:
            article = self._desk.take(article_id)
        except (KeyError, OSError) as error:
            self._say(f"This article can no longer be read: {error}")
            return
        current = self._desk.current if offset is None else None
        if offset is None and current is None:
            offset = self._desk.state.position(article.key) or 0
        reading = self._panes.reading
        reading.show(article, offset=offset)
        reading.set_matches(self._desk.matches, current)
        self._show_mentions(article)
        self._show_facts()

    def _keep_position_soon(self) -> None:
        if self._resting is None:
            self._resting = self.set_timer(REST_SECONDS, self._rest)
        else:
            self._resting.reset()

    def _rest(self) -> None:
        self._resting = None
        self._keep_position()

    def _keep_position(self) -> None:
        article, stop = self._desk.article, self._stop
        if article is None or stop is None:
            return
        if self._last_read is not None and stop.article == self._last_read.article:
            self._last_read = stop
        if self._desk.results is None:
            self._desk.state.save_position(article.key, stop.offset)

    @property
    def _stop(self) -> Stop | None:
        article = self._desk.article
        return None if article is None else Stop(article.id, self._panes.reading.text.top_offset)

    @on(ArticleList.Highlighted)
    def _preview(self, event: ArticleList.Highlighted) -> None:
        if self._desk.article is None or event.id != self._desk.article.id:
            self._take(event.id)

    @on(ArticleList.Opened)
    def _open(self, event: ArticleList.Opened) -> None:
        self._preview(ArticleList.Highlighted(event.index, event.id))
        self._read()

    def _read(self) -> None:
        """Move to the text of the article on the desk, which counts as reading it."""
        article, stop = self._desk.article, self._stop
        if article is None or stop is None:
            return
        if self._last_read is not None and self._last_read.article != article.id:
            self._trail.leave(self._last_read)
        self._last_read = stop
        self._desk.state.mark_read(article.key)
        self._tell_notices()
        self._panes.articles.refresh_items()
        self._panes.go_to("article")

    @on(ArticlePane.PassedEnd)
    def _read_on(self) -> None:
        listed = self._panes.articles
        if listed.cursor + 1 < self._desk.count:
            listed.cursor += 1
            self._take(self._desk.ids[listed.cursor], offset=0)
            self._read()
        else:
            self._say("This is the last article of the list")

    def _show_facts(self) -> None:
        desk, facts = self._desk, []
        if desk.results is not None:
            if desk.matches and desk.current is not None:
                facts.append(f"match {desk.stops.index(desk.current) + 1} of {len(desk.stops)}")
            facts.append(f"found in {desk.count:,} of {len(desk.library):,}")
            facts += desk.results.notes
        elif desk.article is not None and desk.count:
            facts.append(f"article {self._panes.articles.cursor + 1:,} of {desk.count:,}")
        if desk.library.skipped:
            facts.append(f"{len(desk.library.skipped):,} skipped")
        self._status.facts = (*facts, self._refreshing, self._recognising)

    @property
    def _recognising(self) -> str:
        """Say how far the recognition of entities is, where it is under way."""
        return ""

    def _say(self, note: str) -> None:
        self._status.note = note

    def _show_mentions(self, article: Article) -> None:
        """Show what is known of the mentions of an article that was taken up."""

    def _show_listed(self, article_id: str, offset: int | None = None) -> None:
        """Show an article and put the cursor of the list on it, if it is listed."""
        index = self._desk.index_of(article_id)
        if index is not None:
            listed = self._panes.articles
            with listed.prevent(ArticleList.Highlighted):
                listed.cursor = index
        self._take(article_id, offset)

    def on_unmount(self) -> None:
        """Remember where the article was left."""
        self._keep_position()

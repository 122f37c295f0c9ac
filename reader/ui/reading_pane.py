"""The article with its legend: which mentions are marked, and how one walks through them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive

from reader.article import Article, Span
from reader.entities import TYPES, Mention
from reader.ui.article_pane import ArticlePane
from reader.ui.edges import label_edges
from reader.ui.legend import TypeLegend
from reader.ui.page import Page
from reader.ui.wording import article_line


class ReadingPane(Vertical):
    """Shows one article; its mentions may come later than its text."""

    marked: reactive[frozenset[str]] = reactive(frozenset(TYPES))
    measure: reactive[int] = reactive(76)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.text = ArticlePane(id="article")
        self._legend = TypeLegend(id="legend")
        self._article: Article | None = None
        self._mentions: Sequence[Mention] = ()
        self._drawn: list[int] = []

    def compose(self) -> ComposeResult:
        """Lay the legend under the text."""
        yield self.text.data_bind(ReadingPane.measure)
        yield self._legend.data_bind(ReadingPane.marked)

    def on_mount(self) -> None:
        """Follow the text."""
        self.watch(self.text, "progress", self._show_progress)

    def show(self, article: Article | None, *, offset: int | None = 0) -> None:
        """Show an article from ``offset`` on; None shows that there is none.

        Another article comes without marks. The one that is shown keeps them, and stands still
        if ``offset`` is None.
        """
        if article is not None and article is self._article:
            if offset is not None:
                self.text.show_from(offset)
            return
        self._article = article
        page = None if article is None else Page(article, article_line(article))
        self._mentions, self._drawn = (), []
        self.text.show(page, offset=offset or 0)

    def _show_progress(self, progress: float) -> None:
        """Say how far one is, and above a text that is scrolled what it is called."""
        scrolled = self._article is not None and self.text.top_offset > 0
        title = self._article.title if self._article and scrolled else ""
        label_edges(self, title, f"{progress:.0%}")

    def set_mentions(self, mentions: Sequence[Mention]) -> None:
        """Mark ``mentions``, those of the types that are on."""
        self._legend.counts = Counter(mention.type for mention in mentions)
        if mentions != self._mentions:
            self._mentions = mentions
            self._draw()

    def set_matches(self, matches: Sequence[Span], current: int | None) -> None:
        """Mark the matches of a query and bring the current one into view."""
        self.text.set_matches(matches, current)
        if current is not None:
            self.text.go_to(matches[current].start)

    def toggle(self, kind: str) -> None:
        """Mark the mentions of a type, or cease to."""
        self.marked = self.marked ^ {kind}

    def watch_marked(self) -> None:
        """Draw again with other types."""
        if self.is_mounted:
            self._draw()

    def step_mention(self, step: int) -> Mention | None:
        """Go to the next marked mention (``step`` 1) or the one before, round at the ends.

        The walk goes on from the mention it is at while that one is in view, else from the top
        of the pane.
        """
        return self._go_to(self._following(range(len(self._drawn)), step))

    def step_among(self, indices: Iterable[int]) -> Mention | None:
        """Go to the next of some mentions, given as indices into those that were set."""
        places = {index: place for place, index in enumerate(self._drawn)}
        among = sorted(places[index] for index in indices if index in places)
        return self._go_to(self._following(among, 1))

    def mention_at(self, place: int) -> Mention:
        """Return the mention that is marked as the ``place``-th one."""
        return self._mentions[self._drawn[place]]

    @property
    def current_mention(self) -> Mention | None:
        """The mention under the cursor."""
        place = self.text.current_mention
        return None if place is None else self.mention_at(place)

    def point_to(self, span: Span) -> None:
        """Bring a passage into view, with the cursor on the mention that begins there, if any."""
        starts = [self._mentions[index].start for index in self._drawn]
        place = bisect_left(starts, span.start)
        if place < len(starts) and starts[place] == span.start:
            self.text.current_mention = place
        self.text.go_to(span.start)

    def _draw(self) -> None:
        self._drawn = [i for i, each in enumerate(self._mentions) if each.type in self.marked]
        self.text.set_mentions([self._mentions[index] for index in self._drawn])

    def _following(self, places: Sequence[int], step: int) -> int | None:
        """Return the place behind (or before) the current one among ``places``, round the ends."""
        if not places:
            return None
        here = self.text.current_mention
        if here is None or not self.text.shows(self._mentions[self._drawn[here]].start):
            starts = [self._mentions[self._drawn[place]].start for place in places]
            at = bisect_left(starts, self.text.top_offset)
            return places[(at if step > 0 else at - 1) % len(places)]
        at = bisect_right(places, here) if step > 0 else bisect_left(places, here) - 1
        return places[at % len(places)]

    def _go_to(self, place: int | None) -> Mention | None:
        if place is None:
            return None
        self.text.current_mention = place
        mention = self._mentions[self._drawn[place]]
        self.text.go_to(mention.start)
        return mention

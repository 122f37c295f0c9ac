"""The reading screen: panes say what happened, the desk decides, the panes show the result."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key, ScreenResume
from textual.reactive import reactive
from textual.screen import Screen

from reader.article import Article, Span, clean_line
from reader.entities import Mention
from reader.library import ORDERS
from reader.state import StateError
from reader.ui.annotator import AnnotationError, Annotator
from reader.ui.arrangement import NARROW, WIDE, Pane
from reader.ui.article_list import ArticleList, Item, Listing
from reader.ui.article_pane import ArticlePane
from reader.ui.desk import Desk
from reader.ui.entity_pane import EntityPane
from reader.ui.key_hints import KeyHints
from reader.ui.keys import READING_KEYS
from reader.ui.panes import Panes
from reader.ui.search_box import SearchBox
from reader.ui.status_line import StatusLine
from reader.ui.trail import Stop, Trail
from reader.ui.wording import SEPARATOR, count, progress_line, row_date

if TYPE_CHECKING:
    from reader.entities.corrections import Rule
    from reader.index.background import Refresher

if TYPE_CHECKING:
    from reader.ui.places import Place, Places

MEASURES = range(40, 133, 4)
"""Widths of the text column that ``+`` and ``-`` walk through, in cells."""

NEWS_SECONDS = 0.5
"""How often the refresh in the background is asked how far it is: what it says comes about so
often, and each answer costs a look at the database."""

MEASURE = 76
"""The width to begin with: 66 to 80 characters a line read best (Bringhurst)."""

ANNOTATED_AT_ONCE = 2000
"""Up to so many articles all are recognised while the reader is open; in a larger collection
only those that are opened, until the index holds their entities."""


def within(measure: int) -> int:
    """Return the nearest width that a text column may have."""
    return min(max(measure, MEASURES.start), MEASURES[-1])


ORDER_NAMES = {
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "source": "by source",
}


class Before(NamedTuple):
    """What was on the screen when a search began, to be given back by ``escape``."""

    cursor: int
    stop: Stop | None
    pane: Pane


class ReadingScreen(Screen[None]):
    """Search box, list, article and entities of one collection."""

    AUTO_FOCUS = ""  # it would go to the search box first, and style everything for that
    BINDINGS: ClassVar[list[BindingType]] = [*READING_KEYS]

    measure: reactive[int] = reactive(MEASURE)
    reading_only: reactive[bool] = reactive(False)

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it an instance variable
        (0, "-narrow"),
        (NARROW, "-usual"),
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
        recognise: bool = True,
    ) -> None:
        super().__init__()
        self._usual_measure = within(width or MEASURE)
        self.set_reactive(ReadingScreen.measure, self._usual_measure)
        self._refresher = refresher
        self._recognise = recognise
        self._desk = desk
        self._box = SearchBox("Search titles and text", id="search")
        self._panes = Panes()
        self._status = StatusLine(id="status")
        self._trail = Trail()
        self._before: Before | None = None
        self._last_read: Stop | None = None
        self._refreshing = ""
        self._annotator = Annotator(desk.mentions, self._deliver)

    # -- parts -------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the parts from top to bottom."""
        self._fit_terminal()
        yield self._box
        yield self._panes.data_bind(ReadingScreen.measure, ReadingScreen.reading_only)
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
        """Show the list and its first article; recognise entities once they are on the screen."""
        self._box.border_title = "Search"
        self._list_again()
        self._panes.go_to("list")
        for notice in self._desk.state.notices:
            self.notify(clean_line(notice), severity="warning", timeout=20, markup=False)
        if self._recognise:
            self.call_after_refresh(self._begin_annotating)
        if self._refresher is not None:
            self.set_interval(NEWS_SECONDS, self._look_for_news)

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
        if self._desk.count:
            self._take(self._desk.ids[cursor])
        else:
            self._show_facts()

    def _name_list(self) -> None:
        """Say over the list how much it holds, and under it in which order."""
        listed, desk, total = self._panes.articles, self._desk, len(self._desk.library)
        listed.border_title = (
            count(total, "article") if desk.results is None else f"{desk.count:,} of {total:,}"
        )
        order = ORDER_NAMES[desk.order] if desk.results is None else "best first"
        listed.border_subtitle = order

    def _look_for_news(self) -> None:
        """Show how far the refresh in the background is, and the articles it has brought."""
        assert self._refresher is not None
        progress = self._refresher.poll()
        if progress is None:
            return
        self._refreshing = progress_line(progress)
        if self._desk.refresh():
            here = self._desk.article
            index = self._desk.index_of(here.id) if here is not None else None
            listed = self._panes.articles
            listed.show(
                Listing(self._desk.count, self._items), index or 0, scroll=listed.scroll_offset.y
            )
            self._name_list()
        self._show_facts()

    def _items(self, start: int, stop: int) -> list[Item]:
        return [
            Item(
                row.id,
                row.title,
                self._desk.title_matches(row.title),
                row_date(row),
                row.lang,
                row.source or "",
                self._desk.state.is_read(row.key),
                self._desk.state.is_starred(row.key),
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
        if offset is None:
            offset = self._desk.state.position(article.key) or 0
        reading = self._panes.reading
        reading.show(article, offset=offset)
        reading.set_matches(self._desk.matches, self._desk.current)
        self._show_mentions(article)
        self._show_facts()

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

    @on(ArticlePane.Scrolled)
    def _show_progress(self, event: ArticlePane.Scrolled) -> None:
        """Say how far one is, and above a text that is scrolled what it is called."""
        article, reading = self._desk.article, self._panes.reading
        reading.border_subtitle = f"{event.progress:.0%}"
        scrolled = article is not None and reading.text.top_offset > 0
        reading.border_title = Content(article.title) if article and scrolled else ""

    def _show_facts(self) -> None:
        desk, facts = self._desk, []
        if desk.results is not None:
            if desk.matches and desk.current is not None:
                facts.append(f"match {desk.current + 1} of {len(desk.matches)}")
            facts.append(f"found in {desk.count:,} of {len(desk.library):,}")
            facts += desk.results.notes
        elif desk.article is not None and desk.count:
            facts.append(f"article {self._panes.articles.cursor + 1:,} of {desk.count:,}")
        if desk.library.skipped:
            facts.append(f"{len(desk.library.skipped):,} skipped")
        self._status.facts = (*facts, self._refreshing)

    def _say(self, note: str) -> None:
        self._status.note = note

    # -- search ------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Go to the search box, remembering what is on the screen."""
        if self._before is None:
            cursor = self._panes.articles.cursor
            self._before = Before(cursor, self._stop, self._panes.pane)
        self.reading_only = False
        self._box.take_focus()

    @on(SearchBox.QueryChanged)
    def _search(self, event: SearchBox.QueryChanged) -> None:
        if self._desk.results is None:
            self._keep_position()
        self._desk.look_for(event.query)
        before = self._before.cursor if self._before is not None else 0
        self._list_again(before if self._desk.results is None else 0)
        self.refresh_bindings()

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
            self._take(*before.stop)
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
            self._say("No article matches")
            return
        if found.moved:
            current = self._desk.current
            self._show_listed(self._desk.article.id)
            self._desk.current = current
        self._panes.reading.set_matches(self._desk.matches, self._desk.current)
        self._show_facts()
        if found.wrapped:
            self._say("Round to the other end of the results")

    def _show_listed(self, article_id: str, offset: int | None = None) -> None:
        """Show an article and put the cursor of the list on it, if it is listed."""
        index = self._desk.index_of(article_id)
        if index is not None:
            listed = self._panes.articles
            with listed.prevent(ArticleList.Highlighted):
                listed.cursor = index
        self._take(article_id, offset)

    # -- entities ----------------------------------------------------------------------------

    def _begin_annotating(self) -> None:
        for problem in self._desk.mending.problems:
            self.notify(clean_line(str(problem)), severity="warning", timeout=20, markup=False)
        library = self._desk.library
        rest = library.articles() if len(library) <= ANNOTATED_AT_ONCE else ()
        self.run_worker(self._annotate(rest), name="annotator", exit_on_error=False)

    async def _annotate(self, rest: Iterable[Article]) -> None:
        try:
            await self._annotator.run(rest)
        except AnnotationError as error:
            self._say(f"Entities are not marked: {error}")

    def _deliver(self, article: Article, mentions: list[Mention]) -> None:
        self._desk.know(article, mentions)
        if self._desk.article is not None and article.id == self._desk.article.id:
            self._show_mentions(article)

    def _show_mentions(self, article: Article) -> None:
        mentions = self._annotator.mentions(article) or ()
        self._panes.reading.set_mentions(mentions)
        self._panes.entities.show(mentions)

    def action_mention(self, step: int) -> None:
        """Go to the next or previous mention and say what it is."""
        self._say_mention(self._panes.reading.step_mention(step))

    @on(ArticlePane.MentionChosen)
    def _open_entity(self, event: ArticlePane.MentionChosen) -> None:
        from reader.ui import visits

        mention = self._panes.reading.mention_at(event.index)
        if mention.entity and mention.type != "DATE":
            self._visit(visits.entity(self._desk, mention.entity))
        else:
            self.action_timeline()

    def action_filter(self) -> None:
        """Narrow the list to articles that name the entity under the cursor, in any language."""
        mention = self._pointed_at
        if mention is None or mention.type == "DATE":
            self._say("Go to a name with ] first, or choose one among the entities")
            return
        self.action_search()
        asked = f'{mention.type.lower()}:"{mention.label or mention.text}" '
        self._box.value = f"{self._box.value.strip()} {asked}".lstrip()
        self._panes.go_to("list")

    def action_mend(self) -> None:
        """Ask how the mention under the cursor is to be mended."""
        mention = self._pointed_at
        if mention is None:
            self._say("Go to a name with ] first, or choose one among the entities")
            return
        from reader.ui.mending import Mend, case

        self.app.push_screen(Mend(case(self._desk, mention)), self._mend)

    def _mend(self, rule: "Rule | None") -> None:
        from reader.entities.corrections import CorrectionsError
        from reader.ui.mending import label_of, sentence

        if rule is None:
            return
        said = sentence(rule, lambda entity: label_of(self._desk, entity))
        try:
            concerned = count(self._desk.mend(rule), "article")
        except CorrectionsError as error:
            self._say(str(error))
            return
        self._show_mended(f"{said}: {concerned}, U undoes it")

    def action_undo(self) -> None:
        """Take back the last mending, and say what it was."""
        from reader.entities.corrections import CorrectionsError
        from reader.ui.mending import label_of, sentence

        try:
            rule = self._desk.undo_mending()
        except CorrectionsError as error:
            self._say(str(error))
            return
        said = sentence(rule, lambda entity: label_of(self._desk, entity)) if rule else ""
        self._show_mended(f"Undone: {said}" if said else "There is no mending to undo")

    def _show_mended(self, said: str) -> None:
        """Mark the open article anew, the cursors where they were."""
        article, mention = self._desk.article, self._panes.reading.current_mention
        listed = self._panes.entities.highlighted
        if article is not None:
            self._show_mentions(article)
        if mention is not None:
            self._panes.reading.point_to(Span(mention.start, mention.end))
        self._panes.entities.highlighted = listed
        self._say(said)

    @property
    def _pointed_at(self) -> Mention | None:
        """Return the mention under the cursor, in the text or among the entities."""
        if self._panes.pane == "entities":
            index = self._panes.entities.pointed_at
            article = self._desk.article
            return (
                None if index is None or article is None else self._desk.mentions[article.id][index]
            )
        return self._panes.reading.current_mention

    # -- screens one visits ------------------------------------------------------------------

    def _visit(self, screen: "Places") -> None:
        self.app.push_screen(screen, self._go_on)

    def _go_on(self, target: object) -> None:
        """Go where a visited screen led."""
        from reader.ui import visits
        from reader.ui.entity_view import EntityPage
        from reader.ui.places import Place

        if isinstance(target, EntityPage):
            self._visit(visits.entity(self._desk, target.entity))
        elif isinstance(target, Place):
            self._jump(target)

    def _jump(self, place: "Place") -> None:
        """Show a passage of an article, and remember where one came from."""
        if self._stop is not None:
            self._trail.leave(self._stop)
        self._show_listed(place.article, place.span.start)
        self._read()
        self._panes.reading.point_to(place.span)

    def action_timeline(self) -> None:
        """Show the dates that the listed articles name, in order."""
        from reader.ui import visits

        self._visit(visits.timeline(self._desk))

    def action_concordance(self) -> None:
        """Show every match of the entity under the cursor, or of the query, in its context."""
        from reader.ui import visits

        screen = visits.concordance(self._desk, self._pointed_at)
        if screen is None:
            self._say("Search for something first, or go to a name with ]")
        else:
            self._visit(screen)

    def action_all_entities(self) -> None:
        """Show the entities of the whole collection."""
        from reader.ui import visits

        self._visit(visits.collection(self._desk))

    def action_same_story(self) -> None:
        """Show the articles on the same story."""
        from reader.ui import visits

        if self._desk.article is not None:
            self._visit(visits.same_story(self._desk, self._desk.article))

    def action_compare(self) -> None:
        """Choose an article on the same story, and show both side by side."""
        from reader.ui import visits
        from reader.ui.places import Place

        article = self._desk.article
        if article is None:
            return

        def beside(target: object) -> None:
            if isinstance(target, Place):
                self.app.push_screen(visits.comparison(self._desk, article.id, target.article))

        self.app.push_screen(visits.same_story(self._desk, article), beside)

    @on(EntityPane.Chosen)
    def _walk_entity(self, event: EntityPane.Chosen) -> None:
        self._say_mention(self._panes.reading.step_among(event.mentions))

    def _say_mention(self, mention: Mention | None) -> None:
        if mention is None:
            self._say("No entity is marked here")
            return
        parts = (mention.text, mention.label, mention.type.lower(), mention.value)
        self._say(SEPARATOR.join(dict.fromkeys(part for part in parts if part)))

    def action_toggle_type(self, kind: str) -> None:
        """Mark the mentions of a type, or cease to."""
        self._panes.reading.toggle(kind)

    # -- the other keys ----------------------------------------------------------------------

    def action_pane(self, step: int) -> None:
        """Move to the next or previous pane that can be shown."""
        self._panes.step(step)

    def action_entities(self) -> None:
        """Go to the entities, or hide them."""
        self._panes.toggle_entities()

    def action_sort(self) -> None:
        """List the articles in the next order."""
        orders = list(ORDERS)
        order = orders[(orders.index(self._desk.order) + 1) % len(orders)]
        self._desk.sort(order)
        here = self._desk.article
        index = self._desk.index_of(here.id) if here is not None else 0
        self._list_again(index or 0)
        self._say(f"Sorted: {ORDER_NAMES[order]}")

    def action_toggle_read(self) -> None:
        """Mark the article as read, or as unread."""
        article, state = self._desk.article, self._desk.state
        if article is not None:
            state.mark_read(article.key, read=not state.is_read(article.key))
            self._panes.articles.refresh_items()

    def action_star(self) -> None:
        """Star the article, or take the star away."""
        article, state = self._desk.article, self._desk.state
        if article is not None:
            try:
                state.star(article.key, starred=not state.is_starred(article.key))
            except StateError as error:
                self._say(str(error))
            self._panes.articles.refresh_items()

    def action_reading_only(self) -> None:
        """Show nothing but the text, or everything again."""
        self.reading_only = not self.reading_only
        self._panes.go_to("article")

    def action_measure(self, step: int) -> None:
        """Make the text column wider, narrower or as wide as usual."""
        wished = self.measure + step * MEASURES.step if step else self._usual_measure
        self.measure = within(wished)
        self._say(f"Text width {self.measure}")

    def action_open_link(self) -> None:
        """Open the original in the browser."""
        article = self._desk.article
        if article is None or not article.link:
            self._say("This article names no link")
        else:
            self.app.open_url(article.link)

    def action_trail(self, step: int) -> None:
        """Go back or forward through where one has been."""
        here = self._stop
        if here is None:
            return
        stop = self._trail.back(here) if step < 0 else self._trail.forward(here)
        if stop is None:
            self._say("Nothing further that way")
        else:
            self._show_listed(*stop)
            self._last_read = stop

    def action_help(self) -> None:
        """List all keys."""
        from reader.ui.help import Help, list_keys

        panes = self._panes
        places = {
            "Everywhere": (self, self.app),
            "List": (panes.articles,),
            "Article": (panes.reading.text,),
            "Entities": (panes.entities,),
            "Search box": (self._box,),
        }
        self.app.push_screen(Help(list_keys(places)))

    def on_unmount(self) -> None:
        """Remember where the article was left."""
        self._keep_position()

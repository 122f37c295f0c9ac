"""The reading screen: every key, and the screens that one visits from it."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from reader.library import ORDERS
from reader.state import StateError
from reader.ui.article_pane import ArticlePane
from reader.ui.desk_screen import MEASURES, ORDER_NAMES, within
from reader.ui.folding import FoldingScreen
from reader.ui.keys import READING_KEYS

if TYPE_CHECKING:
    from reader.ui.places import Place, Places


class ReadingScreen(FoldingScreen):
    """Search box, list, article and entities of one collection."""

    BINDINGS: ClassVar[list[BindingType]] = [*READING_KEYS]

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

    @on(ArticlePane.MentionChosen)
    def _open_entity(self, event: ArticlePane.MentionChosen) -> None:
        from reader.ui import visits

        mention = self._panes.reading.mention_at(event.index)
        if mention.entity and mention.type != "DATE":
            self._visit(visits.entity(self._desk, mention.entity))
        else:
            self.action_timeline()

    # -- the other keys ----------------------------------------------------------------------

    def action_read_on(self) -> None:
        """Go to the text, where the same key reads on."""
        self._read()

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
        if self._desk.results is not None:
            self._say(f"Hits stay best first; behind them the list is {ORDER_NAMES[order]}")
            return
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

    def action_tag(self) -> None:
        """Ask for the tags of the article."""
        from reader.ui.tags import Tags

        article, state = self._desk.article, self._desk.state
        if article is None:
            return
        before = state.tags(article.key)

        def set_tags(after: list[str] | None) -> None:
            if after is None:
                return
            try:
                for name in set(before) - set(after):
                    state.untag(article.key, name)
                for name in set(after) - set(before):
                    state.tag(article.key, name)
            except StateError as error:
                self._say(str(error))
                return
            self._say(f"Tags: {' '.join(after)}" if after else "No tags")

        self.app.push_screen(Tags(before, sorted(state.tag_counts())), set_tags)

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

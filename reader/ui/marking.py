"""Entities on the screen: marked as another process recognises them, walked, filtered, mended."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer

from reader.article import Article, Span, clean_line
from reader.entities import TYPES, Mention
from reader.entities.engines import OWN
from reader.ui.annotator import AnnotationError, Annotator
from reader.ui.desk import Desk
from reader.ui.entity_pane import EntityPane
from reader.ui.searching import SearchingScreen
from reader.ui.wording import SEPARATOR, count

if TYPE_CHECKING:
    from reader.entities.corrections import Rule
    from reader.index.background import Refresher

SAID_FROM = 50
"""Articles from which on it is said how far the recognition is; fewer are done in a moment."""

AGAIN_SECONDS = 0.5
"""How often a search for an entity takes up what was recognised since."""

ANNOTATED_AT_ONCE = 5000
"""Up to so many articles all are recognised while the reader is open; in a larger collection
only those that are opened, until the index holds their entities."""


class MarkingScreen(SearchingScreen):
    """A desk whose articles have their entities marked."""

    def __init__(
        self,
        desk: Desk,
        *,
        width: int | None,
        refresher: "Refresher | None",
        engine: str | None,
    ) -> None:
        super().__init__(desk, width=width, refresher=refresher)
        self._recognise = engine is not None
        self._annotator = Annotator(desk.mentions, self._deliver, engine or OWN)
        self._to_recognise = 0
        self._searching_again: Timer | None = None

    def on_mount(self) -> None:
        """Recognise entities once the articles are on the screen."""
        if self._recognise:
            self.call_after_refresh(self._begin_annotating)

    def _begin_annotating(self) -> None:
        for problem in self._desk.mending.problems:
            self.notify(clean_line(str(problem)), severity="warning", timeout=20, markup=False)
        library = self._desk.library
        self._to_recognise = len(library) if len(library) <= ANNOTATED_AT_ONCE else 0
        newest_first = library.ids() if self._to_recognise else ()
        rest = (library.article(each) for each in newest_first)
        self.run_worker(self._annotate(rest), name="annotator", exit_on_error=False)

    @property
    def _recognising(self) -> str:
        """Say how far the recognition is, where it takes more than a moment."""
        known = len(self._desk.mentions)
        if known >= self._to_recognise or self._to_recognise < SAID_FROM:
            return ""
        return f"recognising entities: {known:,} of {self._to_recognise:,}"

    async def _annotate(self, rest: Iterable[Article]) -> None:
        try:
            await self._annotator.run(rest)
        except AnnotationError as error:
            self._say(f"Entities are not marked: {error}")

    def _deliver(self, article: Article, mentions: list[Mention]) -> None:
        self._desk.know(article, mentions)
        if self._desk.article is not None and article.id == self._desk.article.id:
            self._show_mentions(article)
        if self._searching_again is None and (self._recognising or self._asks_for_entity):
            self._searching_again = self.set_timer(AGAIN_SECONDS, self._take_up_entities)

    @property
    def _asks_for_entity(self) -> bool:
        """Tell whether what is searched depends on the entities that are known."""
        results = self._desk.results
        filters = results.query.filters if results is not None else ()
        return any(each.field.upper() in TYPES for each in filters)

    def _take_up_entities(self) -> None:
        """Show how far the recognition is; search again for what depends on it."""
        self._searching_again = None
        results = self._desk.results
        if results is not None and self._asks_for_entity:
            self._desk.search_again()
            self._list_around()
        self._show_facts()

    def _show_mentions(self, article: Article) -> None:
        mentions = self._annotator.mentions(article) or ()
        self._panes.reading.set_mentions(mentions)
        self._panes.entities.show(mentions)

    def action_mention(self, step: int) -> None:
        """Go to the next or previous mention and say what it is."""
        self._say_mention(self._panes.reading.step_mention(step))

    def action_filter(self) -> None:
        """Narrow the list to articles that name the entity under the cursor, in any language."""
        mention = self._pointed_at
        if mention is None or mention.type == "DATE":
            self._say("Go to a name with ] first, or choose one among the entities")
            return
        self.action_search()
        name = (mention.label or mention.text).replace('"', " ")
        asked = f'{mention.type.lower()}:"{name}" '
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

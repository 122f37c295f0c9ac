"""Copies in the list: wire reports and re-publications stand under the first of them, counted.

They are looked for once the first screen is there, an article at a time, so that no key waits.
"""

from asyncio import sleep

from reader.ui.article_list import Listing
from reader.ui.marking import MarkingScreen
from reader.ui.wording import count


class FoldingScreen(MarkingScreen):
    """A desk that lists the copies of an article under it."""

    def on_mount(self) -> None:
        """Look for copies once the articles are on the screen."""
        if self._desk.library.index_folder is None:
            self.call_after_refresh(self._begin_folding)

    def _begin_folding(self) -> None:
        self.run_worker(self._find_copies(), name="copies", exit_on_error=False)

    async def _find_copies(self) -> None:
        from reader.library.duplicates import find

        originals: dict[str, str] = {}
        for _ in find(self._desk.library.articles(), originals):
            await sleep(0)
        while self._before is not None or self._desk.results is not None:
            await sleep(BETWEEN_LOOKS_SECONDS)  # what a search gives back must be as it was
        if originals:
            self._fold(originals)

    def _fold(self, originals: dict[str, str], *, is_folded: bool = True) -> None:
        """List anew, with the cursor on the article that is open."""
        self._desk.fold(originals, is_folded=is_folded)
        here = self._desk.article
        index = self._desk.index_of(here.id) if here is not None else None
        self._panes.articles.show(Listing(self._desk.count, self._items), index or 0)
        self._name_list()
        self._show_facts()

    def action_copies(self) -> None:
        """List copies by themselves, or under what they copy."""
        desk = self._desk
        if desk.results is not None or not desk.originals:
            self._say("What is found is listed whole" if desk.results else "No article is a copy")
            return
        self._fold(dict(desk.originals), is_folded=not desk.is_folded)
        copies = count(len(desk.originals), "copy", "copies")
        self._say(f"{copies} listed {'under the first' if desk.is_folded else 'each by itself'}")


BETWEEN_LOOKS_SECONDS = 0.3
"""How often to look whether a search is over, before which the list is not changed."""

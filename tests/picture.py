"""Draws the picture of the README: python -m tests.picture writes docs/reader.svg."""

import asyncio
import tempfile
from pathlib import Path

from reader.entities import Catalogue, annotate
from reader.library import Library
from reader.search import Searcher
from reader.state import State
from reader.ui.app import SeedsReader
from reader.ui.desk import Desk
from reader.ui.reading import ReadingScreen

ROOT = Path(__file__).parents[1]
SIZE = (140, 40)


async def draw(state: State) -> str:
    """Return the reader as SVG: a bundled article, opened on one of its names."""
    library, catalogue = Library.open([]), Catalogue()
    desk = Desk(library, state, catalogue, lambda: Searcher(library, catalogue, state))
    app = SeedsReader(desk, recognise=False)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        for article in library.articles():
            screen._deliver(article, annotate(article.text, date=article.date))
        await pilot.press("j", "enter", "right_square_bracket", "right_square_bracket")
        await pilot.pause()
        return app.export_screenshot(title="seeds-reader")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, State.open(Path(folder) / "state") as opened:
        (ROOT / "docs" / "reader.svg").write_text(asyncio.run(draw(opened)), encoding="utf-8")

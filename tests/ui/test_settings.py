"""What config.toml changes on the screen, and what another process brings."""

from pathlib import Path

from conftest import make_desk

from reader.config import Config
from reader.entities import Catalogue
from reader.index.refresh import Progress, refresh
from reader.library.shelf import Shelf
from reader.search import Searcher
from reader.state import State
from reader.ui.app import SeedsReader
from reader.ui.article_list import ArticleList
from reader.ui.desk import Desk
from reader.ui.reading import ReadingScreen
from reader.ui.status_line import StatusLine


async def test_theme_width_and_keys_are_as_configured(state: State) -> None:
    config = Config("seeds-light", 60, {"search": "ctrl+f", "quit": "ctrl+x"})
    app = SeedsReader(make_desk(state), config, recognise=False)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert not app.current_theme.dark
        assert screen.measure == 60
        await pilot.press("plus", "equals_sign")
        assert screen.measure == 60
        await pilot.press("slash")
        assert not screen._box.has_focus
        await pilot.press("ctrl+f")
        assert screen._box.has_focus


async def test_an_unknown_theme_falls_back_to_ours(state: State) -> None:
    app = SeedsReader(make_desk(state), Config("no-such-theme"), recognise=False)
    async with app.run_test(size=(100, 30)):
        assert app.theme == "seeds-dark"


class Reports:
    """Stands for the refreshing process: says what is put into it."""

    def __init__(self) -> None:
        self.next: Progress | None = None

    def poll(self) -> Progress | None:
        said, self.next = self.next, None
        return said


async def test_articles_that_come_in_the_background_join_the_list(
    state: State, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("First title\n\nBody of the first.", encoding="utf-8")
    shelf = Shelf([str(folder)])
    refresh(shelf.folder, [str(folder)])
    catalogue = Catalogue()
    desk = Desk(shelf, state, catalogue, lambda: Searcher(shelf, catalogue, state))
    reports = Reports()
    app = SeedsReader(desk, refresher=reports, recognise=False)  # type: ignore[arg-type]
    async with app.run_test(size=(100, 30)) as pilot:
        listed = app.screen.query_one(ArticleList)
        assert desk.count == 1
        (folder / "b.txt").write_text("Second title\n\nBody of the second.", encoding="utf-8")
        refresh(shelf.folder, [str(folder)])
        reports.next = Progress(1, 2, 1)
        app.screen._look_for_news()  # type: ignore[attr-defined]
        await pilot.pause()
        assert desk.count == 2
        assert "2 articles" in str(listed.border_title)
        assert "reading: 1 of 2 files, 1 article" in app.screen.query_one(StatusLine).facts
        desk.look_for("second")
        assert desk.count == 1
        (folder / "b.txt").unlink()
        (folder / "c.txt").write_text("Third\n\nNeither first nor second.", encoding="utf-8")
        refresh(shelf.folder, [str(folder)])
        assert [row.title for row in desk.rows(0, 9)] == ["(no longer in the collection)"]
        reports.next = Progress(2, 2, 2, is_done=True)
        app.screen._look_for_news()  # type: ignore[attr-defined]
        assert [row.title for row in desk.rows(0, 9)] == ["Third"]
        assert not [fact for fact in app.screen.query_one(StatusLine).facts if "reading" in fact]

"""Copies of an article in the list: under the first of them, with a count."""

from pathlib import Path

import pytest
from conftest import MakeApp, make_desk

from reader.state import State
from reader.ui.article_list import ArticleList
from reader.ui.reading import ReadingScreen

REPORT = (
    "The two ministers met in the capital on Monday and spoke for three hours about the port, the "
    "railway that is to reach it by the end of the decade, and the fees that ships will pay. They "
    "agreed to meet again in spring, after their parliaments have voted on the treaty."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for day, name in enumerate(("Post", "Star", "Wire"), 1):
        (folder / f"{name}.txt").write_text(
            f"date 2024-03-0{day} Ministers meet, says {name}\n\n{REPORT}\n\nSource: {name}"
        )
    (folder / "other.txt").write_text("date 2024-03-02 Rain in the hills\n\nIt rained all night.")
    return folder


def test_copies_are_listed_under_the_first_and_found_by_themselves(
    state: State, folder: Path
) -> None:
    desk = make_desk(state, folder)
    desk.fold(desk.library.originals)
    assert [row.title for row in desk.rows(0, 9)] == [
        "Rain in the hills",
        "Ministers meet, says Post",
    ]
    assert desk.count == 2
    assert [desk.copies.get(one, 0) for one in desk.ids] == [0, 2]
    assert [desk.index_of(one) for one in desk.originals] == [1, 1]
    desk.look_for("ministers")
    assert desk.count == 3
    desk.look_for("")
    desk.fold(desk.originals, is_folded=False)
    assert desk.count == 4


async def test_the_list_folds_itself_and_unfolds_by_a_key(make_app: MakeApp, folder: Path) -> None:
    async with make_app(folder).run_test(size=(120, 30)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        listed = screen.query_one(ArticleList)
        assert screen._desk.count == 2
        first = listed.item(1)
        assert first is not None
        assert first.copies == 2
        drawn = "".join(segment.text for y in range(8) for segment in listed.render_line(y))
        assert "+2 1 Mar 2024" in drawn
        await pilot.press("d")
        assert screen._desk.count == 4
        await pilot.press("d")
        assert screen._desk.count == 2


async def test_a_list_without_copies_says_so(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.press("d")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen._status.note == "No article is a copy"

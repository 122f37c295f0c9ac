from collections.abc import Sequence

import pytest
from rich.color import Color
from textual.app import App, ComposeResult
from textual.geometry import Offset

from reader.article import Span
from reader.ui.article_list import ArticleList, Item, Listing
from reader.ui.themes import variable_defaults


def item(index: int) -> Item:
    return Item(f"id{index}", f"Title number {index}", (), "8 May 2023", "vi", "TTXVN")


class ListApp(App[None]):
    def __init__(self, count: int, cursor: int = 0) -> None:
        super().__init__()
        self.fetched: list[tuple[int, int]] = []
        self.told: list[tuple[str, int, str]] = []
        self.items = item
        self.listing = Listing(count, self.fetch)
        self.first_cursor = cursor

    def fetch(self, start: int, stop: int) -> Sequence[Item]:
        self.fetched.append((start, stop))
        return [self.items(index) for index in range(start, stop)]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(dark=True)

    def compose(self) -> ComposeResult:
        yield ArticleList()

    def on_mount(self) -> None:
        self.articles.empty = "Nothing matches [x]"
        self.articles.show(self.listing, self.first_cursor)

    @property
    def articles(self) -> ArticleList:
        return self.query_one(ArticleList)

    @property
    def shown(self) -> list[str]:
        lines = self.articles.render_lines(self.articles.size.region)
        return [strip.text.rstrip() for strip in lines]

    def on_article_list_highlighted(self, message: ArticleList.Highlighted) -> None:
        self.told.append(("highlighted", message.index, message.id))

    def on_article_list_opened(self, message: ArticleList.Opened) -> None:
        self.told.append(("opened", message.index, message.id))


async def test_rows_show_mark_title_and_meta() -> None:
    async with ListApp(3).run_test(size=(40, 24)) as pilot:
        shown = pilot.app.shown
    assert shown[:5] == [
        "▌● Title number 0",
        "▌  8 May 2023 · TTXVN · vi",
        "▌",
        "▌",
        " ● Title number 1",
    ]


async def test_a_million_rows_fetch_only_what_is_near() -> None:
    app = ListApp(1_000_000)
    async with app.run_test(size=(40, 24)) as pilot:
        assert app.fetched == [(0, 16)]
        await pilot.press("G")
        assert "▌● Title number 999999" in app.shown
        assert sum(stop - start for start, stop in app.fetched) <= 192
        assert app.told == [("highlighted", 999_999, "id999999")]


async def test_holding_down_ends_on_the_right_row_in_view() -> None:
    app = ListApp(1000)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press(*["j"] * 150, *["k"] * 25)
        assert app.articles.cursor == 125
        assert "▌● Title number 125" in app.shown
        assert app.told[-1] == ("highlighted", 125, "id125")


async def test_the_cursor_stops_at_both_ends() -> None:
    app = ListApp(3)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("k", "up", "home")
        assert (app.articles.cursor, app.told) == (0, [])
        await pilot.press("down", "pagedown", "pagedown", "j")
        assert app.articles.cursor == 2


async def test_enter_opens_the_row() -> None:
    app = ListApp(3)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("j", "enter")
        assert app.told == [("highlighted", 1, "id1"), ("opened", 1, "id1")]


async def test_a_click_moves_and_a_second_one_opens() -> None:
    app = ListApp(9)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.click(ArticleList, offset=(5, 9))
        assert app.told == [("highlighted", 2, "id2")]
        await pilot.click(ArticleList, offset=(5, 9))
        assert app.told[1:] == [("opened", 2, "id2")]


async def test_a_click_on_the_last_line_of_a_row_is_one_on_that_row() -> None:
    app = ListApp(9)
    async with app.run_test(size=(40, 24)) as pilot:
        app.articles.styles.border = ("round", "white")
        await pilot.pause()
        last = app.articles.content_region.offset + Offset(5, app.articles.row_height - 1)
        await pilot.click(offset=last)
        assert app.told == [("opened", 0, "id0")]


async def test_a_listing_opens_at_its_cursor_and_says_nothing() -> None:
    app = ListApp(1000, cursor=700)
    async with app.run_test(size=(40, 24)):
        assert "▌● Title number 700" in app.shown
        assert app.told == []


async def test_a_long_title_takes_two_lines_and_is_cut() -> None:
    app = ListApp(1)
    app.items = lambda index: item(index)._replace(title="Hàn Quốc và Nhật Bản " * 5)
    async with app.run_test(size=(30, 24)):
        assert app.shown[:3] == [
            "▌● Hàn Quốc và Nhật Bản Hàn",
            "▌  Quốc và Nhật Bản Hàn Quố…",
            "▌  8 May 2023 · TTXVN · vi",
        ]


async def test_read_marks_come_and_go_without_moving_anything() -> None:
    app = ListApp(100, cursor=50)
    async with app.run_test(size=(40, 24)) as pilot:
        before, top = app.shown, app.articles.scroll_offset.y
        app.items = lambda index: item(index)._replace(read=True, starred=True)
        app.articles.refresh_items()
        await pilot.pause()
        assert app.shown == [line.replace("●", " ").replace("8 May", "★ 8 May") for line in before]
        assert (app.articles.cursor, app.articles.scroll_offset.y) == (50, top)


async def test_title_matches_are_marked() -> None:
    app = ListApp(1)
    app.items = lambda index: item(index)._replace(title_matches=(Span(6, 12),))
    async with app.run_test(size=(40, 24)):
        strip = app.articles.render_line(0)
        match = Color.parse(variable_defaults(dark=True)["match"])
        marked = [s.text for s in strip if s.style and s.style.bgcolor == match]
        assert marked == ["number"]


async def test_an_empty_list_says_so_and_takes_every_key() -> None:
    app = ListApp(0)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("j", "k", "G", "g", "enter", "pagedown", "pageup")
        assert "   Nothing matches [x]" in app.shown
        assert app.told == []


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (5, 2), (300, 100)])
async def test_any_size_of_terminal_draws(size: tuple[int, int]) -> None:
    app = ListApp(10)
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "G", "g")
        assert app.articles.cursor == 0


async def test_a_short_list_uses_fewer_lines() -> None:
    app = ListApp(10)
    async with app.run_test(size=(40, 12)) as pilot:
        assert app.shown[3] == " ● Title number 1"
        await pilot.resize_terminal(40, 40)
        assert app.shown[4] == " ● Title number 1"


async def test_a_listing_that_shrank_under_the_cursor_is_no_error() -> None:
    app = ListApp(100, cursor=99)
    async with app.run_test(size=(40, 24)) as pilot:
        app.articles.show(Listing(2, app.fetch), 99)
        await pilot.pause()
        assert app.articles.cursor == 1
        assert "▌● Title number 1" in app.shown


async def test_the_cursor_row_tells_whether_the_list_has_the_focus() -> None:
    app = ListApp(3)
    async with app.run_test(size=(40, 24)) as pilot:
        focused = app.articles.render_line(0)
        app.screen.set_focus(None)
        await pilot.pause()
        assert app.articles.render_line(0) != focused


async def test_a_listing_may_be_given_before_there_is_a_screen() -> None:
    articles = ArticleList()
    articles.show(ListApp(9).listing, 5)
    assert articles.cursor == 5

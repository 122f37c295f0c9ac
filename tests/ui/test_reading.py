"""What a reader sees and does on the reading screen."""

from pathlib import Path

import pytest
from conftest import MakeApp
from textual.pilot import Pilot

from reader.state import State
from reader.ui.article_list import ArticleList
from reader.ui.article_pane import ArticlePane
from reader.ui.entity_pane import EntityPane
from reader.ui.help import Help
from reader.ui.reading import ReadingScreen
from reader.ui.reading_pane import ReadingPane
from reader.ui.search_box import SearchBox
from reader.ui.status_line import StatusLine

USUAL = (100, 30)


def screen(pilot: Pilot[int]) -> ReadingScreen:
    found = pilot.app.screen
    assert isinstance(found, ReadingScreen)
    return found


def open_title(pilot: Pilot[int]) -> str:
    article = screen(pilot)._desk.article
    return "" if article is None else article.title


def status(pilot: Pilot[int]) -> str:
    line = screen(pilot).query_one(StatusLine)
    return " ".join((line.note, *line.facts))


def shown_panes(pilot: Pilot[int]) -> list[str]:
    kinds = (SearchBox, ArticleList, ReadingPane, EntityPane)
    return [kind.__name__ for kind in kinds if screen(pilot).query_one(kind).display]


async def type_words(pilot: Pilot[int], words: str) -> None:
    await pilot.press("slash", *("space" if c == " " else c for c in words))
    await pilot.pause()


async def test_the_newest_article_is_open_at_the_start(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        assert screen(pilot).query_one(ArticleList).cursor == 0
        assert "Shinjiro Koizumi" in open_title(pilot)
        assert "article 1 of 5" in status(pilot)


async def test_moving_in_the_list_previews_each_article(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("j", "j")
        await pilot.pause()
        assert open_title(pilot).startswith("Facing new challenges")


async def test_typing_narrows_the_list_and_opens_the_best_hit_at_its_match(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await type_words(pilot, "hudson")
        desk = screen(pilot)._desk
        assert desk.count == 1
        assert open_title(pilot).startswith("Facing new challenges")
        assert desk.article is not None
        assert desk.current == 0
        start, end = desk.matches[0]
        assert desk.article.text[start:end] == "Hudson"
        assert screen(pilot).query_one(ArticlePane).top_offset > 0
        assert "match 1 of 1" in status(pilot)


async def test_search_cares_neither_for_marks_nor_for_typos(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await type_words(pilot, "han quoc")
        assert screen(pilot)._desk.count >= 3
        await pilot.press("escape")
        await type_words(pilot, "kisida ")
        assert screen(pilot)._desk.count == 2


async def test_escape_gives_back_list_article_and_position(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("j", "j", "enter", "pagedown")
        await pilot.pause()
        title = open_title(pilot)
        offset = screen(pilot).query_one(ArticlePane).top_offset
        assert offset > 0
        await type_words(pilot, "shoigu")
        assert open_title(pilot) != title
        await pilot.press("escape")
        await pilot.pause()
        assert open_title(pilot) == title
        assert screen(pilot)._desk.count == 5
        assert screen(pilot).query_one(ArticlePane).top_offset == offset
        assert screen(pilot).query_one(ArticlePane).has_focus


async def test_enter_goes_to_the_text_and_n_walks_the_matches(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await type_words(pilot, "shoigu")
        await pilot.press("enter")
        await pilot.pause()
        assert screen(pilot).query_one(ArticlePane).has_focus
        assert "match 1 of 4" in status(pilot)
        await pilot.press("n", "n")
        assert "match 3 of 4" in status(pilot)
        await pilot.press("N")
        assert "match 2 of 4" in status(pilot)


async def test_n_runs_on_into_the_next_article_that_matches(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await type_words(pilot, "kishida")
        await pilot.press("enter")
        desk = screen(pilot)._desk
        first, matches = open_title(pilot), len(desk.matches)
        await pilot.press(*["n"] * matches)
        await pilot.pause()
        assert open_title(pilot) != first
        assert desk.current == 0
        await pilot.press("N")
        await pilot.pause()
        assert open_title(pilot) == first
        assert desk.current == matches - 1


async def test_a_query_that_finds_nothing_says_so_and_keeps_running(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await type_words(pilot, "zzzzqqqq")
        assert "found in 0 of 5" in status(pilot)
        assert "No article matches." in screen_text(pilot)
        await pilot.press("enter", "n", "down")
        await pilot.press("escape")
        assert "article 1 of 5" in status(pilot)


@pytest.mark.parametrize("query", ["[bold]", "[/]", "\\[x", '"', "date:", "-", "place:"])
async def test_no_query_breaks_the_program(make_app: MakeApp, query: str) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("slash")
        screen(pilot).query_one(SearchBox).value = query
        await pilot.pause()
        assert screen(pilot).query_one(SearchBox).value == query


async def test_opening_marks_as_read_and_u_takes_it_back(make_app: MakeApp, state: State) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        article = screen(pilot)._desk.article
        assert article is not None
        assert not state.is_read(article.key)
        await pilot.press("enter")
        assert state.is_read(article.key)
        await pilot.press("u")
        assert not state.is_read(article.key)


async def test_tags_are_typed_found_and_taken_away(make_app: MakeApp, state: State) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        article = screen(pilot)._desk.article
        assert article is not None
        await pilot.press("t", *"asia", "comma", *"to-do", "enter")
        await pilot.pause()
        assert state.tags(article.key) == ["asia", "to-do"]
        await type_words(pilot, "tag:asia")
        assert [row.key for row in screen(pilot)._desk.rows(0, 9)] == [article.key]
        await pilot.press("escape", "t", "end", *["backspace"] * 6, "enter")
        await pilot.pause()
        assert state.tags(article.key) == ["asia"]
        await pilot.press("t", *"x", "escape")
        assert state.tags(article.key) == ["asia"]


async def test_an_article_opens_where_it_was_left(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("j", "j", "enter", "pagedown")
        await pilot.pause()
        left = screen(pilot).query_one(ArticlePane).top_offset
        assert left > 0
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("j", "j")
        await pilot.pause()
        assert screen(pilot).query_one(ArticlePane).top_offset == left


async def test_space_in_the_list_goes_to_the_text(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("space")
        assert screen(pilot).query_one(ArticlePane).has_focus


async def test_the_position_is_kept_once_the_text_rests(make_app: MakeApp, state: State) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("enter", "pagedown")
        await pilot.pause()
        shown, article = screen(pilot), screen(pilot)._desk.article
        assert article is not None
        assert shown._resting is not None
        shown._rest()  # as the timer does after a second
        assert state.position(article.key) == shown.query_one(ArticlePane).top_offset > 0


async def test_space_reads_on_into_the_next_article(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("enter")
        first = open_title(pilot)
        for _ in range(20):
            await pilot.press("space")
            await pilot.pause()
            if open_title(pilot) != first:
                break
        assert open_title(pilot) != first
        assert screen(pilot).query_one(ArticlePane).top_offset == 0


@pytest.mark.parametrize(
    ("width", "keys", "expected"),
    [
        (40, [], ["SearchBox", "ArticleList"]),
        (40, ["enter"], ["SearchBox", "ReadingPane"]),
        (40, ["enter", "h"], ["SearchBox", "ArticleList"]),
        (40, ["l", "l"], ["SearchBox", "EntityPane"]),
        (80, [], ["SearchBox", "ArticleList", "ReadingPane"]),
        (100, ["e"], ["SearchBox", "ReadingPane", "EntityPane"]),
        (80, ["e", "escape"], ["SearchBox", "ArticleList", "ReadingPane"]),
        (100, ["e", "h", "h"], ["SearchBox", "ArticleList", "ReadingPane"]),
        (120, ["e"], ["SearchBox", "ArticleList", "ReadingPane", "EntityPane"]),
        (120, ["e", "e"], ["SearchBox", "ArticleList", "ReadingPane"]),
        (160, [], ["SearchBox", "ArticleList", "ReadingPane", "EntityPane"]),
        (160, ["z"], ["ReadingPane"]),
        (160, ["z", "z"], ["SearchBox", "ArticleList", "ReadingPane", "EntityPane"]),
    ],
)
async def test_the_width_decides_which_panes_are_seen(
    make_app: MakeApp, width: int, keys: list[str], expected: list[str]
) -> None:
    async with make_app().run_test(size=(width, 30)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert shown_panes(pilot) == expected


async def test_a_resize_rearranges_and_loses_nothing(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(160, 40)) as pilot:
        title = open_title(pilot)
        for width, height in [(40, 10), (1, 1), (200, 50), (79, 3), (120, 40)]:
            await pilot.resize_terminal(width, height)
        assert open_title(pilot) == title
        assert shown_panes(pilot) == ["SearchBox", "ArticleList", "ReadingPane"]


async def test_sorting_keeps_the_article_under_the_cursor(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        title = open_title(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert "oldest" in status(pilot)
        assert open_title(pilot) == title
        assert screen(pilot).query_one(ArticleList).cursor > 0


async def test_the_text_column_can_be_made_wider_and_narrower(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(160, 30)) as pilot:
        usual = screen(pilot).measure
        await pilot.press("plus")
        assert screen(pilot).query_one(ArticlePane).measure == usual + 4
        await pilot.press("minus", "minus")
        assert screen(pilot).query_one(ArticlePane).measure == usual - 4
        await pilot.press("equals_sign")
        assert screen(pilot).query_one(ArticlePane).measure == usual


async def test_back_returns_to_the_article_that_was_read_before(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("enter")
        first = open_title(pilot)
        await pilot.press("h", "j", "j", "enter")
        await pilot.pause()
        second = open_title(pilot)
        assert second != first
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert open_title(pilot) == first
        await pilot.press("alt+right")
        await pilot.pause()
        assert open_title(pilot) == second


async def test_help_lists_every_key_and_is_found_by_typing(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, Help)
        everything = pilot.app.screen.query_one("#help-keys").option_count  # type: ignore[attr-defined]
        await pilot.press(*"next match")
        await pilot.pause()
        narrowed = pilot.app.screen.query_one("#help-keys").option_count  # type: ignore[attr-defined]
        assert 0 < narrowed < everything
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_ctrl_t_changes_between_dark_and_light(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("ctrl+t")
        assert not pilot.app.current_theme.dark
        await pilot.press("ctrl+t")
        assert pilot.app.current_theme.dark


def screen_text(pilot: Pilot[int]) -> str:
    """Return what is on the screen, line by line."""
    compositor = screen(pilot)._compositor
    return "\n".join(strip.text for strip in compositor.render_strips())


async def test_hostile_text_is_shown_as_it_is(make_app: MakeApp, tmp_path: Path) -> None:
    hostile = (
        "[bold]No markup[/bold] \x1b[2J [x]\n\nBody [red]with [brackets]. \x1b]52;c;aGk=\x07 End.\n"
    )
    (tmp_path / "hostile.txt").write_text(hostile, encoding="utf-8")
    async with make_app(tmp_path / "hostile.txt").run_test(size=(160, 30)) as pilot:
        await pilot.pause()
        shown = screen_text(pilot)
        assert "[bold]No markup[/bold] ␛[2J [x]" in shown
        assert "Body [red]with [brackets]. ␛]52;c;aGk=␇ End." in shown
        assert "\x1b" not in shown


async def test_sorting_during_a_search_keeps_the_hits_and_the_way_back(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        listed = screen(pilot).query_one(ArticleList)
        await pilot.press("j")
        await pilot.pause()
        before = open_title(pilot)
        await type_words(pilot, "kishida")
        await pilot.press("enter", "s")
        await pilot.pause()
        assert "Hits stay best first" in status(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert open_title(pilot) == before
        here = listed.item(listed.cursor)
        assert here is not None
        assert here.title == before


async def test_escape_gives_back_nothing_but_the_text(make_app: MakeApp) -> None:
    async with make_app().run_test(size=USUAL) as pilot:
        await pilot.press("enter", "z")
        await type_words(pilot, "kishida")
        await pilot.press("escape")
        await pilot.pause()
        assert shown_panes(pilot) == ["ReadingPane"]

"""The screens that one visits: timeline, keyword in context, entities, the same story."""

import pytest
from conftest import MakeApp, mark_everything
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.ui.article_pane import ArticlePane
from reader.ui.compare import Compare
from reader.ui.line_list import LineList
from reader.ui.places import Places
from reader.ui.reading import ReadingScreen

SIZE = (120, 40)


def lines(pilot: Pilot[int]) -> list[str]:
    shown = pilot.app.screen.query_one(LineList)
    return [entry.draw(shown.size.width).plain for entry in shown._entries]


def title(pilot: Pilot[int]) -> str:
    return str(pilot.app.screen.query_one(LineList).border_title)


def reading(pilot: Pilot[int]) -> ReadingScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


async def test_the_timeline_lists_dates_in_order_and_leads_to_them(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        await pilot.press("T")
        shown = [line.split()[0] for line in lines(pilot) if line[:1].strip()]
        years = [word for word in shown if word.isdigit()]
        assert years == sorted(years)
        assert {"1910", "2023", "2025"} <= set(years)
        assert any("Articles without a date" in line for line in lines(pilot))
        written = [line.split() for line in lines(pilot) if "articles of that year" in line]
        assert sorted(int(words[-1]) for words in written) == [2, 2]
        await pilot.press("slash", *"occupation", "enter", "enter")
        await pilot.pause()
        article = reading(pilot)._desk.article
        assert article is not None
        assert article.title.startswith("Facing new challenges")
        assert pilot.app.screen.query_one(ArticlePane).has_focus


async def test_the_timeline_is_filtered_by_an_entity_in_any_language(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        await pilot.press("T", "slash", *"japan")
        await pilot.pause()
        assert any("Nhật" in line for line in lines(pilot))


async def test_keyword_in_context_shows_every_match_and_sorts_them(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"shoigu", "enter", "K")
        await pilot.pause()
        assert "4 lines" in title(pilot)
        column = {line.index("Shoigu") for line in lines(pilot)}
        assert len(column) == 1
        found = lines(pilot)
        await pilot.press("s")
        assert sorted(lines(pilot)) == sorted(found)
        assert "by what follows" in str(pilot.app.screen.query_one(LineList).border_subtitle)
        await pilot.press("escape")
        assert reading(pilot)._desk.count == 1


async def test_keyword_in_context_without_a_search_says_what_to_do(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await pilot.press("K")
        assert "Search for something first" in reading(pilot)._status.note


async def test_a_mention_opens_its_entity_with_names_in_both_languages(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        await pilot.press("slash", *"fumio", "enter", "escape")
        await pilot.press("enter", *"]]]]", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Places)
        page = "\n".join(lines(pilot))
        assert "In context" in page
        assert {line.split()[0] for line in lines(pilot)[:2]} == {"vi", "en"}


async def test_an_entity_filters_the_list_in_all_its_languages(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        screen = reading(pilot)
        assert screen._desk.article is not None
        mentions = screen._desk.mentions[screen._desk.article.id]
        at = next(i for i, m in enumerate(mentions) if m.label == "Tokyo")
        screen._panes.reading.text.current_mention = at
        await pilot.press("f")
        await pilot.pause()
        assert screen._box.value == 'place:"Tokyo" '
        named = screen._desk.catalogue.articles(mentions[at].entity or "")
        assert set(screen._desk.ids) == named
        assert len({screen._desk.library.row(each).lang for each in named}) == 2
        await pilot.press("escape")
        assert screen._desk.count == 5


async def test_a_search_for_an_entity_takes_up_what_is_recognised_later(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = reading(pilot)
        await pilot.press("slash", *"place:japan")
        assert screen._desk.count < 5
        mark_everything(pilot.app)
        screen._take_up_entities()
        await pilot.pause()
        assert screen._desk.count == 5
        assert "5 of 5" in str(screen._panes.articles.border_title)


async def test_the_collections_entities_are_counted_type_by_type(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        await pilot.press("E")
        await pilot.pause()
        assert "Japan" in lines(pilot)[0]
        await pilot.press("s")
        assert title(pilot).startswith("People")
        await pilot.press("slash", *"kisi", "enter")
        assert lines(pilot) == ["Nothing here."] or "Kishida" not in lines(pilot)[0]
        await pilot.press("escape", "slash", *"kishida", "enter", "enter")
        await pilot.pause()
        assert "Fumio Kishida" in title(pilot)


async def test_the_same_story_is_found_across_languages(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        screen = reading(pilot)
        english = next(row for row in screen._desk.library.rows(0, 9) if row.lang == "en")
        screen._show_listed(english.id)
        await pilot.press("r")
        await pilot.pause()
        assert "Ngoại giao con thoi" in lines(pilot)[0]


@pytest.mark.parametrize("width", [60, 160])
async def test_two_articles_stand_side_by_side_with_what_they_share(
    make_app: MakeApp, width: int
) -> None:
    async with make_app().run_test(size=(width, 40)) as pilot:
        mark_everything(pilot.app)
        await pilot.press("c", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Compare)
        left, right = pilot.app.screen.query(ArticlePane)
        await pilot.press("right_square_bracket")
        shared = []
        for pane in (left, right):
            assert pane.current_mention is not None
            shared.append(pane._mentions[pane.current_mention])
        assert shared[0].entity == shared[1].entity  # type: ignore[attr-defined]
        await pilot.press("t", "pagedown")
        await pilot.pause()
        assert left.scroll_offset.y > 0
        assert (right.scroll_offset.y > 0) == (right.max_scroll_y > 0)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_a_click_goes_where_the_clicked_line_leads(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        await pilot.press("E")
        await pilot.pause()
        shown = pilot.app.screen.query_one(LineList)
        third = lines(pilot)[2].split()[2]
        await pilot.click(offset=shown.content_region.offset + Offset(10, 2))
        await pilot.pause()
        assert title(pilot).startswith(third)


async def test_a_click_on_a_shared_name_of_a_comparison_chooses_it(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        mark_everything(pilot.app)
        await pilot.press("c", "enter", "right_square_bracket")
        await pilot.pause()
        pane = pilot.app.screen.query(ArticlePane).last()
        chosen = pane.current_mention
        assert chosen is not None
        pane.current_mention = None
        rows = [strip.text for strip in pane.render_lines(pane.size.region)]
        name = pane._mentions[chosen]
        assert pane.page is not None
        said = pane.page.article.text[name.start : name.end]
        y, row = next((y, row) for y, row in enumerate(rows) if said in row)
        await pilot.click(offset=pane.content_region.offset + Offset(row.index(said), y))
        assert pane.current_mention == chosen


@pytest.mark.parametrize("key", ["T", "E", "r"])
@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 4)])
async def test_a_terminal_of_a_few_cells_shows_what_it_can(
    make_app: MakeApp, key: str, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        mark_everything(pilot.app)
        await pilot.press(key, "j", "G")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Places)


async def test_shared_names_stay_in_view_on_both_sides_that_scroll_together(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=(100, 20)) as pilot:
        mark_everything(pilot.app)
        await pilot.press("c", "enter", "t", "left_square_bracket")
        compare = pilot.app.screen
        assert isinstance(compare, Compare)
        shared = len(compare._shared)
        assert compare._status.facts == (f"shared name {shared} of {shared}",)
        for _ in range(shared):
            await pilot.press("right_square_bracket")
            await pilot.pause()
            for pane in compare._panes:
                assert pane.current_mention is not None
                assert pane.shows(pane._mentions[pane.current_mention].start)


async def test_the_first_line_of_a_page_shows_the_headings_above_it(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 12)) as pilot:
        mark_everything(pilot.app)
        await pilot.press("E", "enter", "G", "g")
        await pilot.pause()
        assert pilot.app.screen.query_one(LineList).scroll_offset.y == 0


async def test_the_way_back_leads_to_the_place_and_not_to_the_first_match(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=(60, 14)) as pilot:
        mark_everything(pilot.app)
        await pilot.press("slash", *"kishida", "enter", "space")
        await pilot.pause()
        pane = pilot.app.screen.query_one(ArticlePane)
        before = pane.top_offset
        await pilot.press("T", "G", "enter", "ctrl+o")
        await pilot.pause()
        assert before > 0
        assert pane.top_offset == before


async def test_the_walk_goes_on_from_what_is_in_view(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(60, 14)) as pilot:
        mark_everything(pilot.app)
        await pilot.press("enter", "right_square_bracket", "right_square_bracket", "space", "space")
        await pilot.pause()
        pane = pilot.app.screen.query_one(ArticlePane)
        top = pane.top_offset
        await pilot.press("right_square_bracket")
        assert pane.current_mention is not None
        assert pane._mentions[pane.current_mention].start >= top

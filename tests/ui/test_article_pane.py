from dataclasses import dataclass
from typing import Any

import pytest
from rich.style import Style
from textual.app import App, ComposeResult

from reader.article import Article, Span
from reader.ui.article_pane import ArticlePane
from reader.ui.page import Page
from reader.ui.themes import variable_defaults

PARAGRAPH = "The ministers of both countries met in Tokyo on Monday to speak about trade. " * 6
LEFT = 11
HEADLINE = "Japan and Korea tighten ties [again]"
TEXT = "\n\n".join([HEADLINE, PARAGRAPH.strip(), "What comes next", *[PARAGRAPH.strip()] * 30])


@dataclass(frozen=True)
class Mention:
    start: int
    end: int
    type: str


def article(text: str = TEXT, source: Any = "document") -> Article:
    end = text.find("\n\n") if "\n\n" in text else min(20, len(text))
    return Article("a.txt", "a.txt", text, text[:end], source, Span(0, end), "en")


def find(part: str, text: str = TEXT, start: int = 0) -> Span:
    at = text.index(part, start)
    return Span(at, at + len(part))


class PaneApp(App[None]):
    def __init__(self, page: Page | None = None) -> None:
        super().__init__()
        self.page_to_show = page or Page(article(), "ThanhNien · 8 May 2023 · 4 min · en")
        self.told: list[Any] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(dark=True)

    def compose(self) -> ComposeResult:
        yield ArticlePane()

    def on_mount(self) -> None:
        self.pane.show(self.page_to_show)

    @property
    def pane(self) -> ArticlePane:
        return self.query_one(ArticlePane)

    @property
    def shown(self) -> list[str]:
        return [self.pane.render_line(y).text.strip() for y in range(self.pane.size.height)]

    def style_of(self, part: str) -> Style:
        for y in range(self.pane.size.height):
            for segment in self.pane.render_line(y):
                if part in segment.text:
                    return segment.style or Style()
        raise AssertionError(f"{part!r} is not a segment on the screen")

    def on_article_pane_mention_chosen(self, message: ArticlePane.MentionChosen) -> None:
        self.told.append(message.index)

    def on_article_pane_passed_end(self) -> None:
        self.told.append("passed end")


async def test_headline_then_meta_then_body() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)):
        assert app.shown[:5] == [
            "Japan and Korea tighten ties [again]",
            "ThanhNien · 8 May 2023 · 4 min · en",
            "",
            "The ministers of both countries met in Tokyo on Monday to speak about trade.",
            "The ministers of both countries met in Tokyo on Monday to speak about trade.",
        ]
        assert app.style_of("Japan and Korea").bold
        assert app.style_of("What comes next").bold
        assert not app.style_of("The ministers").bold


async def test_a_derived_title_is_the_beginning_of_the_body() -> None:
    app = PaneApp(Page(article(source="derived"), "untitled · en"))
    async with app.run_test(size=(100, 30)):
        assert app.shown[:4] == ["untitled · en", "", HEADLINE, ""]


async def test_the_column_is_centred_and_keeps_its_measure() -> None:
    app = PaneApp()
    async with app.run_test(size=(101, 30)) as pilot:
        line = app.pane.render_line(3).text
        assert line.startswith(" " * 12 + "The")
        app.pane.measure = 40
        await pilot.pause()
        assert max(map(len, app.shown)) <= 40
        await pilot.resize_terminal(30, 10)
        assert max(map(len, app.shown)) <= 25


async def test_marks_are_styled_and_merge() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        tokyo = find("Tokyo")
        app.pane.set_mentions([Mention(*tokyo, "PLACE"), Mention(*find("Monday"), "DATE")])
        app.pane.set_matches([Span(tokyo.start, tokyo.start + 3)], None)
        await pilot.pause()
        place, both = app.style_of("yo"), app.style_of("Tok")
        assert place.italic
        assert both.italic
        assert (both.color, place.bgcolor) != (place.color, both.bgcolor)
        assert app.style_of("Monday").underline
        app.pane.current_mention = 1
        assert app.style_of("Monday").reverse
        app.pane.set_matches([], None)
        app.pane.set_mentions([])
        assert not app.style_of("Tokyo").italic


async def test_types_differ_without_colour() -> None:
    app = PaneApp()
    words = ["ministers", "both", "countries", "met", "Tokyo"]
    types = ["PERSON", "ORG", "PLACE", "DATE", "EVENT"]
    async with app.run_test(size=(100, 30)):
        pairs = zip(words, types, strict=True)
        app.pane.set_mentions([Mention(*find(word), type_) for word, type_ in pairs])
        styles = [app.style_of(word) for word in words]
        assert len({(s.bold, s.italic, s.underline) for s in styles}) == 5


async def test_holding_keys_down_ends_at_the_right_line() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*["j"] * 60, *["k"] * 15)
        assert app.pane.scroll_offset.y == 45
        await pilot.press("G")
        assert app.shown[-1].endswith("speak about trade.")
        assert app.pane.progress == 1.0
        await pilot.press("g")
        assert (app.shown[0], app.pane.progress) == (HEADLINE, 0.0)


async def test_space_reads_on_and_tells_at_the_end() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        last = app.shown[-1]
        await pilot.press("space")
        assert app.shown[1] == last
        await pilot.press("G")
        assert app.told == []
        await pilot.press("space")
        assert app.told == ["passed end"]


async def test_the_place_survives_other_widths() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        place = find("What comes next").start + 700
        app.pane.show(app.page_to_show, offset=place)
        for width in (30, 77, 200, 41, 100):
            await pilot.resize_terminal(width, 30)
            assert app.pane.top_offset == place
        await pilot.press("j", "k")
        assert place - 80 < app.pane.top_offset <= place


async def test_a_place_far_down_is_brought_a_third_down() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        place = find("Monday", start=6000)
        app.pane.set_matches([place], 0)
        app.pane.go_to(place.start)
        await pilot.pause()
        rows = [y for y in range(30) for s in app.pane.render_line(y) if s.text == "Monday"]
        assert rows == [10]


async def test_going_to_what_is_already_in_place_keeps_the_place() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.go_to(find("countries").start)
        assert app.pane.top_offset == 0
        await pilot.resize_terminal(60, 30)
        assert app.shown[0] == HEADLINE


async def test_a_page_may_be_given_before_there_is_a_screen() -> None:
    pane = ArticlePane()
    pane.show(Page(article()), offset=700)
    pane.set_mentions([Mention(*find("Tokyo"), "PLACE")])
    assert pane.top_offset == 700


async def test_a_click_and_enter_choose_a_mention() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.set_mentions([Mention(*find("ministers"), "PERSON")])
        await pilot.click(ArticlePane, offset=(12 + 6, 3))
        assert app.told == [0]
        await pilot.press("enter")
        assert app.told == [0, 0]
        await pilot.click(ArticlePane, offset=(12 + 40, 3))
        await pilot.click(ArticlePane, offset=(1, 3))
        assert app.told == [0, 0]


async def test_without_an_article_a_hint_is_shown() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.pane.show(None)
        await pilot.press("j", "space", "enter", "G")
        assert "No article is open." in app.shown


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (5, 2), (300, 100)])
async def test_any_size_of_terminal_draws(size: tuple[int, int]) -> None:
    app = PaneApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "G", "space")
        assert len(app.shown) == size[1]


async def test_control_characters_never_reach_the_terminal() -> None:
    app = PaneApp(Page(article("a\x1b[2Jb\x9b31m c\x07"), "\x1b]0;title\x07"))
    async with app.run_test(size=(60, 12)):
        assert not set("\x1b\x9b\x07") & set("".join(app.shown))


async def test_the_theme_changes_what_is_drawn() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 12)) as pilot:
        dark = app.style_of("Japan")
        app.theme = "textual-light"
        await pilot.pause()
        assert app.style_of("Japan") != dark


async def drag(app: PaneApp, pilot: Any, start: tuple[int, int], end: tuple[int, int]) -> str:
    await pilot.mouse_down(ArticlePane, offset=start)
    await pilot.hover(ArticlePane, offset=end)
    await pilot.mouse_up(ArticlePane, offset=end)
    await pilot.pause()
    return app.screen.get_selected_text() or ""


async def test_the_mouse_selects_the_text_of_the_article_not_its_rows() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        copied = await drag(app, pilot, (LEFT + 4, 3), (LEFT + 12, 4))
        start = find("ministers").start
        assert copied == TEXT[start : TEXT.index(" of", start + 20)]
        assert app.style_of("ministers").bgcolor != app.style_of("Japan").bgcolor
        app.pane.show(None)
        await pilot.pause()
        assert not app.screen.get_selected_text()


async def test_a_drag_over_blank_rows_and_margins_ends_where_the_mouse_is() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        assert await drag(app, pilot, (LEFT, 0), (50, 2)) == HEADLINE
        assert await drag(app, pilot, (LEFT, 0), (LEFT - 1, 3)) == HEADLINE
        assert await drag(app, pilot, (LEFT - 1, 0), (98, 0)) == HEADLINE


async def test_clicks_select_a_word_then_a_paragraph() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.set_mentions([Mention(*find("ministers"), "PERSON")])
        await pilot.click(ArticlePane, offset=(12 + 25, 3), times=2)
        assert app.screen.get_selected_text() == "countries"
        await pilot.click(ArticlePane, offset=(12 + 25, 3), times=3)
        assert app.screen.get_selected_text() == PARAGRAPH.strip()
        assert app.told == []


async def test_a_drag_that_ends_on_a_mention_does_not_choose_it() -> None:
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.set_mentions([Mention(*find("ministers"), "PERSON")])
        await drag(app, pilot, (12, 0), (12 + 8, 3))
        assert app.told == []

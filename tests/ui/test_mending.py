"""Mending an entity where it is read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from reader.entities import Catalogue, Mention
from reader.entities.corrections import Places, read_book
from reader.entities.corrections.session import Mending
from reader.library import Library
from reader.search import Searcher
from reader.state import State
from reader.ui.app import SeedsReader
from reader.ui.article_pane import ArticlePane
from reader.ui.desk import Desk
from reader.ui.legend import TypeLegend
from reader.ui.mending import Mend
from reader.ui.reading import ReadingScreen
from reader.ui.status_line import StatusLine

FIRST = "One\n\nHudson met Kishida. Kishida spoke; Hudson and the Green Bench listened.\n"
SECOND = "Two\n\nKishida Fumio wrote to Hudson.\n"
NAMES = {
    "Kishida Fumio": ("PERSON", "person:fumio-kishida", "Fumio Kishida"),
    "Kishida": ("PERSON", "person:kishida", "Kishida"),
    "Hudson": ("PERSON", "person:hudson", "Hudson"),
}


def recognised(text: str) -> list[Mention]:
    """Find the names as a recogniser would that takes Hudson for a person."""
    found: list[Mention] = []
    for name, (type_, entity, label) in NAMES.items():
        start = text.find(name)
        while start >= 0:
            if all(not each.start <= start < each.end for each in found):
                found.append(Mention(start, start + len(name), name, type_, entity, label))
            start = text.find(name, start + 1)
    return sorted(found, key=lambda each: each.start)


class Reader:
    """The reader over two articles, with what it wrote."""

    def __init__(self, state: State, folder: Path, config: Path) -> None:
        for name, text in (("one", FIRST), ("two", SECOND)):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        self.folder, self.own = folder, config / "entities.toml"
        self.state = state

    def app(self) -> SeedsReader:
        library, catalogue = Library.open([str(self.folder)]), Catalogue()
        where = Places(self.own, (self.folder / "entities.toml",))
        self.desk = Desk(
            library,
            self.state,
            catalogue,
            lambda: Searcher(library, catalogue),
            make_mending=lambda: Mending(where),
        )
        return SeedsReader(self.desk, recognise=False)

    async def begin(self, pilot: Pilot[int], at: str = "Hudson") -> ReadingScreen:
        """Open the first article and walk to a mention."""
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        for article in screen._desk.library.articles():
            screen._deliver(article, recognised(article.text))
        first = next(row.id for row in self.desk.rows(0, 9) if row.place == "one.txt")
        screen._show_listed(first)
        await pilot.press("l", "right_square_bracket")
        while (here := screen._pointed_at) is not None and here.text != at:
            await pilot.press("right_square_bracket")
        return screen

    def shown(self) -> dict[str, list[str]]:
        """Return what is shown as mentioned, by the title of the article."""
        return {
            self.desk.library.row(each).title: [f"{one.text} {one.entity}" for one in mentions]
            for each, mentions in self.desk.mentions.items()
        }

    def written(self) -> list[str]:
        if not self.own.exists():
            return []
        return [str(rule) for rule in read_book(self.own).rules]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    folder = tmp_path / "news"
    folder.mkdir()
    with State.open(tmp_path / "state.db") as state:
        yield Reader(state, folder, tmp_path / "config")


def legend(pilot: Pilot[int]) -> dict[str, int]:
    return dict(pilot.app.screen.query_one(TypeLegend).counts)


def said(pilot: Pilot[int]) -> str:
    return pilot.app.screen.query_one(StatusLine).note


def preview(pilot: Pilot[int]) -> str:
    return str(pilot.app.screen.query_one("#mend-says", Static).content)


def styles(pilot: Pilot[int], word: str) -> set[str]:
    """Return the styles in which a word of the text is drawn."""
    pane = pilot.app.screen.query_one(ArticlePane)
    found = set()
    for y in range(pane.size.height):
        for segment in pane.render_line(y):
            if word in segment.text:
                found.add(str(segment.style))
    return found


SIZE = (120, 40)


async def test_a_retyped_mention_changes_its_colour_and_count_everywhere(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        assert legend(pilot) == {"PERSON": 4}
        before = styles(pilot, "Hudson")
        await pilot.press("m", "2")
        await pilot.pause()
        assert "“Hudson” is an organisation (2 articles here)" in preview(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert legend(pilot) == {"PERSON": 2, "ORG": 2}
        assert not before & styles(pilot, "Hudson")
        assert "Hudson org:hudson" in reader.shown()["Two"]
        assert said(pilot) == "“Hudson” is an organisation: 2 articles, U undoes it"
        assert reader.desk.catalogue.entity("org:hudson").mentions == 3
    (line,) = [line for line in reader.own.read_text().splitlines() if "Hudson" in line]
    assert line.startswith('  { retype = "Hudson", to = "ORG" },  # 20')
    assert sorted(os.listdir(reader.folder)) == ["one.txt", "two.txt"]


async def test_what_is_no_entity_here_stays_one_elsewhere(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        screen = await reader.begin(pilot)
        await pilot.press("m", "x", "w")
        await pilot.pause()
        assert "“Hudson” is no entity, in this article alone (1 article here)" in preview(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert legend(pilot) == {"PERSON": 2}
        assert "Hudson person:hudson" in reader.shown()["Two"]
        assert screen._desk.article is not None
        assert reader.written() == [f'{{ reject = "Hudson", in = "{screen._desk.article.id}" }}']


async def test_beside_the_collection_an_article_goes_by_its_place(reader: Reader) -> None:
    beside = reader.folder / "entities.toml"
    beside.write_text("# ours\n")
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        await pilot.press("m", "x", "w", "enter")
        await pilot.pause()
    assert reader.written() == []
    assert [str(rule) for rule in read_book(beside).rules] == [
        '{ reject = "Hudson", in = "one.txt" }'
    ]
    assert beside.read_text().startswith("# ours\n")


async def test_two_entities_become_one_with_all_their_names(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot, "Kishida")
        await pilot.press("m", "s")
        await pilot.pause()
        offered = pilot.app.screen.query_one("#mend-offered", OptionList)
        assert offered.get_option_at_index(0).id == "person:fumio-kishida"
        await pilot.press("enter")
        await pilot.pause()
        assert "Kishida is the same as Fumio Kishida" in preview(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert reader.shown()["One"].count("Kishida person:fumio-kishida") == 2
        assert reader.desk.catalogue.articles("person:kishida") == frozenset()
    assert reader.written() == ['{ merge = "person:kishida", into = "person:fumio-kishida" }']


async def test_words_become_a_name_of_an_entity_found_by_typing(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        await pilot.press("m", "a", *"fumio")
        await pilot.pause()
        assert pilot.app.screen.query_one("#mend-offered", OptionList).option_count == 2
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)
    assert reader.written() == ['{ alias = "Hudson", to = "person:fumio-kishida" }']


async def test_a_name_that_nothing_has_yet_makes_a_new_entity(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        await pilot.press("m", "a", "R", *"ock", "enter", "enter")
        await pilot.pause()
    assert reader.written() == ['{ alias = "Hudson", to = "person:rock", called = "Rock" }']


async def test_words_are_split_off_as_an_entity_that_nobody_is(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        await pilot.press("m", "p", "w", "enter")
        await pilot.pause()
        assert reader.shown()["One"].count("Hudson person:hudson-2") == 2
        assert "Hudson person:hudson" in reader.shown()["Two"]


async def test_undo_takes_back_the_last_mending_and_tells_it(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        before = reader.shown()
        await pilot.press("m", "2", "enter")
        await pilot.press("m", "x", "enter")
        await pilot.pause()
        assert legend(pilot) == {"PERSON": 2}
        await pilot.press("U")
        await pilot.pause()
        assert said(pilot) == "Undone: “Hudson” is no entity"
        assert legend(pilot) == {"PERSON": 2, "ORG": 2}
        await pilot.press("U")
        await pilot.pause()
        assert reader.shown() == before
        await pilot.press("U")
        await pilot.pause()
        assert said(pilot) == "There is no mending to undo"


async def test_escape_and_what_is_so_already_change_nothing(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        await pilot.press("m", "2", "escape", "m", "enter", "1", "enter", "a", "escape", "enter")
        assert isinstance(pilot.app.screen, Mend)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
    assert reader.written() == []


async def test_what_was_mended_stays_so_when_the_reader_opens_again(reader: Reader) -> None:
    for times in range(2):
        async with reader.app().run_test(size=SIZE) as pilot:
            await reader.begin(pilot)
            if not times:
                await pilot.press("m", "2", "enter")
                await pilot.pause()
            assert legend(pilot) == {"PERSON": 2, "ORG": 2}


async def test_lines_written_by_hand_meanwhile_are_taken_up(reader: Reader) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        reader.own.parent.mkdir()
        reader.own.write_text('rules = [\n  { alias = "Green Bench", to = "org:bench" },\n]\n')
        await pilot.press("m", "2", "enter")
        await pilot.pause()
        assert legend(pilot) == {"PERSON": 2, "ORG": 3}


async def test_a_file_that_cannot_be_written_is_told_and_nothing_is_mended(reader: Reader) -> None:
    reader.own.mkdir(parents=True)
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        await pilot.press("m", "2", "enter")
        await pilot.pause()
        assert "it is no file" in said(pilot)
        assert legend(pilot) == {"PERSON": 4}


async def test_an_entity_of_the_list_is_mended_too(reader: Reader) -> None:
    async with reader.app().run_test(size=(160, 40)) as pilot:
        await reader.begin(pilot)
        await pilot.press("e", "g", "m", "x", "enter")
        await pilot.pause()
        assert legend(pilot) == {"PERSON": 2}
        assert pilot.app.screen.query_one("#entities", OptionList).has_focus


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (1, 1)])
async def test_it_fits_every_terminal(reader: Reader, size: tuple[int, int]) -> None:
    async with reader.app().run_test(size=SIZE) as pilot:
        await reader.begin(pilot)
        await pilot.press("m")
        await pilot.resize_terminal(*size)
        await pilot.press("a", "h", "escape", "2", "enter")
        await pilot.pause()
    assert reader.written() == ['{ retype = "Hudson", to = "ORG" }']


async def test_hostile_names_are_shown_as_they_are(reader: Reader, tmp_path: Path) -> None:
    hostile = "[bold]X[/]"
    (reader.folder / "one.txt").write_text(f"One\n\nHe met {hostile} today.\n")
    async with reader.app().run_test(size=SIZE) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        for article in screen._desk.library.articles():
            start = article.text.find(hostile)
            if start >= 0:
                end = start + len(hostile)
                mention = Mention(start, end, hostile, "PERSON", "person:[/x]", "[red]Y")
                screen._deliver(article, [mention])
                screen._show_listed(article.id)
        await pilot.press("l", "right_square_bracket", "m")
        await pilot.pause()
        title = str(pilot.app.screen.query_one("#mend").border_title).replace("\\[", "[")
        assert title == "Mend: [bold]X[/] · person · [red]Y"
        await pilot.press("2", "enter")
        await pilot.pause()
        assert hostile in said(pilot)

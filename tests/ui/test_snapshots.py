"""Pictures of the screen, to see what a change does to the look; behaviour is tested elsewhere."""

import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from conftest import MakeApp
from textual.pilot import Pilot

from reader.article import Article
from reader.entities import Mention
from reader.ui.reading import ReadingScreen

Snap = Callable[..., bool]

GOLD = json.loads(
    (Path(__file__).parents[1] / "data" / "gold" / "entities.json").read_text(encoding="utf-8")
)
NAMES = {alias: entity for entity in GOLD for alias in entity["aliases"]}
ANY_NAME = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))


def known_mentions(article: Article) -> list[Mention]:
    """Mark the names annotated by hand, so that a better recogniser leaves the pictures alone."""
    found = []
    for match in ANY_NAME.finditer(article.text):
        name, entity = match.group(), NAMES[match.group()]
        found.append(
            Mention(*match.span(), name, entity["type"], entity["id"], entity["canonical"])
        )
    return found


def pressing(*keys: str, marked: bool = True) -> Callable[[Pilot[int]], Awaitable[None]]:
    """Press ``keys`` once the entities of the open articles are marked."""

    async def run(pilot: Pilot[int]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        if marked:
            for article in screen._desk.library.articles():
                screen._deliver(article, known_mentions(article))
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return run


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36), (200, 50)], ids="{0[0]}".format)
def test_reading_at_four_widths(
    snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=pressing("j", "j", "enter"))


def test_the_list_on_a_narrow_terminal(snap_compare: Snap, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 20), run_before=pressing())


def test_the_light_theme(snap_compare: Snap, make_app: MakeApp) -> None:
    run = pressing("ctrl+t", "j", "enter")
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=run)


def test_a_search_and_its_matches(snap_compare: Snap, make_app: MakeApp) -> None:
    run = pressing("slash", *"kisida", "enter", "n")
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=run)


def test_a_search_that_finds_nothing(snap_compare: Snap, make_app: MakeApp) -> None:
    run = pressing("slash", *"zzzzqqqq")
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=run)


def test_one_mention_is_chosen(snap_compare: Snap, make_app: MakeApp) -> None:
    run = pressing("j", "j", "enter", *"]]]")
    assert snap_compare(make_app(), terminal_size=(160, 40), run_before=run)


def test_some_types_are_off(snap_compare: Snap, make_app: MakeApp) -> None:
    run = pressing("j", "j", "enter", "3", "4")
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=run)


def test_the_help(snap_compare: Snap, make_app: MakeApp) -> None:
    run = pressing("question_mark", *"entity")
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=run)


def test_reading_only(snap_compare: Snap, make_app: MakeApp) -> None:
    run = pressing("z", "pagedown")
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=run)

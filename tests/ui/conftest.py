from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.app import App

from reader.entities import Catalogue, annotate
from reader.library import Library
from reader.search import Searcher
from reader.state import State
from reader.ui.app import SeedsReader
from reader.ui.desk import Desk
from reader.ui.reading import ReadingScreen

SEEDS = Path(__file__).parents[2] / "seeds"

MakeApp = Callable[..., SeedsReader]


def make_desk(state: State, *paths: Path) -> Desk:
    library, catalogue = Library.open([str(path) for path in paths or (SEEDS,)]), Catalogue()
    return Desk(library, state, catalogue, lambda: Searcher(library, catalogue, state))


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with State.open(tmp_path / "state" / "reader.db") as opened:
        yield opened


@pytest.fixture
def desk(state: State) -> Desk:
    return make_desk(state)


@pytest.fixture
def make_app(state: State) -> MakeApp:
    """Make the application over the seeds, or over the paths given, without entities."""
    return lambda *paths, recognise=False: SeedsReader(
        make_desk(state, *paths), recognise=recognise
    )


def mark_everything(app: App[int]) -> None:
    """Recognise the entities of every article now, instead of in another process."""
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    for article in screen._desk.library.articles():
        screen._deliver(article, annotate(article.text, date=article.date))

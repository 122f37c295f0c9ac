"""The interface: the only part that knows the terminal."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.config import Config
from reader.library import Library
from reader.state import State

if TYPE_CHECKING:
    from reader.entities.corrections.session import Mending
    from reader.index.background import Refresher
    from reader.search import Searcher


def run(
    library: Library,
    state: State,
    config: Config,
    make_mending: "Callable[[], Mending]",
    refresher: "Refresher | None" = None,
) -> int:
    """Show the reader over ``library`` until the user leaves it; return the exit status."""
    gc.disable()  # until the first screen is painted: little on the way there becomes garbage
    from reader.entities import Catalogue
    from reader.ui.app import SeedsReader
    from reader.ui.desk import Desk

    catalogue = Catalogue()

    def make_searcher() -> "Searcher":
        from reader.search import Searcher

        return Searcher(library, catalogue, state)

    desk = Desk(library, state, catalogue, make_searcher, make_mending=make_mending)
    app = SeedsReader(desk, config, refresher=refresher)
    app.run()
    return app.return_code or 0

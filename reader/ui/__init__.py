"""The interface: the only part that knows the terminal."""

from typing import TYPE_CHECKING

from reader.library import Library
from reader.state import State

if TYPE_CHECKING:
    from reader.search import Searcher


def run(library: Library, state: State, *, theme: str | None = None) -> int:
    """Show the reader over ``library`` until the user leaves it; return the exit status."""
    from reader.entities import Catalogue
    from reader.ui.app import SeedsReader
    from reader.ui.desk import Desk
    from reader.ui.themes import DARK

    catalogue = Catalogue()

    def make_searcher() -> "Searcher":
        from reader.search import Searcher

        return Searcher(library, catalogue, state)

    desk = Desk(library, state, catalogue, make_searcher)
    app = SeedsReader(desk, theme=theme or DARK)
    app.run()
    return app.return_code or 0

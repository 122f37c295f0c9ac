"""How a command gets what the user marked."""

import contextlib
from collections.abc import Iterator

from reader.cli.errors import tell
from reader.folders import folders
from reader.state import FILE, State


@contextlib.contextmanager
def opened() -> Iterator[State]:
    """Open the user's data, and say what is wrong with it, if anything is."""
    with State.open(folders().data / FILE) as state:
        for notice in state.notices:
            tell(notice)
        yield state

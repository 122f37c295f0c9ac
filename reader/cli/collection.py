"""How a command gets its articles and the user's marks, and how it says what is wrong with them."""

import contextlib
from collections.abc import Iterator, Sequence

from reader.cli.errors import CommandError, tell
from reader.folders import folders
from reader.library import Library, LibraryError
from reader.state import FILE, State


@contextlib.contextmanager
def opened(paths: Sequence[str]) -> Iterator[Library]:
    """Open the collection; when the command is done, say which files were skipped and why."""
    try:
        library = Library.open(paths)
    except LibraryError as error:
        raise CommandError(str(error)) from error
    try:
        yield library
    finally:
        for skipped in library.skipped:
            tell(f"{skipped.path}: skipped: {skipped.why}")


@contextlib.contextmanager
def marks() -> Iterator[State]:
    """Open what the user marked."""
    with State.open(folders().data / FILE) as state:
        for notice in state.notices:
            tell(notice)
        yield state

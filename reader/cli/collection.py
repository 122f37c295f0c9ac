"""How a command gets its articles, and how it says which files were skipped."""

import contextlib
from collections.abc import Iterator, Sequence

from reader.cli.errors import FAILED, NOTHING, CommandError, tell
from reader.library import Library, LibraryError, NoArticlesError


@contextlib.contextmanager
def opened(paths: Sequence[str]) -> Iterator[Library]:
    """Open the collection; when the command is done, say which files were skipped and why."""
    try:
        library = Library.open(paths)
    except LibraryError as error:
        status = NOTHING if isinstance(error, NoArticlesError) else FAILED
        raise CommandError(str(error), status) from error
    try:
        yield library
    finally:
        for skipped in library.skipped:
            tell(f"{skipped.path}: skipped: {skipped.why}")

"""How a command gets its articles, and how it says which files were skipped."""

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli.errors import FAILED, NOTHING, CommandError, tell
from reader.library import Library, LibraryError, NoArticlesError

if TYPE_CHECKING:
    from reader.index.background import Refresher


@contextlib.contextmanager
def opened(paths: Sequence[str], *, whole: bool = True) -> Iterator[Library]:
    """Open the collection; when the command is done, say which files were skipped and why.

    A large collection is read and indexed first where that is still to be done, or where it
    changed since; not ``whole``, only the first articles of one that is new.
    """
    try:
        library = Library.open(paths)
    except LibraryError as error:
        status = NOTHING if isinstance(error, NoArticlesError) else FAILED
        raise CommandError(str(error), status) from error
    if library.index_folder is not None:
        from reader.cli.commands.index import bring_up_to_date

        bring_up_to_date(library, paths, whole=whole)
    try:
        yield library
    finally:
        for skipped in library.skipped:
            tell(f"{skipped.path}: skipped: {skipped.why}")


@contextlib.contextmanager
def refreshed_behind(library: Library, paths: Sequence[str]) -> Iterator["Refresher | None"]:
    """Let another process bring a large collection up to date while this one shows it."""
    if library.index_folder is None:
        yield None
        return
    from reader.index.background import Refresher

    refresher = Refresher(paths)
    try:
        yield refresher
    finally:
        refresher.stop()

"""The articles of a collection, held in memory."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from reader.article import Article
from reader.ingest import IngestError, read_articles
from reader.library.bundled import bundled_seeds
from reader.library.folder_walk import Found, walk
from reader.library.order import ordered
from reader.library.reference import resolve
from reader.library.row import Row, Skipped, row_of

MANY_FILES, MANY_BYTES = 400, 8_000_000
"""From here on a collection is kept on disk: to read and index it takes a second at each start,
which the reader would feel. Lower, and small folders leave caches behind for nothing."""


class LibraryError(Exception):
    """A collection that can't be opened: ``str(error)`` is "what: why (what to do)"."""


class NoArticlesError(LibraryError):
    """A collection that is there, and holds nothing: no file in it was refused either."""


class Library:
    """The articles of a collection, in any order, and one by one.

    Callers ask for ranges of rows and single articles, never for all, so that what holds them
    may be on disk.
    """

    index_folder: Path | None = None
    """Where the search index is kept; None when it is made in memory."""

    def __init__(self, articles: dict[str, Article], skipped: Sequence[Skipped] = ()) -> None:
        self._articles = articles
        self._rows = {id_: row_of(article) for id_, article in articles.items()}
        self._orders: dict[str, list[Row]] = {}
        self.skipped: Sequence[Skipped] = tuple(skipped)

    @classmethod
    def open(cls, paths: Sequence[str]) -> "Library":
        """Read the collection of ``paths``; of none, the bundled articles.

        A file that can't be read is in ``skipped`` and stops nothing. A large collection is not
        read: it is a ``Shelf``, which whoever opens it must have filled. Raises LibraryError when
        a path that was named does not exist, or nothing is left to read.
        """
        roots = [os.path.expanduser(path) for path in paths] or [str(bundled_seeds())]
        for root in roots:
            if not os.path.lexists(root):
                raise LibraryError(f"{root}: no such file or folder (check the path)")
        from reader.library.shelf import Shelf  # which builds on this module

        if paths and (shelf := Shelf.kept(roots)) is not None:
            return shelf
        files = _few(walk(roots))
        if files is None:
            return Shelf(roots)
        articles: dict[str, Article] = {}
        skipped: list[Skipped] = []
        for found in files:
            skipped.extend(_read(found, articles))
        if not articles:
            raise (LibraryError if skipped else NoArticlesError)(_nothing_in(roots, skipped))
        return cls(articles, skipped)

    @property
    def version(self) -> int:
        """Return a number that changes whenever another process changed what the library holds."""
        return 0

    def __len__(self) -> int:
        return len(self._articles)

    def rows(self, start: int, stop: int, order: str = "newest") -> list[Row]:
        """Return the rows from ``start`` up to ``stop`` of the list in one of ``ORDERS``."""
        return self._ordered(order)[start:stop]

    def ids(self, order: str = "newest") -> list[str]:
        """Return all ids in one of ``ORDERS``."""
        return [row.id for row in self._ordered(order)]

    def row(self, article_id: str) -> Row:
        """Return the row of an article. Raises KeyError."""
        return self._rows[article_id]

    def article(self, article_id: str) -> Article:
        """Return an article with its text. Raises KeyError."""
        return self._articles[article_id]

    def articles(self) -> Iterator[Article]:
        """Yield all articles, in the order of their files."""
        yield from self._articles.values()

    @cached_property
    def originals(self) -> Mapping[str, str]:
        """Return for each near-duplicate the id of the article that it copies."""
        from reader.library.duplicates import originals

        return originals(self.articles())

    def find(self, reference: str) -> Row:
        """Return the article with that id, start of an id, place or path.

        Raises UnknownArticle or AmbiguousArticle.
        """
        return self._rows.get(reference) or resolve(reference, self._ordered("newest"))

    def _ordered(self, order: str) -> list[Row]:
        if order not in self._orders:
            self._orders[order] = ordered(self._rows.values(), order)
        return self._orders[order]


def _few(files: Iterable[Found]) -> list[Found] | None:
    """Return the files; None when they are too many, or too much, to read at each start."""
    few: list[Found] = []
    size = 0
    for found in files:
        few.append(found)
        size += 0 if found.why else _size(found.path)
        if len(few) > MANY_FILES or size > MANY_BYTES:
            return None
    return few


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _read(found: Found, articles: dict[str, Article]) -> Iterator[Skipped]:
    """Add a file's articles to ``articles``; yield why it, or the rest of it, is left out."""
    if found.why:
        yield Skipped(found.path, found.why)
        return
    refused: list[Skipped] = []
    try:
        for article in read_articles(
            Path(found.path),
            found.place,
            lambda fragment, why: refused.append(Skipped(f"{found.path}#{fragment}", why)),
        ):
            articles.setdefault(article.id, article)
    except IngestError as error:
        refused.append(Skipped(found.path, str(error)))
    yield from refused


def _nothing_in(roots: Sequence[str], skipped: Sequence[Skipped]) -> str:
    what = ", ".join(roots)
    if len(skipped) == 1:
        return f"{skipped[0].path}: {skipped[0].why}"
    if skipped:
        return f"{what}: none of {len(skipped)} files can be read; the first {skipped[0].why}"
    return f"{what}: no articles in it (name a folder of texts)"

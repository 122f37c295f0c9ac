"""What changes in a shelf: the files that were looked at, and the articles each of them gave.

A batch is one transaction. Whoever refreshes commits the search index first: if the process dies
in between, the same files are looked at again, and adding an article twice leaves one.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

from reader.article import Article
from reader.fold import fold
from reader.library.order import QUOTES
from reader.library.row import Skipped, row_of
from reader.library.shelf import connect, packed, stored


class Stamp(NamedTuple):
    """What tells that a file changed: when it last did, in nanoseconds, and its size."""

    changed: int
    size: int

    @classmethod
    def of(cls, path: str) -> Self | None:
        """Return the stamp of a file as it is now, None if it can't be looked at."""
        try:
            status = os.stat(path)
        except OSError:
            return None
        return cls(status.st_mtime_ns, status.st_size)


UNREAD = Stamp(0, -1)
"""The stamp of a file that was not read to its end: that of no file there is."""


class Ledger:
    """Writes a shelf. Nothing shows before ``commit``."""

    def __init__(self, folder: Path) -> None:
        self._database = connect(folder)

    def stamps(self) -> dict[str, Stamp]:
        """Return the files that were looked at, as they were then."""
        found = self._database.execute("SELECT path, changed, size FROM files")
        return {os.fsdecode(path): Stamp(changed, size) for path, changed, size in found}

    @property
    def knows_files(self) -> bool:
        """Tell whether any file was looked at."""
        return bool(self._database.execute("SELECT 1 FROM files LIMIT 1").fetchone())

    def folder_stamps(self) -> dict[str, int]:
        """Return the folders that were walked, with when each had last changed."""
        found = self._database.execute("SELECT path, changed FROM folders")
        return {os.fsdecode(path): changed for path, changed in found}

    def ids(self, path: str) -> list[str]:
        """Return the ids of the articles that a file gave."""
        found = self._database.execute("SELECT id FROM articles WHERE path = ?", (stored(path),))
        return [article_id for (article_id,) in found]

    def skipped(self, path: str) -> list[Skipped]:
        """Return the parts of a file that were left out when it was read."""
        found = self._database.execute(
            "SELECT path, why FROM skipped WHERE path >= ? AND path < ?",
            (stored(f"{path}#"), stored(f"{path}$")),
        )
        return [Skipped(os.fsdecode(part), why) for part, why in found]

    def open_file(self, path: str, place: str) -> None:
        """Note that a file is being read, so that it is known even if that is cut short."""
        self.close_file(path, place, UNREAD)

    def add(self, article: Article, *, again: bool = False) -> None:
        """Add an article, in place of itself if it is there ``again``; otherwise the first stays.

        What a file gave before stays listed while it is read, and its end decides what is gone.
        """
        self._begin()
        self._database.execute(REPLACE if again else INSERT, _values(article))

    def remove(self, article_id: str) -> None:
        """Remove an article that its file no longer holds."""
        self._begin()
        self._database.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    def close_file(self, path: str, place: str, stamp: Stamp) -> None:
        """Note that a file was read to its end: it is not read again until it changes."""
        self._begin()
        self._database.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (stored(path), place, *stamp)
        )

    def drop(self, path: str) -> None:
        """Forget a file and its articles."""
        self._begin()
        self._database.execute("DELETE FROM articles WHERE path = ?", (stored(path),))
        self._database.execute("DELETE FROM files WHERE path = ?", (stored(path),))

    def finish(self, skipped: Iterable[Skipped], folders: Iterable[str]) -> None:
        """Note that every file was looked at, which were left out, and the folders walked."""
        self._begin()
        self._database.execute("DELETE FROM skipped")
        left_out = ((stored(path), why) for path, why in skipped)
        self._database.executemany("INSERT INTO skipped VALUES (?, ?)", left_out)
        self._database.execute("DELETE FROM folders")
        self._database.executemany("INSERT OR REPLACE INTO folders VALUES (?, ?)", _times(folders))
        self._set("complete", 1)
        self.commit()

    def commit(self) -> None:
        """Make everything since the last commit last and be seen."""
        self._begin()
        (count,) = self._database.execute("SELECT count(*) FROM articles").fetchone()
        self._set("articles", count)
        self._database.execute("COMMIT")

    def reopen(self) -> None:
        """Have every file read again, since the index is built again; the list stays meanwhile."""
        self._begin()
        self._database.execute("UPDATE files SET changed = ?, size = ?", UNREAD)
        self._database.execute("DELETE FROM meta WHERE name = 'complete'")
        self.commit()

    def close(self) -> None:
        """Close the database; what was not committed is lost."""
        self._database.close()

    def _set(self, name: str, value: int) -> None:
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def _begin(self) -> None:
        if not self._database.in_transaction:
            self._database.execute("BEGIN IMMEDIATE")


INSERT, REPLACE = (
    f"INSERT OR {way} INTO articles VALUES ({', '.join('?' * 15)})" for way in ("IGNORE", "REPLACE")
)


def _values(article: Article) -> tuple[object, ...]:
    row = row_of(article)
    shown = row._asdict() | {"path": stored(row.path)}
    many = "#" in article.place
    return (
        *shown.values(),
        row.date or "",
        fold(row.title).lstrip(QUOTES),
        fold(row.source) if row.source else None,
        packed(article) if many else None,
    )


def _times(folders: Iterable[str]) -> Iterator[tuple[str | bytes, int]]:
    for folder in folders:
        if stamp := Stamp.of(folder):
            yield stored(folder), stamp.changed

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


class Ledger:
    """Writes a shelf. Nothing shows before ``commit``."""

    def __init__(self, folder: Path) -> None:
        self._database = connect(folder)

    def stamps(self) -> dict[str, Stamp]:
        """Return the files that were looked at, as they were then."""
        found = self._database.execute("SELECT path, changed, size FROM files")
        return {os.fsdecode(path): Stamp(changed, size) for path, changed, size in found}

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

    def open_file(self, path: str) -> None:
        """Forget what a file gave before; ``add`` what it gives now."""
        self._begin()
        self._database.execute("DELETE FROM articles WHERE path = ?", (stored(path),))

    def add(self, article: Article) -> None:
        """Add an article of the file that was opened last."""
        self._begin()
        self._database.execute(INSERT, _values(article))

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

    def clear(self) -> None:
        """Forget everything: the index has to be built again."""
        self._begin()
        for table in ("articles", "files", "folders", "skipped", "meta"):
            self._database.execute(f"DELETE FROM {table}")
        self.commit()

    def close(self) -> None:
        """Close the database; what was not committed is lost."""
        self._database.close()

    def _set(self, name: str, value: int) -> None:
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def _begin(self) -> None:
        if not self._database.in_transaction:
            self._database.execute("BEGIN IMMEDIATE")


INSERT = f"INSERT OR IGNORE INTO articles VALUES ({', '.join('?' * 15)})"


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

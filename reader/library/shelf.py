"""The rows of a large collection, in a database in the cache folder: nothing is read to open it.

    folder/  rows.sqlite    files, articles; written by whoever refreshes, read by everyone else
             index/         the search index of the same articles

Rows are fetched as a list shows them; the text is read from its file again, except where a file
holds many articles: then it is kept in the row, since finding one of a hundred thousand in a
dump would take as long as reading it all.
"""

import hashlib
import json
import os
import sqlite3
import weakref
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, overload

from reader.article import Article, Furniture, Span
from reader.folders import folders
from reader.ingest import IngestError, read_articles
from reader.ingest.metadata import own_names
from reader.library.collection import Library
from reader.library.reference import resolve
from reader.library.row import Row, Skipped

FILE, INDEX_FOLDER = "rows.sqlite", "index"

VERSION = 1
"""Raised with any change of the tables, or of what ingest makes of a file."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (
    path TEXT PRIMARY KEY, place TEXT NOT NULL, changed INTEGER NOT NULL, size INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE folders (path TEXT PRIMARY KEY, changed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE skipped (path TEXT NOT NULL, why TEXT NOT NULL);
CREATE INDEX skipped_by_path ON skipped (path);
CREATE TABLE articles (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, place TEXT NOT NULL, path TEXT NOT NULL,
    title TEXT NOT NULL, title_source TEXT NOT NULL, date TEXT, date_source TEXT,
    lang TEXT NOT NULL, source TEXT, words INTEGER NOT NULL,
    day TEXT NOT NULL, title_key TEXT NOT NULL, source_key TEXT, article BLOB
);
CREATE INDEX by_newest ON articles (day DESC, place);
CREATE INDEX by_title ON articles (title_key, place);
CREATE INDEX by_source ON articles (source_key IS NULL, source_key, day DESC, place);
CREATE INDEX by_oldest ON articles (day = '', day, place);
CREATE INDEX by_path ON articles (path);
CREATE INDEX by_place ON articles (place);
"""

COLUMNS = ", ".join(Row._fields)

ORDER_KEYS = {
    "newest": (("day", "DESC"), ("place", "ASC")),
    "oldest": (("day = ''", "ASC"), ("day", "ASC"), ("place", "ASC")),
    "title": (("title_key", "ASC"), ("place", "ASC")),
    "source": (
        ("source_key IS NULL", "ASC"), ("source_key", "ASC"), ("day", "DESC"), ("place", "ASC"),
    ),
}  # fmt: skip
"""What each order sorts by: as ``order.ordered`` does it, and each with an index."""


def folder_of(roots: Sequence[str]) -> Path:
    """Return where the cache of the collection of these paths is kept."""
    name = "\n".join([*map(os.path.abspath, roots), *filter(None, [own_names()])])
    digest = hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return folders().cache / "collections" / digest


class Shelf(Library):
    """A library whose rows are in a database. Another process may be adding to it."""

    def __init__(self, roots: Sequence[str]) -> None:
        self.roots = [os.path.abspath(root) for root in roots]
        self.folder = folder_of(roots)
        self.index_folder = self.folder / INDEX_FOLDER
        self._rows_db = connect(self.folder)
        weakref.finalize(self, self._rows_db.close)

    @classmethod
    def kept(cls, roots: Sequence[str]) -> "Shelf | None":
        """Return the shelf of these paths if there is one already."""
        return cls(roots) if (folder_of(roots) / FILE).exists() else None

    @property
    def is_complete(self) -> bool:
        """Tell whether every file of the collection was looked at once."""
        return bool(self._rows_db.execute("SELECT 1 FROM meta WHERE name = 'complete'").fetchone())

    @property
    def version(self) -> int:
        """Return a number that changes whenever another process changed the rows."""
        return int(self._rows_db.execute("PRAGMA data_version").fetchone()[0])

    def __len__(self) -> int:
        counted = self._rows_db.execute("SELECT value FROM meta WHERE name = 'articles'")
        return int((counted.fetchone() or [0])[0])

    def rows(self, start: int, stop: int, order: str = "newest") -> list[Row]:
        """Return the rows from ``start`` up to ``stop``: from the nearer end of the list."""
        count = len(self)
        start, stop = max(start, 0), min(stop, count)
        if stop <= start:
            return []
        if start <= count - stop:
            return self._sorted(order, start, stop - start)
        return self._sorted(order, count - stop, stop - start, backwards=True)[::-1]

    def ids(self, order: str = "newest") -> Sequence[str]:  # type: ignore[override] # lazily
        """Return all ids in one of the orders, fetched as they are looked at."""
        return _Ids(self, order)

    def row(self, article_id: str) -> Row:
        """Return the row of an article. Raises KeyError."""
        found = self._selected("id = ?", article_id)
        if not found:
            raise KeyError(article_id)
        return found[0]

    def index_of(self, article_id: str, order: str) -> int:
        """Return where an article stands in one of the orders. Raises KeyError."""
        keys = ORDER_KEYS[order]
        names = ", ".join(name for name, _ in keys)
        values = self._rows_db.execute(
            f"SELECT {names} FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if values is None:
            raise KeyError(article_id)
        before, bound = [], []
        for at, (name, direction) in enumerate(keys):
            same = [f"({key}) IS ?" for key, _ in keys[:at]]
            before.append(
                " AND ".join([*same, f"({name}) {'>' if direction == 'DESC' else '<'} ?"])
            )
            bound += values[: at + 1]
        sql = f"SELECT count(*) FROM articles WHERE {' OR '.join(f'({one})' for one in before)}"
        return int(self._rows_db.execute(sql, bound).fetchone()[0])

    def article(self, article_id: str) -> Article:
        """Return an article, read from its file again. Raises KeyError for an unknown id.

        Where the file changed since, it is what the file says now; where it is gone, what the row
        knows of it, with a note.
        """
        row = self.row(article_id)
        kept = self._rows_db.execute("SELECT article FROM articles WHERE id = ?", (article_id,))
        if (packed := kept.fetchone()[0]) is not None:
            return unpacked(packed)
        try:
            return next(read_articles(Path(row.path), row.place))
        except (IngestError, StopIteration) as error:
            return _remembered(row, str(error) or "holds no article any more")

    def articles(self) -> Iterator[Article]:
        """Yield all articles, in the order of their places."""
        for (article_id,) in self._rows_db.execute("SELECT id FROM articles ORDER BY place"):
            yield self.article(article_id)

    @property
    def originals(self) -> Mapping[str, str]:
        """Return nothing: to compare all the texts would take as long as to read them again."""
        return {}

    def find(self, reference: str) -> Row:
        """Return the article with that id, start of an id, place or path."""
        path, mark, _ = reference.rpartition("#")
        end = reference.lower() + "\uffff"
        found = {
            *self._selected("id >= ? AND id < ? LIMIT 4", reference.lower(), end),
            *self._selected("place = ?", reference),
            *self._selected("path = ? LIMIT 4", os.path.realpath(reference)),
            *self._selected("path = ? LIMIT 4", os.path.abspath(reference)),
            *(self._selected("path = ?", os.path.abspath(path)) if mark else ()),
        }
        return resolve(reference, sorted(found))

    @property
    def skipped(self) -> Sequence[Skipped]:  # type: ignore[override] # fetched
        """Return the files left out when the collection was last looked at."""
        found = self._rows_db.execute("SELECT path, why FROM skipped")
        return [Skipped(os.fsdecode(path), why) for path, why in found]

    def _sorted(self, order: str, offset: int, count: int, *, backwards: bool = False) -> list[Row]:
        turned = {"ASC": "DESC", "DESC": "ASC"} if backwards else {}
        keys = ", ".join(f"{name} {turned.get(way, way)}" for name, way in ORDER_KEYS[order])
        # The offset is walked in the index alone; the rows are looked up only where it ends.
        sql = (
            f"SELECT {COLUMNS} FROM articles WHERE rowid IN "
            f"(SELECT rowid FROM articles ORDER BY {keys} LIMIT ? OFFSET ?) ORDER BY {keys}"
        )
        return [_row(*found) for found in self._rows_db.execute(sql, (count, offset))]

    def _selected(self, where: str, *values: str) -> list[Row]:
        sql = f"SELECT {COLUMNS} FROM articles WHERE {where}"
        return [_row(*found) for found in self._rows_db.execute(sql, [*map(stored, values)])]


def stored(path: str) -> str | bytes:
    """Return a path as the database takes it: as bytes where those are not UTF-8.

    ``os.fsdecode`` takes both back.
    """
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def _row(*values: Any) -> Row:
    row = Row(*values)
    return row._replace(path=os.fsdecode(row.path))


def connect(folder: Path) -> sqlite3.Connection:
    """Open the database in ``folder``, made anew where it is missing, old or damaged."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    try:
        return _opened(file)
    except sqlite3.OperationalError:  # locked, or no room: nothing is wrong with the file
        raise
    except sqlite3.DatabaseError:
        for tail in ("", "-wal", "-shm"):
            Path(f"{file}{tail}").unlink(missing_ok=True)
        return _opened(file)


def _opened(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
    try:
        return _made_current(database)
    except sqlite3.Error:
        database.close()
        raise


def _made_current(database: sqlite3.Connection) -> sqlite3.Connection:
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        for name, kind in database.execute("SELECT name, type FROM sqlite_master").fetchall():
            if kind == "table":
                database.execute(f"DROP TABLE {name}")
        database.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
    return database


def packed(article: Article) -> bytes:
    """Return an article as few bytes."""
    return zlib.compress(json.dumps(asdict(article)).encode())


def unpacked(raw: bytes) -> Article:
    """Return the article that ``packed`` made ``raw`` of."""
    fields = json.loads(zlib.decompress(raw))
    fields["headline"] = Span(*fields["headline"])
    fields["furniture"] = tuple(Furniture(*one) for one in fields["furniture"])
    fields["notes"] = tuple(fields["notes"])
    return Article(**fields)


def _remembered(row: Row, why: str) -> Article:
    text = f"{row.title}\n\n{row.path}: {why}"
    return Article(
        row.place, row.path, text, row.title, "derived", Span(0, len(row.title)), row.lang,
        date=row.date, source=row.source, notes=(why,),
    )  # fmt: skip


class _Ids(Sequence[str]):
    """The ids of a shelf in one order, fetched a page at a time."""

    PAGE = 256

    def __init__(self, shelf: Shelf, order: str) -> None:
        self._shelf, self._order = shelf, order

    def __len__(self) -> int:
        return len(self._shelf)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step != 1:
                return [self[one] for one in range(start, stop, step)]
            return [row.id for row in self._shelf.rows(start, stop, self._order)]
        if at < 0:
            at += len(self)
        rows = self._shelf.rows(at, at + 1, self._order) if at >= 0 else []
        if not rows:
            raise IndexError(at)
        return rows[0].id

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), self.PAGE):
            yield from self[start : start + self.PAGE]

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Return where an id stands, found by its row and not by a look at each."""
        try:
            return self._shelf.index_of(value, self._order)
        except KeyError:
            raise ValueError(value) from None

"""What was recognised before, kept in the cache folder so that it is not recognised again.

A row an article, by its id, which changes with the article's text. Another release of the program,
other data to recognise by or another engine starts with an empty memory: the file can be deleted at
any time.
"""

import json
import sqlite3
import zlib
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from reader import __version__
from reader.entities.engines import OWN, identity
from reader.entities.mention import Mention

FILE = "mentions.sqlite"

BATCH = 32
"""Articles written at once. More would be lost by a kill, and would be recognised again; fewer
would wait for the disk more often."""


class Memory:
    """The mentions of articles seen before. Raises nothing: without a file it remembers nothing."""

    def __init__(self, file: Path, engine: str = OWN) -> None:
        self._database = _opened(file, f"{version()} {identity(engine)}")
        self._unwritten = 0

    def recall(self, article_id: str) -> list[Mention] | None:
        """Return the mentions of an article, or None if it was not seen before."""
        if self._database is None:
            return None
        with suppress(sqlite3.Error, zlib.error, ValueError, TypeError):
            found = self._database.execute(
                "SELECT mentions FROM articles WHERE id = ?", (article_id,)
            ).fetchone()
            if found is not None:
                return [Mention(*fields) for fields in json.loads(zlib.decompress(found[0]))]
        return None

    def keep(self, article_id: str, mentions: list[Mention]) -> None:
        """Remember the mentions of an article, at the latest when the memory is closed."""
        if self._database is None:
            return
        packed = zlib.compress(json.dumps([astuple(mention) for mention in mentions]).encode())
        with suppress(sqlite3.Error):  # a full disk costs no more than doing the work again
            self._database.execute("REPLACE INTO articles VALUES (?, ?)", (article_id, packed))
            self._unwritten += 1
            if self._unwritten >= BATCH:
                self.write()

    def write(self) -> None:
        """Write what is not written yet."""
        self._unwritten = 0
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.commit()

    def close(self) -> None:
        """Write what is not written yet, and forget the file."""
        self.write()
        database, self._database = self._database, None
        if database is not None:
            database.close()

    def __del__(self) -> None:
        """Close what nobody closed, as a command that ends does."""
        self.close()


def _opened(file: Path, made_by: str) -> sqlite3.Connection | None:
    """Open the file, anew where it is damaged or of another version; None where it cannot be."""
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=1.0)
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            _prepare(database, made_by)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                file.unlink()
        except OSError:
            return None
        else:
            return database
    return None


def _prepare(database: sqlite3.Connection, made_by: str) -> None:
    with database:
        database.execute("CREATE TABLE IF NOT EXISTS made_by (version TEXT)")
        found = database.execute("SELECT version FROM made_by").fetchone()
        if found != (made_by,):
            database.execute("DROP TABLE IF EXISTS articles")
            database.execute("DELETE FROM made_by")
            database.execute("INSERT INTO made_by VALUES (?)", (made_by,))
        database.execute(
            "CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, mentions BLOB) WITHOUT ROWID"
        )


def version() -> str:
    """Name the release and the data it recognises by."""
    from importlib import resources  # costs as much as the rest of this module's imports

    files = resources.files("reader.entities").joinpath("data").iterdir()
    sizes = sorted((file.name, len(file.read_bytes())) for file in files if file.is_file())
    return f"{__version__} {sizes}"

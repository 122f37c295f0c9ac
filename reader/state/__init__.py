"""What the user did: read marks, stars, tags, positions, highlights with notes, saved searches.

Everything is keyed by ``Article.key``, the content alone, so that a folder that moved keeps it,
and kept apart from the index, so that rebuilding one cannot touch the other.
"""

from pathlib import Path
from typing import NamedTuple, Self

from reader.state.database import Database, StateError

__all__ = ["FILE", "Highlight", "SavedSearch", "State", "StateError"]

FILE = "state.sqlite"
"""The database's name inside the user's data folder."""


class Highlight(NamedTuple):
    """A passage the user marked, ``text[start:end]`` when it was marked, and a note on it.

    ``quote`` is the passage itself: it can be read, exported and found again without the article.
    A note on the article as a whole has the empty passage ``0, 0``.
    """

    id: int
    key: str
    start: int
    end: int
    quote: str
    note: str


class SavedSearch(NamedTuple):
    """A query the user gave a name."""

    name: str
    query: str


class State:
    """The user's data. Every method that changes it is one transaction.

    Raises:
        StateError: from any method, when the file can no longer be read or written; but marking
            as read and saving a position only leave a notice then.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, file: Path) -> Self:
        """Open or create the database; never fails, but ``notices`` may have something to say."""
        return cls(Database(file))

    @property
    def notices(self) -> tuple[str, ...]:
        """Tell what the user must know: a damaged file set aside, marks that cannot be kept."""
        return tuple(self._database.notices)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read_keys(self) -> set[str]:
        """Return the keys of all articles that were read."""
        return self._keys("SELECT article FROM read")

    def is_read(self, key: str) -> bool:
        """Tell whether the article was read."""
        return bool(self._database.rows("SELECT 1 FROM read WHERE article = ?", key))

    def mark_read(self, key: str, read: bool = True) -> None:
        """Mark the article as read, or as unread."""
        if read:
            sql = "INSERT OR IGNORE INTO read (article) VALUES (?)"
        else:
            sql = "DELETE FROM read WHERE article = ?"
        self._database.write_in_passing(sql, key)

    def starred_keys(self) -> set[str]:
        """Return the keys of all starred articles."""
        return self._keys("SELECT article FROM star")

    def is_starred(self, key: str) -> bool:
        """Tell whether the article has a star."""
        return bool(self._database.rows("SELECT 1 FROM star WHERE article = ?", key))

    def star(self, key: str, starred: bool = True) -> None:
        """Give the article a star, or take it away."""
        if starred:
            self._database.write("INSERT OR IGNORE INTO star (article) VALUES (?)", key)
        else:
            self._database.write("DELETE FROM star WHERE article = ?", key)

    def tags(self, key: str) -> list[str]:
        """Return the article's tags in alphabetical order."""
        rows = self._database.rows("SELECT name FROM tag WHERE article = ? ORDER BY name", key)
        return [name for (name,) in rows]

    def tag(self, key: str, tag: str) -> None:
        """Add a tag to the article."""
        self._database.write("INSERT OR IGNORE INTO tag (article, name) VALUES (?, ?)", key, tag)

    def untag(self, key: str, tag: str) -> None:
        """Take a tag from the article."""
        self._database.write("DELETE FROM tag WHERE article = ? AND name = ?", key, tag)

    def tagged_keys(self, tag: str) -> set[str]:
        """Return the keys of the articles that carry the tag."""
        return self._keys("SELECT article FROM tag WHERE name = ?", tag)

    def tag_counts(self) -> dict[str, int]:
        """Return every tag in use with the number of articles that carry it."""
        return dict(self._database.rows("SELECT name, count(*) FROM tag GROUP BY name"))

    def position(self, key: str) -> int | None:
        """Return the offset of the character that stood at the top of the pane, if known."""
        rows = self._database.rows("SELECT offset FROM position WHERE article = ?", key)
        return rows[0][0] if rows else None

    def save_position(self, key: str, offset: int) -> None:
        """Remember where in the article's text the user is."""
        sql = "INSERT OR REPLACE INTO position (article, offset) VALUES (?, ?)"
        self._database.write_in_passing(sql, key, offset)

    def highlights(self, key: str) -> list[Highlight]:
        """Return the article's highlights and notes, in the order of the text."""
        return self._highlights("WHERE article = ? ORDER BY start, stop, id", key)

    def all_highlights(self) -> list[Highlight]:
        """Return every highlight and note, oldest first."""
        return self._highlights("ORDER BY id")

    def highlight(self, key: str, start: int, end: int, quote: str, note: str = "") -> int:
        """Mark a passage, with or without a note, and return the highlight's number."""
        return self._database.write(
            "INSERT INTO highlight (article, start, stop, quote, note) VALUES (?, ?, ?, ?, ?)",
            key, start, end, quote, note,
        )  # fmt: skip

    def note(self, number: int, note: str) -> None:
        """Change the note of a highlight."""
        self._database.write("UPDATE highlight SET note = ? WHERE id = ?", note, number)

    def remove_highlight(self, number: int) -> None:
        """Remove a highlight with its note."""
        self._database.write("DELETE FROM highlight WHERE id = ?", number)

    def saved_searches(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        rows = self._database.rows("SELECT name, query FROM saved_search ORDER BY name")
        return [SavedSearch(*row) for row in rows]

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name; the name's former query is replaced."""
        sql = "INSERT OR REPLACE INTO saved_search (name, query) VALUES (?, ?)"
        self._database.write(sql, name, query)

    def forget_search(self, name: str) -> None:
        """Remove a saved search."""
        self._database.write("DELETE FROM saved_search WHERE name = ?", name)

    def _keys(self, sql: str, *values: str) -> set[str]:
        return {key for (key,) in self._database.rows(sql, *values)}

    def _highlights(self, rest: str, *values: str) -> list[Highlight]:
        sql = f"SELECT id, article, start, stop, quote, note FROM highlight {rest}"
        return [Highlight(*row) for row in self._database.rows(sql, *values)]

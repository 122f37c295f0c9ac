"""How the user's data survives: crashes, a second reader, a full disk, a damaged file.

SQLite in WAL mode: every write is a transaction, a killed process loses nothing it was told is
written, and two readers wait for each other. A file that SQLite finds damaged is set aside under
another name, what can still be read in it is carried over, and ``notices`` says so. Where no file
can be written at all the data is kept in memory, and ``notices`` says that.
"""

import contextlib
import fcntl
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from reader.state.schema import MIGRATIONS

Result = TypeVar("Result")
Value = str | int | None

BUSY_SECONDS = 5.0
"""How long a write waits for another reader's. Writes take milliseconds: who waits longer waits
for a stopped process, and would rather be told."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class StateError(Exception):
    """The user's data could not be read or written; says why, and what to do."""


class Database:
    """One connection to the user's database, usable from any thread."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.notices: list[str] = []
        self._turn = threading.RLock()
        self._connection = self._open_or_remember()

    def rows(self, sql: str, *values: Value) -> list[tuple[Any, ...]]:
        """Return the rows a query gives."""
        return self._attempt(lambda: self._connection.execute(sql, values).fetchall())

    def write(self, sql: str, *values: Value) -> int:
        """Run one statement as a transaction and return the last row's number.

        It survives a power failure.
        """
        return self._attempt(lambda: self._write(sql, values, "FULL"))

    def write_in_passing(self, sql: str, *values: Value) -> None:
        """Run one statement as a transaction that survives the process, but maybe no power failure.

        Where it fails, ``notices`` says so once: what is only noted in passing stops nobody.
        """
        try:
            self._attempt(lambda: self._write(sql, values, "NORMAL"))
        except StateError as error:
            if str(error) not in self.notices:
                self.notices.append(str(error))

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it."""
        with self._turn:
            self._connection.close()

    def _write(self, sql: str, values: Sequence[Value], synchronous: str) -> int:
        self._connection.execute(f"PRAGMA synchronous = {synchronous}")
        return self._connection.execute(sql, values).lastrowid or 0

    def _attempt(self, work: Callable[[], Result]) -> Result:
        """Do ``work``; on a damaged file, mend it and do the work once more."""
        with self._turn:
            try:
                return work()
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise StateError(_reason(error, self.file)) from error
            self._connection.close()
            self._connection = self._open_or_remember(suspect=True)
            try:
                return work()
            except sqlite3.DatabaseError as error:
                raise StateError(_reason(error, self.file)) from error

    def _open_or_remember(self, suspect: bool = False) -> sqlite3.Connection:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with _alone(self.file):
                return self._open_or_mend(suspect)
        except (OSError, sqlite3.Error, StateError) as error:
            self.notices.append(f"marks are kept for this run only: {_reason(error, self.file)}")
            return _migrated(sqlite3.connect(":memory:", **_OPTIONS))

    def _open_or_mend(self, suspect: bool) -> sqlite3.Connection:
        try:
            return _open(self.file, thorough=suspect)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
        aside = _set_aside(self.file)
        connection = _open(self.file)
        kept = _salvage(aside, connection)
        self.notices.append(
            f"{self.file.name} was damaged: {kept} entries carried over, "
            f"the damaged file is kept as {aside.name}"
        )
        return connection


_OPTIONS: dict[str, Any] = {
    "timeout": BUSY_SECONDS,
    "isolation_level": None,
    "check_same_thread": False,
}


def _open(file: Path, thorough: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(file, **_OPTIONS)
    try:
        if thorough and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise _damage("quick_check found errors")
        _refuse_newer(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        return _migrated(connection)
    except BaseException:
        connection.close()
        raise


def _migrated(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Bring the layout up to date, all or nothing."""
    if _version(connection) == len(MIGRATIONS):
        return connection
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        for statements in MIGRATIONS[_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    return connection


def _refuse_newer(connection: sqlite3.Connection) -> None:
    if _version(connection) > len(MIGRATIONS):
        raise StateError("it was written by a newer seeds-reader (update this one)")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextlib.contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Let one process at a time open the database: two must not both set a damaged one aside."""
    with file.with_name(file.name + ".lock").open("a") as lock:
        with contextlib.suppress(OSError):  # a file system without locks: one reader is the rule
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _set_aside(file: Path) -> Path:
    """Rename the database and its log, so that they stay together and nothing is lost."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"{file.stem}-damaged-{stamp}{file.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"{file.stem}-damaged-{stamp}-{number}{file.suffix}")
    file.rename(aside)
    for tail in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            file.with_name(file.name + tail).rename(aside.with_name(aside.name + tail))
    return aside


def _salvage(damaged: Path, connection: sqlite3.Connection) -> int:
    """Copy each row of the damaged file that can still be read, and return how many."""
    kept = 0
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.execute("BEGIN")
    with connection, contextlib.closing(sqlite3.connect(damaged)) as source:
        for (table,) in tables:
            with contextlib.suppress(sqlite3.Error):
                kept += _copy_rows(table, source, connection)
    return kept


def _copy_rows(table: str, source: sqlite3.Connection, target: sqlite3.Connection) -> int:
    rows = source.execute(f"SELECT * FROM {table}")
    names = ", ".join(column[0] for column in rows.description)
    marks = ", ".join("?" for _ in rows.description)
    kept = 0
    with contextlib.suppress(sqlite3.DatabaseError):
        for row in rows:
            target.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row)
            kept += 1
    return kept


def _damage(why: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(why)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", None)  # errors of the module itself carry none
    return code is not None and code & 0xFF in _DAMAGE


def _reason(error: Exception, file: Path) -> str:
    if isinstance(error, OSError):
        return (
            f"{file.parent}: {(error.strerror or str(error)).lower()} (see that it can be written)"
        )
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return f"{file}: another program holds it (close that program)"
    if isinstance(error, StateError):
        return f"{file}: {error}"
    return f"{file}: {error} (see that it can be written)"

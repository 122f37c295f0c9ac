"""The files the corrections are in, and how a change of one survives whatever happens.

Two are read: ``entities.toml`` in the user's configuration folder, then the one beside the
collection, whose rules therefore win. A file is changed by writing another and renaming it, so
that a reader that is killed leaves the old file or the new one; who else changes it waits.
"""

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reader.entities.corrections.layout import lay_out, stamped, with_line, without_line
from reader.entities.corrections.rule import Rule, RuleError, read_rule

FILE = "entities.toml"


class CorrectionsError(Exception):
    """A file of corrections cannot be read or written: ``file: why (what to do)``."""


class Entry(NamedTuple):
    """A rule and where it stands; lines count from 1."""

    rule: Rule
    file: Path
    line: int


class Problem(NamedTuple):
    """What is wrong in a file, and where."""

    file: Path
    line: int
    why: str

    def __str__(self) -> str:
        """Return it as one line: ``file:line: why (what to do)``."""
        return f"{self.file}:{self.line}: {self.why}" if self.line else f"{self.file}: {self.why}"


@dataclass(frozen=True)
class Book:
    """The corrections of some files, in the order they hold: of two that clash the later wins."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return the rules alone."""
        return tuple(entry.rule for entry in self.entries)


class Places(NamedTuple):
    """Where corrections are looked for: the user's own file, and those beside the collection."""

    own: Path
    beside: tuple[Path, ...] = ()

    @property
    def target(self) -> Path:
        """Return the file that a new correction is written to.

        It is one beside the collection only if the user has put one there.
        """
        return next((file for file in reversed(self.beside) if file.is_file()), self.own)

    def read(self) -> Book:
        """Read all files; one that is not there is empty, one that cannot be read a problem."""
        return read_books([self.own, *self.beside])


def places(paths: Sequence[str | Path], config: Path) -> Places:
    """Return where the corrections of a collection are: in each folder given, or beside a file."""
    folders = (path if path.is_dir() else path.parent for path in map(Path, paths))
    return Places(config / FILE, tuple(dict.fromkeys(folder / FILE for folder in folders)))


def read_books(files: Sequence[Path]) -> Book:
    """Read several files, the rules of the later ones winning."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for file in dict.fromkeys(files):
        try:
            book = read_book(file)
        except CorrectionsError as error:
            problems.append(Problem(file, 0, str(error).removeprefix(f"{file}: ")))
            continue
        entries += book.entries
        problems += book.problems
    return Book(tuple(entries), tuple(problems))


def read_book(file: Path) -> Book:
    """Read one file; one that does not exist is empty.

    Raises: CorrectionsError for a file that cannot be read at all. A wrong line is a problem of
    the book and stops no other.
    """
    layout = lay_out(_text(file))
    entries, problems = [], [Problem(file, line, why) for line, why in layout.wrong]
    for piece in layout.pieces:
        for table in piece.tables:
            try:
                if not isinstance(table, dict):
                    raise RuleError("it is no rule (write { … })")
                entries.append(Entry(read_rule(table), file, piece.line))
            except RuleError as error:
                problems.append(Problem(file, piece.line, str(error)))
    return Book(tuple(entries), tuple(sorted(problems, key=lambda each: each.line)))


def append(file: Path, rule: Rule) -> None:
    """Write a rule behind the others, making the file if need be.

    Raises: CorrectionsError; then the file is as it was.
    """
    stamp = time.strftime("%Y-%m-%d %H:%M")
    _change(file, lambda text: with_line(text, str(rule), stamp))


def undo(file: Path) -> Rule | None:
    """Take away the last line that the program wrote, and return its rule; None if there is none.

    A line that the user wrote, or has changed since, stays. Raises: CorrectionsError, as append.
    """
    undone: list[Rule] = []

    def without_last(text: str) -> str:
        for piece, written in stamped(lay_out(text)):
            with contextlib.suppress(RuleError):
                rule = read_rule(piece.tables[0])
                if str(rule) == written:
                    undone.append(rule)
                    return without_line(text, piece)
        return text

    if file.is_file():
        _change(file, without_last)
    return undone[0] if undone else None


def _text(file: Path) -> str:
    try:
        _refuse_pipe(file)
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{file}: it is not UTF-8 (save it as UTF-8)") from error
    except OSError as error:
        raise CorrectionsError(f"{file}: {_reason(error)} (see that it can be read)") from error


def _refuse_pipe(file: Path) -> None:
    """Raise CorrectionsError for what would keep the reader waiting."""
    if file.exists() and not file.is_file():
        raise CorrectionsError(f"{file}: it is no file (move it away)")


def _change(file: Path, change: Callable[[str], str]) -> None:
    real = Path(os.path.realpath(file))  # a link stays one, and what it leads to is changed
    try:
        _refuse_pipe(real)
        real.parent.mkdir(parents=True, exist_ok=True)
        with _alone(real):
            before = _text(real)
            after = change(before)
            if after != before:
                _replace(real, after.encode())
    except OSError as error:
        raise CorrectionsError(f"{file}: {_reason(error)} (see that it can be written)") from error


@contextlib.contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold the file against other readers.

    The lock is on the file itself, so that nothing else is left in the folder; who had to wait
    may hold one that was replaced meanwhile, and takes the new one.
    """
    while True:
        with file.open("ab") as held:
            with contextlib.suppress(OSError):  # there are file systems without locks
                fcntl.flock(held, fcntl.LOCK_EX)
            if _is_still(held.fileno(), file):
                yield
                return


def _is_still(descriptor: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except FileNotFoundError:
        return False


def _replace(file: Path, content: bytes) -> None:
    """Put ``content`` in the place of the file, all of it or nothing."""
    new = file.with_name(f".{file.name}.new")  # left by a killed reader, it is overwritten
    with new.open("wb") as stream:
        os.fchmod(stream.fileno(), file.stat().st_mode & 0o777)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

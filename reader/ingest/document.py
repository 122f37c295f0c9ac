"""How bytes are got from a path that may be no ordinary file.

A reader points the program at whole folders, so a path may be a FIFO that never answers, a
device without an end, a film, or a file that vanished a moment ago. Each is refused with one
line that says why and what to do.
"""

import io
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from reader.ingest.decoding import MARKS, Decoded, decode

MAX_BYTES = 64 * 2**20
"""Largest document read whole. A long novel is 5 MB; more than this is a dump or a film, and
would take the memory of the whole program. Formats that stream are not bound by it."""

HEAD_BYTES = 4096
"""How much of a document the formats look at to know their own."""

START_BYTES = 2**16
"""How much is read at once. Nearly every article is shorter, and its file opened only once."""


class IngestError(Exception):
    """A document that can't be read: ``str(error)`` is "why (what to do)"."""

    def __init__(self, why: str, path: str = "") -> None:
        super().__init__(why)
        self.path = path


@dataclass(frozen=True)
class Document:
    """Something with a name and bytes: a file, or a member of an archive.

    ``open`` gives the bytes from their start each time it is called.
    """

    name: str
    open: Callable[[], BinaryIO]

    @cached_property
    def _start(self) -> bytes:
        with self.open() as stream:
            return stream.read(START_BYTES)

    @property
    def head(self) -> bytes:
        """Return the first bytes, enough to tell the format."""
        return self._start[:HEAD_BYTES]

    @cached_property
    def opening(self) -> bytes:
        """Return the first bytes without a byte order mark, those of UTF-16 as UTF-8."""
        is_marked = self.head.startswith(tuple(mark for mark, _ in MARKS))
        return decode(self.head).text.encode("utf-8", "replace") if is_marked else self.head

    @cached_property
    def suffix(self) -> str:
        """Return the end of the name, in lower case: ``.txt``."""
        return os.path.splitext(self.name)[1].lower()

    @property
    def is_large(self) -> bool:
        """Tell whether there are more than ``MAX_BYTES``."""
        with self.open() as stream:
            return stream.seek(0, os.SEEK_END) > MAX_BYTES

    def read(self) -> bytes:
        """Return all bytes. Raises IngestError when there are more than ``MAX_BYTES``."""
        if len(self._start) < START_BYTES:
            return self._start
        with self.open() as stream:
            raw = stream.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise IngestError(f"larger than {MAX_BYTES >> 20} MB (split it into articles)")
        return raw

    def text(self, declared: str = "") -> Decoded:
        """Return the whole document decoded, with notes on what could not be."""
        return decode(self.read(), declared)

    @classmethod
    def of_bytes(cls, name: str, raw: bytes) -> "Document":
        """Return a document that is held in memory."""
        return cls(name, lambda: io.BytesIO(raw))

    @classmethod
    def of_file(cls, path: Path) -> "Document":
        """Return a document over a file, which is opened anew for each reading."""
        return cls(path.name, lambda: open_regular(path))


def open_regular(path: Path) -> BinaryIO:
    """Open an ordinary file for reading. Raises IngestError for anything else.

    The kind is asked of the open descriptor too, since a path may be swapped for a FIFO between
    a look and the opening; ``O_NONBLOCK`` keeps that opening from waiting for a writer.
    """
    try:
        _require_regular(os.stat(path).st_mode)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        stream = os.fdopen(os.open(path, flags), "rb")
        _require_regular(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError) as error:
        raise IngestError(explain(error), str(path)) from error
    return stream


def _require_regular(mode: int) -> None:
    for is_kind, name in _KINDS:
        if is_kind(mode):
            raise IngestError(f"is a {name} (name a file)")
    if not stat.S_ISREG(mode):
        raise IngestError("is not an ordinary file (name a file)")


_KINDS = (
    (stat.S_ISFIFO, "FIFO"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISDIR, "folder"),
)


def explain(error: Exception) -> str:
    """Say an operating system's error as "why (what to do)"."""
    if isinstance(error, FileNotFoundError):
        return "no longer there (check the path)"
    if isinstance(error, PermissionError):
        return "may not be read (check its permissions)"
    reason = getattr(error, "strerror", None) or str(error)
    return f"can't be read: {reason} (check the disk and the path)"

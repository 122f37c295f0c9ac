"""``doctor``: what a helper would ask first: versions, folders, the terminal, skipped files."""

import os
import platform
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from reader import __version__
from reader.article import clean_line
from reader.cli.errors import FAILED, FOUND, NOTHING
from reader.cli.output import Output
from reader.cli.table import Column
from reader.config import FILE, ConfigError, read_config
from reader.folders import folders
from reader.library import Library, LibraryError, NoArticlesError
from reader.library.shelf import Shelf

LIBRARIES = ("textual", "rapidfuzz", "tantivy", "python-dateutil", "platformdirs",
             "charset-normalizer")  # fmt: skip

OPTIONAL = {"trafilatura": "html", "feedparser": "feeds", "urllib3": "feeds", "pypdf": "pdf"}
"""The libraries that some formats need, and the extra that brings each."""


class Finding(NamedTuple):
    """One thing that was looked at; ``ok`` is false where it stands in the reader's way."""

    part: str
    name: str
    value: str
    ok: bool = True


def run(options: Namespace, output: Output) -> int:
    """Show all findings; the status is that of a command that needs the collection."""
    findings, status = [*versions(), *places(), settings(), *terminal()], FOUND
    try:
        findings += collection(options.paths)
    except LibraryError as error:
        findings.append(Finding("collection", "articles", str(error), ok=False))
        status = NOTHING if isinstance(error, NoArticlesError) else FAILED
    output.table((finding._asdict() for finding in findings), COLUMNS)
    return status


def versions() -> Iterator[Finding]:
    """Look at the program, the Python it runs on, and the libraries it needs."""
    import sqlite3

    yield Finding("versions", "seeds-reader", f"{__version__} in {Path(__file__).parents[2]}")
    yield Finding("versions", "python", f"{platform.python_version()} at {sys.executable}")
    yield Finding("versions", "system", platform.platform())
    yield Finding("versions", "sqlite", sqlite3.sqlite_version)
    for library in LIBRARIES:
        found = _version(library)
        yield Finding("versions", library, found or "not installed", ok=found is not None)
    for library, extra in OPTIONAL.items():
        missing = f"not installed (pip install 'seeds-reader[{extra}]' brings it)"
        yield Finding("optional", library, _version(library) or missing)


def _version(library: str) -> str | None:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def places() -> Iterator[Finding]:
    """Look at the folders: one that is not there yet is made when it is needed."""
    for name, folder in folders()._asdict().items():
        there = next(path for path in (folder, *folder.parents) if path.exists())
        writable = there.is_dir() and os.access(there, os.W_OK)
        remark = "" if folder.exists() else " (not made yet)"
        yield Finding(
            "folders", name, f"{folder}{remark if writable else ' (not writable)'}", writable
        )


def settings() -> Finding:
    """Look at whether the configuration can be read; none is fine."""
    try:
        read_config(folders().config)
    except ConfigError as error:
        return Finding("folders", FILE, str(error), ok=False)
    there = (folders().config / FILE).exists()
    return Finding("folders", FILE, "can be read" if there else "not there (nothing is set)")


def terminal() -> Iterator[Finding]:
    """Look at what the reader would draw on."""
    for name, stream in (("input", sys.stdin), ("output", sys.stdout), ("errors", sys.stderr)):
        is_terminal = stream is not None and stream.isatty()
        yield Finding(
            "terminal", name, "a terminal" if is_terminal else "not a terminal", is_terminal
        )
    size = shutil.get_terminal_size()
    yield Finding("terminal", "size", f"{size.columns} columns, {size.lines} rows")
    yield Finding("terminal", "TERM", os.environ.get("TERM", "not set"), "TERM" in os.environ)
    yield Finding("terminal", "colours", colours())
    encoding = sys.getfilesystemencoding()
    yield Finding("terminal", "encoding", encoding, encoding.lower() == "utf-8")


def colours() -> str:
    """Say how many colours the environment promises."""
    if os.environ.get("NO_COLOR"):
        return "none (NO_COLOR is set)"
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in os.environ.get("TERM", "") else "16"


def collection(paths: Sequence[str]) -> Iterator[Finding]:
    """Look at the collection, and at each file that could not be read. Raises LibraryError."""
    library = Library.open(paths)
    yield Finding("collection", "articles", str(len(library)), len(library) > 0)
    yield index(library)
    for skipped in library.skipped:
        yield Finding("collection", "skipped", f"{skipped.path}: {skipped.why}", ok=False)


def index(library: Library) -> Finding:
    """Look at whether the collection has an index on disk, and has all of it."""
    if not isinstance(library, Shelf):
        return Finding("collection", "index", "not needed: the collection is small")
    if library.is_complete:
        return Finding("collection", "index", f"complete, in {library.folder}")
    remark = "not complete (seeds-reader index builds it)"
    return Finding("collection", "index", remark, ok=False)


COLUMNS = (
    Column("", lambda record: " " if record["ok"] else "!", style="match"),
    Column("PART", lambda record: record["part"], style="faint"),
    Column("NAME", lambda record: record["name"]),
    Column("VALUE", lambda record: clean_line(record["value"])),
)

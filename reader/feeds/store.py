r"""Where the articles of feeds are kept: one JSON Lines file a feed, only ever added to.

    feeds/  vnexpress.net-3f2a….jsonl    one entry a line, oldest first
            vnexpress.net-3f2a….json     its address, and what to ask the server by next time

An entry's line number is part of its article's name, so lines are never moved, and an entry that
its feed changes later stays as it was first read. A run that is killed while it writes leaves a
last line without its end: the next run cuts it off and, since the server's validators are noted
only once the entries are safe on disk, gets those entries again.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reader.feeds.fetching import Validators
from reader.fold import fold
from reader.ingest.addresses import plain_address
from reader.ingest.feed import Entry

TELLING = 80
"""Characters from which on the same title and text are the same entry, whatever its guid. Less
can be two days' "No news today"."""


@dataclass(frozen=True)
class Store:
    """The kept feeds of one user."""

    folder: Path

    def file(self, address: str) -> Path:
        """Return the file of a feed's articles, which need not exist yet."""
        return self.folder / f"{_name(address)}.jsonl"

    def addresses(self) -> list[str]:
        """Return the addresses of all feeds that were fetched once."""
        notes = (_read_json(file) for file in sorted(self.folder.glob("*.json")))
        return [note["address"] for note in notes if isinstance(note.get("address"), str)]

    def count(self, address: str) -> int:
        """Return how many articles are kept of a feed."""
        try:
            with self.file(address).open("rb") as lines:
                return sum(1 for line in lines if line.endswith(b"\n"))
        except FileNotFoundError:
            return 0

    def age_seconds(self, address: str) -> float:
        """Return how long ago a feed last answered; for ever where nothing is kept of it."""
        if not self.file(address).exists():
            return float("inf")
        try:
            return time.time() - self._note(address).stat().st_mtime
        except FileNotFoundError:
            return float("inf")

    def mark_unchanged(self, address: str) -> None:
        """Note that a feed answered, and had nothing new."""
        self._note(address).touch()

    def validators(self, address: str) -> Validators:
        """Return what to ask the server of a feed by."""
        if not self.file(address).exists():  # the user removed it, and wants all of it again
            return Validators()
        note = _read_json(self._note(address))
        return Validators(str(note.get("etag", "")), str(note.get("modified", "")))

    def add(self, address: str, entries: Sequence[Entry], validators: Validators) -> int:
        """Keep the entries that are new, the feed's last one first, and return how many were."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.file(address).open("a+b") as file, _alone(file):
            _cut_torn_line(file)
            known = {name for record in _records(file) for name in names(record)}
            fresh = list(_fresh(entries, known))
            file.write(b"".join(map(_line, reversed(fresh))))
            file.flush()
            os.fsync(file.fileno())
        note = {"address": address, **validators._asdict()}
        _replace(self._note(address), json.dumps(note, ensure_ascii=False))
        return len(fresh)

    def _note(self, address: str) -> Path:
        return self.file(address).with_suffix(".json")


def names(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield all by which two entries of a feed are known to be one.

    An address alone is none: there are feeds in which every entry has that of the front page.
    """
    if guid := record.get("guid"):
        yield f"guid {guid}"
    title, text = (fold(str(record.get(name) or "")) for name in ("title", "text"))
    if link := record.get("link"):
        yield f"link {plain_address(str(link))} {title}"
    if len(text) >= TELLING:
        digest = hashlib.blake2b(f"{title}\n{text}".encode("utf-8", "replace"), digest_size=16)
        yield f"text {digest.hexdigest()}"


def _fresh(entries: Sequence[Entry], known: set[str]) -> Iterator[dict[str, Any]]:
    uses = Counter(entry.name for entry in entries)
    for entry in entries:
        guid = {"guid": entry.name} if entry.name and uses[entry.name] == 1 else {}
        record = {**guid, **entry.record}
        own = set(names(record))
        if known.isdisjoint(own) and (record.get("text") or record.get("title")):
            yield record
        known |= own


def _name(address: str) -> str:
    """Return a file's name for an address: the host to read, and what tells it from others."""
    found = re.match(r"\w+://(?:[^/?#]*@)?([\w.-]+)", address)
    host = re.sub(r"[^a-z0-9.-]", "", found[1].lower())[:60] if found else "feed"
    return (
        f"{host}-{hashlib.blake2b(address.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
    )


def _line(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _records(file: BinaryIO) -> Iterator[dict[str, Any]]:
    """Yield the records of a file; a line that something else damaged is passed over."""
    file.seek(0)
    for line in file:
        with contextlib.suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict):
                yield record


def _cut_torn_line(file: BinaryIO) -> None:
    """Remove what stands behind the last line end."""
    end = file.seek(0, os.SEEK_END)
    at = end
    while at > 0:
        start = max(0, at - 2**16)
        file.seek(start)
        newline = file.read(at - start).rfind(b"\n")
        if newline >= 0:
            at = start + newline + 1
            break
        at = start
    if at < end:
        file.truncate(at)


@contextlib.contextmanager
def _alone(file: BinaryIO) -> Iterator[None]:
    """Let one process at a time add to a feed; the lock ends with the file."""
    with contextlib.suppress(OSError):  # a file system without locks: one reader is the rule
        fcntl.flock(file, fcntl.LOCK_EX)
    yield


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}

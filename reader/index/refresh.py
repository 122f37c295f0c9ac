"""Brings a shelf and its index up to date with the files: only what changed is read again.

    walk ──▶ files that are new or changed ──▶ articles ──┬──▶ index    committed first
             files that are gone                          └──▶ ledger   committed second

Commits follow each other within seconds, so that what was read can be found soon; a kill at any
moment costs what was read since the last one.
"""

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.article import Article
from reader.index.store import SAMPLE, Index, IndexVersionError, IndexWriter, common_words
from reader.ingest import IngestError, read_articles
from reader.library import Skipped
from reader.library.folder_walk import Found, walk
from reader.library.ledger import Ledger, Stamp
from reader.library.shelf import INDEX_FOLDER

LOCK = "refresh.lock"

FIRST_COMMIT_SECONDS, COMMIT_SECONDS = 1.0, 8.0
"""How long articles wait to be found. Each commit leaves a segment that is searched by itself
until it is merged with others: more of them would cost more than they gain."""


class IndexBusyError(Exception):
    """Another process is refreshing the same collection."""


class _EnoughError(Exception):
    """Whoever asked for the refresh has what was asked for; all of it is committed."""


class Progress(NamedTuple):
    """How far a refresh has come: files looked at, of how many; articles read in it."""

    files: int
    of_files: int
    articles: int
    is_done: bool = False


def is_current(folder: Path, roots: Sequence[str]) -> bool:
    """Tell, without a walk, whether nothing was added or removed since the last refresh.

    A file that changed inside a folder is not noticed; one that was named itself is.
    """
    ledger = Ledger(folder)
    try:
        stamps = ledger.folder_stamps()
        named = [root for root in map(os.path.abspath, roots) if not os.path.isdir(root)]
        files = {path: stamp.changed for path, stamp in ledger.stamps().items()} if named else {}
    finally:
        ledger.close()
    seen = {**stamps, **{path: files.get(path, 0) for path in named}}
    now = {path: stamp.changed for path in seen if (stamp := Stamp.of(path))}
    return bool(seen) and seen == now and _opens(folder / INDEX_FOLDER)


def _opens(folder: Path) -> bool:
    try:
        Index.open(folder)
    except (IndexVersionError, FileNotFoundError):
        return False
    return True


def refresh(
    folder: Path,
    roots: Sequence[str],
    tell: Callable[[Progress], None] = lambda progress: None,
    until: Callable[[Progress], bool] = lambda progress: False,
) -> Progress:
    """Bring the shelf in ``folder`` up to date with ``roots``, and ``tell`` how it goes.

    It ends early, at a commit, when ``until`` says so. Raises IndexBusyError.
    """
    with _alone(folder):
        return _refreshed(folder, roots, tell, until)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a collection's cache, which ends with the process that holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise IndexBusyError(f"{folder}: another process is indexing it") from error
        yield


def _refreshed(
    folder: Path,
    roots: Sequence[str],
    tell: Callable[[Progress], None],
    until: Callable[[Progress], bool],
) -> Progress:
    own = os.path.join(os.path.abspath(folder.parent), "")
    files = walk([os.path.abspath(root) for root in roots])
    found = [one for one in files if not one.path.startswith(own)]
    ledger = Ledger(folder)
    try:
        index = _opened(folder / INDEX_FOLDER, ledger, found)
        try:
            writer = index.writer()
        except ValueError as error:
            raise IndexBusyError(f"{folder}: another process is indexing it") from error
        with writer:
            if not ledger.knows_files:  # nobody could say which articles in the index are gone
                writer.clear()
            work = _Refresh(ledger, writer, tell, until)
            with contextlib.suppress(_EnoughError):
                work.run(found, roots)
            return work.progress
    finally:
        ledger.close()


def _opened(folder: Path, ledger: Ledger, found: Sequence[Found]) -> Index:
    try:
        index = Index.open(folder)
        if not index.is_outgrown:
            return index
    except (IndexVersionError, FileNotFoundError):
        pass
    ledger.reopen()
    return Index.create(folder, common_words(list(_sample(found))))


def _sample(found: Sequence[Found]) -> Iterator[Article]:
    """Yield articles from all over the collection, enough to know its common words."""
    step = max(1, len(found) // SAMPLE)
    each = -(-SAMPLE // max(1, len(found)))
    chosen = (article for one in found[::step] for article in islice(_read(one), each))
    yield from islice(chosen, SAMPLE)


def _read(found: Found) -> Iterator[Article]:
    try:
        yield from () if found.why else read_articles(Path(found.path), found.place)
    except IngestError:
        return


@dataclass
class _Refresh:
    """One refresh under way."""

    ledger: Ledger
    writer: IndexWriter
    tell: Callable[[Progress], None]
    until: Callable[[Progress], bool]
    progress: Progress = field(default_factory=lambda: Progress(0, 0, 0))
    skipped: list[Skipped] = field(default_factory=list)
    due: float = 0.0

    def run(self, found: Sequence[Found], roots: Sequence[str]) -> None:
        """Look at every file, and read what changed."""
        self.progress = Progress(0, len(found), 0)
        self.due = time.monotonic() + FIRST_COMMIT_SECONDS
        before = self.ledger.stamps()
        self._drop(before.keys() - {one.path for one in found})
        for one in found:
            self._look_at(one, before.get(one.path))
            self.progress = self.progress._replace(files=self.progress.files + 1)
            self.tell(self.progress)
            self._commit_if_due()
        self.writer.commit()
        self.ledger.finish(self.skipped, _folders(found, roots))
        self.progress = self.progress._replace(is_done=True)
        self.tell(self.progress)

    def _drop(self, gone: Iterable[str]) -> None:
        for path in gone:
            for article_id in self.ledger.ids(path):
                self.writer.remove(article_id)
            self.ledger.drop(path)

    def _look_at(self, found: Found, before: Stamp | None) -> None:
        if found.why:
            self.skipped.append(Skipped(found.path, found.why))
            return
        stamp = Stamp.of(found.path)
        if stamp is not None and stamp == before:
            self.skipped += self.ledger.skipped(found.path)
            return
        old = set(self.ledger.ids(found.path)) if before else set()
        self.ledger.open_file(found.path, found.place)
        try:
            for article in read_articles(Path(found.path), found.place, self._refuse(found)):
                self._add(article, again=article.id in old)
                old.discard(article.id)
        except IngestError as error:
            self.skipped.append(Skipped(found.path, str(error)))
            stamp = None
        for article_id in old:
            self.writer.remove(article_id)
            self.ledger.remove(article_id)
        if stamp is not None:
            self.ledger.close_file(found.path, found.place, stamp)

    def _add(self, article: Article, *, again: bool) -> None:
        self.writer.add(article)
        self.ledger.add(article, again=again)
        self.progress = self.progress._replace(articles=self.progress.articles + 1)
        self.tell(self.progress)
        self._commit_if_due()

    def _refuse(self, found: Found) -> Callable[[str, str], None]:
        def refuse(fragment: str, why: str) -> None:
            self.skipped.append(Skipped(f"{found.path}#{fragment}", why))

        return refuse

    def _commit_if_due(self) -> None:
        if time.monotonic() < self.due:
            return
        self.writer.commit()
        self.ledger.commit()
        self.due = time.monotonic() + COMMIT_SECONDS
        if self.until(self.progress):
            raise _EnoughError


def _folders(found: Iterable[Found], roots: Sequence[str]) -> set[str]:
    """Return the folders in which a new file would be a new article."""
    tops = {os.path.abspath(root) for root in roots if os.path.isdir(root)}
    folders = set(tops)
    for one in found:
        above = os.path.dirname(one.path)
        while above not in folders and any(above.startswith(top) for top in tops):
            folders.add(above)
            above = os.path.dirname(above)
    return folders

"""Corpora on disk for the benchmark: an index, and the same text one article a line."""

import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reader import fold
from reader.article import Article
from reader.index import Index, common_words
from reader.index.store import SAMPLE
from tests.bench import corpus, known_items


class Built(NamedTuple):
    """One corpus: its index, its text folded one article a line, and what building took."""

    count: int
    index: Path
    lines: Path
    seconds: float
    text_bytes: int

    @property
    def index_bytes(self) -> int:
        """Return the size of the index on disk."""
        return sum(file.stat().st_size for file in self.index.rglob("*") if file.is_file())


def build(count: int, folder: Path) -> Built:
    """Build a corpus of ``count`` generated articles and the known ones, unless it is there."""
    index, lines, note = folder / f"index-{count}", folder / f"{count}.txt", folder / f"{count}.s"
    if not note.exists():
        folder.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        text_bytes = _index(count, index)
        seconds = time.perf_counter() - start
        with lines.open("w", encoding="utf-8") as out:
            out.writelines(f"{_line(article)}\n" for article in _articles(count))
        note.write_text(f"{seconds} {text_bytes}")
    seconds_, bytes_ = note.read_text().split()
    return Built(count, index, lines, float(seconds_), int(bytes_))


def _index(count: int, folder: Path) -> int:
    text_bytes = 0
    index = Index.create(folder, common_words(list(corpus.articles(min(SAMPLE, count)))))
    with index.writer() as writer:
        for article in _articles(count):
            writer.add(article)
            text_bytes += len(article.text.encode())
        writer.commit()
    return text_bytes


def _articles(count: int) -> Iterator[Article]:
    known = (item.article for item in known_items.items())
    return chain(corpus.articles(count), known)


def _line(article: Article) -> str:
    return fold.fold(article.text).replace("\n", " ")

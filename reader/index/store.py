"""Where an index lives and how it changes: a folder of commits that survives a kill.

    folder/  meta.json      version, the words whose pairs are kept
             articles/      tantivy: every commit replaces its meta.json in one rename
             words/         the vocabulary, committed before the articles

A kill between the two commits leaves words that no article holds yet, which does no harm. What
was not committed is added again by whoever refreshes the index: adding an article twice leaves
one.
"""

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

from reader import fold
from reader.article import Article
from reader.index.postings import Postings
from reader.index.schema import VERSION, build_schema, document, fold_words
from reader.index.vocabulary import Vocabulary

WRITER_BYTES = 120_000_000
"""Memory in which postings gather before they are written out: a segment of some 15,000 articles.
Half of it makes twice the segments, and each of them is searched for every keystroke."""

SMALL_WRITER_BYTES = 15_000_000
"""The same for an index in memory, of a small collection."""

COMMON_SHARE = 50
"""A word in more than one article of so many is common, and its pairs with others are kept. At
1 % the pairs grow by half; at 5 % phrases of fairly common words take tens of milliseconds."""

SAMPLE = 1000
"""Articles that are looked at to find the common words. A collection that has fewer keeps no
pairs: its phrases are fast as they are."""

OUTGROWN = 10
"""An index without pairs is built again when the collection has so many samples: there, a phrase
of common words takes a frame."""


class IndexVersionError(Exception):
    """The index in that folder was made by another version, or is damaged: build it again."""


class Index:
    """An index of articles, in a folder or in memory."""

    def __init__(self, folder: Path | None, common: Iterable[str]) -> None:
        self.folder, self.common = folder, frozenset(common)
        where = None if folder is None else str(_made(folder / "articles"))
        self.engine = tantivy.Index(
            build_schema(), where, sort_by_field="day", sort_order=tantivy.Order.Desc
        )
        self.words = Vocabulary.open(None if folder is None else folder / "words")

    @classmethod
    def in_memory(cls) -> "Index":
        """Return an empty index that vanishes with the process: for small collections."""
        return cls(None, ())

    @classmethod
    def create(cls, folder: Path, common: Iterable[str] = ()) -> "Index":
        """Make an empty index in ``folder``, in place of what is there."""
        if folder.exists():
            shutil.rmtree(folder)
        _made(folder)
        index = cls(folder, common)
        meta = {"version": VERSION, "common": sorted(index.common)}
        partial = folder / "meta.json.new"
        partial.write_text(json.dumps(meta), encoding="utf-8")
        os.replace(partial, folder / "meta.json")
        return index

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """Open the index in ``folder``.

        Raises FileNotFoundError when there is none, IndexVersionError when it must be built again.
        """
        try:
            meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            if meta["version"] != VERSION:
                raise IndexVersionError(f"{folder}: version {meta['version']}, not {VERSION}")
            return cls(folder, meta["common"])
        except (ValueError, KeyError, TypeError, OSError) as error:
            if isinstance(error, FileNotFoundError):
                raise
            raise IndexVersionError(f"{folder}: damaged ({error})") from error

    @property
    def is_outgrown(self) -> bool:
        """Tell whether it should be built again, since it was begun for a small collection."""
        return not self.common and int(self.engine.searcher().num_docs) > OUTGROWN * SAMPLE

    def postings(self) -> Postings:
        """Return what the last commit of any process holds."""
        self.engine.reload()
        self.words.reload()
        return Postings(self.engine, self.words, self.common)

    def writer(self) -> "IndexWriter":
        """Return the one that may change the index. Raises ValueError while another has it."""
        return IndexWriter(self)


class IndexWriter:
    """Changes an index; nothing shows before ``commit``. One at a time, over all processes."""

    def __init__(self, index: Index) -> None:
        self._index = index
        heap = SMALL_WRITER_BYTES if index.folder is None else WRITER_BYTES
        self._writer = index.engine.writer(heap, 1)
        self._before = index.engine.searcher()
        self._added: set[int] = set()
        self._words: set[str] = set()

    def add(self, article: Article, entity_ids: Iterable[str] = ()) -> None:
        """Add an article; one with the same id is replaced."""
        number = int(article.id, 16)
        if number in self._added or self._before.doc_freq("id", number):
            self.remove(article.id)
        self._added.add(number)
        made, words = document(article, self._index.common, entity_ids)
        self._words |= words
        self._writer.add_document(made)

    def remove(self, article_id: str) -> None:
        """Remove an article, if it is there."""
        number = int(article_id, 16)
        which = tantivy.Query.term_query(self._index.engine.schema, "id", number)
        self._writer.delete_documents_by_query(which)  # by term takes the number for a signed one

    def clear(self) -> None:
        """Remove all articles."""
        self._writer.delete_documents_by_query(tantivy.Query.all_query())

    def commit(self) -> None:
        """Make everything since the last commit last and be found, all of it or nothing."""
        self._index.words.add(self._words)
        self._words.clear()
        self._writer.commit()
        self._index.engine.reload()
        self._before = self._index.engine.searcher()
        self._added.clear()

    def close(self) -> None:
        """Let merging finish and give the index up. What was not committed is lost."""
        self._writer.wait_merging_threads()

    def __enter__(self) -> "IndexWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def common_words(sample: Sequence[Article]) -> set[str]:
    """Return the words that are common in ``sample``: none when it is too small to tell."""
    if len(sample) < SAMPLE:
        return set()
    frequencies = Counter(
        word for article in sample for word in set(fold_words(fold.fold(article.text)))
    )
    return {word for word, count in frequencies.items() if count * COMMON_SHARE > len(sample)}


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder

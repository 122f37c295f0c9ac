"""The words of the collection, and which of them a typed word may be a misspelling of.

Each word is a document of a small index of its own, so that its dictionary, an automaton on
disk, can be run against the automaton of all strings within so many mistakes: a millisecond
among a million words, and nothing is loaded. Words are added and never removed; one that no
article holds any more has no postings, and who asks sees that.
"""

from collections.abc import Iterable
from pathlib import Path

import tantivy
from tantivy import Query

NEAR_LIMIT = 400
"""Words looked at for one typed word. Two mistakes in eight letters leave a few dozen strangers
among a million words; hundreds only when the word is a common ending with a common beginning."""

HEAP_BYTES, MANY_HEAP_BYTES = 15_000_000, 80_000_000
"""Memory of the writer: the least that tantivy takes, and what 300,000 words fit into. Each time
it is full a segment is written, and the automaton of a typed word is run against each of them."""

MANY = 10_000
"""New words from which on the writer gets more memory."""


def build_schema() -> tantivy.Schema:
    """Return the schema of the words' index."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("word", stored=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


class Vocabulary:
    """The words of an index as of its last commit."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index, self._schema = index, index.schema
        self._searcher = index.searcher()

    @classmethod
    def open(cls, folder: Path | None) -> "Vocabulary":
        """Open the words kept in ``folder``, made if missing; of None, in memory."""
        if folder is None:
            return cls(tantivy.Index(build_schema()))
        folder.mkdir(parents=True, exist_ok=True)
        return cls(tantivy.Index(build_schema(), str(folder)))

    def __contains__(self, word: str) -> bool:
        return self._searcher.doc_freq("word", word) > 0

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def near(self, word: str, mistakes: int) -> list[str]:
        """Return words within so many mistakes of ``word`` (at most 2), in no order."""
        asked = Query.fuzzy_term_query(self._schema, "word", word, min(mistakes, 2))
        found = self._searcher.search(asked, limit=NEAR_LIMIT, count=False)
        return [self._searcher.doc(address)["word"][0] for _, address in found.hits]

    def reload(self) -> None:
        """See the words of the last commit."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def add(self, words: Iterable[str]) -> None:
        """Add those of ``words`` that are new, and commit."""
        new = [word for word in words if word not in self]
        if not new:
            return
        writer = self._index.writer(MANY_HEAP_BYTES if len(new) > MANY else HEAP_BYTES, 1)
        for word in new:
            document = tantivy.Document()
            document.add_text("word", word)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.reload()

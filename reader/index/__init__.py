"""The index: which articles hold which words, in memory or on disk; the one that knows tantivy."""

from reader.index.postings import Found, Postings
from reader.index.store import Index, IndexVersionError, IndexWriter, common_words

__all__ = ["Found", "Index", "IndexVersionError", "IndexWriter", "Postings", "common_words"]

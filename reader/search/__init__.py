"""Search: from a typed query to ranked hits, and to the characters that match in each."""

from reader.search.matching import matches, title_matches
from reader.search.query import Filter, Phrase, Query, Word, parse
from reader.search.ranking import parts
from reader.search.results import Hit, Results
from reader.search.searcher import Searcher
from reader.search.snippets import Snippet, snippet

__all__ = [
    "Filter", "Hit", "Phrase", "Query", "Results", "Searcher", "Snippet", "Word",
    "matches", "parse", "parts", "snippet", "title_matches",
]  # fmt: skip

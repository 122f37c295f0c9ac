"""The library: the articles of a collection, in order, wherever they come from."""

from reader.library.collection import Library, LibraryError, NoArticlesError
from reader.library.order import ORDERS
from reader.library.reference import AmbiguousArticle, UnknownArticle
from reader.library.row import Row, Skipped

__all__ = [
    "ORDERS",
    "AmbiguousArticle",
    "Library",
    "LibraryError",
    "NoArticlesError",
    "Row",
    "Skipped",
    "UnknownArticle",
]

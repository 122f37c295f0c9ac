"""Feeds: fetched from their addresses, and what they held kept for good.

    address -> fetching -> feed -> store
               (HTTP)     (ingest)  (one file a feed, in the user's data folder)

The files are JSON Lines, which the library reads like any other.
"""

from reader.feeds.fetching import FetchError, Limits
from reader.feeds.opml import addresses_in, is_opml
from reader.feeds.refresh import Outcome, refresh
from reader.feeds.store import Store

__all__ = [
    "FetchError",
    "Limits",
    "Outcome",
    "Store",
    "addresses_in",
    "is_address",
    "is_opml",
    "refresh",
]


def is_address(path: str) -> bool:
    """Tell an address from the path of a file."""
    return path[:8].lower().startswith(("http://", "https://"))

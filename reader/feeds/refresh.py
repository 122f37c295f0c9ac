"""Many feeds at once: each is fetched and kept by itself, and none stops the others."""

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.feeds.fetching import FetchError, Limits, Validators, fetch
from reader.feeds.store import Store
from reader.ingest import IngestError
from reader.ingest.feed import read_feed

AT_ONCE = 8
"""Feeds fetched at the same time. They wait for servers, not for this machine; more would open
many connections to one server where a list names many feeds of it."""


class Outcome(NamedTuple):
    """What became of one feed: how many new articles, how many in all, and what went wrong."""

    address: str
    path: str
    new: int
    articles: int
    problem: str = ""


def refresh(store: Store, addresses: Sequence[str], limits: Limits) -> Iterator[Outcome]:
    """Fetch the feeds and keep what is new; yield what became of each, in their order.

    Who stops asking doesn't wait for those that are still under way.
    """
    outcomes = {address: queue.SimpleQueue[Outcome]() for address in addresses}
    waiting = iter(list(outcomes.items()))
    turn = threading.Lock()

    def work() -> None:
        while True:
            with turn:
                address, outcome = next(waiting, ("", None))
            if outcome is None:
                return
            outcome.put(_refresh_one(store, limits, address))

    for _ in range(min(AT_ONCE, len(outcomes))):
        threading.Thread(target=work, daemon=True).start()
    begun = time.monotonic()
    for address, outcome in outcomes.items():
        left = limits.patience_seconds
        if left is not None:
            left = max(0.0, left - (time.monotonic() - begun))
        try:
            yield outcome.get(timeout=left)
        except queue.Empty:
            yield _outcome(store, address, 0, "has not answered yet (run seeds-reader fetch)")


def _refresh_one(store: Store, limits: Limits, address: str) -> Outcome:
    new, problem = 0, ""
    try:
        new, problem = _kept(store, limits, address)
    except (FetchError, IngestError) as error:
        problem = str(error)
    except OSError as error:
        problem = f"can't be kept: {error.strerror or error} (check the disk and {store.folder})"
    except Exception as error:  # of a parser's or server's making: it must not stop the rest
        problem = f"can't be read: {type(error).__name__} (open it in a browser)"
    return _outcome(store, address, new, problem)


def _outcome(store: Store, address: str, new: int, problem: str) -> Outcome:
    return Outcome(address, str(store.file(address)), new, store.count(address), problem)


def _kept(store: Store, limits: Limits, address: str) -> tuple[int, str]:
    answer = fetch(address, store.validators(address), limits)
    if answer.raw is None:
        store.mark_unchanged(address)
        return 0, ""
    feed = read_feed(answer.raw, answer.address, answer.content_type)
    if feed.is_whole:
        return store.add(address, feed.entries, answer.validators), ""
    # The last entry may be cut short, and what is kept once stays as it is: it is left for later.
    new = store.add(address, feed.entries[:-1], Validators())
    return new, "breaks off (its last article is left out; try again later)"

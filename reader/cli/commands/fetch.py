"""``fetch``: asks feeds for new articles and keeps them."""

from argparse import Namespace
from collections.abc import Iterator

from reader.cli import sources
from reader.cli.errors import FAILED, FOUND, NOTHING, tell
from reader.cli.output import Output
from reader.cli.table import Column, Record
from reader.feeds import Limits, refresh
from reader.feeds.fetching import without_password


def run(options: Namespace, output: Output) -> int:
    """Fetch the named feeds, or all that were fetched before."""
    store = sources.store()
    addresses = list(sources.feeds(options.feeds)) if options.feeds else store.addresses()
    if not addresses:
        tell("fetch: no feed is known yet (give an address: seeds-reader fetch https://…)")
        return NOTHING
    answered = 0

    def records() -> Iterator[Record]:
        nonlocal answered
        for outcome in refresh(store, addresses, Limits()):
            answered += not outcome.problem
            if outcome.problem:
                tell(sources.problem(outcome))
            yield {
                "address": without_password(outcome.address),
                "path": outcome.path,
                "new": outcome.new,
                "articles": outcome.articles,
                "problem": outcome.problem or None,
            }

    output.table(records(), COLUMNS)
    return FOUND if answered else FAILED


COLUMNS = (
    Column("NEW", lambda record: str(record["new"]), align=">", style="strong"),
    Column("ARTICLES", lambda record: str(record["articles"]), align=">"),
    Column("FEED", lambda record: record["address"]),
)

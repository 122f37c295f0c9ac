"""``timeline``: the dates a collection names, in the order of the dates."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from reader.article import Span, clean_line
from reader.cli import collection, recognition
from reader.cli.commands.list import ID_SHOWN
from reader.cli.errors import FOUND, NOTHING
from reader.cli.output import Output
from reader.cli.table import Column, Record
from reader.entities import Mention
from reader.entities.timeline import position
from reader.library import Library
from reader.search import snippet

CONTEXT = 100
"""Characters of text shown around a date: what happened then, rarely more than a sentence."""


class Dated(NamedTuple):
    """A mention of a date whose value is known, with the article it is in."""

    mention: Mention
    article: str
    context: str


def run(options: Namespace, output: Output) -> int:
    """List the dates."""
    with collection.opened(options.paths) as library:
        found = sorted(dated(library, recognition.Recogniser.of(options.paths)), key=_order)
    count = output.table(map(record, islice(found, options.limit)), COLUMNS)
    return FOUND if count else NOTHING


def dated(library: Library, recogniser: recognition.Recogniser) -> Iterator[Dated]:
    """Yield the dates of all articles, in the order of the articles."""
    for article in library.articles():
        for mention in recogniser.mentions(article):
            if mention.type == "DATE" and mention.value:
                around = snippet(article, [Span(mention.start, mention.end)], CONTEXT)
                yield Dated(mention, article.id, clean_line(around.text))


def _order(one: Dated) -> tuple[tuple[str, str], str, int]:
    return position(one.mention.value or ""), one.article, one.mention.start


def record(one: Dated) -> Record:
    """Return a date's record."""
    keys = ("value", "grain", "text", "start", "end")
    found = {key: getattr(one.mention, key) for key in keys}
    return {**found, "article": one.article, "context": one.context}


COLUMNS = (
    Column("DATE", lambda record: record["value"], style="DATE"),
    Column("ARTICLE", lambda record: record["article"][:ID_SHOWN], style="faint"),
    Column("TEXT", lambda record: clean_line(record["text"]), style="strong", most=28),
    Column("IN", lambda record: record["context"]),
)

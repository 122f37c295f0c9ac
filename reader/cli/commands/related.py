"""``related``: the articles on the same story as one, in any language."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.cli import collection, recognition
from reader.cli.commands import show
from reader.cli.commands.list import ID_SHOWN, date_shown
from reader.cli.errors import FOUND, NOTHING
from reader.cli.output import Output
from reader.cli.table import Column, Record
from reader.entities import Catalogue
from reader.entities.related import Related, related
from reader.library import Library


def run(options: Namespace, output: Output) -> int:
    """List the articles on the same story."""
    with collection.opened(options.paths) as library:
        article = show.find_in(library, options.article)
        catalogue = recognition.Recogniser.of(options.paths).catalogue(library)
        found = related(catalogue, article.id, lambda other: library.row(other).date)
        records = (record(one, library) for one in islice(found, options.limit))
        count = output.table(records, columns(catalogue))
    return FOUND if count else NOTHING


def record(one: Related, library: Library) -> Record:
    """Return a related article's record; what it shares comes the rarest first."""
    row = library.row(one.article)
    keys = ("id", "path", "title", "date", "date_source", "lang")
    found = {key: getattr(row, key) for key in keys}
    return {**found, "score": one.score, "shared": list(one.shared)}


def columns(catalogue: Catalogue) -> Sequence[Column]:
    """Return the columns, in which entities go by their names in ``catalogue``."""

    def names(record: Record) -> Iterator[str]:
        return (catalogue.entity(entity).label for entity in record["shared"])

    return (
        Column("SCORE", lambda record: f"{record['score']:.3f}", style="faint"),
        Column("ID", lambda record: record["id"][:ID_SHOWN], style="faint"),
        Column("DATE", date_shown),
        Column("LANG", lambda record: record["lang"]),
        Column("TITLE", lambda record: record["title"], style="strong", most=60),
        Column("SHARED", lambda record: ", ".join(names(record))),
    )

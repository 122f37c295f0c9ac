"""``entities``: who and what a collection speaks of, most mentioned first."""

from argparse import Namespace
from itertools import islice

from reader.cli import collection, recognition
from reader.cli.errors import FOUND, NOTHING
from reader.cli.output import Output
from reader.cli.table import Column, Record
from reader.entities import Entity


def run(options: Namespace, output: Output) -> int:
    """List the entities, or say what may be mended about them."""
    if options.check or options.suggest:
        from reader.cli import mending

        return (mending.check if options.check else mending.suggest)(options, output)
    with collection.opened(options.paths) as library:
        found = recognition.Recogniser.of(options.paths).catalogue(library).entities(options.type)
    count = output.table(map(record, islice(found, options.limit)), COLUMNS)
    return FOUND if count else NOTHING


def record(entity: Entity) -> Record:
    """Return an entity's record; its aliases are the forms it is mentioned by."""
    keys = ("id", "type", "label", "aliases", "articles", "mentions", "languages")
    return {key: getattr(entity, key) for key in keys}


def _aliases(record: Record) -> str:
    by_count = sorted(record["aliases"].items(), key=lambda alias: (-alias[1], alias[0]))
    return ", ".join(surface for surface, _ in by_count if surface != record["label"])


COLUMNS = (
    Column("MENTIONS", lambda record: str(record["mentions"]), align=">"),
    Column("ARTICLES", lambda record: str(record["articles"]), align=">"),
    Column("TYPE", lambda record: record["type"]),
    Column("LABEL", lambda record: record["label"], style="strong", most=40),
    Column("ID", lambda record: record["id"], style="faint", most=32),
    Column("ALSO", _aliases),
)

"""``list``: the articles of a collection, newest first."""

from argparse import Namespace
from collections.abc import Callable

from reader.cli import collection
from reader.cli.errors import FOUND, NOTHING
from reader.cli.output import Output
from reader.cli.table import Column, Record
from reader.library import Library, Row
from reader.library.duplicates import copies

ID_SHOWN = 8
"""Characters of an id that people see. ``show`` takes any beginning that is one article's alone:
8 are, mostly, up to some ten thousand articles."""


def run(options: Namespace, output: Output) -> int:
    """List the articles."""
    with collection.opened(options.paths) as library:
        stop = min(len(library), options.limit or len(library))
        pages = (library.rows(at, min(at + 500, stop)) for at in range(0, stop, 500))
        rows = (row for page in pages for row in page)
        told = _with_duplicates(library) if output.as_json else record
        count = output.table(map(told, rows), COLUMNS)
    return FOUND if count else NOTHING


def _with_duplicates(library: Library) -> Callable[[Row], Record]:
    """Return what makes a row's record, with its near-duplicates and what it is one of."""
    originals = library.originals
    copied = copies(originals)

    def told(row: Row) -> Record:
        own = {"duplicates": copied.get(row.id, []), "duplicate_of": originals.get(row.id)}
        return {**record(row), **own}

    return told


def record(row: Row) -> Record:
    """Return an article's record, without its text."""
    keys = ("id", "path", "title", "title_source", "date", "date_source", "lang", "source", "words")
    return {key: getattr(row, key) for key in keys}


def date_shown(record: Record) -> str:
    """Return the record's date for people: ``~`` before one worked out from the text."""
    if not record["date"]:
        return ""
    return f"{'~' if record['date_source'] == 'inferred' else ''}{record['date']}"


COLUMNS = (
    Column("ID", lambda record: record["id"][:ID_SHOWN], style="faint"),
    Column("DATE", date_shown),
    Column("LANG", lambda record: record["lang"]),
    Column("WORDS", lambda record: str(record["words"]), align=">"),
    Column("SOURCE", lambda record: record["source"] or "", most=16),
    Column("TITLE", lambda record: record["title"], style="strong"),
)

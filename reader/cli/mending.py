"""What ``entities`` says of the corrections: which do nothing, and which merges may be missing."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import islice

from reader.cli import collection, recognition
from reader.cli.errors import FOUND, NOTHING
from reader.cli.output import Output
from reader.cli.table import Column, Record
from reader.entities.corrections import Book, Rule
from reader.entities.corrections.audit import Audit
from reader.entities.corrections.suggestions import Suggestion, suggest_merges


def check(options: Namespace, output: Output) -> int:
    """Say which corrections cannot be read, do nothing or clash; nothing is said if all are fine.

    The exit status is that of a checker: 1 if something was said.
    """
    book = recognition.corrections(options.paths)
    records = list(islice(findings(options, book), options.limit))
    output.each(records, lambda each: each, lambda each: [_told(each)])
    return NOTHING if records else FOUND


def findings(options: Namespace, book: Book) -> Iterator[Record]:
    """Yield a record for each thing that is odd: first what cannot be read at all."""
    for problem in book.problems:
        yield {
            "file": str(problem.file),
            "line": problem.line or None,
            "kind": "unreadable",
            "why": problem.why,
            "rule": None,
        }
    if not book.entries:
        return
    audit = Audit(book.entries)
    with collection.opened(options.paths) as library:
        for known in recognition.Recogniser(book).all_known(library):
            audit.look(known)
    for kind, (rule, file, line), why in audit.findings():
        yield {"file": str(file), "line": line, "kind": kind, "why": why, "rule": str(rule)}


def _told(record: Record) -> str:
    where = ":".join(str(part) for part in (record["file"], record["line"]) if part)
    return f"{where}: {record['why']}"


def suggest(options: Namespace, output: Output) -> int:
    """List the entities that may be one, with the line that would merge them."""
    with collection.opened(options.paths) as library:
        catalogue = recognition.Recogniser.of(options.paths).catalogue(library)
    found = suggest_merges(catalogue, options.type)
    count = output.table(map(record, islice(found, options.limit)), COLUMNS)
    return FOUND if count else NOTHING


def record(suggestion: Suggestion) -> Record:
    """Return a suggestion's record."""
    one, other = suggestion.one, suggestion.other
    return {
        "score": suggestion.score,
        "type": one.type,
        "merge": one.id,
        "into": other.id,
        "labels": [one.label, other.label],
        "why": suggestion.why,
        "rule": str(Rule("merge", one.id, other.id)),
    }


COLUMNS = (
    Column("SCORE", lambda record: str(record["score"]), align=">"),
    Column("TYPE", lambda record: record["type"]),
    Column("ONE", lambda record: record["labels"][0], style="strong", most=32),
    Column("OTHER", lambda record: record["labels"][1], style="strong", most=32),
    Column("WHY", lambda record: record["why"], most=40),
    Column("LINE FOR entities.toml", lambda record: f"{record['rule']},", style="faint"),
)

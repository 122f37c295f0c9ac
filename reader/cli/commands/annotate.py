"""``annotate``: what one raw text, or each of many, mentions.

The text is decoded as UTF-8 and nothing else is done to it: a byte order mark, carriage returns
and decomposed letters all count, so that offsets are those of the decoded file.
"""

import contextlib
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reader.article import clean_line
from reader.cli import recognition
from reader.cli.dates import is_date
from reader.cli.errors import FAILED, FOUND, NOTHING, CommandError, tell
from reader.cli.output import Output
from reader.cli.table import Column, Record
from reader.entities import Mention, annotate
from reader.entities.corrections import CorrectionsError, read_book
from reader.entities.corrections.effect import Corrections
from reader.entities.engines import Engine
from reader.ingest import document_date
from reader.ingest.document import MAX_BYTES


def run(options: Namespace, output: Output) -> int:
    """Annotate one text, or one a line."""
    if options.jsonl:
        return _many(options, output)
    text = _decoded(options.file)
    date = options.date or document_date(text)
    engine = recognition.engine(options.engine)
    found = annotate(text, date=date, lang=options.lang, engine=engine)
    found = _corrections(options.corrections).apply(text, found)[: options.limit]
    return FOUND if output.table(map(record, found), COLUMNS) else NOTHING


def record(mention: Mention) -> Record:
    """Return a mention's record."""
    keys = ("start", "end", "text", "type", "entity", "label", "value", "grain")
    return {key: getattr(mention, key) for key in keys}


def _corrections(file: str | None) -> Corrections:
    if file is None:
        return Corrections()
    if not Path(file).is_file():
        raise CommandError(f"{file}: no such file (check the path)")
    try:
        book = read_book(Path(file))
    except CorrectionsError as error:
        raise CommandError(str(error)) from error
    for problem in book.problems:
        tell(str(problem))
    return Corrections(book.rules)


def _decoded(file: str) -> str:
    with _opened(file) as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise CommandError(f"{file}: larger than {MAX_BYTES >> 20} MB (give its parts by --jsonl)")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        tell(
            f"{file}: byte {error.start} is not UTF-8: shown as \ufffd, which offsets count as one"
        )
        return raw.decode("utf-8", errors="replace")


def _opened(file: str) -> contextlib.AbstractContextManager[BinaryIO]:
    if file != "-":
        return Path(file).open("rb")
    if sys.stdin is None:
        raise CommandError("input: standard input is closed (name a file)")
    return contextlib.nullcontext(sys.stdin.buffer)


class BadLineError(Exception):
    """A line of JSON Lines that is no text to annotate."""


def _many(options: Namespace, output: Output) -> int:
    """Answer line by line: who waits for an answer before the next question gets it."""
    answered, status = 0, FOUND
    defaults = Defaults(options.date, options.lang, recognition.engine(options.engine))
    corrections = _corrections(options.corrections)
    with _opened(options.jsonl) as lines:
        for number, line in enumerate(lines, 1):
            if answered == options.limit:
                break
            if not line.strip():
                continue
            try:
                output.json(answer(line, defaults, corrections))
            except BadLineError as error:
                tell(f"{options.jsonl}:{number}: {error}")
                status = FAILED
                continue
            output.stream.flush()
            answered += 1
    return status if answered or status else NOTHING


class Defaults(NamedTuple):
    """What holds for all lines: date and language where one gives none, and who recognises."""

    date: str | None
    lang: str | None
    engine: Engine | None


def answer(line: bytes, defaults: Defaults, corrections: Corrections) -> Record:
    """Return ``{id, mentions}`` for a line ``{id, text, lang?, date?}``.

    A time of day behind the date is left out, and a language that is not read here is guessed, as
    if the line gave none.
    """
    asked = _question(line)
    text, said = asked["text"], asked.get("lang") or defaults.lang
    day = (asked.get("date") or "").partition("T")[0] or defaults.date or document_date(text)
    raw = annotate(text, date=day, lang=said, engine=defaults.engine)
    found = corrections.apply(text, raw, [str(asked["id"])])
    return {"id": asked["id"], "mentions": [record(mention) for mention in found]}


def _question(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"not JSON: {error} (give one object a line)") from error
    if not isinstance(asked, dict) or "id" not in asked or not isinstance(asked.get("text"), str):
        raise BadLineError("no id and text (give {id, text, lang?, date?})")
    date, lang = asked.get("date"), asked.get("lang")
    if date and not (isinstance(date, str) and is_date(date.partition("T")[0])):
        raise BadLineError(f"date: {date!r} is no date (give YYYY-MM-DD)")
    if lang and not isinstance(lang, str):
        raise BadLineError(f"lang: {lang!r} is no language (give vi or en)")
    return asked


def _shown(key: str) -> Callable[[Record], str]:
    return lambda record: clean_line(str(record[key] or ""))


COLUMNS = (
    Column("START", lambda record: str(record["start"]), align=">", style="faint"),
    Column("END", lambda record: str(record["end"]), align=">", style="faint"),
    Column("TYPE", _shown("type")),
    Column("TEXT", _shown("text"), style="strong", most=40),
    Column("VALUE", _shown("value")),
    Column("LABEL", _shown("label"), most=40),
    Column("ENTITY", _shown("entity")),
)

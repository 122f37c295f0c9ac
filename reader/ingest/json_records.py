"""JSON: one article, a list of them however wrapped, or one a line (JSON Lines).

Lines are read one at a time, so that a dump of any size takes the memory of its longest line.
An article's fragment is its line in JSON Lines and its place in a list, both counted from 1.
"""

import io
import json
import re
from collections.abc import Generator, Iterator, Mapping
from typing import Any, TextIO

from reader.ingest import plain_text
from reader.ingest.decoding import MARKS, decode
from reader.ingest.document import HEAD_BYTES, MAX_BYTES, Document, IngestError
from reader.ingest.draft import Draft, Refusal
from reader.ingest.metadata import fields
from reader.ingest.record import draft_of

DEEPEST_LIST = 4
"""How far down a list of articles is looked for: ``hits.hits``, ``response.docs``, ``data.items``
are two or three down."""

CHUNK = 2**20
"""Characters of a large list that are read at once: some hundred articles."""

_SEPARATORS = re.compile(r"[\s,]*")

NO_ARTICLE = "no article in it (name its fields title, text, date, source, url)"

_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".jl", ".geojson"})


def read(document: Document) -> Generator[Draft | Refusal, None, None]:
    """Yield the articles of a JSON document; of one that only looks like JSON, its text."""
    if _is_lines(document):
        yield from _read_lines(document)
        return
    if document.opening.startswith(b"[") and document.is_large:
        yield from _read_large_list(document)
        return
    text, _ = document.text()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if document.suffix not in _SUFFIXES:
            yield from plain_text.read(document)
            return
        raise IngestError(f"not valid JSON: {_reason(error)} (mend it)") from error
    records = _records(value, 0)
    if records is None:
        raise IngestError(NO_ARTICLE)
    is_single = isinstance(value, Mapping) and records == [value]
    for number, record in enumerate(records, 1):
        fragment = "" if is_single else str(number)
        yield draft_of(record, fragment) or Refusal(fragment, NO_ARTICLE)


def _is_lines(document: Document) -> bool:
    """Tell JSON Lines by its first line, which is a whole object, and its having more."""
    if document.suffix in {".jsonl", ".ndjson", ".jl"}:
        return True
    with document.open() as stream:
        first = stream.readline(MAX_BYTES).strip()
        rest = stream.read(HEAD_BYTES).lstrip()
    return rest.startswith((b"{", b"[")) and _is_object(first)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read_large_list(document: Document) -> Iterator[Draft | Refusal]:
    """Yield the articles of a list that is larger than may be read at once, in UTF-8."""
    with document.open() as stream, io.TextIOWrapper(stream, "utf-8-sig", "replace", "") as text:
        for number, value in enumerate(items(text), 1):
            record = value if isinstance(value, Mapping) else {}
            yield draft_of(record, str(number)) or Refusal(str(number), NO_ARTICLE)


def items(text: TextIO, chunk: int = CHUNK) -> Iterator[Any]:
    """Yield the items of a JSON list, holding one of them and what was read with it.

    Where an item goes on behind what was read, twice as much is read before it is tried again,
    so that the time stays in proportion to its length.
    """
    decoder, held = json.JSONDecoder(), text.read(chunk)
    at = held.index("[") + 1
    while True:
        at = _SEPARATORS.match(held, at).end()  # type: ignore[union-attr] # it matches nothing too
        if held.startswith("]", at):
            return
        try:
            value, end = decoder.raw_decode(held, at)
        except (ValueError, RecursionError) as error:
            more = text.read(max(chunk, len(held) - at))
            if not more or len(held) - at > MAX_BYTES:
                raise IngestError(f"not valid JSON: {_reason(error)} (mend it)") from error
            held, at = held[at:] + more, 0
            continue
        yield value
        at = end


def _read_lines(document: Document) -> Iterator[Draft | Refusal]:
    number = 0
    for line in _lines(document):
        number += 1
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Refusal(str(number), f"not valid JSON: {_reason(error)} (mend the line)")
            continue
        record = value if isinstance(value, Mapping) else {}
        yield draft_of(record, str(number)) or Refusal(str(number), NO_ARTICLE)


def _lines(document: Document) -> Iterator[str]:
    if document.head.startswith(tuple(mark for mark, _ in MARKS[1:])):
        yield from document.text().text.split("\n")
        return
    with document.open() as stream:
        while line := stream.readline(MAX_BYTES):
            yield decode(line).text


def _records(value: Any, depth: int) -> list[Mapping[str, Any]] | None:
    """Return the records of a value: itself, or those of the first list that holds articles."""
    if isinstance(value, list):
        records = [item for item in value if isinstance(item, Mapping)]
        return records if any(draft_of(record) for record in records[:20]) else None
    if not isinstance(value, Mapping) or depth > DEEPEST_LIST:
        return None
    if depth == 0 and "text" in fields(value):
        return [value]
    for inner in value.values():
        found = _records(inner, depth + 1)
        if found:
            return found
    return [value] if depth == 0 and draft_of(value) else None


def _reason(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error).partition(":")[0]

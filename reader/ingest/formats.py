"""Which format a document is in: told by its content first, then by its name.

Each format is a module of this package with a function ``read`` from a document to drafts. The
module is imported when a document needs it, since most collections hold one or two formats.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from reader.ingest.decoding import is_binary
from reader.ingest.document import HEAD_BYTES, Document, IngestError
from reader.ingest.draft import Draft, Refusal

_FRONT_MATTER = re.compile(
    rb"\s*(?:---|\+\+\+)\r?\n(?:[^\n]*\n){0,30}?(?:title|headline|date)\s*[:=]", re.I
)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,80}\"\s*:")


class Format(NamedTuple):
    """A format's name, its module, and the test by which a document of it is known."""

    name: str
    module: str
    knows: Callable[[Document], bool]

    def read(self, document: Document) -> Iterator[Draft | Refusal]:
        """Yield the articles of a document as drafts, and what can't be one."""
        drafts: Iterator[Draft | Refusal] = import_module(f"reader.ingest.{self.module}").read(
            document
        )
        return drafts


def _is_markdown(document: Document) -> bool:
    if is_binary(document.head):
        return False
    named = document.suffix in {".md", ".markdown", ".mdown", ".mkd"}
    return named or bool(_FRONT_MATTER.match(document.head))


def _is_json(document: Document) -> bool:
    if is_binary(document.head):
        return False
    return document.suffix in {".json", ".jsonl", ".ndjson", ".jl"} or bool(
        _JSON.match(document.head)
    )


FORMATS = (
    Format("JSON", "json_records", _is_json),
    Format("Markdown", "markdown", _is_markdown),
    Format("plain text", "plain_text", lambda document: not is_binary(document.head)),
)
"""In the order asked; the last takes any text."""


def choose(document: Document) -> Format:
    """Return the format of a document. Raises IngestError for what holds no text."""
    if len(document.head) < HEAD_BYTES and not document.head.strip():
        raise IngestError("empty (nothing to read in it)")
    for candidate in FORMATS:
        if candidate.knows(document):
            return candidate
    raise IngestError("not text (convert it to text first)")

"""Which format a document is in: told by its content first, then by its name."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.ingest import markdown, plain_text
from reader.ingest.decoding import is_binary
from reader.ingest.document import HEAD_BYTES, Document, IngestError
from reader.ingest.draft import Draft


class Format(NamedTuple):
    """A format's name, the test by which it knows its documents, and its reader."""

    name: str
    knows: Callable[[Document], bool]
    read: Callable[[Document], Iterator[Draft]]


FORMATS = (
    Format("Markdown", markdown.knows, markdown.read),
    Format("plain text", lambda document: not is_binary(document.head), plain_text.read),
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

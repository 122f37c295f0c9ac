"""Plain text: paragraphs by line ends, everything else by anatomy."""

from collections.abc import Iterator

from reader.article import clean
from reader.ingest.document import Document
from reader.ingest.draft import Draft
from reader.ingest.paragraphs import paragraphs


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a plain text."""
    text, notes = document.text()
    yield Draft(paragraphs(clean(text)), notes=notes)

"""Plain text: paragraphs by line ends, everything else by header and anatomy."""

from collections.abc import Iterator

from reader.article import clean
from reader.ingest import text_header
from reader.ingest.document import Document
from reader.ingest.draft import Draft
from reader.ingest.paragraphs import paragraphs


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a plain text."""
    raw, notes = document.text()
    header = text_header.split(clean(raw))
    draft = Draft(paragraphs(header.text), furniture=header.furniture, notes=notes)
    yield draft.told(header.known) if header.known else draft

"""A table of articles: CSV, TSV, or a spreadsheet's export with semicolons.

The first row names the columns, in the names of ``metadata``. An article's fragment is its row
as a spreadsheet counts it, the names being row 1.
"""

import csv
import io
from collections.abc import Iterator

from reader.ingest.document import MAX_BYTES, Document, IngestError
from reader.ingest.draft import Draft, Refusal
from reader.ingest.metadata import field_of
from reader.ingest.record import draft_of

DELIMITERS = ",\t;|"

NO_COLUMN = "no column called title or text (name the columns in the first row)"


def read(document: Document) -> Iterator[Draft | Refusal]:
    """Yield the articles of a table's rows."""
    text, notes = document.text()
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = next(rows)
        if not _names_an_article(names):
            raise IngestError(NO_COLUMN)
        for number, row in enumerate(rows, 2):
            if not any(cell.strip() for cell in row):
                continue
            draft = draft_of(dict(zip(names, row, strict=False)), str(number))
            if draft is None:
                yield Refusal(str(number), "no text in the row (fill in its text)")
            else:
                draft.notes = notes
                yield draft
    except csv.Error as error:
        raise IngestError(f"not a valid table: {error} (mend its quotes)") from error


def _names_an_article(names: list[str]) -> bool:
    known = {field[0] for name in names if (field := field_of(name))}
    return "text" in known or {"title", "summary"} <= known

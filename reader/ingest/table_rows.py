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
        names = next(rows, None)
        if names is None:
            raise IngestError("empty (nothing to read in it)")
        if not _names_an_article(names):
            raise IngestError(NO_COLUMN)
        is_empty = True
        for number, row in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                is_empty = False
                yield _of_row(dict(zip(names, row, strict=False)), str(number), notes)
        if is_empty:
            raise IngestError("no rows under the names of the columns (nothing to read in it)")
    except csv.Error as error:
        raise IngestError(f"not a valid table: {error} (mend its quotes)") from error


def _of_row(row: dict[str, str], number: str, notes: tuple[str, ...]) -> Draft | Refusal:
    draft = draft_of(row, number)
    if draft is None:
        return Refusal(number, "no text in the row (fill in its text)")
    draft.notes = notes
    return draft


def _names_an_article(names: list[str]) -> bool:
    known = {field[0] for name in names if (field := field_of(name))}
    return "text" in known or {"title", "summary"} <= known

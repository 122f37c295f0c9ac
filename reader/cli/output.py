"""How records leave the program: a JSON object a line for programs, aligned lines for people.

Colour is for a terminal alone, and not there if ``NO_COLOR`` is set. JSON is UTF-8 whatever the
locale says, and escapes what ends a line or moves a cursor, so that one object is one line and a
terminal obeys none of it.
"""

import itertools
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TextIO, TypeVar

from reader.cli.cells import cut, pad, width

Item = TypeVar("Item")
Record = Mapping[str, Any]

SAMPLE = 1000
"""How many records are looked at to find how wide the columns must be. All of them would keep
the first line of a million waiting for the last."""

GAP = "  "

STYLES = {
    "strong": "1", "faint": "2", "match": "1;33", "PERSON": "32", "ORG": "35", "PLACE": "36",
    "DATE": "33", "EVENT": "31",
}  # fmt: skip
"""SGR parameters, from the 16 colours a terminal's own theme defines."""

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Column(NamedTuple):
    """One column of a table: its heading, and the cell of a record."""

    heading: str
    cell: Callable[[Record], str]
    align: str = "<"
    style: str | None = None
    most: int | None = None
    """The cells it may take; longer ones are cut on a terminal."""


class Output:
    """Where a command writes its records, and in which form."""

    def __init__(self, stream: TextIO, as_json: bool, columns: int | None, colour: bool) -> None:
        self.stream = stream
        self.as_json = as_json
        self.columns = columns
        """The terminal's width in cells; None where the output is no terminal."""
        self._colour = colour

    @classmethod
    def standard(cls, as_json: bool, in_utf8: bool) -> "Output":
        """Return the output to standard output, in UTF-8 or as the locale has it."""
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8" if in_utf8 else None, errors="replace")
        terminal = sys.stdout.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        columns = shutil.get_terminal_size().columns if terminal else None
        return cls(sys.stdout, as_json, columns, colour)

    def paint(self, text: str, style: str | None) -> str:
        """Return ``text`` in a style, or as it is where there is no colour."""
        if not (self._colour and style and text):
            return text
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m"

    def line(self, text: str = "") -> None:
        """Write one line for people."""
        self.stream.write(text + "\n")

    def json(self, record: Record) -> None:
        """Write one record for programs."""
        self.stream.write(json_line(record) + "\n")

    def each(
        self,
        items: Iterable[Item],
        record: Callable[[Item], Record],
        people: Callable[[Item], Iterable[str]],
    ) -> int:
        """Write each item, by its record or by its lines for people; return how many."""
        count = 0
        for item in items:
            count += 1
            if self.as_json:
                self.json(record(item))
            else:
                for line in people(item):
                    self.line(line)
        return count

    def table(self, records: Iterable[Record], columns: Sequence[Column]) -> int:
        """Write the records as JSON or as a table, and return how many there were.

        On a terminal the table has a heading, and the last column is cut to the width that is
        left. Elsewhere nothing is cut.
        """
        if self.as_json:
            return self.each(records, lambda record: record, lambda _: ())
        rows = ([column.cell(record) for column in columns] for record in records)
        sample = list(itertools.islice(rows, SAMPLE))
        if not sample:
            return 0
        if self.columns is not None:
            headings = [column.heading for column in columns]
            widths = self._widths(columns, [headings, *sample])
            self._row(headings, columns, widths, heading=True)
        else:
            widths = self._widths(columns, sample)
        count = 0
        for row in itertools.chain(sample, rows):
            self._row(row, columns, widths)
            count += 1
        return count

    def _widths(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int | None]:
        """Return the width of each column; None for a last one that nothing limits."""
        widths: list[int | None] = []
        for number, column in enumerate(columns[:-1]):
            widest = max(width(row[number]) for row in rows)
            limited = column.most is not None and self.columns is not None
            widths.append(min(widest, column.most or 0) if limited else widest)
        if self.columns is None:
            return [*widths, None]
        taken = sum(cells or 0 for cells in widths) + len(GAP) * len(widths)
        return [*widths, max(8, self.columns - taken)]

    def _row(
        self,
        row: Sequence[str],
        columns: Sequence[Column],
        widths: Sequence[int | None],
        heading: bool = False,
    ) -> None:
        cells = []
        for text, column, cells_wide in zip(row, columns, widths, strict=True):
            shown = text
            if cells_wide is not None:
                shown = cut(text, cells_wide) if self.columns is not None else text
                if column is not columns[-1]:
                    shown = pad(shown, cells_wide, column.align)
            cells.append(self.paint(shown, "faint" if heading else column.style))
        self.line(GAP.join(cells).rstrip())


def json_line(record: Record) -> str:
    """Return ``record`` as JSON on one line that can be sent to a terminal."""
    text = json.dumps(record, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)

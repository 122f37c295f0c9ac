"""How records leave the program: a JSON object a line for programs, aligned lines for people.

Colour is for a terminal alone, and not there if ``NO_COLOR`` is set. JSON is UTF-8 whatever the
locale says, and escapes what ends a line or moves a cursor, so that one object is one line and a
terminal obeys none of it.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO, TypeVar

from reader.cli.table import Column, Record, lines

Item = TypeVar("Item")

STYLES = {
    "strong": "1", "faint": "2", "match": "1;33", "PERSON": "32", "ORG": "35", "PLACE": "36",
    "DATE": "33", "EVENT": "31",
}  # fmt: skip
"""SGR parameters, from the 16 colours a terminal's own theme defines."""

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


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

        On a terminal the table has a heading and fits; elsewhere nothing is cut.
        """
        if self.as_json:
            return self.each(records, lambda record: record, lambda _: ())
        count = -1 if self.columns is not None else 0  # a heading is no record
        rows = ([column.cell(record) for column in columns] for record in records)
        for line in lines(rows, columns, self.columns, self.paint):
            self.line(line)
            count += 1
        return max(count, 0)


def json_line(record: Record) -> str:
    """Return ``record`` as JSON on one line that can be sent to a terminal.

    Half a surrogate pair, which stands for a byte of a file's name that is not UTF-8, is no
    character that strict readers of JSON take: it is shown as ``�``.
    """
    text = _SURROGATE.sub("\ufffd", json.dumps(record, ensure_ascii=False))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)

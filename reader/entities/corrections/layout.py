"""Where the rules stand in a file that people edit, and how a line is put in or taken out.

The file is TOML, but it is read a line at a time: a rule that cannot be read is told with its line
and stops no other. Only whole lines are added or taken away; what the user wrote stays as it is.

    # any comment
    rules = [                            ◀ opens
      { reject = "May" },                  one rule a line
      { retype = "Hudson", to = "ORG" }  ◀ no comma: gets one when a line follows
    ]                                    ◀ closes: a new line goes before it
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

HEADING = """\
# Corrections to the entities that seeds-reader marks, one a line; of two that clash the later wins.
# "seeds-reader entities --check" tells which do nothing.
"""

_OPENS = re.compile(r"\s*rules\s*=\s*\[")
_STAMPED = re.compile(r"\s*(\{.*\}),  # \d{4}-\d\d-\d\d \d\d:\d\d\s*")
_TABLE = re.compile(r"\s*\[")


class Piece(NamedTuple):
    """The tables of one line, that line's number from 1, and where its text begins and ends."""

    tables: list[Any]
    line: int
    start: int
    end: int


@dataclass
class Layout:
    """The rules of a text, what in it is wrong (line, why), and where ``rules`` is closed."""

    text: str
    pieces: list[Piece] = field(default_factory=list)
    wrong: list[tuple[int, str]] = field(default_factory=list)
    is_open: bool = False
    closes: int | None = None


def lay_out(text: str) -> Layout:
    """Find the rules of ``text``."""
    layout, at, first = Layout(text), 0, True
    for number, line in enumerate(text.split("\n"), 1):
        start = at + (1 if line.startswith("\ufeff") else 0)
        at += len(line) + 1
        opened = _OPENS.match(text, start)
        if layout.is_open:
            _read_line(layout, number, start, start + len(line))
        elif opened and opened.end() <= at:
            if not first:
                layout.wrong.append((number, "rules begins twice (put all lines into the first)"))
            layout.is_open, first = True, False
            _read_line(layout, number, opened.end(), at - 1)
        elif line.lstrip().startswith(("{", "[[rule")):
            layout.wrong.append((number, "it stands outside the rules (put it into rules = [ … ])"))
    if layout.is_open:
        layout.wrong.append((number, "rules is not closed (put ] on a line behind them)"))
    return layout


def _read_line(layout: Layout, number: int, start: int, end: int) -> None:
    """Read what a line holds of the array: rules, a comment, its end."""
    piece = layout.text[start:end].strip()
    if not piece or piece.startswith("#"):
        return
    closes = next(_closings(piece), None)
    if closes is not None:
        layout.is_open = False
        layout.closes = start + layout.text[start:end].index(piece) + closes
    try:
        tables = _tables(piece if closes is None else piece[:closes])
    except tomllib.TOMLDecodeError as error:
        why = str(error).partition(" (at")[0].lower()
        layout.wrong.append((number, f"no rule can be read: {why} (write one {{ … }}, a line)"))
        return
    if tables:
        _mind_comma(layout, number)
        layout.pieces.append(Piece(tables, number, start, end))


def _closings(piece: str) -> Iterator[int]:
    """Yield where ``piece`` may end the array: at a bracket behind which nothing but a comment is.

    A bracket in a rule's text is none, since what stands before it would be no TOML.
    """
    for found in re.finditer(r"\](?=\s*(?:#.*)?$)", piece):
        try:
            _tables(piece[: found.start()])
        except tomllib.TOMLDecodeError:
            continue
        yield found.start()


def _tables(piece: str, behind: str = "") -> list[Any]:
    tables: list[Any] = tomllib.loads(f"rules = [\n{piece}\n{behind}]")["rules"]
    return tables


def _mind_comma(layout: Layout, number: int) -> None:
    """Say so if the rule before the one of this line has no comma behind it."""
    last = layout.pieces[-1] if layout.pieces else None
    if last and _lacks_comma(layout.text[last.start : last.end]):
        layout.wrong.append((last.line, f"a comma is missing before line {number} (add it)"))


def _lacks_comma(piece: str) -> bool:
    try:
        _tables(piece, "{}")
    except tomllib.TOMLDecodeError:
        return True
    return False


def with_line(text: str, rule: str, stamp: str) -> str:
    """Return ``text`` with a rule more, written behind the others and stamped with a time."""
    layout = lay_out(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    line = f"  {rule},  # {stamp}{newline}"
    if layout.closes is None and not layout.is_open:
        return _with_array(text or HEADING.replace("\n", newline), line, newline)
    text, closes = _with_comma(layout)
    if closes is None:  # never closed: the new line ends it
        return f"{_ended(text, newline)}{line}]{newline}"
    start = text.rfind("\n", 0, closes) + 1
    if text[start:closes].strip():  # the bracket shares its line with rules, or with the beginning
        return f"{text[:closes].rstrip(' ')}{newline}{line}{text[closes:]}"
    return text[:start] + line + text[start:]


def _with_array(text: str, line: str, newline: str) -> str:
    """Return ``text`` with the array, before the first table: behind it, it would be part of it."""
    table = _TABLE.search(text) if _TABLE.match(text) else re.search(r"(?m)^\s*\[", text)
    at = table.start() if table else len(text)
    before = _ended(text[:at], newline)
    return f"{before}rules = [{newline}{line}]{newline}{text[at:]}"


def _with_comma(layout: Layout) -> tuple[str, int | None]:
    """Return the text, its last rule with a comma behind it, and where its array closes."""
    text, closes = layout.text, layout.closes
    last = layout.pieces[-1] if layout.pieces else None
    if last is None:
        return text, closes
    end = last.end if closes is None else min(last.end, closes)
    piece = text[last.start : end]
    if not _lacks_comma(piece):
        return text, closes
    at = last.start + _end_of_tables(piece, last.tables)
    return f"{text[:at]},{text[at:]}", None if closes is None else closes + 1


def _end_of_tables(piece: str, tables: list[Any]) -> int:
    """Return where the last table of ``piece`` ends, before any comment."""
    for found in re.finditer("}", piece):
        try:
            if _tables(piece[: found.end()]) == tables:
                return found.end()
        except tomllib.TOMLDecodeError:
            continue
    return len(piece.rstrip())


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith("\n") else text + newline


def stamped(layout: Layout) -> Iterator[tuple[Piece, str]]:
    """Yield the lines that bear a time, the last one first, each with its rule as written."""
    for piece in reversed(layout.pieces):
        found = _STAMPED.fullmatch(layout.text, piece.start, piece.end)
        if found and len(piece.tables) == 1:
            yield piece, found.group(1)


def without_line(text: str, piece: Piece) -> str:
    """Return ``text`` without the line of ``piece``."""
    start = text.rfind("\n", 0, piece.start) + 1
    end = text.find("\n", piece.end - 1) + 1 or len(text)
    return text[:start] + text[end:]

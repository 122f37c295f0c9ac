"""How rows become aligned lines, and how a table that is too wide gives way to the terminal."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reader.cli.cells import cut, pad, width

Record = Mapping[str, Any]
Paint = Callable[[str, str | None], str]

SAMPLE = 1000
"""How many rows are looked at to find how wide the columns must be. All of them would keep the
first line of a million waiting for the last."""

GAP = "  "

LEAST = 8
"""Cells that a column keeps when the terminal is too narrow. Fewer show nothing worth reading."""


class Column(NamedTuple):
    """One column of a table: its heading, and the cell of a record."""

    heading: str
    cell: Callable[[Record], str]
    align: str = "<"
    style: str | None = None
    most: int | None = None
    """The cells it takes at most. What is longer is cut on a terminal; elsewhere it juts out.
    A column without it is never cut, but for the last one."""


def lines(
    rows: Iterable[Sequence[str]], columns: Sequence[Column], available: int | None, paint: Paint
) -> Iterator[str]:
    """Yield the lines of a table, nothing if it has no rows.

    ``available`` is the terminal's width in cells; with it the table begins with its heading and
    its lines are cut. None cuts nothing.
    """
    rows = iter(rows)
    sample = list(itertools.islice(rows, SAMPLE))
    if not sample:
        return
    headings = [column.heading for column in columns]
    widths = _widths(columns, sample if available is None else [headings, *sample])
    if available is not None:
        widths = _fitted(widths, columns, available)
        heading = (column._replace(style="faint") for column in columns)
        yield _line(headings, tuple(heading), widths, paint, is_cut=True)
    for row in itertools.chain(sample, rows):
        yield _line(row, columns, widths, paint, is_cut=available is not None)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    widest = (max(map(width, cells)) for cells in zip(*rows, strict=True))
    return [min(cells, column.most or cells) for cells, column in zip(widest, columns, strict=True)]


def _fitted(widths: list[int], columns: Sequence[Column], available: int) -> list[int]:
    """Take what is too much from the last column first, then from the widest that may be cut."""
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - available
    fitted, last = list(widths), len(widths) - 1
    taken = max(0, min(excess, fitted[last] - LEAST))
    fitted[last] -= taken
    flexible = [number for number, column in enumerate(columns[:-1]) if column.most]
    for _ in range(max(0, excess - taken)):
        widest = max(flexible, key=fitted.__getitem__, default=last)
        if fitted[widest] <= LEAST:
            break
        fitted[widest] -= 1
    return fitted


def _line(
    row: Sequence[str], columns: Sequence[Column], widths: Sequence[int], paint: Paint, is_cut: bool
) -> str:
    cells = [
        pad(cut(text, room) if is_cut else text, room, column.align)
        for text, column, room in zip(row, columns, widths, strict=True)
    ]
    while cells and not cells[-1].strip():
        cells.pop()
    if cells:
        cells[-1] = cells[-1].rstrip()
    return GAP.join(paint(cell, column.style) for cell, column in zip(cells, columns, strict=False))

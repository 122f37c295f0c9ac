"""Which marks lie over which part of a line, and how a line becomes cells.

A layer holds the marks of one kind (mentions, matches), none over another. Layers lie on one
another; a part of the line is styled by the names of all marks over it, lowest first, so that
a match keeps the colour of the person it is part of and adds its own background.

    line      Fumio Kishida said
    mentions  [--person---]
    matches         [match]
    runs      Fumio _|     Kishida      | said
              person | person + match   |
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter, gt
from typing import Any, NamedTuple, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Names = tuple[str, ...]


class Spanned(Protocol):
    """Anything that stands at ``text[start:end]``: a match, a mention."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class Mark(NamedTuple):
    """A named style over ``text[start:end]``."""

    start: int
    end: int
    name: str


class Layer:
    """Marks in order, none over another."""

    def __init__(
        self, spans: Sequence[Spanned] = (), name: Callable[[Any], str] | str = ""
    ) -> None:
        """Lay a mark on each of ``spans``; ``name`` is asked for its name when it is drawn.

        They may come in any order; where two overlap, the later one yields.
        """
        self._spans = spans
        self._name: Callable[[Any], str]
        self._name = (lambda _: name) if isinstance(name, str) else name
        self._ends = [span.end for span in spans]
        if any(map(gt, self._ends, [span.start for span in spans[1:]])):
            self._spans = _parted([Mark(s.start, s.end, self._name(s)) for s in spans])
            self._name = attrgetter("name")
            self._ends = [span.end for span in self._spans]

    def between(self, start: int, end: int) -> Iterator[Mark]:
        """Yield the marks that touch ``text[start:end]``, cut to it."""
        for at in range(bisect_right(self._ends, start), len(self._spans)):
            span = self._spans[at]
            if span.start >= end:
                return
            if span.start < span.end:
                yield Mark(max(start, span.start), min(end, span.end), self._name(span))


def _parted(marks: list[Mark]) -> list[Mark]:
    parted = [Mark(0, 0, "")]
    for start, end, name in sorted(marks):
        if end > max(start, parted[-1].end):
            parted.append(Mark(max(start, parted[-1].end), end, name))
    return parted[1:]


class Run(NamedTuple):
    """A part of a line under the same marks throughout."""

    start: int
    end: int
    names: Names


def runs(start: int, end: int, layers: Sequence[Layer]) -> Iterator[Run]:
    """Part ``text[start:end]`` where marks begin and end; the last layer is the topmost."""
    marks = [mark for layer in layers for mark in layer.between(start, end)]
    cuts = sorted({start, end, *(m.start for m in marks), *(m.end for m in marks)})
    for left, right in pairwise(cuts):
        yield Run(left, right, tuple(m.name for m in marks if m.start <= left < m.end))


_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")


def paint(
    text: str, parts: Iterable[Run], base: Names, style: Callable[[Names], Style]
) -> list[Segment]:
    """Return the segments of ``parts`` of ``text``; no character in them is obeyed as a control.

    The program's texts are clean where they enter it; this is the last guard before the terminal.
    """
    return [
        Segment(text[start:end].translate(_CONTROLS), style((*base, *names)))
        for start, end, names in parts
    ]


def filled(segments: list[Segment], width: int, style: Style) -> Strip:
    """Return ``segments`` as a line of ``width`` cells, filled up with ``style`` or cut."""
    room = width - sum(segment.cell_length for segment in segments)
    if room < 0:
        return Strip(segments).crop(0, width)
    return Strip([*segments, Segment(" " * room, style)], width)

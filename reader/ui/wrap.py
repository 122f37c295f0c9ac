"""Where a text's lines break, measured in terminal cells.

A line takes as much as fits its width and ends at an opportunity: before a run of spaces (which
is then skipped), behind a hyphen between letters, beside a CJK character unless its punctuation
forbids it. A piece that is too long for a line (an address) is broken where the line is full,
never inside a character with its marks.

    text    Tokyo and Seoul agree
    width   |---12-----|
    lines   Tokyo and          (0, 9)
            Seoul agree        (10, 21)

Most paragraphs hold only characters of one cell; one regular expression wraps them all at the
speed of C. A paragraph with any other character (``ODD``) is measured line by line: the cells of
what may fit are summed, the end is found by bisection, then the last place to break before it.

Offsets are characters of the text. Linear in the text: about 12 ms a megabyte (50 in Chinese), and
8 bytes for each line.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple, overload

from rich.cells import get_character_cell_size, split_graphemes

MIN_WIDTH = 2
"""One cell could not hold a wide character."""

_NARROW = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u0400-\u0482"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0"
)
ODD = re.compile(f"[^\n{_NARROW}]")
"""A character that may take no cell or two. Narrow ones missing here only cost time."""

_LETTER = r"[^\W\d_]"
_HYPHEN = f"(?<={_LETTER}[-‐])(?={_LETTER})"
_CJK = "\u2e80-\u2fff\u3000-\ua4cf\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_NEVER_LAST = "（〔［｛〈《「『【〖“‘([{"
_NEVER_FIRST = (
    "、。，．・：；？！）〕］｝〉》」』】〗ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
    "…—”’)\\]}.,;:!?% "
)
_SPACES = re.compile(" *")
_JOINERS = re.compile("[\u200d\ufe0f]")


class Line(NamedTuple):
    """What one line draws: ``text[start:end]``, trailing spaces left out."""

    start: int
    end: int


class Lines(Sequence[Line]):
    """The lines of a text, in order; there is always at least one."""

    def __init__(self) -> None:
        """Start with no line; ``wrap`` fills it."""
        self._starts = array("I")
        self._ends = array("I")

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return list(map(Line, self._starts[index], self._ends[index]))
        return Line(self._starts[index], self._ends[index])

    def at(self, offset: int) -> int:
        """Return the index of the line that holds ``offset``, or the nearest one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def append(self, start: int, end: int) -> None:
        """Add the line that follows."""
        self._starts.append(start)
        self._ends.append(end)

    def extend(self, pieces: list[str], start: int) -> None:
        """Add the lines that follow, given the text from ``start`` on cut behind each line."""
        starts = accumulate(map(len, pieces[:-1]), initial=start)
        self._starts.extend(starts)
        drawn = (len(piece.rstrip(" \n")) for piece in pieces)
        self._ends.extend(map(int.__add__, self._starts[-len(pieces) :], drawn))


def wrap(text: str, width: int) -> Lines:
    r"""Break ``text`` into lines of at most ``width`` cells; each ``\n`` ends one, too."""
    width = max(MIN_WIDTH, width)
    lines = Lines()
    done = 0
    for start, end in _odd_paragraphs(text):
        if start > done:
            lines.extend(_pieces(text[done : start - 1], width), done)
        _wrap_measured(text, start, end, width, lines)
        done = end + 1
    if done <= len(text):
        lines.extend(_pieces(text[done:], width), done)
    return lines


def fit(text: str, width: int) -> int:
    """Count the characters of ``text`` that fit ``width`` cells, marks and all."""
    return _reach(text, 0, len(text), max(0, width))


def cut(text: str, width: int) -> str:
    """Return ``text``, shortened with an ellipsis where it takes more than ``width`` cells."""
    if fit(text, width) == len(text):
        return text
    return text[: fit(text, width - 1)].rstrip() + "…" if width > 0 else ""


def _odd_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the parts between two ``\n`` that hold a character not known to be narrow."""
    end = 0
    while not text.isascii() and (found := ODD.search(text, end)):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        if end < 0:
            end = len(text)
        yield start, end


@cache
def _last_opportunity_pattern() -> re.Pattern[str]:
    """Match up to the last place to break; the character behind it must be in reach.

    Made when the first text needs it, since making it takes longer than to wrap a page.
    """
    return re.compile(
        rf"[^\n]*(?:(?<! )(?= )|{_HYPHEN}|(?<=[\u0300-\u036f][-‐])(?={_LETTER})"
        rf"|(?:(?<=[{_CJK}])|(?=[{_CJK}]))(?<![{re.escape(_NEVER_LAST)}])(?=[^{_NEVER_FIRST}]))"
    )


@lru_cache(maxsize=8)
def _line_pattern(width: int) -> re.Pattern[str]:
    return re.compile(
        rf"[^\n]{{1,{width}}}(?:(?=\n)|\Z|(?<! )(?= )|{_HYPHEN}) *\n?"
        rf"|\n|[^\n]{{{width}}}|\Z"
    )


def _pieces(text: str, width: int) -> list[str]:
    """Cut narrow ``text`` behind each line; the pieces joined are the text."""
    pieces = _line_pattern(width).findall(text)
    if len(pieces) > 1 and not pieces[-2].endswith("\n"):
        pieces.pop()  # the empty match at the end, where no line is left
    return pieces


def _wrap_measured(text: str, start: int, stop: int, width: int, lines: Lines) -> None:
    """Add the lines of the paragraph ``text[start:stop]``, of any characters."""
    while start < stop:
        end = _reach(text, start, stop, width)
        if end < stop:
            end = _last_opportunity(text, start, end) or end
        lines.append(start, start + len(text[start:end].rstrip(" ")))
        start = _SPACES.match(text, end, stop).end()  # type: ignore[union-attr]  # matches anything


def _reach(text: str, start: int, stop: int, width: int) -> int:
    """Return the greatest ``end`` up to ``stop`` for which ``text[start:end]`` fits ``width``.

    Measures a window that grows until something in it does not fit: what is cut off at its end
    (a mark, a joined part) can then only belong to that.
    """
    size = width // 2 + 1 if ODD.match(text, start) else width + 1
    while True:
        window = text[start : min(start + size, stop)]
        fitting = min(len(window), width)
        if ODD.search(window):
            fitting = bisect_right(list(accumulate(_widths(window))), width)
        if fitting < len(window) or start + size >= stop:
            return start + fitting
        size *= 2


def _last_opportunity(text: str, start: int, end: int) -> int | None:
    """Return the last place to break in ``text[start:end]``, never before a mark."""
    while found := _last_opportunity_pattern().match(text, start, end + 1):
        if found.end() <= start:
            return None
        if _WIDTHS[ord(text[found.end()])]:
            return found.end()
        end = found.end() - 1
    return None


class _WidthTable(dict[int, int]):
    """Fills itself with the cells of each character asked for, so that translate runs in C."""

    def __missing__(self, code: int) -> int:
        control = code < 0x20 or 0x7F <= code < 0xA0  # drawn as a substitute of one cell
        width = self[code] = 1 if control else get_character_cell_size(chr(code))
        return width


_WIDTHS = _WidthTable()


def _widths(piece: str) -> Sequence[int]:
    """Return the cells that each character adds; what is joined counts on its first character."""
    if not _JOINERS.search(piece):
        return piece.translate(_WIDTHS).encode("latin-1")
    widths = [0] * len(piece)
    for start, _end, cells in split_graphemes(piece)[0]:
        widths[start] = cells
    return widths

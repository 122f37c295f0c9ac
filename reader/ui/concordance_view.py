"""How the concordance is drawn: aligned on the match, the nearest words closest to it."""

from collections.abc import Sequence

from textual.content import Content

from reader.fold import fold
from reader.search.concordance import Line, ordered
from reader.ui.line_list import Entry
from reader.ui.places import Place, View
from reader.ui.wording import count
from reader.ui.wrap import cut, fit


def view(what: str, found: Sequence[Line], wanted: str, order: str) -> View:
    """Return the lines that hold every word of ``wanted``, in ``order``."""
    words = fold(wanted).split()
    lines = [line for line in ordered(found, order) if _holds(line, words)]
    title = f"{what} · {count(len(lines), 'line')}"
    return View(title, [entry_of(line) for line in lines], "No line holds that.")


def _holds(line: Line, words: Sequence[str]) -> bool:
    text = fold(line.left + line.match + line.right) if words else ""
    return all(word in text for word in words)


def entry_of(line: Line) -> Entry:
    """Return the line, aligned on its match, leading to it."""

    def draw(width: int) -> Content:
        side = max(0, (width - len(line.match)) // 2)
        left = line.left[len(line.left) - fit(line.left[::-1], side) :]
        pad = " " * (side - Content(left).cell_length)
        match = (line.match, "bold $accent")
        return Content.assemble(pad, left, match, cut(line.right, side))

    return Entry(draw, Place(line.article, line.span))

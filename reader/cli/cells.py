"""How wide text stands on a terminal: a letter takes one cell, an ideograph two, a mark none."""

import unicodedata

ELLIPSIS = "…"


def width(text: str) -> int:
    """Return the number of cells that ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def cut(text: str, cells: int) -> str:
    """Return ``text`` if it fits into so many cells, else its beginning and an ellipsis."""
    if width(text) <= cells:
        return text
    taken, room = [], cells - 1
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        taken.append(character)
    return "".join(taken).rstrip() + ELLIPSIS if cells > 0 else ""


def pad(text: str, cells: int, align: str = "<") -> str:
    """Fill ``text`` with spaces to so many cells: behind it (``<``) or before it (``>``)."""
    space = " " * max(0, cells - width(text))
    return text + space if align == "<" else space + text


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

"""How the same story is listed: each article with its score and what it shares."""

from collections.abc import Callable, Sequence

from textual.content import Content

from reader.article import Span
from reader.entities.related import Related
from reader.fold import fold
from reader.library import Row
from reader.ui.line_list import Entry, fixed
from reader.ui.places import Place, View
from reader.ui.wording import language, row_date

SHARED_SHOWN = 8
"""Shared names listed: more than fit beside a title on most screens."""


def view(
    title: str,
    found: Sequence[Related],
    row_of: Callable[[str], Row],
    label_of: Callable[[str], str],
    wanted: str,
) -> View:
    """Return the related articles whose title or shared names hold every word of ``wanted``."""
    words = fold(wanted).split()
    entries = []
    for one in found:
        row = row_of(one.article)
        shared = ", ".join(map(label_of, one.shared[:SHARED_SHOWN]))
        if all(word in fold(f"{row.title} {shared}") for word in words):
            entries.append(_entry(row, one.score, shared))
    return View(f"The same story as: {title}", entries, "No other article is on this story.")


def _entry(row: Row, score: float, shared: str) -> Entry:
    content = Content.assemble(
        (f"{score:>5.0%}  ", "$accent"),
        (f"{row_date(row):<12} {language(row.lang):<4}", "$quiet"),
        row.title,
        (f"   {shared}", "$quiet"),
    )
    return fixed(content, Place(row.id, Span(0, 0)))

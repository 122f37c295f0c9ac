"""How the timeline is drawn: dates in their order, under years and months, with what was said.

2025                     ━━━━━━━━━━━━ 14
  September              ━━━━ 5
  8 Sep 2025   Theo hãng tin Kyodo, ngày 8/9, Bộ trưởng Quốc phòng Nhật Bản…
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from textual.content import Content

from reader.article import Article, Span
from reader.entities import Mention
from reader.entities.timeline import position
from reader.fold import fold
from reader.ui.line_list import Entry, fixed, heading
from reader.ui.places import Place, View
from reader.ui.wording import MONTHS, count, date_for_people

BAR = 24
"""Cells of the longest bar. Longer ones would leave no room for the counts on 80 cells."""

BEFORE, BEHIND = 60, 140
"""Characters shown before and behind a date: about a sentence, whose later part tells more."""

DATE_CELLS = 26
"""As wide as the longest value: an interval of two days."""


_YEAR = re.compile(r"-?[^-]*")
_MONTH = re.compile(r"[^-]-(W?\d\d)")


class Dated(NamedTuple):
    """A date that an article names, with its place in the order of time and the words around it."""

    value: str
    article: str
    span: Span
    before: str
    said: str
    behind: str
    names: str

    @property
    def year(self) -> str:
        """Return the year that ``position`` puts the date in; ``XXXX`` where it is not known."""
        return _YEAR.match(position(self.value)[0])[0]  # type: ignore[index]  # matches anything

    @property
    def month(self) -> str:
        """Return ``2025-09`` where the month is known, else nothing; a week is in its Monday's."""
        if _MONTH.search(self.value.partition("/")[0]) is None:
            return ""
        return position(self.value)[0][: len(self.year) + 3]


def dated(article: Article, mentions: Sequence[Mention]) -> Iterable[Dated]:
    """Yield the dates of an article whose value is known, with the names that stand near them."""
    for mention in mentions:
        if mention.type == "DATE" and mention.value:
            start = max(article.text.rfind("\n", 0, mention.start) + 1, mention.start - BEFORE)
            line_end = article.text.find("\n", mention.end)
            end = min(line_end if line_end >= 0 else len(article.text), mention.end + BEHIND)
            near = {m.label for m in mentions if start <= m.start < end and m.label}
            yield Dated(
                mention.value,
                article.id,
                Span(mention.start, mention.end),
                _from_a_word(article.text, start, mention.start),
                mention.text,
                article.text[mention.end : end],
                " ".join(sorted(near)),
            )


def _from_a_word(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]``, from the first word that begins in it where one is cut."""
    if start == 0 or text[start - 1] == "\n":
        return text[start:end]
    _, space, rest = text[start:end].partition(" ")
    return f"… {rest}" if space else text[start:end]


def view(
    dates: Iterable[Dated], undated: Mapping[str, str], written: Mapping[str, int], wanted: str
) -> View:
    """Return the timeline of the dates that hold every word of ``wanted``, in words or names.

    ``undated`` are the titles of articles that have no date of their own, by id; ``written``
    counts those that have one, by its year.
    """
    words = fold(wanted).split()
    chosen = [date for date in dates if all(word in fold(_searched(date)) for word in words)]
    chosen.sort(key=_order)
    entries = list(_years(chosen, written if not words else {}))
    if undated and not words:
        entries += _undated(undated)
    return View(f"Timeline · {count(len(chosen), 'date')}", entries, "No date is named.")


def _order(date: Dated) -> tuple[object, ...]:
    """Return what sorts a date, so that those of a year stand together, and those of a month."""
    first, value = position(date.value)
    # Years before the common one run backwards; what is not known of a year comes before its days.
    era = (
        (-1, -int(date.year[1:]))
        if date.year[1:].isdigit() and date.year[0] == "-"
        else (0, date.year)
    )
    return *era, date.month, first, value, date.article, date.span


def _searched(date: Dated) -> str:
    return " ".join((date.value, date.before, date.said, date.behind, date.names))


def _years(dates: Sequence[Dated], written: Mapping[str, int]) -> Iterable[Entry]:
    per_year = Counter(date.year for date in dates)
    per_month = Counter(date.month for date in dates)
    most_a_year = max(per_year.values(), default=1)
    most_a_month = max((n for month, n in per_month.items() if month), default=1)
    for year, of_year in groupby(dates, key=lambda date: date.year):
        name = date_for_people(year) if year.strip("-").isdigit() else "Year not known"
        yield _bar(name, "bold $primary", per_year[year], most_a_year)
        if year in written:
            yield _bar("  articles of that year", "$quiet", written[year], max(written.values()))
        for month, of_month in groupby(of_year, key=lambda date: date.month):
            if month:
                name = f"  {MONTHS[int(month[-2:]) - 1]}"
                yield _bar(name, "$primary", per_month[month], most_a_month)
            yield from map(_entry, of_month)


def _bar(name: str, style: str, number: int, most: int) -> Entry:
    length = max(1, round(BAR * number / most))
    return heading(
        Content.assemble(
            (f"{name:<{DATE_CELLS + 4}}", style), ("━" * length, "$quiet"), f" {number}"
        )
    )


def _entry(date: Dated) -> Entry:
    said = Content.assemble(
        date.before.lstrip(), (date.said, "$entity-date underline"), date.behind
    )
    label = f"    {date_for_people(date.value):<{DATE_CELLS}}"
    content = Content.assemble((label, "$quiet"), said)
    return fixed(content, Place(date.article, date.span))


def _undated(titles: Mapping[str, str]) -> Iterable[Entry]:
    yield heading(Content(""))
    yield heading(Content.styled("Articles without a date", "bold $primary"))
    for article, title in titles.items():
        content = Content.assemble("    ", title)
        yield fixed(content, Place(article, Span(0, 0)))

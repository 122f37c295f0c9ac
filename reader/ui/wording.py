"""How values read for a person: dates, sources, counts and reading time on one line."""

from typing import TYPE_CHECKING

from reader.article import Article
from reader.library import Row

if TYPE_CHECKING:
    from reader.index.refresh import Progress

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

WORDS_A_MINUTE = 230
"""Silent reading of non-fiction (Brysbaert 2019: 238 in English). Vietnamese counts syllables,
which are read somewhat faster; the difference is less than the rounding to minutes."""

SEPARATOR = " · "


def date_for_people(date: str | None, *, inferred: bool = False) -> str:
    """Return an ISO date as ``9 Sep 2025``, at the grain it has; ``~`` marks an inferred one.

    Both ends of an interval are written out; a week is the week of its year: ``week 46, 2025``.
    """
    if not date:
        return ""
    if "/" in date:
        return " – ".join(date_for_people(end.strip(".")) or "…" for end in date.split("/"))
    if date.startswith("-"):  # ISO counts a year 0, people do not
        year, *rest = date[1:].split("-")
        year = f"{int(year) + 1} BC" if year.isdigit() else ""
    else:
        year, *rest = date.split("-")
    if year == "XXXX":
        year = ""
    if rest and rest[0].startswith("W"):
        return ", ".join(part for part in (f"week {int(rest[0][1:])}", year) if part)
    parts = [year]
    if rest and rest[0].isdigit() and 1 <= int(rest[0]) <= 12:
        parts.insert(0, MONTHS[int(rest[0]) - 1])
        if len(rest) > 1:
            parts.insert(0, str(int(rest[1][:2])))
    return ("~" if inferred else "") + " ".join(part for part in parts if part)


def row_date(row: Row) -> str:
    """Return the date of a listed article for people."""
    return date_for_people(row.date, inferred=row.date_source == "inferred") or "undated"


def reading_time(words: int) -> str:
    """Return how long ``words`` take to read, in whole minutes, at least one."""
    return f"{max(1, round(words / WORDS_A_MINUTE))} min"


def article_line(article: Article) -> str:
    """Return the line under a title: source, author, date, reading time and language."""
    date = date_for_people(article.date, inferred=article.date_source == "inferred")
    parts = [article.source, article.author, date or "undated", reading_time(article.words)]
    parts.append(language(article.lang))
    if article.title_source == "derived":
        parts.append("title derived")
    return SEPARATOR.join(part for part in parts if part)


def progress_line(progress: "Progress") -> str:
    """Return how far a refresh is, in words; nothing when it is done."""
    if progress.is_done:
        return ""
    files = f"{progress.files:,} of {count(progress.of_files, 'file')}"
    return f"reading: {files}, {count(progress.articles, 'article')}"


def language(code: str) -> str:
    """Return a language's code, nothing where the language is not known."""
    return "" if code == "und" else code


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return ``1,284 articles``: a number with thousands parted, and the noun in its form."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"

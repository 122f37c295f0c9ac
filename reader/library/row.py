"""What a list shows of an article, without its text."""

from typing import NamedTuple

from reader.article import Article


class Row(NamedTuple):
    """One line of the list. The fields are those of ``Article``."""

    id: str
    key: str
    place: str
    path: str
    title: str
    title_source: str
    date: str | None
    date_source: str | None
    lang: str
    source: str | None
    words: int


class Skipped(NamedTuple):
    """A file left out of the collection, and why (and what to do)."""

    path: str
    why: str


def row_of(article: Article) -> Row:
    """Return the list's view of an article."""
    return Row(
        id=article.id,
        key=article.key,
        place=article.place,
        path=article.path,
        title=article.title,
        title_source=article.title_source,
        date=article.date,
        date_source=article.date_source,
        lang=article.lang,
        source=article.source,
        words=article.words,
    )

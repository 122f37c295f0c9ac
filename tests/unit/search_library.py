"""Articles that tests make from a few lines, and what stands around them."""

import re

from reader.article import Article, Span, clean
from reader.library import Library


def article(title: str, body: str = "", *, place: str = "", **fields: str | None) -> Article:
    """Make an article as ingest would, its title a line of the text."""
    title = clean(title)
    text = f"{title}\n\n{clean(body)}" if body else title
    lang = fields.pop("lang", None) or ("vi" if re.search("[ăâđêôơưạảấầậếềệ]", text) else "en")
    return Article(
        place or title, place or title, text, title, "document", Span(0, len(title)), lang, **fields
    )  # type: ignore[arg-type] # fields are those of Article


def library_of(*articles: Article) -> Library:
    """Make a library of these articles."""
    return Library({one.id: one for one in articles})


class MemoryCatalogue:
    """Entities given as ``name: (type, ids of articles)``; names resolve whole, case apart."""

    def __init__(self, **entities: tuple[str, set[str]]) -> None:
        self._entities = entities

    def resolve(self, type: str | None, name: str) -> set[str]:  # noqa: A002 - the seam's
        known = self._entities.get(name.lower())
        return {name.lower()} if known and type in (None, known[0]) else set()

    def articles(self, entity_id: str) -> set[str]:
        return self._entities[entity_id][1]

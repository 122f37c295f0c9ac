"""What a format found in a document, and how it becomes an article.

Formats differ in what they are told: a JSON record names its title, a plain text has to be taken
apart. They fill in what they know; the rest is found here in one way for all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.article import Article, DateSource, Furniture, Span, clean, clean_line
from reader.ingest import dates
from reader.ingest.anatomy import dissect
from reader.ingest.credits import clean_source
from reader.ingest.document import IngestError
from reader.ingest.language import code_of, detect
from reader.ingest.titles import derived, part_site

_BLANKS = re.compile(r"\n{3,}")


@dataclass
class Draft:
    """An article in the making: cleaned paragraphs, and what the document said of itself.

    ``fragment`` names it inside a document that holds several. ``fallback_title`` may be that of
    the whole site, and counts only where the text has no headline; ``file_date``, the day the
    file says it was made, where the document gives no date.
    """

    paragraphs: list[str]
    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    link: str | None = None
    lang: str | None = None
    fragment: str = ""
    fallback_title: str | None = None
    file_date: str | None = None
    furniture: list[Furniture] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def told(self, known: Mapping[str, str]) -> "Draft":
        """Return the draft with what a document said of itself, by the fields of ``metadata``."""
        return replace(
            self,
            title=known.get("title") or self.title,
            date=dates.parse(known.get("date", "")),
            source=known.get("source"),
            author=known.get("author", "").replace("\n\n", ", "),
            link=known.get("link"),
            lang=code_of(known.get("lang", "")),
        )


class Refusal(NamedTuple):
    """An article of a document with several that can't be read, and why (and what to do)."""

    fragment: str
    why: str


def finish(draft: Draft, place: str, path: str) -> Article:
    """Return the article a draft describes. Raises IngestError when it has no text."""
    title = clean_line(draft.title or "") or None
    parts = dissect(draft.paragraphs, title)
    furniture = [*draft.furniture, *parts.furniture]
    body = parts.paragraphs
    title = title or parts.title or clean_line(draft.fallback_title or "") or None
    text = _BLANKS.sub("\n\n", "\n\n".join([title, *body] if title else body).strip())
    if not text:
        raise IngestError("empty (nothing to read in it)", path)
    if title is None:
        (headline, is_cut), site = derived(text.partition("\n")[0]), None
    else:
        shown, site = part_site(title)
        headline, is_cut = Span(0, len(shown)), False
    date, date_source = _date(draft.date or parts.date, draft.file_date, body)
    return Article(
        place=place + (f"#{draft.fragment}" if draft.fragment else ""),
        path=path,
        text=text,
        title=text[slice(*headline)] + "…" * is_cut,
        title_source="document" if title else "derived",
        headline=headline,
        lang=draft.lang or detect(text),
        date=date,
        date_source=date_source,
        source=clean_source(clean(draft.source or parts.source or site or "")),
        author=clean_line(draft.author or "") or parts.author,
        link=clean_line(draft.link or "") or parts.link,
        furniture=tuple(furniture),
        notes=draft.notes,
    )


def _date(
    said: str | None, file_date: str | None, body: list[str]
) -> tuple[str | None, DateSource | None]:
    if said:
        return said, "document"
    if file_date:
        return file_date, "file"
    inferred = dates.infer(body)
    return (inferred, "inferred") if inferred else (None, None)

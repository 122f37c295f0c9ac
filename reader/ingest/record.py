"""A record of named values (of JSON, of a table, of a feed) as an article."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reader.article import Furniture, clean, clean_line
from reader.fold import fold
from reader.ingest import dates
from reader.ingest.draft import Draft
from reader.ingest.html_text import html_paragraphs, looks_marked
from reader.ingest.metadata import fields
from reader.ingest.paragraphs import paragraphs

WRAPPERS = ("_source", "fields", "article", "attributes", "node", "document", "item")
"""Keys under which exports of databases and APIs put the record itself."""


def draft_of(record: Mapping[str, Any], fragment: str = "") -> Draft | None:
    """Return the article that a record holds, or None when it has neither text nor title."""
    known = fields(_unwrapped(record))
    body = known.get("text")
    if not body and not (known.get("title") and "summary" in known):
        return None
    shown = text_paragraphs(body or "")
    summary = text_paragraphs(known.get("summary", ""))
    if summary and not _is_in(summary[0], shown):
        shown = summary + shown
    draft = Draft(shown, title=known.get("title"), fragment=fragment)
    return with_metadata(draft, known)


def with_metadata(draft: Draft, known: Mapping[str, str]) -> Draft:
    """Return a draft with the date, source, author, link and language of a record."""
    section = clean_line(known.get("section", ""))
    return replace(
        draft,
        date=dates.parse(known.get("date", "")),
        source=clean_line(known.get("source", "")) or None,
        author=clean_line(known.get("author", "").replace("\n\n", ", ")) or None,
        link=clean_line(known.get("link", "")) or None,
        lang=language_code(known.get("lang", "")),
        furniture=[*draft.furniture, *([Furniture("section", section)] if section else [])],
    )


def text_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a record's text, be it plain or HTML."""
    return html_paragraphs(text) if looks_marked(text) else paragraphs(clean(text))


def language_code(said: str) -> str | None:
    """Return the two-letter code in what a record says of its language: ``vi-VN``, ``English``."""
    word = fold(said.strip())
    if word in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[word]
    code = word.replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isalpha() else None


_LANGUAGE_NAMES = {
    "english": "en",
    "vietnamese": "vi",
    "tieng viet": "vi",
    "tieng anh": "en",
    "eng": "en",
    "vie": "vi",
    "french": "fr",
    "german": "de",
    "japanese": "ja",
    "korean": "ko",
    "chinese": "zh",
    "russian": "ru",
}


def _unwrapped(record: Mapping[str, Any]) -> Mapping[str, Any]:
    for name in WRAPPERS:
        inner = record.get(name)
        if isinstance(inner, Mapping) and fields(inner).get("text"):
            return {**record, **inner}
    return record


def _is_in(summary: str, body: list[str]) -> bool:
    """Tell whether a summary is only the beginning of the text, as feeds often make it."""
    start = fold(summary[:60]).rstrip(" .…[")
    return any(start in fold(paragraph) for paragraph in body[:3])

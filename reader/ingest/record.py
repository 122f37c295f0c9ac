"""A record of named values (of JSON, of a table, of a feed) as an article."""

from collections.abc import Mapping
from typing import Any

from reader.article import Furniture, clean, clean_line
from reader.fold import fold
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
    section = clean_line(known.get("section", ""))
    furniture = [Furniture("section", section)] if section else []
    return Draft(shown, fragment=fragment, furniture=furniture).told(known)


def text_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a record's text, be it plain or HTML."""
    return html_paragraphs(text) if looks_marked(text) else paragraphs(clean(text))


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

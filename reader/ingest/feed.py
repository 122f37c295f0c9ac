"""A saved feed: RSS, RDF or Atom; JSON Feed is JSON.

feedparser reads it: it takes the feeds that exist, broken ones too, where an XML parser takes
only those that are well formed. An entry's fragment is made of what the feed calls it (its guid or
address), so that it keeps its id when the feed moves on and the entry its place.
"""

import hashlib
import io
from collections.abc import Iterator, Mapping
from typing import Any

from reader.article import clean_line
from reader.ingest.document import Document, IngestError
from reader.ingest.draft import Draft, Refusal
from reader.ingest.extras import extra
from reader.ingest.html_text import html_paragraphs
from reader.ingest.record import draft_of

BROKEN = "a feed that can't be read (open it in a browser and save it again)"


def read(document: Document) -> Iterator[Draft | Refusal]:
    """Yield the articles of a feed. Raises IngestError when feedparser is missing."""
    if b"<opml" in document.opening.lower():
        raise IngestError("a list of feeds, which holds no articles (open the feeds it names)")
    feedparser = extra("feedparser", "feeds", "feeds")
    raw = document.read()
    try:
        found = feedparser.parse(io.BytesIO(raw), sanitize_html=True)
    except Exception as error:  # it lets errors of its parsers through
        raise IngestError(BROKEN) from error
    if not found.entries and not found.feed:
        raise IngestError(BROKEN)
    source = _line(found.feed.get("title", ""))
    lang = found.feed.get("language", "")
    for number, entry in enumerate(found.entries, 1):
        fragment = _fragment(entry, number)
        record = {**_record(entry), "source": _source(entry) or source, "language": lang}
        yield draft_of(record, fragment) or Refusal(
            fragment, "no text in the entry (open its page)"
        )


def _record(entry: Mapping[str, Any]) -> dict[str, Any]:
    contents = [part.get("value", "") for part in entry.get("content", [])]
    body = max(contents, key=len, default="")
    return {
        "title": _line(entry.get("title", "")),
        "text": body or entry.get("summary", ""),
        "summary": entry.get("summary", "") if body else "",
        "published": entry.get("published") or entry.get("updated") or entry.get("created") or "",
        "author": entry.get("author", ""),
        "link": entry.get("link", ""),
    }


def _source(entry: Mapping[str, Any]) -> str:
    """Return the name of the feed that an entry was taken over from."""
    return _line((entry.get("source") or {}).get("title", ""))


def _line(html: str) -> str:
    return clean_line(" ".join(html_paragraphs(html)))


def _fragment(entry: Mapping[str, Any], number: int) -> str:
    name = entry.get("id") or entry.get("link")
    return hashlib.blake2b(name.encode(), digest_size=4).hexdigest() if name else str(number)

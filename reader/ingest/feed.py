"""A feed: RSS, RDF, Atom or JSON Feed, saved to a file or fetched from its address.

feedparser reads the XML ones: it takes the feeds that exist, broken ones too, where an XML parser
takes only those that are well formed. An entry's fragment is made of what the feed calls it (its
guid or address), so that it keeps its id when the feed moves on and the entry its place.
"""

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

from reader.article import clean_line
from reader.ingest.document import Document, IngestError
from reader.ingest.draft import Draft, Refusal
from reader.ingest.extras import extra
from reader.ingest.html_text import html_paragraphs
from reader.ingest.record import draft_of

BROKEN = "a feed that can't be read (open it in a browser and save it again)"

_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.I)
_LINK = re.compile(rb"<link\b[^>]*\b(?:rss|atom)\+xml[^>]*>", re.I)
_TARGET = re.compile(rb"\bhref=[\"']?([^\"' >]+)", re.I)
_SAYS_ENCODING = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=", re.I)


class Entry(NamedTuple):
    """One entry of a feed: what the feed calls it (guid or address), and what it says."""

    name: str
    record: dict[str, Any]


class Feed(NamedTuple):
    """What a feed holds; ``is_whole`` is false where it breaks off in its last entry."""

    title: str
    entries: list[Entry]
    is_whole: bool = True


def read(document: Document) -> Iterator[Draft | Refusal]:
    """Yield the articles of a saved feed. Raises IngestError when feedparser is missing."""
    if b"<opml" in document.opening.lower():
        raise IngestError("a list of feeds, which holds no articles (open the feeds it names)")
    feed = _xml_feed(document.read(), "", "")
    for number, entry in enumerate(feed.entries, 1):
        fragment = _fragment(entry.name, number)
        yield draft_of(entry.record, fragment) or Refusal(
            fragment, "no text in the entry (open its page)"
        )


def read_feed(raw: bytes, address: str = "", content_type: str = "") -> Feed:
    """Return what a fetched feed holds, the addresses in it made whole.

    Raises IngestError for what is no feed, or when feedparser is missing.
    """
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(raw, address)
    return _xml_feed(raw, address, content_type)


def _xml_feed(raw: bytes, address: str, content_type: str) -> Feed:
    feedparser = extra("feedparser", "feeds", "feeds")
    headers = {"content-location": address} if address else {}
    if content_type and not _tells_encoding(raw):
        headers["content-type"] = content_type
    try:
        found = feedparser.parse(io.BytesIO(raw), response_headers=headers, sanitize_html=True)
    except Exception as error:  # it lets errors of its parsers through
        raise IngestError(BROKEN) from error
    if not found.get("entries") and not found.get("version"):
        raise IngestError(_no_feed(raw, address))
    title = _line(found.feed.get("title", ""))
    known = {"source": title, "language": found.feed.get("language", "")}
    entries = [Entry(_name(one), _record(one, known)) for one in found.entries]
    return Feed(title, entries, bool(_END.search(raw[-4096:])))


def _no_feed(raw: bytes, address: str) -> str:
    """Say what a document is that is no feed; of a web page, the feed that it names."""
    if not address:
        return BROKEN
    for link in _LINK.findall(raw[:200_000]):
        target = _TARGET.search(link)
        if target and b"application/" in link:
            feed = urljoin(address, target[1].decode("utf-8", "replace"))
            return f"a web page, not a feed (its feed is {feed})"
    return "not a feed (open it in a browser)"


def _tells_encoding(raw: bytes) -> bool:
    """Tell whether a document is known to be in an encoding, whatever its server says of it."""
    if _SAYS_ENCODING.match(raw):
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _record(entry: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    contents = [part.get("value", "") for part in entry.get("content", [])]
    body = max(contents, key=len, default="")
    return {
        "title": _line(entry.get("title", "")),
        "text": body or entry.get("summary", ""),
        "summary": entry.get("summary", "") if body else "",
        "published": entry.get("published") or entry.get("updated") or entry.get("created") or "",
        "author": entry.get("author", ""),
        "link": entry.get("link", ""),
        "source": _source(entry) or known["source"],
        "language": known["language"],
    }


def _json_feed(raw: bytes, address: str) -> Feed:
    try:
        feed = json.loads(raw.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise IngestError("not valid JSON (give the address of a feed)") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise IngestError("JSON, but not a JSON Feed (give the address of a feed)")
    title = _line(str(feed.get("title") or ""))
    known = {"source": title, "language": feed.get("language") or ""}
    entries = []
    for item in items:
        if isinstance(item, dict):
            link = urljoin(address, str(item.get("url") or item.get("external_url") or ""))
            name = str(item.get("id") or link)
            entries.append(Entry(name, {**known, **_json_record(item), "link": link}))
    return Feed(title, entries)


def _json_record(item: Mapping[str, Any]) -> dict[str, Any]:
    said = {
        "title": item.get("title"),
        "text": item.get("content_html") or item.get("content_text") or item.get("summary"),
        "summary": item.get("summary"),
        "published": item.get("date_published") or item.get("date_modified"),
        "author": item.get("authors") or item.get("author"),
        "language": item.get("language"),
    }
    return {name: value for name, value in said.items() if value}


def _source(entry: Mapping[str, Any]) -> str:
    """Return the name of the feed that an entry was taken over from."""
    return _line((entry.get("source") or {}).get("title", ""))


def _line(html: str) -> str:
    return clean_line(" ".join(html_paragraphs(html)))


def _name(entry: Mapping[str, Any]) -> str:
    return str(entry.get("id") or entry.get("link") or "")


def _fragment(name: str, number: int) -> str:
    return hashlib.blake2b(name.encode(), digest_size=4).hexdigest() if name else str(number)

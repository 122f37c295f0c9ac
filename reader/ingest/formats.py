"""Which format a document is in: told by its content first, then by its name.

Each format is a module of this package with a function ``read`` from a document to drafts. The
module is imported when a document needs it, since most collections hold one or two formats.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from reader.ingest.decoding import is_binary
from reader.ingest.document import HEAD_BYTES, Document, IngestError
from reader.ingest.draft import Draft, Refusal

_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,80}\"\s*:")
_TABLE = re.compile(
    rb"(?=[^\n]*(?<![^,;\t|\"])(?:text|body|content|noi[_ ]?dung)[\",;\t|\r\n])"
    rb"(?:\"?\w[\w ]{0,39}\"?[,;\t|])+\"?\w[\w ]{0,39}\"?\r?\n",
    re.I,
)
_FRONT_MATTER = re.compile(
    rb"\s*(?:---|\+\+\+)\r?\n(?:[^\n]*\n){0,30}?(?:title|headline|date)\s*[:=]", re.I
)
_PROLOG = rb"\s*(?:(?:<\?[^>]*>|<!--.*?-->|<!doctype\s[^>]*>)\s*)*"
_WEB_PAGE = re.compile(
    rb"\s*<!doctype\s+html\b|" + _PROLOG + rb"<(?:html|head|body)\b", re.I | re.S
)
_FEED = re.compile(_PROLOG + rb"<(?:rss|feed|rdf:RDF|opml)\b", re.I | re.S)
_MAIL = re.compile(
    rb"From \S+[^\n]*\d{4}\r?\n[\w-]+:"
    rb"|(?:(?:return-path|received|delivered-to|envelope-to|from|to|cc|subject|date|message-id|sender"
    rb"|mime-version|content-[a-z-]+|reply-to|list-[a-z-]+|x-[a-z-]+|dkim-[a-z-]+|arc-[a-z-]+"
    rb"|authentication-results)[ ]*:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){4}",
    re.I,
)
_EPUB = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub", re.S)
_PACKED = re.compile(rb"PK\x03\x04|\x1f\x8b\x08|BZh\d1AY|\xfd7zXZ\0|.{257}ustar", re.S)
_PDF = re.compile(rb"\s{0,8}%PDF-\d")


class Format(NamedTuple):
    """A format's name and module, and the signs by which a document of it is known.

    ``signature`` is matched against the document's opening; ``suffixes`` decide where no
    signature of any format does.
    """

    name: str
    module: str
    signature: re.Pattern[bytes]
    suffixes: frozenset[str]
    is_text: bool = True

    def read(self, document: Document) -> Iterator[Draft | Refusal]:
        """Yield the articles of a document as drafts, and what can't be one."""
        module = import_module(f"reader.ingest.{self.module}")
        drafts: Iterator[Draft | Refusal] = module.read(document)
        return drafts


FORMATS = (
    Format("JSON", "json_records", _JSON, frozenset({".json", ".jsonl", ".ndjson", ".jl"})),
    Format("EPUB", "epub", _EPUB, frozenset(), is_text=False),
    Format("archive", "archive", _PACKED, frozenset(), is_text=False),
    Format("PDF", "pdf", _PDF, frozenset(), is_text=False),
    Format("feed", "feed", _FEED, frozenset()),
    Format("mail", "mail", _MAIL, frozenset({".eml"})),
    Format("web page", "web_page", _WEB_PAGE, frozenset({".html", ".htm", ".xhtml"})),
    Format("table", "table_rows", _TABLE, frozenset({".csv", ".tsv"})),
    Format(
        "Markdown", "markdown", _FRONT_MATTER, frozenset({".md", ".markdown", ".mdown", ".mkd"})
    ),
)
"""In the order asked."""

_PLAIN_TEXT = Format("plain text", "plain_text", re.compile(b""), frozenset())


def choose(document: Document) -> Format:
    """Return the format of a document. Raises IngestError for what holds no text."""
    if len(document.head) < HEAD_BYTES and not document.head.strip():
        raise IngestError("empty (nothing to read in it)")
    is_text = not is_binary(document.head)
    opening = document.opening
    for candidate in FORMATS:
        if (is_text or not candidate.is_text) and candidate.signature.match(opening):
            return candidate
    if not is_text:
        raise IngestError("not text (convert it to text first)")
    named = (candidate for candidate in FORMATS if document.suffix in candidate.suffixes)
    return next(named, _PLAIN_TEXT)

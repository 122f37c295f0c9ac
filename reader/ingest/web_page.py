"""The article of a web page: its text without menus, teasers and comments.

trafilatura finds it. Of the libraries compared on the pages in ``tests/data/pages`` it alone kept
every paragraph, list and table and left the page behind (readability-lxml kept share buttons and
a newsletter box, jusText lost whole articles without ``<p>``), and it reads the date, author and
publisher from the page's metadata. Where it finds nothing, the whole page is shown, and said so.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from reader.article import clean_line
from reader.ingest import dates, plain_text
from reader.ingest.decoding import Decoded
from reader.ingest.document import Document
from reader.ingest.draft import Draft
from reader.ingest.extras import extra
from reader.ingest.html_text import html_paragraphs
from reader.ingest.language import code_of

WHOLE_PAGE = "the article could not be told from its page; all of the page is shown"

_IS_HTML = re.compile(r"<(?:html|head|body|p|div|br|h[1-6]|table|article|span|meta|title)\b", re.I)
_TITLE_SIGNS = re.compile(r"<h1\b|\bog:title\b|\"headline\"\s*:", re.I)
_TAGS = {
    "list": "ul", "item": "li", "row": "tr", "cell": "td", "quote": "blockquote", "head": "h2",
    "lb": "br", "code": "pre",
}  # fmt: skip
_ELEMENT = re.compile(rf"(</?)({'|'.join(_TAGS)})\b")
_ORDERED = re.compile(r"<list\b[^<>]*\brend=\"ol\"[^<>]*>")
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I | re.A)
_LANGUAGE = re.compile(r"<html\b[^<>]*\blang=[\"']?([\w-]+)", re.I)


def read(document: Document) -> Iterator[Draft]:
    """Yield the article of a web page; of text that only is called one, the text."""
    declared = _CHARSET.search(document.head)
    page = document.text(declared[1].decode("ascii") if declared else "")
    if not _IS_HTML.search(page.text):
        yield from plain_text.read(document)
        return
    yield page_draft(page)


def page_draft(page: Decoded) -> Draft:
    """Return the article of a decoded page. Raises IngestError when trafilatura is missing."""
    trafilatura = extra("trafilatura", "html", "web pages")
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    language = _LANGUAGE.search(page.text)
    found = _metadata(trafilatura, page.text)
    article = _article(trafilatura, page.text)
    notes = page.notes if article else (*page.notes, WHOLE_PAGE)
    return Draft(
        html_paragraphs(article or page.text),
        title=found["title"] if _TITLE_SIGNS.search(page.text) else None,
        fallback_title=found["title"],
        date=dates.parse(found["date"] or ""),
        source=found["sitename"],
        author=(found["author"] or "").replace("; ", ", ") or None,
        link=found["url"],
        lang=code_of(language[1]) if language else None,
        notes=notes,
    )


def _article(trafilatura: Any, page: str) -> str:
    """Return the article as HTML without classes, which keeps lists, quotes and tables.

    trafilatura's own HTML forgets which lists are numbered, its XML doesn't.
    """
    found = trafilatura.extract(
        page, output_format="xml", include_comments=False, include_tables=True
    )
    ordered = _ORDERED.sub("<ol>", found or "")  # a list's end tag closes either kind
    return _ELEMENT.sub(lambda tag: tag[1] + _TAGS[tag[2]], ordered)


def _metadata(trafilatura: Any, page: str) -> dict[str, str | None]:
    """Return what the page says of itself; dates only as said, not guessed from the text."""
    said = trafilatura.extract_metadata(page, extensive=False)
    names = ("title", "date", "sitename", "author", "url")
    return {name: clean_line(getattr(said, name, None) or "") or None for name in names}

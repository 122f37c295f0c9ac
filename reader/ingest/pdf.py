"""PDF: the text layer of a document, its lines made paragraphs again.

A PDF knows lines, not paragraphs. A line that stops short of the usual width, or ends a sentence
well before it, ends a paragraph; a word broken by a hyphen is mended; lines that every page
repeats at its head or foot, and page numbers, are furniture. Pages are told by pypdf (BSD).
"""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from statistics import quantiles
from typing import Any

from reader.article import Furniture, clean, clean_line
from reader.ingest import dates
from reader.ingest.document import Document, IngestError
from reader.ingest.draft import Draft
from reader.ingest.extras import extra

MAX_PAGES = 3000
"""Most pages read; the largest reports have about 1,000."""

SHORT_LINE = 0.75
"""Share of the usual width below which a line that ends a sentence ends its paragraph."""

_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|trang)\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.I)
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft|document\d*|.*\.(?:docx?|indd|qxd|pdf|pptx?))", re.I
)
_STOPS = tuple('.!?:…”"')
_ITEM = re.compile(r"[-–—•*●▪]\s|\d{1,2}[.)]\s")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_DIGITS = re.compile(r"\d+")


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a PDF. Raises IngestError where it has no text."""
    pypdf = extra("pypdf", "pdf", "PDF files")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    raw = document.read()
    try:
        file = pypdf.PdfReader(io.BytesIO(raw))
        if file.is_encrypted and not file.decrypt(""):
            raise IngestError("locked with a password (save it without one)")
        pages = [_lines(page) for page in file.pages[:MAX_PAGES]]
        title, author, created = _said(file.metadata)
    except IngestError:
        raise
    except Exception as error:
        raise IngestError(f"a damaged PDF: {error} (open it and print it to a new one)") from error
    if not any(pages):
        raise IngestError("no text layer (run it through OCR first)")
    repeated = _repeated(pages)
    kept = [[line for line in page if not _is_furniture(line, repeated)] for page in pages]
    yield Draft(
        join(kept),
        fallback_title=title,
        author=author,
        file_date=created,
        furniture=[Furniture("page", line) for line in repeated.values()],
    )


def _lines(page: Any) -> list[str]:
    text = clean(page.extract_text() or "")
    return [line for raw in text.split("\n") if (line := " ".join(raw.split()))]


def _said(metadata: Any) -> tuple[str | None, str | None, str | None]:
    """Return the title, author and day of creation that the file names, if they mean anything."""
    said = metadata or {}
    title = clean_line(str(said.get("/Title") or ""))
    author = clean_line(str(said.get("/Author") or ""))
    created = dates.parse(str(said.get("/CreationDate") or "").removeprefix("D:")[:8])
    return (None if _NO_TITLE.match(title) else title or None), author or None, created


def _repeated(pages: list[list[str]]) -> dict[str, str]:
    """Return the first and last lines that most pages share, by their form without numbers."""
    edges = Counter(
        form for page in pages for form in {_form(line) for line in (*page[:2], *page[-2:])}
    )
    often = {form for form, count in edges.items() if count >= max(3, len(pages) // 2)}
    return {_form(line): line for page in pages for line in page if _form(line) in often}


def _form(line: str) -> str:
    return _DIGITS.sub("#", line)


def _is_furniture(line: str, repeated: dict[str, str]) -> bool:
    return _form(line) in repeated or bool(_PAGE_NUMBER.fullmatch(line))


def join(pages: list[list[str]]) -> list[str]:
    """Return the paragraphs of lines that were set to a width."""
    lines = [line for page in pages for line in page]
    width = quantiles(map(len, lines), n=10)[8] if len(lines) > 1 else 0
    found: list[str] = []
    last = ""
    for line in lines:
        if found and not _ends(found[-1], last, line, width):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
        last = line
    return found


def _ends(paragraph: str, line: str, following: str, width: float) -> bool:
    """Tell whether a paragraph ends with a line rather than goes on in the following one."""
    if _BROKEN.search(line):
        return False
    if _ITEM.match(following):
        return True
    if paragraph.endswith(_STOPS):
        return len(line) < SHORT_LINE * width
    return len(line) < width / 2 and not following[0].islower()


def _joined(paragraph: str, line: str) -> str:
    """Return both as one. A hyphen at the end broke an English word, but joins Vietnamese ones."""
    broken = _BROKEN.search(paragraph, max(0, len(paragraph) - 40))
    if broken is None:
        return f"{paragraph} {line}"
    is_mended = line[0].islower() and broken[1].isascii()
    return (paragraph[:-1] if is_mended else paragraph) + line

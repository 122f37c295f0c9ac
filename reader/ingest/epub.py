"""EPUB: the chapters of a book as articles.

A book is a ZIP of pages. ``META-INF/container.xml`` names the package file, whose spine lists the
pages in reading order and whose metadata tell of the book. A chapter's fragment is its place in
the spine; the book's title is its source.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from reader.ingest import dates
from reader.ingest.archive import BROKEN, MAX_MEMBERS
from reader.ingest.decoding import decode
from reader.ingest.document import MAX_BYTES, Document, IngestError
from reader.ingest.draft import Draft
from reader.ingest.html_text import html_paragraphs
from reader.ingest.language import code_of

SHORTEST_CHAPTER = 200
"""A page of fewer characters is a cover, a half title or a dedication."""


class _Book(NamedTuple):
    pages: list[str]
    metadata: dict[str, str]


def read(document: Document) -> Iterator[Draft]:
    """Yield the chapters of a book."""
    try:
        with document.open() as stream, zipfile.ZipFile(stream) as archive:
            yield from _chapters(archive, _book(archive))
    except (*BROKEN, KeyError, ElementTree.ParseError) as error:
        raise IngestError(f"a damaged book: {error} (download it again)") from error


def _chapters(archive: zipfile.ZipFile, book: _Book) -> Iterator[Draft]:
    said = book.metadata
    for number, page in enumerate(book.pages, 1):
        paragraphs = html_paragraphs(decode(_member(archive, page)).text)
        if sum(map(len, paragraphs)) >= SHORTEST_CHAPTER:
            yield Draft(
                paragraphs,
                fragment=str(number),
                date=dates.parse(said.get("date", "")),
                source=said.get("title"),
                author=said.get("creator"),
                lang=code_of(said.get("language", "")),
            )


def _book(archive: zipfile.ZipFile) -> _Book:
    container = ElementTree.fromstring(_member(archive, "META-INF/container.xml"))
    package_path = next(element.get("full-path", "") for element in _all(container, "rootfile"))
    package = ElementTree.fromstring(_member(archive, package_path))
    folder = posixpath.dirname(package_path)
    hrefs = {item.get("id"): item.get("href", "") for item in _all(package, "item")}
    spine = [hrefs.get(item.get("idref"), "") for item in _all(package, "itemref")]
    pages = [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in spine if href]
    metadata: dict[str, str] = {}
    for name in ("title", "creator", "language", "date"):
        for element in _all(package, name):
            metadata.setdefault(name, (element.text or "").strip())
    return _Book(pages[:MAX_MEMBERS], metadata)


def _all(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Yield the elements of that name, whatever their namespace."""
    return (element for element in root.iter() if str(element.tag).rpartition("}")[2] == name)


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        raw = member.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise IngestError(f"a page of it is larger than {MAX_BYTES >> 20} MB (it is damaged)")
    return raw

"""A header of named lines above a plain text, as exports and mail programs write it.

Title: Japan and Korea tighten ties
Date: 2023-05-08
Source: Northern Post

Seoul [South Korea], May 8: …
"""

import re
from typing import NamedTuple

from reader.article import Furniture
from reader.ingest.metadata import field_of

FEWEST_LINES = 2
"""Named lines that make a header. One alone ("Source: …") may be a credit, which stays text."""

_NAMED = re.compile(r"^\W{0,3}([^\W\d][\w -]{1,24}?)\s*:\s+(\S.*)$")


class Header(NamedTuple):
    """What a header says, its lines as furniture, and the text below it."""

    known: dict[str, str]
    furniture: list[Furniture]
    text: str


def split(text: str) -> Header:
    """Return the header of a cleaned text and what is below; of most texts no header."""
    known: dict[str, str] = {}
    furniture: list[Furniture] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)].strip()
        field = _field(line) if line else ("", "")
        if field is None or (line and field[0] in known):
            break
        if not line and known:
            start = end + 1 if end >= 0 else len(text)
            break
        if line:
            known[field[0]] = field[1]
            said = line if field[0] != "title" else line[: len(line) - len(field[1])].strip()
            furniture.append(Furniture("header", said))
        start = end + 1 if end >= 0 else len(text)
    if len(known) < FEWEST_LINES or not text[start:].strip():
        return Header({}, [], text)
    return Header(known, furniture, text[start:])


def _field(line: str) -> tuple[str, str] | None:
    """Return the field that a line names and its value; None for a line of text."""
    found = _NAMED.match(line) if len(line) < 300 else None
    field = field_of(found[1]) if found else None
    if found is None or field is None or field[0] in ("text", "summary"):
        return None
    return field[0], found[2].strip()

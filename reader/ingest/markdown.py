"""Markdown: front matter, and text whose markup is taken off but whose shape is kept.

Headings stay paragraphs of their own, lists and quotes keep their marks, a link keeps its address
behind its text. Brackets that are no link are text: ``Seoul [South Korea]`` stays whole.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.article import Furniture, clean
from reader.fold import fold
from reader.ingest.document import Document
from reader.ingest.draft import Draft
from reader.ingest.inline_markup import plain, without_comments
from reader.ingest.metadata import fields
from reader.ingest.paragraphs import column_of, join_lines

_FRONT_MATTER = re.compile(
    r"\A\s*(?:---\n(.*?)\n(?:---|\.\.\.)|\+\+\+\n(.*?)\n\+\+\+)[ ]*(?:\n|\Z)", re.S
)
_PAIR = re.compile(r"^(\w[\w .-]*?)\s*[:=]\s*(.*)$")

_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6} +(.*?)(?: +#+)? *$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+) *$")
_RULE = re.compile(r"^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_TABLE_RULE = re.compile(r"^ *\|?(?: *:?-+:? *\|)+ *(?::?-+:? *)?$")
_ITEM = re.compile(r"^ *(?:[-*+]|(\d{1,9}[.)])) +(.*)$")
_QUOTE = re.compile(r"^ {0,3}> ?(.*)$")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]: *<?(\S+?)>?(?: +[\"'(][^\n]*)?$", re.M)

HEADING_REACH = 4
"""How many blocks (a picture, a section word) may stand before the heading that is the title."""


class _Block(NamedTuple):
    kind: str
    lines: list[str]


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a Markdown document."""
    raw, notes = document.text()
    text = clean(raw)
    known, end = _front_matter(text)
    furniture = [Furniture("front matter", text[:end].strip())] if end else []
    title, paragraphs = _body(without_comments(text[end:]), known.get("title"))
    yield Draft(paragraphs, title=title, furniture=furniture, notes=notes).told(known)


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return what front matter says under names that are known, and where it ends."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, 0
    pairs = (_PAIR.match(line) for line in (found[1] or found[2] or "").split("\n"))
    said: dict[str, str] = {}
    for pair in pairs:
        if pair:
            said[pair[1]] = pair[2].strip().strip("\"'[]").strip()
    return fields(said), found.end()


def _body(text: str, title: str | None) -> tuple[str | None, list[str]]:
    links = {fold(name): address for name, address in _DEFINITION.findall(text)}
    blocks = list(_blocks(_DEFINITION.sub("", text) if links else text))
    if title is None:
        place = _title_heading(blocks)
        if place is not None:
            title = plain(blocks.pop(place).lines[0], links)
    column = column_of([line for block in blocks if block.kind == "text" for line in block.lines])
    paragraphs = []
    for block in blocks:
        lines = join_lines(block.lines, column) if block.kind == "text" else block.lines
        if block.kind != "code":
            lines = [shown for line in lines if (shown := plain(line, links))]
        paragraphs += lines if block.kind == "text" else ["\n".join(lines)]
    return title, [paragraph for paragraph in paragraphs if paragraph.strip()]


def _title_heading(blocks: list[_Block]) -> int | None:
    for number, block in enumerate(blocks[:HEADING_REACH]):
        if block.kind == "heading":
            return number
        if sum(map(len, block.lines)) > 200:
            return None
    return None


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the blocks of a text: heading, text, list, quote, code, table."""
    block = _Block("", [])
    for line in text.split("\n"):
        is_fence = bool(_FENCE.match(line))
        if block.kind == "code" and not is_fence:
            block.lines.append(line.rstrip())
            continue
        kind, shown = ("fence", "") if is_fence else _kind(line, block.kind)
        if kind == "underline":
            kind, block = "end", _Block("heading", [" ".join(block.lines)])
        if kind == "table rule":
            continue
        if kind == "text" and block.kind in ("list", "quote"):
            block.lines[-1] += " " + shown
        elif kind == block.kind and kind in ("text", "list", "quote", "table"):
            block.lines.append(shown)
        else:
            if block.lines:
                yield block
            opened = "code" if kind == "fence" and block.kind != "code" else kind
            block = _Block(opened, [shown] if kind in _FILLED else [])
    if block.lines:
        yield block


_FILLED = frozenset({"heading", "text", "list", "quote", "table"})


def _kind(line: str, open_kind: str) -> tuple[str, str]:
    """Return what kind of block a line belongs to, and the line without the block's markup."""
    if open_kind == "text" and _UNDERLINE.match(line):
        return "underline", ""
    if not line.strip() or _RULE.match(line) or _TABLE_RULE.match(line):
        return "end" if open_kind != "table" or not line.strip() else "table rule", ""
    heading = _HEADING.match(line)
    if heading:
        return "heading", heading[1]
    item = _ITEM.match(line)
    if item:
        return "list", f"{item[1] or '-'} {item[2]}"
    quote = _QUOTE.match(line)
    if quote:
        return "quote", f"> {quote[1]}"
    return ("table" if line.lstrip().startswith("|") else "text"), line.strip()

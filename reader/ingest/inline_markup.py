"""Inline Markdown taken off a line: emphasis, code, links, tags, escapes, entities.

Whatever a writer may have meant as text stays: brackets without an address, a lone asterisk,
``2 * 3 * 4``, ``snake_case``. Every pattern is bounded or possessive, so that no line takes time
beyond its length.
"""

import re
from collections.abc import Mapping
from html import unescape

from reader.article import clean_line
from reader.fold import fold

LONGEST_LINE = 100_000
"""A longer line is data, not writing, and is left as it is."""

_ADDRESS = (
    r"\(\s*+<?([^\s()<>]*+(?:\([^\s()]*+\)[^\s()<>]*+)*+)>?(?:\s++[\"'][^\n\"']*+[\"'])?\s*+\)"
)
_KEPT = re.compile(r"(`+)(?!`)(.{1,500}?)(?<!`)\1(?!`)|\\([!-/:-@\[-`{-~])")
_IMAGE = re.compile(rf"!\[([^\]\n]*+)\]{_ADDRESS}")
_LINK = re.compile(rf"\[([^\[\]\n]++)\]{_ADDRESS}")
_REFERENCE = re.compile(r"(!?)\[([^\[\]\n]++)\](?: ?\[([^\[\]\n]*+)\])?+")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^\s<>]++)>")
_TAG = re.compile(
    r"</?[a-zA-Z][\w-]*+(?:\s++[\w:-]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>=]++))?+)*+\s*+/?>"
)
_STRONG = re.compile(
    r"(\*\*\*|\*\*|~~)(?=\S)(.{1,400}?)(?<=\S)\1|(?<!\w)(___|__)(?=\S)(.{1,400}?)(?<=\S)\3(?!\w)"
)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,400}?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_\n]{1,400}?)(?<=\S)_(?![\w_])"
)
_KEPT_AT = re.compile("\0(\\d+)\0")


def plain(line: str, links: Mapping[str, str]) -> str:
    """Return a cleaned line without its markup. ``links`` has the addresses of references.

    Code and escaped characters are put by while the rest is worked on; NUL, which no cleaned
    text holds, marks their places.
    """
    if len(line) > LONGEST_LINE:
        return line
    kept: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        kept.append(found[3] or found[2].strip())
        return f"\0{len(kept) - 1}\0"

    text = _KEPT.sub(put_by, line)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(lambda found: _with_address(found[1], found[2]), text)
    text = _REFERENCE.sub(lambda found: _reference(found, links), text)
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", text))
    text = _STRONG.sub(lambda found: found[2] or found[4], text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    if "&" in text:
        text = unescape(text)
    return clean_line(_KEPT_AT.sub(lambda found: kept[int(found[1])], text))


def without_comments(text: str) -> str:
    """Return a text without its HTML comments. One that is never closed is text."""
    parts = []
    start = 0
    while (opening := text.find("<!--", start)) >= 0:
        closing = text.find("-->", opening)
        if closing < 0:
            break
        parts.append(text[start:opening])
        start = closing + 3
    return "".join([*parts, text[start:]])


def _with_address(text: str, address: str) -> str:
    is_same = not address or address.startswith("#") or address.removeprefix("mailto:") == text
    return text if is_same else f"{text} ({address})"


def _reference(found: re.Match[str], links: Mapping[str, str]) -> str:
    address = links.get(fold(found[3] or found[2]))
    if address is None:
        return found[0]
    return found[2] if found[1] else _with_address(found[2], address)

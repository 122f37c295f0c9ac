"""The text model: what an article is, and which characters its text may hold.

Every offset in the program counts code points of ``Article.text``. Bytes exist only in ingest
and cells only in the interface.

``Article.text`` is the reading text: the headline, where the document gives one, then the body,
in paragraphs that a blank line parts. What surrounds it on the page (the section word, a title
said twice, a comment count) is kept in ``Article.furniture``.

    World                                  furniture (section)
    Japan and Korea tighten ties           furniture (repeated title)
    Japan and Korea tighten ties         ┐
    May 08, 2023                         │ furniture (dateline)
    Seoul [South Korea], May 8: During…  ┴ text
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

TitleSource = Literal["document", "derived"]
DateSource = Literal["document", "file", "inferred"]


class Span(NamedTuple):
    """A half-open range of characters of an article's text: ``text[start:end]``."""

    start: int
    end: int


class Furniture(NamedTuple):
    """A piece of the page that is not reading text, with the reason it was set apart."""

    kind: str
    text: str


@dataclass(frozen=True)
class Article:
    """One article, as shown and searched.

    ``place`` names it inside its collection (``asia/visit.txt``, ``dump.jsonl#1042``); ``path``
    is the file it was read from. ``headline`` is where the title stands in ``text``; a derived
    title has one too, which may begin behind a dateline and end inside a sentence: the title then
    has "…" behind it. ``date`` is ISO 8601 at the grain that is known: ``2025-09-09``,
    ``2025-09`` or ``2025``.
    """

    place: str
    path: str
    text: str
    title: str
    title_source: TitleSource
    headline: Span
    lang: str
    date: str | None = None
    date_source: DateSource | None = None
    source: str | None = None
    author: str | None = None
    link: str | None = None
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def key(self) -> str:
        """Name the content alone: marks and notes keyed by it survive a move of the file."""
        return _digest(self.text)

    @cached_property
    def id(self) -> str:
        """Name the article: the same for the same content at the same place, on any machine."""
        return _digest(f"{self.place}\n{self.text}")

    @cached_property
    def words(self) -> int:
        """Count the words of the text, as white space parts them."""
        return len(self.text.split())

    @property
    def body_start(self) -> int:
        """Return the offset at which the body begins, behind a headline of the document."""
        if self.title_source == "derived":
            return 0
        return len(self.text) - len(self.text[self.headline.end :].lstrip("\n"))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()


_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_UNSAFE = re.compile(
    "[\x00-\x08\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb]"
)


def clean(raw: str) -> str:
    r"""Return ``raw`` composed (NFC), with ``\n`` line ends and nothing a terminal would obey.

    Tabs become spaces; a control character is shown as its picture (ESC as ``␛``), a C1 control,
    a bidirectional override or a lone surrogate as ``�``; soft hyphens and other characters of no
    width, which only break search, are dropped. Offsets of the result are not those of ``raw``.
    """
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", raw))
    text = _UNSAFE.sub(_substitute, text)
    return unicodedata.normalize("NFC", text)


def clean_line(raw: str) -> str:
    """Return ``raw`` cleaned onto one line, its white space collapsed: for titles and names."""
    return " ".join(clean(raw).split())


def _substitute(found: re.Match[str]) -> str:
    character = found.group()
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"

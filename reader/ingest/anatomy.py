"""Which lines of a plain text are its title, its date and its page's furniture.

An article copied from a web page carries the page along. Its head is the run of short lines
before the body, its tail what follows the body:

    World                          section: a word or two above the title
    Japan and Korea tighten ties   repeated title
    Japan and Korea tighten ties   title
    May 08, 2023                   dateline
    Seoul [South Korea], May 8: …  body
    Bình luận (0)                  comments

A line is set apart only for a reason that is named; whatever has none is text. The rules ask for
the shape of lines and their order, and of words only section names and page buttons.
"""

import re
from dataclasses import dataclass, field

from reader.article import Furniture
from reader.fold import fold
from reader.ingest import dates
from reader.ingest.credits import find_author, find_source
from reader.ingest.paragraphs import is_photo_credit
from reader.ingest.titles import is_headline, is_same

LONGEST_HEAD = 8
"""Most lines a page puts above the body: section, title, title, byline, date, date of change,
picture credit, summary."""

LONGEST_SECTION = 40
"""Longest section line, in characters; "Kinh doanh > Tài chính quốc tế" has 30."""

_LEADING_DATE = re.compile(
    r"^\W{0,3}(?:date|ng[aà]y)\s*:?\s+(?P<date>\d{4}-\d\d?-\d\d?)"
    r"(?:[T ]\d\d?:\d\d\S*)?\s*(?P<rest>.*)$",
    re.I | re.S,
)
_SECTION_WORDS = """
    world|asia|politics|business|economy|sport|sports|culture|society|opinion|technology|science
    |health|travel|entertainment|education|environment|national|international|news|top news
    |latest news|breaking news|home|lifestyle|law|defence|defense|security|diplomacy|features
    |analysis|the gioi|thoi su|chinh tri|kinh te|kinh doanh|xa hoi|phap luat|giao duc|suc khoe
    |the thao|van hoa|giai tri|cong nghe|khoa hoc|du lich|doi song|quoc te|quoc phong|quan su
    |bien dong|trong nuoc|tin tuc|tin nong|tin moi|goc nhin|binh luan|phan tich|tai chinh
    |bat dong san|xe|doi ngoai|ho so|ngoai giao|trang chu|su kien|asean|chau a
"""
_SECTIONS = frozenset(" ".join(word.split()) for word in _SECTION_WORDS.split("|"))
_COMMENTS = re.compile(
    r"(?:binh luan|y kien(?: ban doc)?|comments?|phan hoi)\s*(?:\(\s*\d+\s*\)|:\s*\d+)"
    r"|\d+\s+(?:binh luan|comments?|y kien|phan hoi)"
    r"|(?:no comments?(?: yet)?|chua co binh luan(?: nao)?)"
)
_BUTTONS = re.compile(
    r"(?:chia se|share|tweet|facebook|twitter|zalo|print|in bai(?: viet)?|in trang|email|gui email"
    r"|luu(?: bai)?|save|copy link|sao chep lien ket|like|thich|follow us.*"
    r"|theo doi.{0,40}tren google news"
    r"|quang cao|advertisement|\[?quang cao\]?|share this(?: article)?|doc tiep|read more"
    r"|len dau trang|back to top)\W*"
)
_TAGS = re.compile(r"(?:tags?|tu khoa|keywords?|chu de|the)\s*:\s*\S.*")


@dataclass
class Anatomy:
    """The parts of a text. ``paragraphs`` is the body, without the title."""

    paragraphs: list[str]
    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    furniture: list[Furniture] = field(default_factory=list)


def dissect(paragraphs: list[str], title: str | None = None) -> Anatomy:
    """Return the parts of a text of cleaned paragraphs.

    With a ``title`` that is known from elsewhere no line is taken for it, and one that says it
    again is set apart.
    """
    return _Dissection(paragraphs).run(title)


class _Dissection:
    """One text being taken apart: ``roles`` gives the lines that are no text, by number."""

    def __init__(self, paragraphs: list[str]) -> None:
        self.lines = list(paragraphs)
        self.roles: dict[int, str] = {}
        self.stamps: dict[int, dates.Stamp] = {}
        self.title: int | None = None
        self.leading: list[Furniture] = []
        self.leading_date: str | None = None

    def run(self, title: str | None) -> Anatomy:
        titled = self._take_leading_date() and not title
        self._set_apart_buttons()
        head = self._head()
        if titled:
            self.title = 0
        elif title:
            self._set_apart_title(title, head)
        else:
            self._find_title(head)
        self._set_apart_dates(head)
        if not (title or titled) and len(self.roles) + (self.title is not None) == len(self.lines):
            self.roles.clear()
        return self._parts(head)

    def _take_leading_date(self) -> bool:
        """Take a leading ``date 2025-09-09 …`` off; tell whether a headline follows it."""
        found = _LEADING_DATE.match(self.lines[0]) if self.lines else None
        value = dates.parse(found["date"]) if found else None
        if found is None or value is None:
            return False
        self.leading_date = value
        said = self.lines[0][: found.start("rest")].strip()
        self.leading.append(Furniture("dateline", said))
        if not found["rest"]:
            del self.lines[0]
            return False
        self.lines[0] = found["rest"]
        return is_headline(found["rest"])

    def _set_apart_buttons(self) -> None:
        for number, line in enumerate(self.lines):
            if len(line) <= 60:
                self._set_apart_button(number, fold(line))
        for number in range(max(1, len(self.lines) - 3), len(self.lines)):
            if _TAGS.fullmatch(fold(self.lines[number][:300])):
                self.roles[number] = "tags"

    def _set_apart_button(self, number: int, folded: str) -> None:
        if _COMMENTS.fullmatch(folded):
            self.roles[number] = "comments"
        elif number and _BUTTONS.fullmatch(folded):
            self.roles[number] = "button"

    def _head(self) -> list[int]:
        """Return the numbers of the short lines before the body, and note their dates."""
        head = []
        for number, line in enumerate(self.lines[: LONGEST_HEAD + len(self.roles)]):
            stamp = dates.stamp(line)
            if stamp:
                self.stamps[number] = stamp
            elif number in self.roles:
                continue
            elif not is_headline(line):
                break
            head.append(number)
        return head[:LONGEST_HEAD]

    def _find_title(self, head: list[int]) -> None:
        words = [number for number in head if number not in self.stamps]
        if self._find_repeated_title(words):
            return
        dated = [number for number in head if number in self.stamps]
        above = [number for number in words if dated and number < dated[0]]
        if above:
            self._choose_title(above, len(above) > 1)
        if self.title is None and words and (words[0] == 0 or dated):
            self._choose_title([number for number in words if number not in self.roles], False)

    def _set_apart_title(self, title: str, head: list[int]) -> None:
        for number in head:
            if is_same(title, self.lines[number]):
                self.roles[number] = "repeated title"
                self._set_apart_sections(head[: head.index(number)])
                return

    def _find_repeated_title(self, words: list[int]) -> bool:
        for place, number in enumerate(words):
            for again in words[place + 1 : place + 3]:
                if not is_same(self.lines[number], self.lines[again]):
                    continue
                self.title = number
                self.roles[again] = "repeated title"
                self._set_apart_sections([n for n in words if n < again and n != number])
                return True
        return False

    def _choose_title(self, words: list[int], with_date: bool) -> None:
        """Take the first line that is no section for the title, if a body follows it."""
        rest = list(words)
        while len(rest) > 1 and (
            self._is_section(rest[0]) or (with_date and self._is_short(rest[0], rest[1]))
        ):
            self.roles[rest.pop(0)] = "section"
        if not rest:
            return
        first = rest[0]
        if first == len(self.lines) - 1 or is_photo_credit(self.lines[first]):
            return
        if self._is_section(first) and with_date:
            self.roles[first] = "section"
        else:
            self.title = first

    def _is_section(self, number: int) -> bool:
        parts = re.split(r"\s*[>»/|›•]\s*", fold(self.lines[number]))
        return all(part.strip(" .:") in _SECTIONS for part in parts if part)

    def _is_short(self, number: int, title: int) -> bool:
        """Tell whether a line above another is short enough to be the section of that title."""
        line = self.lines[number]
        return len(line) <= LONGEST_SECTION and len(line.split()) <= 4 < len(
            self.lines[title].split()
        )

    def _set_apart_sections(self, numbers: list[int]) -> None:
        for number in numbers:
            line = self.lines[number]
            if len(line) <= LONGEST_SECTION and len(line.split()) <= 6:
                self.roles[number] = "section"

    def _set_apart_dates(self, head: list[int]) -> None:
        self.roles.update((number, "dateline") for number in head if number in self.stamps)
        for number in range(max(len(head), len(self.lines) - 3), len(self.lines)):
            stamp = dates.stamp(self.lines[number])
            if stamp:
                self.stamps[number] = stamp
                self.roles[number] = "dateline"

    def _date(self) -> str | None:
        if self.leading_date:
            return self.leading_date
        given = [self.stamps[number] for number in sorted(self.stamps)]
        given.sort(key=lambda stamp: stamp.is_update)
        return given[0].value if given else None

    def _parts(self, head: list[int]) -> Anatomy:
        body = [
            line
            for number, line in enumerate(self.lines)
            if number not in self.roles and number != self.title
        ]
        return Anatomy(
            paragraphs=body,
            title=None if self.title is None else self.lines[self.title],
            date=self._date(),
            source=find_source(body),
            author=find_author([self.lines[number] for number in head]),
            furniture=[
                *self.leading,
                *(Furniture(role, self.lines[n]) for n, role in sorted(self.roles.items())),
            ],
        )

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
from reader.ingest import dates, page_words
from reader.ingest.credits import find_author, find_credit
from reader.ingest.titles import is_headline, is_same

LONGEST_HEAD = 8
"""Most lines a page puts above the body: section, title, title, byline, date, date of change,
picture credit, summary."""

LONGEST_SECTION = 40
"""Longest section line, in characters; "Kinh doanh > Tài chính quốc tế" has 30."""

REACH = 3
"""How many paragraphs below the head may hold the date: a summary or two stand above it on some
pages. Farther down a date line belongs to the text."""

MOST_DATELINES = 3
"""A text with more lines that only say when is a chronicle, and they are its headings."""

TAIL = 3
"""How many lines from the end are looked at for tags, a date and the like."""

_LEADING_DATE = re.compile(
    r"^\W{0,3}(?:date|ng[aà]y)\s*:?\s+(?P<date>\d{4}-\d\d?-\d\d?|\d\d?[/.-]\d\d?[/.-]\d{4})"
    r"(?:[T ]\d\d?:\d\d\S*)?(?=\s|$)\s*(?P<rest>.*)$",
    re.I | re.S,
)


@dataclass
class Anatomy:
    """The parts of a text. ``paragraphs`` is the body, without the title."""

    paragraphs: list[str]
    title: str | None = None
    date: str | None = None
    source: str | None = None
    author: str | None = None
    link: str | None = None
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
        self.title: int | None = None
        self.leading: list[Furniture] = []
        self.leading_date: str | None = None
        self.is_titled = self._take_leading_date()
        self.stamps = self._stamps()
        self._set_apart_buttons()
        self.head = self._head()

    def run(self, title: str | None) -> Anatomy:
        if title:
            self._set_apart_title(title)
        elif self.is_titled:
            self.title = 0
            self._set_apart_repetition()
        else:
            self._find_title()
        self._set_apart_dates()
        nothing_left = len(self.roles) + (self.title is not None) == len(self.lines)
        if nothing_left and not (title or self.is_titled):
            self.roles.clear()
        return self._parts()

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
        return is_headline(found["rest"]) and not page_words.is_section(found["rest"])

    def _stamps(self) -> dict[int, dates.Stamp]:
        """Return the lines that only say when; of a chronicle, those that open it."""
        found = ((number, dates.stamp(line)) for number, line in enumerate(self.lines))
        stamps = {number: stamp for number, stamp in found if stamp}
        if len(stamps) <= MOST_DATELINES:
            return stamps
        return {number: stamp for number, stamp in stamps.items() if number <= 1}

    def _set_apart_buttons(self) -> None:
        last = len(self.lines) - TAIL
        for number, line in enumerate(self.lines):
            role = page_words.button(line) or (page_words.ending(line) if number >= last else None)
            if role == "comments" or (role and number):
                self.roles[number] = role

    def _head(self) -> list[int]:
        """Return the numbers of the short lines before the body."""
        head: list[int] = []
        for number, line in enumerate(self.lines[: LONGEST_HEAD + len(self.roles)]):
            if number in self.stamps or (number not in self.roles and is_headline(line)):
                head.append(number)
            elif number not in self.roles:
                break
        return head[:LONGEST_HEAD]

    def _find_title(self) -> None:
        words = [number for number in self.head if number not in self.stamps]
        if self._find_repeated_title(words):
            return
        dated = [number for number in self.head if number in self.stamps]
        above = [number for number in words if dated and number < dated[0]]
        if above:
            self._choose_title(above, len(above) > 1)
        if self.title is None and words and (words[0] == 0 or dated):
            self._choose_title([number for number in words if number not in self.roles], False)

    def _find_repeated_title(self, words: list[int]) -> bool:
        for number in words:
            self.title = number
            if self._set_apart_repetition():
                self._set_apart_sections([n for n in words if n < number])
                return True
        self.title = None
        return False

    def _set_apart_repetition(self) -> bool:
        """Set apart a line near the title that says it again, with the section between them."""
        title = self.title or 0
        near = [number for number in self.head if number > title and number not in self.stamps]
        for again in near[:REACH]:
            if is_same(self.lines[title], self.lines[again]):
                self.roles[again] = "repeated title"
                self._set_apart_sections([number for number in near if number < again])
                return True
        return False

    def _set_apart_title(self, title: str) -> None:
        for number in self.head:
            if is_same(title, self.lines[number]):
                self.roles[number] = "repeated title"
                self._set_apart_sections([n for n in self.head if n < number])
                return

    def _choose_title(self, words: list[int], with_date: bool) -> None:
        """Take the first line that is no section for the title, if a body follows it."""
        rest = list(words)
        while len(rest) > 1 and (
            page_words.is_section(self.lines[rest[0]])
            or (with_date and self._is_short(rest[0], rest[1]))
        ):
            self.roles[rest.pop(0)] = "section"
        if not rest or rest[0] == len(self.lines) - 1:
            return
        if page_words.is_section(self.lines[rest[0]]) and with_date:
            self.roles[rest[0]] = "section"
        else:
            self.title = rest[0]

    def _is_short(self, number: int, title: int) -> bool:
        """Tell whether a line above another is short enough to be the section of that title."""
        words = self.lines[number].split()
        is_narrow = len(self.lines[number]) <= LONGEST_SECTION
        return is_narrow and len(words) <= 4 < len(self.lines[title].split())

    def _set_apart_sections(self, numbers: list[int]) -> None:
        for number in numbers:
            line = self.lines[number]
            if len(line) <= LONGEST_SECTION and len(line.split()) <= 6:
                self.roles.setdefault(number, "section")

    def _set_apart_dates(self) -> None:
        """Set apart the date lines of head and tail; others are text."""
        below = max(self.head, default=-1) + REACH
        tail = len(self.lines) - TAIL
        for number in list(self.stamps):
            if number <= below or number >= tail:
                self.roles[number] = "dateline"
            else:
                del self.stamps[number]

    def _date(self) -> str | None:
        """Return the date given, that of publication before that of a change."""
        if self.leading_date:
            return self.leading_date
        given = [self.stamps[number] for number in sorted(self.stamps)]
        given.sort(key=lambda stamp: stamp.is_update)
        return given[0].value if given else self._date_of_byline()

    def _date_of_byline(self) -> str | None:
        """Return the date in a line below the title that holds little else: a byline's."""
        if self.title is None:
            return None
        near = [number for number in self.head if number > self.title][:REACH]
        return next(filter(None, (dates.beside(self.lines[number]) for number in near)), None)

    def _parts(self) -> Anatomy:
        body = [
            line
            for number, line in enumerate(self.lines)
            if number not in self.roles and number != self.title
        ]
        credit = find_credit(body)
        return Anatomy(
            paragraphs=body,
            title=None if self.title is None else self.lines[self.title],
            date=self._date(),
            source=credit.source,
            author=find_author([self.lines[number] for number in self.head]) or credit.author,
            link=credit.link,
            furniture=[
                *self.leading,
                *(Furniture(role, self.lines[n]) for n, role in sorted(self.roles.items())),
            ],
        )

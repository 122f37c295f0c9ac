"""What a rule makes of the words it matched, and how that becomes a value.

A rule knows only its own words. Some of what they mean lies elsewhere: the year of ``8/9`` in
the anchor, the month of ``ngày 8`` in ``đến 12/9`` that follows, the day of ``cùng ngày`` in
what was said before. So a rule returns a ``Reading``, and ``resolve`` settles all of a text's
readings together, in order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from reader.entities.dates import calendar, tense
from reader.entities.dates.calendar import Anchor, Lean

Grain = Literal["day", "week", "month", "year", "interval"]
EchoGrain = Literal["day", "month", "year"]
Mod = Literal["START", "END", "MID", "APPROX"]

SHARED = re.compile(r"\s?(?:[-–—]|(?:đến(?: hết)?|tới|và|hoặc|to|and|or|until|till|through)\s)\s?")
"""What may stand between two dates of which the first takes its year or month from the second.
A comma is not enough for a year (``30/4, 2/9/1945``), only for the month of a bare day."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date said in a text: where, what it means, at which grain.

    ``value`` is ISO 8601 at ``grain``; None if it cannot be known, as for ``hôm qua`` in a text
    of unknown date. ``relative`` tells that the words measure from the day of writing or from
    another date (``tuần trước``, ``cùng ngày``). ``mod`` is the part of the period that is meant.
    """

    start: int
    end: int
    value: str | None
    grain: Grain
    relative: bool
    mod: Mod | None


@dataclass(frozen=True, slots=True)
class Partial:
    """A day, month or year in the calendar, of which some part may have been left unsaid."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def grain(self) -> Grain:
        """The finest part said."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def is_possible(self) -> bool:
        """Tell whether the calendar has it."""
        return calendar.is_possible(self.year, self.month, self.day)

    def is_before(self, later: "Partial") -> bool:
        """Tell whether it comes before ``later``, as far as both are known."""
        if self.year and later.year and self.year != later.year:
            return self.year < later.year
        if self.month == later.month:
            return (self.day or 0) < (later.day or 0) or (self.month is None and not self.day)
        return not (self.year and later.year) or (self.month or 0) < (later.month or 0)

    def borrow(self, later: "Partial") -> "Partial":
        """Fill in what is unsaid from a date that follows: ``8`` of ``8-12/9`` is ``8/9``."""
        if self.year or (not self.month and not self.day):
            return self
        month = self.month or later.month
        year = later.year
        if year and later.month and month:
            year -= (month, self.day or 0) > (later.month, later.day or self.day or 0)
        return Partial(year, month, self.day)

    def complete(self, anchor: Anchor | None, lean: Lean) -> "Partial":
        """Fill in what is unsaid from the day of writing."""
        if self.year is not None or anchor is None:
            return self
        if self.month:
            return Partial(
                calendar.nearest_year(anchor, self.month, self.day, lean), self.month, self.day
            )
        near = calendar.nearest_month(anchor, self.day, lean) if self.day else None
        return Partial(*near, self.day) if near else self

    def spell(self) -> str | None:
        """Write it as ISO 8601; None for a bare day of an unknown month or an impossible one."""
        if (self.day and not self.month) or not self.is_possible:
            return None
        return calendar.spell(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another, said in one breath: ``7-9/5``."""

    first: Partial
    last: Partial


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that its words and the anchor settle alone."""

    value: str | None
    grain: Grain


@dataclass(frozen=True, slots=True)
class Echo:
    """The day, month or year said last, or so many later: ``cùng ngày``, ``the next day``."""

    grain: EchoGrain
    shift: int = 0


@dataclass(slots=True)
class Reading:
    """Words of a text and what they mean as far as the words alone can tell."""

    start: int
    end: int
    when: Partial | Interval | Fixed | Echo
    relative: bool = False
    mod: Mod | None = None
    lean: Lean = None

    @classmethod
    def of(
        cls,
        found: "re.Match[str]",
        when: Partial | Interval | Fixed | Echo,
        relative: bool = False,
        mod: Mod | None = None,
        lean: Lean = None,
    ) -> "Reading":
        """Read all the words matched."""
        return cls(found.start(), found.end(), when, relative, mod, lean)

    @classmethod
    def of_day(cls, found: "re.Match[str]", day: date | None) -> "Reading":
        """Read all the words matched as a day that was worked out from the anchor."""
        return cls(found.start(), found.end(), Fixed(str(day) if day else None, "day"), True)


DASH = re.compile(r"\s?(?:--|[-–])\s?")


def joined(first: Reading, last: Reading, lower: str) -> Reading | None:
    """Return one interval for two dates with nothing but a dash between, else None."""
    start, end = first.when, last.when
    if not isinstance(start, Partial) or not isinstance(end, Partial) or start.grain != end.grain:
        return None
    start = start.borrow(end)
    if not start.is_before(end) or not DASH.fullmatch(lower, first.end, last.start):
        return None
    return Reading(first.start, last.end, Interval(start, end), first.relative or last.relative)


def resolve(
    readings: Sequence[Reading], text: str, lower: str, anchor: Anchor | None
) -> list[DateMention]:
    """Settle the value of each reading; ``lower`` is the text in lower case."""
    for reading, after in reversed(list(pairwise(readings))):
        _take_from(reading, after, lower, anchor)
    mentions: list[DateMention] = []
    for reading in readings:
        value, grain = _value(reading, mentions, lower, anchor)
        mentions.append(
            DateMention(reading.start, reading.end, value, grain, reading.relative, reading.mod)
        )
    return [_same_as_bracket(mention, mentions, at, text) for at, mention in enumerate(mentions)]


def _take_from(reading: Reading, after: Reading, lower: str, anchor: Anchor | None) -> None:
    if not isinstance(reading.when, Partial) or after.start - reading.end > 9:
        return
    later = after.when.last if isinstance(after.when, Interval) else after.when
    gap = lower[reading.end : after.start]
    if not isinstance(later, Partial) or later.grain != reading.when.grain:
        return
    if not SHARED.fullmatch(gap) and (reading.when.month or gap.strip() not in ("", ",")):
        return
    if isinstance(after.when, Partial) and later.month:
        after.when = later = later.complete(anchor, _lean(reading, later, lower))
    borrowed = reading.when.borrow(later)
    if borrowed.is_possible:
        reading.when = borrowed


def _value(
    reading: Reading, said: Sequence[DateMention], lower: str, anchor: Anchor | None
) -> tuple[str | None, Grain]:
    match reading.when:
        case Fixed(value, grain):
            return value, grain
        case Echo(grain, shift):
            return _echo(grain, shift, said, anchor), grain
        case Interval(first, last):
            end = last.complete(anchor, _lean(reading, last, lower))
            return _join(first.borrow(end).spell(), end.spell()), "interval"
        case Partial() as when:
            return when.complete(anchor, _lean(reading, when, lower)).spell(), when.grain


def _join(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last else None


def _lean(reading: Reading, when: Partial, lower: str) -> Lean:
    if when.year is not None or reading.lean:
        return reading.lean
    return tense.lean(lower, reading.start, reading.end)


def _echo(grain: str, shift: int, said: Sequence[DateMention], anchor: Anchor | None) -> str | None:
    width = {"day": 10, "month": 7, "year": 4}[grain]
    for mention in reversed(said):
        value = mention.value
        if value and mention.grain != "interval" and len(value) >= width and "W" not in value:
            return _shifted(value[:width], shift)
    if anchor is None:
        return None
    value = calendar.spell(anchor.year, anchor.month, anchor.day)
    return _shifted(value[:width], shift) if len(value) >= width else None


def _shifted(value: str, shift: int) -> str | None:
    at = Anchor.parse(value) if shift else None
    if at is None:
        return None if shift else value
    if at.day:
        day = calendar.shift_days(at.known_day, shift)
        return str(day) if day else None
    if at.month:
        return calendar.spell(*calendar.shift_month(at.year, at.month, shift))
    return calendar.spell(at.year + shift)


def _same_as_bracket(
    mention: DateMention, mentions: Sequence[DateMention], at: int, text: str
) -> DateMention:
    """Give ``thứ Hai (8/9)`` the day in the brackets: that one was written to be sure."""
    after = mentions[at + 1] if at + 1 < len(mentions) else None
    if not mention.relative or mention.grain != "day" or after is None or after.grain != "day":
        return mention
    if after.relative or text[mention.end : after.start].strip() != "(":
        return mention
    return DateMention(mention.start, mention.end, after.value, "day", True, mention.mod)

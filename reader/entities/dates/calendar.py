"""Arithmetic on dates that are known in part, and their ISO 8601 spelling.

The anchor is the day, month or year the text was written. A date said without its year is
taken to be the one nearest the anchor, where a day to come counts as further away than one gone
by (news tells what happened) unless the sentence leans the other way.

Values are ISO 8601 at the grain said (``2025-09-08``, ``2025-07``, ``2023``, ``2025-W46``) or
two of them (``1965/2025``). What nothing can tell is spelt as in EDTF: ``XXXX-11-02``, ``XXXX``.
"""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal

Lean = Literal["gone", "past", "future", "ahead"] | None
"""Which way a sentence leans: ``gone`` and ``ahead`` are sure, ``past`` and ``future`` likely."""

COST = {"gone": (1.0, 20.0), "past": (1.0, 4.0), None: (1.0, 1.5), "future": (4.0, 1.0),
        "ahead": (20.0, 1.0)}  # fmt: skip
"""How much a day before the anchor and one after it count as distance. A likely lean must not
weigh more than 4 or so: tense is guessed from single words, and a guess gone wrong would then
move a date that lies a day off the anchor to another year."""

SAME_YEAR = 0.3
"""What a distance counts within the anchor's own year, unless the sentence leans the other way: a
date said without its year is mostly of this one. Nearer to 1, ``20/1`` in a text of November would
mean next January; nearer to 0, ``28/12`` in a text of January would not mean last December."""

MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

ROMAN = {"i": 1, "v": 5, "x": 10}

_ANCHOR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the text was written, as far as that is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str | None) -> "Anchor | None":
        """Read an ISO day, month or year (a time after it is ignored); None if it is neither."""
        found = _ANCHOR.match(text) if text else None
        if found is None:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year, month, day) if year and is_possible(year, month, day) else None

    @property
    def known_day(self) -> date | None:
        """The day, where the anchor is one."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def middle(self) -> date:
        """A day to measure distances from, whatever the anchor's grain."""
        return date(self.year, self.month or 7, self.day or 15)


def is_possible(year: int | None, month: int | None, day: int | None) -> bool:
    """Tell whether such a day, month or year exists, given what is known of it."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if not 1 <= day <= (MONTH_DAYS[month - 1] if month else 31):
        return False
    return not (year and month == 2 and day == 29) or is_leap(year)


def is_leap(year: int) -> bool:
    """Tell whether ``year`` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def spell(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Write what is known as ISO 8601, the unknown year as ``XXXX``."""
    parts = [f"{year:04}" if year is not None else "XXXX"]
    if month is not None:
        parts.append(f"{month:02}")
        if day is not None:
            parts.append(f"{day:02}")
    return "-".join(parts)


def shift_days(day: date | None, days: int) -> date | None:
    """Return the day so many days later, None past the ends of the calendar."""
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return None


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month so many months later."""
    years, month = divmod(year * 12 + month - 1 + months, 12)
    return years, month + 1


def spell_week(day: date | None) -> str | None:
    """Write the week of ``day`` (Monday to Sunday): ``2025-W46``."""
    return f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}" if day else None


def spell_weekend(day: date | None) -> str | None:
    """Write Saturday and Sunday of the week of ``day``."""
    saturday = day and shift_days(day, 5 - day.weekday())
    sunday = shift_days(saturday, 1)
    return f"{saturday}/{sunday}" if saturday and sunday else None


def spell_near_month(anchor: Anchor | None, months: int) -> str | None:
    """Write the month so many months after the anchor's."""
    if anchor is None or anchor.month is None:
        return None
    return spell(*shift_month(anchor.year, anchor.month, months))


def spell_months(year: int, first: int, last: int) -> str:
    """Write the days from the first of one month to the last of another, such as a quarter.

    ``last`` may run past 12, into the next year.
    """
    end_year, end = shift_month(year, 1, last - 1)
    days = 28 if end == 2 and not is_leap(end_year) else MONTH_DAYS[end - 1]
    return f"{spell(year, first, 1)}/{spell(end_year, end, days)}"


def nearest_year(anchor: Anchor, month: int, day: int | None, lean: Lean) -> int:
    """Return the year that puts a month, or a day of it, nearest the anchor as ``lean`` has it."""
    if anchor.month is None and is_possible(anchor.year, month, day):
        return anchor.year
    years = [
        year
        for reach in (1, 8)
        for year in range(max(1, anchor.year - reach), min(MAXYEAR, anchor.year + reach) + 1)
        if is_possible(year, month, day)
    ]
    return min(years, key=lambda year: _distance(anchor, year, month, day, lean))


def _distance(anchor: Anchor, year: int, month: int, day: int | None, lean: Lean) -> float:
    if day is None:
        away = ((year - anchor.year) * 12 + month - (anchor.month or month)) * 30
    else:
        away = (date(year, month, day) - anchor.middle).days
    before, after = COST[lean]
    cost = -away * before if away < 0 else away * after
    agrees = lean is None or (away < 0) == (lean in ("past", "gone"))
    return cost * SAME_YEAR if agrees and year == anchor.year else cost


def nearest_month(anchor: Anchor, day: int, lean: Lean) -> tuple[int, int] | None:
    """Return the year and month that put a bare day of the month nearest the anchor."""
    if anchor.month is None:
        return None
    if anchor.day is None and is_possible(anchor.year, anchor.month, day):
        return anchor.year, anchor.month
    near = [shift_month(anchor.year, anchor.month, months) for months in (-1, 0, 1, -2, 2)]
    fit = [(y, m) for y, m in near if 0 < y <= MAXYEAR and is_possible(y, m, day)]
    return min(fit, key=lambda at: _distance(anchor, at[0], at[1], day, lean))


def weekday_near(day: date, weekday: int, lean: Lean) -> date | None:
    """Return the day of that name on or before ``day``; on or after it if the sentence is ahead."""
    if lean in ("future", "ahead"):
        return shift_days(day, (weekday - day.weekday()) % 7)
    return shift_days(day, -((day.weekday() - weekday) % 7))


def weekday_beyond(day: date, weekday: int, weeks: int) -> date | None:
    """Return the "next" (1) or "last" (-1) day of that name, seen from ``day``.

    It is the first one strictly after (before) ``day``. Tomorrow and yesterday are passed over:
    on a Monday nobody calls the following day "next Tuesday".
    """
    away = (weekday - day.weekday()) * weeks % 7 or 7
    return shift_days(day, weeks * (away if away > 1 else away + 7))


def count_back(anchor: Anchor | None, unit: str, count: int) -> str | None:
    """Write the ``day``, ``week``, ``month`` or ``year`` so many units before the anchor."""
    if anchor is None:
        return None
    if unit == "year":
        return spell(anchor.year - count) if count < anchor.year else None
    if unit == "month":
        back = anchor.month and shift_month(anchor.year, anchor.month, -count)
        return spell(*back) if back and back[0] > 0 else None
    day = shift_days(anchor.known_day, -count * (7 if unit == "week" else 1))
    return spell_week(day) if unit == "week" else str(day) if day else None


def roman(digits: str) -> int | None:
    """Read a Roman number in lower case, as of a century; None if it is none."""
    total = 0
    for digit, following in zip(digits, digits[1:] + " ", strict=True):
        value = ROMAN.get(digit)
        if value is None:
            return None
        total += -value if ROMAN.get(following, 0) > value else value
    return total
